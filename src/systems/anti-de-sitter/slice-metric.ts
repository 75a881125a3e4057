/** @file The slice of constant time of a static background as a metric field. */

import { closedFormMetric } from '../../riemann/families/closed-form-metric.ts';
import type { MetricField } from '../../riemann/metric-field.ts';
import { checkBackground, type StaticBackground } from './background.ts';

/**
 * The metric of a slice of constant time in the coordinates (ρ, φ), ρ the distance from the centre or the horizon,
 *
 *     dρ² + w(ρ)²dφ²,    w = r = a sinh ρ  or  r_h cosh ρ,
 *
 * of curvature −1, with exact derivatives. Around a horizon ρ runs from −∞ to ∞: both sides of the black hole.
 *
 * @throws {DomainError} see `checkBackground`
 */
export function sliceMetric(background: StaticBackground): MetricField {
  checkBackground('sliceMetric', background);
  const isGlobal = background.kind === 'global';
  const scale = isGlobal ? background.cone : background.horizon;
  // Of w = s·sinh ρ or s·cosh ρ: w², (w²)' = s² sinh 2ρ, (w²)'' = 2s² cosh 2ρ.
  return closedFormMetric(
    ([rho]) => {
      const w = scale * (isGlobal ? Math.sinh(rho!) : Math.cosh(rho!));
      return {
        metric: (i, j) => (i !== j ? 0 : i === 0 ? 1 : w * w),
        first: (i, j, k) => (i === 1 && j === 1 && k === 0 ? scale ** 2 * Math.sinh(2 * rho!) : 0),
        second: (i, j, k, l) => (i === 1 && j === 1 && k === 0 && l === 0 ? 2 * scale ** 2 * Math.cosh(2 * rho!) : 0),
      };
    },
    (x) => x.length === 2 && (!isGlobal || x[0]! > 0),
  );
}
