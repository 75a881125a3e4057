/** @file RMSprop: gradient descent, each parameter in units of its recent root mean square gradient. */

import { flatSpace, type Manifold } from './manifold.ts';
import type { Optimiser } from './optimiser.ts';

export interface RmspropOptions {
  /** Default 0.005. */
  readonly learningRate?: number;
  /** Memory of the mean squared gradient; default 0.9. */
  readonly decay?: number;
  /** Added to the root mean square; default 1e-8. */
  readonly epsilon?: number;
  /** Where x lives; default flat space. */
  readonly manifold?: Manifold;
}

/** Mean squared gradient. */
export interface RmspropState {
  readonly second: Float64Array;
}

/**
 * RMSprop,
 *
 *     v ← decay·v + (1 − decay)·g²,   x ← x − learningRate · g / (√v + ε),
 *
 * on a manifold with the projected gradient and step, and a retraction.
 *
 * @see Tieleman & Hinton, Coursera Neural Networks for Machine Learning, lecture 6.5 (2012)
 */
export function rmsprop(options: RmspropOptions = {}): Optimiser<RmspropState> {
  const { learningRate = 0.005, decay = 0.9, epsilon = 1e-8, manifold = flatSpace } = options;
  return {
    name: 'rmsprop',
    init: (x) => ({ second: new Float64Array(x.length) }),
    step: (objective, { x, evaluation, state }) => {
      const gradient = manifold.project(x, evaluation.gradient);
      const second = state.second.map((v, k) => decay * v + (1 - decay) * gradient[k]! ** 2);
      const direction = gradient.map((g, k) => (-learningRate * g) / (Math.sqrt(second[k]!) + epsilon));
      const next = manifold.retract(x, manifold.project(x, direction));
      return { x: next, evaluation: objective(next), state: { second } };
    },
  };
}
