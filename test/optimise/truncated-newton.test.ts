import { expect, test } from 'vitest';
import { minimised } from '../../src/optimise/minimise.ts';
import type { Objective } from '../../src/optimise/objective.ts';
import { truncatedNewton } from '../../src/optimise/truncated-newton.ts';

/** Rosenbrock's function as ½|r|², r = (1 − x, 10(y − x²)), in pairs of variables. */
const rosenbrock: Objective = (x) => {
  const gradient = new Float64Array(x.length);
  let value = 0;
  for (let k = 0; k < x.length; k += 2) {
    const [a, b] = [1 - x[k]!, 10 * (x[k + 1]! - x[k]! ** 2)];
    value += (a * a + b * b) / 2;
    gradient[k] = -a - 20 * x[k]! * b;
    gradient[k + 1] = 10 * b;
  }
  return { value, gradient };
};

/** JᵀJ v. */
const product = (x: Float64Array) => (v: Float64Array) => {
  const out = new Float64Array(x.length);
  for (let k = 0; k < x.length; k += 2) {
    const along = 10 * v[k + 1]! - 20 * x[k]! * v[k]!;
    out[k] = v[k]! - 20 * x[k]! * along;
    out[k + 1] = 10 * along;
  }
  return out;
};

test('Gauss and Newton’s method finds the end of a curved valley in a few steps', () => {
  const start = Float64Array.from({ length: 8 }, (_, k) => (k % 2 === 0 ? -1.2 : 1) + 0.01 * k);
  const optimiser = truncatedNewton(product, { forcing: 1e-3 });
  const { value, result, steps } = minimised(rosenbrock, optimiser, start, { maxSteps: 60, gradientTolerance: 1e-10 });
  expect(result).toBe('converged');
  expect(steps).toBeLessThan(40);
  value.x.forEach((x) => {
    expect(x).toBeCloseTo(1, 9);
  });
});
