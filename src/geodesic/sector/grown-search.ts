/** @file The search for GHZ of many qubits: among few, with the others as a field, which they turn then. */

import { length } from '../../linalg/real-vector.ts';
import { recorded } from '../../search-journal.ts';
import type { Solution } from '../../solution.ts';
import { ghzComponents, sectorState } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { fieldWeights, growingGhz } from './growing-ghz.ts';
import { newtonDescent } from './newton-descent.ts';
import { refinedSlices } from './refined-slices.ts';
import { type SectorGeodesic, type SectorGeodesicOptions, slicedStarts } from './sector-geodesic.ts';
import { type BegunPath, halvedSectorSlices, type SlicedSectorPath, sectorCondition } from './sector-search.ts';
import { type SeriesPath, sectorSeries } from './sector-series.ts';
import { turnedTowards } from './turned-slices.ts';
import { type SectorOptions, type YoungSector, youngSector } from './young-sector.ts';

/** The block that is entangled first among real paths. */
const ENTANGLED = 3;
/** Random starts there, and slices. */
const [STARTS, FIRST_SLICES] = [3, 8];
/** Numbers of qubits that go to GHZ first, and those that are set apart among them. */
const [FIRST, APART] = [
  [8, 10],
  [1, 2, 3],
];
/** For each number: random starts, slices, steps of L-BFGS for each weight, and of Newton's method. */
const SEARCH = { starts: 4, slices: 10, maxSteps: 60, newtonSteps: 15 } as const;
/** Most symmetric states of a sector in which a path is grown. */
const MOST_STATES = 2048;
/** Infidelity at which a path to few qubits has met its end: others are grown from it. */
const EXACT = 1e-12;
/** Infidelity at which a grown path has met its end, and how often its slices are doubled for that at most. */
const [MET, MOST_DOUBLINGS] = [1e-9, 6];

/** What was found, and the sector in which it was. */
export interface GrownSearch {
  readonly sector: YoungSector;
  readonly geodesic: SectorGeodesic;
  /** Its first part: GHZ of the qubits of all blocks but the last, where these are a field. */
  readonly first: { readonly qubits: number; readonly length: number; readonly slices: number };
}

/** How it is searched. */
export interface GrownOptions
  extends SectorOptions,
    Pick<SectorGeodesicOptions, 'starts' | 'slices' | 'maxSteps' | 'newtonSteps' | 'seed' | 'journal'> {
  /** Numbers of qubits that go to GHZ first, ascending, each at least 4, default 8 and 10. */
  readonly first?: readonly number[];
}

/**
 * Real paths to GHZ in 3 + (n − 3) for several n, ascending, the first from `growingGhz` by L-BFGS, then by Newton's method; each
 * of the others from the one before by Newton's method.
 *
 * Cost some 1 s of CPU time for each step in 32 slices to 14 qubits.
 */
export function* grownSeries(
  sizes: readonly number[],
  options: Omit<GrownOptions, 'starts' | 'first'>,
): Generator<GeodesicStep, Solution<readonly SeriesPath[]>> {
  const { slices = 12 } = options;
  const search = { ...options, slices, real: true };
  const first = sizes[0]!;
  const [inner, sector] = [youngSector([ENTANGLED], search), youngSector([ENTANGLED, first - ENTANGLED], search)];
  const path = yield* firstPath(inner, options);
  const near = growingGhz(sector, { sector: inner, path }, Math.max(1, slices - FIRST_SLICES));
  const { newtonSteps: _, ...byGradients } = search;
  const [begun] = yield* slicedStarts(sector, sectorState(sector, ghzComponents(first)), { ...byGradients, near });
  const targets = sizes.map((n) => ({ blocks: [ENTANGLED, n - ENTANGLED], dicke: ghzComponents(n) }));
  return yield* sectorSeries(targets, { ...search, near: begun!, starts: 0, back: false, doublings: 0 });
}

/** The shortest path to GHZ of the block that is entangled first. */
function* firstPath(
  inner: YoungSector,
  { seed = 0, journal }: Pick<GrownOptions, 'seed' | 'journal'>,
): Generator<GeodesicStep, BegunPath> {
  const target = sectorState(inner, ghzComponents(ENTANGLED));
  return (yield* slicedStarts(inner, target, { slices: FIRST_SLICES, starts: STARTS, seed, journal }))[0]!;
}

/**
 * The shortest paths found to GHZ of several n: m of 8 or 10 qubits go to GHZ while the others are a field and go to |+…+⟩, and turn
 * these then (`growingGhz`). What is searched is the first part alone, a path to GHZ_m where words of one qubit weigh
 * `fieldWeights`: in S_m from random starts and from the path to fewer, from the shortest in 1 + (m − 1), 2 + (m − 2), 3 + (m − 3), and for
 * each n from the paths of the one before; the shortest in all, in twice as many slices. Real paths are searched in 2 + (m − 2) alone.
 *
 * @param sizes - numbers of qubits, ascending
 * @returns converged where all meet their ends to 10⁻⁹ in infidelity, which is that of the angle of the field in slices
 *
 * Cost 30 s of CPU time for the first, 10 s for each of the others.
 */
export function* grownSearches(
  sizes: readonly number[],
  options: GrownOptions,
): Generator<GeodesicStep, Solution<readonly GrownSearch[]>> {
  const found: GrownSearch[] = [];
  let few: readonly Few[] = [];
  for (const n of sizes) {
    few = few.length === 0 ? yield* begun(n, options) : yield* followed(n, options, few);
    const best = few.map((one) => grownPath(n, options, one)).reduce((a, b) => (b.length < a.length ? b : a));
    const finer = yield* descent(n, best.few.sector, finerSlices(best.few), options);
    const grown = [best, ...(finer === null ? [] : [grownPath(n, options, finer)])];
    found.push(
      metPath(
        n,
        grown.reduce((a, b) => (b.length < a.length ? b : a)),
      ),
    );
  }
  const met = found.every(({ geodesic }) => geodesic.residual ** 2 <= MET);
  return { value: found, result: met ? 'converged' : 'stalled', steps: found.length };
}

/** The shortest path found to GHZ of n qubits, by `grownSearches`. */
export function* grownSearch(n: number, options: GrownOptions): Generator<GeodesicStep, GrownSearch> {
  return (yield* grownSearches([n], options)).value[0]!;
}

/** A path to GHZ of few qubits. */
interface Few {
  readonly sector: YoungSector;
  readonly path: BegunPath;
  readonly length: number;
  readonly uncertainty: number;
}

const qubitsOf = ({ blocks }: Pick<YoungSector, 'blocks'>): number => blocks.reduce((sum, size) => sum + size, 0);

const finerSlices = ({ sector, path }: Few): BegunPath => ({
  slices: 2 * path.slices,
  coordinates: halvedSectorSlices(sector, path.coordinates),
});

/** Blocks of m qubits, n − m of which are a field. */
const besideField = (n: number, blocks: readonly number[], options: SectorOptions): YoungSector =>
  youngSector(blocks, { ...options, sizeWeights: fieldWeights(options.sizeWeights, n - qubitsOf({ blocks })) });

/** Paths to GHZ of three qubits, and of the numbers of `first` in all types of blocks. */
function* begun(n: number, options: GrownOptions): Generator<GeodesicStep, readonly Few[]> {
  const { first = FIRST, real = false } = options;
  const three = besideField(n, [ENTANGLED], options);
  const path = yield* firstPath(three, options);
  const few: Few[] = [{ sector: three, path, length: length(path.coordinates), uncertainty: 0 }];
  let near: BegunPath | undefined;
  for (const m of first) {
    const blocks = real ? [2, m - 2] : [m];
    if (m >= n || statesOf([...blocks, n - m]) > MOST_STATES) continue;
    const sector = besideField(n, blocks, options);
    const target = sectorState(sector, ghzComponents(m));
    const also = near === undefined ? [] : [turnedTowards(sector, target, near)];
    const search = slicedStarts(sector, target, { ...SEARCH, ...given(options), also });
    const paths = yield* ofQubits(m, search);
    const best = paths.find(({ infidelity }) => infidelity < EXACT);
    if (best === undefined) continue;
    near = best;
    few.push({ sector, path: best, length: best.length, uncertainty: uncertaintyOf(best) });
    for (const apart of real ? [] : APART.filter((k) => statesOf([k, m - k, n - m]) <= MOST_STATES)) {
      const finer = besideField(n, [apart, m - apart], options);
      const broken = yield* descent(n, finer, refinedSlices(sector, finer, best), options);
      if (broken !== null) few.push(broken);
    }
  }
  return few;
}

/** The paths of another n, each made shortest again. */
function* followed(n: number, options: GrownOptions, few: readonly Few[]): Generator<GeodesicStep, readonly Few[]> {
  const found: Few[] = [];
  for (const { sector, path } of few) {
    if (statesOf([...sector.blocks, n - qubitsOf(sector)]) > MOST_STATES) continue;
    const one = yield* descent(n, besideField(n, sector.blocks, options), path, options);
    if (one !== null) found.push(one);
  }
  return found;
}

/** A path to few qubits made shortest by Newton's method; null where it does not meet its end. */
function* descent(
  n: number,
  sector: YoungSector,
  path: BegunPath,
  { newtonSteps = SEARCH.newtonSteps, journal }: GrownOptions,
): Generator<GeodesicStep, Few | null> {
  const target = sectorState(sector, ghzComponents(qubitsOf(sector)));
  const name = `${n} qubits, ${sector.blocks.join(' + ')} first, Newton`;
  const steps = recorded(journal, name, (own) => newtonDescent(sector, target, path, newtonSteps, own));
  for (;;) {
    const next = steps.next();
    if (next.done) {
      const met = next.value;
      if (met.infidelity > EXACT) return null;
      return { sector, path: met, length: met.length, uncertainty: uncertaintyOf(met) };
    }
    const { x, steps: step } = next.value;
    yield { phase: name, step, length: length(x) };
  }
}

/** What of the search was given. */
const given = ({ starts, slices, maxSteps, newtonSteps, seed, journal }: GrownOptions): SectorGeodesicOptions =>
  Object.fromEntries(
    Object.entries({ starts, slices, maxSteps, newtonSteps, seed, journal }).filter(([, value]) => value !== undefined),
  );

const uncertaintyOf = ({ costate, infidelity, length: size }: SlicedSectorPath): number =>
  (length(costate) * Math.sqrt(infidelity)) / size;

/** Steps that say for how many qubits. */
function* ofQubits<Value>(qubits: number, steps: Generator<GeodesicStep, Value>): Generator<GeodesicStep, Value> {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield { ...next.value, phase: `${qubits} qubits first, ${next.value.phase}` };
  }
}

/** A path to GHZ of all that is grown from one of few. */
interface Grown {
  readonly few: Few;
  readonly outer: YoungSector;
  readonly turning: number;
  readonly path: BegunPath;
  readonly length: number;
}

const statesOf = (blocks: readonly number[]): number => blocks.reduce((product, size) => product * (size + 1), 1);

/** With as many slices for the last turn as make its speed that of the rest, which is the shortest. */
function grownPath(n: number, options: SectorOptions, few: Few): Grown {
  const { sector, path: begun } = few;
  const m = qubitsOf(sector);
  const outer = youngSector([...sector.blocks, n - m], options);
  const even = growingGhz(outer, { sector, path: begun }, begun.slices).coordinates;
  const [turn, rest] = [even.subarray(0, even.length / 2), even.subarray(even.length / 2)].map(length);
  const turning = Math.max(1, Math.round((begun.slices * turn!) / rest!));
  const path = growingGhz(outer, { sector, path: begun }, turning);
  return { few, outer, turning, path, length: length(path.coordinates) };
}

/** The path in as many slices as the angle of the others needs that is constant in each. */
function metPath(n: number, { few, outer, turning, path: coarse }: Grown): GrownSearch {
  const target = sectorState(outer, ghzComponents(n));
  let [begun, path, more] = [few.path, coarse, turning];
  let infidelity = missedBy(outer, target, path);
  for (let doubling = 0; infidelity > MET && doubling < MOST_DOUBLINGS; doubling++) {
    begun = { slices: 2 * begun.slices, coordinates: halvedSectorSlices(few.sector, begun.coordinates) };
    more *= 2;
    path = growingGhz(outer, { sector: few.sector, path: begun }, more);
    infidelity = missedBy(outer, target, path);
  }
  const size = length(path.coordinates);
  const [state, costate] = [new Float64Array(2 * outer.dimension), new Float64Array(2 * outer.dimension)];
  state[0] = 1;
  const geodesic: SectorGeodesic = {
    length: size,
    residual: Math.sqrt(infidelity),
    uncertainty: few.uncertainty,
    polished: false,
    start: { state, costate },
    sliced: [{ ...path, length: size, infidelity, costate }],
    lengths: [size],
  };
  const first = { qubits: qubitsOf(few.sector), length: few.length, slices: few.path.slices };
  return { sector: outer, geodesic, first };
}

/** 1 − F at the end. */
function missedBy(sector: YoungSector, target: Parameters<typeof sectorCondition>[1], path: BegunPath): number {
  const { miss } = sectorCondition(sector, target, path.slices).condition(path.coordinates);
  return length(miss) ** 2;
}
