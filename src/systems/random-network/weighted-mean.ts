/** @file Means over samples. */

/** A mean over samples, and its standard error. */
export interface SampleMean {
  readonly mean: number;
  readonly error: number;
}

/**
 * The mean Σ w·x/Σ w and its standard error √Σ w²(x − mean)²/Σ w, the ratio's error to first order; NaN without weight.
 *
 * @param weights - ≥ 0, one for each value; default all alike
 */
export function weightedMean(values: readonly number[], weights?: readonly number[]): SampleMean {
  const weight = (k: number): number => weights?.[k] ?? 1;
  const total = values.reduce((sum, _, k) => sum + weight(k), 0);
  const mean = values.reduce((sum, value, k) => sum + (weight(k) === 0 ? 0 : weight(k) * value), 0) / total;
  const spread = values.reduce((sum, value, k) => sum + (weight(k) === 0 ? 0 : (weight(k) * (value - mean)) ** 2), 0);
  return { mean, error: Math.sqrt(spread) / total };
}
