/** @file The geodesic of a symmetric target in sectors of polynomial size: whether there are any, the search, and its record. */

import { greatestLowerBound } from '../../src/complexity/best-lower-bound.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { TargetState } from '../../src/generative/target-state.ts';
import type { SectorGeodesic } from '../../src/geodesic/sector/sector-geodesic.ts';
import { orbitName, sectorPath, sectorVelocity } from '../../src/geodesic/sector/sector-words.ts';
import type { SymmetricGeodesic, SymmetricSearchOptions } from '../../src/geodesic/sector/symmetric-geodesic.ts';
import { type SectorCase, type SectorProblem, symmetricProblem } from '../../src/geodesic/sector/symmetric-problem.ts';
import { letterWeight } from '../../src/geodesic/sector/young-sector.ts';
import { length } from '../../src/linalg/real-vector.ts';
import type { GeodesicRecord, SectorRecord } from '../../src/record/run-record.ts';
import type { Result } from '../../src/solution.ts';
import type { Experiment } from './experiment-schema.ts';

/** Most qubits for which a path in a sector is written out in words. */
const MOST_WRITTEN = 8;
/** Infidelity at which a path has met its target. */
const MET = 1e-8;
/** Amplitude of |1⟩ up to which a qubit of a reference counts as |0⟩. */
const ZERO_STATE = 1e-12;

/**
 * The target as a problem of sectors, see `symmetricProblem`, for paths that begin where a network does.
 *
 * @param network - whose reference state has to be |0…0⟩
 */
export function sectorProblem(target: TargetState, metric: PenaltyMetric, network: GenerativeNetwork): SectorCase {
  const found = symmetricProblem(target, metric);
  if (found.problem === null || startsAtZero(network)) return found;
  return { problem: null, reason: 'the circuit starts from another state than |0…0⟩' };
}

/** Whether a circuit begins with |0…0⟩; networks have no beginning. */
export function startsAtZero(network: GenerativeNetwork): boolean {
  if (network.kind === 'network') return true;
  const { reference = [] } = network;
  if ('spectrum' in reference) return false;
  return reference.every(({ polar }) => Math.abs(Math.sin(polar / 2)) < ZERO_STATE);
}

/** The options of the search, from those of the stage. */
export function sectorOptions(
  { slices, starts, maxSteps, sector, real, parity }: Exclude<Experiment['geodesic'], false>,
  { weights }: SectorProblem,
  seed: number,
): SymmetricSearchOptions {
  return { slices, starts, maxSteps, real, parity, ...weights, seed, ...(sector && { sector }) };
}

/** The record of the shortest path in sectors. */
export function sectorRecord(
  { form }: SectorProblem,
  { searched, shortest, sector, words }: SymmetricGeodesic,
): SectorRecord {
  const { geodesic, certificate } = searched[shortest]!;
  const { blocks, real, parity, dimension, letters } = sector;
  return {
    blocks,
    qubits: blocks.map((n, i) => {
      const from = blocks.slice(0, i).reduce((sum, size) => sum + size, 0);
      return form.order.slice(from, from + n);
    }),
    dimension,
    real,
    parity,
    controls: letters.map((counts, a) => ({
      name: orbitName(sector, counts),
      words: Math.round(1 / (sector.inverseWeights[a]! * weightOf(sector, counts))),
    })),
    velocity: sectorVelocity(sector, geodesic.sliced.at(-1)!),
    length: geodesic.length,
    residual: geodesic.residual,
    polished: geodesic.polished,
    extrapolated: geodesic.extrapolated ?? null,
    searched: searched.map((one) => ({
      blocks: one.blocks,
      length: one.geodesic.length,
      residual: one.geodesic.residual,
      status: one.certificate.status,
    })),
    index: certificate.index ?? null,
    certificate: words,
    shortest: true,
  };
}

/** Weight of a word with these letters in the blocks. */
function weightOf(
  { weights }: SymmetricGeodesic['sector'],
  letters: SymmetricGeodesic['sector']['letters'][number],
): number {
  const [x, y, z] = [0, 1, 2].map((a) => letters.reduce((sum, counts) => sum + counts[a]!, 0));
  return letterWeight(weights, [x!, y!, z!]);
}

/** The path of the shortest in words of single qubits, where they are few; else none. */
export function pathInWords(
  { form }: Pick<SectorProblem, 'form'>,
  { sector }: SymmetricGeodesic,
  { velocity }: Pick<SectorRecord, 'velocity'>,
): Pick<GeodesicRecord, 'words' | 'velocity'> {
  return form.order.length > MOST_WRITTEN ? { words: [], velocity: [] } : sectorPath(sector, velocity, form.order);
}

/** A record without the circuit beside it. */
export type Uncompared = Omit<GeodesicRecord, 'learned' | 'comparison'>;

/** What a record says of the path in a sector, apart from the circuit beside it. */
export function sectorGeodesicRecord(problem: SectorProblem, found: SymmetricGeodesic, result: Result): Uncompared {
  const { geodesic } = found.searched[found.shortest]!;
  const sector = sectorRecord(problem, found);
  const lowerBounds = { ...found.lowerBounds, observable: null };
  return {
    ...slicedRecord(geodesic),
    ...pathInWords(problem, found, sector),
    lowerBound: greatestLowerBound(lowerBounds).bound,
    status: sector.certificate,
    result,
    polished: geodesic.polished
      ? {
          length: geodesic.length,
          residual: geodesic.residual,
          uncertainty: geodesic.uncertainty,
          conjugatePoints: null,
        }
      : null,
    mixed: null,
    lowerBounds,
    sector,
  };
}

/** Length, energy and speed of the finest sliced path of a search in a sector. */
export function slicedRecord({
  sliced,
  lengths: starts,
}: Pick<SectorGeodesic, 'sliced' | 'lengths'>): Pick<
  GeodesicRecord,
  'slices' | 'length' | 'energy' | 'infidelity' | 'speedVariation' | 'straightness' | 'coarseLength' | 'starts'
> {
  const { slices, coordinates, infidelity } = sliced.at(-1)!;
  const coarse = sliced.at(-2);
  const controls = coordinates.length / slices;
  const speeds = Array.from(
    { length: slices },
    (_, k) => Math.sqrt(slices) * length(coordinates.subarray(k * controls, (k + 1) * controls)),
  );
  const total = speeds.reduce((sum, F) => sum + F, 0) / slices;
  const energy = speeds.reduce((sum, F) => sum + F * F, 0) / (2 * slices);
  return {
    slices,
    length: total,
    energy,
    infidelity,
    speedVariation: Math.max(...speeds) / Math.min(...speeds) - 1,
    straightness: total ** 2 / (2 * energy),
    coarseLength: coarse !== undefined && coarse.infidelity <= MET ? coarse.length : Number.POSITIVE_INFINITY,
    starts,
  };
}
