/** @file Adam: gradient descent with a step length for every parameter, estimated from the gradients so far. */

import { flatSpace, type Manifold } from './manifold.ts';
import type { Optimiser } from './optimiser.ts';

export interface AdamOptions {
  /** Default 0.02. */
  readonly learningRate?: number;
  /** Memory of the mean gradient; default 0.9. */
  readonly beta1?: number;
  /** Memory of the mean squared gradient; default 0.999. */
  readonly beta2?: number;
  /** Added to the root mean square; default 1e-8. */
  readonly epsilon?: number;
  /** Where x lives; default flat space. */
  readonly manifold?: Manifold;
}

/** Number of steps taken, mean gradient and mean squared gradient. */
export interface AdamState {
  readonly steps: number;
  readonly first: Float64Array;
  readonly second: Float64Array;
}

/**
 * Adam with bias correction,
 *
 *     m ← β₁m + (1 − β₁)g,   v ← β₂v + (1 − β₂)g²,   x ← x − learningRate · m̂ / (√v̂ + ε).
 *
 * On a manifold g is the projected gradient, m is carried from point to point by projection, and the step is projected
 * and retracted.
 *
 * @see Kingma & Ba, ICLR 2015 (arXiv:1412.6980)
 * @see Bécigneul & Ganea, ICLR 2019 (arXiv:1810.00760)
 */
export function adam(options: AdamOptions = {}): Optimiser<AdamState> {
  const { learningRate = 0.02, beta1 = 0.9, beta2 = 0.999, epsilon = 1e-8, manifold = flatSpace } = options;
  return {
    name: 'adam',
    init: (x) => ({ steps: 0, first: new Float64Array(x.length), second: new Float64Array(x.length) }),
    step: (objective, { x, evaluation, state }) => {
      const gradient = manifold.project(x, evaluation.gradient);
      const carried = manifold.project(x, state.first);
      const steps = state.steps + 1;
      const first = carried.map((m, k) => beta1 * m + (1 - beta1) * gradient[k]!);
      const second = state.second.map((v, k) => beta2 * v + (1 - beta2) * gradient[k]! ** 2);
      const bias1 = 1 - beta1 ** steps;
      const bias2 = 1 - beta2 ** steps;
      const direction = first.map((m, k) => (-learningRate * m) / bias1 / (Math.sqrt(second[k]! / bias2) + epsilon));
      const next = manifold.retract(x, manifold.project(x, direction));
      return { x: next, evaluation: objective(next), state: { steps, first, second } };
    },
  };
}
