/** @file Steepest descent with a fixed step, with or without momentum. */

import { flatSpace, type Manifold } from './manifold.ts';
import type { Optimiser } from './optimiser.ts';

export interface GradientDescentOptions {
  /** Default 0.1. */
  readonly learningRate?: number;
  /** How much of the last velocity remains, in [0, 1); default 0. */
  readonly momentum?: number;
  /** Where x lives; default flat space. */
  readonly manifold?: Manifold;
}

/** The velocity, tangent at the point before the last step. */
export interface GradientDescentState {
  readonly velocity: Float64Array;
}

/**
 * Gradient descent with Polyak's momentum,
 *
 *     v ← momentum·v − learningRate·∇f,   x ← x + v,
 *
 * on a manifold with the projected gradient, the velocity carried along by projection, and a retraction for the sum.
 *
 * @see Polyak, USSR Comput. Math. Math. Phys. 4, 1 (1964)
 */
export function gradientDescent(options: GradientDescentOptions = {}): Optimiser<GradientDescentState> {
  const { learningRate = 0.1, momentum = 0, manifold = flatSpace } = options;
  return {
    name: 'gradient-descent',
    init: (x) => ({ velocity: new Float64Array(x.length) }),
    step: (objective, { x, evaluation, state }) => {
      const gradient = manifold.project(x, evaluation.gradient);
      const carried = manifold.project(x, state.velocity);
      const velocity = carried.map((v, k) => momentum * v - learningRate * gradient[k]!);
      const next = manifold.retract(x, velocity);
      return { x: next, evaluation: objective(next), state: { velocity } };
    },
  };
}
