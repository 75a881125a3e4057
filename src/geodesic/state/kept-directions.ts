/**
 * @file The end of a sliced path in those directions that it can move: where the singular values of its derivative fall below what
 * float64 resolves, the others are still a condition that it does.
 */

import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal, realIdentity } from '../../linalg/real-product.ts';
import { dot } from '../../linalg/real-vector.ts';
import { addScaled, innerProduct, scaledVector } from '../../linalg/vector.ts';
import { wideSingularValueDecomposition } from '../../linalg/wide-singular-values.ts';
import { missOf, type PathProblem, runPath } from '../../path/state-path.ts';
import { frameWithin } from './horizontal-frame.ts';

/** The condition Wc(x) = 0 on the miss c in some directions of the end point, with the derivative J of c at one path x. */
export interface KeptDirections {
  /** W, orthonormal rows in the coordinates of c, shape (r, m). */
  readonly directions: RealMatrix;
  /** Singular values of J in the directions that W was chosen from, descending, the first r of which are kept. */
  readonly values: Float64Array;
  /** −(WJ)⁺Wc: the least move that mends the miss c in these directions. */
  readonly mending: (miss: Float64Array) => Float64Array;
  /** The p in their span, in the coordinates of c, for which v + Jᵀp keeps the end in these directions. */
  readonly multiplier: (v: Float64Array) => Float64Array;
  /** The part of v that keeps the end in these directions. */
  readonly tangential: (v: Float64Array) => Float64Array;
  /** Orthonormal rows t with WJt = 0, shape (N − r, N) for N unknowns. */
  readonly tangents: RealMatrix;
}

/** The numbers of row k. */
export const rowOf = ({ data, cols }: RealMatrix, k: number): Float64Array => data.subarray(k * cols, (k + 1) * cols);

/** Σ_k c_k·(row k), of the first rows. */
export function combinedRows(rows: RealMatrix, coefficients: ArrayLike<number>): Float64Array {
  const sum = new Float64Array(rows.cols);
  for (let k = 0; k < coefficients.length; k++) {
    const [row, factor] = [rowOf(rows, k), coefficients[k]!];
    for (let i = 0; i < sum.length; i++) sum[i] = sum[i]! + factor * row[i]!;
  }
  return sum;
}

/**
 * The left singular vectors of J whose singular values are above a level, as a share of the greatest. Paths that meet the target in
 * these are shorter than paths that meet it in all.
 *
 * @param among - W of which combinations are taken, orthonormal rows; default all directions of the end point
 * @param level - default 0: all of `among`
 * @throws {ShapeError} fewer unknowns than directions
 *
 * Cost of a gradient for each direction, and O(N²m).
 */
export function keptDirections(problem: PathProblem, x: Float64Array, among?: RealMatrix, level = 0): KeptDirections {
  const { size } = frameWithin(problem.to.interleaved, problem.sums?.states);
  const chosen = among ?? realIdentity(size);
  const { values, left, right } = wideSingularValueDecomposition(derivativeAlong(problem, x, chosen));
  const rank = level > 0 ? values.filter((value) => value > level * values[0]!).length : values.length;
  const mixed = { rows: rank, cols: left.cols, data: left.data.slice(0, rank * left.cols) };
  const directions = multiplyReal(mixed, chosen);
  const along = (rows: RealMatrix, v: Float64Array): Float64Array =>
    Float64Array.from({ length: rank }, (_, k) => dot(rowOf(rows, k), v));
  const divided = (v: Float64Array): Float64Array => v.map((value, k) => -value / values[k]!);
  return {
    directions,
    values,
    mending: (miss) => combinedRows(right, divided(along(directions, miss))),
    multiplier: (v) => combinedRows(directions, divided(along(right, v))),
    tangential: (v) => {
      const moving = combinedRows(right, along(right, v));
      return v.map((value, i) => value - moving[i]!);
    },
    tangents: { rows: x.length - rank, cols: x.length, data: right.data.slice(rank * x.length) },
  };
}

/** WJ, shape (r, N), with the turn of the phase of c by its own miss. */
function derivativeAlong(problem: PathProblem, x: Float64Array, directions: RealMatrix): RealMatrix {
  const { to, sums } = problem;
  const run = runPath(problem, x);
  const { vectorOf } = frameWithin(to.interleaved, sums?.states);
  const miss = missOf(to, run.end);
  const [re, im] = innerProduct(to, run.end);
  const modulus = Math.hypot(re, im);
  const [turned, turning] =
    modulus > 0 ? ([[re / modulus, im / modulus], 1 / modulus] as const) : ([[1, 0], 0] as const);
  const cotangents = Array.from({ length: directions.rows }, (_, k) => {
    const lambda = { length: to.length, interleaved: vectorOf(rowOf(directions, k)) };
    const [, turn] = innerProduct(lambda, miss);
    return scaledVector(turned, addScaled(lambda, [0, turn * turning], to));
  });
  const data = new Float64Array(directions.rows * x.length);
  run.pullbacks(cotangents).forEach((row, k) => {
    data.set(row, k * x.length);
  });
  return { rows: directions.rows, cols: x.length, data };
}
