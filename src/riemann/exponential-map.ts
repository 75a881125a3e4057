/** @file The exponential map: from velocities to points. */

import { type Estimate, estimateFrom } from './estimate.ts';
import { type GeodesicOptions, geodesicPoint } from './geodesic.ts';
import type { MetricField } from './metric-field.ts';

/**
 * Exponential map: the point at which the geodesic through x with this velocity arrives at time 1.
 *
 * @returns shape (P,), with the error of derivatives and of integration: a second run has coarser ones
 * @throws {DomainError} the geodesic ends before time 1 at the edge of the domain
 */
export function exponentialMap(
  metric: MetricField,
  x: Float64Array,
  velocity: Float64Array,
  options: GeodesicOptions = {},
): Estimate<Float64Array> {
  const [value, shadow] = (['value', 'shadow'] as const).map(
    (which) => geodesicPoint(metric, { point: x, velocity }, 1, options, which).point,
  );
  return estimateFrom(value!, shadow!);
}
