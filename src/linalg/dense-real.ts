/** @file The one door to ml-matrix: dense real matrices, their decompositions, and linear systems with them. */

import { CholeskyDecomposition, Matrix } from 'ml-matrix';
import type { RealMatrix } from './matrix.ts';

export {
  determinant,
  EigenvalueDecomposition,
  inverse,
  LuDecomposition,
  Matrix,
  SingularValueDecomposition,
  solve as solveReal,
} from 'ml-matrix';

/** The same matrix with the methods of ml-matrix; the numbers are copied. */
export function denseMatrix({ rows, cols, data }: RealMatrix): Matrix {
  return Matrix.from1DArray(rows, cols, data);
}

/**
 * The map b ↦ A⁻¹b by Cholesky decomposition A = LLᵀ, O(n³) and then O(n²) for each b; undefined where A is not
 * positive definite to rounding.
 *
 * @param A - symmetric to the last bit, shape (n, n); ml-matrix throws otherwise
 */
export function choleskySolver(A: Matrix): ((b: Float64Array) => Float64Array) | undefined {
  const factor = new CholeskyDecomposition(A);
  if (!factor.isPositiveDefinite()) return undefined;
  return (b) => Float64Array.from(factor.solve(Matrix.columnVector(b)).to1DArray());
}
