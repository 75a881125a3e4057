import { expect, test } from 'vitest';
import { conjugateGradientSolve } from '../../src/linalg/conjugate-gradient-solve.ts';
import { randomStream } from '../../src/linalg/random.ts';

const stream = randomStream(2, 'conjugate gradients');
const n = 30;
const root = Array.from({ length: n }, () => Float64Array.from({ length: n }, () => stream.normal()));
/** RᵀR + 1/2, positive definite. */
const apply = (x: Float64Array): Float64Array => {
  const y = root.map((row) => row.reduce((sum, value, k) => sum + value * x[k]!, 0));
  return x.map((value, k) => value / 2 + root.reduce((sum, row, i) => sum + row[k]! * y[i]!, 0));
};
const solution = Float64Array.from({ length: n }, () => stream.normal());
const b = apply(solution);
const error = (x: Float64Array): number => Math.hypot(...x.map((value, k) => value - solution[k]!));

test('conjugate gradients find the solution, from zero and from a start, with and without a preconditioner', () => {
  const diagonal = Float64Array.from(
    { length: n },
    (_, k) => apply(Float64Array.from({ length: n }, (_, i) => (i === k ? 1 : 0)))[k]!,
  );
  for (const options of [{}, { diagonal }, { start: solution.map((x) => x + 0.1) }]) {
    const { value, result } = conjugateGradientSolve(apply, b, { ...options, tolerance: 1e-13, maxSteps: 200 });
    expect(result).toBe('converged');
    expect(error(value)).toBeLessThan(1e-9);
  }
});

test('as many steps are enough as there are different eigenvalues; Jacobi needs one for a diagonal matrix', () => {
  const values = [1, 4, 9];
  const diagonal = Float64Array.from({ length: 12 }, (_, k) => values[k % 3]!);
  const scale = (x: Float64Array): Float64Array => x.map((value, k) => diagonal[k]! * value);
  const right = Float64Array.from({ length: 12 }, (_, k) => 1 + k);
  expect(conjugateGradientSolve(scale, right, { tolerance: 1e-12 }).steps).toBe(3);
  expect(conjugateGradientSolve(scale, right, { tolerance: 1e-12, diagonal }).steps).toBe(1);
});

test('the step limit, a flat direction and NaN are results', () => {
  expect(conjugateGradientSolve(apply, b, { maxSteps: 3 })).toMatchObject({ result: 'max-steps', steps: 3 });
  expect(conjugateGradientSolve((x) => x.map(() => 0), b).result).toBe('stalled');
  expect(conjugateGradientSolve((x) => x.map(() => Number.NaN), b).result).toBe('diverged');
});
