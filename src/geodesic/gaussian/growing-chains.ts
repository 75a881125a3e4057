/** @file The chains that a chain grows through, from the sites in its middle to the whole, and paths stretched from one to the next. */

import type { GaussianState } from '../../gaussian/gaussian-state.ts';
import { restricted } from '../../gaussian/gaussian-state.ts';
import { majoranaForm, oddFunction } from '../../gaussian/majorana-form.ts';
import { gaussianParity } from '../../gaussian/parity.ts';
import { endCoordinates } from './end-coordinates.ts';
import { MOST_ENTRIES } from './gauss-newton.ts';
import type { LongChainProblem } from './long-chain-search.ts';
import type { MajoranaControl } from './majorana-controls.ts';
import type { OrbitProblem } from './orbit-path.ts';
import { reflectedControls } from './reflected-controls.ts';
import { oneSidedProblem, type TwoSidedProblem, twoSidedProblem } from './two-sided-path.ts';

/** From one chain to the next by so much, from chains of at most so many sites on. */
const [GROWTH, SHORTEST] = [1.5, 12];
/** Slices for each site while a chain grows; in the end there are twice as many. */
const DENSITY = 0.6;
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
  const given = { ...problem, slices: Math.max(Math.ceil(problem.slices / 2), Math.ceil(DENSITY * modes)) };
  const sizes: number[] = [modes];
  for (let size = modes; size > SHORTEST; ) {
    size = Math.max(2, modes - 2 * Math.ceil((modes - size / GROWTH) / 2));
    sizes.unshift(size);
  }
  const whole = stageOf(given);
  if (endCoordinates(whole.form) * 2 * whole.form.slices * whole.form.controls > MOST_ENTRIES) return null;
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

/** The same chain in twice as many slices. */
export function finer(stage: GrowthStage): GrowthStage {
  const problem = { ...stage.problem, slices: 2 * stage.problem.slices };
  return { ...stage, problem, form: oneSidedProblem(twoSidedProblem(problem)) };
}
