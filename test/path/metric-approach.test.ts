import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { randomPath } from '../../src/geodesic/state/sliced-search.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { length } from '../../src/linalg/real-vector.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { conditionJacobian } from '../../src/path/condition-jacobian.ts';
import { approached, type ConstrainedPath, free, pathCondition } from '../../src/path/constrained-path.ts';
import { gradual } from '../../src/path/gradual-approach.ts';
import { approachedInMetric, broughtOnto, ledOnto } from '../../src/path/metric-approach.ts';
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

describe('a path that the Jacobian it comes with does not lead onto the condition', () => {
  let jacobians = 0;
  /** x³ = 8. */
  const cube: ConstrainedPath = {
    weights: Float64Array.of(1),
    condition: ([x]) => ({
      miss: Float64Array.of(x! ** 3 - 8),
      pushforward: ([dx]) => {
        jacobians++;
        return Float64Array.of(3 * x! ** 2 * dx!);
      },
      pullback: ([c]) => Float64Array.of(3 * x! ** 2 * c!),
    }),
  };
  const start = ledOnto(cube, Float64Array.of(6), conditionJacobian(cube, Float64Array.of(20)));

  test('is brought there by Jacobians of its own', () => {
    expect(start.square).toBeGreaterThan(1);
    jacobians = 0;
    const { x, square, steps } = broughtOnto(cube, start, 1e-20);
    expect(x[0]).toBeCloseTo(2, 10);
    expect(square).toBeLessThan(1e-20);
    expect(jacobians).toBeGreaterThan(1);
    expect(jacobians).toBeLessThanOrEqual(4);
    expect(steps).toBeGreaterThan(start.steps + jacobians);
  });

  test('stays where that is near enough, or where its own leads no nearer', () => {
    jacobians = 0;
    expect(broughtOnto(cube, start, start.square)).toBe(start);
    expect(jacobians).toBe(0);
    const flat: ConstrainedPath = { ...cube, condition: (x) => ({ ...cube.condition(x), miss: Float64Array.of(1) }) };
    expect(broughtOnto(flat, { ...start, square: 1 }, 0.5)).toEqual({ ...start, square: 1 });
    expect(jacobians).toBe(1);
  });

  test('takes a share of a move that would lead too far, unless it has too few unknowns', () => {
    jacobians = 0;
    // Newton's method for arctan x = 0 leaves 3 for −9.5; a quarter of the way is −0.1. The second entry is moved along, or always met.
    const arctan = (along: number): ConstrainedPath => ({
      weights: new Float64Array(2).fill(1),
      condition: ([x]) => ({
        miss: Float64Array.of(Math.atan(x!), along * Math.atan(x!)),
        pushforward: ([dx]) => {
          jacobians++;
          return Float64Array.of(dx! / (1 + x! ** 2), (along * dx!) / (1 + x! ** 2));
        },
        pullback: ([c, d]) => Float64Array.of((c! + along * d!) / (1 + x! ** 2)),
      }),
    });
    const far = { x: Float64Array.of(3), square: Math.atan(3) ** 2, steps: 0 };
    expect(broughtOnto(arctan(0), far, 1e-20).x[0]).toBeCloseTo(0, 10);
    expect(jacobians).toBe(2);
    const twice = { ...far, square: 2 * far.square };
    expect(broughtOnto(arctan(1), twice, 1e-20)).toEqual(twice);
  });
});
