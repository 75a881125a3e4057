/**
 * @file Shortest sliced paths by Newton's method on the set of paths that meet the target: exact where descent crawls, for
 * targets that take many brackets of the controls to reach, so that some directions of the end point hardly move.
 */

import { randomStream } from '../../linalg/random.ts';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import { trustRegionSteps } from '../../linalg/trust-region-steps.ts';
import { solution } from '../../optimise/minimise.ts';
import { pathCondition } from '../../path/constrained-path.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { keepState, lastState, recorded, type SearchJournal } from '../../search-journal.ts';
import { type EndPointJacobian, endPointJacobian, missAt } from './end-point-jacobian.ts';
import { mending } from './mending.ts';
import type { GeodesicStep, SettledPath } from './sliced-search.ts';

/** The end point is met where the miss is below this: its square is rounding. */
const MET = 1e-10;
/** A correction that moves the path farther than this is shortened, and no share is smaller than this. */
const [LONGEST_CORRECTION, LEAST_SHARE] = [0.5, 2e-3];
/** One Jacobian serves while corrections shrink by this factor at least, and down to this size they are worth their cost. */
const [SHRINKING, NEGLIGIBLE] = [0.3, 1e-12];

/** A path after corrections with one Jacobian. */
interface Correction {
  readonly x: Float64Array;
  /** |c|. */
  readonly miss: number;
  /** True if at least one correction reduced the miss. */
  readonly moved: boolean;
}

/**
 * Least-norm corrections with one Jacobian, of this path or one nearby, damped so that the next becomes smaller, measured by
 * how far the path moves: directions in which the end point is hard to move count as much as others.
 */
function corrected(problem: PathProblem, { natural, moveOf }: EndPointJacobian, start: Float64Array): Correction {
  let x = start;
  let miss = missAt(problem, x);
  let correction = natural(miss);
  for (let moved = false; ; moved = true) {
    const size = length(correction);
    if (size < NEGLIGIBLE) return { x, miss: length(miss), moved };
    const move = moveOf(correction);
    let shrunk = false;
    for (let share = Math.min(1, LONGEST_CORRECTION / size); share > LEAST_SHARE && !shrunk; share /= 2) {
      const trial = plus(x, -share, move);
      const left = missAt(problem, trial);
      const next = natural(left);
      if (!(length(next) < (1 - share / 4) * size)) continue;
      shrunk = true;
      [x, miss, correction] = [trial, left, next];
    }
    if (!(length(correction) < SHRINKING * size)) return { x, miss: length(miss), moved: moved || shrunk };
  }
}

/**
 * The path moved onto the target by Newton's method.
 *
 * @param mostSteps - Jacobians at most
 * @returns `undefined` where it does not arrive
 *
 * Cost of 2ⁿ⁺¹ gradients for each step.
 *
 * @see Deuflhard, Newton Methods for Nonlinear Problems (2004), for the natural monotonicity test
 */
export const onTarget = (problem: PathProblem, start: Float64Array, mostSteps: number): Float64Array | undefined =>
  solution(towardsTarget(problem, start, mostSteps));

/** The same, with each path on the way. */
function* towardsTarget(
  problem: PathProblem,
  start: Float64Array,
  mostSteps: number,
): Generator<Float64Array, Float64Array | undefined> {
  let x = start;
  for (let step = 0; step < mostSteps; step++) {
    yield x;
    const next = corrected(problem, endPointJacobian(problem, x), x);
    if (next.miss < MET) return next.x;
    if (!next.moved) return undefined;
    x = next.x;
  }
  return undefined;
}

/** Relative size of the gradient along the paths to the target at which a path is a shortest one. */
const STATIONARY = 1e-8;
/** Longest and shortest move of the path in a Newton step. */
const [LONGEST_MOVE, LEAST_MOVE] = [0.7, 1e-4];
/** Conjugate-gradient steps in each Newton step. */
const INNER_STEPS = 150;
/** How exactly the step from a noise is found. */
const NOISE_TOLERANCE = 1e-3;
/** Share of the energy that a step from a saddle has to gain. */
const ESCAPE = 1e-8;
/** Share of the predicted decrease that counts as success; a decrease below the second share of the energy is rounding. */
const [TRUSTED, ROUNDING] = [0.1, 1e-13];
/** Step of the differences that give second derivatives. */
const DIFFERENCE = 1e-5;
/** Jacobians in search of the target, and on the way back to it. */
const [FAR, NEAR] = [60, 2];

/** How long to go on. */
export interface NewtonOptions {
  readonly maxSteps: number;
  /** Whether a stationary path is tried for being a saddle; default true. */
  readonly escaping?: boolean;
}

/**
 * The shortest sliced path near x that meets the target exactly, by Newton's method on the set c = 0: the multiplier
 * p = −(JJᵀ)⁻¹Jx, the Hessian 1 + Σ_i p_i∇²c_i on the tangent space of the set by differences of gradients, steps by
 * conjugate gradients within a trust region, and after each the way back onto the set. It converges quadratically, whatever
 * brackets the target takes.
 *
 * @returns the path as it came, with an infinite slope, where the target is not met
 *
 * Cost of 2ⁿ⁺¹ gradients in each step, and two for each inner step, at most 150.
 */
export function* newtonPath(
  problem: PathProblem,
  start: Float64Array,
  phase: string,
  options: NewtonOptions,
): Generator<GeodesicStep, SettledPath> {
  return yield* recorded(problem.journal, phase, function* (journal) {
    const x = lastState<Kept>(journal)?.x ?? (yield* metPath(problem, start, phase));
    if (x !== undefined) return yield* shortened(problem, x, phase, options, journal);
    const costate = new Float64Array(2 * problem.to.length);
    return { x: start, costate, slope: Infinity, mending: null, minimum: false, steps: 0 };
  });
}

/** The path onto the target, step by step; undefined where it does not arrive. */
function* metPath(
  problem: PathProblem,
  start: Float64Array,
  phase: string,
): Generator<GeodesicStep, Float64Array | undefined> {
  const paid = problem.slices * problem.controls.words.length;
  const way = towardsTarget(problem, start, FAR);
  for (let step = 0; ; step++) {
    const { done, value } = way.next();
    if (done) return value;
    yield { phase: `${phase}, onto the target`, step, length: length(value!.subarray(0, paid)) };
  }
}

/** What the journal holds: a path that meets the target, the region of trust there, and the steps so far. */
interface Kept {
  readonly x: Float64Array;
  readonly radius: number;
  readonly step: number;
}

/** Newton steps from a path that meets the target, or from the last that the journal has. */
function* shortened(
  problem: PathProblem,
  met: Float64Array,
  phase: string,
  { maxSteps, escaping = true }: NewtonOptions,
  journal: SearchJournal | undefined,
): Generator<GeodesicStep, SettledPath> {
  const paid = problem.slices * problem.controls.words.length;
  const energySlope = (y: Float64Array): Float64Array => y.slice().fill(0, paid);
  const equal = pathCondition({ ...problem, amplitudeWeights: new Float64Array(problem.to.length).fill(1) });
  const before: Kept = lastState<Kept>(journal) ?? { x: met, radius: LONGEST_MOVE, step: 0 };
  let { x, radius } = before;
  for (let { step } = before; ; step++) {
    keepState(journal, { x, radius, step } satisfies Kept);
    const jacobian = endPointJacobian(problem, x);
    const costate = jacobian.multiplier(energySlope(x));
    const gradient = jacobian.tangential(energySlope(x));
    const [size, slope] = [length(energySlope(x)), length(gradient)];
    yield { phase, step, length: size };
    const left = mending(jacobian, energySlope(x), missAt(problem, x));
    const settled = { x, costate, slope, mending: left, minimum: false, steps: step };
    if (step === maxSteps) return settled;
    const gradientAt = (y: Float64Array): Float64Array => plus(energySlope(y), 1, equal.condition(y).pullback(costate));
    const along = (v: Float64Array): Float64Array => {
      const d = DIFFERENCE / length(v);
      const change = plus(gradientAt(plus(x, d, v)), -1, gradientAt(plus(x, -d, v)));
      return jacobian.tangential(times(1 / (2 * d), change));
    };
    // A stationary path may be a saddle that symmetry hides: a little noise finds directions that lead down.
    const stationary = slope <= STATIONARY * size;
    if (stationary && !escaping) return settled;
    const slopeOrNoise = stationary ? times(STATIONARY * size, jacobian.tangential(noise(x.length))) : gradient;
    const tolerance = stationary ? NOISE_TOLERANCE : Math.min(0.1, Math.sqrt(slope / size));
    const steps = trustRegionSteps(along, slopeOrNoise, { radius, tolerance, maxSteps: INNER_STEPS });
    if (stationary && length(steps(radius).move) < radius / 2) return { ...settled, minimum: true };
    let next: Float64Array | undefined;
    while (next === undefined && radius > LEAST_MOVE) {
      const { move, decrease } = steps(radius);
      const trial = backOnTarget(problem, jacobian, plus(x, 1, move));
      const gain = trial && (size ** 2 - dot(energySlope(trial), energySlope(trial))) / 2;
      const least = stationary ? ESCAPE * size ** 2 : TRUSTED * decrease - ROUNDING * size ** 2;
      if (gain !== undefined && gain > least) next = trial;
      radius = next ? Math.min(LONGEST_MOVE, Math.max(radius, 2 * length(move))) : length(move) / 3;
    }
    if (next === undefined) return { ...settled, minimum: stationary };
    x = next;
  }
}

/** A random vector of norm about 1, always the same. */
function noise(size: number): Float64Array {
  const stream = randomStream(0, 'noise');
  return Float64Array.from({ length: size }, () => stream.normal() / Math.sqrt(size));
}

/** A path that has been moved along the set c = 0, back on it: with the Jacobian from before the move, if that does. */
function backOnTarget(problem: PathProblem, before: EndPointJacobian, moved: Float64Array): Float64Array | undefined {
  const { x, miss } = corrected(problem, before, moved);
  return miss < MET ? x : onTarget(problem, x, NEAR);
}
