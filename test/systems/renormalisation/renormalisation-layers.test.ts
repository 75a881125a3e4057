import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, identityMatrix } from '../../../src/linalg/complex.ts';
import { addScaledMatrix, adjoint, frobeniusNorm, kronecker, multiply, trace } from '../../../src/linalg/matrix.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length } from '../../../src/linalg/real-vector.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import { correlator, stacked } from '../../../src/systems/renormalisation/constellations.ts';
import { fixedShares } from '../../../src/systems/renormalisation/fixed-point.ts';
import { gradedIsometries } from '../../../src/systems/renormalisation/graded-isometries.ts';
import {
  alternatingUpdates,
  ascend,
  binaryLayer,
  chainTerm,
  checkLayer,
  criticalIsing,
  criticalPotts,
  criticalXxz,
  descend,
  fixedPoint,
  type LayeredNetwork,
  layerManifold,
  layerStart,
  meraCorrelations,
  meraInformation,
  modifiedBinaryLayer,
  networkOfLayers,
  networkStart,
  type RenormalisationLayer,
  scaleInvariantEnergy,
  ternaryLayer,
} from '../../../src/systems/renormalisation/index.ts';
import { programsOf, run, tensorsOf } from '../../../src/systems/renormalisation/layer-programs.ts';
import { expectation } from '../../../src/systems/renormalisation/operator-product.ts';

const stream = randomStream(5, 'layers');

/** A random Hermitian matrix for each size. */
const hermitian = (sizes: readonly number[]): readonly ComplexMatrix[] =>
  sizes.map((rows) => {
    const matrix = {
      rows,
      cols: rows,
      interleaved: Float64Array.from({ length: 2 * rows * rows }, () => stream.normal()),
    };
    return addScaledMatrix(matrix, [1, 0], adjoint(matrix));
  });

const inner = (a: readonly ComplexMatrix[], b: readonly ComplexMatrix[]): number =>
  a.reduce((sum, matrix, k) => sum + dot(matrix.interleaved, b[k]!.interleaved), 0);

const FORMS = [
  { form: 'ternary', make: ternaryLayer, sizes: [9] },
  { form: 'binary', make: binaryLayer, sizes: [27] },
  { form: 'modified binary', make: modifiedBinaryLayer, sizes: [9, 9] },
] as const;

/** The expectation of an operator on fine sites in the state of all tensors of the unit, without any cone. */
function wholeUnit(layer: RenormalisationLayer, theta: Float64Array, window: number, h: ComplexMatrix): ComplexMatrix {
  const { unit, windows } = layer;
  const { boundary, bulk, dimensions, nodes } = unit;
  // Amplitudes ⟨fine|V|coarse⟩ of the whole unit by brute force over all legs.
  const size = (legs: readonly string[]): number => legs.reduce((product, leg) => product * dimensions[leg]!, 1);
  const [F, C] = [size(boundary), size(bulk)];
  const inside = Object.keys(dimensions).filter((leg) => !boundary.includes(leg) && !bulk.includes(leg));
  const digits = (index: number, legs: readonly string[], into: Record<string, number>): void => {
    for (const leg of legs.toReversed()) {
      into[leg] = index % dimensions[leg]!;
      index = Math.floor(index / dimensions[leg]!);
    }
  };
  const at = (legs: readonly string[], values: Record<string, number>): number =>
    legs.reduce((index, leg) => index * dimensions[leg]! + values[leg]!, 0);
  const V = new Float64Array(2 * F * C);
  const values: Record<string, number> = {};
  for (let f = 0; f < F; f++) {
    digits(f, boundary, values);
    for (let c = 0; c < C; c++) {
      digits(c, bulk, values);
      for (let i = 0; i < size(inside); i++) {
        digits(i, inside, values);
        let [re, im] = [1, 0];
        for (const { legs, tensor } of nodes) {
          if (tensor.kind !== 'isometry') continue;
          const place = tensor.offset + 2 * at(legs, values);
          [re, im] = [re * theta[place]! - im * theta[place + 1]!, re * theta[place + 1]! + im * theta[place]!];
        }
        V[2 * (f * C + c)] = V[2 * (f * C + c)]! + re;
        V[2 * (f * C + c) + 1] = V[2 * (f * C + c) + 1]! + im;
      }
    }
  }
  const own = windows[window]!.fine;
  const H = new Float64Array(2 * F * F);
  const [a, b]: Record<string, number>[] = [{}, {}];
  for (let f = 0; f < F; f++) {
    for (let g = 0; g < F; g++) {
      digits(f, boundary, a!);
      digits(g, boundary, b!);
      if (boundary.some((leg) => !own.includes(leg) && a![leg] !== b![leg])) continue;
      const place = 2 * (at(own, a!) * h.cols + at(own, b!));
      H.set(h.interleaved.subarray(place, place + 2), 2 * (f * F + g));
    }
  }
  const map = { rows: F, cols: C, interleaved: V };
  return multiply(map, multiply({ rows: F, cols: F, interleaved: H }, map), { adjointA: true });
}

describe('superoperators', () => {
  test.each(FORMS)('of a $form layer are unital, trace preserving and adjoint to each other', ({ make, sizes }) => {
    const layer = make({ fine: 3, coarse: 3 });
    checkLayer(layer);
    const theta = layerStart(layer, stream, { real: false, noise: 1 });
    const [h, rho] = [hermitian(sizes), hermitian(sizes)];
    const [up, down] = [ascend(layer, theta, h), descend(layer, theta, rho)];
    expect(Math.abs(inner(rho, up) - inner(down, h))).toBeLessThan(
      1e-13 * length(h[0]!.interleaved) * length(rho[0]!.interleaved),
    );
    const fixed = fixedPoint(layer, theta).value;
    const again = descend(
      layer,
      theta,
      fixed.map((matrix) => ({ ...matrix, interleaved: matrix.interleaved.map((x) => x / fixed.length) })),
    );
    fixed.forEach((matrix, kind) => {
      expect(trace(matrix)[0]).toBeCloseTo(1, 12);
      const change = matrix.interleaved.map((x, k) => x - fixed.length * again[kind]!.interleaved[k]!);
      expect(length(change)).toBeLessThan(1e-12);
    });
    if (sizes.length > 1) return;
    const one = ascend(layer, theta, [identityMatrix(sizes[0])])[0]!;
    expect(frobeniusNorm(addScaledMatrix(one, [-1, 0], identityMatrix(sizes[0])))).toBeLessThan(1e-13 * sizes[0]);
    expect(trace(down[0]!)[0]).toBeCloseTo(trace(rho[0]!)[0], 11);
  });

  test('are those of the whole unit, contracted without cones', () => {
    const layer = ternaryLayer({ fine: 2, coarse: 2 });
    const theta = layerStart(layer, stream, { real: false, noise: 1 });
    const [h] = hermitian([4]);
    const mean = [0, 1, 2]
      .map((window) => wholeUnit(layer, theta, window, h!).interleaved)
      .reduce((sum, part) => sum.map((x, k) => x + part[k]! / 3), new Float64Array(32));
    const up = ascend(layer, theta, [h!])[0]!;
    expect(length(up.interleaved.map((x, k) => x - mean[k]!))).toBeLessThan(1e-12);
  });

  test('of the modified binary layer are those of the whole unit, and each pair without a disentangler is joined next', () => {
    const layer = modifiedBinaryLayer({ fine: 2, coarse: 2 });
    const theta = layerStart(layer, stream, { real: false, noise: 1 });
    const { density } = fixedShares(layer);
    expect(density).toEqual([0.5, 0.5]);
    // Inside an isometry, under a disentangler, inside an isometry, under none.
    const [inside, under, , apart] = layer.windows;
    expect(inside!.kinds![0]).toBe(apart!.kinds![1]);
    expect(under!.kinds![0]).toBe(apart!.kinds![0]);
    expect(inside!.kinds![1]).toBe(under!.kinds![0]);
    const h = hermitian([4, 4]);
    const up = ascend(layer, theta, h);
    // Only the last window leads to AB; the whole unit acts on all four coarse sites.
    const whole = wholeUnit(layer, theta, 3, h[1]!);
    const trace4 = (k: number, l: number): number => {
      let sum = 0;
      for (const outer of [0, 1])
        for (const last of [0, 1])
          sum += whole.interleaved[2 * ((outer * 8 + k * 2 + last) * 16 + outer * 8 + l * 2 + last)]!;
      return sum / 4;
    };
    for (let k = 0; k < 4; k++) {
      for (let l = 0; l < 4; l++) expect(up[0]!.interleaved[2 * (4 * k + l)]!).toBeCloseTo(trace4(k, l) / 2, 12);
    }
  });

  test('of a layer of the user’s own are planned from its windows', () => {
    // A tree: one isometry from a site to two, no disentangler; operators of two sites need both branches.
    const unit: TensorNetwork = {
      kind: 'network',
      parameters: 2 * 4 * 2,
      dimensions: { a: 2, b: 2, c: 2, d: 2, x: 2, y: 2 },
      nodes: [
        { id: 'left', legs: ['a', 'b', 'x'], tensor: { kind: 'isometry', offset: 0, rows: 4, columns: 2 } },
        { id: 'right', legs: ['c', 'd', 'y'], tensor: { kind: 'isometry', offset: 0, rows: 4, columns: 2 } },
      ],
      boundary: ['a', 'b', 'c', 'd'],
      bulk: ['x', 'y'],
      environment: [],
    };
    const layer: RenormalisationLayer = {
      unit,
      branching: 2,
      windows: [
        { fine: ['a', 'b'], coarse: ['x', 'y'] },
        { fine: ['b', 'c'], coarse: ['x', 'y'] },
      ],
    };
    checkLayer(layer);
    const theta = layerStart(layer, stream);
    const one = ascend(layer, theta, [identityMatrix(4)])[0]!;
    expect(frobeniusNorm(addScaledMatrix(one, [-1, 0], identityMatrix(4)))).toBeLessThan(1e-13);
    expect(fixedPoint(layer, theta).result).toBe('converged');
    const wrong = { ...layer, windows: [{ fine: ['a', 'q'], coarse: ['x'] }] };
    expect(() => checkLayer(wrong)).toThrow('fine legs of the boundary required, got a,q');
    expect(() => ascend(layer, theta, [identityMatrix(3)])).toThrow(
      'ascend: square matrices of 4 rows required, got 3×3',
    );
  });
});

test('a mirrored start has v as the mirror image of w in the modified binary layer, and is as any other in the ternary one', () => {
  const drawn = () => randomStream(7, 'mirrored');
  const layer = modifiedBinaryLayer({ fine: [0, 1, 1], middle: [0, 1], coarse: [0, 0, 1, 1] });
  const theta = layerStart(layer, drawn(), { mirrored: true });
  const [, w, v] = gradedIsometries(layer);
  for (let f = 0; f < 3; f++) {
    for (let m = 0; m < 2; m++) {
      for (let c = 0; c < 4; c++) {
        const [left, right] = [
          theta[w!.offset + 2 * ((f * 2 + m) * 4 + c)],
          theta[v!.offset + 2 * ((m * 3 + f) * 4 + c)],
        ];
        expect(right).toBeCloseTo(left!, 13);
      }
    }
  }
  const ternary = ternaryLayer({ fine: 2, coarse: 2 });
  expect(layerStart(ternary, drawn(), { mirrored: true })).toEqual(layerStart(ternary, drawn()));
});

describe('two places that climb a layer before they meet', () => {
  // Legs of a lower layer, named e0, e1, … once it is stacked, and the site above each of its coarse legs.
  const cases = [
    {
      form: 'ternary',
      layer: ternaryLayer({ fine: 2, coarse: 2 }),
      distances: [1, 3],
      joins: [
        { c0: 'f1', c1: 'f2' },
        { c0: 'f2', c1: 'f3' },
        { c0: 'f3', c1: 'f4' },
      ],
      places: [['e1', 'e4']],
      coarse: [['c0', 'c1']],
    },
    {
      form: 'modified binary',
      layer: modifiedBinaryLayer({ fine: 2, coarse: 2 }),
      distances: [2, 4],
      joins: [
        { c1: 'f0', c2: 'f1', c3: 'f2' },
        { c0: 'f1', c1: 'f2', c2: 'f3' },
      ],
      places: [
        ['e3', 'e7'],
        ['e0', 'e4'],
      ],
      coarse: [['c0', 'c1']],
    },
  ] as const;
  const model = criticalIsing();
  const shape = { form: 'ternary', bond: 2, transitional: 0, block: 1, graded: false } as const;

  test.each(cases)('have in a $form layer the state that two layers on each other give them', (one) => {
    const { layer, joins, places, coarse, distances } = one;
    const theta = layerStart(layer, stream, { real: false, noise: 1 });
    const network: LayeredNetwork = { transitional: [], fixed: layer };
    const states = fixedPoint(layer, theta).value;
    const density = states.at(-1)!.interleaved; // of c0 and c1
    const [operator] = hermitian([2]);
    const informations: number[] = [];
    const values = places.map((legs, k) => {
      const own = places.length === 1 ? joins : [joins[k]!];
      const sum = new Float64Array(32);
      for (const join of own) {
        const unit = stacked(layer.unit, layer.unit, join);
        const { descend: down } = programsOf(unit, [{ fine: legs, coarse: coarse[0], kinds: [0, 0] }], [16], [16]);
        run(down, [density, ...tensorsOf(unit, theta)])[0]!.forEach((x, at) => {
          sum[at] = sum[at]! + x / own.length;
        });
      }
      const { entropy } = entropiesOfState({ rows: 4, cols: 4, interleaved: sum }, [2, 2]);
      informations.push(entropy([0]) + entropy([1]) - entropy([0, 1]));
      return expectation(sum, kronecker(operator!, operator!))[0];
    });
    const mean = (all: readonly number[]): number => all.reduce((total, x) => total + x, 0) / all.length;
    const found = meraCorrelations({ model, shape, network, theta }, operator!, 1);
    expect(found.map(({ distance }) => distance)).toEqual(distances);
    expect(found[1]!.value).toBeCloseTo(mean(values), 12);
    const { distance, information } = meraInformation({ model, shape, network, theta }, 1)[1]!;
    expect(distance).toBe(distances[1]);
    expect(information).toBeCloseTo(mean(informations), 10);
  });

  test('are pairs of sites in a binary layer, each of which an operator may be on', () => {
    const layer = binaryLayer({ fine: 2, coarse: 2 });
    const theta = layerStart(layer, stream, { real: false, noise: 1 });
    const network: LayeredNetwork = { transitional: [], fixed: layer };
    const { unit } = layer.kept!.products[0]!.triples[0]!; // two layers
    const [density] = fixedPoint(layer, theta).value;
    const [operator] = hermitian([2]);
    const correlation = (legs: readonly string[]): number => {
      const operators = legs.map((leg) => ({ legs: [leg], kind: 0 }));
      const constellation = { operators, coarse: ['c0', 'c1', 'c2'], kind: 0 };
      return correlator(unit!, theta, constellation, [operator!, operator!], density!.interleaved)[0];
    };
    const [, found] = meraCorrelations({ model, shape, network, theta }, operator!, 1);
    expect(found!.distance).toBe(4);
    expect(found!.value).toBeCloseTo((correlation(['e1', 'e5']) + correlation(['e2', 'e6'])) / 2, 12);
    const { descend: down } = programsOf(
      unit!,
      [{ fine: ['e1', 'e2', 'e5', 'e6'], coarse: ['c0', 'c1', 'c2'], kinds: [0, 0] }],
      [256],
      [64],
    );
    const [state] = run(down, [density!.interleaved, ...tensorsOf(unit!, theta)]);
    const { entropy } = entropiesOfState({ rows: 16, cols: 16, interleaved: state! }, [4, 4]);
    const information = entropy([0]) + entropy([1]) - entropy([0, 1]);
    expect(meraInformation({ model, shape, network, theta }, 1)[1]!.information).toBeCloseTo(information, 10);
  });

  test('are named where a layer of one’s own has none, where they differ, where the operator does not fit', () => {
    const layer = ternaryLayer({ fine: 2, coarse: 2 });
    const theta = layerStart(layer, stream);
    const of = (fixed: RenormalisationLayer, operator = identityMatrix(2)) =>
      meraCorrelations({ model, shape, network: { transitional: [], fixed }, theta }, operator, 1);
    const { kept, ...bare } = layer;
    expect(() => of(bare)).toThrow('meraCorrelations: a layer with pairs of kept places required');
    const far = { operators: ['f1', 'f4'].map((leg) => ({ legs: [leg], kind: 0 })), coarse: ['c0', 'c1'], kind: 0 };
    const products = [{ pairs: [...kept!.products[0]!.pairs, far], triples: [] }];
    expect(() => of({ ...layer, kept: { ...kept!, products } })).toThrow('at one distance required, got 1,3');
    expect(() => of(layer, identityMatrix(3))).toThrow('an operator on sites of dimension 2 required, got 3×3');
    const twice = { unit: stacked(layer.unit, layer.unit, { c0: 'f1', c1: 'f2' }), ...far };
    expect(() => of({ ...layer, kept: { ...kept!, products: [{ pairs: [twice], triples: [] }] } })).toThrow(
      'pairs of places of the unit itself required',
    );
  });
});

describe('several operators below a neighbourhood', () => {
  test.each([
    ['ternary', ternaryLayer({ fine: 2, coarse: 2 })],
    ['binary', binaryLayer({ fine: 2, coarse: 2 })],
    ['modified binary', modifiedBinaryLayer({ fine: 2, coarse: 2 })],
  ] as const)('of a %s layer have the expectation of their product in the density that comes down', (_, layer) => {
    const theta = layerStart(layer, stream, { real: false, noise: 1 });
    for (const constellation of layer.kept!.products.flatMap(({ pairs, triples }) => [...pairs, ...triples])) {
      const { unit = layer.unit, operators: places, coarse } = constellation;
      const rows = (legs: readonly string[]) => legs.reduce((product, leg) => product * unit.dimensions[leg]!, 1);
      const operators = places.map(
        ({ legs }): ComplexMatrix => ({
          rows: rows(legs),
          cols: rows(legs),
          interleaved: Float64Array.from({ length: 2 * rows(legs) ** 2 }, () => stream.normal()),
        }),
      );
      const [rho] = hermitian([rows(coarse)]);
      const fine = places.flatMap(({ legs }) => legs);
      const { descend: down } = programsOf(
        unit,
        [{ fine, coarse, kinds: [0, 0] }],
        [rows(fine) ** 2],
        [rows(coarse) ** 2],
      );
      const [below] = run(down, [rho!.interleaved, ...tensorsOf(unit, theta)]);
      const [re, im] = expectation(
        below!,
        operators.reduce((product, operator) => kronecker(product, operator)),
      );
      const found = correlator(unit, theta, constellation, operators, rho!.interleaved);
      expect(found[0]).toBeCloseTo(re, 9);
      expect(found[1]).toBeCloseTo(im, 9);
    }
  });

  test('must reach all of it', () => {
    const layer = ternaryLayer({ fine: 2, coarse: 2 });
    const lonely = { operators: [{ legs: ['f1'], kind: 0 }], coarse: ['c0', 'c1'], kind: 0 };
    expect(() =>
      correlator(layer.unit, layerStart(layer, stream), lonely, [identityMatrix(2)], new Float64Array(32)),
    ).toThrow('operators that reach the coarse legs c0,c1 required, got c0');
  });
});

describe('the energy', () => {
  const cases: readonly (readonly [string, LayeredNetwork, number])[] = (
    [
      ['ternary', 1],
      ['binary', 1],
      ['modified-binary', 2],
    ] as const
  ).map(([form, block]) => {
    const shape = { form, bond: 3, transitional: block === 2 ? 1 : 2, block, graded: true };
    return [form, networkOfLayers(criticalIsing(), shape), block];
  });

  test.each(cases)('of a %s network has the gradient that differences give', (_, network, block) => {
    const layers = [...network.transitional, network.fixed];
    const term = chainTerm(criticalIsing(), layers[0]!, block);
    const objective = scaleInvariantEnergy(network, term);
    const manifold = layerManifold(layers);
    const theta = networkStart(network, stream, { real: true, noise: 0.5 });
    const { value, gradient } = objective(theta);
    expect(value).toBeGreaterThan(-4 / Math.PI);
    const along = manifold.project(
      theta,
      theta.map(() => stream.normal()),
    );
    const at = (step: number): number =>
      objective(
        manifold.retract(
          theta,
          along.map((x) => step * x),
        ),
      ).value;
    const h = 1e-3 / length(along);
    // Sixth order, so that neither the step nor rounding is seen.
    const slope = (45 * (at(h) - at(-h)) - 9 * (at(2 * h) - at(-2 * h)) + at(3 * h) - at(-3 * h)) / (60 * h);
    expect(Math.abs(dot(gradient, along) - slope)).toBeLessThan(1e-8 * length(along));
  });

  test('goes down in alternating updates, and keeps parity and reality of all tensors', () => {
    const network = cases[0]![1];
    const term = chainTerm(criticalIsing(), network.transitional[0]!, 1);
    const start = networkStart(network, stream, { real: true });
    const steps = [...alternatingUpdates(network, term, start, { rounds: 40 })];
    expect(steps.at(-1)!.energy).toBeLessThan(-1.2);
    const { theta } = steps.at(-1)!;
    expect(theta.every((x, k) => k % 2 === 0 || x === 0)).toBe(true);
    const manifold = layerManifold([...network.transitional, network.fixed]);
    const same = manifold.retract(theta, new Float64Array(theta.length));
    expect(length(same.map((x, k) => x - theta[k]!))).toBeLessThan(1e-12);
  });

  test.each([
    ['ternary', { bond: 5 }],
    ['ternary', { bond: 3, transitional: 2 }],
    ['modified-binary', { bond: 4, middle: 3, transitional: 3 }],
  ] as const)(
    'of a %s network is the same in a larger one, of more states or layers, that contains it',
    (form, more) => {
      const shape = { form, bond: 3, transitional: form === 'ternary' ? 1 : 2, block: 1, graded: true, middle: 2 };
      const small = networkOfLayers(criticalIsing(), shape);
      const large = networkOfLayers(criticalIsing(), { ...shape, ...more }, small);
      const theta = networkStart(small, stream, { real: true });
      const grown = networkStart(large, stream, { real: true, noise: 1e-9 }, { network: small, theta });
      const energy = (network: LayeredNetwork, at: Float64Array): number =>
        scaleInvariantEnergy(network, chainTerm(criticalIsing(), network.transitional[0]!))(at).value;
      expect(energy(large, grown)).toBeCloseTo(energy(small, theta), 7);
    },
  );
});

describe('a chain', () => {
  test('has the exact energies of the literature', () => {
    expect(criticalXxz(0).exact!.energy).toBeCloseTo(-4 / Math.PI, 12);
    expect(criticalXxz(0.5).exact!.energy).toBeCloseTo(-1.5, 12);
    expect(criticalXxz(1).exact!.energy).toBeCloseTo(1 - 4 * Math.LN2, 14);
    expect(criticalPotts().exact!.energy).toBeCloseTo(-2.4359911, 7);
  });

  test('has one term for each of its sites, however many are joined', () => {
    // In a product state of equal sites each neighbourhood has the energy of a site.
    const model = criticalIsing();
    const product = (dimension: number): Float64Array => {
      const rho = new Float64Array(2 * dimension * dimension);
      rho[0] = 1; // all spins up along z
      return rho;
    };
    for (const [form, block, states] of [
      [ternaryLayer, 1, 4],
      [ternaryLayer, 2, 16],
      [binaryLayer, 1, 8],
      [binaryLayer, 2, 64],
    ] as const) {
      const term = chainTerm(model, form({ fine: 2 ** block, coarse: 2 }), block);
      expect(dot(term, product(states))).toBeCloseTo(-1, 13);
    }
  });

  test('with a term that is not Hermitian, breaks its symmetry or does not fit is named', () => {
    const ising = criticalIsing();
    const layer = ternaryLayer({ fine: 2, coarse: 2 });
    const skew = {
      ...ising,
      term: { ...ising.term, interleaved: ising.term.interleaved.map((x, k) => (k === 2 ? 1 : x)) },
    };
    expect(() => chainTerm(skew, layer)).toThrow("model 'ising': a finite Hermitian term required");
    expect(() => chainTerm({ ...ising, symmetry: { modulus: 0, charges: [1, -1] } }, layer)).toThrow(
      'conserves the charges',
    );
    expect(() => chainTerm(ising, ternaryLayer({ fine: 3, coarse: 2 }))).toThrow(
      'sites of dimension 2 required, got 3,3',
    );
    expect(() => ternaryLayer({ fine: 2, coarse: 9 })).toThrow('rows ≥ columns required for the tensor w, got 8 and 9');
    const long = { ...ising, range: 3, term: identityMatrix(8) };
    expect(() => chainTerm(long, layer)).toThrow('a range of at most 2 sites required, got 3');
  });
});
