/** @file Von Mises distributions on the circle. */

import type { MetricField } from '../metric-field.ts';
import { besselRatio } from './bessel-ratio.ts';
import { closedFormMetric } from './closed-form-metric.ts';

/**
 * Fisher metric of von Mises distributions e^{κ cos(φ − μ)}/2πI₀(κ) in the coordinates (μ, κ), κ > 0,
 *
 *     g = κA(κ) dμ² + A′(κ) dκ²,    A = I₁/I₀,    A′ = 1 − A/κ − A².
 *
 * Rotationally symmetric: near κ = 0, where g ≈ ½(κ²dμ² + dκ²), they are polar coordinates of a plane.
 *
 * @see Mardia & Jupp, Directional Statistics (2000)
 */
export const vonMisesMetric: MetricField = closedFormMetric(
  ([, kappa]) => {
    const [A, dA, ddA, dddA] = besselRatio(kappa!);
    const entries = [
      [kappa! * A, A + kappa! * dA, 2 * dA + kappa! * ddA],
      [dA, ddA, dddA],
    ];
    const derivative = (i: number, j: number, along: readonly number[]): number =>
      i === j && along.every((k) => k === 1) ? entries[i]![along.length]! : 0;
    return {
      metric: (i, j) => derivative(i, j, []),
      first: (i, j, k) => derivative(i, j, [k]),
      second: (i, j, k, l) => derivative(i, j, [k, l]),
    };
  },
  (x) => x.length === 2 && x[1]! > 0,
);
