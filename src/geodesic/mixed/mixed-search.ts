/** @file The search for shortest paths to a mixed state: over random starts and over the orderings of its spectrum. */

import type { Controls } from '../../complexity/controls.ts';
import { randomStream } from '../../linalg/random.ts';
import { dot, length } from '../../linalg/real-vector.ts';
import { type Attempt, approached, arrived, explored } from '../../path/constrained-path.ts';
import { pathFrom } from '../../path/given-path.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import { randomPath, told } from '../state/sliced-search.ts';
import type { GeodesicOptions, GeodesicStep } from '../state/state-geodesic.ts';
import { anyDiagonal } from './any-diagonal.ts';
import type { Eigenspace } from './eigenspaces.ts';
import { mixedLowerBound } from './mixed-bound.ts';
import { diagonalCondition } from './mixed-path.ts';
import {
  allOrderings,
  diagonalOverlap,
  fallingOrdering,
  nearestOrdering,
  type Ordering,
  orderingCount,
} from './spectrum-orderings.ts';

/** Options of the search for the shortest path. */
export interface MixedGeodesicOptions
  extends Pick<GeodesicOptions, 'slices' | 'starts' | 'seed' | 'maxSteps' | 'tolerance' | 'paths' | 'journal'> {
  /** Only the diagonal state of falling eigenvalues, the greatest on |0…0⟩; default false: the nearest of all orderings. */
  readonly sorted?: boolean;
  /** Eigenvalues no further apart than this are one; default 1e-8. */
  readonly degeneracy?: number;
  /** Whether the shortest path is polished to a geodesic by shooting, at a cost of O(64ⁿ); default for n ≤ 3. */
  readonly polished?: boolean;
}

/** All orderings are searched up to this many; beyond it those that searches with a free end find. */
const MOST_ORDERINGS = 24;
/** Orderings that are searched with all starts beside the sorted one, the others with one; ends that are followed. */
const [FINALISTS, FOLLOWED] = [3, 3];

/** The problem: paths of K slices from the eigenspaces of ρ to those of a diagonal state. */
export interface Level {
  readonly controls: Controls;
  readonly spaces: readonly Eigenspace[];
  readonly slices: number;
  readonly journal?: SearchJournal | undefined;
}

/** The path that a start led to, and the ordering of the spectrum that it reached. */
export interface Found {
  readonly ordering: Ordering;
  readonly attempt: Attempt;
}

/** The best of what was found, followed to the end, and of these the shortest. */
export function* followed(
  { controls, spaces, slices, journal }: Level,
  found: readonly Found[],
  aim: { readonly maxSteps: number; readonly tolerance: number },
): Generator<GeodesicStep, Found> {
  const ranked = [...found].sort((a, b) => a.attempt.loss - b.attempt.loss);
  const distinct = ranked.filter(({ ordering, attempt }, k) => {
    const same = (other: Found): boolean =>
      other.ordering.join() === ordering.join() && Math.abs(other.attempt.loss / attempt.loss - 1) < 1e-4;
    return !ranked.slice(0, k).some(same);
  });
  const ends: (Found & { readonly miss: number })[] = [];
  for (const { ordering, attempt } of distinct.slice(0, FOLLOWED)) {
    const half = diagonalCondition(controls, slices, spaces, ordering);
    const search = recorded(journal, 'coarse', (own) => approached({ ...half, journal: own }, attempt, aim));
    const near = yield* told('coarse', { controls, slices }, search);
    const { x } = arrived(half, near.x);
    const { miss } = half.condition(x);
    ends.push({ ordering, attempt: { ...near, x }, miss: dot(miss, miss) });
  }
  const arriving = ends.filter(({ miss }) => miss <= Math.max(1e-12, aim.tolerance));
  const pool = arriving.length > 0 ? arriving : ends;
  return pool.reduce((a, b) => (length(b.attempt.x) < length(a.attempt.x) ? b : a));
}

/** All starts: the paths given, then random ones, to every ordering that may be the nearest. */
export function* searched(level: Level, options: MixedGeodesicOptions): Generator<GeodesicStep, readonly Found[]> {
  const { controls, spaces, slices, journal } = level;
  const { starts = 3, seed = 0, sorted = false, paths = [] } = options;
  const maxSteps = Math.min(100, options.maxSteps ?? 150);
  const free = anyDiagonal(controls, slices, spaces);
  const found: Found[] = [];
  const start = (phase: string, ordering: Ordering, x: Float64Array): Generator<GeodesicStep, void> =>
    (function* () {
      const path = diagonalCondition(controls, slices, spaces, ordering);
      const search = recorded(journal, phase, (own) => explored({ ...path, journal: own }, x, maxSteps));
      found.push({ ordering, attempt: yield* told(phase, level, search) });
    })();
  for (const [k, path] of paths.entries()) {
    const x = pathFrom(level, path);
    yield* start(`path ${k + 1}`, sorted ? fallingOrdering(spaces) : free.orderingAt(x), x);
  }
  if (starts === 0 && found.length > 0) return found;

  const random = (name: string): Float64Array => randomPath(level, randomStream(seed, name));
  const candidates = [fallingOrdering(spaces)];
  if (!sorted && orderingCount(spaces) <= MOST_ORDERINGS) candidates.push(...allOrderings(spaces));
  else if (!sorted) {
    candidates.push(nearestOrdering(spaces, diagonalOverlap(spaces)));
    for (let k = 1; k <= starts; k++) {
      const x = random(`free end ${k}`);
      const name = `free end ${k}`;
      const search = recorded(journal, name, (own) => explored({ ...free, journal: own }, x, maxSteps));
      const { x: end } = yield* told(name, level, search);
      candidates.push(free.orderingAt(end));
    }
  }
  const bounded = [...new Map(candidates.map((ordering) => [ordering.join(), ordering])).values()]
    .map((ordering) => ({ ordering, bound: mixedLowerBound(controls, spaces, ordering) }))
    .sort((a, b) => a.bound - b.bound);
  const least = (): number => Math.min(...found.map(({ attempt }) => Math.sqrt(2 * attempt.loss)));
  for (const [k, { ordering, bound }] of bounded.entries()) {
    if (found.length > 0 && bound >= 1.05 * least()) continue; // lengths of the search are rough
    // No longer than it must be: from long paths short ones are missed. 0 if ρ is diagonal already.
    yield* start(`ordering ${k + 1}`, ordering, ofLength(bound, random('start 1')));
  }
  const best = [...found].sort((a, b) => a.attempt.loss - b.attempt.loss).map(({ ordering }) => ordering);
  const finalists = new Map([...best.slice(0, FINALISTS), fallingOrdering(spaces)].map((one) => [one.join(), one]));
  for (let k = 2; k <= starts; k++) {
    for (const ordering of finalists.values()) yield* start(`start ${k}`, ordering, random(`start ${k}`));
  }
  return found;
}

/** x scaled to a Euclidean length, that of the path if its speed is constant. */
function ofLength(target: number, x: Float64Array): Float64Array {
  const scale = target / length(x);
  return x.map((value) => scale * value);
}

/** Σ_k F(H_k)/K at x. */
export function lengthOf(x: Float64Array, slices: number): number {
  const words = x.length / slices;
  let sum = 0;
  for (let k = 0; k < slices; k++) sum += length(x.subarray(k * words, (k + 1) * words));
  return sum / Math.sqrt(slices);
}
