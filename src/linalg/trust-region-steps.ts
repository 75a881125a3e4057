/** @file Steps of Newton's method for a function of many variables, no longer than it can be trusted. */

import { conjugateStart, conjugateStep } from './conjugate-gradient-solve.ts';
import { dot, length, plus, times } from './real-vector.ts';

export interface TrustRegionOptions {
  /** The longest step that will be requested. */
  readonly radius: number;
  /** Residual ‖g + Hs‖/‖g‖ at which to stop. */
  readonly tolerance: number;
  /** Most products with H. */
  readonly maxSteps: number;
}

/** A step s, and by how much the model g·s + ½s·Hs falls along it. */
export interface TrustRegionStep {
  readonly move: Float64Array;
  readonly decrease: number;
}

/**
 * Steps s that make g·s + ½s·Hs small within ‖s‖ ≤ r, by conjugate gradients from 0: the iterates grow, and a step is
 * where their polygon leaves the region. Along a direction of negative curvature it goes to the border, so it leads
 * away from saddles.
 *
 * @param apply - v ↦ H·v, symmetric, definite or not
 * @param gradient - g, shape (n,)
 * @returns r ↦ the step for a radius r ≤ `radius`, without further products
 *
 * @see Steihaug, SIAM J. Numer. Anal. 20, 626 (1983)
 */
export function trustRegionSteps(
  apply: (v: Float64Array) => Float64Array,
  gradient: Float64Array,
  { radius, tolerance, maxSteps }: TrustRegionOptions,
): (radius: number) => TrustRegionStep {
  const goal = tolerance * length(gradient);
  const edges: { readonly direction: Float64Array; readonly curvature: number; readonly square: number }[] = [];
  let at = conjugateStart(new Float64Array(gradient.length), times(-1, gradient));
  while (edges.length < maxSteps && Math.sqrt(at.descent) > goal && length(at.x) < radius) {
    const { curvature, next } = conjugateStep(apply, at);
    edges.push({ direction: at.direction, curvature, square: at.descent });
    if (!(curvature > 0)) break;
    at = next;
  }
  return (within) => {
    let step: TrustRegionStep = { move: new Float64Array(gradient.length), decrease: 0 };
    for (const edge of edges) {
      const border = toBorder(step.move, edge.direction, within);
      const whole = edge.curvature > 0 ? edge.square / edge.curvature : Infinity;
      const share = Math.min(border, whole);
      step = {
        move: plus(step.move, share, edge.direction),
        decrease: step.decrease + share * (edge.square - (share * edge.curvature) / 2),
      };
      if (share < whole) break;
    }
    return step;
  };
}

/** The t ≥ 0 with ‖s + t·d‖ = radius. */
function toBorder(s: Float64Array, d: Float64Array, radius: number): number {
  const [a, b, c] = [dot(d, d), dot(s, d), Math.min(0, dot(s, s) - radius * radius)];
  return (-b + Math.sqrt(b * b - a * c)) / a;
}
