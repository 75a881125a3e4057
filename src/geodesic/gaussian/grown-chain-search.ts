/** @file The shortest path of chains of any length within reach, grown from that of their middle: first a short chain, then longer ones. */

import { length, plus } from '../../linalg/real-vector.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import type { Solution } from '../../solution.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import type { FramedPath } from './framed-path.ts';
import { type GaussianSearchOptions, isShorter, type ShortestSliced } from './gaussian-search.ts';
import { finer, type GrowthStage, stretched } from './growing-chains.ts';
import { slicedOf } from './long-chain-search.ts';
import { doubled, type PenalisedPath, shortPath } from './penalised-search.ts';
import {
  type PreconditionedAim,
  type PreconditionedPath,
  preconditionedSearch,
  returnedToEnd,
} from './preconditioned-search.ts';
import { pathLoss } from './two-sided-gradient.ts';

/** The first weight, that for which chains grow, and the last. */
const [FIRST, GROWN, LAST] = [20, 2e5, 1e11];
/** The factor from one weight to the next on the shortest chain, where paths change their shape; the least and the largest one on the whole. */
const [RISE, LEAST_RISE, LARGEST_RISE] = [Math.sqrt(10), 1.5, 100];
/** The difference in length, as a share of it, up to which paths of the shortest chain count as one. */
const ALIKE = 1e-2;
/** √(g·M⁻¹g)/|x| at which the next weight is taken, and of the last path; most Newton steps for a weight, for the last one, and beyond. */
const [FLAT, FLATTEST, MOST_STEPS, LATE_STEPS, LAST_STEPS] = [1e-2, 1e-3, 60, 150, 10];
/** Σ(1 − F) at which the search ends, at which a weight aims, and what a larger weight must leave of it at most. */
const [ENOUGH, AIMED, USEFUL] = [9.5e-9, 8e-9, 0.95];
/** What a return to the end aims at where weights do not get there. */
const MET = 9e-8;

/**
 * The shortest path for a weight on its end that is large enough: on a short chain from short random paths, for rising weights; then, at the
 * last of these, on longer chains, each from the path before stretched in space and time; on the whole, for rising weights again,
 * until Σ(1 − F) ≤ 1e-8 or larger weights do not help; then in twice as many slices. To critical chains such a path is a wave that leaves the middle,
 * at the same angle at each bond; so it can be stretched. Starts that lead to paths of the short chain that differ in length are grown
 * one by one, for which of them is the shortest shows at large weights alone; the shortest that arrives is kept.
 *
 * @param stages - of `growingChains`
 * @param pathOf - the condition of paths in the controls given, of so many slices
 * @returns converged where Σ(1 − F) ≤ 1e-7
 *
 * Cost some 80 steps on the whole, half of them in half of the slices; see `preconditionedSearch`.
 */
export function* grownChainSearch(
  stages: readonly GrowthStage[],
  pathOf: (slices: number) => FramedPath,
  { seed = 0, starts = 4, journal }: GaussianSearchOptions,
): Generator<GeodesicStep, Solution<ShortestSliced>> {
  const [first, ...longer] = stages as [GrowthStage, ...GrowthStage[]];
  const fine = finer(longer.at(-1) ?? first);
  const shortest: PreconditionedPath[] = [];
  for (let start = 0; start < starts; start++) {
    const one = yield* recorded(journal, `start ${start}`, (own) =>
      risen(first, shortPath(first.form, seed, start), own),
    );
    if (shortest.every(({ x }) => Math.abs(length(one.x) / length(x) - 1) > ALIKE)) shortest.push(one);
  }
  const found: Solution<ShortestSliced>[] = [];
  for (const one of shortest) {
    const path = yield* recorded(journal, 'grown', (own) => toEnd(first, longer, one, own));
    found.push(slicedOf(fine.problem, path, pathOf(fine.form.slices)));
  }
  const best = found.reduce((least, one) => (isShorter(one.value, least.value) ? one : least));
  const lengths = found.flatMap(({ value }) => value.lengths);
  return { ...best, value: { ...best.value, lengths }, steps: found.reduce((sum, { steps }) => sum + steps, 0) };
}

/** A path of the shortest chain grown to the longest, to its end, in twice as many slices, and made stationary. */
function* toEnd(
  first: GrowthStage,
  longer: readonly GrowthStage[],
  start: PreconditionedPath,
  journal: SearchJournal | undefined,
): Generator<GeodesicStep, PreconditionedPath> {
  const coarse = longer.at(-1) ?? first;
  const fine = finer(coarse);
  const whole = yield* recorded(journal, 'whole', (own) => grown(first, longer, start, own));
  const rough = yield* recorded(journal, 'coarse', (own) => met(coarse, whole, own));
  const near = yield* recorded(journal, 'fine', function* (own) {
    const begun = doubled(coarse.form, rough);
    return yield* met(fine, yield* preconditionedSearch(fine.form, begun, aimFor(fine, FLAT, MOST_STEPS, own)), own);
  });
  return yield* settled(fine, near, journal);
}

const aimFor = (
  { problem: { modes } }: GrowthStage,
  flat: number,
  maxSteps: number,
  journal: SearchJournal | undefined,
): PreconditionedAim => ({ flat, maxSteps, phase: `${modes} sites`, journal });

/** On the shortest chain, up to the weight for which chains grow. */
function* risen(
  stage: GrowthStage,
  start: PenalisedPath,
  journal: SearchJournal | undefined,
): Generator<GeodesicStep, PreconditionedPath> {
  const aim = aimFor(stage, FLAT, MOST_STEPS, journal);
  let at = yield* preconditionedSearch(stage.form, { ...start, weight: FIRST }, aim);
  while (at.weight < GROWN) {
    at = yield* preconditionedSearch(stage.form, { ...at, weight: Math.min(GROWN, RISE * at.weight) }, aim);
  }
  return at;
}

/**
 * A path of the shortest chain, grown to the longest. Each is sought near the path of the chain before, stretched, or near that with as much added as
 * the path of the chain before has moved from where it was sought, stretched, too: whichever is better.
 */
function* grown(
  first: GrowthStage,
  longer: readonly GrowthStage[],
  start: PreconditionedPath,
  journal: SearchJournal | undefined,
): Generator<GeodesicStep, PreconditionedPath> {
  let [before, at] = [first, start];
  let moved: Float64Array | null = null;
  for (const stage of longer) {
    const still = stretched(before, stage, at.x);
    const led = moved === null ? still : stretched(before, stage, plus(at.x, 1, moved));
    const [a, b] = [still, led].map((x) => pathLoss(stage.form, x, at.weight).value) as [number, number];
    const x = b < a ? led : still;
    at = yield* preconditionedSearch(stage.form, { ...at, x }, aimFor(stage, FLAT, MOST_STEPS, journal));
    moved = plus(at.x, -1, still);
    before = stage;
  }
  return at;
}

/**
 * Rising weights until the end is met, Σ(1 − F) falling as 1/μ, or a larger weight does not help. A rise that is too large, after which it has fallen by
 * less than its root, is taken back, and its root tried.
 */
function* met(
  stage: GrowthStage,
  start: PreconditionedPath,
  journal: SearchJournal | undefined,
): Generator<GeodesicStep, PreconditionedPath> {
  const aim = aimFor(stage, FLAT, MOST_STEPS, journal);
  let at = start;
  let most = LARGEST_RISE;
  while (at.square > ENOUGH && at.weight < LAST) {
    const rise = Math.max(LEAST_RISE, Math.min(most, at.square / AIMED));
    const next = yield* preconditionedSearch(stage.form, { ...at, weight: rise * at.weight }, aim);
    const isTooLarge = rise > RISE && next.square > at.square / Math.sqrt(rise);
    if (!isTooLarge && next.square > USEFUL * at.square) return next;
    if (isTooLarge) most = Math.sqrt(rise);
    at = isTooLarge ? { ...at, steps: next.steps } : next;
  }
  return at;
}

/** The last path, made stationary; where weights do not get it to the end it returns there. */
function* settled(
  stage: GrowthStage,
  at: PreconditionedPath,
  journal: SearchJournal | undefined,
): Generator<GeodesicStep, PreconditionedPath> {
  const { form } = stage;
  const [late, last] = [aimFor(stage, FLAT, LATE_STEPS, journal), aimFor(stage, FLATTEST, LAST_STEPS, journal)];
  if (at.square <= ENOUGH) {
    const flat = at.isFlat ? at : yield* preconditionedSearch(form, at, late); // to another path it takes many steps
    return yield* preconditionedSearch(form, flat, last);
  }
  const near = returnedToEnd(form, at, MET);
  const returned = yield* preconditionedSearch(form, near, { ...late, maxSteps: 0 }); // its slope and costate
  const shorter = yield* preconditionedSearch(form, returned, late);
  return shorter.square <= MET && length(shorter.x) < length(returned.x) ? shorter : returned;
}
