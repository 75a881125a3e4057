/** @file Exponential distributions as a line. */

import { DomainError } from '../../errors.ts';
import type { MetricField } from '../metric-field.ts';
import { closedFormMetric } from './closed-form-metric.ts';

const isExponential = (x: Float64Array): boolean => x.length === 1 && x[0]! > 0;

/**
 * Fisher metric of exponential distributions λe^{−λt} in the rate λ > 0 (or in the mean 1/λ, in which it is the same),
 *
 *     g = dλ²/λ².
 */
export const exponentialMetric: MetricField = closedFormMetric(
  ([rate]) => ({
    metric: () => 1 / rate! ** 2,
    first: () => -2 / rate! ** 3,
    second: () => 6 / rate! ** 4,
  }),
  isExponential,
);

/**
 * Fisher–Rao distance |log(λ₁/λ₂)| of two exponential distributions.
 *
 * @throws {DomainError} a rate is not positive
 */
export function exponentialDistance(a: Float64Array, b: Float64Array): number {
  if (!isExponential(a) || !isExponential(b)) {
    throw new DomainError(
      `exponentialDistance: one rate above 0 each required, got ${a.join(', ')} and ${b.join(', ')}`,
    );
  }
  return Math.abs(Math.log(a[0]! / b[0]!));
}
