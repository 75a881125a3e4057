/** @file From a known path to a shorter one with the same ends: descent without a search. */

import { controlWords } from '../../complexity/controls.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { solution } from '../../optimise/minimise.ts';
import { type Attempt, arrived, balanced, descended, free, pathCondition } from '../../path/constrained-path.ts';
import { type PathProblem, speeds, velocityAt } from '../../path/state-path.ts';

/** A sliced path: h[k][P] for the time 1/K each, its length, and how far from the target it ends. */
export interface RefinedPath {
  readonly velocity: readonly (readonly number[])[];
  readonly length: number;
  readonly infidelity: number;
}

/** How a path is refined. */
export interface RefinementOptions {
  /** L-BFGS steps at most in each round; default 150. */
  readonly maxSteps?: number;
  /** Rounds of the augmented Lagrangian; default 4. */
  readonly rounds?: number;
}

/** Weight of the infidelity. */
const WEIGHT = 500;

/**
 * Shortens a sliced path between two states: L-BFGS on the energy with an augmented Lagrangian for the end point, then
 * Newton steps onto it. It stays in the valley where it starts: for families of targets, each started from the last.
 *
 * @param velocity - h[k][P] over the words of the metric, slice by slice from `from` on
 * @throws {ShapeError | DomainError} the velocities do not fit the words of the metric, or there is none
 *
 * Cost O(steps · K · flips · degree · 2ⁿ).
 */
export function refinedPath(
  metric: PenaltyMetric,
  from: ComplexVector,
  to: ComplexVector,
  velocity: readonly (readonly number[])[],
  { maxSteps = 150, rounds = 4 }: RefinementOptions = {},
): RefinedPath {
  const controls = controlWords(metric, Math.log2(from.length));
  const { weights } = controls;
  const slices = velocity.length;
  if (slices === 0) throw new DomainError('refinedPath: at least one slice required, got none');
  const wrong = velocity.find((h) => h.length !== weights.length);
  if (wrong !== undefined) {
    throw new ShapeError(`refinedPath: ${weights.length} coefficients in each slice required, got ${wrong.length}`);
  }
  const amplitudeWeights = new Float64Array(from.length).fill(1);
  const problem: PathProblem = { controls, slices, from, to, amplitudeWeights };
  const start = Float64Array.from(
    velocity.flatMap((h) => h.map((value, p) => value * Math.sqrt(weights[p]! / slices))),
  );
  const path = pathCondition(problem);
  let at: Attempt = { x: start, force: free(path, WEIGHT), loss: Infinity, steps: 0 };
  for (let round = 0; round < rounds; round++) {
    at = solution(descended(path, at, { maxSteps, gradientTolerance: 1e-7 }));
    at = { ...at, force: balanced(path, at.force, path.condition(at.x).miss) };
  }
  const { x, square } = arrived(path, at.x);
  return {
    velocity: velocityAt(problem, x).map((h) => Array.from(h)),
    length: speeds(problem, x).reduce((sum, F) => sum + F, 0) / slices,
    infidelity: square,
  };
}
