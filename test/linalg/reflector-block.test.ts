import { expect, test } from 'vitest';
import { zeroMatrix } from '../../src/linalg/complex.ts';
import { frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import { qr } from '../../src/linalg/qr.ts';
import { applyBlock, reflectorBlock } from '../../src/linalg/reflector-block.ts';
import { distance, gaussianMatrix, isometryError } from './compare.ts';

test.each([false, true])('a block acts as its reflections one after the other, reversed: %s', (reversed) => {
  const [count, length, vectors] = [5, 9, 4];
  const v = gaussianMatrix(count, length, 1).interleaved;
  for (let j = 0; j < count; j++) {
    const row = v.subarray(2 * j * length, 2 * (j + 1) * length);
    const norm = Math.sqrt(row.reduce((sum, x) => sum + x * x, 0));
    for (let i = 0; i < row.length; i++) row[i] = j === 3 ? 0 : row[i]! / norm; // a zero vector stands for the identity
  }
  const x = gaussianMatrix(vectors, length, 2).interleaved;
  const expected = x.slice();
  const order = [...new Array(count).keys()];
  for (const j of reversed ? order : order.toReversed()) {
    for (let k = 0; k < vectors; k++) {
      let [re, im] = [0, 0];
      for (let i = 0; i < length; i++) {
        const [a, b] = [v[2 * (j * length + i)]!, v[2 * (j * length + i) + 1]!];
        const [p, q] = [expected[2 * (k * length + i)]!, expected[2 * (k * length + i) + 1]!];
        re += a * p + b * q;
        im += a * q - b * p;
      }
      for (let i = 0; i < length; i++) {
        const [a, b] = [v[2 * (j * length + i)]!, v[2 * (j * length + i) + 1]!];
        const at = 2 * (k * length + i);
        expected[at] = expected[at]! - 2 * (a * re - b * im);
        expected[at + 1] = expected[at + 1]! - 2 * (a * im + b * re);
      }
    }
  }
  applyBlock(reflectorBlock(v, count), x, vectors, 0, length, reversed);
  x.forEach((value, k) => {
    expect(value).toBeCloseTo(expected[k]!, 13);
  });
});

test.each([
  [64, 64],
  [97, 65],
  [70, 130],
  [200, 71],
])('QR of a %i × %i matrix in panels is orthonormal, triangular and the matrix again', (m, n) => {
  const a = gaussianMatrix(m, n, 3);
  const { q, r } = qr(a);
  expect(isometryError(q)).toBeLessThan(1e-13);
  expect(distance(multiply(q, r), a)).toBeLessThan(1e-14 * frobeniusNorm(a));
  for (let i = 1; i < r.rows; i++)
    for (let j = 0; j < Math.min(i, n); j++) expect(r.interleaved[2 * (i * n + j)]).toBe(0);
});

test('QR in panels stays orthonormal for zero and deficient matrices', () => {
  const deficient = multiply(gaussianMatrix(80, 3, 4), gaussianMatrix(3, 80, 5));
  for (const a of [zeroMatrix(70, 66), deficient]) {
    const { q, r } = qr(a);
    expect(isometryError(q)).toBeLessThan(1e-13);
    expect(distance(multiply(q, r), a)).toBeLessThan(1e-12);
  }
});
