/** @file The complexity as the limit of an ensemble, with its error, and without a shortest path. */

import { choleskySolver, Matrix } from '../../linalg/dense-real.ts';
import type { SeriesStatistics } from '../../optimise/series-statistics.ts';

/** ½C² + a/β + b/β², fitted to the mean energies of an ensemble. */
export interface ComplexityReading {
  /** C, and its standard error; the length NaN where the limit came out negative. */
  readonly length: number;
  readonly error: number;
  /** a: half of the number of directions with energy, and the conditions of the end point. */
  readonly slope: number;
  readonly slopeError: number;
  /** χ² of the fit over its degrees of freedom; null without any. */
  readonly misfit: number | null;
}

/**
 * Least squares with the errors of the samples, in 1, 1/β and 1/β², from four β on; with three in 1 and 1/β.
 *
 * @returns null for fewer than three β
 */
export function readComplexity(
  samples: readonly { readonly beta: number; readonly arrived: SeriesStatistics }[],
): ComplexityReading | null {
  if (samples.length < 3) return null;
  const columns = samples.length > 3 ? 3 : 2;
  const [normal, right] = [Matrix.zeros(columns, columns), new Float64Array(columns)];
  const scale = samples[0]!.beta;
  const rows = samples.map(({ beta, arrived: { mean, error } }) => ({
    basis: Array.from({ length: columns }, (_, power) => (scale / beta) ** power),
    mean,
    weight: 1 / error ** 2,
  }));
  for (const { basis, mean, weight } of rows) {
    for (let i = 0; i < columns; i++) {
      right[i]! += weight * basis[i]! * mean;
      for (let j = 0; j < columns; j++) normal.set(i, j, normal.get(i, j) + weight * basis[i]! * basis[j]!);
    }
  }
  const solve = choleskySolver(normal);
  if (solve === undefined) return null;
  const variance = (k: number): number =>
    solve(Float64Array.from({ length: columns }, (_, i) => (i === k ? 1 : 0)))[k]!;
  const found = solve(right);
  const length = Math.sqrt(2 * found[0]!);
  const squares = rows.reduce((sum, { basis, mean, weight }) => {
    const fitted = basis.reduce((value, b, k) => value + b * found[k]!, 0);
    return sum + weight * (mean - fitted) ** 2;
  }, 0);
  return {
    length,
    error: Math.sqrt(variance(0)) / length,
    slope: found[1]! * scale,
    slopeError: Math.sqrt(variance(1)) * scale,
    misfit: samples.length > columns ? squares / (samples.length - columns) : null,
  };
}
