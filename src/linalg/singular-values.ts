/** @file Singular values: the Schmidt decomposition of quantum mechanics, the compression of tensor networks. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from './complex.ts';
import { householder, thinColumns } from './householder.ts';
import { adjoint, multiply } from './matrix.ts';
import { qr } from './qr.ts';

/** A = U·diag(values)·V†. */
export interface SingularValueDecomposition {
  /** Orthonormal columns, m × min(m, n). */
  readonly u: ComplexMatrix;
  /** Non-negative, descending. */
  readonly values: Float64Array;
  /** Orthonormal columns, n × min(m, n). */
  readonly v: ComplexMatrix;
}

/** Sweeps of the Jacobi iteration; it converges quadratically, after about five. */
const MOST_SWEEPS = 60;
/** Below this fraction of the largest, squares of singular values leave the number range. */
const SMALLEST = 1e-145;

/**
 * Thin singular value decomposition by one-sided Jacobi rotations of a pivoted QR factor: slower than bidiagonalisation
 * for large matrices, but small singular values keep their relative accuracy as far as the columns determine it, and
 * U and V are orthonormal to machine precision for every rank. O(mn² + n³) for m ≥ n.
 *
 * @throws {DomainError} an entry is not finite
 *
 * @see Drmač & Veselić, SIAM J. Matrix Anal. Appl. 29, 1322 (2008)
 */
export function singularValueDecomposition(a: ComplexMatrix): SingularValueDecomposition {
  if (a.rows < a.cols) {
    const { u, values, v } = singularValueDecomposition(adjoint(a));
    return { u: v, values, v: u };
  }
  let largest = 0;
  for (const x of a.interleaved) {
    if (!Number.isFinite(x)) throw new DomainError(`singularValueDecomposition: finite entries required, got ${x}`);
    largest = Math.max(largest, Math.abs(x));
  }
  const scale = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest));
  const { rows, cols } = a;
  const factors = householder({ rows, cols, interleaved: a.interleaved.map((x) => x / scale) }, true);
  // A·P = QR and R† = X·W† with X = V·Σ orthogonal columns: A = (QW)·Σ·(PV)†. Row j of `pairs` is column j of (X, W).
  const pairs = rotatedPairs(factors.columns, factors.diagonal, rows, cols);
  // Rounding in the rotations stretches both by the same factor, which the lengths of W's columns tell.
  const lengths = Float64Array.from({ length: cols }, (_, j) => lengthOf(pairs, 4 * cols * j, 2 * cols));
  const stretches = Float64Array.from({ length: cols }, (_, j) => lengthOf(pairs, 2 * cols * (2 * j + 1), 2 * cols));
  const sizes = lengths.map((length, j) => length / stretches[j]!);
  const order = Array.from(sizes.keys()).sort((i, j) => sizes[j]! - sizes[i]!);
  const v = zeroMatrix(cols, cols);
  const w = zeroMatrix(cols, cols);
  order.forEach((from, k) => {
    const unit = sizes[from]! > SMALLEST * sizes[order[0]!]! ? lengths[from]! : Infinity;
    for (let i = 0; i < cols; i++) {
      for (let part = 0; part < 2; part++) {
        v.interleaved[2 * (factors.order[i]! * cols + k) + part] = pairs[4 * cols * from + 2 * i + part]! / unit;
        w.interleaved[2 * (i * cols + k) + part] = pairs[2 * cols * (2 * from + 1) + 2 * i + part]! / stretches[from]!;
      }
    }
  });
  const values = Float64Array.from(order, (j) => sizes[j]! * scale);
  const complete = cols === 0 || sizes[order[cols - 1]!]! > SMALLEST * sizes[order[0]!]!;
  // thinColumns is column-major: its transpose as a row-major matrix.
  const q = { rows: cols, cols: rows, interleaved: thinColumns(factors) };
  const u = conjugate(multiply(q, conjugate(w), { adjointA: true }));
  return { u, values, v: complete ? v : qr(v).q };
}

/** The columns of R† beside those of the identity, as rows of one array, rotated until the former are orthogonal. */
function rotatedPairs(columns: Float64Array, diagonal: Float64Array, rows: number, n: number): Float64Array {
  const pairs = new Float64Array(4 * n * n);
  for (let j = 0; j < n; j++) {
    pairs[4 * n * j + 2 * j] = diagonal[2 * j]!;
    pairs[4 * n * j + 2 * j + 1] = -diagonal[2 * j + 1]!;
    for (let i = j + 1; i < n; i++) {
      pairs[4 * n * j + 2 * i] = columns[2 * (i * rows + j)]!;
      pairs[4 * n * j + 2 * i + 1] = -columns[2 * (i * rows + j) + 1]!;
    }
    pairs[4 * n * j + 2 * n + 2 * j] = 1;
  }
  const tolerance = Number.EPSILON * Math.max(2, Math.sqrt(n));
  const squares = new Float64Array(n);
  for (let sweep = 0, rotated = true; rotated && sweep < MOST_SWEEPS; sweep++) {
    rotated = false;
    for (let j = 0; j < n; j++) squares[j] = lengthOf(pairs, 4 * n * j, 2 * n) ** 2;
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) if (orthogonalise(pairs, squares, n, p, q, tolerance)) rotated = true;
    }
  }
  return pairs;
}

/** Rotates rows p and q so that their first halves become orthogonal; false if they are already. */
function orthogonalise(
  pairs: Float64Array,
  squares: Float64Array,
  n: number,
  p: number,
  q: number,
  tolerance: number,
): boolean {
  const a = 4 * n * p;
  const b = 4 * n * q;
  let re = 0;
  let im = 0;
  for (let i = 0; i < 2 * n; i += 2) {
    re += pairs[a + i]! * pairs[b + i]! + pairs[a + i + 1]! * pairs[b + i + 1]!;
    im += pairs[a + i]! * pairs[b + i + 1]! - pairs[a + i + 1]! * pairs[b + i]!;
  }
  const overlap = Math.hypot(re, im);
  if (overlap === 0 || overlap <= tolerance * Math.sqrt(squares[p]!) * Math.sqrt(squares[q]!)) return false;
  const cotangent = (squares[q]! - squares[p]!) / (2 * overlap);
  const tangent = (cotangent < 0 ? -1 : 1) / (Math.abs(cotangent) + Math.sqrt(1 + cotangent * cotangent));
  const cos = 1 / Math.sqrt(1 + tangent * tangent);
  const sin = cos * tangent;
  const [x, y] = [re / overlap, -im / overlap]; // makes the overlap real
  for (let i = 0; i < 4 * n; i += 2) {
    const are = pairs[a + i]!;
    const aim = pairs[a + i + 1]!;
    const bre = pairs[b + i]! * x - pairs[b + i + 1]! * y;
    const bim = pairs[b + i]! * y + pairs[b + i + 1]! * x;
    pairs[a + i] = cos * are - sin * bre;
    pairs[a + i + 1] = cos * aim - sin * bim;
    pairs[b + i] = sin * are + cos * bre;
    pairs[b + i + 1] = sin * aim + cos * bim;
  }
  for (const [row, change, at] of [
    [p, -tangent * overlap, a],
    [q, tangent * overlap, b],
  ] as const) {
    const updated = squares[row]! + change;
    squares[row] = updated < 0.5 * squares[row]! ? lengthOf(pairs, at, 2 * n) ** 2 : updated; // against cancellation
  }
  return true;
}

/** Euclidean length of `count` numbers from `start` on. */
function lengthOf(array: Float64Array, start: number, count: number): number {
  let largest = 0;
  for (let i = start; i < start + count; i++) largest = Math.max(largest, Math.abs(array[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = start; i < start + count; i++) sum += (array[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** The complex conjugate, entry by entry. */
function conjugate({ rows, cols, interleaved }: ComplexMatrix): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.map((x, i) => (i % 2 === 0 ? x : -x)) };
}
