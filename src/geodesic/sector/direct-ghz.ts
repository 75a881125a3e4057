/** @file The path to GHZ of some twenty qubits that no field helps: real, in 3 + (n − 3), from fewer qubits. */

import { length } from '../../linalg/real-vector.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import { ghzComponents, sectorState } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { growingGhz } from './growing-ghz.ts';
import { newtonDescent } from './newton-descent.ts';
import { type SectorGeodesic, slicedStarts } from './sector-geodesic.ts';
import type { BegunPath, SlicedSectorPath } from './sector-search.ts';
import { turnedTowards } from './turned-slices.ts';
import { type SectorOptions, type YoungSector, youngSector } from './young-sector.ts';

/** The block that is entangled first; random starts and slices of the path to its GHZ. */
const [ENTANGLED, STARTS, FIRST_SLICES] = [3, 3, 8];
/** How many qubits fewer the paths have that it follows; of the last of which two fewer is too far. */
const FEWER = [6, 4, 2, 1, 0];
/** Slices, steps of L-BFGS for each weight of the first path, and of Newton's method for each. */
const [SLICES, GRADIENT_STEPS, NEWTON_STEPS] = [32, 20, 8];

/** What was found, and the sector in which it was. */
export interface DirectGhz {
  readonly sector: YoungSector;
  readonly geodesic: SectorGeodesic;
}

/** How it is searched. */
export interface DirectOptions extends SectorOptions {
  readonly seed?: number | undefined;
  /** Steps of Newton's method for each number of qubits, default 8. */
  readonly newtonSteps?: number | undefined;
  readonly journal?: SearchJournal | undefined;
}

/**
 * A real path to GHZ_n in 3 + (n − 3), made of that to GHZ₃ (`growingGhz`) for n − 6 qubits, shortened by L-BFGS and Newton's method, and followed to more
 * qubits, at last one by one. Its costate grows tenfold with every two qubits: by two at once Newton's method does not meet the end of 18.
 *
 * @param n - qubits, at least 11
 *
 * Cost of 18 qubits 75 s of CPU time.
 */
export function* directGhz(n: number, options: DirectOptions): Generator<GeodesicStep, DirectGhz> {
  const sectorOf = (qubits: number) => youngSector([ENTANGLED, qubits - ENTANGLED], { ...options, real: true });
  const [first, ...others] = FEWER.map((fewer) => n - fewer) as [number, ...number[]];
  const begun = yield* firstPath(first, sectorOf(first), options);
  let path = yield* descent(first, sectorOf(first), begun, options);
  for (const qubits of others) path = yield* descent(qubits, sectorOf(qubits), path, options);
  const sector = sectorOf(n);
  return { sector, geodesic: geodesicOf(sector, path) };
}

/** The path to the fewest qubits, by L-BFGS. */
function* firstPath(
  qubits: number,
  sector: YoungSector,
  { seed = 0, journal, newtonSteps: _, ...metric }: DirectOptions,
): Generator<GeodesicStep, BegunPath> {
  const inner = youngSector([ENTANGLED], { ...metric, real: true });
  const entangled = sectorState(inner, ghzComponents(ENTANGLED));
  const search = { slices: FIRST_SLICES, starts: STARTS, seed, journal };
  const [path] = yield* slicedStarts(inner, entangled, search);
  const near = growingGhz(sector, { sector: inner, path: path! }, SLICES - FIRST_SLICES);
  const all = { slices: SLICES, maxSteps: GRADIENT_STEPS, seed, near, journal };
  return (yield* slicedStarts(sector, sectorState(sector, ghzComponents(qubits)), all))[0]!;
}

function* descent(
  qubits: number,
  sector: YoungSector,
  path: BegunPath,
  { newtonSteps = NEWTON_STEPS, journal }: DirectOptions,
): Generator<GeodesicStep, SlicedSectorPath> {
  const target = sectorState(sector, ghzComponents(qubits));
  const phase = `${sector.blocks.join(' + ')}, Newton`;
  const begun = turnedTowards(sector, target, path);
  const steps = recorded(journal, phase, (own) => newtonDescent(sector, target, begun, newtonSteps, own));
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield { phase, step: next.value.steps, length: length(next.value.x) };
  }
}

function geodesicOf(sector: YoungSector, path: SlicedSectorPath): SectorGeodesic {
  const { costate, infidelity, length: size } = path;
  const state = new Float64Array(2 * sector.dimension);
  state[0] = 1;
  return {
    length: size,
    residual: Math.sqrt(infidelity),
    uncertainty: (length(costate) * Math.sqrt(infidelity)) / size,
    polished: false,
    start: { state, costate },
    sliced: [path],
    lengths: [size],
  };
}
