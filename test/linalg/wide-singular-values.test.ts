import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { multiplyReal, realIdentity } from '../../src/linalg/real-product.ts';
import { realSingularValues } from '../../src/linalg/real-singular-values.ts';
import { wideSingularValueDecomposition } from '../../src/linalg/wide-singular-values.ts';

const gaussian = (rows: number, cols: number): RealMatrix => {
  const stream = randomStream(rows + 100 * cols, 'matrix');
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, () => stream.normal()) };
};
const apart = (a: Float64Array, b: Float64Array): number => Math.max(...a.map((x, i) => Math.abs(x - b[i]!)));

test.each([
  [1, 1],
  [1, 4],
  [3, 3],
  [4, 5],
  [7, 40],
])('%d × %d is Σ value·uvᵀ with orthonormal vectors, and the rest of the right ones is mapped to 0', (rows, cols) => {
  const a = gaussian(rows, cols);
  const { values, left, right } = wideSingularValueDecomposition(a);
  expect(apart(multiplyReal(left, left, { transposeB: true }).data, realIdentity(rows).data)).toBeLessThan(1e-13);
  expect(apart(multiplyReal(right, right, { transposeB: true }).data, realIdentity(cols).data)).toBeLessThan(1e-13);
  const images = multiplyReal(multiplyReal(left, a), right, { transposeB: true }).data;
  const expected = images.map((_, i) => (i % cols === Math.floor(i / cols) ? values[i % cols]! : 0));
  expect(apart(images, expected)).toBeLessThan(1e-12);
  expect([...values]).toEqual([...values].sort((x, y) => y - x));
  // The same values as of the square matrix with rows of 0 below.
  const square = { rows: cols, cols, data: Float64Array.from({ length: cols * cols }, (_, i) => a.data[i] ?? 0) };
  expect(apart(values, realSingularValues(square).subarray(0, rows))).toBeLessThan(1e-12);
});

test('values far below the first keep their digits down to its rounding', () => {
  const data = new Float64Array(3 * 5);
  [1, 1e-6, 1e-12].forEach((value, k) => {
    data[k * 5 + 2 + k] = value;
  });
  const { values } = wideSingularValueDecomposition({ rows: 3, cols: 5, data });
  expect(values[1]! / 1e-6).toBeCloseTo(1, 9);
  expect(values[2]! / 1e-12).toBeCloseTo(1, 3);
});

test('more rows than columns are refused', () => {
  expect(() => wideSingularValueDecomposition(gaussian(3, 2))).toThrow(ShapeError);
});
