/** @file The geodesic of a target on a ring, in its sector: whether there is one, the search, and its record. */

import { greatestLowerBound } from '../../src/complexity/best-lower-bound.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { entanglementBound } from '../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../src/complexity/length-bound.ts';
import { asPure } from '../../src/generative/state-rules.ts';
import { type RingSector, ringSector } from '../../src/geodesic/sector/ring-sector.ts';
import { ringPath, ringState } from '../../src/geodesic/sector/ring-state.ts';
import { type SectorGeodesic, sectorGeodesic } from '../../src/geodesic/sector/sector-geodesic.ts';
import { sectorVelocity } from '../../src/geodesic/sector/sector-words.ts';
import type { StateLowerBounds } from '../../src/geodesic/state/state-lower-bounds.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import type { RingRecord } from '../../src/record/run-record.ts';
import type { SearchJournal } from '../../src/search-journal.ts';
import type { Result } from '../../src/solution.ts';
import type { Problem } from '../loss.ts';
import type { Experiment } from './experiment-schema.ts';
import { searchSteps } from './search-steps.ts';
import { slicedRecord, startsAtZero, type Uncompared } from './sector-stage.ts';
import type { StageStep } from './stages.ts';

type GeodesicSettings = Exclude<Experiment['geodesic'], false>;

/** Most invariant states among which a geodesic is polished by shooting. */
const MOST_POLISHED = 12;

/** A target in the sector of a ring. */
export interface RingProblem {
  readonly sector: RingSector;
  readonly components: ComplexVector;
  readonly lowerBounds: StateLowerBounds;
}

/** The sector that is asked for, or why there is none. */
export type RingCase =
  | { readonly problem: RingProblem; readonly reason: null }
  | { readonly problem: null; readonly reason: string };

/** The target in the sector of the ring that the options ask for, for paths that begin at |0…0⟩. */
export function ringProblem(
  { ring, real, parity }: Pick<GeodesicSettings, 'ring' | 'real' | 'parity'>,
  { target, metric, network }: Problem,
): RingCase {
  const none = (reason: string): RingCase => ({ problem: null, reason });
  if (target.dimensions.some((dimension) => dimension !== 2)) return none('the target is no state of qubits');
  if (!startsAtZero(network)) return none('the circuit starts from another state than |0…0⟩');
  const qubits = target.dimensions.length;
  try {
    const sector = ringSector(metric, qubits, { ...ring, real, parity });
    const pure = asPure(target);
    if (pure === null) return none(`the amplitudes of '${target.name}' are not known`);
    const components = ringState(sector, pure.amplitudes);
    const controls = controlWords(metric, qubits);
    const reference = { length: 2 ** qubits, interleaved: new Float64Array(2 ** (qubits + 1)) };
    reference.interleaved[0] = 1;
    const lowerBounds = {
      fubiniStudy: lengthLowerBound(controls, pure.amplitudes, reference),
      entanglement: entanglementBound(controls, pure.amplitudes, reference, false),
      observable: null,
    };
    return { problem: { sector, components, lowerBounds }, reason: null };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return none(error.message);
  }
}

/** The search in the sector of a ring, as a record without the circuit beside it. */
export function* ringSearch(
  { slices, starts, maxSteps }: GeodesicSettings,
  { sector, components, lowerBounds }: RingProblem,
  seed: number,
  journal?: SearchJournal,
): Generator<StageStep, Uncompared> {
  const isSmall = sector.dimension <= MOST_POLISHED;
  const search = sectorGeodesic(sector, components, {
    starts,
    maxSteps,
    seed,
    journal,
    doublings: 1,
    polished: isSmall ? 2 : 0,
    ...(slices !== undefined && { slices }),
  });
  const { value, result } = yield* searchSteps(search, starts);
  return ringGeodesicRecord(sector, value, lowerBounds, result);
}

function ringGeodesicRecord(
  sector: RingSector,
  geodesic: SectorGeodesic,
  lowerBounds: StateLowerBounds,
  result: Result,
): Uncompared {
  const { cell, reflection, real, parity, dimension, words } = sector;
  const { length, residual, polished, uncertainty, extrapolated = null } = geodesic;
  const ring: RingRecord = {
    cell,
    reflection,
    real,
    parity,
    dimension,
    controls: words.map((orbit) => ({ name: `Σ${orbit[0]!}`, words: orbit.length })),
    length,
    residual,
    polished,
    extrapolated,
    shortest: true,
  };
  return {
    ...slicedRecord(geodesic),
    ...ringPath(sector, sectorVelocity(sector, geodesic.sliced.at(-1)!)),
    lowerBound: greatestLowerBound(lowerBounds).bound,
    status: polished ? 'geodesic of the sector of a ring, index not counted' : 'upper bound, not polished',
    result,
    polished: polished ? { length, residual, uncertainty, conjugatePoints: null } : null,
    mixed: null,
    lowerBounds,
    sector: null,
    ring,
  };
}
