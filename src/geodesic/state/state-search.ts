/** @file The search for the shortest path to a state: many starts, of which the shortest are polished to geodesics. */

import { randomStream } from '../../linalg/random.ts';
import { type Attempt, approached, arrived, balanced, explored, pathCondition } from '../../path/constrained-path.ts';
import { type GivenPath, pathFrom } from '../../path/given-path.ts';
import { halvedSlices, missedBy, type PathProblem, pathLength } from '../../path/state-path.ts';
import { drawnNear } from './natural-descent.ts';
import { newtonPath } from './newton-path.ts';
import { GEODESIC, lengthOfShot, NEWTON, nearest, type PolishedPath, polish, type Settled } from './polished-path.ts';
import { type GeodesicStep, randomPath, told } from './sliced-search.ts';
import { type CountedPoints, lowered } from './state-descent.ts';
import type { StateShot } from './state-shooting.ts';

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

/** The result of one start. */
export interface StartedPath {
  /** 'start 1', 'path 1', or 'descent 1' from a geodesic with conjugate points. */
  readonly start: string;
  /** Length in K/2 slices, and in K where they were tried. */
  readonly coarseLength: number;
  readonly length: number;
  /** Length of the geodesic, where one was polished from this start or from an equally long one. */
  readonly geodesicLength: number | null;
}

/** The best path in K slices, never longer than the one in K/2, with all that was found on the way. */
export interface FoundPath {
  readonly problem: PathProblem;
  readonly x: Float64Array;
  /** The multiplier of its end point: a costate, interleaved, shape (2ⁿ,). */
  readonly costate: Float64Array;
  /** Infinity if the path of K/2 slices misses the target. */
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
    const attempt = yield* told(start, coarse, explored(pathCondition(coarse), x, Math.min(100, maxSteps)));
    first.push({ start, ...attempt });
  }
  if (!search.dense) return yield* followed(search, first);
  return (yield* exact(search, first)) ?? (yield* followed(search, first));
}

/** The best of the starts, followed to K slices. */
function* followed(
  { coarse, maxSteps, tolerance }: StateSearch,
  first: readonly (Attempt & { readonly start: string })[],
): Generator<GeodesicStep, FoundPath> {
  const best = first.reduce((a, b) => (b.loss < a.loss ? b : a));
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const aim = { maxSteps, tolerance: tolerance / 100 };
  const near = yield* told('coarse', coarse, approached(pathCondition(coarse), best, aim));
  const half = yield* ended(coarse, near);
  const from = { ...near, x: halvedSlices(coarse, near.x) };
  const whole = yield* ended(fine, yield* told('fine', fine, approached(pathCondition(fine), from, aim)));
  const starts = first.map((attempt) => {
    const length = pathLength(coarse, attempt.x);
    return { start: attempt.start, coarseLength: length, length, geodesicLength: null };
  });
  const total = first.reduce((sum, attempt) => sum + attempt.steps, 0) + half.steps + whole.steps;
  return {
    problem: fine,
    ...better(fine, { ...half, x: halvedSlices(coarse, half.x) }, whole, tolerance),
    coarseLength: lengthTo(coarse, half.x, tolerance),
    starts,
    shot: undefined,
    points: undefined,
    steps: total,
  };
}

/** Newton steps onto the end point, to rounding accuracy; the multiplier of the Lagrangian is the costate. */
function* ended(problem: PathProblem, path: Attempt): Generator<GeodesicStep, Meeting & { readonly steps: number }> {
  const condition = pathCondition(problem);
  const { multiplier } = balanced(condition, path.force, condition.condition(path.x).miss);
  const { x, steps: used } = arrived(condition, path.x);
  const steps = path.steps + used;
  yield { phase: 'end point', step: steps, length: pathLength(problem, x) };
  return { x, costate: multiplier, steps };
}

/** A path to the target and its costate there. */
type Meeting = Pick<FoundPath, 'x' | 'costate'>;

/** The length of a path; Infinity if it misses the target. */
const lengthTo = (problem: PathProblem, x: Float64Array, tolerance: number): number =>
  missedBy(problem, x) <= tolerance ? pathLength(problem, x) : Infinity;

/** The shorter of two paths to the target; if both miss it, the one that ends nearer to it. */
function better(problem: PathProblem, a: Meeting, b: Meeting, tolerance: number): Meeting {
  const [lengthA, lengthB] = [lengthTo(problem, a.x, tolerance), lengthTo(problem, b.x, tolerance)];
  const missed = lengthA === Infinity && lengthB === Infinity;
  const { x, costate } = (missed ? missedBy(problem, a.x) < missedBy(problem, b.x) : lengthA < lengthB) ? a : b;
  return { x, costate };
}

/** Fewest different starts that are followed to K slices; more if more are to be polished. */
const FOLLOWED = 3;
/** A distance from which Newton's method converges. */
const ROUGHLY = { stages: 4, gradientTolerance: 1e-3 };
/** Newton steps in K/2 slices. */
const FIRST_NEWTON = { maxSteps: 10 };

/** Every start, made exact in K/2 slices; the shortest are followed to K and polished. Nothing, if none meets the target. */
function* exact(
  search: StateSearch,
  first: readonly (Attempt & { readonly start: string })[],
): Generator<GeodesicStep, FoundPath | undefined> {
  const { coarse, polished, maxSteps, tolerance } = search;
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const halves: Omit<Settled, 'whole'>[] = [];
  for (const { start, ...attempt } of first) {
    const phase = `${start} in ${coarse.slices} slices`;
    const aim = { maxSteps, tolerance: tolerance / 100, ...ROUGHLY };
    const near = yield* told(phase, coarse, approached(pathCondition(coarse), attempt, aim));
    const nearer = yield* drawnNear(coarse, near.x, `${phase}, nearer`);
    const half = yield* newtonPath(coarse, nearer, `${phase}, exact`, FIRST_NEWTON);
    halves.push({ start, half, steps: attempt.steps + near.steps + half.steps });
  }
  const coarseLength = ({ half }: Pick<Settled, 'half'>): number => pathLength(coarse, half.x);
  const found: Settled[] = [];
  for (const one of distinct(halves, coarseLength).slice(0, polished || FOLLOWED)) {
    const whole = yield* newtonPath(
      fine,
      halvedSlices(coarse, one.half.x),
      `${one.start} in ${fine.slices} slices`,
      NEWTON,
    );
    found.push({ ...one, whole, steps: one.steps + whole.steps });
  }
  const lengthOf = ({ whole }: Settled): number => pathLength(fine, whole.x);
  const reached = distinct(
    found.filter(({ whole }) => Number.isFinite(whole.slope)),
    lengthOf,
  );
  if (reached.length === 0) return undefined;
  const shots: PolishedPath[] = [];
  for (const one of reached.slice(0, polished)) {
    const shot = yield* polish(fine, one);
    if (shot.residual <= GEODESIC) shots.push({ length: lengthOfShot(fine, shot), from: one, shot });
  }
  const shortest = shots.toSorted((a, b) => a.length - b.length)[0];
  const unlowered = { best: shortest, points: undefined, descents: [] };
  const { best, points, descents } =
    shortest !== undefined && search.counted ? yield* lowered(coarse, shortest) : unlowered;
  const chosen = yield* nearest(coarse, best?.from ?? reached[0]!, best);
  return {
    problem: fine,
    ...better(fine, { ...chosen.half, x: halvedSlices(coarse, chosen.half.x) }, chosen.whole, tolerance),
    coarseLength: lengthTo(coarse, chosen.half.x, tolerance),
    shot: best?.shot,
    points,
    starts: [...halves, ...descents.map(({ from }) => from)].map((one) => {
      // Its own, or that of an equally long path.
      const matching = <Path>(paths: readonly Path[], from: (path: Path) => Settled): Path | undefined =>
        paths.find((path) => from(path).start === one.start) ??
        paths.find((path) => near(coarseLength(from(path)), coarseLength(one)));
      const followed = matching([...found, ...descents.map(({ from }) => from)], (path) => path);
      const shot = matching([...shots, ...descents], ({ from }) => from);
      return {
        start: one.start,
        coarseLength: coarseLength(one),
        length: followed ? lengthOf(followed) : coarseLength(one),
        geodesicLength: shot?.length ?? null,
      };
    }),
    steps:
      [...halves, ...found].reduce((sum, { steps }) => sum + steps, 0) +
      shots.reduce((sum, { shot }) => sum + shot.steps, 0),
  };
}

/** From the shortest on, one of each length. */
function distinct<Path>(paths: readonly Path[], lengthOf: (path: Path) => number): readonly Path[] {
  const ordered = paths.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  return ordered.filter((one, k) => k === 0 || !near(lengthOf(one), lengthOf(ordered[k - 1]!)));
}

/** Lengths that differ by less, relatively, are of the same path, or of one that a symmetry makes of it. */
const EQUAL = 1e-4;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= EQUAL * Math.max(a, b);
