import { describe, expect, test } from 'vitest';
import { weightedMetric } from '../../../src/complexity/right-invariant-metric.ts';
import { unitaryFlow } from '../../../src/geodesic/unitary/exponential-map.ts';
import { conjugatePoints } from '../../../src/geodesic/unitary/jacobi-fields.ts';
import { shotAt } from '../../../src/geodesic/unitary/shooting.ts';
import { shorterShot } from '../../../src/geodesic/unitary/unitary-descent.ts';
import { unitaryPathProblem } from '../../../src/geodesic/unitary/unitary-path.ts';
import { coordinatesOfSum } from '../../../src/operator/pauli-coordinates.ts';
import { evolution } from './unitaries.ts';

/** The straight geodesic to exp(−iθZ) on a Berger sphere of weight q. */
function straight(q: number, theta: number) {
  const metric = weightedMetric(1, (word) => (word === 'Z' ? q : 1));
  const words = ['X', 'Y', 'Z'];
  const controls = { qubits: 1, words, weights: Float64Array.of(1, 1, q) };
  const V = evolution({ qubits: 1, terms: [{ word: 'Z', coefficient: theta }] });
  const momentum = coordinatesOfSum({ qubits: 1, terms: [{ word: 'Z', coefficient: q * theta }] });
  const shot = shotAt(metric, V, momentum, { steps: 0 });
  const points = conjugatePoints(metric, unitaryFlow(metric, momentum), momentum, 60)!;
  return { metric, V, shot, points, problem: unitaryPathProblem(controls, 12, V) };
}

describe('the straight geodesic to exp(−iθZ) on a Berger sphere', () => {
  test.each([
    [4, 1.2],
    [4, 1.5],
    [10, 0.5],
    [10, 1.5],
  ])('of weight %d is left for the shortest one beyond its cut, θ = %d', (q, theta) => {
    const { metric, V, shot, points, problem } = straight(q, theta);
    expect(points.count).toBeGreaterThan(0);
    const shorter = shorterShot(metric, problem, shot, points, V, { tolerance: 1e-11, maxSteps: 30 })!;
    expect(shorter.residual).toBeLessThan(1e-10);
    expect(shorter.flow.speed).toBeCloseTo(Math.sqrt(Math.PI ** 2 - (Math.PI - theta) ** 2 / (1 - 1 / q)), 9);
    expect(conjugatePoints(metric, shorter.flow, shorter.momentum, 60)!.count).toBe(0);
  });

  test('is kept before it', () => {
    const { metric, V, shot, points, problem } = straight(4, 0.7);
    expect(points.count).toBe(0);
    expect(shorterShot(metric, problem, shot, points, V, { tolerance: 1e-11, maxSteps: 30 })).toBeUndefined();
  });
});
