import { describe, expect, test } from 'vitest';
import { rightInvariantMetric, weightedMetric } from '../../../src/complexity/right-invariant-metric.ts';
import { unitaryFlow } from '../../../src/geodesic/unitary/exponential-map.ts';
import { conjugatePoints, jacobiFields } from '../../../src/geodesic/unitary/jacobi-fields.ts';
import { hermitianEigenvalues } from '../../../src/linalg/hermitian-eigen.ts';
import { multiply } from '../../../src/linalg/matrix.ts';
import { unitaryLogarithm } from '../../../src/linalg/normal-eigen.ts';
import { coordinatesOf, coordinatesOfSum } from '../../../src/operator/pauli-coordinates.ts';
import { pauliSumMatrix } from '../../../src/operator/pauli-sum.ts';
import { randomSum } from './unitaries.ts';

describe('conjugate points', () => {
  test.each([1, 2, 3, 4])('bi-invariant: the first at 2π/(E_max − E_min), twice (H number %d)', (seed) => {
    const H = randomSum(seed % 2 === 0 ? 2 : 1, seed, 0.8);
    const energies = hermitianEigenvalues(pauliSumMatrix(H));
    const known = (2 * Math.PI) / (energies[energies.length - 1]! - energies[0]!);
    const metric = rightInvariantMetric({ penalty: 1 }, H.qubits);
    const momentum = coordinatesOfSum(H);
    const time = 1.01 * known;
    const flow = unitaryFlow(metric, momentum, time);
    const { count, first } = conjugatePoints(metric, flow, momentum, 900, time)!;
    expect(count).toBe(2);
    expect(Math.abs(first! - known)).toBeLessThan(1e-10 * known);
    expect(conjugatePoints(metric, flow, momentum, 20, 0.99 * known)).toEqual({
      count: 0,
      atEnd: [],
      otherMomenta: [],
    });
    const there = conjugatePoints(metric, flow, momentum, 20, known)!;
    expect([there.count, there.atEnd.length]).toEqual([0, 2]);
  });

  test('bi-invariant: counts every gap of the spectrum, 2·floor(gap·t/2π)', () => {
    const H = randomSum(2, 12, 1);
    const energies = [...hermitianEigenvalues(pauliSumMatrix(H))];
    const time = 4;
    const known = energies
      .flatMap((a, j) => energies.slice(j + 1).map((b) => 2 * Math.floor(((b - a) * time) / (2 * Math.PI))))
      .reduce((sum, x) => sum + x, 0);
    expect(known).toBeGreaterThan(4);
    const metric = rightInvariantMetric({ penalty: 1 }, 2);
    const flow = unitaryFlow(metric, coordinatesOfSum(H), time);
    expect(conjugatePoints(metric, flow, coordinatesOfSum(H), 200, time)?.count).toBe(known);
  });

  // The momentum qZ turns the plane of X and Y by 2q per unit of time: J = (e^{Ct} − 1)/C is singular at t = π/q.
  test.each([1.5, 2, 4])('Berger sphere of weight %d: exp(−iθZ) is minimal up to θ = π/q', (q) => {
    const metric = weightedMetric(1, (word) => (word === 'Z' ? q : 1));
    const momentum = coordinatesOfSum({ qubits: 1, terms: [{ word: 'Z', coefficient: q }] });
    const flow = unitaryFlow(metric, momentum, 4);
    const { first } = conjugatePoints(metric, flow, momentum, 1600, 1.1 * (Math.PI / q))!;
    expect(Math.abs(first! - Math.PI / q)).toBeLessThan(1e-10);
  });
});

test.each([
  ['nested weights', { maxSize: 2, penalty: 7 }, 3],
  ['chain', { maxSize: 2, maxRange: 1, penalty: 5 }, 3],
  ['chain without other words', { maxSize: 2, maxRange: 1, penalty: Infinity }, 3],
])('Jacobi fields are the differences of neighbouring geodesics: %s', (_name, penalties, qubits) => {
  const metric = rightInvariantMetric(penalties, qubits);
  const momentum = coordinatesOfSum(randomSum(qubits, 21, 0.3));
  const direction = coordinatesOfSum(randomSum(qubits, 22, 1));
  const flow = unitaryFlow(metric, momentum);
  const { maps } = jacobiFields(metric, flow, momentum, 80);
  const J = maps[80]!;
  const step = 1e-4;
  const [less, more] = [-step, step].map((s) => {
    const end = unitaryFlow(
      metric,
      momentum.map((l, p) => l + s * direction[p]!),
    ).unitaryAt(1);
    return coordinatesOf(unitaryLogarithm(multiply(flow.unitaryAt(1), end, { adjointA: true }))); // = exp(−i s Z)
  });
  const Z = Array.from({ length: J.rows }, (_, i) =>
    direction.subarray(1).reduce((sum, l, j) => sum + J.data[i * J.cols + j]! * l, 0),
  );
  const error = Z.map((z, i) => z - (less![i + 1]! - more![i + 1]!) / (2 * step));
  expect(Math.hypot(...error)).toBeLessThan(2e-6 * Math.hypot(...Z));
});

describe('where the Jacobi fields are singular throughout', () => {
  const metric = rightInvariantMetric({ maxSize: 1, penalty: Infinity }, 2);

  // Controls of single qubits only: the fields live on SU(2) × SU(2), where X has the energies ±1.
  test('conjugate points are counted on the quotient', () => {
    const momentum = coordinatesOfSum({ qubits: 2, terms: [{ word: 'XI', coefficient: 1 }] });
    const time = 1.01 * Math.PI;
    const flow = unitaryFlow(metric, momentum, time);
    const { count, first, otherMomenta } = conjugatePoints(metric, flow, momentum, 400, time)!;
    expect(otherMomenta.length).toBe(9);
    expect(count).toBe(2);
    expect(first).toBeCloseTo(Math.PI, 8);
    expect(conjugatePoints(metric, flow, momentum, 20, 0.99 * Math.PI)!.count).toBe(0);
  });

  test('what may be added to the momentum leaves the path as it is', () => {
    const momentum = coordinatesOfSum(randomSum(2, 4, 0.5));
    const flow = unitaryFlow(metric, momentum);
    const { otherMomenta } = conjugatePoints(metric, flow, momentum, 20)!;
    expect(otherMomenta.length).toBe(9);
    for (const other of otherMomenta) {
      const moved = unitaryFlow(
        metric,
        momentum.map((l, p) => l + 3 * other[p]!),
      );
      const [a, b] = [flow, moved].map(({ unitaryAt }) => unitaryAt(0.7).interleaved);
      expect(Math.max(...a!.map((x, k) => Math.abs(x - b![k]!)))).toBeLessThan(1e-12);
    }
  });
});
