/** @file Is a gradient the gradient of its function? Two tests for any objective. */

import { randomStream } from '../linalg/random.ts';
import { dot, length, times } from '../linalg/real-vector.ts';
import { flatSpace, type Manifold } from './manifold.ts';
import type { Objective } from './objective.ts';

export interface GradientCheckOptions {
  /** Random directions tried; default 5. */
  readonly directions?: number;
  /** Largest displacement; default 1e-2. The function must be smooth on this scale. */
  readonly step?: number;
  /** Where x lives; default flat space. */
  readonly manifold?: Manifold;
  readonly seed?: number;
}

export interface GradientCheck {
  /** Largest |difference quotient − ⟨∇f, d⟩| relative to ‖∇f‖, over unit directions d. */
  readonly relativeError: number;
  /**
   * Order in h of the Taylor remainder |f(x + hd) − f(x) − h⟨∇f, d⟩|: 2 for a correct gradient (1 for a wrong one),
   * Infinity if the remainder vanishes within rounding.
   */
  readonly taylorOrder: number;
}

/**
 * Compares a gradient with central differences of fourth order along random directions, and measures the order of
 * the Taylor remainder. A correct gradient of a function of order one gives an error near 1e-11 and order 2.
 * About 13 evaluations for each direction.
 */
export function checkGradient(
  objective: Objective,
  x: Float64Array,
  options: GradientCheckOptions = {},
): GradientCheck {
  const { directions = 5, step = 1e-2, manifold = flatSpace, seed = 0 } = options;
  const stream = randomStream(seed, 'check-gradient');
  const { value, gradient } = objective(x);
  const size = length(manifold.project(x, gradient));
  let relativeError = 0;
  let taylorOrder = Infinity;
  for (let k = 0; k < directions; k++) {
    const tangent = manifold.project(
      x,
      x.map(() => stream.normal()),
    );
    const direction = times(1 / length(tangent), tangent);
    const slope = dot(gradient, direction);
    const at = (h: number): number => objective(manifold.retract(x, times(h, direction))).value;
    const h = step / 10;
    const quotient = (8 * (at(h) - at(-h)) - (at(2 * h) - at(-2 * h))) / (12 * h);
    relativeError = Math.max(relativeError, Math.abs(quotient - slope) / Math.max(size, Number.MIN_VALUE));
    taylorOrder = Math.min(
      taylorOrder,
      orderOf((t) => Math.abs(at(t) - value - t * slope), step, 1e-13 * Math.abs(value)),
    );
  }
  return { relativeError, taylorOrder };
}

/** Slope of log r(h) against log h by least squares over eight halvings, as far as r is above rounding. */
function orderOf(remainder: (h: number) => number, step: number, rounding: number): number {
  const points = Array.from({ length: 8 }, (_, k) => step * 2 ** -k)
    .map((h) => [Math.log(h), remainder(h)] as const)
    .filter(([, r]) => r > 100 * rounding)
    .map(([logH, r]) => [logH, Math.log(r)] as const);
  if (points.length < 3) return Infinity;
  const mean = (i: 0 | 1): number => points.reduce((sum, point) => sum + point[i], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const covariance = points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0);
  return covariance / points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
}
