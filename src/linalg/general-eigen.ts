/** @file All eigenvalues and both kinds of eigenvectors of any square matrix, Hermitian or not. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix, zeroVector } from './complex.ts';
import { eigenvalueOrder } from './eigenvalue-order.ts';
import { frobeniusNorm, multiply } from './matrix.ts';
import { diagonalOf, schurForm } from './schur-form.ts';
import { triangularEigenvectors, triangularInverse } from './triangular-eigenvectors.ts';
import { norm } from './vector.ts';

/** A·V = V·diag(values) and W†·A = diag(values)·W†, with W†V = 1. */
export interface GeneralEigen {
  /** Of descending modulus; of equal moduli that with the larger real, then imaginary part first. */
  readonly values: ComplexVector;
  /** V: column k is the right eigenvector of values[k], of norm 1. */
  readonly right: ComplexMatrix;
  /** W: column k is the left eigenvector of values[k]; zero where `conditions` is infinite. */
  readonly left: ComplexMatrix;
  /** ‖w_k‖ ≥ 1: a small disturbance ε of A moves values[k] by up to ε·conditions[k]. */
  readonly conditions: Float64Array;
}

/**
 * The eigenvalues and eigenvectors of a square complex matrix by its Schur form A = QTQ†, backward stable: exact for a
 * matrix within about n·2⁻⁵²·‖A‖ of A. For a Hermitian or unitary matrix prefer `hermitianEigen` or `normalEigen`,
 * whose eigenvectors are orthonormal. O(n³).
 *
 * Where A is defective, as (0 1; 0 0), eigenvectors are parallel within rounding, their conditions of the order of 2⁵²
 * or infinite, and a k-fold eigenvalue is good to the k-th root of rounding only.
 *
 * @throws {ShapeError} A is not square
 * @throws {DomainError} A is not finite
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., chapter 7
 */
export function generalEigen(a: ComplexMatrix): GeneralEigen {
  checkFiniteSquare(a, 'generalEigen');
  const n = a.rows;
  const schur = schurForm(a);
  const transposed = { rows: n, cols: n, interleaved: schur.vectors }; // Qᵀ: column-major, read row by row
  const triangular = triangularEigenvectors(schur.form, n); // Xᵀ, where TX = X·diag T and V = QX
  const rightRows = multiply(triangular, transposed).interleaved;
  const leftRows = multiply(triangularInverse(triangular), transposed, { adjointA: true }).interleaved;
  const unsorted = diagonalOf(schur);
  const order = eigenvalueOrder(unsorted, 'modulus');
  const right = zeroMatrix(n, n);
  const left = zeroMatrix(n, n);
  const conditions = new Float64Array(n);
  order.forEach((from, k) => {
    const v = { length: n, interleaved: rightRows.subarray(2 * from * n, 2 * (from + 1) * n) };
    const w = { length: n, interleaved: leftRows.subarray(2 * from * n, 2 * (from + 1) * n) };
    const length = norm(v);
    const condition = length * norm(w);
    const finite = condition < Infinity; // neither ∞ nor NaN
    conditions[k] = finite ? condition : Infinity;
    storeColumn(right, k, v, 1 / length);
    if (finite) storeColumn(left, k, w, length);
  });
  return { values: picked(unsorted, order), right, left, conditions };
}

/**
 * The eigenvalues alone, in the order of `generalEigen`, at about a third of its cost.
 *
 * @throws {ShapeError} A is not square
 * @throws {DomainError} A is not finite
 */
export function generalEigenvalues(a: ComplexMatrix): ComplexVector {
  checkFiniteSquare(a, 'generalEigenvalues');
  const values = diagonalOf(schurForm(a, false));
  return picked(values, eigenvalueOrder(values, 'modulus'));
}

function checkFiniteSquare(a: ComplexMatrix, caller: string): void {
  if (a.rows !== a.cols) throw new ShapeError(`${caller}: a square matrix required, got ${a.rows}×${a.cols}`);
  const size = frobeniusNorm(a);
  if (!Number.isFinite(size)) throw new DomainError(`${caller}: finite entries required, got norm ${size}`);
}

function picked(values: ComplexVector, order: readonly number[]): ComplexVector {
  const out = zeroVector(order.length);
  order.forEach((from, k) => {
    out.interleaved.set(values.interleaved.subarray(2 * from, 2 * from + 2), 2 * k);
  });
  return out;
}

/** column `k` of the matrix ← factor·x. */
function storeColumn(matrix: ComplexMatrix, k: number, x: ComplexVector, factor: number): void {
  for (let i = 0; i < matrix.rows; i++) {
    const to = 2 * (i * matrix.cols + k);
    matrix.interleaved[to] = factor * x.interleaved[2 * i]!;
    matrix.interleaved[to + 1] = factor * x.interleaved[2 * i + 1]!;
  }
}
