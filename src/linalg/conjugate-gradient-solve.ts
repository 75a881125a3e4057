/** @file Large symmetric positive systems, through products with the matrix alone. */

import type { Solution } from '../solution.ts';
import { dot, length, plus } from './real-vector.ts';

export interface ConjugateGradientSolveOptions {
  /** Residual ‖b − Ax‖/‖b‖ at which to stop; default 1e-8. */
  readonly tolerance?: number;
  /** Most products with A; default 200. */
  readonly maxSteps?: number;
  /** Positive diagonal that resembles that of A (Jacobi's preconditioner), shape (n,); default ones. */
  readonly diagonal?: Float64Array;
  /** Where to start, shape (n,); default zero. */
  readonly start?: Float64Array;
}

/**
 * The solution of A·x = b for a symmetric positive definite A, by conjugate gradients. Exact after as many steps as A
 * has different eigenvalues; the error falls by (√κ − 1)/(√κ + 1) per step for condition number κ. A direction without
 * curvature ends the iteration as 'stalled'.
 *
 * @param apply - x ↦ A·x
 * @param b - shape (n,)
 *
 * @see Hestenes & Stiefel, J. Res. Natl. Bur. Stand. 49, 409 (1952)
 */
export function conjugateGradientSolve(
  apply: (x: Float64Array) => Float64Array,
  b: Float64Array,
  options: ConjugateGradientSolveOptions = {},
): Solution<Float64Array> {
  const { tolerance = 1e-8, maxSteps = 200, diagonal, start } = options;
  const precondition = (r: Float64Array): Float64Array =>
    diagonal === undefined ? r : r.map((value, k) => value / diagonal[k]!);
  const goal = tolerance * length(b);
  let x = start ?? new Float64Array(b.length);
  let residual = start === undefined ? b : plus(b, -1, apply(start));
  let direction = precondition(residual);
  let descent = dot(residual, direction);
  for (let steps = 0; steps <= maxSteps; steps++) {
    const size = length(residual);
    if (Number.isNaN(size)) return { value: x, result: 'diverged', steps };
    if (size <= goal) return { value: x, result: 'converged', steps };
    if (steps === maxSteps) break;
    const image = apply(direction);
    const curvature = dot(direction, image);
    if (!(curvature > 0)) return { value: x, result: Number.isNaN(curvature) ? 'diverged' : 'stalled', steps };
    const step = descent / curvature;
    x = plus(x, step, direction);
    residual = plus(residual, -step, image);
    const preconditioned = precondition(residual);
    const next = dot(residual, preconditioned);
    direction = plus(preconditioned, next / descent, direction);
    descent = next;
  }
  return { value: x, result: 'max-steps', steps: maxSteps };
}
