/** @file Natural gradient: steepest descent where distance is measured between states, not between parameters. */

import { DomainError, ShapeError } from '../errors.ts';
import { choleskySolver, denseMatrix } from '../linalg/dense-real.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { flatSpace, type Manifold } from './manifold.ts';
import type { Optimiser } from './optimiser.ts';

export interface NaturalGradientOptions {
  /** Default 0.5. */
  readonly learningRate?: number;
  /** Added to the diagonal of the metric; default 1e-6. */
  readonly damping?: number;
  /** Where x lives; default flat space. */
  readonly manifold?: Manifold;
}

/** The share of the learning rate that the last step used. */
export interface NaturalGradientState {
  readonly share: number;
}

const MOST_HALVINGS = 40;

/**
 * Natural gradient descent
 *
 *     x ← x − learningRate · (g(x) + damping)⁻¹ ∇f,
 *
 * with the step halved until the objective does not increase. Invariant under reparametrisation as damping → 0.
 * O(P³) beside the metric.
 *
 * @param metric - x ↦ g(x), symmetric positive semidefinite, shape (P, P)
 * @throws {ShapeError} g is not P × P
 * @throws {DomainError} g + damping is not positive definite, even with 10¹² times the damping
 *
 * @see Amari, Neural Comput. 10, 251 (1998)
 * @see Stokes, Izaac, Killoran & Carleo, Quantum 4, 269 (2020)
 */
export function naturalGradient(
  metric: (x: Float64Array) => RealMatrix,
  options: NaturalGradientOptions = {},
): Optimiser<NaturalGradientState> {
  const { learningRate = 0.5, damping = 1e-6, manifold = flatSpace } = options;
  return {
    name: 'natural-gradient',
    init: () => ({ share: 1 }),
    step: (objective, { x, evaluation, state }) => {
      const gradient = manifold.project(x, evaluation.gradient);
      const direction = manifold.project(x, dampedSolution(metric(x), damping, gradient));
      let share = Math.min(1, 2 * state.share);
      for (let halving = 0; halving < MOST_HALVINGS; halving++, share /= 2) {
        const rate = share * learningRate;
        const next = manifold.retract(
          x,
          direction.map((d) => -rate * d),
        );
        if (next.every((value, k) => value === x[k])) return undefined;
        const reached = objective(next);
        if (reached.value <= evaluation.value) return { x: next, evaluation: reached, state: { share } };
      }
      return undefined;
    },
  };
}

/**
 * The natural gradient (g + damping)⁻¹·b; the damping grows if rounding has made the sum indefinite.
 *
 * @throws {ShapeError | DomainError} see `naturalGradient`
 */
export function dampedSolution(metric: RealMatrix, damping: number, b: Float64Array): Float64Array {
  const { rows, cols } = metric;
  if (rows !== b.length || cols !== b.length) {
    throw new ShapeError(`naturalGradient: a ${b.length}×${b.length} metric required, got ${rows}×${cols}`);
  }
  for (let factor = 1; factor <= 1e12; factor *= 10) {
    const damped = denseMatrix(metric);
    for (let k = 0; k < rows; k++) damped.set(k, k, damped.get(k, k) + factor * damping);
    const inverse = choleskySolver(damped);
    if (inverse !== undefined) return inverse(b);
  }
  throw new DomainError(`naturalGradient: a positive semidefinite metric required, got damping ${damping} too small`);
}
