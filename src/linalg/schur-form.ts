/** @file The Schur form A = QTQ†: any square matrix is unitarily equivalent to an upper triangular one. */

import { currentEngine } from '../engine/engine.ts';
import { rotate, rotationOf } from '../engine/plane-rotation.ts';
import { DomainError } from '../errors.ts';
import { type ComplexMatrix, type ComplexVector, zeroVector } from './complex.ts';
import { columnMajor } from './householder.ts';

/** A = Q·T·Q†, both n × n and column-major, interleaved: entry (i, j) begins at 2(jn + i). */
export interface SchurForm {
  readonly size: number;
  /** Upper triangular T; the eigenvalues are on its diagonal. */
  readonly form: Float64Array;
  /** Unitary Q; its first k columns span an invariant subspace for every k. Empty if not asked for. */
  readonly vectors: Float64Array;
}

/**
 * The Schur form by the QR algorithm with Wilkinson's shifts on the Hessenberg form, backward stable. O(n³).
 *
 * @param a - square and finite
 * @param withVectors - false: only the diagonal of T is meaningful, at a third of the cost
 * @throws {DomainError} an eigenvalue does not settle within 120 steps, which no matrix is known to cause
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 7.5
 */
export function schurForm(a: ComplexMatrix, withVectors = true): SchurForm {
  const n = a.rows;
  const largest = a.interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  const unit = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest)); // so that no product leaves the range
  const form = columnMajor(a).map((x) => x / unit);
  const vectors = new Float64Array(withVectors ? form.length : 0);
  const unsettled = currentEngine().schur(form, n, vectors);
  if (unsettled > 0) throw new DomainError(`schurForm: eigenvalue ${unsettled} within 120 steps required, got none`);
  return { size: n, form: form.map((x) => x * unit), vectors };
}

/** The eigenvalues T_kk, in the order of the diagonal. */
export function diagonalOf({ size: n, form }: SchurForm): ComplexVector {
  const out = zeroVector(n);
  for (let k = 0; k < n; k++) out.interleaved.set(form.subarray(2 * k * (n + 1), 2 * k * (n + 1) + 2), 2 * k);
  return out;
}

/**
 * Exchanges the neighbouring eigenvalues k and k + 1 of the diagonal, in place.
 *
 * @see Golub & Van Loan, sect. 7.6.2
 */
export function exchangeNeighbours({ size: n, form, vectors }: SchurForm, k: number): void {
  const upper = 2 * k * (n + 1);
  const lower = 2 * (k + 1) * (n + 1);
  const right = 2 * ((k + 1) * n + k);
  const [a, b, c, d] = [form[upper]!, form[upper + 1]!, form[lower]!, form[lower + 1]!];
  const rotation = rotationOf(form[right]!, form[right + 1]!, c - a, d - b);
  for (let j = k; j < n; j++) rotate(form, 2 * (j * n + k), 2 * (j * n + k + 1), 2, 1, rotation);
  const [cos, re, im] = rotation;
  rotate(form, 2 * k * n, 2 * (k + 1) * n, 2, k + 2, [cos, re, -im]);
  rotate(vectors, 2 * k * n, 2 * (k + 1) * n, 2, vectors.length === 0 ? 0 : n, [cos, re, -im]);
  form.set([c, d, 0, 0], upper);
  form.set([a, b], lower);
}
