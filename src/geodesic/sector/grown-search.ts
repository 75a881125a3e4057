/** @file The search for GHZ of many qubits: among few, which then turn all others. */

import { length } from '../../linalg/real-vector.ts';
import type { Solution } from '../../solution.ts';
import { ghzComponents, sectorState } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { growingGhz } from './growing-ghz.ts';
import { type SectorGeodesic, type SectorGeodesicOptions, slicedStarts } from './sector-geodesic.ts';
import { type BegunPath, halvedSectorSlices, sectorCondition } from './sector-search.ts';
import { type SeriesPath, sectorSeries } from './sector-series.ts';
import { type SectorOptions, type YoungSector, youngSector } from './young-sector.ts';

/** The block that is entangled first: its shortest path is real. */
const ENTANGLED = 3;
/** Random starts there, and slices. */
const [STARTS, FIRST_SLICES] = [3, 8];
/** Numbers of qubits to which paths are searched: beyond, some directions of the end are too hard to move. */
const SEARCHED = [12, 14, 16];
/** Most symmetric states of a sector in which a path is grown. */
const MOST_STATES = 2048;
/** Infidelity at which a grown path has met its end, and how often its slices are doubled for that at most. */
const [MET, MOST_DOUBLINGS] = [1e-9, 5];

/** What was found, and the sector of real paths in which it was. */
export interface GrownSearch {
  readonly sector: YoungSector;
  readonly geodesic: SectorGeodesic;
}

/** How it is searched. */
export type GrownOptions = SectorOptions &
  Pick<SectorGeodesicOptions, 'slices' | 'maxSteps' | 'newtonSteps' | 'seed' | 'journal'>;

/**
 * Real paths to GHZ in 3 + (n − 3) for several n, ascending, the first from `growingGhz` by L-BFGS, then by Newton's method; each
 * of the others from the one before by Newton's method.
 *
 * Cost some 1 s of CPU time for each step in 32 slices to 14 qubits.
 */
export function* grownSeries(
  sizes: readonly number[],
  options: GrownOptions,
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
 * The shortest path found to GHZ of n > 16 qubits: searched to 12, 14 and 16 of them in 3 + (m − 3), and grown from there by
 * `growingGhz`, or grown from three. No search is made for all n: paths that meet such an end have costates so long (10⁷ for 20
 * qubits) that neither L-BFGS nor Newton's method gets far.
 *
 * @param options - `slices` of the paths searched
 * @returns the path in slices in m and n − m qubits; its uncertainty is that of the path to m, for the rest is in closed form
 *
 * Cost half a minute of CPU time with eight steps of Newton's method.
 */
export function* grownSearch(n: number, options: GrownOptions): Generator<GeodesicStep, GrownSearch> {
  const real = { ...options, real: true };
  const three = youngSector([ENTANGLED], real);
  const few: Few[] = [{ sector: three, path: yield* firstPath(three, options), uncertainty: 0 }];
  const { value: searched } = yield* grownSeries(SEARCHED, options);
  for (const { blocks, geodesic } of searched) {
    const sector = youngSector(blocks, real);
    if (geodesic.residual ** 2 > MET || statesOf([...blocks, n - SEARCHED.at(-1)!]) > MOST_STATES) continue;
    few.push({ sector, path: geodesic.sliced[0]!, uncertainty: geodesic.uncertainty });
  }
  const grown = few.map((one) => grownPath(n, real, one));
  const best = grown.reduce((a, b) => (b.length < a.length ? b : a));
  return metPath(n, best);
}

/** A path to GHZ of few qubits. */
interface Few {
  readonly sector: YoungSector;
  readonly path: BegunPath;
  readonly uncertainty: number;
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
  const m = sector.blocks.reduce((sum, size) => sum + size, 0);
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
  return { sector: outer, geodesic };
}

/** 1 − F at the end. */
function missedBy(sector: YoungSector, target: Parameters<typeof sectorCondition>[1], path: BegunPath): number {
  const { miss } = sectorCondition(sector, target, path.slices).condition(path.coordinates);
  return length(miss) ** 2;
}
