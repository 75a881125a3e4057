/** @file Paths to states of more and more qubits, each followed from its neighbours: upper bounds where no search from random starts reaches. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { Complex } from '../../linalg/complex.ts';
import type { Result, Solution } from '../../solution.ts';
import { sectorState } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { type SectorGeodesic, type SectorGeodesicOptions, sectorGeodesic } from './sector-geodesic.ts';
import type { BegunPath, SlicedSectorPath } from './sector-search.ts';
import { turnedTowards } from './turned-slices.ts';
import { type SectorOptions, type YoungSector, youngSector } from './young-sector.ts';

/** A state of a series, and the blocks in which its path is sought. */
export interface SeriesTarget {
  readonly blocks: readonly number[];
  /** Components by number of ones, shape (n + 1,). */
  readonly dicke: readonly Complex[];
}

/** How a series is searched. */
export interface SectorSeriesOptions
  extends SectorOptions,
    Pick<SectorGeodesicOptions, 'slices' | 'maxSteps' | 'seed' | 'doublings'> {
  /** Random starts of the first target, default 6, and of each of the others, default 0. */
  readonly starts?: number;
  readonly furtherStarts?: number;
  /** A path to the first target to begin with, beside the random starts. */
  readonly near?: BegunPath;
  /** Whether the series is run back, each path from that of the next target. Default true. */
  readonly back?: boolean;
}

/** The shortest path found to one state of a series. */
export interface SeriesPath {
  readonly blocks: readonly number[];
  /** With the paths in K, 2K, … slices and, on one sheet, their limit; not polished. */
  readonly geodesic: SectorGeodesic;
  /** Lengths in K slices of all that was tried for this target, ascending. */
  readonly lengths: readonly number[];
  /** Where the shortest came from. */
  readonly origin: 'random start' | 'path given' | 'target before' | 'target behind';
}

/** Paths that differ by less, relatively, are equally long. */
const EQUAL = 1e-6;
/** Infidelity of a path that counts as one to its target. */
const NEAR = 1e-6;

/**
 * The shortest path found to each of a series of states, such as GHZ of ascending numbers of qubits. The unknowns √(g_a/K)·h_a of a
 * neighbour are the start, which is the same mean field with pulses rescaled by 1/n, turned about Z to the phases of the target. The
 * series is run forward and back; where a random start ends at a shorter path, that is followed instead. Then the slices are
 * doubled.
 *
 * A path followed stays on one sheet and need not be the shortest: `lengths` tells what else was found.
 *
 * @param targets - with equally many blocks, so that the controls are the same
 * @returns converged if every path meets its target to 10⁻⁶ in infidelity, stalled otherwise
 * @throws {ShapeError} no target, blocks of unequal number, what `youngSector` refuses
 */
export function* sectorSeries(
  targets: readonly SeriesTarget[],
  options: SectorSeriesOptions,
): Generator<GeodesicStep, Solution<readonly SeriesPath[]>> {
  const sectors = sectorsOf(targets, options);
  const { starts = 6, furtherStarts = 0, near: given, back = true, doublings = 1 } = options;
  const tried = targets.map((): Tried[] => []);
  let steps = 0;
  function* attempt(k: number, search: Pick<SectorGeodesicOptions, 'near' | 'starts'>, origin: SeriesPath['origin']) {
    const { near, ...rest } = { ...options, ...search, near: search.near };
    const found = yield* slicedGeodesic(sectors[k]!, targets[k]!, { ...rest, ...(near && { near }), doublings: 0 });
    steps += found.steps;
    const { lengths, sliced } = found.value;
    tried[k]!.push({ path: sliced[0]!, lengths, origin });
  }
  const nearTo = (k: number, neighbour: number): BegunPath =>
    turnedTowards(sectors[k]!, sectorState(sectors[k]!, targets[k]!.dicke), best(tried[neighbour]!).path);
  for (const k of targets.keys()) {
    if (k > 0) yield* attempt(k, { near: nearTo(k, k - 1) }, 'target before');
    if (k === 0 && given !== undefined) yield* attempt(k, { near: given }, 'path given');
    const random = k === 0 ? starts : furtherStarts;
    if (random > 0) yield* attempt(k, { starts: random }, 'random start');
  }
  for (let k = targets.length - 2; back && k >= 0; k--) {
    yield* attempt(k, { near: nearTo(k, k + 1) }, 'target behind');
  }
  const value: SeriesPath[] = [];
  for (const k of targets.keys()) {
    const { path, origin } = best(tried[k]!);
    const { value: geodesic } = yield* slicedGeodesic(sectors[k]!, targets[k]!, { ...options, near: path, doublings });
    const lengths = tried[k]!.flatMap((one) => one.lengths).toSorted((a, b) => a - b);
    value.push({ blocks: sectors[k]!.blocks, geodesic, lengths, origin });
  }
  const result: Result = value.every(({ geodesic }) => geodesic.residual ** 2 <= NEAR) ? 'converged' : 'stalled';
  return { value, result, steps };
}

/** One search among those for a target. */
interface Tried {
  readonly path: SlicedSectorPath;
  readonly lengths: readonly number[];
  readonly origin: SeriesPath['origin'];
}

/** The shortest that meets its target; the first of equals. */
const best = (tried: readonly Tried[]): Tried =>
  tried.reduce((least, one) => {
    const [a, b] = [least.path, one.path];
    if (a.infidelity > NEAR) return b.infidelity < a.infidelity ? one : least;
    return b.infidelity <= NEAR && b.length < a.length * (1 - EQUAL) ? one : least;
  });

function* slicedGeodesic(
  sector: YoungSector,
  { dicke }: SeriesTarget,
  options: SectorGeodesicOptions,
): Generator<GeodesicStep, Solution<SectorGeodesic>> {
  const steps = sectorGeodesic(sector, sectorState(sector, dicke), { ...options, polished: 0 });
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield { ...next.value, phase: `${sector.blocks.join(' + ')}: ${next.value.phase}` };
  }
}

function sectorsOf(targets: readonly SeriesTarget[], options: SectorSeriesOptions): readonly YoungSector[] {
  const { starts = 6, near } = options;
  if (targets.length === 0) throw new ShapeError('sectorSeries: at least one target required, got none');
  if (!(Number.isInteger(starts) && starts >= 0 && (starts > 0 || near !== undefined))) {
    throw new DomainError(`sectorSeries: at least one start of the first target required, got ${starts}`);
  }
  const sectors = targets.map(({ blocks }) => youngSector(blocks, options));
  const [first] = sectors;
  const other = sectors.find(({ inverseWeights }) => inverseWeights.length !== first!.inverseWeights.length);
  if (other !== undefined) {
    throw new ShapeError(
      `sectorSeries: blocks with the same controls required, got ${first!.blocks} and ${other.blocks}`,
    );
  }
  return sectors;
}
