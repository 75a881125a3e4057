/**
 * @file The direct method for states: L-BFGS on the energy of a path of K slices, with an augmented Lagrangian for its end
 * point, whose multiplier is the costate of Pontryagin's principle.
 */

import type { RandomStream } from '../../linalg/random.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import { normSquared } from '../../linalg/vector.ts';
import { type Aim, type Attempt, descended, pathCondition } from '../../path/constrained-path.ts';
import { missOf, type PathProblem, runPath } from '../../path/state-path.ts';
import { endPointJacobian, gramInverse, pulled, pushed } from './end-point-jacobian.ts';

/** One step of the search. */
export interface GeodesicStep {
  /** 'start 2', 'start 2 in 4 slices', 'coarse', 'fine', 'geodesic' or 'end point'. */
  readonly phase: string;
  readonly step: number;
  readonly length: number;
}

/** Independent normal components: speed 2 on average in each slice, long enough to reach any state of few qubits. */
export function randomPath(
  { slices, controls, freeWords = [] }: Pick<PathProblem, 'slices' | 'controls' | 'freeWords'>,
  stream: RandomStream,
): Float64Array {
  const size = slices * controls.words.length;
  return Float64Array.from({ length: size + freeWords.length }, (_, i) =>
    i < size ? (2 * stream.normal()) / Math.sqrt(size) : stream.normal(),
  );
}

/** A search that tells the length of the path after every step. */
export function* told<Result>(
  problem: PathProblem,
  phase: string,
  attempts: Generator<Attempt, Result>,
): Generator<GeodesicStep, Result> {
  const paid = problem.slices * problem.controls.words.length;
  for (;;) {
    const next = attempts.next();
    if (next.done) return next.value;
    yield { phase, step: next.value.steps, length: length(next.value.x.subarray(0, paid)) };
  }
}

/** A shortest sliced path, and how exact it is. */
export interface SettledPath {
  readonly x: Float64Array;
  /** The costate at `to` of the path reversed, interleaved, shape (2ⁿ,): x = −Jᵀp, which is h_P = Im⟨p|Pψ⟩/w_P up to O(1/K²). */
  readonly costate: Float64Array;
  /** |x + Jᵀp|: 0 on a shortest sliced path. */
  readonly slope: number;
  readonly infidelity: number;
  readonly steps: number;
}

const SETTLING_STAGES = 8;
/** μ, for each slice. */
const SETTLING_WEIGHT = 250;
/** Directions of the end point that a path of length 1 moves by less than √RIDGE are left to the multiplier. */
const RIDGE = 1e-5;
const SETTLED = 1e-5;
/** A path that has become so much longer runs away: so few slices do not reach the target. */
const RUNAWAY = 3;

/**
 * The shortest sliced path near x, for few qubits: the multiplier comes from least squares, L-BFGS is preconditioned with
 * the inverse of 1 + 2μJᵀJ, which leaves a Hessian near the identity, and Newton steps with the same Jacobian lead to the
 * target. This converges where plain L-BFGS crawls along valleys. Where the slices are too few for the target, Newton steps
 * run away; then the path is given back as it came, with an infinite slope.
 *
 * Cost of 2ⁿ⁺¹ gradients, and `maxSteps` more at most, for each of up to eight stages.
 */
export function* settle(
  problem: PathProblem,
  start: Float64Array,
  phase: string,
  { maxSteps, tolerance }: Aim,
): Generator<GeodesicStep, SettledPath> {
  const paid = problem.slices * problem.controls.words.length;
  const weight = SETTLING_WEIGHT * problem.slices;
  const equal = pathCondition({ ...problem, amplitudeWeights: new Float64Array(problem.to.length).fill(1) });
  let x = start;
  let steps = 0;
  let multiplier: Float64Array = new Float64Array(2 * problem.to.length - 2);
  for (let stage = 0; ; stage++) {
    const jacobian = endPointJacobian(problem, x);
    const solve = gramInverse(jacobian, RIDGE);
    const guess = plus(multiplier, 2 * weight, jacobian.miss);
    x = plus(x, -1, pulled(jacobian, solve(jacobian.miss)));
    if (!(length(x) < RUNAWAY * (1 + length(start)))) return unsettled(problem, start, steps);
    const energySlope = x.slice().fill(0, paid);
    multiplier = plus(guess, -1, solve(pushed(jacobian, plus(energySlope, 1, pulled(jacobian, guess)))));
    const slope = length(plus(energySlope, 1, pulled(jacobian, multiplier)));
    const infidelity = normSquared(missOf(problem.to, runPath(problem, x).end));
    const costate = jacobian.vectorOf(multiplier);
    if (stage === SETTLING_STAGES || (slope < SETTLED && infidelity <= tolerance)) {
      return { x, costate, slope, infidelity, steps };
    }
    const soft = gramInverse(jacobian, 1 / (2 * weight));
    const preconditioner = (g: Float64Array): Float64Array => plus(g, -1, pulled(jacobian, soft(pushed(jacobian, g))));
    const at = { x, force: { weight, multiplier: costate }, loss: 0, steps };
    const options = { maxSteps, gradientTolerance: Math.max(0.03 * slope, 1e-8), preconditioner };
    ({ x, steps } = yield* told(problem, phase, descended(equal, at, options)));
  }
}

/** A path that does not settle, as it is. */
function unsettled(problem: PathProblem, x: Float64Array, steps: number): SettledPath {
  const infidelity = normSquared(missOf(problem.to, runPath(problem, x).end));
  return { x, costate: new Float64Array(2 * problem.to.length), slope: Infinity, infidelity, steps };
}
