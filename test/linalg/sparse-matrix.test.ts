import { expect, test } from 'vitest';
import { sparseMatrix, sparseTimes, transposedTimes } from '../../src/linalg/sparse-matrix.ts';

test('products with a sparse matrix and its transpose', () => {
  // ( 0 2 0 )
  // ( 1 0 3 )
  const A = sparseMatrix(
    [
      new Map([[1, 2]]),
      new Map([
        [2, 3],
        [0, 1],
      ]),
    ],
    3,
  );
  expect([A.rows, A.cols, ...A.starts]).toEqual([2, 3, 0, 1, 3]);
  expect([...sparseTimes(A, Float64Array.of(5, 7, 11))]).toEqual([14, 38]);
  expect([...transposedTimes(A, Float64Array.of(5, 7))]).toEqual([7, 10, 21]);
});
