/** @file Laws and limits of geodesic searches that take too long for every change: random targets, many brackets. */

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { w } from '../../datasets/w.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { randomPath } from '../../src/geodesic/state/sliced-search.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import { exponentialMap } from '../../src/geodesic/unitary/exponential-map.ts';
import { logarithmicMap } from '../../src/geodesic/unitary/logarithmic-map.ts';
import { reachingPath, sampledPath, unitaryPathProblem } from '../../src/geodesic/unitary/unitary-path.ts';
import { type ComplexMatrix, zeroVector } from '../../src/linalg/complex.ts';
import { adjoint, kronecker, multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { normSquared } from '../../src/linalg/vector.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { explored, pathCondition } from '../../src/path/constrained-path.ts';
import { missOf, runPath } from '../../src/path/state-path.ts';

const haar = (qubits: number, seed: number): ComplexMatrix => randomUnitary(2 ** qubits, randomStream(seed, 'target'));
const local: PenaltyMetric = { maxSize: 2, maxRange: 1, penalty: Infinity };

describe('random targets of two qubits', () => {
  const find = (V: ComplexMatrix, metric: PenaltyMetric): number => {
    const options = { starts: 2, branches: 3, conjugatePoints: false, slicedLengths: false };
    const { value, result } = logarithmicMap(metric, V, options);
    expect(result).toBe('converged');
    return value.length;
  };

  test('C(V) = C(V†) = C(kVk†) for local k, and C(VW) ≤ C(V) + C(W)', () => {
    const metric = { maxSize: 1, penalty: 4 };
    fc.assert(
      fc.property(fc.nat(10000), (seed) => {
        const [V, W] = [haar(2, seed), haar(2, seed + 1)];
        const k = kronecker(haar(1, seed + 2), haar(1, seed + 3));
        const length = find(V, metric);
        expect(find(adjoint(V), metric)).toBeCloseTo(length, 8);
        expect(find(multiply(multiply(k, V), k, { adjointB: true }), metric)).toBeCloseTo(length, 8);
        expect(find(multiply(V, W), metric)).toBeLessThanOrEqual(length + find(W, metric) + 1e-9);
      }),
      { seed: 2, numRuns: 2 },
    );
  });

  test('C(V) does not fall when any weight rises', () => {
    fc.assert(
      fc.property(fc.nat(10000), fc.double({ min: 1, max: 5, noNaN: true }), (seed, b) => {
        const V = haar(2, seed);
        const lengths = [
          { sizeWeights: [0.5, b], penalty: 1 },
          { sizeWeights: [0.8, b], penalty: 1 },
          { sizeWeights: [0.8, b + 1], penalty: 1 },
        ].map((metric) => find(V, metric));
        expect(lengths[1]).toBeGreaterThanOrEqual(lengths[0]! - 1e-9);
        expect(lengths[2]).toBeGreaterThanOrEqual(lengths[1]! - 1e-9);
      }),
      { seed: 3, numRuns: 2 },
    );
  });
});

test('the direct method converges to the length found by shooting: three qubits, penalty 10', () => {
  const metric = { maxSize: 2, penalty: 10 };
  const V = haar(3, 4);
  const { momentum, length } = logarithmicMap(metric, V, { starts: 2, branches: 0 }).value;
  const { flow } = exponentialMap(metric, { momentum });
  const direct = [8, 16, 32].map((slices) => {
    const problem = unitaryPathProblem(controlWords(metric, 3), slices, V);
    return reachingPath(problem, sampledPath(problem, flow), 300, flow.momentumAt(1)).length;
  }) as [number, number, number];
  // Romberg's extrapolation in 1/K².
  const [first, second] = [(4 * direct[1] - direct[0]) / 3, (4 * direct[2] - direct[1]) / 3];
  expect(Math.abs((16 * second - first) / 15 - length)).toBeLessThan(1e-6 * length);
});

test('conjugate points are counted where some directions move the end a million times less: W of five on a chain', () => {
  const options = { starts: 1, polished: 1, conjugatePoints: true };
  const { certificate, status } = solution(stateGeodesic(local, w(5).amplitudes, options)).value;
  expect([certificate.conjugatePoints, certificate.conjugateAtEnd, certificate.family]).toEqual([0, 1, 1]);
  expect(status).toMatch(/^certified local minimum/);
});

test('a path to W of ten qubits on a chain does not shrink to no path at all', () => {
  const to = zeroVector(2 ** 10);
  to.interleaved[0] = 1;
  const amplitudeWeights = Float64Array.from({ length: 2 ** 10 }, (_, b) =>
    Math.max(1, b.toString(2).replaceAll('0', '').length),
  );
  const problem = { controls: controlWords(local, 10), slices: 4, from: w(10).amplitudes, to, amplitudeWeights };
  const start = randomPath(problem, randomStream(0, 'geodesic start 1'));
  const { x } = solution(explored(pathCondition(problem), start, 60));
  expect(normSquared(missOf(to, runPath(problem, x).end))).toBeLessThan(0.1);
});
