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

test('a complex system takes as many steps as it has complex unknowns; as a real one up to twice as many', () => {
  const n = 9;
  const entries = Array.from({ length: n * n }, (_, k) => [normal() + (k % (n + 1) === 0 ? 4 : 0), normal()] as const);
  const apply = (x: Float64Array): Float64Array => {
    const out = new Float64Array(2 * n);
    entries.forEach(([re, im], k) => {
      const [i, j] = [Math.floor(k / n), k % n];
      out[2 * i] = out[2 * i]! + re * x[2 * j]! - im * x[2 * j + 1]!;
      out[2 * i + 1] = out[2 * i + 1]! + re * x[2 * j + 1]! + im * x[2 * j]!;
    });
    return out;
  };
  const wanted = Float64Array.from({ length: 2 * n }, normal);
  const own = gmres(apply, apply(wanted), { isComplex: true });
  const asReal = gmres(apply, apply(wanted));
  expect(own.result).toBe('converged');
  expect(own.steps).toBeLessThanOrEqual(n);
  expect(asReal.steps).toBeGreaterThan(n);
  for (const { value } of [own, asReal]) expect(length(value.x.map((x, k) => x - wanted[k]!))).toBeLessThan(1e-10);
});

test('the residual that is reported is that of the solution, complex too', () => {
  // Multiplication by i and by 2 + i.
  const apply = (x: Float64Array) => Float64Array.of(-x[1]!, x[0]!, 2 * x[2]! - x[3]!, x[2]! + 2 * x[3]!);
  const b = Float64Array.from({ length: 4 }, normal);
  expect(gmres(apply, b, { isComplex: true }).steps).toBe(2);
  const { value } = gmres(apply, b, { isComplex: true, maxSteps: 1 });
  expect(value.residual).toBeCloseTo(length(apply(value.x).map((x, k) => b[k]! - x)), 12);
});

test('a right side outside the range is told by its residual', () => {
  const apply = (x: Float64Array) => Float64Array.of(x[0]!, 0);
  const { value, result } = gmres(apply, Float64Array.of(1, 1));
  expect(result).toBe('stalled');
  expect(value.residual).toBeGreaterThan(0.5);
});
