/** @file The shortest path for a weight on its end, for more unknowns than dense second derivatives allow: a truncated Newton method. */

import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal } from '../../linalg/real-product.ts';
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
  /** Whether it is as flat as was aimed at. */
  readonly isFlat: boolean;
}

/** When the search for one weight ends. */
export interface PreconditionedAim {
  /** √(g·M⁻¹g)/|x| that is enough: the length that a step can still save, as a share of it, is of the order of its square. */
  readonly flat: number;
  readonly maxSteps: number;
  readonly phase: string;
  readonly journal?: SearchJournal | undefined;
}

/** The first region of trust, as a share of √(2·loss), and the least one, as a share of the path. */
const [FIRST, LEAST] = [0.3, 1e-6];
/** The longest move, as a share of the path: longer ones lead from the wave that was to be stretched to longer paths. */
const LONGEST = 0.1;
/** Most conjugate-gradient steps of a Newton step, and the residual that ends them, as a share of the first. */
const [MOST_INNER, INNER] = [60, 0.1];
/** How often a step is led back, and the share of the promised fall that leading it back must gain to be done again. */
const [BENDS, WORTHWHILE] = [8, 0.1];
/** Step of the differences of derivatives, as a share of the path. */
const DIFFERENCE = 1e-6;

/**
 * The minimum of ½|x|² + μ|c|² by Newton's method within a region of trust. Its equations (M + C)s = −g, M = 1 + 2μJᵀJ, C the curvature of the
 * condition with the costate p of `PreconditionedPath`, are solved by conjugate gradients preconditioned with M: on directions that move the end M is all that matters, on the others C is of
 * order 1, so that few steps do, whatever μ and the number of unknowns. C is applied by differences of derivatives along s, no
 * matrix of second derivatives is made. Each step is led back by what it overshoots the end to second order: what that costs is the curvature of
 * the condition times p, and not times 2μ·(the miss), which is far from p on directions that move the end much as long as the step has not been made.
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
  const kept = lastState<Kept>(journal);
  let at = pathLoss(problem, kept?.x ?? start.x, weight);
  let radius = kept?.radius ?? FIRST * Math.sqrt(2 * at.value);
  for (let step = kept?.step ?? 0; ; step++) {
    keepState(journal, { x: at.x, radius, step } satisfies Kept);
    const model = modelAt(problem, at, weight);
    const { gradient, rest, costate } = model;
    const slope = length(rest) / length(at.x);
    const isFlat = Math.sqrt(dot(gradient, rest)) <= flat * length(at.x);
    const steps = start.steps + step;
    const found: PreconditionedPath = { x: at.x, weight, square: at.square, slope, costate, isFlat, steps };
    if (model.newton === undefined || isFlat || step >= maxSteps) return found;
    const next = nextPath(problem, at, { ...model, newton: model.newton, weight, radius });
    if (next === undefined) return found;
    ({ at, radius } = next);
    yield { phase, step: steps + 1, length: length(at.x) };
  }
}

/** What a step at a path is made of. */
interface PathModel {
  readonly linear: LinearisedEnd;
  /** Undefined where M is not positive to rounding. */
  readonly newton: GaussNewton | undefined;
  readonly gradient: Float64Array;
  /** M⁻¹g = x + Jᵀp. */
  readonly rest: Float64Array;
  /** |p|. */
  readonly costate: number;
  /** The derivative of μ|c|² at the end to which the Gauss–Newton step −M⁻¹g leads, B − ξB: that of ⟨p, c⟩. */
  readonly force: RealMatrix;
}

function modelAt(problem: TwoSidedProblem, at: PathLoss, weight: number): PathModel {
  const gradient = plus(at.x, 1, at.pulled(at.force));
  const linear = linearisedEnd(problem, at.x, at.end);
  const newton = linear.weighted(weight);
  const rest = newton?.inverse(gradient) ?? gradient;
  const turn = linear.moved(rest);
  const turned = multiplyReal(linear.turnOf(turn), at.end);
  const force = { ...at.force, data: plus(at.force.data, -2 * weight * problem.unit ** 2, turned.data) };
  return { linear, newton, gradient, rest, costate: costateNorm(problem, linear, turn, weight), force };
}

/** The path that a step leads to, and the next region of trust; undefined where no step gains. */
function nextPath(
  problem: TwoSidedProblem,
  at: PathLoss,
  {
    radius: first,
    ...model
  }: PathModel & { readonly newton: GaussNewton; readonly weight: number; readonly radius: number },
): { readonly at: PathLoss; readonly radius: number } | undefined {
  const norm = length(at.x);
  const longest = LONGEST * Math.max(1, norm);
  for (let radius = first; radius > LEAST * norm; ) {
    const { move, decrease, size } = innerStep(problem, at, model, radius);
    if (length(move) > longest) {
      radius = Math.min(size / 2, (size * longest) / length(move));
      continue;
    }
    const trial = ledBack(problem, at, { ...model, move, decrease });
    const ratio = (at.value - trial.value) / decrease;
    const next = ratio > 0.7 ? Math.max(radius, 2 * size) : ratio < 0.3 ? size / 2 : radius;
    if (ratio > 1e-3) return { at: trial, radius: Math.min(next, (size * longest) / length(move)) };
    radius = next;
  }
  return undefined;
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

/** |p| for x + Jᵀp = M⁻¹g: in coordinates t of the end p = −s(t_T + t), s = 4μ·unit², t_T the turn to the target, t = J M⁻¹g. */
function costateNorm({ to, unit }: TwoSidedProblem, linear: LinearisedEnd, t: Float64Array, weight: number): number {
  return (4 * weight * unit * unit * length(plus(linear.turnTo(to), 1, t))) / (Math.SQRT2 * unit);
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
  { gradient, force, newton: { inverse } }: PathModel & { readonly newton: GaussNewton },
  radius: number,
): InnerStep {
  const base = at.pulled(force);
  const curvature = (v: Float64Array): Float64Array => {
    const step = (DIFFERENCE * length(at.x)) / length(v);
    const moved = pathLoss(problem, plus(at.x, step, v), 0).pulled(force);
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
  {
    move,
    weight,
    decrease,
    linear,
    newton,
  }: Pick<PathModel, 'linear'> & {
    readonly newton: GaussNewton;
    readonly move: Float64Array;
    readonly weight: number;
    readonly decrease: number;
  },
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
