/** @file The shortest path found to a symmetric state: which sectors are searched, and what the result is worth. */

import { symmetricEntanglementBound, symmetricSpeedBound } from '../../complexity/symmetric-entanglement-bound.ts';
import { ShapeError } from '../../errors.ts';
import { length } from '../../linalg/real-vector.ts';
import { counted, significant } from '../../number-format.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import type { Solution } from '../../solution.ts';
import { partsOf, refinedVector, type SymmetricVector } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { continuedStart, fewerQubits } from './continued-start.ts';
import { type DirectOptions, directGhz } from './direct-ghz.ts';
import { isGhz } from './growing-ghz.ts';
import { grownSearch } from './grown-search.ts';
import { type SectorCertificate, sectorCertificate } from './sector-certificate.ts';
import { type SectorGeodesic, sectorGeodesic } from './sector-geodesic.ts';
import { blocksBroken } from './symmetry-broken.ts';
import { leastBySize, type SectorOptions, type YoungSector, youngSector } from './young-sector.ts';

/** How a symmetric state is searched for. */
export interface SymmetricSearchOptions extends SectorOptions {
  /** Blocks of the only sector to be searched, parts of the state's own; default those that `symmetricGeodesic` chooses. */
  readonly sector?: readonly number[];
  /** Random starts in each sector, default 2. */
  readonly starts?: number;
  /** Slices K, default 12. */
  readonly slices?: number;
  /** L-BFGS steps for each weight, default 300. */
  readonly maxSteps?: number;
  /** How often a path that is not polished is made shorter in twice as many slices, default 1. */
  readonly doublings?: number;
  /** Steps of Newton's method to GHZ of 8 and 10 qubits, from which GHZ of more is grown, default 15. */
  readonly newtonSteps?: number;
  readonly seed?: number;
  /** Where the search writes what it has found, so that an interrupted one goes on (`searchJournal`); nowhere by default. */
  readonly journal?: SearchJournal | undefined;
}

/** A sector that was searched. */
export interface SearchedSector {
  readonly blocks: readonly number[];
  readonly geodesic: SectorGeodesic;
  readonly certificate: SectorCertificate;
}

/** What was found to a symmetric state. */
export interface SymmetricGeodesic {
  readonly searched: readonly SearchedSector[];
  /** Place of the shortest. */
  readonly shortest: number;
  /** The sector of the shortest. */
  readonly sector: YoungSector;
  /** Lower bounds of the length of every path, symmetric or not. */
  readonly lowerBounds: { readonly fubiniStudy: number; readonly entanglement: number };
  /** What the length is worth, in words. */
  readonly words: string;
}

/** Most qubits for which symmetry is broken step by step. */
const MOST_BROKEN = 6;
/** Most symmetric states of a sector in which paths are polished, and from which symmetry is broken; of one that is searched beside the state's own. */
const [MOST_POLISHED, MOST_BESIDE] = [12, 32];
/** Longest costate with which the second variation is computed: it takes four steps for each unit. */
const LONGEST_COSTATE = 200;
/** Infidelity of a path that has met its target. */
const MET = 1e-8;
/** Most qubits of GHZ to which the direct path is searched beside the grown one, and the share of its length that may be uncertain. */
const [MOST_DIRECT, SURE] = [18, 0.01];
/** For GHZ of many qubits: most steps of L-BFGS for each weight before those of Newton's method, fewest starts and fewest slices. */
const [MOST_FIRST, FEWEST_STARTS, FEWEST_SLICES] = [60, 4, 10];

/**
 * The shortest path found from |0…0⟩ to a symmetric state, in sectors of polynomial size. For up to six qubits in one block, or
 * in several with at most 12 states, symmetry is broken wherever the second variation says so (`blocksBroken`); otherwise the state's
 * own sector is searched and, for one block of up to 16 qubits, that of a hub and its leaves. Of more qubits, GHZ is grown by
 * `grownSearch`, that of up to 18 beside `directGhz`; a state to which states of fewer qubits lead (`fewerQubits`) with a hub alone, from their paths and no random start. Paths are polished in sectors of up to 12 states; in larger
 * ones the length is that of a sliced path.
 *
 * @param target - norm 1
 * @returns converged where the target is met to 1e-8 in infidelity
 * @throws {ShapeError} a sector that is no refinement of the state's blocks, or is too large: see `youngSector`
 *
 * Cost: seconds up to six qubits, half a minute for 30, a minute for W of 40 and for GHZ of 40.
 */
export function* symmetricGeodesic(
  target: SymmetricVector,
  options: SymmetricSearchOptions,
): Generator<GeodesicStep, Solution<SymmetricGeodesic>> {
  const qubits = target.blocks.reduce((sum, n) => sum + n, 0);
  const isSmall = qubits <= MOST_BROKEN && target.components.length <= MOST_POLISHED;
  const stepwise = isSmall && options.sector === undefined;
  const searched = stepwise ? yield* broken(target, options) : yield* inSectors(target, options);
  const shortest = searched.reduce(
    (best, { geodesic }, k) => (isBetter(geodesic, searched[best]!.geodesic) ? k : best),
    0,
  );
  const { blocks, geodesic, certificate } = searched[shortest]!;
  const leastWeights = leastBySize(options);
  const lowerBounds = {
    fubiniStudy: symmetricSpeedBound(target, leastWeights),
    entanglement: symmetricEntanglementBound(target, leastWeights),
  };
  const types = searched.map((one) => one.blocks.join(' + ')).join('; ');
  const words = `${certificate.words}; ${counted(searched.length, 'sector')} searched: ${types}`;
  const sector = youngSector(blocks, options);
  const steps = searched.reduce((sum, one) => sum + one.geodesic.lengths.length, 0);
  const result = geodesic.residual ** 2 <= MET ? 'converged' : 'stalled';
  return { value: { searched, shortest, sector, lowerBounds, words }, result, steps };
}

/** Whether a path meets the target and the other does not, or is shorter. */
function isBetter(one: SectorGeodesic, other: SectorGeodesic): boolean {
  const [met, otherMet] = [one, other].map(({ residual }) => residual ** 2 <= MET);
  return met === otherMet ? one.length < other.length * (1 - 1e-7) : met!;
}

/** Few qubits: the tree of `blocksBroken`, of up to two blocks, or of two more than the state has, for a word can part two at once. */
function* broken(
  target: SymmetricVector,
  options: SymmetricSearchOptions,
): Generator<GeodesicStep, readonly SearchedSector[]> {
  const { starts = 2 } = options;
  const fewest = target.blocks.length;
  const mostBlocks = fewest === 1 ? 2 : fewest + 2;
  const { value } = yield* blocksBroken(target, { ...options, starts, mostBlocks, polished: 1 });
  return value.types;
}

function* inSectors(
  target: SymmetricVector,
  options: SymmetricSearchOptions,
): Generator<GeodesicStep, readonly SearchedSector[]> {
  const found: SearchedSector[] = [];
  const family = familyOf(target);
  if (isGrown(target, options)) {
    const n = target.blocks[0]!;
    const grown = yield* grownSearch(n, grownOptions(options));
    const direct = n <= MOST_DIRECT ? yield* directGhz(n, directOptions(options)) : null;
    const isSure = direct !== null && direct.geodesic.uncertainty <= SURE * direct.geodesic.length;
    return [grown, ...(isSure ? [direct] : [])].map(({ sector, geodesic }) => ({
      blocks: sector.blocks,
      geodesic,
      certificate: certificateOf(sector, geodesic),
    }));
  }
  for (const blocks of sectorsOf(target, family !== null, options.sector)) {
    const { starts = 2, doublings = 1 } = options;
    const sector = youngSector(blocks, options);
    const polished = sector.dimension <= MOST_POLISHED ? 1 : 0;
    const hub = blocks.length === 1 ? 0 : blocks[0]!;
    const continues = family !== null && blocks.length <= 2 && hub < family[0]!.length - 1;
    const isFollowed = continues && options.sector === undefined;
    const also = continues ? [yield* named(blocks, continuedStart(family, hub, options))] : [];
    const search = recorded(options.journal, blocks.join(' + '), (journal) =>
      sectorGeodesic(sector, refinedVector(target, { blocks }, target.components), {
        ...options,
        starts: isFollowed ? 0 : starts,
        polished,
        doublings,
        also,
        journal,
      }),
    );
    const geodesic = shortestMet((yield* named(blocks, search)).value);
    found.push({ blocks, geodesic, certificate: certificateOf(sector, geodesic) });
  }
  return found;
}

/** The shortest of the sliced paths that meet the target, where none is polished: more slices can end on another sheet. */
export function shortestMet(geodesic: SectorGeodesic): SectorGeodesic {
  const met = geodesic.sliced.filter(({ infidelity }) => infidelity <= MET);
  if (geodesic.polished || met.length === 0) return geodesic;
  const best = met.reduce((a, b) => (b.length < a.length ? b : a));
  const place = geodesic.sliced.indexOf(best);
  if (place === geodesic.sliced.length - 1) return geodesic;
  const { extrapolated: _, ...rest } = geodesic;
  const residual = Math.sqrt(best.infidelity);
  return {
    ...rest,
    length: best.length,
    residual,
    uncertainty: (length(best.costate) * residual) / best.length,
    start: { ...geodesic.start, costate: best.costate },
    sliced: geodesic.sliced.slice(0, place + 1),
  };
}

/** The certificate, without an index where the costate is long. */
function certificateOf(sector: YoungSector, geodesic: SectorGeodesic): SectorCertificate {
  const { start, polished, uncertainty } = geodesic;
  const size = length(start.costate);
  if (!polished || size <= LONGEST_COSTATE) return sectorCertificate(sector, geodesic);
  const known = `length ${geodesic.length.toFixed(6)} ± ${significant(uncertainty, 1)} in ${sector.blocks.join(' + ')}`;
  const words = `geodesic, index not counted: ${known}; with a costate of length ${size.toFixed(0)} it takes too many steps`;
  return { status: 'geodesic, index not counted', uncertainty, words };
}

/** States of fewer qubits to begin with, for one block of many that has them. */
function familyOf({ blocks, components }: SymmetricVector): ReturnType<typeof fewerQubits> {
  return blocks.length === 1 && 2 * blocks[0]! > MOST_BESIDE ? fewerQubits(components) : null;
}

/** Few steps of L-BFGS, after which Newton's method still finds paths that meet their end, and slices enough for that. */
const grownOptions = (options: SymmetricSearchOptions): SymmetricSearchOptions => ({
  ...options,
  maxSteps: Math.min(options.maxSteps ?? MOST_FIRST, MOST_FIRST),
  starts: Math.max(options.starts ?? FEWEST_STARTS, FEWEST_STARTS),
  slices: Math.max(options.slices ?? FEWEST_SLICES, FEWEST_SLICES),
});

const directOptions = ({ seed, journal, ...options }: SymmetricSearchOptions): DirectOptions => ({
  sizeWeights: options.sizeWeights,
  seed,
  journal,
});

/** Whether it is GHZ of many qubits, among all paths of a metric that weighs words by their size. */
function isGrown({ blocks, components }: SymmetricVector, options: SymmetricSearchOptions): boolean {
  const { sector, parity = false, letterWeights, sizeWeights } = options;
  const isMany = blocks.length === 1 && 2 * blocks[0]! > MOST_BESIDE;
  const isAsked = sector === undefined && !parity && letterWeights === undefined && sizeWeights.length >= 2;
  return isMany && isAsked && isGhz(components);
}

/** The sectors to be searched: a hub and its leaves where paths are continued, else the state's own, and with a hub if it is small. */
function sectorsOf(
  { blocks }: SymmetricVector,
  continued: boolean,
  given?: readonly number[],
): readonly (readonly number[])[] {
  if (given !== undefined) {
    checkParts(blocks, given);
    return [given];
  }
  const [n] = blocks;
  if (blocks.length > 1) return [blocks];
  if (continued) return [[1, n! - 1]];
  return 2 * n! <= MOST_BESIDE ? [blocks, [1, n! - 1]] : [blocks];
}

/** @throws {ShapeError} blocks that are no parts of others, in this order */
export function checkParts(blocks: readonly number[], parts: readonly number[]): void {
  if (partsOf(blocks, parts) !== null) return;
  throw new ShapeError(`sector: parts of the blocks ${blocks.join(' + ')} required, got ${parts.join(' + ')}`);
}

/** Steps that name their sector. */
function* named<Value>(
  blocks: readonly number[],
  steps: Generator<GeodesicStep, Value>,
): Generator<GeodesicStep, Value> {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield { ...next.value, phase: `sector ${blocks.join(' + ')}, ${next.value.phase}` };
  }
}
