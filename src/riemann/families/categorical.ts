/** @file Distributions over finitely many outcomes as part of a sphere. */

import { DomainError } from '../../errors.ts';
import type { MetricField } from '../metric-field.ts';
import { closedFormMetric, same } from './closed-form-metric.ts';

/** Probability of the last outcome. */
const lastOf = (p: Float64Array): number => p.reduce((rest, value) => rest - value, 1);
const isCategorical = (p: Float64Array): boolean => p.every((value) => value > 0) && lastOf(p) > 0;

/**
 * Fisher metric of distributions over P + 1 outcomes in the coordinates p_1 … p_P, p_0 = 1 − Σp_i, all positive,
 *
 *     g_ij = δ_ij/p_i + 1/p_0,
 *
 * an orthant of the sphere of radius 2: sectional curvature ¼.
 */
export const categoricalMetric: MetricField = closedFormMetric((p) => {
  const last = lastOf(p);
  return {
    metric: (i, j) => (same(i, j) ? 1 / p[i]! : 0) + 1 / last,
    first: (i, j, k) => (same(i, j, k) ? -1 / p[i]! ** 2 : 0) + 1 / last ** 2,
    second: (i, j, k, l) => (same(i, j, k, l) ? 2 / p[i]! ** 3 : 0) + 2 / last ** 3,
  };
}, isCategorical);

/**
 * Fisher–Rao distance of two distributions, 2 arccos Σ√(p_i q_i), from the chord of √p and √q on the unit sphere, which
 * stays accurate for neighbours. Probabilities of zero are allowed.
 *
 * @param p - and `q` without the last probability, shape (P,)
 * @throws {DomainError} a probability is negative, or the numbers of outcomes differ
 */
export function categoricalDistance(p: Float64Array, q: Float64Array): number {
  const [whole, other] = [p, q].map((some) => [...some, lastOf(some)]) as [number[], number[]];
  if (p.length !== q.length || ![...whole, ...other].every((value) => value >= 0)) {
    throw new DomainError(`categoricalDistance: probabilities of as many outcomes required, got ${whole} and ${other}`);
  }
  const chord = Math.hypot(...whole.map((value, i) => Math.sqrt(value) - Math.sqrt(other[i]!)));
  return 4 * Math.asin(Math.min(1, chord / 2));
}
