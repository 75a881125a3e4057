/** @file Singular values of a real matrix with fewer rows than columns, and a basis of what it maps to 0. */

import { ShapeError } from '../errors.ts';
import type { RealMatrix } from './matrix.ts';
import { realReflector, reflectRows } from './real-reflector.ts';
import { realSingularValueDecomposition } from './real-singular-values.ts';

/** A = Σ_k values[k]·u_k v_kᵀ of shape (m, n), m ≤ n. */
export interface WideSingularValues {
  /** Descending, not negative, shape (m,). */
  readonly values: Float64Array;
  /** Orthonormal left vectors, shape (m, m): row k belongs to values[k]. */
  readonly left: RealMatrix;
  /** Orthonormal right vectors, shape (n, n): row k < m belongs to values[k], and A maps the others to 0. */
  readonly right: RealMatrix;
}

/**
 * Singular value decomposition A = [L 0]·Q by Householder reflections, and that of the triangle L. Vectors orthonormal to machine
 * precision, values accurate to a few 1e-16 of the largest one. O(n²m).
 *
 * @throws {ShapeError} more rows than columns
 * @throws {DomainError} not finite
 */
export function wideSingularValueDecomposition({ rows: m, cols: n, data }: RealMatrix): WideSingularValues {
  if (m > n) throw new ShapeError(`singular values: no more rows than columns required, got ${m}×${n}`);
  const a = data.slice();
  const reflectors = new Float64Array(m * n);
  const triangle = new Float64Array(m * m);
  for (let k = 0; k < m; k++) {
    const v = reflectors.subarray(k * n, (k + 1) * n);
    v.set(a.subarray(k * n + k, (k + 1) * n), k);
    const corner = k + 1 < n ? realReflector(v, k, n) : v[k]!;
    if (k + 1 === n) v[k] = 0;
    triangle.set(a.subarray(k * n, k * n + k), k * m);
    triangle[k * (m + 1)] = corner;
    for (let i = k + 1; i < m; i++) reflectRow(a, i * n, v, k, n);
  }
  const { values, left, right } = realSingularValueDecomposition({ rows: m, cols: m, data: triangle });
  const rows = new Float64Array(n * n);
  for (let k = 0; k < m; k++) rows.set(right.data.subarray(k * m, (k + 1) * m), k * n);
  for (let k = m; k < n; k++) rows[k * (n + 1)] = 1;
  reflectRows(reflectors, m, rows, n);
  return { values, left, right: { rows: n, cols: n, data: rows } };
}

/** row ← row·(1 − 2vvᵀ), for v that is 0 before entry k. */
function reflectRow(a: Float64Array, row: number, v: Float64Array, k: number, n: number): void {
  let overlap = 0;
  for (let j = k; j < n; j++) overlap += a[row + j]! * v[j]!;
  for (let j = k; j < n; j++) a[row + j] = a[row + j]! - 2 * overlap * v[j]!;
}
