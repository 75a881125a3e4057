/** @file The path of least action below an ensemble, and how many directions around it cost energy. */

import { dot } from '../../linalg/real-vector.ts';
import { symmetricEigen } from '../../linalg/symmetric-eigen.ts';
import { hessianAlong } from '../../optimise/hessian-along.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import { minimised } from '../../optimise/minimise.ts';
import type { PathAction } from './path-ensemble.ts';

/** The least action found, and the degrees of freedom around it. */
export interface LeastAction {
  /** The path, as in `pathEnsemble`. */
  readonly x: Float64Array;
  /** E and 1 − F of the path: at finite μ it ends a little before the target. */
  readonly energy: number;
  readonly miss: number;
  /** √(2(E + 2μ(1 − F))), the length of the path that would arrive, to first order in 1/μ. */
  readonly length: number;
  /** K·#words. */
  readonly dimensions: number;
  /** Directions in which the end point is held: rank of its derivative; 2ⁿ⁺¹ − 2 for a state, 4ⁿ − 1 for a unitary, or fewer. */
  readonly conditions: number;
  /** Directions in which the action does not rise: paths of equal length; null beyond 1200 dimensions. */
  readonly family: number | null;
}

/** Eigenvalues of the Hessian below this, where that of the energy is 1, are those of a family. */
const FLAT = 1e-3;
/** Of the Gram matrix of the condition, relative to the greatest. */
const RANK_TOLERANCE = 1e-9;
const MOST_DIMENSIONS = 1200;

/**
 * The least of the actions to which L-BFGS leads from several paths.
 *
 * Cost of the family four gradients for each dimension, and the eigenvalues of a matrix of so many rows.
 */
export function leastAction(
  path: PathAction,
  starts: readonly Float64Array[],
  { maxSteps = 1500 }: { readonly maxSteps?: number } = {},
): LeastAction {
  const { action, mu } = path;
  const stop = { maxSteps, gradientTolerance: 1e-9 };
  const [best] = starts
    .map((start) => minimised(action, lbfgs({ memory: 30 }), start, stop).value)
    .sort((a, b) => a.evaluation.value - b.evaluation.value);
  const { x, evaluation } = best!;
  const energy = dot(x, x) / 2;
  const miss = (evaluation.value - energy) / mu;
  return {
    x,
    energy,
    miss,
    length: Math.sqrt(2 * (energy + 2 * mu * miss)),
    dimensions: x.length,
    conditions: heldDirections(path, x),
    family: x.length > MOST_DIMENSIONS ? null : flatDirections(path, x),
  };
}

/** The rank of the derivative of the end point. */
function heldDirections({ condition, problem }: PathAction, x: Float64Array): number {
  const { pullback } = condition.condition(x);
  const size = 2 * problem.to.length;
  const rows = Array.from({ length: size }, (_, i) => {
    const unit = new Float64Array(size);
    unit[i] = 1;
    return pullback(unit);
  });
  const data = Float64Array.from({ length: size * size }, (_, at) =>
    dot(rows[Math.floor(at / size)]!, rows[at % size]!),
  );
  const { values } = symmetricEigen({ rows: size, cols: size, data });
  return values.filter((value) => value > RANK_TOLERANCE * values[size - 1]!).length;
}

function flatDirections({ action }: PathAction, x: Float64Array): number {
  const size = x.length;
  const apply = hessianAlong(action, x);
  const data = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const unit = new Float64Array(size);
    unit[i] = 1;
    const row = apply(unit);
    for (let j = 0; j < size; j++) {
      data[i * size + j]! += row[j]! / 2;
      data[j * size + i]! += row[j]! / 2;
    }
  }
  return symmetricEigen({ rows: size, cols: size, data }).values.filter((value) => value < FLAT).length;
}
