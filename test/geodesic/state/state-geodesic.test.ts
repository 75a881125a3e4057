import { describe, expect, test } from 'vitest';
import { inProductFrame, productState } from '../../../src/circuit/product-state.ts';
import { productVector } from '../../../src/circuit/run-circuit.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { lengthLowerBound } from '../../../src/complexity/length-bound.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { bitCount } from '../../../src/engine/bits.ts';
import { stateFlow } from '../../../src/geodesic/state/state-flow.ts';
import {
  type GeodesicOptions,
  type StateGeodesic,
  stateGeodesic,
  stateGeodesics,
} from '../../../src/geodesic/state/state-geodesic.ts';
import { type ComplexVector, complexVector } from '../../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { innerProduct } from '../../../src/linalg/vector.ts';
import { complete, ring, star } from '../../../src/operator/lattice.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { evolve } from '../../../src/path/evolution.ts';
import { hamiltonian } from '../../../src/path/hamiltonian-action.ts';
import { wordTable } from '../../../src/path/word-table.ts';
import { schmidtDecomposition } from '../../../src/state/schmidt.ts';

const shortest = (metric: PenaltyMetric, target: ComplexVector, options: GeodesicOptions = {}): StateGeodesic =>
  solution(stateGeodesic(metric, target, { slices: 4, starts: 2, tolerance: 1e-10, observable: false, ...options }))
    .value;
const overlap = (a: ComplexVector, b: ComplexVector): number => Math.hypot(...innerProduct(a, b));
const state = (n: number, seed: number): ComplexVector => randomVector(2 ** n, randomStream(seed, 'target'));
const basis = (n: number, b: number): ComplexVector =>
  complexVector(Array.from({ length: 2 ** n }, (_, k) => (k === b ? 1 : 0)));
const ghz = (n: number): ComplexVector =>
  complexVector(Array.from({ length: 2 ** n }, (_, b) => (b === 0 || b === 2 ** n - 1 ? Math.SQRT1_2 : 0)));
const bell = complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2]);
/** The Bell state of the first two of three qubits. */
const bell3 = complexVector([Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0]);
const local: PenaltyMetric = { maxSize: 2, maxRange: 1, penalty: Infinity };

describe('a path may begin at any product state', () => {
  const points = [
    { polar: 0.7, azimuth: 1.1 },
    { polar: 2.1, azimuth: -0.4 },
    { polar: 1.3, azimuth: 2.9 },
  ];
  const moved = (psi: ComplexVector): ComplexVector => ({
    length: psi.length,
    interleaved: inProductFrame(points, psi.interleaved, 'out of'),
  });

  test('and is as long as from |0…0⟩ if the target turns with it and weights depend on supports, from every start', () => {
    const metric: PenaltyMetric = { maxSize: 2, maxRange: 1, penalty: Infinity };
    const options = { slices: 8, starts: 3, polished: 1, conjugatePoints: false };
    const fixed = shortest(metric, ghz(3), options);
    const turned = shortest(metric, moved(ghz(3)), { ...options, reference: points });
    expect(fixed.complexity).toBeCloseTo(1.428417, 6);
    expect(turned.complexity).toBeCloseTo(fixed.complexity, 8);
    expect(turned.certificate.residual).toBeLessThan(1e-9);
    expect(turned.starts.length).toBe(3);
    for (const length of turned.starts) expect(length).toBeLessThan(1.5);
  }, 240_000);

  test('given by amplitudes or by Bloch points alike', () => {
    const [target, options] = [moved(bell3), { starts: 1, polished: 0 }];
    const byPoints = shortest(local, target, { ...options, reference: points });
    const byVector = shortest(local, target, { ...options, reference: productVector(points) });
    expect(byVector.length).toBeCloseTo(byPoints.length, 8);
    expect(shortest({ penalty: 1 }, basis(2, 3), { reference: '10' }).length).toBeCloseTo(
      (Math.SQRT1_2 * Math.PI) / 2,
      7,
    );
    expect(() => shortest(local, target, { reference: '+' })).toThrow('productState: 3 qubits required, got 1');
  });

  test('and where X and Z change places in words, reference and target, the length is the same', () => {
    const hadamard = (psi: ComplexVector): ComplexVector => ({
      length: psi.length,
      interleaved: inProductFrame(
        productState('plus', 2),
        psi.interleaved.map((x, i) => (bitCount((i >> 1) & 3) % 2 === 1 ? -x : x)),
        'out of',
      ),
    });
    const target = productVector([
      { polar: 1, azimuth: 0.5 },
      { polar: 2, azimuth: -1 },
    ]);
    const options = { slices: 6, starts: 6, polished: 3, conjugatePoints: false };
    const ising = shortest({ letters: { X: 1, Z: 0.5, ZZ: 2 }, penalty: Infinity }, target, options);
    const dual = shortest({ letters: { Z: 1, X: 0.5, XX: 2 }, penalty: Infinity }, hadamard(target), {
      ...options,
      reference: productState('plus', 2),
    });
    expect(dual.complexity).toBeCloseTo(ising.complexity, 8);
  });
});

describe('closed forms', () => {
  test.each([0.3, 1.7, 3])('one qubit at polar angle %d is half that angle away, whatever the azimuth', (polar) => {
    for (const azimuth of [0, 2]) {
      const { length, status } = shortest({ penalty: 1 }, productVector([{ polar, azimuth }]));
      expect(length).toBeCloseTo(polar / 2, 8);
      expect(status).toMatch(/^least length for the target/);
    }
  });

  test('where words are weighed by name, the lightest that flips a qubit flips it', () => {
    const metric: PenaltyMetric = { words: { XI: 9, YI: 4, IX: 2.25 }, penalty: Infinity };
    const flipped = shortest(metric, basis(2, 2), { slices: 2 });
    expect(flipped.complexity).toBeCloseTo(Math.PI, 8); // √4·π/2 by YI
    expect(flipped.words).toEqual(['XI', 'YI', 'IX']);
    expect(shortest(metric, basis(2, 1), { slices: 2 }).complexity).toBeCloseTo((1.5 * Math.PI) / 2, 8);
    expect(shortest(metric, basis(2, 3), { slices: 2 }).complexity).toBeCloseTo((2.5 * Math.PI) / 2, 8); // both at once
  });

  test('the bi-invariant distance is √(2/2ⁿ)·arccos|⟨0|ψ⟩|, and proved to be least', () => {
    for (const [n, seed] of [
      [1, 1],
      [2, 2],
      [2, 3],
    ] as const) {
      const target = state(n, seed);
      const expected = Math.sqrt(2 / 2 ** n) * Math.acos(overlap(basis(n, 0), target));
      const { length, lowerBound } = shortest({ penalty: 1 }, target);
      expect(length).toBeCloseTo(expected, 8);
      expect(lowerBound).toBeCloseTo(expected, 12);
    }
  });

  test('a Bell state, GHZ of two qubits, is √½·π/4 away at equal weights', () => {
    expect(shortest({ penalty: 1 }, bell).length).toBeCloseTo((Math.SQRT1_2 * Math.PI) / 4, 8);
  });

  test('product states by one-body words are √Σ(polar/2)² away', () => {
    const points = [
      { polar: 0.7, azimuth: 1 },
      { polar: 2.1, azimuth: -2 },
      { polar: 1.2, azimuth: 0.3 },
    ];
    const { length, infidelity } = shortest({ maxSize: 1, penalty: Infinity }, productVector(points));
    expect(infidelity).toBeLessThan(1e-10);
    expect(length).toBeCloseTo(Math.hypot(...points.map(({ polar }) => polar / 2)), 7);
  });

  test('the reference is at distance 0 from itself', () => {
    expect(shortest(local, basis(2, 0)).length).toBeLessThan(1e-6);
  });
});

describe('the path', () => {
  const target = state(3, 5);
  const found = shortest(local, target, { slices: 8 });

  test('leads from the reference to the target at nearly constant speed', () => {
    const table = wordTable(found.words, 3);
    const reached = found.velocity.reduce(
      (psi, h) => evolve(hamiltonian(table, Float64Array.from(h)), psi, 1 / found.slices).state,
      basis(3, 0).interleaved,
    );
    const fidelity = overlap(target, { length: 8, interleaved: reached }) ** 2;
    expect(1 - fidelity).toBeLessThan(1e-10);
    expect(found.infidelity).toBeLessThan(1e-10);
    expect(found.speedVariation).toBeLessThan(0.01);
    expect(found.straightness).toBeGreaterThan(0.99999);
    expect(found.straightness).toBeLessThan(1 + 1e-12);
  });

  test('has the length of its velocities, above the lower bound and below the coarse one', () => {
    const speeds = found.velocity.map((h) => Math.hypot(...h));
    expect(found.length).toBeCloseTo(
      speeds.reduce((sum, F) => sum + F / 8, 0),
      12,
    );
    expect(found.lowerBound).toBeLessThan(found.length);
    expect(found.length).toBeLessThan(found.coarseLength);
    expect(found.status).toBe('certified local minimum, an upper bound, best of 2 starts');
    expect(found.complexity).toBeLessThan(found.length);
    expect(found.starts.length).toBe(2);
  });
});

describe('the geodesic', () => {
  test.each<[string, PenaltyMetric, ComplexVector]>([
    ['GHZ, all pairs', { maxSize: 2, penalty: Infinity }, ghz(3)],
    ['a random state, chain', local, state(3, 5)],
    ['a random state, words of two qubits at 6', { maxSize: 1, penalty: 6 }, state(2, 8)],
  ])('meets the target, and sliced paths converge to it: %s', (_, metric, target) => {
    const found = shortest(metric, target, { slices: 8 });
    const { geodesic, certificate, words } = found;
    expect(geodesic!.residual).toBeLessThan(1e-9);
    expect(certificate.conjugatePoints).toBe(0);
    expect(certificate.status).toMatch(/^certified local minimum/);
    expect(certificate.costateResidual).toBeLessThan(1e-8);
    expect(certificate.speedVariation).toBeLessThan(1e-8);
    // Its length is that of paths with K → ∞, whose error falls by 4 from K/2 to K.
    const [half, whole] = certificate.slicedLengths.map(({ length }) => length);
    expect(Math.abs((4 * whole! - half!) / 3 - geodesic!.length)).toBeLessThan(0.1 * (half! - whole!) + 1e-9);
    // Said by the certificate, with the greatest error that this can have.
    const { length: limit, uncertainty } = certificate.extrapolated!;
    expect(limit).toBeCloseTo((4 * whole! - half!) / 3, 12);
    expect(Math.abs(limit - geodesic!.length)).toBeLessThan(uncertainty + 1e-9);
    expect(certificate.uncertainty).toBeLessThan(1e-7);
    expect(certificate.slicedSlope).toBeLessThan(1e-6);
    expect(certificate.slicedMinimum).toBe(true);
    expect(geodesic!.length).toBeLessThan(found.length);
    expect(found.complexity).toBe(geodesic!.length);
    // Integrated anew with other steps, by exact slices of its velocity.
    const qubits = Math.log2(target.length);
    const { weights } = controlWords(metric, qubits);
    const flow = stateFlow(
      { table: wordTable(words, qubits), inverseWeights: weights.map((w) => 1 / w) },
      { state: basis(qubits, 0).interleaved, costate: Float64Array.from(geodesic!.costate) },
      96,
    );
    expect(overlap(target, { length: target.length, interleaved: flow.points.at(-1)!.state }) ** 2).toBeCloseTo(1, 14);
  });

  test('that goes the long way round a sphere is left for the short one', () => {
    // X turns |0⟩ by −(2π − polar): beyond the antipode, which is conjugate.
    const polar = 1.4;
    const target = productVector([{ polar, azimuth: Math.PI / 2 }]);
    const long = [{ words: ['X'], velocity: Array.from({ length: 8 }, () => [Math.PI - polar / 2]) }];
    const options = { starts: 0, paths: long, slices: 8, polished: 1 };
    const { geodesic, complexity, certificate, status } = shortest({ penalty: 1 }, target, options);
    expect(geodesic!.length).toBeCloseTo(polar / 2, 8);
    expect(complexity).toBeCloseTo(polar / 2, 8);
    expect(certificate.conjugatePoints).toBe(0);
    expect(status).toMatch(/^least length for the target/);
  });

  test('is none where none is asked for, and the status says so', () => {
    const { geodesic, complexity, length, status } = shortest(local, state(3, 5), { polished: 0 });
    expect(geodesic).toBeNull();
    expect(complexity).toBe(length);
    expect(status).toBe('upper bound for the target, best of 2 starts');
  });
});

describe('symmetries', () => {
  const found = (metric: PenaltyMetric, target: ComplexVector, options: GeodesicOptions = {}): number =>
    shortest(metric, target, { starts: 1, polished: 1, conjugatePoints: false, ...options }).complexity;

  test('C(a, b) = C(b, a), and C(a, c) ≤ C(a, b) + C(b, c)', () => {
    const [a, b, c] = [basis(2, 0), state(2, 4), state(2, 9)];
    const metric = { sizeWeights: [1, 3], penalty: 1 };
    const [ab, ba, bc, ac] = [
      found(metric, b),
      found(metric, a, { reference: b }),
      found(metric, c, { reference: b }),
      found(metric, c, { reference: a }),
    ];
    expect(ba).toBeCloseTo(ab, 8);
    expect(ac).toBeLessThan(ab + bc + 1e-9);
  });

  test('a local rotation of both states, and a mirror of the chain, leave the length as it is', () => {
    const target = state(3, 5);
    const turn = (psi: ComplexVector): ComplexVector => {
      const H = hamiltonian(wordTable(['XII', 'IYI', 'IIZ'], 3), Float64Array.of(0.4, 1.1, -0.7));
      return { length: 8, interleaved: evolve(H, psi.interleaved, 1).state };
    };
    const length = found(local, target);
    expect(found(local, turn(target), { reference: turn(basis(3, 0)) })).toBeCloseTo(length, 7);
    const mirrored = complexVector(new Array(8).fill(0));
    [0, 4, 2, 6, 1, 5, 3, 7].forEach((from, to) => {
      mirrored.interleaved.set(target.interleaved.subarray(2 * from, 2 * from + 2), 2 * to);
    });
    expect(found(local, mirrored)).toBeCloseTo(length, 7);
  }, 240_000);

  test('a graph with more edges is no longer: chain, ring and all pairs of three qubits, and a star is a chain', () => {
    const pairs = { maxSize: 2, maxRange: 1, penalty: Infinity };
    const onChain = found(pairs, ghz(3));
    const onRing = found({ ...pairs, lattice: ring(3) }, ghz(3));
    expect(onRing).toBeLessThan(onChain);
    expect(found({ ...pairs, lattice: complete(3) }, ghz(3))).toBeCloseTo(onRing, 8);
    expect(found({ ...pairs, lattice: star(3) }, ghz(3))).toBeCloseTo(onChain, 8);
  });
});

describe('free rotations of single qubits', () => {
  test('two qubits: the Schmidt angle over √2, and that is least', () => {
    for (const seed of [1, 2]) {
      const target = state(2, seed);
      const { values } = schmidtDecomposition(target, [2, 2], [0]);
      const found = shortest({ sizeWeights: [0, 4], penalty: 1 }, target, { starts: 2 });
      expect(found.length).toBeCloseTo((2 * Math.acos(values[0]!)) / Math.SQRT2, 7);
      expect(found.status).toMatch(/^least length for the target/);
      expect(found.geodesic).toBeNull();
    }
  });

  test('the path and the free rotation together lead to the target, of the same length for all local rotations of it', () => {
    const target = state(3, 5);
    const metric: PenaltyMetric = { ...local, sizeWeights: [0, 1] };
    const found = shortest(metric, target, { slices: 8 });
    const reached = found.velocity.reduce(
      (psi, h) => evolve(hamiltonian(wordTable(found.words, 3), Float64Array.from(h)), psi, 1 / found.slices).state,
      basis(3, 0).interleaved,
    );
    const { words, coefficients } = found.freeRotation!;
    const end = evolve(hamiltonian(wordTable(words, 3), Float64Array.from(coefficients)), reached, 1).state;
    expect(overlap(target, { length: 8, interleaved: end }) ** 2).toBeCloseTo(1, 9);
    const H = hamiltonian(wordTable(['XII', 'IYI', 'IIZ'], 3), Float64Array.of(0.4, 1.1, -0.7));
    const turned = { length: 8, interleaved: evolve(H, target.interleaved, 1).state };
    expect(shortest(metric, turned, { slices: 8 }).length).toBeCloseTo(found.length, 6);
    expect(found.length).toBeLessThan(shortest(local, target, { slices: 8 }).complexity);
  });

  test('zero weights that make every path free are refused', () => {
    expect(() => shortest({ maxSize: 1, sizeWeights: [0], penalty: Infinity }, bell)).toThrow(
      /weight 0 on all controls/,
    );
    expect(() => shortest({ sizeWeights: [1, 0], penalty: 1 }, bell)).toThrow(/sizeWeights above 0 required, got 0/);
    expect(() => shortest({ sizeWeights: [0], penalty: 1 }, basis(1, 1))).toThrow(/weight 0 on all controls/);
  });
});

test('a target that no control leads to is unreachable, with the reason', () => {
  const steps = stateGeodesic({ maxSize: 1, penalty: Infinity }, bell);
  const { value, result } = solution(steps);
  expect(result).toBe('stalled');
  expect(value.complexity).toBe(Infinity);
  expect(value.status).toMatch(/^unreachable: no control joins qubits 0 to the others/);
});

test('a path given is a start: from another metric, and from another number of slices', () => {
  const target = state(2, 8);
  const near = shortest({ maxSize: 1, penalty: 5 }, target, { slices: 6 });
  const found = shortest({ maxSize: 1, penalty: 6 }, target, { starts: 0, paths: [near], slices: 8 });
  expect(found.certificate.starts.map(({ start }) => start)).toEqual(['path 1']);
  expect(found.complexity).toBeCloseTo(shortest({ maxSize: 1, penalty: 6 }, target, { slices: 8 }).complexity, 8);
});

test('along a list of penalties lengths rise, and no metric is worse off than alone', () => {
  const target = state(2, 11);
  const metrics = [1, 4, 16].map((penalty) => ({ maxSize: 1, penalty }));
  const options = { slices: 4, starts: 1 };
  const found = stateGeodesics(metrics, target, options).map(({ value }) => value.complexity);
  expect(found[1]).toBeGreaterThan(found[0]! - 1e-9);
  expect(found[2]).toBeGreaterThan(found[1]! - 1e-9);
  metrics.forEach((metric, k) => {
    expect(found[k]).toBeLessThan(shortest(metric, target, options).complexity + 1e-8);
  });
});

test('the length converges as 1/K²', () => {
  const metric = { maxSize: 1, penalty: 6 };
  const target = state(2, 8);
  const eight = shortest(metric, target, { slices: 8, tolerance: 1e-14 });
  const sixteen = shortest(metric, target, { slices: 16, tolerance: 1e-14 });
  expect(sixteen.coarseLength).toBeCloseTo(eight.length, 7);
  const slope = Math.log2((eight.coarseLength - eight.length) / (eight.length - sixteen.length));
  expect(slope).toBeGreaterThan(1.8);
  expect(slope).toBeLessThan(2.2);
});

test('the length grows with every weight', () => {
  const target = state(2, 4);
  const lengths = [1, 2, 4].map((penalty) => shortest({ maxSize: 1, penalty }, target).length);
  expect(lengths[1]).toBeGreaterThan(lengths[0]! - 1e-9);
  expect(lengths[2]).toBeGreaterThan(lengths[1]! - 1e-9);
});

test('GHZ of five qubits by chain-local words does not stop at fidelity ½', () => {
  const ghz = complexVector(Array.from({ length: 32 }, (_, b) => (b === 0 || b === 31 ? Math.SQRT1_2 : 0)));
  const { infidelity, length } = shortest(local, ghz, { starts: 1, maxSteps: 60, slices: 8 });
  expect(infidelity).toBeLessThan(1e-4);
  expect(length).toBeLessThan((9 * Math.PI) / 4); // the textbook circuit: one Y, and ZY and Y for each further qubit
});

test('nor does GHZ of seven qubits from a product state: the end is approached in its own frame', () => {
  const ghz = complexVector(Array.from({ length: 128 }, (_, b) => (b === 0 || b === 127 ? Math.SQRT1_2 : 0)));
  const reference = productState('+rl-+r1', 7);
  const turned = { length: 128, interleaved: inProductFrame(reference, ghz.interleaved, 'out of') };
  const { infidelity, starts } = shortest(local, turned, { starts: 1, maxSteps: 40, slices: 8, reference });
  expect(infidelity).toBeLessThan(1e-4);
  expect(starts[0]).toBeGreaterThan(1); // paths that stop at fidelity ½ are 0.04 long
}, 240_000);

test('the reference may be another basis state or a product state', () => {
  const flipped = shortest({ penalty: 1 }, basis(2, 3), { reference: basis(2, 2) });
  expect(flipped.length).toBeCloseTo((Math.SQRT1_2 * Math.PI) / 2, 7);
  const reference = productVector([{ polar: 1, azimuth: 0 }]);
  expect(shortest({ penalty: 1 }, productVector([{ polar: 2.2, azimuth: 0 }]), { reference }).length).toBeCloseTo(
    0.6,
    8,
  );
});

test('the same seed gives the same numbers', () => {
  const [a, b] = [1, 2].map(() => shortest(local, bell, { seed: 3, starts: 1 }));
  expect(a).toEqual(b);
});

test('the lower bound is the better of the two: by dimension, or by sets of anticommuting words', () => {
  const angle = Math.PI / 2;
  const all = controlWords({ sizeWeights: [4, 4], penalty: 4 }, 2);
  expect(lengthLowerBound(all, basis(2, 0), basis(2, 1))).toBeCloseTo(2 * Math.SQRT1_2 * angle, 12);
  const single = controlWords({ maxSize: 1, penalty: Infinity }, 6); // six sets {X, Y, Z}: ‖H‖ ≤ √6
  expect(lengthLowerBound(single, basis(6, 0), basis(6, 1))).toBeCloseTo(angle / Math.sqrt(6), 12);
});

test.each([
  [complexVector([1, 0, 0]), {}, /2\^n amplitudes with n ≤ 14 required, got 3/],
  [bell, { starts: 0 }, /a start or a path required/],
  [complexVector([1, 1]), {}, /states of norm 1 required/],
  [bell, { slices: 2.5 }, /a whole number of slices of at least 1 required, got 2.5/],
  [bell, { reference: basis(1, 0) }, /a reference of 4 amplitudes required, got 2/],
])('what is wrong is named', (target, options, message) => {
  expect(() => shortest({ penalty: 1 }, target, options)).toThrow(message);
});
