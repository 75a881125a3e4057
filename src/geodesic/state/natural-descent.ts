/**
 * @file Descent to a neighbourhood of the shortest path where the target takes many brackets of the controls to reach: an
 * augmented Lagrangian in which a miss counts as much as the path has to move to mend it.
 */

import { length, times } from '../../linalg/real-vector.ts';
import {
  type Condition,
  type ConstrainedPath,
  descended,
  pathCondition,
  withCondition,
} from '../../path/constrained-path.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { type EndPointJacobian, endPointJacobian, missAt } from './end-point-jacobian.ts';
import { frameWithin } from './horizontal-frame.ts';
import { type GeodesicStep, told } from './sliced-search.ts';

/** A path that has to move by less than this is near enough for Newton's method. */
const NEAR_ENOUGH = 0.1;
/** Most Jacobians, and L-BFGS steps with each. */
const [ROUNDS, STEPS] = [40, 100];
/** μ of the penalty μ|L⁻¹c|², in which a miss is a length of path. */
const WEIGHT = 10;
/**
 * Trial paths are at most this many times as long as the start, and this many times √w longer, with w the greatest weight: L of
 * a path that hardly moves is nearly singular, and asks for paths of any length.
 */
const [TIMES, LONGER] = [2, 4];

/**
 * The path near x, until a correction of it is short: in each round J = LQ is kept, and L-BFGS lowers
 *
 *     ½|x|² + λ·L⁻¹c(x) + μ|L⁻¹c(x)|²,      λ = −Qx.
 *
 * Descent with |c|² crawls there, and Newton's method onto the target leads far away. It ends, too, where a round changes
 * nothing.
 *
 * Cost of 2ⁿ⁺¹ + 100 gradients in each of up to 40 rounds.
 */
export function* drawnNear(
  problem: PathProblem,
  start: Float64Array,
  phase: string,
): Generator<GeodesicStep, Float64Array> {
  const paid = problem.slices * problem.controls.words.length;
  const heaviest = problem.controls.weights.reduce((most, w) => Math.max(most, w), 0);
  const farthest = TIMES * length(start) + LONGER * Math.sqrt(heaviest);
  let x = start;
  for (let round = 0; round < ROUNDS; round++) {
    yield { phase, step: 0, length: length(x.subarray(0, paid)) };
    const jacobian = endPointJacobian(problem, x);
    if (length(jacobian.natural(missAt(problem, x))) < NEAR_ENOUGH) return x;
    const multiplier = times(-1, jacobian.coordinatesOf(x.slice().fill(0, paid)));
    const at = { x, force: { weight: WEIGHT, multiplier }, loss: Infinity, steps: 0 };
    const condition = naturalCondition(problem, jacobian, farthest);
    const descent = descended(condition, at, { maxSteps: STEPS, gradientTolerance: 1e-4 });
    const next = yield* told(phase, problem, descent);
    if (next.steps === 0) return x;
    ({ x } = next);
  }
  return x;
}

/** L⁻¹c(x) = 0, with the L of one path; not defined for |x| > farthest. */
function naturalCondition(
  problem: PathProblem,
  { natural, costateOf }: EndPointJacobian,
  farthest: number,
): ConstrainedPath {
  const equal = pathCondition({ ...problem, amplitudeWeights: new Float64Array(problem.to.length).fill(1) });
  const { coordinatesOf, vectorOf, size } = frameWithin(problem.to.interleaved, problem.sums?.states);
  const undefinedAt = (size: number): Float64Array => new Float64Array(size).fill(Number.NaN);
  return {
    paid: problem.slices * problem.controls.words.length,
    weights: new Float64Array(size).fill(1),
    condition: (x) => (length(x) <= farthest ? inNatural(equal.condition(x)) : nowhere(x)),
    within: (x, work) =>
      length(x) <= farthest ? withCondition(equal, x, (condition) => work(inNatural(condition))) : work(nowhere(x)),
  };

  function inNatural({ miss, pushforward, pullback }: Condition): Condition {
    return {
      miss: natural(coordinatesOf(miss)),
      pushforward: (direction) => natural(coordinatesOf(pushforward(direction))),
      pullback: (lambda) => pullback(vectorOf(costateOf(lambda))),
    };
  }

  function nowhere(x: Float64Array): Condition {
    const undefinedSlope = (): Float64Array => undefinedAt(x.length);
    return { miss: undefinedAt(size), pushforward: undefinedSlope, pullback: undefinedSlope };
  }
}
