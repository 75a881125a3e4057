/** @file The length of the shortest path to a gate of one qubit without any geodesic: from the heat kernel at small times. */

import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { Matrix, solveReal } from '../linalg/dense-real.ts';
import { type HeatKernelOptions, heatKernel } from './heat-kernel.ts';

/** What the heat kernel tells of the shortest paths. */
export interface HeatLength {
  /** C², the limit of −4t log p_t. */
  readonly squaredLength: number;
  /** The coefficient of t log t: 2(3 + d) where the shortest paths are a family of d parameters, to the accuracy of the fit. */
  readonly logarithm: number;
  /** d: 0 for single paths, 1 for a circle of them, 2 for a sphere. */
  readonly family: number;
  /** −4t log p_t at the times that were used, the first the least. */
  readonly points: readonly (readonly [time: number, value: number])[];
}

export interface HeatLengthOptions extends HeatKernelOptions {
  /** At least six times; default 0.01 · (1 + k/4), k = 0 … 7. */
  readonly times?: readonly number[];
}

const TIMES = Array.from({ length: 8 }, (_, k) => 0.01 * (1 + k / 4));

/**
 * C(U)² for weights 1, 1, q by Varadhan's theorem: −4t log p_t is fitted in the basis 1, t, t log t, t², which gives the family; then
 * with the coefficient of t log t held at 2(3 + d), in 1, t, t², t³.
 *
 * @param unitary - U, shape (2, 2)
 * @throws {ShapeError | DomainError} see `heatKernel`; fewer than six times
 *
 * Cost eight heat kernels, under a second by default. Accuracy about 10⁻⁵, less near gates whose families change.
 *
 * @see Molchanov, Russ. Math. Surveys 30, 1 (1975), for families of shortest paths
 */
export function heatLength(unitary: ComplexMatrix, options: HeatLengthOptions = {}): HeatLength {
  const { times = TIMES } = options;
  if (times.length < 6) throw new DomainError(`heatLength: at least six times required, got ${times.length}`);
  const sorted = [...times].sort((a, b) => a - b);
  const points = sorted.map((t) => [t, -4 * t * Math.log(heatKernel(unitary, t, options))] as const);
  const values = points.map(([, value]) => value);
  // In s = t/t_max all columns are of order 1; t log t = t_max(s log s + s log t_max).
  const greatest = sorted.at(-1)!;
  const scaled = sorted.map((t) => t / greatest);
  const free = leastSquares(
    scaled.map((s) => [1, s, s * Math.log(s), s * s]),
    values,
  );
  const logarithm = free[2]! / greatest;
  const family = Math.max(0, Math.round(logarithm / 2) - 3);
  const held = leastSquares(
    scaled.map((s) => [1, s, s * s, s ** 3]),
    points.map(([t, value]) => value - 2 * (3 + family) * t * Math.log(t)),
  );
  return { squaredLength: held[0]!, logarithm, family, points };
}

/** The coefficients of a function in a basis, by QR decomposition. */
const leastSquares = (rows: readonly (readonly number[])[], values: readonly number[]): readonly number[] =>
  solveReal(new Matrix(rows.map((row) => [...row])), Matrix.columnVector([...values])).to1DArray();
