/** Laws that every right-invariant complexity obeys, on lengths that the search finds: three qubits, several metrics. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { logarithmicMap } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import { type ComplexMatrix, identityMatrix } from '../../../src/linalg/complex.ts';
import { adjoint, kronecker, multiply, scaledMatrix } from '../../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../../src/linalg/random.ts';
import { lattice } from '../../../src/operator/lattice.ts';
import { CCZ, CNOT, evolution, permutation, randomSum, TOFFOLI } from './unitaries.ts';

const quick = { starts: 1, branches: 0, slices: 3, maxSteps: 15, conjugatePoints: false, slicedLengths: false };

function lengthOf(V: ComplexMatrix, metric: PenaltyMetric): number {
  const { value, result } = logarithmicMap(metric, V, quick);
  expect(result).toBe('converged');
  return value.length;
}

/** Near enough to 1 that one geodesic is the shortest and every start finds it. */
const near = (seed: number, scale = 0.06): ComplexMatrix => evolution(randomSum(3, seed, scale));
const local = (seed: number): ComplexMatrix =>
  [1, 2, 3].map((k) => randomUnitary(2, randomStream(seed, `local ${k}`))).reduce((a, b) => kronecker(a, b));

describe.each([
  ['dear three-qubit words', { maxSize: 2, penalty: 6 }],
  ['dear words on a chain', { maxSize: 2, maxRange: 1, penalty: 3 }],
] as const)('with %s', (_name, metric) => {
  test('C(V) = C(V†) = C(e^{iφ}V) = C(kVk†) for local k', () => {
    fc.assert(
      fc.property(fc.nat(10000), (seed) => {
        const V = near(seed);
        const length = lengthOf(V, metric);
        const k = local(seed);
        expect(lengthOf(adjoint(V), metric)).toBeCloseTo(length, 8);
        expect(lengthOf(scaledMatrix([0.6, 0.8], V), metric)).toBeCloseTo(length, 8);
        expect(lengthOf(multiply(multiply(k, V), k, { adjointB: true }), metric)).toBeCloseTo(length, 8);
      }),
      { seed: 4, numRuns: 1 },
    );
  });

  test('the distance C(WV†) is the same after a unitary from the right, and obeys the triangle inequality', () => {
    const [V, W, g] = [near(1), near(2), near(3)];
    const distance = (from: ComplexMatrix, to: ComplexMatrix): number =>
      lengthOf(multiply(to, from, { adjointB: true }), metric);
    const direct = distance(V, W);
    expect(distance(multiply(V, g), multiply(W, g))).toBeCloseTo(direct, 8);
    expect(direct).toBeLessThanOrEqual(lengthOf(V, metric) + lengthOf(W, metric) + 1e-9);
    expect(direct).toBeGreaterThanOrEqual(Math.abs(lengthOf(V, metric) - lengthOf(W, metric)) - 1e-9);
  });
});

test('C(V) does not fall when any weight rises, one after another', () => {
  const V = near(5);
  const metrics: readonly PenaltyMetric[] = [
    { maxSize: 2, sizeWeights: [0.5, 1], penalty: 2 },
    { maxSize: 2, sizeWeights: [1, 1], penalty: 2 },
    { maxSize: 2, sizeWeights: [1, 2], penalty: 2 },
    { maxSize: 2, sizeWeights: [1, 2], penalty: 5 },
    { maxSize: 2, maxRange: 1, sizeWeights: [1, 2], penalty: 5 },
    { maxSize: 2, maxRange: 1, sizeWeights: [1, 2], penalty: 20 },
  ];
  const lengths = metrics.map((metric) => lengthOf(V, metric));
  expect([...lengths].sort((a, b) => a - b)).toEqual(lengths);
  expect(lengths.at(-1)!).toBeGreaterThan(lengths[0]! + 0.01);
});

test('where distance does not count, qubits may be renamed; on a chain only reversed', () => {
  const V = near(6);
  const renamed = (images: readonly number[]): ComplexMatrix => {
    const P = permutation(images);
    return multiply(multiply(P, V), P, { adjointB: true });
  };
  const swapFirst = [0, 1, 4, 5, 2, 3, 6, 7]; // exchanges the first two qubits
  const reversed = [0, 4, 2, 6, 1, 5, 3, 7];
  const everywhere = { maxSize: 2, penalty: 6 };
  const chain = { maxSize: 2, maxRange: 1, penalty: 6 };
  expect(lengthOf(renamed(swapFirst), everywhere)).toBeCloseTo(lengthOf(V, everywhere), 8);
  expect(lengthOf(renamed(reversed), chain)).toBeCloseTo(lengthOf(V, chain), 8);
  expect(Math.abs(lengthOf(renamed(swapFirst), chain) - lengthOf(V, chain))).toBeGreaterThan(1e-3);
});

describe('metrics that do not lead there', () => {
  const apart = { maxSize: 2, maxRange: 1, penalty: Infinity, lattice: lattice(3, [[0, 1]]) };

  test.each([
    ['Toffoli', TOFFOLI],
    ['CCZ', CCZ],
    ['a CNOT to the qubit that hangs apart', kronecker(identityMatrix(2), CNOT)],
  ])('a graph in two pieces does not reach %s, and says so', (_name, V) => {
    const { value, result } = logarithmicMap(apart, V, quick);
    expect([result, value.length]).toEqual(['stalled', Infinity]);
    expect(value.certificate.status).toMatch(/^unreachable/);
    expect(value.certificate.starts).toEqual([]);
  });

  test('but reaches what its pieces reach', () => {
    const { value, result } = logarithmicMap(apart, kronecker(CNOT, identityMatrix(2)), { ...quick, starts: 3 });
    expect(result).toBe('converged');
    expect(value.length).toBeCloseTo((Math.PI * Math.sqrt(3)) / 4, 8); // all words of the pair weigh 1
  });

  test.each([
    [{ sizeWeights: [1, 0], penalty: 1 }, /sizeWeights above 0 required, got 0/],
    [{ maxSize: 2, penalty: -1 }, /penalty above 0 required, got -1/],
    [{ maxSize: 2, penalty: Number.NaN }, /penalty above 0 required, got NaN/],
    [{ maxSize: 2, penalty: 4, lattice: lattice(2, [[0, 1]]) }, /lattice of 3 sites required, got 2/],
  ])('no metric at all is an error (case %#)', (metric, message) => {
    expect(() => logarithmicMap(metric, CCZ)).toThrow(message);
  });

  test('a matrix that is not finite is no unitary', () => {
    const broken = { ...CCZ, interleaved: CCZ.interleaved.map((x, k) => (k === 3 ? Number.NaN : x)) };
    expect(() => logarithmicMap({ maxSize: 2, penalty: 4 }, broken)).toThrow(/a unitary required/);
  });
});
