/** @file Targets that are points of the space themselves. */

import { ShapeError } from '../errors.ts';
import type { Residuals } from '../optimise/levenberg-marquardt.ts';
import type { Objective } from '../optimise/objective.ts';

/** How far the end of a geodesic misses: a function of q(1). */
export interface Mismatch {
  readonly objective: Objective;
  /**
   * Where it is a sum of squares ½|r|²: q ↦ (δq ↦ RᵀR δq) with the derivatives R of r. With it a match takes Newton's steps; without, those of
   * L-BFGS, many more.
   */
  readonly curvature?: (q: Float64Array) => (change: Float64Array) => Float64Array;
}

/** r = q − target, to be met exactly. */
export function endAt(target: Float64Array): Residuals {
  const { length } = target;
  const identity = new Float64Array(length * length);
  for (let k = 0; k < length; k++) identity[k * (length + 1)] = 1;
  return (q) => {
    checkLength(q, target);
    return { values: q.map((x, k) => x - target[k]!), jacobian: identity };
  };
}

/** ½|q − target|², to be small. */
export function squaredDistance(target: Float64Array): Mismatch {
  return {
    objective: (q) => {
      checkLength(q, target);
      const gradient = q.map((x, k) => x - target[k]!);
      return { value: gradient.reduce((sum, x) => sum + x * x, 0) / 2, gradient };
    },
    curvature: () => (change) => change,
  };
}

function checkLength(q: Float64Array, target: Float64Array): void {
  if (q.length !== target.length) {
    throw new ShapeError(`match: a target of ${q.length} numbers required, got ${target.length}`);
  }
}
