import { expect, test } from 'vitest';
import { settle } from '../../../src/geodesic/state/direct-method.ts';
import { complexVector } from '../../../src/linalg/complex.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import type { PathProblem } from '../../../src/path/state-path.ts';

const problem = (weight: number): PathProblem => ({
  controls: { qubits: 1, words: ['X'], weights: Float64Array.of(weight) },
  slices: 1,
  from: complexVector([1, 0]),
  to: complexVector([0, 1]),
  amplitudeWeights: Float64Array.of(1, 1),
});
const settled = (weight: number) =>
  solution(settle(problem(weight), Float64Array.of(0.4), 'settling', { maxSteps: 50, tolerance: 1e-12 }));

test('a path settles at the shortest, π/2 about X', () => {
  const { x, infidelity } = settled(1);
  expect(Math.abs(x[0]!)).toBeCloseTo(Math.PI / 2, 5);
  expect(infidelity).toBeLessThan(1e-12);
});

test('a path that runs away is given back as it came', () => {
  const { x, slope } = settled(1e3);
  expect(x).toEqual(Float64Array.of(0.4));
  expect(slope).toBe(Infinity);
});
