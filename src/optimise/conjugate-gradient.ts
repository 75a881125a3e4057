/** @file Nonlinear conjugate gradients: nearly superlinear convergence with the memory of gradient descent. */

import { dot, length, plus, times } from '../linalg/real-vector.ts';
import { wolfeLineSearch } from './line-search.ts';
import { flatSpace, type Manifold } from './manifold.ts';
import type { Optimiser } from './optimiser.ts';
import { advanced, initialProgress, noiseOf, type Progress } from './progress.ts';

export interface ConjugateGradientOptions {
  /** Formula for β, the weight of the last direction in the next; default 'hager-zhang'. */
  readonly update?: 'hager-zhang' | 'polak-ribiere';
  /** Where x lives; default flat space. */
  readonly manifold?: Manifold;
}

export interface ConjugateGradientState {
  /** The next direction, tangent at x. */
  readonly direction: Float64Array;
  /** The first trial step length of the next line search. */
  readonly first: number;
  readonly progress: Progress;
}

/**
 * Conjugate gradients d ← −g + β·d with a line search for the strong Wolfe conditions, where with y = g − g_old
 *
 *     β = ⟨y − 2d‖y‖²/⟨d,y⟩, g⟩ / ⟨d,y⟩   (Hager–Zhang, bounded from below),
 *     β = max(0, ⟨y, g⟩/‖g_old‖²)         (Polak–Ribière+).
 *
 * On a manifold gradients are projected, and d and g_old are carried to the new point by projection.
 *
 * @see Hager & Zhang, SIAM J. Optim. 16, 170 (2005)
 * @see Absil, Mahony & Sepulchre, Optimization Algorithms on Matrix Manifolds, sect. 8.3
 */
export function conjugateGradient(options: ConjugateGradientOptions = {}): Optimiser<ConjugateGradientState> {
  const { update = 'hager-zhang', manifold = flatSpace } = options;
  const weight = update === 'hager-zhang' ? hagerZhang : polakRibiere;
  return {
    name: 'conjugate-gradient',
    init: (x, evaluation) => {
      const gradient = manifold.project(x, evaluation.gradient);
      const size = length(gradient);
      return {
        direction: times(-1, gradient),
        first: Math.min(1, 1 / size),
        progress: initialProgress(evaluation, size),
      };
    },
    step: (objective, { x, evaluation, state }) => {
      const gradient = manifold.project(x, evaluation.gradient);
      const steepest = { direction: times(-1, gradient), first: Math.min(1, 1 / length(gradient)) };
      const noise = noiseOf(state.progress, evaluation.value);
      for (const { direction, first } of [state, steepest]) {
        const ray = { x, evaluation, direction, manifold };
        const trial = wolfeLineSearch(objective, ray, { first, curvature: 0.1, noise });
        if (trial === undefined) continue;
        const newGradient = manifold.project(trial.x, trial.evaluation.gradient);
        const progress = advanced(state.progress, trial.evaluation, length(newGradient));
        if (progress === undefined) return undefined;
        const carried = manifold.project(trial.x, direction);
        const change = plus(newGradient, -1, manifold.project(trial.x, gradient));
        const beta = weight(newGradient, change, carried, gradient);
        const conjugate = plus(times(-1, newGradient), Number.isFinite(beta) ? beta : 0, carried);
        const next = dot(conjugate, newGradient) < 0 ? conjugate : times(-1, newGradient);
        // The next step is expected to have the same first-order decrease as the last.
        const expected = (trial.t * dot(direction, gradient)) / dot(next, newGradient);
        const state1 = { direction: next, first: Number.isFinite(expected) ? expected : 1, progress };
        return { x: trial.x, evaluation: trial.evaluation, state: state1 };
      }
      return undefined;
    },
  };
}

/** β from the gradient, its change y, the last direction, and the last gradient. */
type Weight = (g: Float64Array, y: Float64Array, d: Float64Array, old: Float64Array) => number;

const hagerZhang: Weight = (g, y, d, old) => {
  const curvature = dot(d, y);
  const beta = (dot(y, g) - (2 * dot(d, g) * dot(y, y)) / curvature) / curvature;
  return Math.max(beta, -1 / (length(d) * Math.min(0.01, length(old))));
};

const polakRibiere: Weight = (g, y, _d, old) => Math.max(0, dot(y, g) / dot(old, old));
