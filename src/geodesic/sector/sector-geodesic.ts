/** @file The shortest path to a symmetric state within a sector: search in slices, then shooting. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { randomStream } from '../../linalg/random.ts';
import { length } from '../../linalg/real-vector.ts';
import { romberg } from '../../linalg/romberg.ts';
import { norm } from '../../linalg/vector.ts';
import type { Attempt } from '../../path/constrained-path.ts';
import { extrapolatedLength } from '../../path/extrapolated-length.ts';
import { recorded, type SearchJournal } from '../../search-journal.ts';
import type { Solution } from '../../solution.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import type { StatePoint } from '../state/state-flow.ts';
import { spaceSpeedAt } from './control-flow.ts';
import { newtonDescent } from './newton-descent.ts';
import {
  type BegunPath,
  type CountedPath,
  finerSectorPath,
  halvedSectorSlices,
  randomSlices,
  type SlicedSectorPath,
  slicedSectorPath,
} from './sector-search.ts';
import { sectorShot } from './sector-shooting.ts';
import type { StateSector } from './state-sector.ts';
import { stationarySlices } from './stationary-slices.ts';

/** How a sector is searched. */
export interface SectorGeodesicOptions {
  /** Random starts, default 6. */
  readonly starts?: number;
  /** Slices K of a path, default 12. */
  readonly slices?: number;
  /** How often the slices are doubled at most, default 2; for the extrapolation, and where shooting fails. */
  readonly doublings?: number;
  /** How many of the shortest different paths are polished by shooting, default 2; 0 for none, the choice for many qubits. */
  readonly polished?: number;
  /** Residual at which shooting ends, default 1e-11. */
  readonly tolerance?: number;
  /** L-BFGS steps for each weight of the end-point condition, default 300. */
  readonly maxSteps?: number;
  /**
   * Steps of `newtonDescent`, by which paths are made exactly stationary and led off saddles: after L-BFGS for random starts, in its
   * place for given ones and for finer slices. Default 0; for many qubits, where L-BFGS leaves paths long.
   */
  readonly newtonSteps?: number;
  readonly seed?: number;
  /** A path in a sector with as many controls, as to a state of the same kind of fewer qubits: the only start then. */
  readonly near?: BegunPath;
  /** Further starts in this sector, before the random ones. */
  readonly also?: readonly BegunPath[];
  /** Where the search writes what it has found, so that an interrupted one goes on (`searchJournal`); nowhere by default. */
  readonly journal?: SearchJournal | undefined;
}

/** The shortest path found in a sector. */
export interface SectorGeodesic {
  /**
   * Where it is polished, the length of the geodesic; otherwise that of the finest sliced path. Either is the length of a path of
   * the full problem to the end point reached.
   */
  readonly length: number;
  /** √(1 − F) at the end. */
  readonly residual: number;
  /** |p|·residual/length: how much the length may change when the end is met. */
  readonly uncertainty: number;
  /** Whether it is a geodesic found by shooting, given by its start. */
  readonly polished: boolean;
  /** |0…0⟩ and the costate there, interleaved, shape (d,) each; of a sliced path up to O(1/K²). */
  readonly start: StatePoint;
  /** The sliced path and those with twice as many slices. */
  readonly sliced: readonly SlicedSectorPath[];
  /** Limit of the sliced lengths for an error in 1/K²; undefined where K and 2K are not on one sheet. */
  readonly extrapolated?: number;
  /** Lengths of all starts, ascending. */
  readonly lengths: readonly number[];
}

/** Lengths that differ by less, relatively, belong to one path. */
const EQUAL = 1e-5;
/** Infidelity of a sliced path that is near enough to its target to be followed. */
const NEAR = 1e-8;
/** Residual of a path that has met its target. */
const MET = 1e-6;
const MOST_NEWTON_STEPS = 40;

/**
 * The shortest path from |0…0⟩ to a symmetric state within a sector. Paths of K slices are drawn from random starts, backwards from
 * the target; the multiplier of the end-point condition is the costate, with which Newton's method shoots at the target.
 *
 * @param target - as `sectorState` or `ringState` gives it, shape (d,), norm 1
 * @returns converged where the target is met to 1e-6 in residual, stalled otherwise
 * @throws {ShapeError} another number of amplitudes than d; a path to start from with another number of controls
 * @throws {DomainError} a norm other than 1, no start, no slice
 *
 * Cost of a gradient some 2·K·order actions of H; 200 symmetric states and 8 controls take seconds, and shooting, with Jacobians of
 * 2d − 2 linearised flows, is for dimensions below about 50.
 */
export function* sectorGeodesic(
  sector: StateSector,
  target: ComplexVector,
  options: SectorGeodesicOptions = {},
): Generator<GeodesicStep, Solution<SectorGeodesic>> {
  const { polished = 2, doublings = 2, journal } = options;
  const found = yield* slicedStarts(sector, target, options);
  const lengths = found.map((path) => path.length);
  const reached = different(found.filter(({ infidelity }) => infidelity <= NEAR));
  const best = reached[0] ?? found[0]!;
  let steps = found.reduce((sum, path) => sum + path.steps, 0);
  const geodesics: SectorGeodesic[] = [];
  for (const path of reached.slice(0, polished)) {
    const shot = yield* recorded(journal, 'geodesic', () => shotFrom(sector, target, path, options));
    steps += shot.steps;
    geodesics.push({ ...shot.value, lengths });
  }
  geodesics.sort((a, b) => a.length - b.length);
  if (geodesics[0] !== undefined) return { value: geodesics[0], result: 'converged', steps };
  const sliced = yield* doubled(sector, target, [best], doublings, options);
  const value = { ...unpolished(sector, sliced), lengths };
  return { value, result: value.residual <= MET ? 'converged' : 'stalled', steps };
}

function checkSearch(
  sector: StateSector,
  target: ComplexVector,
  { starts = 6, slices = 12, near, also = [] }: SectorGeodesicOptions,
): void {
  if (target.length !== sector.dimension) {
    throw new ShapeError(`sectorGeodesic: ${sector.dimension} amplitudes required, got ${target.length}`);
  }
  const size = norm(target);
  if (!(Math.abs(size - 1) < 1e-9)) throw new DomainError(`sectorGeodesic: a state of norm 1 required, got ${size}`);
  const begun = near === undefined ? starts + also.length : 1;
  if (!(Number.isInteger(starts) && starts >= 0 && begun > 0 && Number.isInteger(slices) && slices > 0)) {
    throw new DomainError(`sectorGeodesic: at least one start and one slice required, got ${starts}, ${slices}`);
  }
  const controls = sector.inverseWeights.length;
  const other = [...(near === undefined ? also : [near])].find(
    ({ slices, coordinates }) => coordinates.length !== slices * controls,
  );
  if (other !== undefined) {
    throw new ShapeError(
      `sectorGeodesic: a path with ${controls} controls required, got ${other.coordinates.length / other.slices}`,
    );
  }
}

/**
 * A shortest sliced path from each start, by length.
 *
 * @throws {ShapeError | DomainError} as `sectorGeodesic`
 */
export function* slicedStarts(
  sector: StateSector,
  target: ComplexVector,
  options: SectorGeodesicOptions,
): Generator<GeodesicStep, readonly CountedPath[]> {
  checkSearch(sector, target, options);
  const { starts = 6, slices = 12, maxSteps = 300, newtonSteps = 0, seed = 0, near, also = [], journal } = options;
  const found: CountedPath[] = [];
  const given = near === undefined ? also : [near];
  for (const [start, path] of given.entries()) {
    const from = { slices: path.slices, x: path.coordinates, near: true, maxSteps };
    const phase = `given start ${start}`;
    const search = recorded(journal, phase, (own) =>
      newtonSteps > 0
        ? newtonDescent(sector, target, path, newtonSteps, own)
        : slicedSectorPath(sector, target, { ...from, journal: own }),
    );
    found.push(yield* reported(phase, search));
  }
  for (let start = 0; start < (near === undefined ? starts : 0); start++) {
    const x = randomSlices(sector, slices, randomStream(seed, `sector start ${start}`));
    const phase = `start ${start}`;
    const search = recorded(journal, phase, (own) =>
      slicedSectorPath(sector, target, { slices, x, maxSteps, journal: own }),
    );
    const path = yield* reported(phase, search);
    const exact = recorded(journal, `${phase}, Newton`, (own) => newtonDescent(sector, target, path, newtonSteps, own));
    found.push(newtonSteps > 0 ? yield* reported(`${phase}, Newton`, exact) : path);
  }
  return found.toSorted((a, b) => a.length - b.length);
}

/** The first of each length. */
const different = (paths: readonly CountedPath[]): readonly CountedPath[] =>
  paths.filter((path, i) => i === 0 || path.length - paths[i - 1]!.length > EQUAL * path.length);

/** Yields the length after every step. */
function* reported<Result>(
  phase: string,
  attempts: Generator<Pick<Attempt, 'x' | 'steps'>, Result>,
): Generator<GeodesicStep, Result> {
  for (;;) {
    const next = attempts.next();
    if (next.done) return next.value;
    yield { phase, step: next.value.steps, length: length(next.value.x) };
  }
}

/** The paths, the last one in twice as many slices again and again. */
function* doubled(
  sector: StateSector,
  target: ComplexVector,
  paths: readonly SlicedSectorPath[],
  doublings: number,
  { maxSteps = 300, newtonSteps = 0, journal }: SectorGeodesicOptions,
): Generator<GeodesicStep, readonly SlicedSectorPath[]> {
  const all = [...paths];
  for (let k = 0; k < doublings; k++) {
    const last = all.at(-1)!;
    const halved = { slices: 2 * last.slices, coordinates: halvedSectorSlices(sector, last.coordinates) };
    const phase = `${halved.slices} slices`;
    const search = recorded(journal, phase, (own) =>
      newtonSteps > 0
        ? newtonDescent(sector, target, halved, newtonSteps, own)
        : finerSectorPath(sector, target, last, maxSteps, own),
    );
    all.push(yield* reported(phase, search));
  }
  return all;
}

/** A geodesic found by shooting, or the sliced path where none is, and Newton steps. */
interface Polished {
  readonly value: Omit<SectorGeodesic, 'lengths'>;
  readonly steps: number;
}

/**
 * Shooting with the costate of a sliced path. Where that fails, the paths are made exactly stationary in K, 2K, … slices, and their
 * costates are extrapolated in 1/K².
 */
function* shotFrom(
  sector: StateSector,
  target: ComplexVector,
  path: SlicedSectorPath,
  options: SectorGeodesicOptions,
): Generator<GeodesicStep, Polished> {
  const { doublings = 2 } = options;
  let sliced: readonly SlicedSectorPath[] = [path];
  let costates: readonly Float64Array[] = [path.costate];
  let steps = 0;
  for (let doubling = 0; ; doubling++) {
    for (const costate of costates.toReversed()) {
      const shot = shotOn(sector, target, sliced, costate, options);
      steps += shot.steps;
      yield { phase: 'geodesic', step: steps, length: shot.value.length };
      if (shot.value.polished) return { value: shot.value, steps };
    }
    if (doubling > doublings) return { value: unpolished(sector, sliced), steps };
    const last = sliced.at(-1)!;
    const start =
      doubling === 0
        ? last
        : { ...last, slices: 2 * last.slices, coordinates: halvedSectorSlices(sector, last.coordinates) };
    const exact = stationarySlices(sector, target, start);
    sliced = doubling === 0 ? [exact] : [...sliced, exact];
    costates = romberg(doubling === 0 ? [] : costates, exact.costate);
  }
}

/** What one costate leads to: polished if the target is met by a geodesic on the sheet of the sliced path. */
function shotOn(
  sector: StateSector,
  target: ComplexVector,
  sliced: readonly SlicedSectorPath[],
  costate: Float64Array,
  { tolerance = 1e-11 }: SectorGeodesicOptions,
): Polished {
  const shot = sectorShot(sector, target, costate, { tolerance, maxSteps: MOST_NEWTON_STEPS });
  const { residual, steps } = shot;
  const start = shot.flow.points[0]!;
  const speed = spaceSpeedAt(sector, start);
  const polished = residual <= MET && speed <= sliced.at(-1)!.length * (1 + EQUAL);
  const uncertainty = (length(start.costate) * residual) / speed;
  return { value: { length: speed, residual, uncertainty, polished, start, sliced }, steps };
}

function unpolished(sector: StateSector, sliced: readonly SlicedSectorPath[]): Omit<SectorGeodesic, 'lengths'> {
  const finest = sliced.at(-1)!;
  const state = new Float64Array(2 * sector.dimension);
  state[0] = 1;
  const residual = Math.sqrt(finest.infidelity);
  const lengths = sliced.map(({ slices, length: L, coordinates }) => ({ slices, length: L, x: coordinates }));
  const limit = extrapolatedLength(lengths, (x) => halvedSectorSlices(sector, x));
  return {
    length: finest.length,
    residual,
    uncertainty: (length(finest.costate) * residual) / finest.length,
    polished: false,
    start: { state, costate: finest.costate },
    sliced,
    ...(limit !== null && { extrapolated: limit.length }),
  };
}
