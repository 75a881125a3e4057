import { expect, test } from 'vitest';
import { gmres } from '../../src/linalg/gmres.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { length } from '../../src/linalg/real-vector.ts';

const { normal } = randomStream(2, 'gmres');

test('a system that is not symmetric is solved within as many steps as it has unknowns', () => {
  const n = 12;
  const rows = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? 4 : 0) + normal()));
  const apply = (x: Float64Array) => Float64Array.from(rows, (row) => row.reduce((sum, a, j) => sum + a * x[j]!, 0));
  const wanted = Float64Array.from({ length: n }, normal);
  const { value, result, steps } = gmres(apply, apply(wanted));
  expect(result).toBe('converged');
  expect(steps).toBeLessThanOrEqual(n);
  expect(length(value.x.map((x, k) => x - wanted[k]!))).toBeLessThan(1e-10);
});

test('few eigenvalues need few steps, a zero right side none', () => {
  const apply = (x: Float64Array) => x.map((value, k) => (k % 2 === 0 ? 2 : -3) * value);
  expect(gmres(apply, Float64Array.from({ length: 50 }, normal)).steps).toBe(2);
  expect(gmres(apply, new Float64Array(3))).toMatchObject({ result: 'converged', steps: 0, value: { residual: 0 } });
});

test('a right side outside the range is told by its residual', () => {
  const apply = (x: Float64Array) => Float64Array.of(x[0]!, 0);
  const { value, result } = gmres(apply, Float64Array.of(1, 1));
  expect(result).toBe('stalled');
  expect(value.residual).toBeGreaterThan(0.5);
});
