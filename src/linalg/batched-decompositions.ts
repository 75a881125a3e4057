/**
 * @file Decompositions of many small matrices of equal shape in one call. The compiled engine works on several matrices at once,
 * side by side in its vectors, on all of its threads; every matrix yields the same bits whatever stands beside it. Longer
 * matrices, and engines without such kernels, are decomposed one after the other.
 */

import type { BatchShape } from '../engine/batches.ts';
import { realParts } from '../engine/product-program.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from './complex.ts';
import { areModerate, engineBatches, isModerateTriangle } from './engine-decompositions.ts';
import { HERMITIAN_TOLERANCE, hermitianEigen, hermitianEigenvalues } from './hermitian-eigen.ts';
import { type BatchNumbers, batchNumbers, type MatrixBatch } from './matrix-batch.ts';
import { polarFactor } from './polar.ts';
import { qr } from './qr.ts';
import { singularValueDecomposition } from './singular-values.ts';

/** A_b = U_b·diag(values_b)·V_b† for every matrix of a batch. */
export interface BatchedSingularValueDecomposition<Batch extends MatrixBatch> {
  /** Orthonormal columns, rows × k, k = min(rows, cols). */
  readonly u: Batch;
  /** k values of each matrix, descending, not negative. */
  readonly values: Float64Array;
  /** Orthonormal columns, cols × k. */
  readonly v: Batch;
}

/** A_b = V_b·diag(values_b)·V_b† for every matrix of a batch. */
export interface BatchedHermitianEigen<Batch extends MatrixBatch> {
  /** n values of each matrix, ascending. */
  readonly values: Float64Array;
  /** Orthonormal eigenvectors as columns, in the order of the values. */
  readonly vectors: Batch;
}

/** A_b = Q_b·R_b for every matrix of a batch. */
export interface BatchedQr<Batch extends MatrixBatch> {
  /** Orthonormal columns, rows × k, k = min(rows, cols). */
  readonly q: Batch;
  /** Upper triangular with real non-negative diagonal, k × cols. */
  readonly r: Batch;
}

/**
 * Thin singular value decompositions of a batch of complex, or real, matrices, each as accurate as `singularValueDecomposition`: small values
 * keep their relative accuracy as far as the columns determine it. O(count·rows·cols·k).
 *
 * @throws {ShapeError} the numbers do not fit count × rows × cols
 * @throws {DomainError} an entry is not finite
 */
export function batchedSingularValueDecomposition<Batch extends MatrixBatch>(
  a: Batch,
): BatchedSingularValueDecomposition<Batch> {
  const { shape, numbers, matrix, batch } = batchNumbers('batchedSingularValueDecomposition', a);
  const { count, rows, cols, isComplex } = shape;
  const k = Math.min(rows, cols);
  const found = engineBatches(shape)?.singularValues(numbers, shape);
  const { u, values, v } = found ?? {
    u: zeros(shape, rows * k),
    values: new Float64Array(count * k),
    v: zeros(shape, cols * k),
  };
  for (let b = 0; b < count; b++) {
    if (found && areModerate(values.subarray(b * k, (b + 1) * k))) continue;
    const own = singularValueDecomposition(matrix(b));
    write(u, b, own.u, isComplex);
    values.set(own.values, b * k);
    write(v, b, own.v, isComplex);
  }
  return { u: batch(rows, k, u), values, v: batch(cols, k, v) };
}

/**
 * The isometries closest to the matrices of a batch, W_b = U_b·V_b† for A_b = U_b·Σ_b·V_b†; see `polarFactor`. O(count·rows·cols·k).
 *
 * @throws {ShapeError} the numbers do not fit count × rows × cols
 * @throws {DomainError} an entry is not finite
 */
export function batchedPolarFactor<Batch extends MatrixBatch>(a: Batch): Batch {
  const { shape, numbers, matrix, batch } = batchNumbers('batchedPolarFactor', a);
  const { count, rows, cols, isComplex } = shape;
  const k = Math.min(rows, cols);
  const found = engineBatches(shape)?.polarFactor(numbers, shape);
  const factor = found?.factor ?? zeros(shape, rows * cols);
  for (let b = 0; b < count; b++) {
    if (found && areModerate(found.values.subarray(b * k, (b + 1) * k))) continue;
    write(factor, b, polarFactor(matrix(b)), isComplex);
  }
  return batch(rows, cols, factor);
}

/**
 * Eigenvalues and eigenvectors of a batch of Hermitian, or real symmetric, matrices, each as `hermitianEigen`: accurate to a few 1e-16 of its
 * largest eigenvalue, eigenvectors as columns, orthonormal for any spectrum. O(count·n³).
 *
 * @param a - square and Hermitian; only Hermitian parts enter
 * @throws {ShapeError} not square, or the numbers do not fit count × n × n
 * @throws {DomainError} a matrix is not Hermitian, or an entry is not finite
 */
export function batchedHermitianEigen<Batch extends MatrixBatch>(a: Batch): BatchedHermitianEigen<Batch> {
  const { shape, numbers, matrix, batch } = hermitianNumbers('batchedHermitianEigen', a);
  const { count, rows: n, isComplex } = shape;
  const found = engineBatches(shape)?.hermitianEigen(numbers, shape);
  if (found) return { values: found.values, vectors: batch(n, n, found.vectors) };
  const [values, vectors] = [new Float64Array(count * n), zeros(shape, n * n)];
  for (let b = 0; b < count; b++) {
    const own = hermitianEigen(matrix(b));
    values.set(own.values, b * n);
    write(vectors, b, own.vectors, isComplex);
  }
  return { values, vectors: batch(n, n, vectors) };
}

/**
 * The eigenvalues alone of a batch of Hermitian, or real symmetric, matrices: n of each, ascending. O(count·n³), at about half of the cost.
 *
 * @param a - square and Hermitian; only Hermitian parts enter
 * @throws {ShapeError} not square, or the numbers do not fit count × n × n
 * @throws {DomainError} a matrix is not Hermitian, or an entry is not finite
 */
export function batchedHermitianEigenvalues(a: MatrixBatch): Float64Array {
  const { shape, numbers, matrix } = hermitianNumbers('batchedHermitianEigenvalues', a);
  const found = engineBatches(shape)?.hermitianEigenvalues(numbers, shape);
  if (found) return found;
  const values = new Float64Array(shape.count * shape.rows);
  for (let b = 0; b < shape.count; b++) values.set(hermitianEigenvalues(matrix(b)), b * shape.rows);
  return values;
}

/**
 * Thin QR decompositions of a batch of complex, or real, matrices, with diagonals of R that are real and not negative. Q is orthonormal to
 * machine precision whatever the rank. O(count·rows·cols·k).
 *
 * @throws {ShapeError} the numbers do not fit count × rows × cols
 * @throws {DomainError} an entry is not finite
 */
export function batchedQr<Batch extends MatrixBatch>(a: Batch): BatchedQr<Batch> {
  const { shape, numbers, matrix, batch } = batchNumbers('batchedQr', a);
  const { count, rows, cols, isComplex } = shape;
  const k = Math.min(rows, cols);
  const found = engineBatches(shape)?.qr(numbers, shape);
  const { q, r } = found ?? { q: zeros(shape, rows * k), r: zeros(shape, k * cols) };
  const size = r.length / Math.max(1, count);
  for (let b = 0; b < count; b++) {
    if (found && isModerateTriangle(r.subarray(b * size, (b + 1) * size), k, cols, isComplex)) continue;
    const own = qr(matrix(b));
    write(q, b, own.q, isComplex);
    write(r, b, own.r, isComplex);
  }
  return { q: batch(rows, k, q), r: batch(k, cols, r) };
}

/** @throws {DomainError} a matrix is not Hermitian */
function hermitianNumbers<Batch extends MatrixBatch>(caller: string, a: Batch): BatchNumbers<Batch> {
  const given = batchNumbers(caller, a);
  const { count, rows: n, cols, isComplex } = given.shape;
  if (n !== cols) throw new ShapeError(`${caller}: square matrices required, got ${n}×${cols}`);
  const size = (isComplex ? 2 : 1) * n * n;
  for (let b = 0; b < count; b++) {
    const numbers = given.numbers.subarray(b * size, (b + 1) * size);
    const [i, j] = asymmetry(numbers, n, isComplex) ?? [-1, -1];
    if (i >= 0) {
      throw new DomainError(
        `${caller}: A = A† required, got entries (${i}, ${j}) and (${j}, ${i}) of matrix ${b} that differ`,
      );
    }
  }
  return given;
}

/** The place of an entry that is not the conjugate of that across the diagonal, up to rounding; null if there is none. */
function asymmetry(numbers: Float64Array, n: number, isComplex: boolean): readonly [number, number] | null {
  let largest = 0;
  for (let k = 0; k < numbers.length; k++) largest = Math.max(largest, Math.abs(numbers[k]!));
  const tolerated = HERMITIAN_TOLERANCE * largest;
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      const [here, mirrored] = [i * n + j, j * n + i];
      const differs = isComplex
        ? Math.abs(numbers[2 * here]! - numbers[2 * mirrored]!) > tolerated ||
          Math.abs(numbers[2 * here + 1]! + numbers[2 * mirrored + 1]!) > tolerated
        : Math.abs(numbers[here]! - numbers[mirrored]!) > tolerated;
      if (differs) return [i, j];
    }
  }
  return null;
}

const zeros = ({ count, isComplex }: BatchShape, size: number): Float64Array =>
  new Float64Array((isComplex ? 2 : 1) * count * size);

/** Writes matrix b of a batch. */
function write(to: Float64Array, b: number, { interleaved }: ComplexMatrix, isComplex: boolean): void {
  const numbers = isComplex ? interleaved : realParts(interleaved);
  to.set(numbers, b * numbers.length);
}
