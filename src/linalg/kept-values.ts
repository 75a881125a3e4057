/** @file Which Schmidt values of a bond are kept. */

import type { ComplexMatrix } from './complex.ts';

/** How many of a bond's values to keep. */
export interface Truncation {
  /** Greatest weight Σ p that may be lost at each bond. */
  readonly tolerance: number;
  /** Greatest bond dimension. */
  readonly bond: number;
}

/**
 * How many singular values are kept: at least one, at most `bond`, and no more than needed for the tolerance.
 *
 * @param values - descending
 */
export function keptValues(values: Float64Array, { tolerance, bond }: Truncation): number {
  const total = values.reduce((sum, x) => sum + x * x, 0);
  let kept = values.length;
  for (let lost = 0; kept > 1; kept--) {
    lost += values[kept - 1]! ** 2;
    if (lost > tolerance * total && kept <= bond) break;
  }
  return kept;
}

/** The first `count` columns of a matrix. */
export function leadingColumns({ rows, cols, interleaved }: ComplexMatrix, count: number): ComplexMatrix {
  const kept = new Float64Array(2 * rows * count);
  for (let i = 0; i < rows; i++) kept.set(interleaved.subarray(2 * i * cols, 2 * (i * cols + count)), 2 * i * count);
  return { rows, cols: count, interleaved: kept };
}
