import { expect, test } from 'vitest';
import { earlyStopping } from '../../src/optimise/early-stopping.ts';
import { gradientDescent } from '../../src/optimise/gradient-descent.ts';
import { minimise } from '../../src/optimise/minimise.ts';

test('the best step of a descent is where another measure is least', () => {
  // From 0 towards 1; what is wanted is 0.5, which x = 1 − 0.9^k passes at k = 6.6.
  const half = (x: Float64Array) => ({ value: (x[0]! - 1) ** 2 / 2, gradient: Float64Array.of(x[0]! - 1) });
  const descent = minimise(half, gradientDescent({ learningRate: 0.1 }), new Float64Array(1), { maxSteps: 20 });
  const stop = earlyStopping(descent, ({ x }) => (x[0]! - 0.5) ** 2);
  expect(stop.best.step).toBe(7);
  expect(stop.isInterior).toBe(true);
  expect(stop.curve.length).toBe(21);
  expect(stop.curve[0]).toEqual([0, 0.25]);
  expect(stop.lastError).toBeCloseTo((0.5 - 0.9 ** 20) ** 2, 12);
});

test('a fit that only gets better is not stopped', () => {
  const stop = earlyStopping(
    [3, 2, 1].map((error, step) => ({ step, error })),
    ({ error }) => error,
  );
  expect([stop.best.step, stop.isInterior, stop.leastError]).toEqual([2, false, 1]);
  expect(() => earlyStopping([], () => 0)).toThrow('at least one step');
});
