/** @file Principal axes of a table of inner products: coordinates of points from their Gram matrix. */

import { leadingEigenpairs } from '../linalg/leading-eigenpairs.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';

/** Eigenvalues of a Gram matrix, and the points along the first axes. */
export interface PrincipalAxes {
  /** All eigenvalues, descending. */
  readonly eigenvalues: readonly number[];
  /** v√λ for the greatest eigenvalues λ, 0 where they are negative, shape (points, axes). */
  readonly points: readonly (readonly number[])[];
}

/**
 * Coordinates whose inner products come nearest to a real symmetric matrix G: with G = V Λ Vᵀ the leading columns of
 * V√Λ. The greatest coordinate along each axis is positive.
 *
 * @param gram - G, shape (n, n)
 * @param count - number of axes, by the eigenvalues
 *
 * Cost O(n³).
 */
export function principalAxes(gram: RealMatrix, count: (eigenvalues: readonly number[]) => number): PrincipalAxes {
  const n = gram.rows;
  const { values, vectors } = symmetricEigen(gram);
  const order = [...values.keys()].reverse();
  const eigenvalues = order.map((k) => values[k]!);
  const axes = order
    .slice(0, Math.min(n, count(eigenvalues)))
    .map((k) => axis(vectors.data.subarray(k * n, (k + 1) * n), values[k]!));
  return { eigenvalues, points: pointsOf(axes, n) };
}

/** Some leading axes, and their vectors, with which a search for those of a similar matrix may begin. */
export interface LeadingAxes {
  readonly points: PrincipalAxes['points'];
  readonly vectors: readonly Float64Array[];
}

/**
 * The points of `principalAxes` along the first few axes, without the other eigenvalues.
 *
 * @param start - the vectors found for a similar matrix
 *
 * Cost O(n²·count) a step, see `leadingEigenpairs`.
 */
export function leadingAxes(gram: RealMatrix, count: number, start: LeadingAxes['vectors'] = []): LeadingAxes {
  const { values, vectors } = leadingEigenpairs(gram, Math.min(gram.rows, count), start).value;
  const axes = vectors.map((vector, k) => axis(vector, values[k]!));
  return { points: pointsOf(axes, gram.rows), vectors };
}

/** v√λ with its greatest entry positive. */
function axis(vector: Float64Array, value: number): Float64Array {
  let size = 0;
  let sign = 1;
  for (const x of vector) {
    if (Math.abs(x) <= size * (1 + 1e-9)) continue;
    size = Math.abs(x);
    sign = Math.sign(x);
  }
  const scale = sign * Math.sqrt(Math.max(0, value));
  return vector.map((x) => scale * x);
}

const pointsOf = (axes: readonly Float64Array[], n: number): PrincipalAxes['points'] =>
  Array.from({ length: n }, (_, i) => axes.map((own) => own[i]!));
