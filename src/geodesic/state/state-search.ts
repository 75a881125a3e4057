/** @file The search for the shortest path to a state: many starts, of which the shortest are polished to geodesics. */

import { randomStream } from '../../linalg/random.ts';
import { norm } from '../../linalg/vector.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { type Aim, type Attempt, approached, arrived, explored, pathCondition } from '../../path/constrained-path.ts';
import { halvedSlices, missOf, type PathProblem, pathLength } from '../../path/state-path.ts';
import { type GeodesicStep, randomPath, type SettledPath, settle, told } from './direct-method.ts';
import { wordGenerators } from './generators.ts';
import { newtonPath } from './newton-path.ts';
import { type CountedPoints, countedPoints, displacedPaths } from './state-descent.ts';
import { controlsAt, type StateMetric, speedAt, stateFlow } from './state-flow.ts';
import { polishedStateShot, type StateShot } from './state-shooting.ts';

/** A path by its Hamiltonians, as `stateGeodesic` returns it. */
export interface GivenPath {
  readonly words: readonly PauliWord[];
  readonly velocity: readonly (readonly number[])[];
}

/** What is searched. The problem runs backwards, from the target to the reference, in K/2 slices. */
export interface StateSearch {
  readonly coarse: PathProblem;
  readonly starts: number;
  readonly seed: number;
  readonly paths: readonly GivenPath[];
  readonly maxSteps: number;
  readonly tolerance: number;
  /** How many of the shortest paths are polished, 0 for none. */
  readonly polished: number;
  /** Whether the conjugate points of the shortest geodesic are counted, and shorter paths sought while there are some. */
  readonly counted: boolean;
  /** Whether the Jacobian of the end point is kept: for few qubits. */
  readonly dense: boolean;
}

/** Where a start led. */
export interface StartedPath {
  /** 'start 1', 'path 1', or 'descent 1' from a geodesic with conjugate points. */
  readonly start: string;
  /** Length in K/2 slices, and in K where they were tried. */
  readonly coarseLength: number;
  readonly length: number;
  /** Length of the geodesic, where one was polished from this start or from an equally long one. */
  readonly geodesicLength: number | null;
}

/** The best path in K slices with all that was found on the way. */
export interface FoundPath {
  readonly problem: PathProblem;
  readonly x: Float64Array;
  readonly coarseLength: number;
  readonly starts: readonly StartedPath[];
  readonly shot: StateShot | undefined;
  /** Conjugate points of the shot, if counted. */
  readonly points: CountedPoints | undefined;
  readonly steps: number;
}

/** The search with an end-point Jacobian where it is small, with plain L-BFGS elsewhere. */
export function* searched(search: StateSearch): Generator<GeodesicStep, FoundPath> {
  const { coarse, starts, seed, paths, maxSteps } = search;
  const first: (Attempt & { readonly start: string })[] = [];
  const origins = [
    ...paths.map((path, k) => ({ start: `path ${k + 1}`, x: pathFrom(coarse, path) })),
    ...Array.from({ length: starts }, (_, k) => {
      return { start: `start ${k + 1}`, x: randomPath(coarse, randomStream(seed, `geodesic start ${k + 1}`)) };
    }),
  ];
  for (const { start, x } of origins) {
    const attempt = yield* told(coarse, start, explored(pathCondition(coarse), x, Math.min(100, maxSteps)));
    first.push({ start, ...attempt });
  }
  if (!search.dense) return yield* followed(search, first);
  return (yield* settled(search, first)) ?? (yield* followed(search, first));
}

/** The best of the starts, followed to K slices. */
function* followed(
  { coarse, maxSteps, tolerance }: StateSearch,
  first: readonly (Attempt & { readonly start: string })[],
): Generator<GeodesicStep, FoundPath> {
  const best = first.reduce((a, b) => (b.loss < a.loss ? b : a));
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const aim = { maxSteps, tolerance: tolerance / 100 };
  const half = yield* told(coarse, 'coarse', approached(pathCondition(coarse), best, aim));
  const from = { ...half, x: halvedSlices(coarse, half.x) };
  const whole = yield* told(fine, 'fine', approached(pathCondition(fine), from, aim));
  const { x, steps } = yield* ended(fine, whole);
  const starts = first.map((attempt) => {
    const length = pathLength(coarse, attempt.x);
    return { start: attempt.start, coarseLength: length, length, geodesicLength: null };
  });
  const total = first.reduce((sum, attempt) => sum + attempt.steps, 0) + half.steps + steps;
  return {
    problem: fine,
    x,
    coarseLength: pathLength(coarse, half.x),
    starts,
    shot: undefined,
    points: undefined,
    steps: total,
  };
}

/** Newton steps onto the end point, as near as rounding lets them. */
function* ended(
  problem: PathProblem,
  path: Pick<Attempt, 'x' | 'steps'>,
): Generator<GeodesicStep, Pick<Attempt, 'x' | 'steps'>> {
  const { x, steps: used } = arrived(pathCondition(problem), path.x);
  const steps = path.steps + used;
  yield { phase: 'end point', step: steps, length: pathLength(problem, x) };
  return { x, steps };
}

/** Lengths that differ by less, relatively, are of the same path, or of one that a symmetry makes of it. */
const EQUAL = 1e-4;

/** Every start, followed to K slices; the shortest are polished. Nothing, if no start settles at the target. */
function* settled(
  search: StateSearch,
  first: readonly (Attempt & { readonly start: string })[],
): Generator<GeodesicStep, FoundPath | undefined> {
  const { coarse, tolerance, polished } = search;
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const aim = aimOf(search);
  const found: Settled[] = [];
  for (const attempt of first) {
    const half = yield* settle(coarse, attempt.x, `${attempt.start} in ${coarse.slices} slices`, aim);
    const whole = yield* settle(fine, halvedSlices(coarse, half.x), `${attempt.start} in ${fine.slices} slices`, aim);
    const steps = attempt.steps + half.steps + whole.steps;
    found.push({ start: attempt.start, rough: attempt.x, half, whole, steps });
  }
  const lengthOf = ({ whole }: Settled): number => pathLength(fine, whole.x);
  const arriving = found.filter(({ whole }) => whole.infidelity <= NEARLY);
  if (arriving.length === 0) return undefined;
  const ordered = arriving.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  const distinct = ordered.filter((one, k) => k === 0 || !near(lengthOf(one), lengthOf(ordered[k - 1]!), EQUAL));
  const shots: PolishedPath[] = [];
  for (const one of distinct.slice(0, polished)) {
    const first = yield* polish(fine, one, aim, one.whole.infidelity <= tolerance ? REFINEMENTS : 0);
    if (first.residual <= GEODESIC) {
      shots.push({ length: lengthOfShot(fine, first), from: one, shot: first });
    } else if (one.whole.slope > UNSETTLED || one.whole.infidelity > tolerance) {
      const exact = yield* perfected(coarse, one);
      found[found.indexOf(one)] = exact;
      const shot = yield* polish(fine, exact, aim, 0);
      if (shot.residual <= GEODESIC) shots.push({ length: lengthOfShot(fine, shot), from: exact, shot });
    }
  }
  const reached = found.filter(({ whole }) => whole.infidelity <= tolerance);
  if (reached.length === 0) return undefined;
  const shortest = shots.toSorted((a, b) => a.length - b.length)[0];
  const { best, points, descents } = yield* lowered(search, shortest);
  const chosen = yield* nearest(
    coarse,
    best?.from ?? reached.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a)),
    best,
    aim,
  );
  const { x } = yield* ended(fine, chosen.whole);
  return {
    problem: fine,
    x,
    coarseLength: pathLength(coarse, chosen.half.x),
    shot: best?.shot,
    points,
    starts: [...found, ...descents.map(({ from }) => from)].map((one) => {
      const own = [...shots, ...descents].find(({ from }) => from === one);
      const same = own ?? shots.find(({ from }) => near(lengthOf(from), lengthOf(one), EQUAL));
      const length = lengthOf(one);
      const coarseLength = pathLength(coarse, one.half.x);
      return { start: one.start, coarseLength, length, geodesicLength: same?.length ?? null };
    }),
    steps: found.reduce((sum, { steps }) => sum + steps, 0) + shots.reduce((sum, { shot }) => sum + shot.steps, 0),
  };
}

/** A path that misses by so much, |c|², may be on its way to the target. */
const NEARLY = 1e-2;
/** A path of larger slope is far from a shortest one. */
const UNSETTLED = 1e-3;
/** Newton steps at most, and the most unknowns times amplitudes for which they are worth it: above, a path only meets the target. */
const [NEWTON_STEPS, MOST_WORK] = [40, 1e5];

/** Paths that descent has left half-way, made shortest by Newton's method. */
function* perfected(coarse: PathProblem, one: Settled): Generator<GeodesicStep, Settled> {
  const fine = { ...coarse, slices: 2 * coarse.slices };
  function* exact(problem: PathProblem, found: SettledPath, rough: Float64Array): Generator<GeodesicStep, SettledPath> {
    const phase = `${one.start} by Newton's method in ${problem.slices} slices`;
    const steps = problem.slices * problem.controls.words.length * problem.to.length <= MOST_WORK ? NEWTON_STEPS : 0;
    // Descent ends where the target is hard to meet; from where it began that is easier.
    for (const x of [found.x, rough]) {
      const path = yield* newtonPath(problem, x, phase, steps);
      if (path !== undefined) return path;
    }
    return found;
  }
  const whole = yield* exact(fine, one.whole, halvedSlices(coarse, one.rough));
  const half = yield* exact(coarse, one.half, one.rough);
  return { ...one, half, whole, steps: one.steps + whole.steps + half.steps };
}

/** A sliced path and the geodesic near it. */
interface PolishedPath {
  readonly length: number;
  readonly from: Settled;
  readonly shot: StateShot;
}

const aimOf = ({ maxSteps, tolerance }: StateSearch): Aim => ({
  maxSteps: Math.min(100, maxSteps),
  tolerance: tolerance / 100,
});
const lengthOfShot = (problem: PathProblem, { flow }: StateShot): number => speedAt(metricOf(problem), flow.points[0]!);

/** Descents at most, one after the other. */
const DESCENTS = 4;

/** The shortest geodesic, and from it down to shorter ones while it has conjugate points before its end. */
function* lowered(
  search: StateSearch,
  shortest: PolishedPath | undefined,
): Generator<
  GeodesicStep,
  {
    readonly best: PolishedPath | undefined;
    readonly points: CountedPoints | undefined;
    readonly descents: readonly PolishedPath[];
  }
> {
  const { coarse } = search;
  const [from, to, metric] = [coarse.to, coarse.from, metricOf(coarse)];
  const descents: PolishedPath[] = [];
  let best = shortest;
  for (;;) {
    if (!search.counted || best === undefined) return { best, points: undefined, descents };
    const points = countedPoints(metric, { from, to }, best.shot);
    if (points?.first == null || descents.length === DESCENTS) return { best, points, descents };
    const paths = displacedPaths(metric, from, best.shot.costate, points.first, 4 * coarse.slices);
    const next: PolishedPath | undefined = yield* fallen(search, paths, best, `descent ${descents.length + 1}`);
    if (next === undefined) return { best, points, descents };
    descents.push(next);
    best = next;
  }
}

/** The first of the paths that leads to a shorter geodesic, in twice as many slices as the starts. */
function* fallen(
  search: StateSearch,
  paths: readonly (readonly Float64Array[])[],
  before: PolishedPath,
  start: string,
): Generator<GeodesicStep, PolishedPath | undefined> {
  const { coarse } = search;
  const aim = aimOf(search);
  const finer = { ...coarse, slices: 4 * coarse.slices };
  for (const path of paths) {
    const velocity = path.map((h) => Array.from(h));
    const x = pathFrom(finer, { words: coarse.controls.words, velocity });
    const whole = yield* settle(finer, x, `${start} in ${finer.slices} slices`, aim);
    if (!(whole.infidelity <= search.tolerance)) continue;
    const shot = yield* polish(finer, { start, rough: x, half: whole, whole, steps: whole.steps }, aim);
    const length = lengthOfShot(finer, shot);
    if (!(shot.residual <= GEODESIC && length < before.length - 1e-9)) continue;
    return { length, shot, from: yield* slicedFrom(coarse, shot, start, aim) };
  }
  return undefined;
}

/** The sliced paths that a geodesic came from; if Newton's method has left them for another geodesic, its own. */
function* nearest(
  coarse: PathProblem,
  from: Settled,
  geodesic: PolishedPath | undefined,
  aim: Aim,
): Generator<GeodesicStep, Settled> {
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const [half, whole] = [pathLength(coarse, from.half.x), pathLength(fine, from.whole.x)];
  const limit = (4 * whole - half) / 3;
  if (geodesic === undefined || Math.abs(limit - geodesic.length) <= 0.2 * Math.abs(half - whole) + 1e-6) return from;
  const own = yield* slicedFrom(coarse, geodesic.shot, from.start, aim);
  return pathLength(fine, own.whole.x) < whole ? own : from;
}

/** The shortest sliced paths near a geodesic. */
function* slicedFrom(
  coarse: PathProblem,
  { flow }: StateShot,
  start: string,
  aim: Aim,
): Generator<GeodesicStep, Settled> {
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const velocity = Array.from({ length: fine.slices }, (_, k) => {
    const middle = Math.round(((k + 0.5) / fine.slices) * (flow.points.length - 1));
    return Array.from(controlsAt(metricOf(fine), flow.points[middle]!));
  });
  const path = { words: fine.controls.words, velocity };
  const rough = pathFrom(coarse, path);
  const half = yield* settle(coarse, rough, `${start}, its geodesic in ${coarse.slices} slices`, aim);
  const whole = yield* settle(fine, pathFrom(fine, path), `${start}, its geodesic in ${fine.slices} slices`, aim);
  return { start, rough, half, whole, steps: half.steps + whole.steps };
}

interface Settled {
  readonly start: string;
  /** In K/2 slices, before descent. */
  readonly rough: Float64Array;
  readonly half: SettledPath;
  readonly whole: SettledPath;
  readonly steps: number;
}

const near = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.max(a, b);

/** End-point residual at which a shot is a geodesic to the target. */
export const GEODESIC = 1e-9;
/** Slices are doubled so often before a start is given up. */
const REFINEMENTS = 2;
/** A shot that misses by more is not worth Newton's method. */
const FARTHEST = 0.3;

/**
 * The geodesic near a sliced path. Its costate is that of the path, or what those of K/2 and K slices converge to (their
 * error falls as 1/K²); if Newton's method does not lead to the target from there, the slices are doubled.
 */
function* polish(
  fine: PathProblem,
  { start, half, whole }: Settled,
  aim: Aim,
  refinements = REFINEMENTS,
): Generator<GeodesicStep, StateShot> {
  const metric = metricOf(fine);
  const ends = { from: fine.to, to: fine.from };
  const missAt = (costate: Float64Array): number => {
    const [end] = stateFlow(metric, { state: ends.from.interleaved, costate }, 32).points.slice(-1);
    const miss = norm(missOf(ends.to, { length: ends.to.length, interleaved: end!.state }));
    return Number.isFinite(miss) ? miss : Infinity;
  };
  let [problem, before, at] = [fine, half, whole];
  let best: StateShot | undefined;
  for (let refinement = 0; ; refinement++) {
    const limit = at.costate.map((p, i) => (4 * p - before.costate[i]!) / 3);
    const costate = missAt(limit) < missAt(at.costate) ? limit : at.costate;
    if (missAt(costate) < FARTHEST || refinement === refinements) {
      const shot = polishedStateShot(metric, ends, costate, { tolerance: GEODESIC, maxSteps: 30 });
      yield { phase: `geodesic from ${start}`, step: shot.steps, length: speedAt(metric, shot.flow.points[0]!) };
      if (best === undefined || shot.residual < best.residual) best = shot;
    }
    if ((best !== undefined && best.residual <= GEODESIC) || refinement === refinements) return best!;
    const next: PathProblem = { ...problem, slices: 2 * problem.slices };
    const phase = `${start} in ${next.slices} slices`;
    [before, at] = [at, yield* settle(next, halvedSlices(problem, at.x), phase, aim)];
    problem = next;
  }
}

/** The metric of a problem, as the flow needs it. */
export const metricOf = ({ controls }: PathProblem): StateMetric => wordGenerators(controls);

/** The unknowns of a given path, run backwards in the problem's slices: each takes the mean of those it covers. */
export function pathFrom(
  { slices, controls, freeWords = [] }: Pick<PathProblem, 'slices' | 'controls' | 'freeWords'>,
  { words, velocity }: GivenPath,
): Float64Array {
  const { length } = velocity;
  const places = new Map(words.map((word, p) => [word, p]));
  const x = new Float64Array(slices * controls.words.length + freeWords.length);
  for (let k = 0; k < slices; k++) {
    for (let j = 0; j < length; j++) {
      // Slice j of the path covers [j, j + 1]/length of the time, backwards from its end.
      const overlap = Math.min((k + 1) / slices, (j + 1) / length) - Math.max(k / slices, j / length);
      if (overlap <= 0) continue;
      const h = velocity[length - 1 - j]!;
      controls.words.forEach((word, p) => {
        const at = places.get(word);
        const value = at === undefined ? 0 : -h[at]! * overlap * slices;
        x[k * controls.words.length + p] =
          x[k * controls.words.length + p]! + Math.sqrt(controls.weights[p]! / slices) * value;
      });
    }
  }
  return x;
}
