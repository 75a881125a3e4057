import { expect, test } from 'vitest';
import { type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { differentiableQr } from '../../src/linalg/differentiable-qr.ts';
import { addScaledMatrix, frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import { distance, gaussianMatrix } from './compare.ts';
import { realInner, slope } from './derivatives.ts';

test.each([
  [4, 4],
  [6, 3],
  [3, 6],
  [5, 1],
  [1, 4],
])('Q and R of a %i × %i matrix have the pullback and the tangent of differences', (m, n) => {
  const k = Math.min(m, n);
  const [a, direction] = [gaussianMatrix(m, n, 1), gaussianMatrix(m, n, 2)];
  const [q, r] = [gaussianMatrix(m, k, 3), gaussianMatrix(k, n, 4)];
  // R is unique with its real positive diagonal, so every function of Q and R is one of A.
  const loss = (x: ComplexMatrix): number => {
    const factors = differentiableQr(x).value;
    return realInner(q, factors.q) + realInner(r, factors.r);
  };
  const { pullback, tangent } = differentiableQr(a);
  const exact = slope(loss, a, direction, 1e-4);
  expect(Math.abs(realInner(pullback({ q, r }), direction) - exact)).toBeLessThan(1e-7 * Math.max(1, Math.abs(exact)));
  const change = tangent(direction);
  expect(realInner(q, change.q) + realInner(r, change.r)).toBeCloseTo(realInner(pullback({ q, r }), direction), 10);
});

test('the tangents obey the product rule, and R stays triangular with real diagonal', () => {
  const [a, direction] = [gaussianMatrix(5, 4, 5), gaussianMatrix(5, 4, 6)];
  const { value, tangent } = differentiableQr(a);
  const { q, r } = tangent(direction);
  expect(distance(addScaledMatrix(multiply(q, value.r), [1, 0], multiply(value.q, r)), direction)).toBeLessThan(1e-13);
  for (let i = 0; i < 4; i++) {
    expect(r.interleaved[2 * i * 5 + 1]).toBe(0);
    for (let j = 0; j < i; j++) expect(Math.abs(r.interleaved[2 * (i * 4 + j)]!)).toBeLessThan(1e-13);
  }
});

test('a loss of the product Q·R alone has the derivative of the identity', () => {
  const a = gaussianMatrix(4, 4, 7);
  const probe = gaussianMatrix(4, 4, 9);
  const { value, pullback } = differentiableQr(a);
  const q = multiply(probe, value.r, { adjointB: true });
  const r = multiply(value.q, probe, { adjointA: true });
  expect(distance(pullback({ q, r }), probe)).toBeLessThan(1e-13 * frobeniusNorm(probe));
});

test('derivatives at deficient matrices are finite', () => {
  const deficient = multiply(gaussianMatrix(5, 2, 10), gaussianMatrix(2, 4, 11));
  for (const a of [zeroMatrix(5, 4), deficient]) {
    const { pullback, tangent } = differentiableQr(a);
    expect(Number.isFinite(frobeniusNorm(pullback({ q: gaussianMatrix(5, 4, 12), r: gaussianMatrix(4, 4, 13) })))).toBe(
      true,
    );
    expect(Number.isFinite(frobeniusNorm(tangent(gaussianMatrix(5, 4, 14)).q))).toBe(true);
  }
});
