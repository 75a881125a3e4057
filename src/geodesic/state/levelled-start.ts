/** @file A start that Newton's method does not lead to the target in all directions at once, led there level by level. */

import { length } from '../../linalg/real-vector.ts';
import { halvedSlices, type PathProblem, reslicedPath } from '../../path/state-path.ts';
import { recorded } from '../../search-journal.ts';
import type { HeldDirections } from './held-directions.ts';
import { frameWithin } from './horizontal-frame.ts';
import { keptDirections } from './kept-directions.ts';
import { type LevelledPath, type LevelOptions, levelledDescent } from './levelled-descent.ts';
import type { GeodesicStep, SettledPath } from './sliced-search.ts';

/** Shares of the greatest singular value. Below the last, valleys are narrow: W₈ on a chain takes more than 14 steps for the next factor of ten. */
const LEVELS: readonly number[] = [1e-4, 1e-6, 1e-8];
/** Newton steps on each level. */
const STEPS = 20;
/** Most unknowns of a path whose Hessian is worth its cost. */
const MOST_UNKNOWNS = 2500;
/** Singular values between these shares of the greatest are not resolved by corrections in all directions at once. */
const [BARELY, ROUNDED] = [1e-10, 1e-14];
/** What is left open below this share of the length is nothing. */
const RESOLVED = 1e-9;
/** Levels are gone through in half as many slices if these have this many times as many unknowns as the end has directions. */
const ENOUGH = 2;

/** The path in K/2 slices, and in K/4 where its levels were gone through in these. */
export interface LevelledStart {
  readonly half: SettledPath;
  readonly quarter?: SettledPath;
}

/** Newton steps in all. */
export const levelledSteps = ({ half, quarter }: LevelledStart): number => half.steps + (quarter?.steps ?? 0);

/** Whether a problem is small enough for `levelledDescent`, and has as many unknowns as it takes. */
function hasLevels({ to, sums, slices, controls, freeWords = [] }: PathProblem, times = 1): boolean {
  const unknowns = slices * controls.words.length;
  const { size } = frameWithin(to.interleaved, sums?.states);
  return freeWords.length === 0 && unknowns >= times * size && unknowns <= MOST_UNKNOWNS;
}

/** Whether some directions of the end are moved by less than float64 resolves, though not by rounding alone, where levels can help. */
export function hasUnresolved(problem: PathProblem, x: Float64Array): boolean {
  if (!hasLevels(problem)) return false;
  const { values } = keptDirections(problem, x);
  return values.some((value) => value < BARELY * values[0]! && value > ROUNDED * values[0]!);
}

/**
 * A path near a shortest one, led to the target in the directions that float64 resolves.
 *
 * @returns nothing where it does not arrive, or where there are too few unknowns, or too many
 */
export function* levelledStart(
  problem: PathProblem,
  start: Float64Array,
  phase: string,
): Generator<GeodesicStep, LevelledStart | undefined> {
  if (!hasLevels(problem) || !hasLevels({ ...problem, slices: 2 * problem.slices })) return undefined;
  const fewer = { ...problem, slices: problem.slices / 2 };
  if (!Number.isInteger(fewer.slices) || !hasLevels(fewer, ENOUGH)) {
    const half = yield* descent(problem, start, phase, { levels: LEVELS, maxSteps: STEPS });
    return Number.isFinite(half.slope) ? { half: exactly(half) } : undefined;
  }
  const rough = reslicedPath(problem, start, fewer.slices);
  const told = `${phase}, in ${fewer.slices} slices`;
  const quarter = yield* descent(fewer, rough, told, { levels: LEVELS, maxSteps: STEPS });
  if (!Number.isFinite(quarter.slope)) return undefined;
  const half = yield* madeFiner(problem, halvedSlices(fewer, quarter.x), quarter.held, phase);
  return Number.isFinite(half.slope) ? { half: exactly(half), quarter } : undefined;
}

/** Without its levels where nothing is left open: a path that meets its end in all directions. */
function exactly(path: LevelledPath): SettledPath {
  const { held, ...met } = path;
  return held.unresolved > RESOLVED * length(path.x) ? path : met;
}

/** A path with every slice halved, made shortest under the condition in the same directions. */
export function* madeFiner(
  problem: PathProblem,
  halved: Float64Array,
  { levels, directions }: HeldDirections,
  phase: string,
): Generator<GeodesicStep, LevelledPath> {
  const path = yield* descent(problem, halved, phase, { levels: [0], among: directions, maxSteps: STEPS });
  const { level } = levels.at(-1)!;
  const finer = path.held.levels.map((reached) => ({ ...reached, level }));
  return { ...path, held: { ...path.held, levels: [...levels, ...finer] } };
}

/** `levelledDescent`, written into the journal of the problem. */
const descent = (
  problem: PathProblem,
  start: Float64Array,
  phase: string,
  options: LevelOptions,
): Generator<GeodesicStep, LevelledPath> =>
  recorded(problem.journal, phase, (journal) => levelledDescent(problem, start, phase, { ...options, journal }));
