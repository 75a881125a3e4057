/** @file Singular values of a real square matrix, by bidiagonalisation: for matrices of thousands of rows. */

import { DomainError, ShapeError } from '../errors.ts';
import { bidiagonalSingularValues } from './bidiagonal.ts';
import { engineDecompositions } from './engine-decompositions.ts';
import type { RealMatrix } from './matrix.ts';
import { realIdentity } from './real-product.ts';
import { realReflector, reflectRows } from './real-reflector.ts';

/** A = Σ_k values[k]·u_k v_kᵀ. */
export interface RealSingularValues {
  /** Descending, not negative. */
  readonly values: Float64Array;
  /** Orthonormal left vectors: row k belongs to values[k]. */
  readonly left: RealMatrix;
  /** Orthonormal right vectors: row k belongs to values[k]. */
  readonly right: RealMatrix;
}

/**
 * Singular value decomposition of a real square matrix by Householder bidiagonalisation and implicit QR. Vectors
 * orthonormal to machine precision, values accurate to a few 1e-16 of the largest one (`singularValueDecomposition`
 * keeps the relative accuracy of small ones, at many times the cost). O(n³).
 *
 * @throws {ShapeError} not square
 * @throws {DomainError} not finite
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 8.6
 */
export function realSingularValueDecomposition(a: RealMatrix): RealSingularValues {
  const n = checkedSize(a);
  const own = engineDecompositions(n)?.realSingularValues(a.data, n, n) ?? null;
  if (own !== null) {
    const vectors = (data: Float64Array): RealMatrix => ({ rows: n, cols: n, data });
    return { values: own.values, left: vectors(own.u), right: vectors(own.v) };
  }
  const { diagonal, offDiagonal, columns, rows } = bidiagonalForm(a);
  const [left, right] = [realIdentity(n).data, realIdentity(n).data];
  bidiagonalSingularValues(diagonal, offDiagonal, left, right);
  reflectRows(columns, n, left, n);
  reflectRows(rows, n, right, n);
  const order = descending(diagonal);
  const sorted = (data: Float64Array): RealMatrix => {
    const out = new Float64Array(n * n);
    order.forEach((from, to) => {
      out.set(data.subarray(from * n, (from + 1) * n), to * n);
    });
    return { rows: n, cols: n, data: out };
  };
  return { values: Float64Array.from(order, (k) => diagonal[k]!), left: sorted(left), right: sorted(right) };
}

/** The singular values alone, descending; at about a fifth of the cost. */
export function realSingularValues(a: RealMatrix): Float64Array {
  checkedSize(a);
  const { diagonal, offDiagonal } = bidiagonalForm(a);
  bidiagonalSingularValues(diagonal, offDiagonal);
  return diagonal.sort().reverse();
}

/** The number of rows of a square matrix. */
function checkedSize({ rows, cols, data }: RealMatrix): number {
  if (cols !== rows) throw new ShapeError(`singular values: a square matrix required, got ${rows}×${cols}`);
  if (!data.every(Number.isFinite)) throw new DomainError('singular values: finite entries required');
  return rows;
}

const descending = (values: Float64Array): readonly number[] =>
  Array.from(values.keys()).sort((i, j) => values[j]! - values[i]!);

/**
 * A = L₀L₁…·B·…R₁R₀ with B upper bidiagonal. Row k of `columns` has the unit vector of L_k from entry k on, row k of
 * `rows`, k ≥ 1, that of a reflection on the right, of the entries from k on.
 */
function bidiagonalForm(given: RealMatrix) {
  const { rows: n } = given;
  const a = given.data.slice();
  const [diagonal, offDiagonal] = [new Float64Array(n), new Float64Array(n)];
  const [columns, rows] = [new Float64Array(n * n), new Float64Array(n * n)];
  for (let k = 0; k < n; k++) {
    const u = columns.subarray(k * n, (k + 1) * n);
    for (let i = k; i < n; i++) u[i] = a[i * n + k]!;
    diagonal[k] = k + 1 < n ? realReflector(u, k, n) : u[k]!;
    if (k + 1 === n) {
      u[k] = 0;
      break;
    }
    const w = products(a, n, k, u); // (uᵀA)_j, j > k
    const v = rows.subarray((k + 1) * n, (k + 2) * n);
    for (let j = k + 1; j < n; j++) v[j] = a[k * n + j]! - 2 * u[k]! * w[j]!;
    offDiagonal[k] = k + 2 < n ? realReflector(v, k + 1, n) : v[k + 1]!;
    if (k + 2 === n) v[k + 1] = 0;
    for (let i = k + 1; i < n; i++) reflectBoth(a, i * n, k + 1, n, u[i]!, w, v);
  }
  return { diagonal, offDiagonal, columns, rows };
}

/** Σ_i u_i A_ij for i ≥ k and j > k. */
function products(a: Float64Array, n: number, k: number, u: Float64Array): Float64Array {
  const w = new Float64Array(n);
  for (let i = k; i < n; i++) {
    const factor = u[i]!;
    if (factor === 0) continue;
    for (let j = k + 1, at = i * n + k + 1; j < n; j++, at++) w[j] = w[j]! + factor * a[at]!;
  }
  return w;
}

/** row ← (row − 2u·w)(1 − 2vvᵀ) for the entries from `from` on. */
function reflectBoth(
  a: Float64Array,
  row: number,
  from: number,
  n: number,
  u: number,
  w: Float64Array,
  v: Float64Array,
): void {
  let overlap = 0;
  for (let j = from; j < n; j++) {
    const x = a[row + j]! - 2 * u * w[j]!;
    a[row + j] = x;
    overlap += x * v[j]!;
  }
  if (overlap === 0) return;
  for (let j = from; j < n; j++) a[row + j] = a[row + j]! - 2 * overlap * v[j]!;
}
