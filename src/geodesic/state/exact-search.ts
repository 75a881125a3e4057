/** @file The search where the Jacobian of the end point is small: paths that meet the target exactly, and geodesics near them. */

import { length } from '../../linalg/real-vector.ts';
import { approached, pathCondition } from '../../path/constrained-path.ts';
import { extrapolatedLength } from '../../path/extrapolated-length.ts';
import { halvedSlices, type PathProblem, pathLength, reslicedPath } from '../../path/state-path.ts';
import { wordTable } from '../../path/word-table.ts';
import { recorded } from '../../search-journal.ts';
import { easedDescent } from './eased-descent.ts';
import { better, type DrawnStart, type FoundPath, lengthTo, type StartedPath, type StateSearch } from './found-path.ts';
import { hasUnresolved, levelledStart, levelledSteps, madeFiner } from './levelled-start.ts';
import { drawnNear } from './natural-descent.ts';
import { newtonPath } from './newton-path.ts';
import { GEODESIC, lengthOfShot, NEWTON, nearest, type PolishedPath, polish, type Settled } from './polished-path.ts';
import { type GeodesicStep, type SettledPath, told } from './sliced-search.ts';
import { lowered } from './state-descent.ts';

/** Fewest different starts that are followed to K slices; more if more are to be polished. */
const FOLLOWED = 3;
/** A distance from which Newton's method converges. */
const ROUGHLY = { stages: 4, gradientTolerance: 1e-3 };
/** Newton steps in K/2 slices. */
const FIRST_NEWTON = { maxSteps: 10 };
/** The same where Jacobians are dear: the way from K/2 to K slices takes five or six. */
const LARGE_NEWTON = { maxSteps: 12 };
/** Relative slope above which Newton's method has stalled. */
const STALLED = 1e-5;
/** Most different starts that are tried in turn until enough are exact, where they are dear. */
const MOST_TRIED = 3;
/** Most |p|·4ⁿ·flips for which shooting is worth its cost: the steps of a flow grow with |p|, and its Jacobian has 2ⁿ⁺¹ columns. */
const LARGEST_SHOT = 3e8;

/** A start, made exact in K/2 slices if it can be. */
type Half = Omit<Settled, 'whole'>;

/**
 * Every start, made exact in K/2 slices, or the shortest of many qubits; the shortest are followed to K and polished. Nothing, if none
 * meets the target.
 */
export function* exact(
  search: StateSearch,
  first: readonly DrawnStart[],
): Generator<GeodesicStep, FoundPath | undefined> {
  const { coarse, polished, tolerance, large } = search;
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const halves: Half[] = [];
  for (const start of large ? distinct(first, ({ order }) => order).slice(0, MOST_TRIED) : first) {
    halves.push(
      yield* recorded(coarse.journal, start.start, (journal) =>
        madeExact({ ...search, coarse: { ...coarse, journal } }, start),
      ),
    );
    if (large && halves.filter(isMet).length >= Math.max(1, polished)) break;
  }
  const found: Settled[] = [];
  const followed = large ? halves.filter(isMet) : halves;
  for (const one of distinct(followed, ({ half }) => pathLength(coarse, half.x)).slice(0, polished || FOLLOWED)) {
    found.push(
      yield* recorded(coarse.journal, one.start, (journal) =>
        madeWhole({ ...search, coarse: { ...coarse, journal } }, one),
      ),
    );
  }
  const reached = distinct(
    found.filter(({ whole }) => Number.isFinite(whole.slope)),
    ({ whole }) => pathLength(fine, whole.x),
  );
  if (reached.length === 0) return undefined;
  const shots: PolishedPath[] = [];
  for (const one of reached.slice(0, polished).filter(({ whole }) => !large || isWorthShooting(fine, whole))) {
    const shot = yield* recorded(coarse.journal, `geodesic from ${one.start}`, (journal) =>
      polish({ ...fine, journal }, one),
    );
    if (shot.residual <= GEODESIC) shots.push({ length: lengthOfShot(fine, shot), from: one, shot });
  }
  const shortest = shots.toSorted((a, b) => a.length - b.length)[0];
  const unlowered = { best: shortest, points: undefined, descents: [] };
  const { best, points, descents } =
    shortest !== undefined && search.counted ? yield* lowered(coarse, shortest) : unlowered;
  const chosen = yield* nearest(coarse, best?.from ?? reached[0]!, best);
  const asFine = { ...chosen.half, x: halvedSlices(coarse, chosen.half.x) };
  return {
    problem: fine,
    ...better(fine, relative(asFine), relative(chosen.whole), tolerance),
    coarseLength: lengthTo(coarse, chosen.half.x, tolerance),
    extrapolated: limitOf(coarse, chosen),
    shot: best?.shot,
    points,
    starts: startedPaths(coarse, first, { halves, found, shots, descents }),
    steps:
      [...halves, ...found].reduce((sum, { steps }) => sum + steps, 0) +
      shots.reduce((sum, { shot }) => sum + shot.steps, 0),
  };
}

/** Whether a start was led to the target. */
const isMet = ({ half }: Half): boolean => Number.isFinite(half.slope);

/** What every start led to: its own path in K slices and its own geodesic, or those of an equally long path. */
function startedPaths(
  coarse: PathProblem,
  first: readonly DrawnStart[],
  { halves, found, shots, descents }: Followed,
): readonly StartedPath[] {
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const coarseLength = ({ half }: Half): number => pathLength(coarse, half.x);
  const exactly = [...halves, ...descents.map(({ from }) => from)].map((one) => {
    const matching = <Path>(paths: readonly Path[], from: (path: Path) => Settled): Path | undefined =>
      paths.find((path) => from(path).start === one.start) ??
      paths.find((path) => near(coarseLength(from(path)), coarseLength(one)));
    const followed = matching([...found, ...descents.map(({ from }) => from)], (path) => path);
    const shot = matching([...shots, ...descents], ({ from }) => from);
    return {
      start: one.start,
      coarseLength: coarseLength(one),
      length: followed ? pathLength(fine, followed.whole.x) : coarseLength(one),
      geodesicLength: shot?.length ?? null,
    };
  });
  const others = first.filter(({ start }) => !halves.some((half) => half.start === start));
  return [
    ...exactly,
    ...others.map(({ start, length: drawn }) => {
      return { start, coarseLength: drawn, length: drawn, geodesicLength: null };
    }),
  ];
}

/** All that was made of the starts. */
interface Followed {
  readonly halves: readonly Half[];
  readonly found: readonly Settled[];
  readonly shots: readonly PolishedPath[];
  readonly descents: readonly PolishedPath[];
}

/** The start in K/2 slices, at the target and as short as it can be. */
function* madeExact(
  { coarse, maxSteps, tolerance, large }: StateSearch,
  { start, problem, ...attempt }: DrawnStart,
): Generator<GeodesicStep, Half> {
  const phase = `${start} in ${coarse.slices} slices`;
  const path = pathCondition(coarse);
  const aim = { maxSteps, tolerance: tolerance / 100, ...ROUGHLY };
  const at = problem.slices === coarse.slices ? attempt : { ...attempt, x: halvedSlices(coarse, attempt.x) };
  const near = large
    ? yield* easedDescent(coarse, { ...at, steps: 0 }, phase)
    : yield* told(phase, coarse, approached(path, at, aim));
  const levelled = large && hasUnresolved(coarse, near.x) ? yield* levelledStart(coarse, near.x, phase) : undefined;
  if (levelled !== undefined) {
    return { start, ...levelled, steps: attempt.steps + near.steps + levelledSteps(levelled) };
  }
  const nearer = large ? near.x : yield* drawnNear(coarse, near.x, `${phase}, nearer`);
  let half = yield* newtonPath(coarse, nearer, `${phase}, exact`, FIRST_NEWTON);
  if (large && half.slope === Infinity) {
    const drawn = yield* drawnNear(coarse, near.x, `${phase}, nearer`);
    half = yield* newtonPath(coarse, drawn, `${phase}, exact`, FIRST_NEWTON);
  }
  return { start, half, steps: attempt.steps + near.steps + half.steps };
}

/**
 * The start in K slices: by Newton's method in all directions of the end at once, and level by level where that stalls or the path in K/2
 * slices has levels.
 */
function* madeWhole(search: StateSearch, one: Half): Generator<GeodesicStep, Settled> {
  const { coarse, large } = search;
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const phase = `${one.start} in ${fine.slices} slices`;
  const { x, held } = one.half;
  if (held !== undefined) {
    const whole = yield* madeFiner(fine, halvedSlices(coarse, x), held, phase);
    const fewer = { ...coarse, slices: 1.5 * coarse.slices };
    const steps = one.steps + whole.steps;
    if (!Number.isInteger(fewer.slices) || whole.held === undefined) return { ...one, whole, steps };
    const told = `${one.start} in ${fewer.slices} slices`;
    const between = yield* madeFiner(fewer, reslicedPath(fine, whole.x, fewer.slices), held, told);
    return { ...one, whole, between, steps: steps + between.steps };
  }
  const dear = large && coarse.sums === undefined;
  const whole = yield* newtonPath(fine, halvedSlices(coarse, x), phase, dear ? LARGE_NEWTON : NEWTON);
  const steps = one.steps + whole.steps;
  const met = Number.isFinite(whole.slope);
  const stalled = large && !(whole.slope <= STALLED * length(whole.x)) && !(met && isWorthShooting(fine, whole));
  const levelled = stalled ? yield* levelledStart(coarse, x, one.start) : undefined;
  if (levelled?.half.held === undefined) return { ...one, whole, steps };
  return yield* madeWhole(search, { ...one, ...levelled, steps: steps + levelledSteps(levelled) });
}

/** With its slope as a share of the path. */
const relative = (path: SettledPath): SettledPath => ({ ...path, slope: path.slope / length(path.x) });

/** What the lengths in K/2 and K slices converge to. */
function limitOf(coarse: PathProblem, { quarter, half, between, whole }: Settled): FoundPath['extrapolated'] {
  if (!(Number.isFinite(half.slope) && Number.isFinite(whole.slope))) return null;
  const fine = { ...coarse, slices: 2 * coarse.slices };
  const fewer = { ...coarse, slices: coarse.slices / 2 };
  const paths = [
    ...(quarter ? [{ slices: fewer.slices, length: pathLength(fewer, quarter.x), x: quarter.x }] : []),
    { slices: coarse.slices, length: pathLength(coarse, half.x), x: half.x },
    { slices: fine.slices, length: pathLength(fine, whole.x), x: whole.x },
  ];
  const limit = extrapolatedLength(paths, (x) => halvedSlices(coarse, x));
  if (limit === null || whole.held === undefined) return limit;
  if (between === undefined || !Number.isFinite(between.slope)) {
    return { ...limit, uncertainty: limit.uncertainty + whole.held.unresolved };
  }
  // From 3K/4 and K slices: (16L(K) − 9L(3K/4))/7.
  const threeQuarters = { ...coarse, slices: 1.5 * coarse.slices };
  const other = (16 * pathLength(fine, whole.x) - 9 * pathLength(threeQuarters, between.x)) / 7;
  return { length: limit.length, uncertainty: Math.abs(limit.length - other) + whole.held.unresolved };
}

/** Whether Newton's method for the costate of a path of many qubits takes minutes, not hours; it needs all directions of the end. */
function isWorthShooting({ controls, sums, to }: PathProblem, { costate, held }: SettledPath): boolean {
  if (held !== undefined) return false;
  const { flips } = wordTable((sums?.controls ?? controls).words, controls.qubits);
  const columns = sums === undefined ? to.length : sums.states.length / 2;
  return length(costate) * to.length * columns * flips.length <= LARGEST_SHOT;
}

/** From the shortest on, one of each length. */
function distinct<Path>(paths: readonly Path[], lengthOf: (path: Path) => number): readonly Path[] {
  const ordered = paths.toSorted((a, b) => lengthOf(a) - lengthOf(b));
  return ordered.filter((one, k) => k === 0 || !near(lengthOf(one), lengthOf(ordered[k - 1]!)));
}

/** Lengths that differ by less, relatively, are of the same path, or of one that a symmetry makes of it. */
const EQUAL = 1e-4;
const near = (a: number, b: number): boolean => Math.abs(a - b) <= EQUAL * Math.max(a, b);
