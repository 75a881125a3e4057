import { expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { gradientDescent } from '../../src/optimise/gradient-descent.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimise, minimised, solution } from '../../src/optimise/minimise.ts';
import { weightedSum } from '../../src/optimise/objective.ts';
import { quadratic, rosenbrock } from './problems.ts';

const parabola = (x: Float64Array) => ({ value: x[0]! ** 2, gradient: Float64Array.of(2 * x[0]!) });
const halving = gradientDescent({ learningRate: 0.25 }); // x ← x/2 on the parabola

test('it yields the start and every step, and returns the last', () => {
  const steps = minimise(parabola, halving, Float64Array.of(8), { maxSteps: 3 });
  const seen: (readonly number[])[] = [];
  for (;;) {
    const { done, value } = steps.next();
    if (done) {
      expect([value.result, value.steps, value.value.x[0], value.value.evaluation.value]).toEqual([
        'max-steps',
        3,
        1,
        1,
      ]);
      break;
    }
    seen.push([value.step, value.x[0]!, value.evaluation.value]);
  }
  expect(seen).toEqual([
    [0, 8, 64],
    [1, 4, 16],
    [2, 2, 4],
    [3, 1, 1],
  ]);
});

test.each([
  ['the target', { target: 1 }, 3],
  ['the gradient', { gradientTolerance: 0.5 }, 5],
  ['the change of the value, absolute below one', { valueTolerance: 0.1 }, 6],
  ['the change of the value, relative above one', { valueTolerance: 3 }, 1],
])('it ends as converged by %s', (_, rule, expected) => {
  const { result, steps } = solution(minimise(parabola, halving, Float64Array.of(8), { maxSteps: 100, ...rule }));
  expect([result, steps]).toEqual(['converged', expected]);
});

test('without its steps it returns the same minimum', () => {
  const stop = { maxSteps: 100, gradientTolerance: 0.5 };
  const { value, result, steps } = minimised(parabola, halving, Float64Array.of(8), stop);
  expect([value.x[0], value.evaluation.value, result, steps]).toEqual([0.25, 0.0625, 'converged', 5]);
});

test('a start that satisfies the rule takes no step', () => {
  const { result, steps } = solution(minimise(parabola, halving, Float64Array.of(0), { maxSteps: 9, target: 0 }));
  expect([result, steps]).toEqual(['converged', 0]);
});

test('a function that becomes infinite ends as diverged, with the last good iterate', () => {
  const growing = gradientDescent({ learningRate: 1e100 });
  const { result, value } = solution(minimise(parabola, growing, Float64Array.of(1), { maxSteps: 10 }));
  expect(result).toBe('diverged');
  expect(Number.isFinite(value.evaluation.value)).toBe(true);
});

test('a start where the function is not a number ends as diverged at once', () => {
  const nowhere = () => ({ value: Number.NaN, gradient: Float64Array.of(0) });
  const { result, steps } = solution(minimise(nowhere, halving, Float64Array.of(1), { maxSteps: 10 }));
  expect([result, steps]).toEqual(['diverged', 0]);
});

test('a step to where x is no number ends as diverged, also if the function refuses such an x', () => {
  const strict = (x: Float64Array) => {
    if (!x.every(Number.isFinite)) throw new Error('a finite x required');
    return { value: -Math.abs(x[0]!), gradient: Float64Array.of(-1e200) };
  };
  const wild = gradientDescent({ learningRate: 1e200 });
  const { result, value } = solution(minimise(strict, wild, Float64Array.of(1), { maxSteps: 10 }));
  expect([result, value.x[0]]).toEqual(['diverged', 1]);
});

test('a gradient that points uphill ends as stalled', () => {
  const wrong = (x: Float64Array) => ({ value: x[0]! ** 2, gradient: Float64Array.of(-2 * x[0]!) });
  expect(solution(minimise(wrong, lbfgs(), Float64Array.of(1), { maxSteps: 10 })).result).toBe('stalled');
});

test('a walk out of the domain is answered by shorter steps', () => {
  // −log x + x on x > 0, undefined elsewhere: minimum 1 at x = 1.
  const barrier = (x: Float64Array) => ({ value: x[0]! - Math.log(x[0]!), gradient: Float64Array.of(1 - 1 / x[0]!) });
  const stop = { maxSteps: 50, gradientTolerance: 1e-12 };
  const { result, value } = solution(minimise(barrier, lbfgs(), Float64Array.of(30), stop));
  expect(result).toBe('converged');
  expect(value.x[0]).toBeCloseTo(1, 12);
});

test('a weighted sum of objectives has the sum of values and gradients, and skips weight zero', () => {
  const never = (): never => {
    throw new Error('evaluated');
  };
  const sum = weightedSum([
    [2, quadratic],
    [0, never],
    [-1, rosenbrock],
  ]);
  const x = Float64Array.of(0.3, -0.7);
  const { value, gradient } = sum(x);
  expect(value).toBeCloseTo(2 * quadratic(x).value - rosenbrock(x).value, 14);
  expect(gradient[1]).toBeCloseTo(2 * quadratic(x).gradient[1]! - rosenbrock(x).gradient[1]!, 14);
});

test('a step limit that is no number is named', () => {
  expect(() => solution(minimise(parabola, halving, Float64Array.of(1), { maxSteps: Number.NaN }))).toThrow(
    DomainError,
  );
});
