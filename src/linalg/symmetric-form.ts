/** @file A real symmetric matrix as an orthogonal transform of a tridiagonal one. */

import { currentEngine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';

/** The largest |A − Aᵀ| relative to |A| that counts as rounding. */
const SYMMETRY_TOLERANCE = 1e-8;

/** A = scale · Q·T·Qᵀ with Q = H_{n−1}…H₂, H_k = 1 − 2v_k v_kᵀ. */
export interface SymmetricForm {
  /** A power of two. */
  readonly scale: number;
  /** Diagonal of T, of shape (n,). */
  readonly diagonal: Float64Array;
  /** T_{k,k+1} at k, of shape (n,); the last number means nothing. */
  readonly offDiagonal: Float64Array;
  /** n × n: row k ≥ 2 starts with the k entries of the unit vector v_k, or with zeros where H_k is the identity. */
  readonly reflectors: Float64Array;
}

/** A symmetric matrix by its lower triangle, divided by a power of two near its largest entry. */
export interface ScaledTriangle {
  readonly scale: number;
  /** n × n, row-major; zeros above the diagonal. */
  readonly rows: Float64Array;
}

/**
 * The symmetric part of a row-major n × n matrix.
 *
 * @param caller - named in errors
 * @throws {ShapeError} the matrix is not n × n
 * @throws {DomainError} it is not symmetric, or not finite
 */
export function scaledTriangle(caller: string, matrix: Float64Array, n: number): ScaledTriangle {
  const scale = checkedScale(caller, matrix, n);
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) rows[i * n + j] = matrix[i * n + j]! / scale / 2 + matrix[j * n + i]! / scale / 2;
  }
  return { scale, rows };
}

/** The tridiagonal form of a symmetric n × n matrix, whose triangle is overwritten. */
export function symmetricForm({ scale, rows }: ScaledTriangle, n: number): SymmetricForm {
  const [diagonal, offDiagonal] = [new Float64Array(n), new Float64Array(n)];
  currentEngine().tridiagonalise(rows, diagonal, offDiagonal);
  return { scale, diagonal, offDiagonal, reflectors: rows };
}

/** A power of two near the largest entry, so that scaling by it is exact. */
function checkedScale(caller: string, matrix: Float64Array, n: number): number {
  if (!(Number.isInteger(n) && n >= 0 && matrix.length === n * n)) {
    throw new ShapeError(`${caller}: ${n}×${n} entries required, got ${matrix.length}`);
  }
  let largest = 0;
  let difference = 0;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [x, y] = [matrix[i * n + j]!, matrix[j * n + i]!];
      if (!Number.isFinite(x) || !Number.isFinite(y)) {
        throw new DomainError(`${caller}: finite entries required, got ${x} and ${y} at (${i}, ${j}) and (${j}, ${i})`);
      }
      largest = Math.max(largest, Math.abs(x), Math.abs(y));
      difference = Math.max(difference, Math.abs(x - y));
    }
  }
  if (difference > SYMMETRY_TOLERANCE * largest) {
    throw new DomainError(`${caller}: A = Aᵀ required, got a difference of ${difference}`);
  }
  return largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest));
}
