/** @file Paths to states of more and more qubits, each followed from its neighbours: upper bounds where no search from random starts reaches. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { Complex } from '../../linalg/complex.ts';
import type { Result, Solution } from '../../solution.ts';
import { sectorState } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { type SectorGeodesic, type SectorGeodesicOptions, sectorGeodesic, slicedStarts } from './sector-geodesic.ts';
import type { BegunPath, CountedPath } from './sector-search.ts';
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
    Pick<SectorGeodesicOptions, 'slices' | 'maxSteps' | 'newtonSteps' | 'seed' | 'doublings'> {
  /** Random starts of the first target, default 6, and of each of the others, default 0. */
  readonly starts?: number;
  readonly furtherStarts?: number;
  /**
   * How many of the shortest different paths to each target are followed to the next one, and half as many, at least one, to that
   * after it. Default 1; which sheet is the shortest changes with the number of qubits.
   */
  readonly sheets?: number;
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
/** Paths to one target whose lengths differ by more, relatively, are on different sheets. */
const ONE_SHEET = 1e-4;
/** Infidelity of a path that counts as one to its target. */
const NEAR = 1e-6;

/**
 * The shortest path found to each of a series of states, such as GHZ of ascending numbers of qubits. The unknowns √(g_a/K)·h_a of a
 * neighbour are the start, which is the same mean field with pulses rescaled by 1/n, turned about Z to the phases of the target. The
 * series is run forward and back; where a random start ends at a shorter path, that is followed instead, and several paths to each
 * target are followed with `sheets`. Then the slices are doubled.
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
  const { starts = 6, furtherStarts = 0, sheets = 1, near: given, back = true, doublings = 1 } = options;
  const tried = targets.map((): Tried[] => []);
  let steps = 0;
  function* attempt(k: number, search: Pick<SectorGeodesicOptions, 'near' | 'starts'>, origin: SeriesPath['origin']) {
    const { near: _, ...rest } = options;
    const target = sectorState(sectors[k]!, targets[k]!.dicke);
    const found = yield* named(sectors[k]!, slicedStarts(sectors[k]!, target, { ...rest, ...search }));
    for (const path of found) {
      steps += path.steps;
      tried[k]!.push({ path, origin });
    }
  }
  function* followed(k: number, neighbour: number, most: number, origin: SeriesPath['origin']) {
    const target = sectorState(sectors[k]!, targets[k]!.dicke);
    for (const { path } of different(tried[neighbour]!, most)) {
      yield* attempt(k, { near: turnedTowards(sectors[k]!, target, path) }, origin);
    }
  }
  for (const k of targets.keys()) {
    if (k > 0) yield* followed(k, k - 1, sheets, 'target before');
    if (k > 1 && sheets > 1) yield* followed(k, k - 2, Math.floor(sheets / 2), 'target before');
    if (k === 0 && given !== undefined) yield* attempt(k, { near: given }, 'path given');
    const random = k === 0 ? starts : furtherStarts;
    if (random > 0) yield* attempt(k, { starts: random }, 'random start');
  }
  for (let k = targets.length - 2; back && k >= 0; k--) yield* followed(k, k + 1, 1, 'target behind');
  const value: SeriesPath[] = [];
  for (const k of targets.keys()) {
    const { path, origin } = best(tried[k]!);
    const search = { ...options, near: path, doublings, polished: 0 };
    const target = sectorState(sectors[k]!, targets[k]!.dicke);
    const { value: geodesic } = yield* named(sectors[k]!, sectorGeodesic(sectors[k]!, target, search));
    const lengths = tried[k]!.map((one) => one.path.length).toSorted((a, b) => a - b);
    value.push({ blocks: sectors[k]!.blocks, geodesic, lengths, origin });
  }
  const result: Result = value.every(({ geodesic }) => geodesic.residual ** 2 <= NEAR) ? 'converged' : 'stalled';
  return { value, result, steps };
}

/** A path among those to a target, and where it came from. */
interface Tried {
  readonly path: CountedPath;
  readonly origin: SeriesPath['origin'];
}

/** The shortest that meets its target; the first of equals. */
const best = (tried: readonly Tried[]): Tried =>
  tried.reduce((least, one) => {
    const [a, b] = [least.path, one.path];
    if (a.infidelity > NEAR) return b.infidelity < a.infidelity ? one : least;
    return b.infidelity <= NEAR && b.length < a.length * (1 - EQUAL) ? one : least;
  });

/** The shortest of different lengths that meet their target, at most so many; at least the best. */
function different(tried: readonly Tried[], most: number): readonly Tried[] {
  const kept = [best(tried)];
  const met = tried.filter(({ path }) => path.infidelity <= NEAR).toSorted((a, b) => a.path.length - b.path.length);
  for (const one of met) if (one.path.length > kept.at(-1)!.path.length * (1 + ONE_SHEET)) kept.push(one);
  return kept.slice(0, most);
}

/** Steps that name their sector. */
function* named<Value>({ blocks }: YoungSector, steps: Generator<GeodesicStep, Value>): Generator<GeodesicStep, Value> {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield { ...next.value, phase: `${blocks.join(' + ')}: ${next.value.phase}` };
  }
}

function sectorsOf(targets: readonly SeriesTarget[], options: SectorSeriesOptions): readonly YoungSector[] {
  const { starts = 6, sheets = 1, near } = options;
  if (targets.length === 0) throw new ShapeError('sectorSeries: at least one target required, got none');
  if (!(Number.isInteger(starts) && starts >= 0 && (starts > 0 || near !== undefined))) {
    throw new DomainError(`sectorSeries: at least one start of the first target required, got ${starts}`);
  }
  if (!(Number.isInteger(sheets) && sheets >= 1)) {
    throw new DomainError(`sectorSeries: at least one sheet required, got ${sheets}`);
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
