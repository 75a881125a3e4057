import { expect, test } from 'vitest';
import { choleskySolver, denseMatrix, determinant } from '../../src/linalg/dense-real.ts';

test('a matrix keeps its entries, row by row', () => {
  const matrix = denseMatrix({ rows: 2, cols: 3, data: Float64Array.of(1, 2, 3, 4, 5, 6) });
  expect(matrix.to2DArray()).toEqual([
    [1, 2, 3],
    [4, 5, 6],
  ]);
});

test('the Hilbert matrix of order three is solved as by its inverse, which has integer entries', () => {
  const hilbert = Float64Array.from({ length: 9 }, (_, at) => 1 / (Math.floor(at / 3) + (at % 3) + 1));
  const A = denseMatrix({ rows: 3, cols: 3, data: hilbert });
  const inverse = choleskySolver(A)!;
  const columns = [0, 1, 2].map((k) => inverse(Float64Array.from({ length: 3 }, (_, i) => (i === k ? 1 : 0))));
  [
    [9, -36, 30],
    [-36, 192, -180],
    [30, -180, 180],
  ].forEach((column, k) => {
    column.forEach((value, i) => {
      expect(columns[k]![i]).toBeCloseTo(value, 9);
    });
  });
  expect(determinant(A) * 2160).toBeCloseTo(1, 12);
});

test('a matrix that is not positive definite has no Cholesky decomposition', () => {
  expect(choleskySolver(denseMatrix({ rows: 2, cols: 2, data: Float64Array.of(1, 2, 2, 1) }))).toBeUndefined();
  expect(choleskySolver(denseMatrix({ rows: 2, cols: 2, data: Float64Array.of(1, 1, 1, 1) }))).toBeUndefined();
});
