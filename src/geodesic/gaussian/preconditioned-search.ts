/** @file The shortest path for a weight on its end, for more unknowns than dense second derivatives allow: a truncated Newton method. */

import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import { keepState, lastState, recorded, type SearchJournal } from '../../search-journal.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { type GaussNewton, type LinearisedEnd, linearisedEnd } from './gauss-newton.ts';
import type { PenalisedPath } from './penalised-search.ts';
import { type PathLoss, pathLoss } from './two-sided-gradient.ts';
import type { TwoSidedProblem } from './two-sided-path.ts';

/**
 * A path for one weight on its end. Its slope is |x + Jᵀp|/|x| for the costate that makes x + Jᵀp = M⁻¹g, g the gradient: 2μ·(the miss) as
 * corrected by a Gauss–Newton step, for at large weights rounding of the miss alone makes g large.
 */
export interface PreconditionedPath extends PenalisedPath {
  /** |p| of that costate, in the units of c. */
  readonly costate: number;
}

/** When the search for one weight ends. */
export interface PreconditionedAim {
  /** √(g·M⁻¹g)/|x| that is enough: the length that a step can still save, as a share of it, is of the order of its square. */
  readonly flat: number;
  readonly maxSteps: number;
  readonly phase: string;
  readonly journal?: SearchJournal | undefined;
}

/** The first region of trust, as a share of the path; the least one, and the largest. */
const [FIRST, LEAST, LARGEST] = [0.3, 1e-6, 2];
/** Most conjugate-gradient steps of a Newton step, and the residual that ends them, as a share of the first. */
const [MOST_INNER, INNER] = [60, 0.1];
/** How often a step is led back, and the share of the promised fall that leading it back must gain to be done again. */
const [BENDS, WORTHWHILE] = [8, 0.1];
/** Step of the differences of derivatives, as a share of the path. */
const DIFFERENCE = 1e-6;

/**
 * The minimum of ½|x|² + μ|c|² by Newton's method within a region of trust. Its equations (M + C)s = −g, M = 1 + 2μJᵀJ, C the curvature of the
 * condition, are solved by conjugate gradients preconditioned with M: on directions that move the end M is all that matters, on the others C is of
 * order 1, so that some tens of steps do, whatever μ and the number of unknowns. C is applied by differences of derivatives along s, no
 * matrix of second derivatives is made. Each step is led back by what it overshoots the end to second order.
 *
 * Cost of a step that of `linearisedEnd`, and for each inner step one derivative and one solution with M.
 */
export function* preconditionedSearch(
  problem: TwoSidedProblem,
  start: PenalisedPath,
  aim: PreconditionedAim,
): Generator<GeodesicStep, PreconditionedPath> {
  return yield* recorded(aim.journal, `${aim.phase}, μ = ${start.weight}`, (journal) =>
    settledAt(problem, start, { ...aim, journal }),
  );
}

/** What the journal holds: a path, the region of trust there, and the steps so far. */
interface Kept {
  readonly x: Float64Array;
  readonly radius: number;
  readonly step: number;
}

/** The same from the last step that the journal has. */
function* settledAt(
  problem: TwoSidedProblem,
  start: PenalisedPath,
  { flat, maxSteps, phase, journal }: PreconditionedAim,
): Generator<GeodesicStep, PreconditionedPath> {
  const { weight } = start;
  const radiusAt = (x: Float64Array): number => FIRST * Math.max(1, length(x));
  const from: Kept = lastState<Kept>(journal) ?? { x: start.x, radius: radiusAt(start.x), step: 0 };
  let at = pathLoss(problem, from.x, weight);
  let { radius } = from;
  for (let { step } = from; ; step++) {
    keepState(journal, { x: at.x, radius, step } satisfies Kept);
    const gradient = plus(at.x, 1, at.pulled(at.force));
    const linear = linearisedEnd(problem, at.x, at.end);
    const newton = linear.weighted(weight);
    const rest = newton?.inverse(gradient) ?? gradient;
    const found: PreconditionedPath = {
      x: at.x,
      weight,
      square: at.square,
      slope: length(rest) / length(at.x),
      costate: costateNorm(problem, linear, rest, weight),
      steps: start.steps + step,
    };
    const isFlat = Math.sqrt(dot(gradient, rest)) <= flat * length(at.x);
    if (newton === undefined || isFlat || step >= maxSteps) return found;
    let next: PathLoss | undefined;
    while (next === undefined && radius > LEAST * length(at.x)) {
      const { move, decrease, size } = innerStep(problem, at, gradient, newton, radius);
      const trial = ledBack(problem, at, { move, weight, decrease }, linear, newton);
      const ratio = (at.value - trial.value) / decrease;
      if (ratio > 1e-3) next = trial;
      if (ratio > 0.7) radius = Math.min(LARGEST * Math.max(1, length(at.x)), Math.max(radius, 2 * size));
      else if (ratio < 0.3) radius = size / 3;
    }
    if (next === undefined) return found;
    at = next;
    yield { phase, step: found.steps + 1, length: length(at.x) };
  }
}

/** Most moves of a return. */
const MOST_RETURNS = 12;

/**
 * A path brought nearer to its end by Gauss–Newton moves of rising weights, each the shortest move for its weight, until Σ(1 − F) is small
 * enough or grows: it arrives, and is longer than the shortest that does by what was gained at once.
 */
export function returnedToEnd(problem: TwoSidedProblem, path: PreconditionedPath, enough: number): PreconditionedPath {
  let [at, weight] = [path, path.weight];
  for (let step = 0; step < MOST_RETURNS && at.square > enough; step++) {
    weight *= Math.sqrt(10);
    const loss = pathLoss(problem, at.x, weight);
    const linear = linearisedEnd(problem, at.x, loss.end);
    const newton = linear.weighted(weight);
    if (newton === undefined) return at;
    const x = plus(at.x, 1, newton.restored(times(-1, linear.turnTo(problem.to))));
    const { square } = pathLoss(problem, x, weight);
    if (!(square < at.square)) return at;
    at = { ...at, x, square, weight, steps: at.steps + 1 };
  }
  return at;
}

/** |p| for x + Jᵀp = M⁻¹g: in coordinates t of the end p = −s(t_T + J M⁻¹g), s = 4μ·unit², t_T the turn to the target. */
function costateNorm({ to, unit }: TwoSidedProblem, linear: LinearisedEnd, rest: Float64Array, weight: number): number {
  const turn = plus(linear.turnTo(to), 1, linear.moved(rest));
  return (4 * weight * unit * unit * length(turn)) / (Math.SQRT2 * unit);
}

/** The step, what the loss should fall by, and √(s·Ms). */
interface InnerStep {
  readonly move: Float64Array;
  readonly decrease: number;
  readonly size: number;
}

/**
 * Conjugate gradients of Steihaug and Toint: up to the edge of the region s·Ms ≤ r² where they leave it or meet negative curvature.
 *
 * @see Conn, Gould & Toint, Trust-Region Methods (2000), algorithm 7.5.1
 */
function innerStep(
  problem: TwoSidedProblem,
  at: PathLoss,
  gradient: Float64Array,
  { inverse }: GaussNewton,
  radius: number,
): InnerStep {
  const base = at.pulled(at.force);
  const curvature = (v: Float64Array): Float64Array => {
    const step = (DIFFERENCE * length(at.x)) / length(v);
    const moved = pathLoss(problem, plus(at.x, step, v), 0).pulled(at.force);
    return times(1 / step, plus(moved, -1, base));
  };
  const zero: Float64Array = new Float64Array(gradient.length);
  // Beside s and the direction d, their images under M and C: M d is known from the residuals.
  let [s, Ms, Cs, r] = [zero, zero, zero, gradient];
  let z = inverse(r);
  let d = times(-1, z);
  let Md = times(-1, r);
  let rz = dot(r, z);
  const enough = INNER * INNER * rz;
  const ended = (): InnerStep => ({
    move: s,
    decrease: -dot(gradient, s) - (dot(s, Ms) + dot(s, Cs)) / 2,
    size: Math.sqrt(dot(s, Ms)),
  });
  for (let inner = 0; inner < MOST_INNER && rz > enough; inner++) {
    const Cd = curvature(d);
    const [dd, bend] = [dot(d, Md), dot(d, Md) + dot(d, Cd)];
    const [sd, ss] = [dot(d, Ms), dot(s, Ms)];
    const edge = (-sd + Math.sqrt(sd * sd + dd * Math.max(0, radius * radius - ss))) / dd;
    const share = bend > 0 ? Math.min(edge, rz / bend) : edge;
    [s, Ms, Cs] = [plus(s, share, d), plus(Ms, share, Md), plus(Cs, share, Cd)];
    if (share === edge) break;
    r = plus(plus(r, share, Md), share, Cd);
    z = inverse(r);
    const next = dot(r, z);
    d = plus(times(-1, z), next / rz, d);
    Md = plus(times(-1, r), next / rz, Md);
    rz = next;
  }
  return ended();
}

/**
 * The path at a step x + s, led back by the moves c that take B(x + s + c) to the end that a straight line would have, turned by Js,
 * as often as the loss gains by it.
 */
function ledBack(
  problem: TwoSidedProblem,
  at: PathLoss,
  { move, weight, decrease }: { readonly move: Float64Array; readonly weight: number; readonly decrease: number },
  linear: LinearisedEnd,
  newton: GaussNewton,
): PathLoss {
  const straight = linear.moved(move);
  let trial = pathLoss(problem, plus(at.x, 1, move), weight);
  for (let bend = 0; bend < BENDS; bend++) {
    const overshoot = plus(linear.turnTo(trial.end), -1, straight);
    const bent = pathLoss(problem, plus(trial.x, 1, newton.restored(overshoot)), weight);
    const gain = trial.value - bent.value;
    if (!(gain > 0)) break;
    trial = bent;
    if (gain < WORTHWHILE * decrease) break;
  }
  return trial;
}
