/**
 * @file Shortest sliced paths to targets of which float64 does not resolve all directions at once: those that the path moves best are
 * met first, and then more of them, level by level of their singular values.
 */

import { denseTrustRegion } from '../../linalg/dense-trust-region.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { randomStream } from '../../linalg/random.ts';
import { multiplyReal } from '../../linalg/real-product.ts';
import { dot, length, plus, times } from '../../linalg/real-vector.ts';
import { pathCondition } from '../../path/constrained-path.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { keepState, lastState, type SearchJournal } from '../../search-journal.ts';
import { missAt } from './end-point-jacobian.ts';
import type { HeldDirections, ReachedLevel } from './held-directions.ts';
import { frameWithin } from './horizontal-frame.ts';
import { combinedRows, type KeptDirections, keptDirections, rowOf } from './kept-directions.ts';
import { correctedOnto } from './level-corrections.ts';
import type { GeodesicStep, SettledPath } from './sliced-search.ts';

/** A shortest path to the target, as seen in the directions that were kept. */
export interface LevelledPath extends SettledPath {
  readonly held: HeldDirections;
}

/** How far to go. */
export interface LevelOptions {
  /** Shares of the greatest singular value above which directions are kept, one after the other; 0 for all. */
  readonly levels: readonly number[];
  /** The directions of which the kept ones are chosen: those of a path in fewer slices; default all. */
  readonly among?: RealMatrix;
  /** Newton steps on each level. */
  readonly maxSteps: number;
  /** Where each Newton step is written down, from which an interrupted descent goes on. */
  readonly journal?: SearchJournal | undefined;
}

/** A descent before a Newton step: the level with its kept directions, the path, and the levels before. */
interface DescentState {
  readonly k: number;
  readonly directions: RealMatrix;
  /** The greatest singular value. */
  readonly greatest: number;
  readonly x: Float64Array;
  readonly radius: number;
  /** Steps on this level, and on those before. */
  readonly step: number;
  readonly steps: number;
  readonly reached: readonly ReachedLevel[];
}

/** Values below this share of the greatest are rounding. */
const RESOLVED = 1e-13;
/** |x + Jᵀp|/|x| at which a path is a shortest one, on the last level, and on those before. */
const [STATIONARY, ROUGHLY] = [1e-5, 3e-4];
/** The natural distance at which the end counts as met. */
const NEAR = 1e-6;
/** Jacobians for corrections on a new level and after a Newton step. */
const [FAR, AFTER] = [8, 2];
/** The first, the greatest and the least radius of a Newton step. */
const [FIRST, GREATEST, LEAST] = [0.1, 1, 1e-6];
/** A Newton step that needs a correction of more than this share of itself goes too far. */
const BENT = 0.5;
/** Shares of the predicted decrease: at which a step is taken, its successor shortened or lengthened; less than the last of |x|² is rounding. */
const [TAKEN, POOR, GOOD, ROUNDING] = [0.1, 0.3, 0.6, 1e-14];
/** Step of the differences of gradients. */
const DIFFERENCE = 1e-5;
/** |c| above which a path that keeps all directions it moves does not lead to the target. */
const ASTRAY = 1e-4;
/** Size of the noise that tells a saddle from a minimum, as a share of the path. */
const NOISE = 1e-5;

/**
 * For each level the left singular vectors W of J with singular values above it are kept fixed, and ½|x|² is made least under Wc(x) = 0:
 * by Newton steps within a trust region, with the Hessian 1 + Σ_i p_i∇²c_i between the directions that keep Wc, and after each the way back
 * onto Wc = 0 by corrections of least norm, each of which has to be shorter than the one before. On the last level saddles are left. So every level is a problem
 * that float64 resolves; the last one's path misses the target in the other directions by as little as they can be moved.
 *
 * @param start - near a shortest path; the unknowns are at least as many as the directions of the end point
 * @returns slope Infinity where not even the first level is met, or where the path leads elsewhere; `minimum`: no
 *          direction was found on the last level in which the path becomes shorter
 * @throws {ShapeError} fewer unknowns than directions
 *
 * Cost of N + m gradients for N unknowns and m directions in each step, and O(N³).
 *
 * @see Deuflhard, Newton Methods for Nonlinear Problems (2004), for the natural monotonicity test
 */
export function* levelledDescent(
  problem: PathProblem,
  start: Float64Array,
  phase: string,
  { levels, among, maxSteps, journal }: LevelOptions,
): Generator<GeodesicStep, LevelledPath> {
  const known = lastState<DescentState>(journal);
  let [x, steps] = [start, known?.steps ?? 0];
  const reached: ReachedLevel[] = [...(known?.reached ?? [])];
  let last: Settling | undefined;
  for (let k = known?.k ?? 0; k < levels.length; k++) {
    const from = k === known?.k ? known : beginning(problem, x, { k, steps, reached, level: levels[k]!, among });
    if (from === undefined) break;
    const goal = k + 1 < levels.length ? ROUGHLY : STATIONARY;
    const told = `${phase}, ${from.directions.rows} of ${from.directions.cols} directions`;
    const escaping = k + 1 === levels.length;
    last = yield* shortened(problem, from, told, { goal, maxSteps, escaping, journal });
    ({ x } = last);
    steps += last.steps;
    reached.push(reachedLevel(problem, last, levels[k]!, from.greatest));
  }
  return { ...settled(problem, x, last, reached), steps };
}

/** A level before its first step, on Wc = 0; nothing where that is not met. */
function beginning(
  problem: PathProblem,
  x: Float64Array,
  {
    level,
    among,
    ...so
  }: Pick<DescentState, 'k' | 'steps' | 'reached'> & { readonly level: number; readonly among: RealMatrix | undefined },
): DescentState | undefined {
  const all = keptDirections(problem, x, among, level);
  const { directions, values } = all;
  const met = correctedOnto(problem, directions, x, all, FAR);
  if (directions.rows === 0 || !(met.natural < NEAR)) return undefined;
  return { ...so, reached: [...so.reached], directions, greatest: values[0]!, x: met.x, radius: FIRST, step: 0 };
}

/** A path on its way to a shortest one under Wc = 0, and the directions W, by its own derivative. */
interface Settling {
  readonly x: Float64Array;
  readonly here: KeptDirections;
  /** |x + Jᵀp|/|x|. */
  readonly slope: number;
  readonly minimum: boolean;
  readonly steps: number;
}

/**
 * Newton steps on one level, until the slope is below the goal or none makes the path shorter. With `escaping` a little noise then finds
 * the directions that lead down from a saddle.
 */
function* shortened(
  problem: PathProblem,
  from: DescentState,
  phase: string,
  {
    goal,
    maxSteps,
    escaping,
    journal,
  }: Pick<LevelOptions, 'maxSteps' | 'journal'> & { readonly goal: number; readonly escaping: boolean },
): Generator<GeodesicStep, Settling> {
  const { directions } = from;
  let { x, radius } = from;
  for (let steps = from.step; ; steps++) {
    keepState(journal, { ...from, x, radius, step: steps } satisfies DescentState);
    yield { phase, step: steps, length: length(x) };
    const here = keptDirections(problem, x, directions);
    const slope = length(here.tangential(x)) / length(x);
    const stationary = slope <= goal;
    const at = { x, here, slope, minimum: false, steps };
    if (steps === maxSteps || (stationary && !escaping)) return at;
    const step = newtonStep(problem, here, x, { radius, noise: stationary ? NOISE * length(x) : 0 });
    if (stationary && step.within) return { ...at, minimum: true };
    if (step.next === undefined) return at;
    ({ x, radius } = step.next);
  }
}

/** What is told of a level; `greatest` is the greatest singular value. */
function reachedLevel(problem: PathProblem, at: Settling, level: number, greatest: number): ReachedLevel {
  const { x, here, slope } = at;
  const { rows, cols } = here.directions;
  const miss = missAt(problem, x);
  return {
    level,
    kept: rows,
    directions: cols,
    smallest: here.values[rows - 1]! / greatest,
    length: length(x),
    slope,
    natural: length(here.mending(miss)),
    miss: length(miss),
  };
}

/** The path of the last level, with what it leaves open; or the start, where no level was met. */
function settled(
  problem: PathProblem,
  x: Float64Array,
  last: Settling | undefined,
  levels: readonly ReachedLevel[],
): Omit<LevelledPath, 'steps'> {
  if (last === undefined) {
    const nothing = { rows: 0, cols: 0, data: new Float64Array(0) };
    const held = { levels, directions: nothing, unresolved: Infinity };
    const costate = new Float64Array(2 * problem.to.length);
    return { x, costate, slope: Infinity, mending: null, minimum: false, held };
  }
  const { here, slope, minimum } = last;
  const all = keptDirections(problem, x, undefined, RESOLVED);
  const miss = missAt(problem, x);
  const move = all.mending(miss);
  const size = length(x);
  const costate = frameWithin(problem.to.interleaved, problem.sums?.states).vectorOf(here.multiplier(x));
  const change = dot(x, move) / size;
  const bent = length(move) > 0 ? dot(move, curvedAlong(problem, x, costate)(move)) / 2 / size : 0;
  return {
    x,
    costate,
    slope: length(miss) < ASTRAY ? slope * size : Infinity,
    mending: { change, move: length(move) },
    minimum,
    held: { levels, directions: here.directions, unresolved: Math.abs(change) + Math.abs(bent) },
  };
}

/** A path after a Newton step, and how long the next may be. */
interface Stepped {
  readonly x: Float64Array;
  readonly radius: number;
}

/**
 * A Newton step that makes the path shorter; nothing, where none does.
 *
 * @param noise - how much of a random direction is added to the gradient, which leads away from a saddle
 * @returns `within`, too: whether the whole step ends inside of the region, so that the Hessian is positive along it
 */
function newtonStep(
  problem: PathProblem,
  here: KeptDirections,
  x: Float64Array,
  { radius: first, noise }: { readonly radius: number; readonly noise: number },
): { readonly next?: Stepped; readonly within: boolean } {
  const { tangents } = here;
  const stream = randomStream(0, 'noise');
  const added = noise / Math.sqrt(Math.max(1, tangents.rows));
  const gradient = Float64Array.from({ length: tangents.rows }, (_, k) => {
    return dot(rowOf(tangents, k), x) + added * stream.normal();
  });
  const step = denseTrustRegion(tangentHessian(problem, here, x), gradient);
  const within = length(step(first).move) < first / 2;
  if (noise > 0 && within) return { within };
  for (let radius = first; radius > LEAST; ) {
    const { move, decrease } = step(radius);
    const size = length(move);
    if (!(decrease > ROUNDING * dot(x, x))) break;
    const moved = plus(x, 1, combinedRows(tangents, move));
    const bent = length(here.mending(missAt(problem, moved)));
    if (bent < BENT * size) {
      const next = correctedOnto(problem, here.directions, moved, here, AFTER);
      const share = (dot(x, x) - dot(next.x, next.x)) / 2 / decrease;
      if (next.natural < NEAR && share > TAKEN) {
        const longer = share > GOOD && size > 0.9 * radius;
        const wider = longer ? Math.min(GREATEST, 2 * radius) : share < POOR ? size / 2 : radius;
        return { next: { x: next.x, radius: wider }, within };
      }
    }
    radius = Math.min(radius, size) / 3;
  }
  return { within };
}

/** v ↦ (1 + Σ_i p_i∇²c_i)v, by differences of gradients. */
function curvedAlong(problem: PathProblem, x: Float64Array, costate: Float64Array): (v: Float64Array) => Float64Array {
  const equal = pathCondition({ ...problem, amplitudeWeights: new Float64Array(problem.to.length).fill(1) });
  const slopeAt = (y: Float64Array): Float64Array => plus(y, 1, equal.condition(y).pullback(costate));
  const before = slopeAt(x);
  return (v) => {
    const d = DIFFERENCE / length(v);
    return times(1 / d, plus(slopeAt(plus(x, d, v)), -1, before));
  };
}

/** The same between the tangents. */
function tangentHessian(problem: PathProblem, here: KeptDirections, x: Float64Array): RealMatrix {
  const { vectorOf } = frameWithin(problem.to.interleaved, problem.sums?.states);
  const along = curvedAlong(problem, x, vectorOf(here.multiplier(x)));
  const { tangents } = here;
  const { rows, cols } = tangents;
  const changes = new Float64Array(rows * cols);
  for (let k = 0; k < rows; k++) changes.set(along(rowOf(tangents, k)), k * cols);
  const product = multiplyReal(tangents, { rows, cols, data: changes }, { transposeB: true });
  const data = product.data.map((value, i) => (value + product.data[(i % rows) * rows + Math.floor(i / rows)]!) / 2);
  return { rows, cols: rows, data };
}
