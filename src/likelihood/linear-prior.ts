/** @file The deep image prior where it can be solved: a linear generator fitted by gradient flow. */

import { DomainError, ShapeError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { realSingularValueDecomposition } from '../linalg/real-singular-values.ts';
import { dot } from '../linalg/real-vector.ts';

/** A linear generator after some time of training. */
export interface LinearPrior {
  /** w(t), shape (P,). */
  readonly weights: Float64Array;
  /** A w(t), shape (N,). */
  readonly output: Float64Array;
  /** s_i, descending, min(N, P) of them. */
  readonly singularValues: Float64Array;
  /** u_i·(y − A w(t)) = e^{−s_i² t} u_i·y of each of these modes. */
  readonly residuals: Float64Array;
}

/**
 * The gradient flow of a linear generator x = A w towards data y, from w = 0, in closed form:
 *
 *     dw/dt = Aᵀ(y − A w),    u_i·(y − x(t)) = e^{−s_i² t} u_i·y,    A = Σ_i s_i u_i v_iᵀ.
 *
 * Modes with large singular values are learned first; where they are those of the picture and not of its noise, stopping early
 * denoises.
 *
 * @param A - shape (N, P)
 * @param y - shape (N,)
 * @param t - time ≥ 0; Infinity is least squares. A descent with a small rate η has t = η · steps
 * @throws {ShapeError} y has not N numbers
 * @throws {DomainError} a negative time
 *
 * O(max(N, P)³). @see Ulyanov, Vedaldi & Lempitsky, CVPR 2018, arXiv:1711.10925, for the prior
 */
export function linearPrior(A: RealMatrix, y: Float64Array, t: number): LinearPrior {
  if (y.length !== A.rows) throw new ShapeError(`linearPrior: ${A.rows} numbers y required, got ${y.length}`);
  if (!(t >= 0)) throw new DomainError(`linearPrior: a time ≥ 0 required, got ${t}`);
  const { values, left, right, rank } = modesOf(A);
  const [weights, output] = [new Float64Array(A.cols), new Float64Array(A.rows)];
  const residuals = new Float64Array(rank);
  for (let i = 0; i < rank; i++) {
    const [s, u, v] = [values[i]!, left(i), right(i)];
    const along = dot(u, y);
    const learned = -Math.expm1(-s * s * t) || 0; // 0 · ∞: a mode that the generator does not have
    residuals[i] = along * (1 - learned);
    if (learned === 0) continue;
    for (let k = 0; k < A.cols; k++) weights[k] = weights[k]! + ((learned * along) / s) * v[k]!;
    for (let k = 0; k < A.rows; k++) output[k] = output[k]! + learned * along * u[k]!;
  }
  return { weights, output, singularValues: values.slice(0, rank), residuals };
}

/**
 * The error of `linearPrior` that is to be expected from a clean picture x and noise of variance σ² in each pixel,
 *
 *     ⟨‖x(t) − x‖²⟩/N = (1/N) Σ_i (e^{−s_i² t} u_i·x)² + σ² (1 − e^{−s_i² t})²:
 *
 * the first term falls, the second rises, and between them is the time to stop. Modes outside of A count with e^0.
 *
 * @throws {ShapeError} the picture has not N numbers
 */
export function linearPriorError(A: RealMatrix, clean: Float64Array, variance: number, t: number): number {
  if (clean.length !== A.rows)
    throw new ShapeError(`linearPriorError: ${A.rows} numbers required, got ${clean.length}`);
  const { values, left, rank } = modesOf(A);
  let error = dot(clean, clean);
  for (let i = 0; i < rank; i++) {
    const [along, unlearned] = [dot(left(i), clean), Math.exp(-(values[i]! ** 2) * t)];
    error += along * along * (unlearned * unlearned - 1) + variance * (1 - unlearned) ** 2;
  }
  return error / A.rows;
}

/** Singular values and vectors of a matrix of any shape, by the square one that zeros make of it. */
function modesOf({ rows, cols, data }: RealMatrix) {
  const size = Math.max(rows, cols);
  const square = new Float64Array(size * size);
  for (let i = 0; i < rows; i++) square.set(data.subarray(i * cols, (i + 1) * cols), i * size);
  const { values, left, right } = realSingularValueDecomposition({ rows: size, cols: size, data: square });
  return {
    values,
    rank: Math.min(rows, cols),
    left: (i: number): Float64Array => left.data.subarray(i * size, i * size + rows),
    right: (i: number): Float64Array => right.data.subarray(i * size, i * size + cols),
  };
}
