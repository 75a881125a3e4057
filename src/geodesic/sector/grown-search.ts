/** @file The search for GHZ of many qubits: begun where a few entangled qubits turn all others. */

import { ghzComponents, sectorState } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { growingGhz } from './growing-ghz.ts';
import { type SectorGeodesic, type SectorGeodesicOptions, sectorGeodesic, slicedStarts } from './sector-geodesic.ts';
import { type SectorOptions, type YoungSector, youngSector } from './young-sector.ts';

/** The block that is entangled first: its shortest path is real. */
const ENTANGLED = 3;
/** Random starts there, and fewest slices. */
const [STARTS, FEWEST] = [3, 4];
/** Unknowns for each number of the end. */
const SPARE = 1.5;

/** What was found, and the sector of real paths in which it was. */
export interface GrownSearch {
  readonly sector: YoungSector;
  readonly geodesic: SectorGeodesic;
}

/**
 * The path found to GHZ of n qubits in 3 + (n − 3), among real paths, from `growingGhz`: by L-BFGS, then by Newton's method, which
 * begins with a path that meets its end, for some directions of the end are hard to move and L-BFGS leaves them. Paths in one block of
 * all qubits are longer from twelve qubits on.
 *
 * @param options - at least as many slices are taken as the sector needs to meet its end
 *
 * Cost of each Newton step some 2 s of CPU time for n = 24, 8 s for n = 40.
 */
export function* grownSearch(
  n: number,
  options: SectorOptions & Pick<SectorGeodesicOptions, 'slices' | 'maxSteps' | 'newtonSteps' | 'seed'>,
): Generator<GeodesicStep, GrownSearch> {
  const { slices = 12, seed = 0 } = options;
  const search = { ...options, real: true };
  const [inner, sector] = [youngSector([ENTANGLED], search), youngSector([ENTANGLED, n - ENTANGLED], search)];
  const controls = sector.inverseWeights.length;
  const all = Math.max(slices, Math.ceil((SPARE * (sector.dimension - 1)) / controls));
  const first = Math.max(FEWEST, Math.round(all / 3));
  const state = sectorState(inner, ghzComponents(ENTANGLED));
  const [path] = yield* slicedStarts(inner, state, { slices: first, starts: STARTS, seed });
  const near = growingGhz(sector, { sector: inner, path: path! }, Math.max(1, all - first));
  const target = sectorState(sector, ghzComponents(n));
  const { newtonSteps = 0, ...byGradients } = search;
  const last = { ...search, polished: 0, doublings: 0 };
  const begun = newtonSteps > 0 ? (yield* slicedStarts(sector, target, { ...byGradients, near }))[0]! : near;
  const { value: geodesic } = yield* sectorGeodesic(sector, target, { ...last, near: begun });
  return { sector, geodesic };
}
