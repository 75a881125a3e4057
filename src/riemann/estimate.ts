/** @file Numerical results with their errors. */

import type { RealMatrix } from '../linalg/matrix.ts';

/** A computed value and estimates of its error, which are not bounds. */
export interface Estimate<Value> {
  readonly value: Value;
  /** Error of each number in `value`, in the same shape; never negative. */
  readonly error: Value;
}

/** A value with its distance, entry by entry, from what a coarser computation gives; infinite where that is NaN. */
export function estimateFrom(value: Float64Array, coarser: Float64Array): Estimate<Float64Array> {
  const distance = (entry: number, k: number): number => Math.abs(entry - coarser[k]!);
  return { value, error: value.map((entry, k) => (Number.isNaN(coarser[k]) ? Infinity : distance(entry, k))) };
}

/** The first number of an estimate. */
export function scalarEstimate({ value, error }: Estimate<Float64Array>): Estimate<number> {
  return { value: value[0]!, error: error[0]! };
}

/** An estimate of P² numbers as a matrix. */
export function matrixEstimate({ value, error }: Estimate<Float64Array>, p: number): Estimate<RealMatrix> {
  return { value: { rows: p, cols: p, data: value }, error: { rows: p, cols: p, data: error } };
}
