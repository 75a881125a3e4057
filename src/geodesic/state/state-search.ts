/** @file The search for the shortest path to a state: many starts, of which the shortest are polished to geodesics. */

import { randomStream } from '../../linalg/random.ts';
import { norm } from '../../linalg/vector.ts';
import { hasSmallJacobian } from '../../path/condition-jacobian.ts';
import {
  type Attempt,
  approached,
  arrived,
  balanced,
  type ConstrainedPath,
  explored,
  pathCondition,
} from '../../path/constrained-path.ts';
import { extrapolatedLength } from '../../path/extrapolated-length.ts';
import { pathFrom } from '../../path/given-path.ts';
import { gradual, lengthAtTarget } from '../../path/gradual-approach.ts';
import { lengthUncertainty } from '../../path/length-uncertainty.ts';
import { approachedInMetric, broughtOnto, type EasedAttempt, ledOnto } from '../../path/metric-approach.ts';
import { halvedSlices, missedBy, type PathProblem, pathLength } from '../../path/state-path.ts';
import { recorded } from '../../search-journal.ts';
import { exact } from './exact-search.ts';
import { better, type DrawnStart, type FoundPath, lengthTo, type Meeting, type StateSearch } from './found-path.ts';
import { mendedEnd } from './mended-end.ts';
import { mendedUncertainty } from './mending.ts';
import { type GeodesicStep, randomPath, told } from './sliced-search.ts';

/** Fewest slices in which starts are drawn, where they need not be as many as K/2. */
const FEWEST_SLICES = 4;
/** Steps of `explored`, and, as a multiple of `maxSteps`, those of `gradual` for each weight. */
const [EXPLORED, GRADUAL] = [100, 2];

/** Weights of the end point in K/2 and in K slices, where its Jacobian is small: half as many steps of L-BFGS for each. */
const [COARSE, FINE] = [[1e4], [1e5, 1e6, 1e7, 1e8]];

/** The search with an end-point Jacobian where it is small, with plain L-BFGS elsewhere. */
export function* searched(search: StateSearch): Generator<GeodesicStep, FoundPath> {
  const { coarse, starts, seed, paths, maxSteps, large } = search;
  const first: DrawnStart[] = [];
  for (const [k, path] of paths.entries()) {
    const start = `path ${k + 1}`;
    const drawn = recorded(coarse.journal, start, (journal) => {
      const condition = pathCondition({ ...coarse, journal });
      return explored(condition, pathFrom(coarse, path), Math.min(EXPLORED, maxSteps));
    });
    first.push(drawnStart(coarse, start, yield* told(start, coarse, drawn), large));
  }
  const half = coarse.slices / 2;
  const problem = large && half >= FEWEST_SLICES && Number.isInteger(half) ? { ...coarse, slices: half } : coarse;
  for (let k = 1; k <= starts; k++) {
    const start = `start ${k}`;
    const x = randomPath(problem, randomStream(seed, `geodesic ${start}`));
    const drawn = recorded(coarse.journal, start, (journal) => {
      const condition = pathCondition({ ...problem, journal });
      return large ? gradual(condition, x, GRADUAL * maxSteps) : explored(condition, x, Math.min(EXPLORED, maxSteps));
    });
    first.push(drawnStart(problem, start, yield* told(start, problem, drawn), large));
  }
  if (!search.dense) return yield* followed(search, first);
  return (yield* exact(search, first)) ?? (yield* followed(search, first));
}

/** Starts of few qubits are compared by their loss, as they all take the same steps; others by the length when they arrive. */
function drawnStart(problem: PathProblem, start: string, attempt: Attempt, large: boolean): DrawnStart {
  const order = large ? lengthAtTarget(pathCondition(problem), attempt) : attempt.loss;
  return { ...attempt, start, problem, order, length: large ? order : pathLength(problem, attempt.x) };
}

/** The best of the starts, followed to K slices. */
function* followed(
  { coarse, maxSteps, tolerance }: StateSearch,
  first: readonly DrawnStart[],
): Generator<GeodesicStep, FoundPath> {
  const best = first.reduce((a, b) => (b.order < a.order ? b : a));
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const aim = { maxSteps, tolerance: tolerance / 100 };
  const at = { ...best, x: best.problem === coarse ? best.x : halvedSlices(coarse, best.x) };
  const [short, long] = [pathCondition(coarse), pathCondition(fine)];
  const isSmall = hasSmallJacobian(long, 2 * at.x.length);
  const inMetric = (path: ConstrainedPath, attempt: Attempt, weights: readonly number[]) =>
    approachedInMetric(path, attempt, { maxSteps: Math.ceil(maxSteps / 2), tolerance: tolerance / 10, weights });
  const near = yield* told('coarse', coarse, isSmall ? inMetric(short, at, COARSE) : approached(short, at, aim));
  const half = yield* ended(coarse, near, tolerance);
  const from = { ...near, x: halvedSlices(coarse, near.x) };
  const last = yield* told('fine', fine, isSmall ? inMetric(long, from, FINE) : approached(long, from, aim));
  const whole = yield* ended(fine, last, tolerance);
  const starts = first.map(({ start, length }) => ({ start, coarseLength: length, length, geodesicLength: null }));
  const total = first.reduce((sum, attempt) => sum + attempt.steps, 0) + half.steps + whole.steps;
  const met = [half, whole].every(({ infidelity }) => infidelity <= tolerance);
  return {
    problem: fine,
    ...better(fine, { ...half, x: halvedSlices(coarse, half.x) }, whole, tolerance),
    coarseLength: lengthTo(coarse, half.x, tolerance),
    extrapolated: met ? extrapolatedLength([half, whole], (x) => halvedSlices(coarse, x)) : null,
    starts,
    shot: undefined,
    points: undefined,
    steps: total,
  };
}

/**
 * Newton steps onto the end point, to rounding accuracy. The costate is that of the Jacobian of the end where this is small enough,
 * elsewhere the multiplier of the Lagrangian, which lacks directions that the path hardly moves.
 */
function* ended(
  problem: PathProblem,
  path: Attempt | EasedAttempt,
  tolerance: number,
): Generator<
  GeodesicStep,
  Meeting & {
    readonly slices: number;
    readonly length: number;
    readonly uncertainty: number | null;
    readonly infidelity: number;
    readonly steps: number;
  }
> {
  const condition = pathCondition(problem);
  const { multiplier } = balanced(condition, path.force, condition.condition(path.x).miss);
  const jacobian = 'jacobian' in path ? path.jacobian : null;
  const led = jacobian === null ? null : ledOnto(condition, path.x, jacobian);
  // A Jacobian from too far away does not lead there.
  const { x: nearest, steps: used } =
    led === null ? arrived(condition, path.x) : broughtOnto(condition, led, tolerance);
  const known = mendedEnd(problem, nearest);
  const { x, costate, mending } = known ?? { x: nearest, costate: multiplier, mending: null };
  const steps = path.steps + used;
  const length = pathLength(problem, x);
  yield { phase: 'end point', step: steps, length };
  const infidelity = missedBy(problem, x);
  const size = norm({ length: problem.to.length, interleaved: costate });
  const uncertainty =
    mending === null ? lengthUncertainty(size, Math.sqrt(infidelity), length) : mendedUncertainty(mending, length);
  const slope = known === undefined ? null : known.slope / length;
  return { x, costate, slope, mending, minimum: null, slices: problem.slices, length, uncertainty, infidelity, steps };
}
