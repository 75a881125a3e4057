/** @file Decompositions of many small matrices in one call: what an engine may have of its own. */

/** Matrices of equal shape, one behind the other, row-major; two numbers for an entry if complex. */
export interface BatchShape {
  readonly count: number;
  readonly rows: number;
  readonly cols: number;
  readonly isComplex: boolean;
}

/** Results stand one behind the other, too; k = min(rows, cols). They are null where an iteration does not converge. */
export interface BatchDecompositions {
  /** The longest smaller side that pays. */
  readonly mostColumns: number;
  /**
   * Thin A = U·diag(values)·V†, values descending and accurate relative to themselves as far as the columns determine them. Vectors
   * of values below 1e-60 of the largest are not meaningful. O(rows·cols·k).
   */
  singularValues(a: Float64Array, shape: BatchShape): Record<'u' | 'values' | 'v', Float64Array> | null;
  /** U·V† of the same, m × n; not meaningful where the least of `values` is below 1e-60 of the largest. */
  polarFactor(a: Float64Array, shape: BatchShape): Record<'factor' | 'values', Float64Array> | null;
  /** Eigenvalues, ascending, and eigenvectors, as columns, of the Hermitian parts. O(n³). */
  hermitianEigen(a: Float64Array, shape: BatchShape): Record<'values' | 'vectors', Float64Array> | null;
  /** The eigenvalues alone. */
  hermitianEigenvalues(a: Float64Array, shape: BatchShape): Float64Array | null;
  /**
   * Thin A = Q·R; the diagonal of R is real and not negative. Not meaningful where a number on it is below 1e-60 of another.
   * O(rows·cols·k).
   */
  qr(a: Float64Array, shape: BatchShape): Record<'q' | 'r', Float64Array> | null;
}
