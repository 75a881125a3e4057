/** @file Limited-memory BFGS, the quasi-Newton method for many parameters. */

import { addTo, dot, length, plus, times } from '../linalg/real-vector.ts';
import { wolfeLineSearch } from './line-search.ts';
import { flatSpace, type Manifold } from './manifold.ts';
import type { Optimiser } from './optimiser.ts';
import { advanced, initialProgress, noiseOf, type Progress } from './progress.ts';

export interface LbfgsOptions {
  /** How many pairs are remembered; default 20. */
  readonly memory?: number;
  /** Where x lives; default flat space. */
  readonly manifold?: Manifold;
  /**
   * Gradient to H₀·gradient, with H₀ symmetric, positive definite and near the inverse Hessian; default a multiple of
   * 1.
   */
  readonly preconditioner?: (gradient: Float64Array) => Float64Array;
}

/** A step s and the change y of the gradient along it, both tangent at the present point. */
export interface CurvaturePair {
  readonly s: Float64Array;
  readonly y: Float64Array;
}

export interface LbfgsState {
  /** Oldest first. */
  readonly pairs: readonly CurvaturePair[];
  readonly progress: Progress;
}

/**
 * L-BFGS with a line search for the strong Wolfe conditions. It converges superlinearly and down to the rounding error
 * of the gradient, where the values cannot be told apart any more; then it reports that there is no decrease. On a
 * manifold it uses the projected gradient, and carries the pairs from point to point by projection.
 *
 * For circuits. On the infidelity of a tensor network it often stops where only one product state is matched, at ½ for
 * GHZ: use `balancedLbfgs` there, for networks without cycles.
 *
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., algorithm 7.4
 * @see Huang, Gallivan & Absil, SIAM J. Optim. 25, 1660 (2015), for manifolds
 */
export function lbfgs(options: LbfgsOptions = {}): Optimiser<LbfgsState> {
  const { memory = 20, manifold = flatSpace, preconditioner } = options;
  return {
    name: 'lbfgs',
    init: (x, evaluation) => ({
      pairs: [],
      progress: initialProgress(evaluation, length(manifold.project(x, evaluation.gradient))),
    }),
    step: (objective, { x, evaluation, state }) => {
      const gradient = manifold.project(x, evaluation.gradient);
      const size = length(gradient);
      const noise = noiseOf(state.progress, evaluation.value);
      // If the quasi-Newton direction fails, forget the pairs and try the steepest descent.
      for (const pairs of state.pairs.length > 0 ? [state.pairs, []] : [[]]) {
        const direction = manifold.project(x, times(-1, inverseHessianTimes(pairs, gradient, preconditioner)));
        const first = pairs.length > 0 || preconditioner !== undefined ? 1 : Math.min(1, 1 / size);
        const trial = wolfeLineSearch(
          objective,
          { x, evaluation, direction, manifold },
          { first, curvature: 0.9, noise },
        );
        if (trial === undefined) continue;
        const newGradient = manifold.project(trial.x, trial.evaluation.gradient);
        const progress = advanced(state.progress, trial.evaluation, length(newGradient));
        if (progress === undefined) return undefined;
        const carried = (vector: Float64Array): Float64Array => manifold.project(trial.x, vector);
        const last = { s: carried(times(trial.t, direction)), y: plus(newGradient, -1, carried(gradient)) };
        // In flat space they stay what they were when they came.
        const kept =
          manifold === flatSpace ? pairs : pairs.map(({ s, y }) => ({ s: carried(s), y: carried(y) })).filter(isCurved);
        const next = [...kept, ...[last].filter(isCurved)].slice(-memory);
        return { x: trial.x, evaluation: trial.evaluation, state: { pairs: next, progress } };
      }
      return undefined;
    },
  };
}

/** Positive curvature, well above rounding: the inverse Hessian stays positive definite. */
function isCurved({ s, y }: CurvaturePair): boolean {
  return dot(s, y) > 1e-12 * length(s) * length(y);
}

/** The two-loop recursion: H·gradient, where H is the BFGS inverse Hessian of the pairs. */
function inverseHessianTimes(
  pairs: readonly CurvaturePair[],
  gradient: Float64Array,
  preconditioner: LbfgsOptions['preconditioner'],
): Float64Array {
  const newest = pairs[pairs.length - 1];
  if (newest === undefined) return preconditioner?.(gradient) ?? gradient;
  const curvatures = pairs.map(({ s, y }) => dot(s, y));
  const shares = curvatures.map(() => 0);
  const q = gradient.slice();
  for (let k = pairs.length - 1; k >= 0; k--) {
    const { s, y } = pairs[k]!;
    shares[k] = dot(s, q) / curvatures[k]!;
    addTo(q, -shares[k]!, y);
  }
  const result = preconditioner?.(q).slice() ?? times(curvatures.at(-1)! / dot(newest.y, newest.y), q);
  pairs.forEach(({ s, y }, k) => {
    addTo(result, shares[k]! - dot(y, result) / curvatures[k]!, s);
  });
  return result;
}
