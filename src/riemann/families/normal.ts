/** @file Normal distributions as a hyperbolic plane. */

import { DomainError } from '../../errors.ts';
import type { MetricField } from '../metric-field.ts';
import { closedFormMetric, same } from './closed-form-metric.ts';

const isNormal = (x: Float64Array): boolean => x.length === 2 && x[1]! > 0;

/**
 * Fisher metric of normal distributions in the coordinates (μ, σ), mean and standard deviation, σ > 0,
 *
 *     g = dμ²/σ² + 2dσ²/σ²,
 *
 * a hyperbolic plane of sectional curvature −½, scalar curvature −1.
 *
 * @see Atkinson & Mitchell, Sankhyā A 43, 345 (1981)
 */
export const normalMetric: MetricField = closedFormMetric(([, sigma]) => {
  const entry = (i: number): number => (i + 1) / sigma! ** 2;
  return {
    metric: (i, j) => (same(i, j) ? entry(i) : 0),
    first: (i, j, k) => (same(i, j) && k === 1 ? (-2 * entry(i)) / sigma! : 0),
    second: (i, j, k, l) => (same(i, j) && k === 1 && l === 1 ? (6 * entry(i)) / sigma! ** 2 : 0),
  };
}, isNormal);

/**
 * Fisher–Rao distance of two normal distributions (μ, σ),
 *
 *     d = 2√2 arsinh √(((Δμ)²/2 + (Δσ)²) / 4σ₁σ₂).
 *
 * @throws {DomainError} a standard deviation is not positive
 */
export function normalDistance(a: Float64Array, b: Float64Array): number {
  if (!isNormal(a) || !isNormal(b)) {
    throw new DomainError(`normalDistance: (μ, σ) with σ > 0 required, got (${a.join(', ')}) and (${b.join(', ')})`);
  }
  const chord = (a[0]! - b[0]!) ** 2 / 2 + (a[1]! - b[1]!) ** 2;
  return 2 * Math.SQRT2 * Math.asinh(Math.sqrt(chord / (4 * a[1]! * b[1]!)));
}
