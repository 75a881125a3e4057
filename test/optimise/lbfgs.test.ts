import { expect, test } from 'vitest';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimise, solution } from '../../src/optimise/minimise.ts';

test('a preconditioner that is the inverse Hessian of a quadratic form leads to its minimum in one step', () => {
  const curvatures = [1, 1e3, 1e6];
  const objective = (x: Float64Array) => ({
    value: x.reduce((sum, value, k) => sum + (curvatures[k]! * value * value) / 2, 0),
    gradient: x.map((value, k) => curvatures[k]! * value),
  });
  const preconditioner = (g: Float64Array): Float64Array => g.map((value, k) => value / curvatures[k]!);
  const stop = { maxSteps: 50, gradientTolerance: 1e-9 };
  const start = Float64Array.of(1, -2, 3);
  const { result, steps } = solution(minimise(objective, lbfgs({ preconditioner }), start, stop));
  expect(result).toBe('converged');
  expect(steps).toBe(1);
  expect(solution(minimise(objective, lbfgs(), start, stop)).steps).toBeGreaterThan(1);
});
