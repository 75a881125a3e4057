/** @file Second derivatives of any objective from its gradient: the Hessian times a direction, without its matrix. */

import { ShapeError } from '../errors.ts';
import { length } from '../linalg/real-vector.ts';
import type { Objective } from './objective.ts';

export interface HessianAlongOptions {
  /** Displacement along the direction; default 2e-3, fit for angles and entries of order one. */
  readonly step?: number;
}

/**
 * The Hessian of an objective at a point as a map v ↦ H·v, by central differences of fourth order of its gradient:
 * with d = v/‖v‖ and g(t) = ∇f(x + td),
 *
 *     H·v = ‖v‖ [8 (g(h) − g(−h)) − (g(2h) − g(−2h))] / 12h,
 *
 * whose error is h⁴/30 times the fifth derivative along d, and 1e-13 of rounding for gradients of order one.
 * `hessianVectorProduct` is the exact one, of contractions.
 *
 * @param x - shape (P,)
 * @returns v ↦ H·v, both of shape (P,); four gradients each
 * @throws {ShapeError} v is not of the shape of x
 */
export function hessianAlong(
  objective: Objective,
  x: Float64Array,
  { step: h = 2e-3 }: HessianAlongOptions = {},
): (direction: Float64Array) => Float64Array {
  return (direction) => {
    if (direction.length !== x.length) {
      throw new ShapeError(`hessianAlong: ${x.length} components required, got ${direction.length}`);
    }
    const size = length(direction);
    if (size === 0) return new Float64Array(x.length);
    const at = (t: number): Float64Array => objective(x.map((y, k) => y + (t / size) * direction[k]!)).gradient;
    const [near, behind, far, farBehind] = [at(h), at(-h), at(2 * h), at(-2 * h)];
    return x.map((_, k) => (size * (8 * (near[k]! - behind[k]!) - (far[k]! - farBehind[k]!))) / (12 * h));
  };
}
