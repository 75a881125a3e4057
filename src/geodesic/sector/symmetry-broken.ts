/** @file The shortest path to a symmetric state: from its own sector down to smaller blocks, wherever the second variation says so. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { Complex } from '../../linalg/complex.ts';
import { recorded } from '../../search-journal.ts';
import type { Result, Solution } from '../../solution.ts';
import { refinedVector, type SymmetricVector, sectorState } from '../../state/symmetric-vector.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import type { StatePoint } from '../state/state-flow.ts';
import { descentStarts } from './descent-starts.ts';
import { brokenTypes, type Levels } from './refinement.ts';
import { type CertificateOptions, type SectorCertificate, sectorCertificate } from './sector-certificate.ts';
import { type SectorGeodesic, type SectorGeodesicOptions, sectorGeodesic } from './sector-geodesic.ts';
import type { BegunPath } from './sector-search.ts';
import { type SectorOptions, type YoungSector, youngSector } from './young-sector.ts';

/** How far symmetry may be broken, and how each sector is searched. */
export interface SymmetryBrokenOptions
  extends Omit<SectorGeodesicOptions, 'near' | 'also'>,
    CertificateOptions,
    Partial<SectorOptions> {
  /** Blocks at most, default two more than the target has: 3 for S_n. */
  readonly mostBlocks?: number;
  /**
   * Whether all types of two blocks, or with a block of the target in two, are searched even if the geodesic of its own sector is a
   * minimum: a shorter sheet need not begin at a saddle. Default false; they are searched in any case where that geodesic is not
   * polished, as its index is unknown then.
   */
  readonly everyTwoBlocks?: boolean;
  /** Directions along which a saddle is left in each type, default 1; each gives two starts. */
  readonly modes?: number;
}

/** A type of blocks that was searched. */
export interface SectorType {
  readonly blocks: readonly number[];
  /** Place, among all types, of the path whose symmetry it breaks; null for the target's own. */
  readonly parent: number | null;
  /** Why it was searched. */
  readonly reason: 'all symmetric' | 'negative mode' | 'every type of two blocks' | 'every block in two';
  readonly geodesic: SectorGeodesic;
  readonly certificate: SectorCertificate;
  /** How many of its starts ended on this path, to 10⁻⁴ in length, and how many there were. */
  readonly reached: number;
  readonly starts: number;
  /** How many of them were beside the saddle above it. */
  readonly descents: number;
}

/** The tree of types, in the order in which they were searched. */
export interface BrokenSymmetry {
  readonly types: readonly SectorType[];
  /** Place of the shortest among them. */
  readonly shortest: number;
  /** The path from the target's own sector to it, as places: where symmetry was broken. */
  readonly followed: readonly number[];
  /** What the shortest is worth, in words. */
  readonly words: string;
}

/** Lengths of starts that differ by less, relatively, are one path. */
const ONE_PATH = 1e-4;
/** A path is followed if it is shorter than the one above it by more than this, relatively. */
const SHORTER = 1e-7;

/**
 * The shortest path found from |0…0⟩ to a state that is invariant under all permutations, among paths that need not be: the
 * geodesic of S_n; if it is a saddle of the full problem, that of every type of blocks to which its negative directions can break
 * it, each searched from random starts and from both sides of the saddle; the shortest of them, and on from there.
 *
 * @param target - Dicke components by number of ones, shape (n + 1,), as of `ghzComponents`; normalised here
 * @param n - qubits
 * @returns converged if the shortest is a minimum of the full problem; max-steps if it is a saddle that only more than `mostBlocks`
 *          blocks would leave; stalled otherwise
 * @throws {ShapeError} another number of components, mostBlocks below 1
 * @throws {DomainError} components that are not finite or all 0, what `youngSector` and `sectorGeodesic` refuse
 *
 * Cost that of `sectorGeodesic` for each type: minutes for n = 8 and two blocks. It proves nothing about types not searched.
 */
export function* symmetryBroken(
  target: readonly Complex[],
  n: number,
  options: SymmetryBrokenOptions = {},
): Generator<GeodesicStep, Solution<BrokenSymmetry>> {
  if (target.length !== n + 1) {
    throw new ShapeError(`symmetryBroken: ${n + 1} Dicke components required, got ${target.length}`);
  }
  const blocks = [n];
  return yield* blocksBroken({ blocks, components: sectorState({ blocks }, target) }, options);
}

/**
 * `symmetryBroken` for a state that is invariant under the permutations within blocks, S_{n₁}×…×S_{n_k}: its own sector first, then
 * types of smaller blocks.
 *
 * @param target - norm 1
 * @throws {DomainError} mostBlocks below the number of the target's blocks, what `youngSector` and `sectorGeodesic` refuse
 */
export function* blocksBroken(
  target: SymmetricVector,
  options: SymmetryBrokenOptions = {},
): Generator<GeodesicStep, Solution<BrokenSymmetry>> {
  const fewest = target.blocks.length;
  const { mostBlocks = fewest + 2 } = options;
  if (!(Number.isInteger(mostBlocks) && mostBlocks >= fewest)) {
    throw new DomainError(`symmetryBroken: mostBlocks of at least ${fewest} required, got ${mostBlocks}`);
  }
  const own = recorded(options.journal, target.blocks.join(' + '), (journal) =>
    searched(target, target.blocks, { ...options, journal }),
  );
  const types: SectorType[] = [yield* own];
  const followed = [0];
  for (;;) {
    const at = followed.at(-1)!;
    const found: SectorType[] = [];
    for (const { blocks, reason } of nextTypes(types, at, { ...options, mostBlocks })) {
      const search = recorded(options.journal, blocks.join(' + '), (journal) =>
        searched(target, blocks, { ...options, journal }, { types, at, reason }),
      );
      found.push(yield* search);
    }
    types.push(...found);
    const best = shortestOf(types);
    if (best === at || types[best]!.parent !== at) break;
    followed.push(best);
  }
  return solved(types, followed);
}

/** A type to be searched, and why. */
interface Candidate {
  readonly blocks: readonly number[];
  readonly reason: SectorType['reason'];
}

type NextOptions = SymmetryBrokenOptions & { readonly mostBlocks: number };

/** The types to which the path at this place can break, and which were not searched yet. */
function nextTypes(
  types: readonly SectorType[],
  at: number,
  { mostBlocks, everyTwoBlocks = false, real = false, parity = false }: NextOptions,
): readonly Candidate[] {
  const { blocks, certificate, parent } = types[at]!;
  const whole = types[0]!.blocks;
  const broken = (levels: readonly Levels[], reason: SectorType['reason']): readonly Candidate[] =>
    levels.flatMap((level) => brokenTypes(blocks, level)).map((type) => ({ blocks: type, reason }));
  const negative = certificate.index?.parts.filter((part) => part.negative > 0) ?? [];
  const allTwo = parent === null && (everyTwoBlocks || certificate.index === undefined);
  const candidates = [
    ...broken(
      negative.map(({ level }) => level),
      'negative mode',
    ),
    ...broken(
      allTwo ? whole.map((_, i) => whole.map((_, j) => (i === j ? 1 : 0))) : [],
      whole.length === 1 ? 'every type of two blocks' : 'every block in two',
    ),
  ];
  const seen = new Set(types.map((type) => nameOf(whole, type.blocks)));
  const own = nameOf(whole, blocks); // searched again from both sides of a saddle in its own sector
  const within = negative.some(({ level }) => level.every((kappa) => kappa === 0));
  if (within && !real && !parity) seen.delete(own); // with fewer controls it cannot be left along its mode
  return candidates.filter((candidate) => {
    const name = nameOf(whole, candidate.blocks);
    if (candidate.blocks.length > mostBlocks || seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}

/** Parts of blocks, whatever their order within each. */
function nameOf(whole: readonly number[], parts: readonly number[]): string {
  let at = 0;
  const names = whole.map((n) => {
    const from = at;
    for (let rest = n; rest > 0; at++) rest -= parts[at]!;
    return parts
      .slice(from, at)
      .toSorted((a, b) => a - b)
      .join('+');
  });
  return names.join('; ');
}

/** The path above a type, and why it is broken. */
interface Above {
  readonly types: readonly SectorType[];
  readonly at: number;
  readonly reason: SectorType['reason'];
}

/** The shortest path of one type, with its certificate. */
function* searched(
  target: SymmetricVector,
  blocks: readonly number[],
  options: SymmetryBrokenOptions,
  above?: Above,
): Generator<GeodesicStep, SectorType> {
  const { sizeWeights = [1, 1], real = false, parity = false, slices = 12, nodes = 8, modes = 1 } = options;
  const sector = youngSector(blocks, { ...options, sizeWeights });
  const from = above?.types[above.at];
  const fine = Math.max(slices, nodes); // where the index was counted, the mode is seen
  const leaves = above?.reason === 'negative mode' && !real && !parity;
  const also = leaves ? displaced(from!, sector, { slices: fine, modes }) : [];
  const state = refinedVector(target, sector, target.components);
  const search = sectorGeodesic(sector, state, { ...options, also });
  const { value: geodesic } = yield* named(blocks, search);
  const certificate = sectorCertificate(sector, geodesic, options);
  const [shortest] = geodesic.lengths;
  const reached = geodesic.lengths.filter((length) => length <= shortest! * (1 + ONE_PATH)).length;
  return {
    blocks,
    parent: above?.at ?? null,
    reason: above?.reason ?? 'all symmetric',
    geodesic,
    certificate,
    reached,
    starts: geodesic.lengths.length,
    descents: also.length,
  };
}

/** Starts on both sides of a saddle, in a sector of more blocks. */
function displaced(
  { blocks, geodesic }: SectorType,
  sector: YoungSector,
  { slices, modes }: { readonly slices: number; readonly modes: number },
): readonly BegunPath[] {
  const length = geodesic.start.state.length / 2;
  const moved = (interleaved: Float64Array): Float64Array =>
    refinedVector({ blocks }, sector, { length, interleaved }).interleaved;
  const start: StatePoint = { state: moved(geodesic.start.state), costate: moved(geodesic.start.costate) };
  return descentStarts(sector, start, slices, modes);
}

/** Steps that name their sector. */
function* named<Value>(
  blocks: readonly number[],
  steps: Generator<GeodesicStep, Value>,
): Generator<GeodesicStep, Value> {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield { ...next.value, phase: `${blocks.join(' + ')}: ${next.value.phase}` };
  }
}

/** Of equally long paths the most symmetric one, which comes first. */
const shortestOf = (types: readonly SectorType[]): number =>
  types.reduce(
    (best, { geodesic }, k) => (geodesic.length < types[best]!.geodesic.length * (1 - SHORTER) ? k : best),
    0,
  );

function solved(types: readonly SectorType[], followed: readonly number[]): Solution<BrokenSymmetry> {
  const shortest = shortestOf(types);
  const { certificate } = types[shortest]!;
  const results: Partial<Record<SectorCertificate['status'], Result>> = {
    'local minimum of the full problem': 'converged',
    'saddle of the full problem': 'max-steps',
  };
  const searchedTypes = [...new Set(types.map(({ blocks }) => blocks.join(' + ')))].join('; ');
  const words = `${certificate.words}; types searched: ${searchedTypes}`;
  return {
    value: { types, shortest, followed, words },
    result: results[certificate.status] ?? 'stalled',
    steps: types.reduce((sum, { starts }) => sum + starts, 0),
  };
}
