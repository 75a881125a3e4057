/** @file Systems of nonlinear equations by the method of Levenberg and Marquardt. */

import { conjugateGradientSolve } from '../linalg/conjugate-gradient-solve.ts';
import { choleskySolver, denseMatrix } from '../linalg/dense-real.ts';
import { dot, plus } from '../linalg/real-vector.ts';
import { type SparseMatrix, sparseTimes, transposedTimes } from '../linalg/sparse-matrix.ts';
import type { Result, Solution } from '../solution.ts';

/** Residuals r(x), shape (M,), and their derivatives, M rows of shape (P,), row-major or sparse; null where x is not allowed. */
export type Residuals<Jacobian extends Float64Array | SparseMatrix = Float64Array> = (
  x: Float64Array,
) => { readonly values: Float64Array; readonly jacobian: Jacobian } | null;

export interface LevenbergMarquardtOptions {
  /** Greatest |r_i| at which to stop; default 1e-14. */
  readonly tolerance?: number;
  /** Default 100. */
  readonly maxSteps?: number;
}

/** Relative residual to which the equations of a sparse step are solved, and most products for it. */
const STEP_TOLERANCE = 1e-6;
const STEP_PRODUCTS = 1000;

/**
 * Makes r(x) vanish by damped Gauss–Newton steps, (JᵀJ + μ)δ = −Jᵀr. Where the solutions form a family, as with gauge freedom,
 * the damping keeps the step short along it. Quadratic near a solution, singular or not.
 *
 * Cost of a step: that of r and J, M P², and P³/3; for a sparse J some hundred products with J and Jᵀ, by conjugate gradients.
 * @see Marquardt, J. Soc. Indust. Appl. Math. 11, 431 (1963)
 */
export function levenbergMarquardt(
  residuals: Residuals<Float64Array | SparseMatrix>,
  start: Float64Array,
  { tolerance = 1e-14, maxSteps = 100 }: LevenbergMarquardtOptions = {},
): Solution<Float64Array> {
  let x = start;
  const first = residuals(x);
  if (first === null) return { value: x, result: 'diverged', steps: 0 };
  let at: NonNullable<typeof first> = first;
  let damping = 1e-3;
  const ended = (result: Result, steps: number): Solution<Float64Array> => ({ value: x, result, steps });
  for (let step = 0; step < maxSteps; step++) {
    if (at.values.every((r) => Math.abs(r) <= tolerance)) return ended('converged', step);
    const { values, jacobian } = at;
    const normal: (damping: number) => Float64Array | undefined =
      jacobian instanceof Float64Array
        ? normalEquations(values, jacobian, x.length)
        : sparseNormalEquations(values, jacobian);
    const size = dot(at.values, at.values);
    let moved = false;
    for (let trial = 0; trial < 30 && !moved; trial++) {
      const change = normal(damping);
      const next = change && x.map((value, k) => value - change[k]!);
      const there = next && residuals(next);
      if (next && there && dot(there.values, there.values) < size) {
        [x, at, moved] = [next, there, true];
        damping = Math.max(1e-15, damping / 10);
      } else damping *= 4;
    }
    if (!moved) return ended(at.values.every((r) => Math.abs(r) <= tolerance) ? 'converged' : 'stalled', step);
  }
  return ended('max-steps', maxSteps);
}

/** μ ↦ (JᵀJ + μ·greatest diagonal entry)⁻¹ Jᵀr; undefined where the matrix is not positive to rounding. */
function normalEquations(values: Float64Array, jacobian: Float64Array, columns: number) {
  const matrix = new Float64Array(columns * columns);
  const right = new Float64Array(columns);
  for (let row = 0; row < values.length; row++) {
    const start = row * columns;
    for (let i = 0; i < columns; i++) {
      const entry = jacobian[start + i]!;
      if (entry === 0) continue;
      right[i]! += entry * values[row]!;
      for (let j = 0; j <= i; j++) matrix[i * columns + j]! += entry * jacobian[start + j]!;
    }
  }
  let greatest = 0;
  for (let i = 0; i < columns; i++) {
    greatest = Math.max(greatest, matrix[i * (columns + 1)]!);
    for (let j = 0; j < i; j++) matrix[j * columns + i] = matrix[i * columns + j]!;
  }
  return (damping: number): Float64Array | undefined => {
    const damped = matrix.slice();
    for (let i = 0; i < columns; i++) damped[i * (columns + 1)]! += damping * greatest;
    return choleskySolver(denseMatrix({ rows: columns, cols: columns, data: damped }))?.(right);
  };
}

/** The same from products alone; where the steps of conjugate gradients run out, the step is shorter still along soft directions. */
function sparseNormalEquations(values: Float64Array, jacobian: SparseMatrix) {
  const right = transposedTimes(jacobian, values);
  const squares = new Float64Array(jacobian.cols);
  jacobian.entries.forEach((entry, k) => {
    squares[jacobian.columns[k]!]! += entry * entry;
  });
  const greatest = squares.reduce((most, x) => Math.max(most, x), 0);
  return (damping: number): Float64Array => {
    const shift = damping * greatest;
    const apply = (x: Float64Array): Float64Array =>
      plus(transposedTimes(jacobian, sparseTimes(jacobian, x)), shift, x);
    const diagonal = squares.map((square) => square + shift);
    return conjugateGradientSolve(apply, right, { diagonal, tolerance: STEP_TOLERANCE, maxSteps: STEP_PRODUCTS }).value;
  };
}
