import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { randomPath } from '../../src/geodesic/state/sliced-search.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { length } from '../../src/linalg/real-vector.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { approached, type ConstrainedPath, free, pathCondition } from '../../src/path/constrained-path.ts';
import { gradual } from '../../src/path/gradual-approach.ts';
import { approachedInMetric, ledOnto } from '../../src/path/metric-approach.ts';
import { missedBy, type PathProblem } from '../../src/path/state-path.ts';
import { problemOf } from './path-problem.ts';

const drawn = (problem: PathProblem, maxSteps: number) =>
  solution(gradual(pathCondition(problem), randomPath(problem, randomStream(1, 'path')), maxSteps));

test('the way in the metric ends where the way without does, on the target', () => {
  const problem = problemOf(ghz(3).amplitudes, 4);
  const path = pathCondition(problem);
  const start = drawn(problem, 200);
  const plain = solution(approached(path, start, { maxSteps: 300, tolerance: 1e-24, stages: 12 }));
  const aim = { maxSteps: 60, tolerance: 1e-24, weights: [1e3, 1e3, 1e4, 1e4, 1e5] };
  const eased = solution(approachedInMetric(path, start, aim));
  const { x, square } = ledOnto(path, eased.x, eased.jacobian!);
  expect(square).toBeLessThan(1e-22);
  expect(missedBy(problem, x)).toBeCloseTo(square, 22);
  expect(length(x)).toBeCloseTo(length(plain.x), 7);
});

test('W₆ on a chain, which takes many brackets, is met ten times closer by a third of the steps', () => {
  const problem = problemOf(w(6).amplitudes, 8);
  const path = pathCondition(problem);
  const start = drawn(problem, 40);
  const plain = solution(approached(path, start, { maxSteps: 40, tolerance: 1e-10 }));
  const eased = solution(
    approachedInMetric(path, start, { maxSteps: 20, tolerance: 1e-10, weights: [1e4, 1e5, 1e6, 1e7] }),
  );
  expect(3 * eased.steps).toBeLessThanOrEqual(plain.steps);
  expect(10 * missedBy(problem, eased.x)).toBeLessThan(missedBy(problem, plain.x));
  expect(length(eased.x)).toBeLessThan(1.01 * length(plain.x));
});

test('a weight that gains little is the last', () => {
  let jacobians = 0;
  const path: ConstrainedPath = {
    weights: Float64Array.of(1, 1),
    // Half of the condition is never met.
    condition: ([x]) => ({
      miss: Float64Array.of(x! - 1, 0.5),
      pushforward: ([dx]) => {
        jacobians++;
        return Float64Array.of(dx!, 0);
      },
      pullback: ([first]) => Float64Array.of(first!),
    }),
  };
  const start = { x: Float64Array.of(0), force: free(path, 1), loss: Infinity, steps: 0 };
  const { x } = solution(approachedInMetric(path, start, { maxSteps: 9, tolerance: 0, weights: [1, 2, 4, 8] }));
  expect(jacobians).toBe(2);
  expect(x[0]).toBeCloseTo(14 / 15, 9); // p = 2(x − 1) with x = 2/3, then x = (4 − p)/5
});
