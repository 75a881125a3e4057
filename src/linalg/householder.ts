/** @file The Householder factorisation behind QR and singular values, A·P = H₀H₁…H_{k−1}·R with H = 1 − 2vv†. */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexMatrix } from './complex.ts';
import { transpose } from './matrix.ts';

/**
 * A matrix factored as A·P = H₀H₁…H_{k−1}·R, in the form the algorithm leaves it. Columns are contiguous
 * (column-major): column j holds R above the diagonal and, for j < k, the unit vector v_j from the diagonal on.
 */
export interface HouseholderFactors {
  readonly rows: number;
  readonly cols: number;
  readonly columns: Float64Array;
  /** Diagonal of R, interleaved. */
  readonly diagonal: Float64Array;
  /** Column j of A·P is column order[j] of A. */
  readonly order: Int32Array;
}

/**
 * Householder factorisation of an m × n matrix, k = min(m, n) reflections. With `pivoting` the longest remaining
 * column is taken first, so that the rows of R decrease and tiny singular values keep their relative accuracy.
 * O(mn·k).
 */
export function householder(a: ComplexMatrix, pivoting: boolean): HouseholderFactors {
  const { rows, cols } = a;
  const columns = columnMajor(a);
  const diagonal = new Float64Array(2 * Math.min(rows, cols));
  const order = Int32Array.from({ length: cols }, (_, j) => j);
  currentEngine().factorise(columns, rows, cols, diagonal, pivoting ? order : undefined);
  return { rows, cols, columns, diagonal, order };
}

/** The first k = min(m, n) columns of H₀H₁…H_{k−1}, orthonormal; column-major, m × k. */
export function thinColumns({ rows, cols, columns }: HouseholderFactors): Float64Array {
  return currentEngine().orthonormalColumns(columns, rows, Math.min(rows, cols));
}

/** The entries of a matrix, column by column. */
export const columnMajor = (a: ComplexMatrix): Float64Array => transpose(a).interleaved;
