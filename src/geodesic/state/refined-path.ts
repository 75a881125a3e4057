/** @file From a known path to a shorter one with the same ends: descent without a search. */

import { controlWords } from '../../complexity/controls.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { type ComplexVector, zeroVector } from '../../linalg/complex.ts';
import { addScaled, normSquared } from '../../linalg/vector.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import { minimise } from '../../optimise/minimise.ts';
import { correctedEndPoint } from '../../path/end-point.ts';
import {
  type EndPoint,
  missOf,
  type PathProblem,
  pathLoss,
  runPath,
  speeds,
  velocityAt,
} from '../../path/state-path.ts';

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
  let x = Float64Array.from(velocity.flatMap((h) => h.map((value, p) => value * Math.sqrt(weights[p]! / slices))));
  let end: EndPoint = { weight: WEIGHT, multiplier: zeroVector(to.length) };
  for (let round = 0; round < rounds; round++) {
    x = descended(problem, end, x, maxSteps);
    const miss = missOf(to, runPath(problem, x).end);
    end = { weight: WEIGHT, multiplier: addScaled(end.multiplier, [2 * WEIGHT, 0], miss) };
  }
  x = Float64Array.from(correctedEndPoint(problem, x, { tolerance: 1e-20, maxSteps: 4, innerSteps: 60 }).x);
  return {
    velocity: velocityAt(problem, x).map((h) => Array.from(h)),
    length: speeds(problem, x).reduce((sum, F) => sum + F, 0) / slices,
    infidelity: normSquared(missOf(to, runPath(problem, x).end)),
  };
}

function descended(
  problem: PathProblem,
  end: EndPoint,
  start: Float64Array,
  maxSteps: number,
): Float64Array<ArrayBuffer> {
  const steps = minimise(pathLoss(problem, end), lbfgs({ memory: 30 }), start, { maxSteps, gradientTolerance: 1e-7 });
  for (;;) {
    const next = steps.next();
    if (next.done) return Float64Array.from(next.value.value.x);
  }
}
