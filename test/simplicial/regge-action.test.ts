import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { symmetricEigenvalues } from '../../src/linalg/symmetric-eigenvalues.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { flatLattice } from '../../src/simplicial/flat-lattice.ts';
import type { SimplicialGeometry } from '../../src/simplicial/geometry-jets.ts';
import { deficits, reggeAction, reggeEquations, totalVolume } from '../../src/simplicial/regge-action.ts';
import { crossPolytope, simplexBoundary, sixHundredCell } from '../../src/simplicial/regular-polytopes.ts';
import { type SimplicialComplex, simplicialComplex } from '../../src/simplicial/simplicial-complex.ts';
import { solveDeficits, solveRegge } from '../../src/simplicial/solve-regge.ts';
import { splitSimplex } from '../../src/simplicial/split-simplex.ts';

const withLengths = (complex: SimplicialComplex, length: (k: number) => number): SimplicialGeometry => ({
  complex,
  squaredLengths: Float64Array.from(complex.edges, (_, k) => length(k) ** 2),
});

const innerDeficit = (geometry: SimplicialGeometry): number =>
  deficits(geometry).reduce(
    (worst, [re, im], h) => (geometry.complex.hinges[h]!.isOuter ? worst : Math.max(worst, Math.hypot(re, im))),
    0,
  );

describe('deficits', () => {
  test('of any closed surface add up to 2π times its Euler characteristic', () => {
    const stream = randomStream(1, 'lengths');
    for (const complex of [simplexBoundary(2), crossPolytope(2)]) {
      const geometry = withLengths(complex, () => 1 + 0.3 * stream.uniform());
      const total = deficits(geometry).reduce((sum, [re]) => sum + re, 0);
      expect(total).toBeCloseTo(4 * Math.PI, 12);
    }
  });

  test('vanish inside of flat pieces, Euclidean and Minkowskian, in 3 and 4 dimensions', () => {
    const stream = randomStream(2, 'points');
    for (const [dimension, time] of [
      [2, 1],
      [3, 1],
      [4, 1],
      [3, -1],
      [4, -1],
    ] as const) {
      for (let trial = 0; trial < 4; trial++) {
        expect(innerDeficit(splitSimplex(dimension, time, stream))).toBeLessThan(1e-12);
      }
    }
  });
});

describe('the action', () => {
  const stream = randomStream(3, 'lengths');
  test.each([
    ['16-cell', crossPolytope(3)],
    ['boundary of a 5-simplex', simplexBoundary(4)],
    ['5-orthoplex', crossPolytope(4)],
  ])('has the gradient that Schläfli gives it: %s', (_, complex) => {
    const lengths = Float64Array.from(complex.edges, () => 1 + 0.05 * stream.uniform());
    const sources = Float64Array.from(complex.hinges, () => stream.normal());
    for (const options of [{}, { cosmologicalConstant: 0.7, sources }]) {
      const { relativeError, taylorOrder } = checkGradient(reggeAction(complex, options), lengths);
      expect(relativeError).toBeLessThan(1e-9);
      expect(taylorOrder).toBeGreaterThan(1.9);
    }
  });

  test('has the second derivatives of its gradient, in both signatures', () => {
    for (const time of [1, -1] as const) {
      const { complex, squaredLengths } = splitSimplex(3, time, randomStream(4, 'points'));
      const at = (s: Float64Array) =>
        reggeEquations({ complex, squaredLengths: s }, { cosmologicalConstant: 0.4 }, true);
      const { hessian } = at(squaredLengths);
      const [step, count] = [1e-5, complex.edges.length];
      for (const f of [0, 4, count - 1]) {
        const [more, less] = [step, -step].map((h) => at(squaredLengths.map((s, k) => (k === f ? s + h : s))).gradient);
        for (let k = 0; k < 2 * count; k++) {
          const [e, part] = [Math.floor(k / 2), k % 2];
          const difference = (more![k]! - less![k]!) / (2 * step);
          expect(Math.abs(hessian![2 * (e * count + f) + part]! - difference)).toBeLessThan(1e-6);
        }
      }
    }
  });

  test('of flat space has d zero modes for an inner vertex', () => {
    for (const [dimension, zero] of [
      [3, 3],
      [4, 4],
    ] as const) {
      const geometry = splitSimplex(dimension, 1, randomStream(5, 'points'));
      const outer = geometry.outerEdges;
      const count = geometry.complex.edges.length;
      const free = geometry.complex.edges.flatMap((_, k) => (outer.includes(k) ? [] : [k]));
      expect(free).toHaveLength(dimension + 1);
      const { hessian } = reggeEquations(geometry, {}, true);
      const block = Float64Array.from(free.flatMap((e) => free.map((f) => hessian![2 * (e * count + f)]!)));
      const values = [...symmetricEigenvalues(block, free.length)].map(Math.abs).sort((a, b) => a - b);
      expect(values[zero - 1]!).toBeLessThan(1e-12);
      expect(values[zero]!).toBeGreaterThan(1e-2);
    }
  });

  test('is refused where simplices do not fit or sources are missing', () => {
    const complex = crossPolytope(3);
    expect(() => reggeAction(complex)(Float64Array.from(complex.edges, (_, k) => (k === 0 ? 5 : 1)))).toThrow(
      'lengths of Euclidean simplices required',
    );
    expect(() => deficits({ complex, squaredLengths: new Float64Array(3) })).toThrow(
      '24 squared lengths required, got 3',
    );
    expect(() =>
      reggeEquations(
        withLengths(complex, () => 1),
        { sources: new Float64Array(2) },
      ),
    ).toThrow('24 sources required');
    expect(() =>
      simplicialComplex([
        [0, 1, 2],
        [0, 1, 2, 3],
        [0, 0, 1],
      ]),
    ).toThrow('simplex 1 with 4 vertices instead of 3; a vertex twice in simplex 2');
    expect(() =>
      simplicialComplex([
        [0, 1, 2],
        [0, 1, 3],
        [0, 1, 4],
      ]),
    ).toThrow('more than two simplices at [0,1]');
  });
});

describe('flat lattices', () => {
  test('have no curvature inside, in both signatures, and as many simplices as their cubes say', () => {
    for (const [dimension, simplices] of [
      [2, 8],
      [3, 48],
      [4, 384],
    ] as const) {
      for (const options of [{}, { squares: [-0.6], displacement: 0.03 }]) {
        const lattice = flatLattice(dimension, 2, { ...options, stream: randomStream(8, 'places') });
        expect(lattice.complex.simplices).toHaveLength(simplices);
        expect(lattice.innerVertices).toBe(1);
        expect(innerDeficit(lattice)).toBeLessThan(1e-11);
      }
    }
    expect(() => flatLattice(3, 20)).toThrow('at most 20000 simplices required, got dimension 3 and side 20');
  });

  test('with round simplices have axes and diagonal equally long and at equal angles', () => {
    const { complex, squaredLengths } = flatLattice(3, 1, { shape: 'permutohedral' });
    complex.edges.forEach(([a, b], e) => {
      const steps = a ^ b; // corners 0 … 7 as bits
      const k = [1, 2, 4].filter((bit) => (steps & bit) !== 0).length;
      // Of a sum of k of the four vectors with squares 1, products −1/3 and sum 0: k(4 − k)/3.
      expect(squaredLengths[e]).toBeCloseTo((k * (4 - k)) / 3, 13);
    });
    // The outermost corner of a bulging block comes nearer by √(1 + bulge), the middle of a side by less.
    const [flat, round] = [0, 3].map((bulge) => flatLattice(2, 2, { bulge }).places);
    const far = (place: readonly number[]): number => Math.hypot(place[0]! - 1, place[1]! - 1);
    expect(far(flat![0]!) / far(round![0]!)).toBeCloseTo(2, 13);
    expect(far(flat![1]!) / far(round![1]!)).toBeCloseTo(Math.sqrt(2.5), 13);
    expect(() => flatLattice(3, 2, { bulge: -0.1 })).toThrow('a bulge of at least 0 required, got -0.1');
  });

  test('have a zero mode for every direction of an inner vertex, and for every vertex inside of a flat face', () => {
    for (const [lattice, zeros] of [
      [flatLattice(3, 2), 3 + 6],
      [flatLattice(3, 3), 24 + 24],
      [flatLattice(3, 2, { shape: 'permutohedral', bulge: 1 }), 3],
    ] as const) {
      const outer = new Set(lattice.outerEdges);
      const count = lattice.complex.edges.length;
      const free = lattice.complex.edges.flatMap((_, e) => (outer.has(e) ? [] : [e]));
      const { hessian } = reggeEquations(lattice, {}, true);
      const block = Float64Array.from(free.flatMap((e) => free.map((f) => hessian![2 * (e * count + f)]!)));
      const values = symmetricEigenvalues(block, free.length).map(Math.abs).sort();
      expect(values[zeros - 1]).toBeLessThan(1e-13);
      expect(values[zeros]).toBeGreaterThan(0.03);
    }
  });

  test.each([
    [3, 3, 162],
    [4, 2, 384],
  ])('that are convex are found from noise of five per cent: %i dimensions, side %i', (dimension, side, simplices) => {
    const stream = randomStream(11, 'places');
    const lattice = flatLattice(dimension, side, { shape: 'permutohedral', bulge: 1, displacement: 0.1, stream });
    const { complex, outerEdges } = lattice;
    expect(complex.simplices).toHaveLength(simplices);
    const outer = new Set(outerEdges);
    const squaredLengths = lattice.squaredLengths.map((s, e) =>
      outer.has(e) ? s : s * (1 + 0.05 * (2 * stream.uniform() - 1)) ** 2,
    );
    for (const solve of [solveRegge, solveDeficits]) {
      const { value, result, steps } = solve({ complex, squaredLengths }, outerEdges);
      expect(result).toBe('converged');
      expect(steps).toBeLessThan(12);
      expect(innerDeficit(value)).toBeLessThan(3e-14);
    }
  });

  test('with other lengths on the boundary are flat again in three dimensions, and not in four', () => {
    for (const dimension of [3, 4] as const) {
      const stream = randomStream(12, 'places');
      const lattice = flatLattice(dimension, 2, { shape: 'permutohedral', bulge: 1, stream, displacement: 0.1 });
      const squaredLengths = lattice.squaredLengths.map((s) => s * (1 + 0.001 * (2 * stream.uniform() - 1)) ** 2);
      const start = { complex: lattice.complex, squaredLengths };
      const { value } = solveDeficits(start, lattice.outerEdges, { maxSteps: 6 });
      if (dimension === 3) expect(innerDeficit(value)).toBeLessThan(1e-13);
      else expect(innerDeficit(value)).toBeGreaterThan(1e-3);
    }
  });

  test('of a block of 48 tetrahedra are found from noise of five per cent', () => {
    const stream = randomStream(9, 'places');
    const { complex, squaredLengths, outerEdges } = flatLattice(3, 2, { stream, displacement: 0.08 });
    const noisy = squaredLengths.map((s, e) =>
      outerEdges.includes(e) ? s : s * (1 + 0.1 * (stream.uniform() - 0.5)) ** 2,
    );
    const { value, result } = solveRegge({ complex, squaredLengths: noisy }, outerEdges);
    expect(result).toBe('converged');
    expect(innerDeficit(value)).toBeLessThan(1e-13);
  });
});

describe('solutions', () => {
  test('noise of five per cent goes away, in 3 and 4 dimensions and both signatures, while the gauge stays', () => {
    const stream = randomStream(6, 'noise');
    for (const [dimension, time] of [
      [3, 1],
      [4, 1],
      [3, -1],
    ] as const) {
      for (let trial = 0; trial < 3; trial++) {
        const geometry = splitSimplex(dimension, time, stream);
        const { complex, outerEdges: outer } = geometry;
        const squaredLengths = geometry.squaredLengths.map((s, k) =>
          outer.includes(k) ? s : s * (1 + 0.1 * (stream.uniform() - 0.5)),
        );
        const { value, result } = solveRegge({ complex, squaredLengths }, outer);
        expect(result).not.toBe('max-steps');
        expect(innerDeficit(value)).toBeLessThan(1e-13);
        const own = solveDeficits({ complex, squaredLengths }, outer);
        expect(own.steps).toBeLessThan(10);
        expect(innerDeficit(own.value)).toBeLessThan(1e-13);
        const change = value.squaredLengths.reduce(
          (most, s, k) => Math.max(most, Math.abs(s - geometry.squaredLengths[k]!)),
          0,
        );
        expect(change).toBeGreaterThan(1e-4);
      }
    }
  });

  test.each([
    ['16-cell', crossPolytope(3), 2.4015, 26.1158],
    ['5-orthoplex', crossPolytope(4), 4.8463, 411.169],
  ])('the %s with Λ has the published volume', (_, complex, length, volume) => {
    const stream = randomStream(7, 'noise');
    const start = withLengths(complex, () => length * (1 + 0.05 * (stream.uniform() - 0.5)));
    const { value, result } = solveRegge(start, [], { cosmologicalConstant: 1 });
    expect(result).toBe('converged');
    expect(totalVolume(value)[0]).toBeCloseTo(volume, volume > 100 ? 3 : 4);
    const lengths = value.squaredLengths.map(Math.sqrt);
    expect(Math.max(...lengths) - Math.min(...lengths)).toBeLessThan(1e-9);
  });

  test('the 600-cell has equal edges at volume 20.3405, near to 2π²', () => {
    const complex = sixHundredCell();
    expect([complex.vertices, complex.edges.length, complex.simplices.length]).toEqual([120, 720, 600]);
    expect(complex.hinges.every(({ simplices, isOuter }) => simplices.length === 5 && !isOuter)).toBe(true);
    const geometry = withLengths(complex, () => 0.6601242840175472);
    const { gradient } = reggeEquations(geometry, { cosmologicalConstant: 1 });
    expect(Math.max(...gradient.map(Math.abs))).toBeLessThan(1e-12);
    expect(totalVolume(geometry)[0]).toBeCloseTo(20.3405, 4);
  });

  test('a particle makes a cone: the deficit around its edge is its mass', () => {
    // Four tetrahedra around an edge, whose length and deficit are free.
    const complex = simplicialComplex([
      [0, 1, 2, 3],
      [0, 1, 3, 4],
      [0, 1, 4, 5],
      [0, 1, 2, 5],
    ]);
    const axis = complex.edges.findIndex(([a, b]) => a === 0 && b === 1);
    const hinge = complex.hinges.findIndex(({ isOuter }) => !isOuter);
    const sources = new Float64Array(complex.hinges.length);
    sources[hinge] = 0.3;
    const start = withLengths(complex, (k) => (k === axis ? 1.3 : 1));
    const fixed = complex.edges.flatMap((_, k) => (k === axis ? [] : [k]));
    const { value, result } = solveRegge(start, fixed, { sources });
    expect(result).toBe('converged');
    expect(deficits(value)[hinge]![0]).toBeCloseTo(0.3, 12);
    expect(() => solveRegge(start, [99])).toThrow('solveRegge: edges below');
    const cone = solveDeficits(start, fixed, { sources });
    expect(cone.result).toBe('converged');
    expect(cone.value.squaredLengths[axis]).toBeCloseTo(value.squaredLengths[axis]!, 12);
    expect(() => solveDeficits(start, [-1])).toThrow('solveDeficits: edges below');
    expect(() => solveDeficits(start, fixed, { sources: new Float64Array(2) })).toThrow('sources required, got 2');
  });
});
