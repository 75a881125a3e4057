/** @file The geodesic of a symmetric target: in the sector of a ring where it is asked for, else in those of permutations. */

import { symmetricGeodesic } from '../../src/geodesic/sector/symmetric-geodesic.ts';
import type { SearchJournal } from '../../src/search-journal.ts';
import type { Problem } from '../loss.ts';
import type { Experiment } from './experiment-schema.ts';
import { ringProblem, ringSearch } from './ring-stage.ts';
import { searchSteps } from './search-steps.ts';
import { sectorGeodesicRecord, sectorOptions, sectorProblem, type Uncompared } from './sector-stage.ts';
import type { StageStep } from './stages.ts';

/** What was found; null, and why, where the target, the metric or the network have no sectors. */
export interface SymmetricSearch {
  readonly inSector: Uncompared | null;
  readonly reason: string | null;
}

/** Of a search that was not asked for. */
export const UNASKED: SymmetricSearch = { inSector: null, reason: null };

/** The search in sectors of symmetric states that the options ask for. */
export function* symmetricSearch(
  geodesic: Exclude<Experiment['geodesic'], false>,
  { target, metric, network }: Problem,
  seed: number,
  journal?: SearchJournal,
): Generator<StageStep, SymmetricSearch> {
  if (geodesic.ring !== undefined) {
    const { problem, reason } = ringProblem(geodesic, { target, metric, network });
    return { inSector: problem && (yield* ringSearch(geodesic, problem, seed, journal)), reason };
  }
  if (!geodesic.sectors) return UNASKED;
  const { problem, reason } = sectorProblem(target, metric, network);
  if (problem === null) return { inSector: null, reason };
  const search = symmetricGeodesic(problem.form, { ...sectorOptions(geodesic, problem, seed), journal });
  const { value, result } = yield* searchSteps(search, geodesic.starts);
  return { inSector: sectorGeodesicRecord(problem, value, result), reason: null };
}
