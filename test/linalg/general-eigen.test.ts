import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { type ComplexMatrix, complexMatrix, entry, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { generalEigen, generalEigenvalues } from '../../src/linalg/general-eigen.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import { solve } from '../../src/linalg/solve.ts';
import { distance, gaussianMatrix, hermitianMatrix } from './compare.ts';
import { cyclicShift, diagonalOf, shearedToeplitz } from './operators.ts';

describe('closed forms', () => {
  test.each([2, 3, 8, 13])('the cyclic shift of %d places has the roots of unity', (n) => {
    const { values, conditions } = generalEigen(cyclicShift(n));
    const found = pairs(values.interleaved);
    const roots = Array.from({ length: n }, (_, k) => [
      Math.cos((2 * Math.PI * k) / n),
      Math.sin((2 * Math.PI * k) / n),
    ]);
    for (const [re, im] of roots) {
      expect(Math.min(...found.map(([x, y]) => Math.hypot(x - re!, y - im!)))).toBeLessThan(1e-14);
    }
    for (const condition of conditions) expect(Math.abs(condition - 1)).toBeLessThan(1e-12); // a normal matrix
  });

  test.each([1, 2, 7, 20])('a sheared Toeplitz matrix of size %d has real eigenvalues and known vectors', (n) => {
    // A = D·S·D⁻¹ with D = diag rᵏ and S = tridiag(1, 0, 1), whose eigenvalues are 2cos(πk/(n + 1)).
    const ratio = 1.3;
    const { values, right, left, conditions } = generalEigen(shearedToeplitz(n, ratio));
    const exact = Array.from({ length: n }, (_, k) => 2 * Math.cos((Math.PI * (k + 1)) / (n + 1)));
    exact.sort((a, b) => Math.abs(b) - Math.abs(a) || b - a);
    const found = pairs(values.interleaved);
    for (const x of exact) expect(Math.min(...found.map(([re, im]) => Math.hypot(re - x, im)))).toBeLessThan(1e-12);
    found.forEach(([value], k) => {
      const angle = Math.acos(Math.max(-1, Math.min(1, value / 2)));
      const [x, y] = [1, -1].map((sign) =>
        Array.from({ length: n }, (_, i) => ratio ** (sign * i) * Math.sin(angle * (i + 1))),
      ) as [number[], number[]];
      const overlap = x.reduce((sum, u, i) => sum + u * y[i]!, 0);
      expect(conditions[k]).toBeCloseTo((Math.hypot(...x) * Math.hypot(...y)) / Math.abs(overlap), 8);
      expect(parallel(right, k, x)).toBeCloseTo(1, 12);
      expect(parallel(left, k, y)).toBeCloseTo(1, 12);
    });
  });

  test('a companion matrix has the roots of its polynomial, (x − 2)(x + 1)(x² + 4)', () => {
    // x⁴ − x³ + 2x² − 4x − 8
    const companion = complexMatrix([
      [1, -2, 4, 8],
      [1, 0, 0, 0],
      [0, 1, 0, 0],
      [0, 0, 1, 0],
    ]);
    const found = pairs(generalEigenvalues(companion).interleaved);
    const roots = [
      [2, 0],
      [0, 2],
      [0, -2],
      [-1, 0],
    ];
    found.forEach(([re, im], k) => {
      expect(Math.hypot(re - roots[k]![0]!, im - roots[k]![1]!)).toBeLessThan(1e-13);
    });
  });

  test('the defective (1 1; 0 1) has infinite condition, a Jordan block of 40 no finite left vectors', () => {
    const jordan = generalEigen(complexMatrix([[1, 1], [0, 1]])); // biome-ignore format: a matrix
    expect(Math.min(...jordan.conditions)).toBeGreaterThan(1e15);
    const long = zeroMatrix(40, 40);
    for (let k = 0; k < 39; k++) long.interleaved[2 * (40 * k + k + 1)] = 1;
    const { left, right, conditions } = generalEigen(long);
    expect(conditions[39]).toBe(Infinity);
    expect([...left.interleaved, ...right.interleaved].every(Number.isFinite)).toBe(true);
  });

  test('zero, the identity and the empty matrix', () => {
    for (const a of [zeroMatrix(4, 4), identityMatrix(4), zeroMatrix(0, 0)]) {
      const { values, right, left, conditions } = generalEigen(a);
      expect(distance(multiply(a, right), multiply(right, diagonalOf(values)))).toBe(0);
      expect(distance(multiply(left, right, { adjointA: true }), identityMatrix(a.rows))).toBe(0);
      expect([...conditions].every((condition) => condition === 1)).toBe(true);
    }
  });
});

describe('any matrix', () => {
  test.each([1, 2, 3, 10, 47])('of size %d: both residuals, W†V = 1, trace', (n) => {
    const a = gaussianMatrix(n, n, n);
    const { values, right, left, conditions } = generalEigen(a);
    const scale = frobeniusNorm(a) * Math.max(...conditions);
    expect(distance(multiply(a, right), multiply(right, diagonalOf(values)))).toBeLessThan(1e-14 * n * scale);
    const leftError = distance(
      multiply(left, a, { adjointA: true }),
      multiply(diagonalOf(values), left, { adjointB: true }),
    );
    expect(leftError).toBeLessThan(1e-14 * n * scale);
    expect(distance(multiply(left, right, { adjointA: true }), identityMatrix(n))).toBeLessThan(1e-13 * scale);
    const alone = generalEigenvalues(a).interleaved;
    values.interleaved.forEach((x, k) => {
      expect(Math.abs(x - alone[k]!)).toBeLessThan(1e-13 * scale);
    });
  });

  test('similar to a diagonal matrix: eigenvalues and conditions are those of the transformation', () => {
    const n = 12;
    const v = gaussianMatrix(n, n, 5);
    const values = Array.from({ length: n }, (_, k) => n - k);
    const d = zeroMatrix(n, n);
    values.forEach((value, k) => {
      d.interleaved[2 * k * (n + 1)] = value;
    });
    const inverse = solve(v, identityMatrix(n));
    const found = generalEigen(multiply(multiply(v, d), inverse));
    for (let k = 0; k < n; k++) {
      const column = Math.hypot(...Array.from({ length: n }, (_, i) => Math.hypot(...entry(v, i, k))));
      const row = Math.hypot(...Array.from({ length: n }, (_, i) => Math.hypot(...entry(inverse, k, i))));
      expect(
        Math.hypot(found.values.interleaved[2 * k]! - values[k]!, found.values.interleaved[2 * k + 1]!),
      ).toBeLessThan(1e-11);
      expect(found.conditions[k]! / (column * row)).toBeCloseTo(1, 9);
    }
  });

  test('a Hermitian one agrees with the Hermitian solver', () => {
    const h = hermitianMatrix(30, 2);
    const found = pairs(generalEigenvalues(h).interleaved)
      .map(([re]) => re)
      .sort((a, b) => a - b);
    hermitianEigenvalues(h).forEach((value, k) => {
      expect(Math.abs(found[k]! - value)).toBeLessThan(1e-12);
    });
  });

  test.each([1e-200, 1e150])('of size about %d neither overflows nor vanishes', (scale) => {
    const a = gaussianMatrix(6, 6, 3);
    const large = { ...a, interleaved: a.interleaved.map((x) => x * scale) };
    const expected = generalEigenvalues(a).interleaved;
    generalEigen(large).values.interleaved.forEach((x, k) => {
      expect(Math.abs(x / scale - expected[k]!)).toBeLessThan(1e-12);
    });
  });

  test('what cannot be decomposed is named', () => {
    expect(() => generalEigen(zeroMatrix(2, 3))).toThrow(ShapeError);
    expect(() => generalEigenvalues(complexMatrix([[Number.NaN]]))).toThrow(DomainError);
  });
});

const pairs = (interleaved: Float64Array): (readonly [number, number])[] =>
  Array.from({ length: interleaved.length / 2 }, (_, k) => [interleaved[2 * k]!, interleaved[2 * k + 1]!] as const);

/** |⟨column k|x⟩| / (‖column k‖·‖x‖) for a real x. */
function parallel(a: ComplexMatrix, k: number, x: readonly number[]): number {
  const column = x.map((_, i) => entry(a, i, k));
  const overlap = [0, 1].map((part) => column.reduce((sum, z, i) => sum + z[part]! * x[i]!, 0));
  return Math.hypot(...overlap) / (Math.hypot(...column.flat()) * Math.hypot(...x));
}
