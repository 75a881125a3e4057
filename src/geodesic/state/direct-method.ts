/**
 * @file The direct method for states: L-BFGS on the energy of a path of K slices, with an augmented Lagrangian for its end
 * point, whose multiplier is the costate of Pontryagin's principle.
 */

import { type ComplexVector, zeroVector } from '../../linalg/complex.ts';
import type { RandomStream } from '../../linalg/random.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import { addScaled, normSquared } from '../../linalg/vector.ts';
import { lbfgs } from '../../optimise/lbfgs.ts';
import { minimise } from '../../optimise/minimise.ts';
import { correctedEndPoint } from '../../path/end-point.ts';
import { type EndPoint, missOf, type PathProblem, pathLength, pathLoss, runPath } from '../../path/state-path.ts';
import { endPointJacobian, gramInverse, pulled, pushed } from './end-point-jacobian.ts';

/** One step of the search. */
export interface GeodesicStep {
  /** 'start 2', 'start 2 in 4 slices', 'coarse', 'fine', 'geodesic' or 'end point'. */
  readonly phase: string;
  readonly step: number;
  readonly length: number;
}

/** A path with the end-point term it was found under, its loss E + μ‖c‖², and the steps taken. */
export interface Attempt {
  readonly x: Float64Array;
  readonly end: EndPoint;
  readonly loss: number;
  readonly steps: number;
}

/** When to stop: L-BFGS steps for each weight, and the infidelity that is good enough. */
export interface Aim {
  readonly maxSteps: number;
  readonly tolerance: number;
}

const STAGES = 5;
const GREATEST_WEIGHT = 1e5;

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

/** From a random path to the neighbourhood of a shortest one: first μ = 2000 to find the target, then 200 to shorten. */
export function* explore(
  problem: PathProblem,
  x: Float64Array,
  phase: string,
  maxSteps: number,
): Generator<GeodesicStep, Attempt> {
  let at: Attempt = { x, end: free(problem, 2000), loss: Infinity, steps: 0 };
  at = yield* descend(problem, at, phase, { maxSteps, gradientTolerance: 1 });
  return yield* descend(problem, { ...at, end: free(problem, 200) }, phase, { maxSteps, gradientTolerance: 1e-2 });
}

/** Rising weights and multipliers until the end point is met. */
export function* approach(
  problem: PathProblem,
  start: Attempt,
  phase: string,
  { maxSteps, tolerance }: Aim,
): Generator<GeodesicStep, Attempt> {
  let at: Attempt = { ...start, steps: 0 };
  let infidelity = Infinity;
  for (let stage = 0; stage < STAGES; stage++) {
    const before = at.steps;
    at = yield* descend(problem, at, phase, { maxSteps, gradientTolerance: 1e-6 });
    const miss = missOf(problem.to, runPath(problem, at.x).end);
    const converged = at.steps - before < maxSteps;
    const reached = normSquared(miss);
    if (converged && reached <= tolerance) break;
    const { weight } = at.end;
    const stronger = !converged || reached > infidelity / 10 ? 5 : 1;
    const end = {
      weight: Math.min(stronger * weight, GREATEST_WEIGHT),
      multiplier: converged ? forceAt(problem, at) : at.end.multiplier,
    };
    at = { ...at, end };
    infidelity = reached;
  }
  return at;
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

/**
 * The shortest sliced path near x, for few qubits: the multiplier comes from least squares, L-BFGS is preconditioned with
 * the inverse of 1 + 2μJᵀJ, which leaves a Hessian near the identity, and Newton steps with the same Jacobian lead to the
 * target. This converges where plain L-BFGS crawls along valleys.
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
  const equal = { ...problem, amplitudeWeights: new Float64Array(problem.to.length).fill(1) };
  let x = start;
  let steps = 0;
  let multiplier: Float64Array = new Float64Array(2 * problem.to.length - 2);
  for (let stage = 0; ; stage++) {
    const jacobian = endPointJacobian(problem, x);
    const solve = gramInverse(jacobian, RIDGE);
    const guess = plus(multiplier, 2 * weight, jacobian.miss);
    x = plus(x, -1, pulled(jacobian, solve(jacobian.miss)));
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
    const end = { weight, multiplier: { length: problem.to.length, interleaved: costate } };
    const at = { x, end, loss: 0, steps };
    const gradientTolerance = Math.max(0.03 * slope, 1e-8);
    const next = yield* descend(equal, at, phase, { maxSteps, gradientTolerance, preconditioner });
    x = next.x;
    steps = next.steps;
  }
}

/** Newton steps onto the end point, as near as rounding lets them: at infidelity ε the length is off by about √ε. */
export function* arrive(problem: PathProblem, at: Attempt): Generator<GeodesicStep, Attempt> {
  const { x, steps } = correctedEndPoint(problem, at.x, { tolerance: 1e-22, maxSteps: 4, innerSteps: 60 });
  yield { phase: 'end point', step: at.steps + steps, length: pathLength(problem, x) };
  return { ...at, x, steps: at.steps + steps };
}

/** p + 2μ·c, with c the weighted miss. */
function forceAt(problem: PathProblem, { x, end: { weight, multiplier } }: Attempt): ComplexVector {
  const miss = missOf(problem.to, runPath(problem, x).end);
  const interleaved = miss.interleaved.map((c, i) => c * problem.amplitudeWeights[i >> 1]!);
  return addScaled(multiplier, [2 * weight, 0], { ...miss, interleaved });
}

/** No multiplier: the weight alone holds the end point. */
export const free = ({ to }: PathProblem, weight: number): EndPoint => ({ weight, multiplier: zeroVector(to.length) });

/** L-BFGS under one end-point term. */
function* descend(
  problem: PathProblem,
  at: Attempt,
  phase: string,
  {
    maxSteps,
    gradientTolerance,
    preconditioner,
  }: {
    readonly maxSteps: number;
    readonly gradientTolerance: number;
    readonly preconditioner?: (gradient: Float64Array) => Float64Array;
  },
): Generator<GeodesicStep, Attempt> {
  const optimiser = lbfgs({ memory: 30, ...(preconditioner && { preconditioner }) });
  const steps = minimise(pathLoss(problem, at.end), optimiser, at.x, { maxSteps, gradientTolerance });
  const paid = problem.slices * problem.controls.words.length;
  for (;;) {
    const next = steps.next();
    if (next.done) {
      const { value, steps: used } = next.value;
      return { x: value.x, end: at.end, loss: value.evaluation.value, steps: at.steps + used };
    }
    yield { phase, step: at.steps + next.value.step, length: length(next.value.x.subarray(0, paid)) };
  }
}
