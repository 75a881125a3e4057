/** @file Singular values: the Schmidt decomposition of quantum mechanics, the compression of tensor networks. */

import { currentEngine } from '../engine/engine.ts';
import { lengthOf } from '../engine/jacobi.ts';
import type { Decompositions } from '../engine/kernels.ts';
import { isReal } from '../engine/product-program.ts';
import { DomainError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from './complex.ts';
import { engineDecompositions, inRange } from './engine-decompositions.ts';
import { hermitianEigen } from './hermitian-eigen.ts';
import { type HouseholderFactors, householder, thinColumns } from './householder.ts';
import { adjoint, complexOf, multiply, realPart, transpose } from './matrix.ts';
import { qr } from './qr.ts';
import { transposeReal } from './real-product.ts';

/** A = U·diag(values)·V†. */
export interface SingularValueDecomposition {
  /** Orthonormal columns, m × min(m, n). */
  readonly u: ComplexMatrix;
  /** Non-negative, descending. */
  readonly values: Float64Array;
  /** Orthonormal columns, n × min(m, n). */
  readonly v: ComplexMatrix;
}

/** Most sweeps of the Jacobi iteration; it converges quadratically, after about five. */
const MOST_SWEEPS = 60;
/** Below this fraction of the largest, squares of singular values leave the number range. */
const SMALLEST = 1e-145;
/** Fewest columns for which eigenvectors of R†R shorten the iteration. */
const LEAST_COLUMNS = 32;
/** If the last entry of R's diagonal is below this fraction of the first, they would not. */
const STEEPEST = 1e-8;
/** Values down to this fraction of the largest are taken from bidiagonalisation, which is accurate relative to that one. */
const FLATTEST = 1e-4;

/**
 * Thin singular value decomposition by one-sided Jacobi rotations of a pivoted QR factor: slower than bidiagonalisation
 * for large matrices, but small singular values keep their relative accuracy as far as the columns determine it, and
 * U and V are orthonormal to machine precision for every rank. O(mn² + n³) for m ≥ n.
 *
 * Rotations of the columns of R, whose rows are graded, commute with the scaling of rows, and so keep the accuracy of small
 * values whatever they begin with. They begin with the eigenvectors of R†R, after which few sweeps are left, where R is
 * not steep; else with R†, for which rotations converge fast.
 *
 * An engine of native code bidiagonalises instead, where the smallest value is at least 1e-4 of the largest.
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
  for (let k = 0; k < a.interleaved.length; k++) {
    const x = a.interleaved[k]!;
    if (!Number.isFinite(x)) throw new DomainError(`singularValueDecomposition: finite entries required, got ${x}`);
    largest = Math.max(largest, Math.abs(x));
  }
  const scale = largest === 0 ? 1 : 2 ** Math.floor(Math.log2(largest));
  const own = bidiagonalised(a, scale);
  if (own !== null) return own;
  const { rows, cols } = a;
  const scaled = { rows, cols, interleaved: a.interleaved.map((x) => x / scale) };
  const factors = householder(scaled, true);
  const r = triangle(factors);
  // A·P = QR and R·W = X·Σ: A = (QX)·Σ·(PW)†. Or R†·W = X·Σ: A = (QW)·Σ·(PX)†.
  const flat = cols >= LEAST_COLUMNS && lastRatio(r) > STEEPEST;
  const { vectors, values, rotation, complete } = flat ? rotated(r, eigenvectors(r)) : rotated(adjoint(r));
  const [left, right] = flat ? [vectors, rotation] : [rotation, vectors];
  // thinColumns is column-major: its transpose as a row-major matrix.
  const q = { rows: cols, cols: rows, interleaved: thinColumns(factors) };
  const u = conjugate(multiply(q, conjugate(left), { adjointA: true }));
  const v = permutedRows(right, factors.order);
  return { u, values: values.map((value) => value * scale), v: complete ? v : qr(v).q };
}

/** By native code, where the engine has it and no value is so small that it would lose its relative accuracy; else null. */
function bidiagonalised(a: ComplexMatrix, scale: number): SingularValueDecomposition | null {
  const decompositions = engineDecompositions(a.cols);
  if (decompositions === null) return null;
  const [interleaved, power] = inRange(a.interleaved, scale);
  const found = byEngine(decompositions, { ...a, interleaved });
  const values = found?.values;
  if (values === undefined || !(values[a.cols - 1]! >= FLATTEST * values[0]!)) return null;
  return { ...found!, values: values.map((value) => value * power) };
}

/** In real arithmetic, at a quarter of the cost, where no entry has an imaginary part. */
function byEngine(engine: Decompositions, a: ComplexMatrix): SingularValueDecomposition | null {
  const { rows, cols } = a;
  if (isReal(a.interleaved)) {
    const found = engine.realSingularValues(realPart(a).data, rows, cols);
    if (found === null) return null;
    const columns = (data: Float64Array, length: number): ComplexMatrix =>
      complexOf(transposeReal({ rows: cols, cols: length, data }));
    return { u: columns(found.u, rows), values: found.values, v: columns(found.v, cols) };
  }
  const found = engine.singularValues(a.interleaved, rows, cols);
  if (found === null) return null;
  const { u, values, v } = found;
  return { u: { rows, cols, interleaved: u }, values, v: { rows: cols, cols, interleaved: v } };
}

/** R, n × n. */
function triangle({ columns, diagonal, rows, cols: n }: HouseholderFactors): ComplexMatrix {
  const r = zeroMatrix(n, n);
  for (let i = 0; i < n; i++) {
    for (let part = 0; part < 2; part++) {
      r.interleaved[2 * (i * n + i) + part] = diagonal[2 * i + part]!;
      for (let j = i + 1; j < n; j++) r.interleaved[2 * (i * n + j) + part] = columns[2 * (j * rows + i) + part]!;
    }
  }
  return r;
}

/** |R_nn / R_11|. */
function lastRatio({ rows: n, interleaved }: ComplexMatrix): number {
  const size = (i: number): number => Math.hypot(interleaved[2 * (i * n + i)]!, interleaved[2 * (i * n + i) + 1]!);
  return size(n - 1) / size(0);
}

/** Eigenvectors of R†R, the greatest eigenvalue first. */
function eigenvectors(r: ComplexMatrix): ComplexMatrix {
  const { rows, cols, interleaved } = hermitianEigen(multiply(r, r, { adjointA: true })).vectors;
  const reversed = zeroMatrix(rows, cols);
  for (let k = 0; k < rows * cols; k++) {
    const to = k + cols - 1 - 2 * (k % cols);
    reversed.interleaved.set(interleaved.subarray(2 * k, 2 * k + 2), 2 * to);
  }
  return reversed;
}

interface Rotated {
  /** X, orthonormal columns where values are not below `SMALLEST`; the others are zero. */
  readonly vectors: ComplexMatrix;
  /** Σ, descending. */
  readonly values: Float64Array;
  /** W, unitary. */
  readonly rotation: ComplexMatrix;
  readonly complete: boolean;
}

/** M·W = X·Σ by rotations of the columns of M, the first of which are given as a unitary matrix. */
function rotated(m: ComplexMatrix, first?: ComplexMatrix): Rotated {
  const { cols: n } = m;
  // Row j of `pairs` is column j of (M, W).
  const pairs = new Float64Array(4 * n * n);
  const [moved, start] = [transpose(first === undefined ? m : multiply(m, first)), first && transpose(first)];
  for (let j = 0; j < n; j++) {
    pairs.set(moved.interleaved.subarray(2 * n * j, 2 * n * (j + 1)), 4 * n * j);
    if (start === undefined) pairs[4 * n * j + 2 * n + 2 * j] = 1;
    else pairs.set(start.interleaved.subarray(2 * n * j, 2 * n * (j + 1)), 4 * n * j + 2 * n);
  }
  currentEngine().jacobi(pairs, n, n, Number.EPSILON * Math.max(2, Math.sqrt(n)), MOST_SWEEPS);
  // Rounding in the rotations stretches both by the same factor, the length of W's columns.
  const lengths = Float64Array.from({ length: n }, (_, j) => lengthOf(pairs, 4 * n * j, 2 * n));
  const stretches = Float64Array.from({ length: n }, (_, j) => lengthOf(pairs, 2 * n * (2 * j + 1), 2 * n));
  const sizes = lengths.map((length, j) => length / stretches[j]!);
  const order = Array.from(sizes.keys()).sort((i, j) => sizes[j]! - sizes[i]!);
  const least = SMALLEST * (sizes[order[0]!] ?? 0);
  const vectors = zeroMatrix(n, n);
  const rotation = zeroMatrix(n, n);
  order.forEach((from, k) => {
    const unit = sizes[from]! > least ? lengths[from]! : Infinity;
    for (let i = 0; i < n; i++) {
      for (let part = 0; part < 2; part++) {
        vectors.interleaved[2 * (i * n + k) + part] = pairs[4 * n * from + 2 * i + part]! / unit;
        rotation.interleaved[2 * (i * n + k) + part] = pairs[2 * n * (2 * from + 1) + 2 * i + part]! / stretches[from]!;
      }
    }
  });
  return {
    vectors,
    values: Float64Array.from(order, (j) => sizes[j]!),
    rotation,
    complete: sizes.every((x) => x > least),
  };
}

/** Row order[i] of the result is row i. */
function permutedRows({ rows, cols, interleaved }: ComplexMatrix, order: ArrayLike<number>): ComplexMatrix {
  const out = zeroMatrix(rows, cols);
  for (let i = 0; i < rows; i++) {
    out.interleaved.set(interleaved.subarray(2 * cols * i, 2 * cols * (i + 1)), 2 * cols * order[i]!);
  }
  return out;
}

/** The complex conjugate, entry by entry. */
function conjugate({ rows, cols, interleaved }: ComplexMatrix): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.map((x, i) => (i % 2 === 0 ? x : -x)) };
}
