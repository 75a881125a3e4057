/** @file The search for the shortest path to a state: many starts, of which the shortest are polished to geodesics. */

import { randomStream } from '../../linalg/random.ts';
import { type Aim, type Attempt, approached, arrived, explored, pathCondition } from '../../path/constrained-path.ts';
import { type GivenPath, pathFrom } from '../../path/given-path.ts';
import { halvedSlices, type PathProblem, pathLength } from '../../path/state-path.ts';
import { type GeodesicStep, randomPath, settle, told } from './direct-method.ts';
import { onTarget } from './newton-path.ts';
import {
  GEODESIC,
  lengthOfShot,
  nearest,
  type PolishedPath,
  perfected,
  polish,
  REFINEMENTS,
  type Settled,
} from './polished-path.ts';
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
    const shot = yield* polish(fine, one, aim, one.whole.infidelity <= tolerance ? REFINEMENTS : 0);
    if (shot.residual <= GEODESIC) {
      shots.push({ length: lengthOfShot(fine, shot), from: one, shot });
    } else if (shots.length === 0 && (one.whole.slope > UNSETTLED || one.whole.infidelity > tolerance)) {
      const exact = yield* perfected(coarse, one);
      found[found.indexOf(one)] = exact;
      const other = yield* polish(fine, exact, aim, 0);
      if (other.residual <= GEODESIC) shots.push({ length: lengthOfShot(fine, other), from: exact, shot: other });
    }
  }
  const reached = found.filter(({ whole }) => whole.infidelity <= tolerance);
  if (reached.length === 0) return undefined;
  const shortest = shots.toSorted((a, b) => a.length - b.length)[0];
  const unlowered = { best: shortest, points: undefined, descents: [] };
  const { best, points, descents } =
    shortest !== undefined && search.counted ? yield* lowered({ coarse, aim, tolerance }, shortest) : unlowered;
  const chosen = yield* nearest(
    coarse,
    best?.from ?? reached.reduce((a, b) => (lengthOf(b) < lengthOf(a) ? b : a)),
    best,
    aim,
  );
  const x = onTarget(fine, chosen.whole.x, LAST_CORRECTIONS) ?? (yield* ended(fine, chosen.whole)).x;
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

/** Corrections of the chosen path. */
const LAST_CORRECTIONS = 8;
/** A path that misses by so much, |c|², may be on its way to the target. */
const NEARLY = 1e-2;
/** A path of larger slope is far from a shortest one. */
const UNSETTLED = 1e-3;

const near = (a: number, b: number, share: number): boolean => Math.abs(a - b) <= share * Math.max(a, b);

const aimOf = ({ maxSteps, tolerance }: StateSearch): Aim => ({
  maxSteps: Math.min(100, maxSteps),
  tolerance: tolerance / 100,
});
