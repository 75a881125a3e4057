import { expect, test } from 'vitest';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import type { Objective } from '../../src/optimise/objective.ts';
import { PROBLEMS, rosenbrock } from './problems.ts';

test.each(PROBLEMS)('a correct gradient passes: $name', ({ objective, start, manifold }) => {
  const { relativeError, taylorOrder } = checkGradient(objective, start, { manifold });
  expect(relativeError).toBeLessThan(1e-11);
  expect(taylorOrder).toBeGreaterThan(1.8);
});

test('a gradient that is wrong by 1e-6 in one entry fails', () => {
  const wrong: Objective = (x) => {
    const { value, gradient } = rosenbrock(x);
    gradient[1] = gradient[1]! * (1 + 1e-6);
    return { value, gradient };
  };
  const { relativeError } = checkGradient(wrong, Float64Array.of(-1.2, 1));
  expect(relativeError).toBeGreaterThan(1e-8);
});

test('a gradient of the wrong sign has a remainder of first order', () => {
  const wrong: Objective = (x) => ({ value: Math.sin(x[0]!), gradient: Float64Array.of(-Math.cos(x[0]!)) });
  const { relativeError, taylorOrder } = checkGradient(wrong, Float64Array.of(0.4));
  expect(relativeError).toBeCloseTo(2, 9);
  expect(taylorOrder).toBeCloseTo(1, 2);
});

test('a linear function has no remainder', () => {
  const plane: Objective = (x) => ({ value: 2 * x[0]!, gradient: Float64Array.of(2) });
  expect(checkGradient(plane, Float64Array.of(1)).taylorOrder).toBe(Infinity);
});

test('a Euclidean gradient is not one along the manifold, unless it is projected', () => {
  const { objective, start, manifold } = PROBLEMS[4]!;
  const shifted: Objective = (x) => {
    const { value, gradient } = objective(x);
    return { value, gradient: manifold.project(x, gradient) };
  };
  expect(checkGradient(shifted, start, { manifold }).relativeError).toBeLessThan(1e-11);
  expect(checkGradient(shifted, start).relativeError).toBeGreaterThan(1e-3);
});
