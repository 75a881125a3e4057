/** @file The shortest path of chains of any length within reach, grown from that of their middle: first a short chain, then longer ones. */

import type { GaussianState } from '../../gaussian/gaussian-state.ts';
import { restricted } from '../../gaussian/gaussian-state.ts';
import { majoranaForm, oddFunction } from '../../gaussian/majorana-form.ts';
import { gaussianParity } from '../../gaussian/parity.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import type { Solution } from '../../solution.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import type { FramedPath } from './framed-path.ts';
import { endCoordinates, MOST_ENTRIES } from './gauss-newton.ts';
import { type GaussianSearchOptions, isShorter, type ShortestSliced } from './gaussian-search.ts';
import { type LongChainProblem, slicedOf } from './long-chain-search.ts';
import type { MajoranaControl } from './majorana-controls.ts';
import type { OrbitProblem } from './orbit-path.ts';
import { type PenalisedPath, shortPath } from './penalised-search.ts';
import { type PreconditionedPath, preconditionedSearch, returnedToEnd } from './preconditioned-search.ts';
import { reflectedControls } from './reflected-controls.ts';
import { oneSidedProblem, type TwoSidedProblem, twoSidedProblem } from './two-sided-path.ts';

/** From one chain to the next by so much, from chains of at most so many sites on. */
const [GROWTH, SHORTEST] = [1.5, 12];
/** Slices for each site. */
const DENSITY = 1.2;
/** The first weight, that up to which chains but the longest are searched, the last, and the factor from one to the next. */
const [FIRST, GROWN, LAST, FACTOR] = [20, 2e3, 1e10, Math.sqrt(10)];
/** The difference in length, as a share of it, up to which paths of the shortest chain count as one. */
const ALIKE = 1e-2;
/** √(g·M⁻¹g)/|x| at which the next weight is taken, and of the last path; most Newton steps for a weight, for the last one, and beyond. */
const [FLAT, FLATTEST, MOST_STEPS, LATE_STEPS, LAST_STEPS] = [1e-2, 1e-3, 60, 150, 30];
/** Σ(1 − F) at which the search ends, and what a larger weight must leave of it at most. */
const [ENOUGH, USEFUL] = [9.5e-9, 0.95];
/** Σ(1 − F) from which on a slow search is ended by a return to the end, and what that aims at. */
const [NEAR, MET] = [3e-6, 9e-8];

/** A chain, with its two-sided form. */
export interface GrowthStage {
  readonly problem: LongChainProblem;
  readonly form: TwoSidedProblem;
  /** The pair of each control but for its place. */
  readonly kinds: readonly string[];
}

/**
 * The problems of the sites in the middle of a chain and of the whole, the shortest first. What is asked of the middle is the pure
 * Gaussian state nearest to that of those sites: its covariance with all values set to 1.
 *
 * @returns null where the matrices of the whole would be too large
 */
export function growingChains(problem: OrbitProblem): readonly GrowthStage[] | null {
  const { modes } = problem;
  const given = { ...problem, slices: Math.max(problem.slices, Math.ceil(DENSITY * modes)) };
  const sizes: number[] = [modes];
  for (let size = modes; size > SHORTEST; ) {
    size = Math.max(2, modes - 2 * Math.ceil((modes - size / GROWTH) / 2));
    sizes.unshift(size);
  }
  const whole = stageOf(given);
  if (endCoordinates(whole.form) * whole.form.slices * whole.form.controls > MOST_ENTRIES) return null;
  return sizes.map((size) => (size === modes ? whole : stageOf(middle(given, size))));
}

/** The problem of so many sites in the middle. */
function middle({ controls, from, to, slices, modes }: OrbitProblem, count: number): OrbitProblem {
  const first = (modes - count) / 2;
  const inside = controls.flatMap(({ pairs, cost }): MajoranaControl[] => {
    const moved = pairs.map(([a, b, sign]) => [a - 2 * first, b - 2 * first, sign] as const);
    return moved.every(([a, b]) => a >= 0 && b < 2 * count) ? [{ pairs: moved, cost }] : [];
  });
  const start = nearestPure(from, first, count, null);
  return {
    controls: inside,
    modes: count,
    slices: Math.ceil((slices * count) / modes),
    from: start,
    to: nearestPure(to, first, count, gaussianParity(start)),
  };
}

/** The pure state nearest to that of some modes, of a given parity. */
function nearestPure(state: GaussianState, first: number, count: number, parity: number | null): GaussianState {
  const sites = Array.from({ length: count }, (_, j) => first + j);
  const form = majoranaForm(restricted(state, sites).covariance);
  const found = { ...state, modes: count, covariance: oddFunction(form, () => 1) };
  if (parity === null || gaussianParity(found) * parity > 0) return found;
  const least = form.values.indexOf(Math.min(...form.values));
  return { ...found, covariance: oddFunction(form, (_, k) => (k === least ? -1 : 1)) };
}

function stageOf(given: OrbitProblem): GrowthStage {
  const tied = reflectedControls(given, [given.from, given.to]);
  const origin = tied?.origin ?? given.controls.map((_, control) => ({ control, sign: 1 as const }));
  const problem = { ...given, controls: tied?.controls ?? given.controls, origin };
  const kinds = given.controls.map(({ pairs }) => pairs.map(([a, b]) => `${a % 2} ${b - a}`).join());
  return { problem, form: oneSidedProblem(twoSidedProblem(problem)), kinds };
}

/**
 * A path stretched to a longer chain and more slices: of each kind of control, the angles in all of a bond at the same share of
 * the chain are those of the path before.
 */
export function stretched(before: GrowthStage, after: GrowthStage, x: Float64Array): Float64Array {
  const [from, to] = [untied(before), untied(after)];
  const placesOf = ({ controls }: Untied, kind: string): readonly number[] =>
    controls.flatMap((one, a) => (one.kind === kind ? [a] : []));
  const out = new Float64Array(to.slices * to.count);
  for (const kind of new Set(to.controls.map((one) => one.kind))) {
    const [source, aim] = [placesOf(from, kind), placesOf(to, kind)];
    if (source.length === 0) continue;
    const valueAt = (k: number, i: number): number => {
      const { control, share } = from.controls[source[i]!]!;
      return share * x[k * from.count + control]!;
    };
    aim.forEach((a, i) => {
      const { control, share } = to.controls[a]!;
      const place = between(i, aim.length, source.length);
      for (let k = 0; k < to.slices; k++) {
        const time = between(k, to.slices, from.slices);
        const value = mixed(time, (slice) => mixed(place, (site) => valueAt(slice, site)));
        const at = k * to.count + control;
        out[at] = out[at]! + Math.sqrt(from.slices / to.slices) * share * value;
      }
    });
  }
  return out;
}

/** A problem in the controls that symmetries tie. */
interface Untied {
  readonly slices: number;
  readonly count: number;
  readonly controls: readonly { readonly control: number; readonly share: number; readonly kind: string }[];
}

const untied = ({ problem: { origin, controls, slices }, kinds }: GrowthStage): Untied => ({
  slices,
  count: controls.length,
  controls: origin.map(({ control, sign }, a) => ({
    control,
    share: sign / Math.sqrt(controls[control]!.pairs.length),
    kind: kinds[a]!,
  })),
});

/** A place between two of a row. */
interface Between {
  readonly low: number;
  readonly high: number;
  readonly share: number;
}

/** Place i of n among m. */
function between(i: number, n: number, m: number): Between {
  const at = Math.max(0, Math.min(m - 1, ((i + 0.5) * m) / n - 0.5));
  const low = Math.floor(at);
  return { low, high: Math.min(m - 1, low + 1), share: at - low };
}

const mixed = ({ low, high, share }: Between, valueAt: (i: number) => number): number =>
  (1 - share) * valueAt(low) + (share === 0 ? 0 : share * valueAt(high));

/**
 * The shortest path for a weight on its end that is large enough: on a short chain from short random paths, for rising weights; then on longer
 * ones, each from the path before stretched in space and time; on the whole, for rising weights again, until Σ(1 − F) ≤ 1e-7 or larger
 * weights do not help. To critical chains such a path is a wave that leaves the middle, at the same angle at each bond; so it
 * can be stretched. Starts that lead to paths of the short chain that differ in length are grown one by one, for which of them is
 * the shortest shows at large weights alone; the shortest that arrives is kept.
 *
 * @param stages - of `growingChains`
 * @param pathOf - the condition of paths in the controls given, of so many slices
 * @returns converged where Σ(1 − F) ≤ 1e-7
 *
 * Cost 40 sites with a reflection 0.1 s for each of some hundreds of steps; see `preconditionedSearch`.
 */
export function* grownChainSearch(
  stages: readonly GrowthStage[],
  pathOf: (slices: number) => FramedPath,
  { seed = 0, starts = 4, journal }: GaussianSearchOptions,
): Generator<GeodesicStep, Solution<ShortestSliced>> {
  const [first, ...longer] = stages as [GrowthStage, ...GrowthStage[]];
  const { problem, form } = longer.at(-1) ?? first;
  const shortest: PreconditionedPath[] = [];
  for (let start = 0; start < starts; start++) {
    const aim = { from: FIRST, to: longer.length > 0 ? GROWN : LAST };
    const one = yield* recorded(journal, `start ${start}`, (own) =>
      raised(first, shortPath(first.form, seed, start), { ...aim, journal: own }),
    );
    if (shortest.every(({ x }) => Math.abs(length(one.x) / length(x) - 1) > ALIKE)) shortest.push(one);
  }
  const found: Solution<ShortestSliced>[] = [];
  for (const one of shortest) {
    const whole = yield* recorded(journal, 'grown', (own) => grown(first, longer, one, own));
    found.push(slicedOf(problem, whole, pathOf(form.slices)));
  }
  const best = found.reduce((least, one) => (isShorter(one.value, least.value) ? one : least));
  const lengths = found.flatMap(({ value }) => value.lengths);
  return { ...best, value: { ...best.value, lengths }, steps: found.reduce((sum, { steps }) => sum + steps, 0) };
}

/** A path of the shortest chain, grown to the longest. */
function* grown(
  first: GrowthStage,
  longer: readonly GrowthStage[],
  start: PreconditionedPath,
  journal: SearchJournal | undefined,
): Generator<GeodesicStep, PreconditionedPath> {
  let [before, at] = [first, start];
  for (const stage of longer) {
    const x = stretched(before, stage, at.x);
    const begun = { ...at, x };
    const to = stage === longer.at(-1) ? LAST : GROWN;
    at = yield* recorded(journal, `${stage.problem.modes} sites`, (own) =>
      raised(stage, begun, { from: GROWN, to, journal: own }),
    );
    before = stage;
  }
  return at;
}

/** Rising weights until the end is met, or a larger weight does not help. */
function* raised(
  { form, problem: { modes } }: GrowthStage,
  start: PenalisedPath,
  { from, to, journal }: { readonly from: number; readonly to: number; readonly journal: SearchJournal | undefined },
): Generator<GeodesicStep, PreconditionedPath> {
  const phase = `${modes} sites`;
  const aim = { flat: FLAT, maxSteps: MOST_STEPS, phase, journal };
  let at = yield* preconditionedSearch(form, { ...start, weight: from }, aim);
  let guess: Float64Array | undefined;
  for (let weight = from * FACTOR; at.square > ENOUGH && weight <= to * (1 + 1e-9); weight *= FACTOR) {
    const next = yield* preconditionedSearch(form, { ...at, weight }, { ...aim, ...(guess && { guess }) });
    guess = plus(next.x, -1, at.x);
    const useless = weight > GROWN && next.square > USEFUL * at.square;
    const slow = next.square < NEAR && next.steps - at.steps >= MOST_STEPS;
    at = next;
    if (useless || slow) break;
  }
  if (to === GROWN) return at;
  const [late, last] = [
    { ...aim, maxSteps: LATE_STEPS },
    { ...aim, flat: FLATTEST, maxSteps: LAST_STEPS },
  ];
  if (at.square <= ENOUGH) {
    const flat = yield* preconditionedSearch(form, at, late); // where one weight leads to another path it takes many steps
    const settled = yield* preconditionedSearch(form, flat, last);
    return settled.slope < flat.slope ? settled : flat; // within few steps the loss may fall and the slope rise
  }
  const met = returnedToEnd(form, at, MET);
  const returned = yield* preconditionedSearch(form, met, { ...late, maxSteps: 0 }); // its slope and costate
  const shorter = yield* preconditionedSearch(form, returned, late);
  return shorter.square <= MET && length(shorter.x) < length(returned.x) ? shorter : returned;
}
