/** @file Entropies of intervals from geodesics of a metric on a grid. */

import { DomainError } from '../../errors.ts';
import { type EstimatedSolution, geodesicDistance, type LogarithmOptions } from '../../riemann/logarithmic-map.ts';
import type { Nats } from '../../units.ts';
import { type ConformalMetric, conformalField } from './conformal-metric.ts';
import { checkEntropyOptions } from './layered-geodesic.ts';
import type { PlanarPoint } from './planar-domain.ts';

export interface ConformalEntropyOptions extends Omit<LogarithmOptions, 'guess'> {
  /** c > 0; default 1. */
  readonly centralCharge?: number;
}

/** Relative error of the length; the interpolation is smooth to second derivatives only, which limits it. */
const ACCURACY = 1e-5;

/**
 * Entropies of intervals between points of the boundary of an optimised metric, or any two points of it,
 *
 *     S = (c/6)·length of the geodesic,
 *
 * by `logarithmicMap` on the bicubic field. Beside the error given, which is that of the geodesic, φ has that of its mesh: of
 * second order in the spacing. Where φ depends on the depth alone `geodesicEntropies` is faster and better.
 *
 * @returns for each pair nats with an error, 'converged' if that is at most 1e-5 of the length (option `accuracy`)
 * @throws {DomainError} a point outside of the grid, a grid that is not within the domain, or a central charge that is not positive
 *
 * Cost some 0.3 s each.
 */
export function conformalEntropies(
  metric: ConformalMetric,
  pairs: readonly (readonly [PlanarPoint, PlanarPoint])[],
  { centralCharge = 1, accuracy = ACCURACY, ...options }: ConformalEntropyOptions = {},
): readonly EstimatedSolution<Nats>[] {
  checkEntropyOptions('conformalEntropies', centralCharge, undefined);
  const field = conformalField(metric);
  return pairs.map(([from, to]) => {
    for (const point of [from, to]) {
      if (!field.domain!(Float64Array.from(point))) {
        throw new DomainError(`conformalEntropies: points of the grid required, got (${point})`);
      }
    }
    const found = geodesicDistance(field, Float64Array.from(from), Float64Array.from(to), { ...options, accuracy });
    const share = centralCharge / 6;
    return { ...found, value: share * found.value, error: share * found.error };
  });
}
