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
 * has distinct eigenvalues; the error falls by (√κ − 1)/(√κ + 1) per step for condition number κ. A direction without
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
  const residual = start === undefined ? b : plus(b, -1, apply(start));
  let at = conjugateStart(start ?? new Float64Array(b.length), residual, precondition);
  for (let steps = 0; ; steps++) {
    const size = length(at.residual);
    if (Number.isNaN(size)) return { value: at.x, result: 'diverged', steps };
    if (size <= goal) return { value: at.x, result: 'converged', steps };
    if (!(steps < maxSteps)) return { value: at.x, result: 'max-steps', steps: maxSteps };
    const { curvature, next } = conjugateStep(apply, at, precondition);
    if (!(curvature > 0)) return { value: at.x, result: Number.isNaN(curvature) ? 'diverged' : 'stalled', steps };
    at = next;
  }
}

/** The iterate of conjugate gradients: x, its residual r = b − Ax, the next direction d, and the descent ⟨r, Mr⟩. */
export interface ConjugateIterate {
  readonly x: Float64Array;
  readonly residual: Float64Array;
  readonly direction: Float64Array;
  readonly descent: number;
}

type Precondition = (residual: Float64Array) => Float64Array;

const none: Precondition = (residual) => residual;

/** Conjugate gradients at x, with a preconditioner M ≈ A⁻¹; the first direction is Mr. */
export function conjugateStart(x: Float64Array, residual: Float64Array, precondition = none): ConjugateIterate {
  const direction = precondition(residual);
  return { x, residual, direction, descent: dot(residual, direction) };
}

/**
 * One step of conjugate gradients,
 *
 *     x ← x + α d,    r ← r − α Ad,    d ← Mr + β d,    α = ⟨r, Mr⟩/⟨d, Ad⟩,    β = ⟨r, Mr⟩_new/⟨r, Mr⟩_old.
 *
 * @returns the curvature ⟨d, Ad⟩ that was met, and the next iterate, meaningful only if the curvature is positive
 */
export function conjugateStep(
  apply: (x: Float64Array) => Float64Array,
  { x, residual, direction, descent }: ConjugateIterate,
  precondition = none,
): { readonly curvature: number; readonly next: ConjugateIterate } {
  const image = apply(direction);
  const curvature = dot(direction, image);
  const share = descent / curvature;
  const rest = plus(residual, -share, image);
  const preconditioned = precondition(rest);
  const left = dot(rest, preconditioned);
  const turned = plus(preconditioned, left / descent, direction);
  return { curvature, next: { x: plus(x, share, direction), residual: rest, direction: turned, descent: left } };
}
