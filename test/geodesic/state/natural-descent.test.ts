import { expect, test } from 'vitest';
import { ghz } from '../../../datasets/ghz.ts';
import { w } from '../../../datasets/w.ts';
import { controlWords } from '../../../src/complexity/controls.ts';
import { endPointJacobian, missAt } from '../../../src/geodesic/state/end-point-jacobian.ts';
import { drawnNear } from '../../../src/geodesic/state/natural-descent.ts';
import { randomPath } from '../../../src/geodesic/state/sliced-search.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { zeroVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { length, times } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { approached, explored, pathCondition } from '../../../src/path/constrained-path.ts';
import type { PathProblem } from '../../../src/path/state-path.ts';

test('W of six qubits on a chain, where corrections are long at first, comes near without becoming long itself', () => {
  const to = zeroVector(64);
  to.interleaved[0] = 1;
  const controls = controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 6);
  const amplitudeWeights = new Float64Array(64).fill(1);
  const problem: PathProblem = { controls, slices: 5, from: w(6).amplitudes, to, amplitudeWeights };
  const naturalMiss = (x: Float64Array): number => length(endPointJacobian(problem, x).natural(missAt(problem, x)));
  const start = randomPath(problem, randomStream(0, 'geodesic start 1'));
  const found = solution(explored(pathCondition(problem), start, 100));
  const rough = solution(approached(pathCondition(problem), found, { maxSteps: 150, tolerance: 1e-10 })).x;
  const steps = drawnNear(problem, rough, 'near');
  let next = steps.next();
  while (!next.done) next = steps.next();
  expect(naturalMiss(rough)).toBeGreaterThan(0.1);
  expect(naturalMiss(next.value)).toBeLessThan(0.1);
  expect(length(next.value)).toBeLessThan(1.05 * length(rough));
});

test('a path that nearly vanishes asks for paths of any length, and gets none that is much longer than a path to a state', () => {
  const to = zeroVector(16);
  to.interleaved[0] = 1;
  const controls = controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 4);
  const amplitudeWeights = new Float64Array(16).fill(1);
  const problem: PathProblem = { controls, slices: 4, from: w(4).amplitudes, to, amplitudeWeights };
  const tiny = times(1e-9, randomPath(problem, randomStream(0, 'geodesic start 1')));
  const { natural } = endPointJacobian(problem, tiny);
  expect(length(natural(missAt(problem, tiny)))).toBeGreaterThan(1e6);
  let yielded = 0;
  const steps = drawnNear(problem, tiny, 'near');
  let next = steps.next();
  for (; !next.done; next = steps.next()) yielded = Math.max(yielded, next.value.length);
  expect(yielded).toBeLessThan(5);
  expect(length(next.value)).toBeLessThan(5);
});

test('a path given in other words, which is none at all in these, ends as a result that tells how far the target is', () => {
  const path = { words: ['XXX'], velocity: Array.from({ length: 8 }, () => [1]) };
  const options = { starts: 0, paths: [path] };
  const { value, result } = solution(stateGeodesic({ maxSize: 2, penalty: Infinity }, ghz(3).amplitudes, options));
  expect(result).toBe('max-steps');
  expect(value.length).toBe(0);
  expect(value.status).toMatch(/infidelity 0\.500 from the target/);
});
