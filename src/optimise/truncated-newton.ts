/** @file Newton's method for many parameters, with a positive second derivative that is known by its products alone. */

import { conjugateGradientSolve } from '../linalg/conjugate-gradient-solve.ts';
import { length, times } from '../linalg/real-vector.ts';
import { wolfeLineSearch } from './line-search.ts';
import { flatSpace } from './manifold.ts';
import type { Optimiser } from './optimiser.ts';
import { advanced, initialProgress, noiseOf, type Progress } from './progress.ts';

export interface TruncatedNewtonOptions {
  /** Share of the gradient that a step may leave to first order; default 0.1. */
  readonly forcing?: number;
  /** Products for one step at most; default 40. */
  readonly products?: number;
}

export interface TruncatedNewtonState {
  readonly progress: Progress;
}

/**
 * Steps −B⁻¹∇f by a few conjugate gradients, with a line search, where B is the second derivative or what is positive of it: 1 + μJᵀJ of
 * ½|x|² + ½μ|r|², Gauss's and Newton's method without a matrix. Conjugate gradients take the stiff directions first; a few products suffice where
 * the others weigh little.
 *
 * @param product - x ↦ (v ↦ Bv), B symmetric and positive definite
 *
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., sect. 7.1
 */
export function truncatedNewton(
  product: (x: Float64Array) => (v: Float64Array) => Float64Array,
  { forcing = 0.1, products = 40 }: TruncatedNewtonOptions = {},
): Optimiser<TruncatedNewtonState> {
  return {
    name: 'truncated-newton',
    init: (_, evaluation) => ({ progress: initialProgress(evaluation, length(evaluation.gradient)) }),
    step: (objective, { x, evaluation, state }) => {
      const { gradient, value } = evaluation;
      const options = { tolerance: forcing, maxSteps: products };
      const { value: towards } = conjugateGradientSolve(product(x), times(-1, gradient), options);
      const ray = { x, evaluation, direction: towards, manifold: flatSpace };
      const wolfe = { first: 1, curvature: 0.9, noise: noiseOf(state.progress, value) };
      const trial = wolfeLineSearch(objective, ray, wolfe);
      if (trial === undefined) return undefined;
      const progress = advanced(state.progress, trial.evaluation, length(trial.evaluation.gradient));
      return progress && { x: trial.x, evaluation: trial.evaluation, state: { progress } };
    },
  };
}
