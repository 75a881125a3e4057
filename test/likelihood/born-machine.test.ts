import { describe, expect, test } from 'vitest';
import { barsAndStripesRows } from '../../datasets/index.ts';
import {
  isometricMera,
  locallyPurifiedMps,
  matrixProductState,
  projectedEntangledPairState,
  staircase,
  treeTensorNetwork,
} from '../../models/index.ts';
import { bornMachine } from '../../src/likelihood/born-machine.ts';
import { contractedBornMachine } from '../../src/likelihood/contracted-born-machine.ts';
import { denseBornMachine } from '../../src/likelihood/dense-born-machine.ts';
import { networkOfEdges } from '../../src/likelihood/edge-network.ts';
import { type LikelihoodModel, negativeLogLikelihood } from '../../src/likelihood/likelihood-model.ts';
import { allRows, distributionOf } from '../../src/likelihood/scores.ts';
import { randomStream } from '../../src/linalg/random.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimised } from '../../src/optimise/minimise.ts';

const SITES = [2, 3, 2, 2, 2];
const STAR = networkOfEdges(
  SITES,
  [
    [1, 0],
    [1, 2],
    [1, 3],
    [3, 4],
  ],
  3,
); // node 1 has three bonds

const contracted = (network: TensorNetwork): LikelihoodModel => contractedBornMachine(network, bornMachine(network));

const MODELS = [
  ['real chain', bornMachine(matrixProductState(SITES, { bond: 3 }), { real: true })],
  ['chain', bornMachine(matrixProductState(SITES, { bond: 3 }))],
  ['isometric chain', bornMachine(matrixProductState([2, 2, 2, 2], { bond: 3, form: 'isometric' }))],
  ['real binary tree', bornMachine(treeTensorNetwork(SITES, { bond: 3 }), { real: true })],
  ['binary tree', bornMachine(treeTensorNetwork(SITES, { bond: 3 }))],
  ['real tree of edges', bornMachine(STAR, { real: true })],
  ['tree of edges', bornMachine(STAR)],
  ['real purified chain', bornMachine(locallyPurifiedMps(SITES, { bond: 3 }), { real: true })],
  ['purified chain', bornMachine(locallyPurifiedMps(SITES, { bond: 3 }))],
  ['ring', bornMachine(matrixProductState(SITES, { bond: 2, boundary: 'periodic' }))],
  ['real ring', bornMachine(matrixProductState(SITES, { bond: 2, boundary: 'periodic' }), { real: true })],
  ['PEPS by contraction', contracted(projectedEntangledPairState({ rows: 2, columns: 3 }))],
  ['MERA', bornMachine(isometricMera(4, { bond: 2 }))],
  ['circuit', bornMachine(staircase(4, { block: 'so4' }))],
] as const;

describe.each(MODELS)('%s', (_, model) => {
  const stream = randomStream(3, 'born machine');
  const theta = model.start(stream);
  const rows = allRows(model.dimensions);
  const p = distributionOf(model, theta);
  /** Variable 1 has the value 1 and the last 0. */
  const given = Int16Array.from(model.dimensions, (_, k) => (k === 1 ? 1 : k === model.dimensions.length - 1 ? 0 : -1));
  const agrees = (row: number): boolean =>
    model.dimensions.every((_, k) => given[k]! < 0 || rows.digits[row * model.dimensions.length + k] === given[k]);
  const share = p.reduce((sum, x, row) => sum + (agrees(row) ? x : 0), 0);

  test('probabilities of all rows add up to 1, and those of some rows to their marginal', () => {
    expect(p.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
    expect(Math.exp(model.logMarginal(theta, given))).toBeCloseTo(share, 12);
  });

  test('the likelihood is the weighted mean of log p, and its gradient the slope', () => {
    const weights = Float64Array.from(p, () => stream.uniform());
    const { value, gradient } = model.logLikelihood(theta, rows.digits, weights);
    const total = weights.reduce((sum, w) => sum + w, 0);
    expect(value).toBeCloseTo(
      p.reduce((sum, x, k) => sum + (weights[k]! / total) * Math.log(x), 0),
      10,
    );
    const direction = theta.map(() => stream.normal());
    const at = (t: number): number =>
      model.logLikelihood(
        theta.map((x, k) => x + t * direction[k]!),
        rows.digits,
        weights,
      ).value;
    const slope = gradient.reduce((sum, x, k) => sum + x * direction[k]!, 0);
    const isFlat = model.manifold.project(theta, direction).every((x, k) => x === direction[k]);
    // A straight line leaves the manifold of isometries; that they learn on it is tested below.
    if (isFlat) expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(slope, 5);
  });

  test('samples have their distribution, free and conditional, by χ²', () => {
    const count = 4000;
    for (const [held, law] of [
      [undefined, p],
      [given, p.map((x, row) => (agrees(row) ? x / share : 0))],
    ] as const) {
      const samples = model.sample(theta, stream, count, held);
      const seen = new Float64Array(p.length);
      for (let r = 0; r < count; r++) {
        let place = 0;
        for (const [k, d] of model.dimensions.entries()) place = place * d + samples[r * model.dimensions.length + k]!;
        seen[place]!++;
      }
      expect(seen.every((x, row) => x === 0 || law[row]! > 0)).toBe(true);
      // Cells of fewer than five expected samples are counted as one.
      const rare = law.map((x) => Number(count * x < 5));
      const cells = [...law.keys()].filter((row) => rare[row] === 0).map((row) => [seen[row]!, count * law[row]!]);
      const rest = [...law.keys()].filter((row) => rare[row] === 1);
      const expected = rest.reduce((sum, row) => sum + count * law[row]!, 0);
      if (expected >= 5) cells.push([rest.reduce((sum, row) => sum + seen[row]!, 0), expected]);
      const square = cells.reduce((sum, [got, want]) => sum + (got! - want!) ** 2 / want!, 0);
      const freedom = cells.length - 1;
      expect(square).toBeLessThan(freedom + 4.5 * Math.sqrt(2 * freedom)); // five thousandths of all seeds go beyond four
    }
  });
});

test.each([
  ['chain', matrixProductState(SITES, { bond: 3 })],
  ['binary tree', treeTensorNetwork(SITES, { bond: 3 })],
  ['purified chain', locallyPurifiedMps(SITES, { bond: 3 })],
])('a %s has the probabilities and the gradient of its whole state', (_, network) => {
  const fast = bornMachine(network);
  const dense = denseBornMachine(network, fast);
  const theta = fast.start(randomStream(5, 'start'));
  const rows = allRows(SITES);
  const [a, b] = [fast, dense].map((model) => model.logLikelihood(theta, rows.digits)) as [
    ReturnType<typeof fast.logLikelihood>,
    ReturnType<typeof fast.logLikelihood>,
  ];
  expect(a.value).toBeCloseTo(b.value, 12);
  for (const [k, x] of a.gradient.entries()) expect(x).toBeCloseTo(b.gradient[k]!, 10);
});

test('784 sites have finite likelihoods and gradients, also where tensors are far from 1', () => {
  const network = matrixProductState(new Array<number>(784).fill(2), { bond: 3 });
  const model = bornMachine(network);
  const stream = randomStream(1, 'long');
  const theta = model.start(stream);
  const rows = Uint8Array.from({ length: 784 * 3 }, () => stream.integer(2));
  const { value, gradient } = model.logLikelihood(theta, rows);
  const scaled = model.logLikelihood(
    theta.map((x) => 1e3 * x),
    rows,
  );
  expect(scaled.value).toBeCloseTo(value, 8);
  for (const k of [0, 100, 5000]) expect(1e3 * scaled.gradient[k]!).toBeCloseTo(gradient[k]!, 10);
  expect(model.sample(theta, stream, 2).length).toBe(1568);
});

test('a PEPS of 6 × 6 sites, too large for its amplitudes, draws rows of its own probabilities', () => {
  const model = bornMachine(projectedEntangledPairState({ rows: 6, columns: 6 }));
  const stream = randomStream(2, 'plane');
  const theta = model.start(stream);
  const free = new Int16Array(36).fill(-1);
  const held = free.with(7, 1).with(20, 0);
  const marginals = [0, 1].map((value) => Math.exp(model.logMarginal(theta, held.with(8, value))));
  expect(marginals[0]! + marginals[1]!).toBeCloseTo(Math.exp(model.logMarginal(theta, held)), 12);
  const rows = model.sample(theta, stream, 2, held);
  expect([rows[7], rows[20], rows[43], rows[56]]).toEqual([1, 0, 1, 0]);
  const [log] = model.logProbabilities(theta, rows);
  expect(log).toBeCloseTo(model.logMarginal(theta, Int16Array.from(rows.subarray(0, 36))), 10);
});

test('isometries stay on their manifold while they learn', () => {
  const rows = barsAndStripesRows(2, 2);
  const model = bornMachine(isometricMera(4, { bond: 4 }));
  const { manifold } = model;
  const start = model.start(randomStream(2, 'mera'));
  const { value } = minimised(negativeLogLikelihood(model, rows), lbfgs({ manifold }), start, { maxSteps: 150 });
  expect(value.evaluation.value).toBeCloseTo(Math.log(6), 4);
});

test('what does not fit is named', () => {
  const model = bornMachine(matrixProductState([2, 2], { bond: 2 }));
  const theta = model.start(randomStream(1, 'x'));
  expect(() => model.logProbabilities(theta, Uint8Array.of(0, 2))).toThrow('got 2 in row 0 at site 1 of 2 values');
  expect(() => model.logLikelihood(theta, new Uint8Array(0))).toThrow('1 or more rows of 2 digits required');
  expect(() => model.logLikelihood(theta, Uint8Array.of(0, 1), Float64Array.of(-1))).toThrow('weights ≥ 0, not all 0');
  expect(() => model.logLikelihood(theta, Uint8Array.of(0, 1), Float64Array.of(1, 1))).toThrow('1 weights required');
  expect(() => model.sample(theta, randomStream(1, 'x'), 1, Int16Array.of(2, -1))).toThrow('from −1 to 1 required');
  expect(() => model.logMarginal(theta, Int16Array.of(0))).toThrow('2 given values, −1 where free, required, got 1');
  expect(() => model.logProbabilities(theta.subarray(1), Uint8Array.of(0, 1))).toThrow('parameters required');
  expect(() => bornMachine(staircase(3), { real: true })).toThrow('a tensor network required for real: true');
  expect(() => bornMachine(staircase(30))).toThrow(
    'a tensor network or at most 1048576 amplitudes required, got 1073741824',
  );
  expect(() => bornMachine(projectedEntangledPairState({ rows: 8, columns: 8, bond: 3 }))).toThrow(
    'intermediate tensors of at most 33554432 entries required',
  );
  const impossible = bornMachine(matrixProductState([2, 2], { bond: 1 }));
  const up = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0);
  expect(() => impossible.sample(up, randomStream(1, 'x'), 1, Int16Array.of(1, -1))).toThrow('positive probability');
  expect(impossible.logProbabilities(up, Uint8Array.of(1, 0))[0]).toBe(-Infinity);
});
