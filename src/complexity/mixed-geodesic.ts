/**
 * @file The complexity of a mixed state ρ = U Λ U†: the shortest path from a diagonal state with its spectrum, by the
 * direct method of `stateGeodesic` with all eigenspaces at once.
 */

import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { randomStream } from '../linalg/random.ts';
import { dot, length } from '../linalg/real-vector.ts';
import type { Solution } from '../solution.ts';
import { anyDiagonal } from './any-diagonal.ts';
import {
  type Attempt,
  approached,
  arrived,
  bestMultiplier,
  type ConstrainedPath,
  explored,
} from './constrained-path.ts';
import { type Controls, controlWords } from './controls.ts';
import { randomPath } from './direct-method.ts';
import { type Eigenspace, eigenspaces } from './eigenspaces.ts';
import { mixedLowerBound } from './mixed-bound.ts';
import { describedMixed, forwardVelocity, type MixedGeodesic } from './mixed-certificate.ts';
import { diagonalCondition, joined } from './mixed-path.ts';
import { type MixedShot, polishedMixedShot } from './mixed-shooting.ts';
import type { PenaltyMetric } from './penalty-metric.ts';
import { indexOfWord, rightInvariantMetric, sumOfCoordinates } from './right-invariant-metric.ts';
import {
  allOrderings,
  diagonalOverlap,
  fallingOrdering,
  nearestOrdering,
  type Ordering,
  orderingCount,
} from './spectrum-orderings.ts';
import type { GeodesicOptions, GeodesicStep } from './state-geodesic.ts';
import { halvedSlices } from './state-path.ts';
import { pathFrom } from './state-search.ts';

/** How the shortest path is sought. */
export interface MixedGeodesicOptions
  extends Pick<GeodesicOptions, 'slices' | 'starts' | 'seed' | 'maxSteps' | 'tolerance' | 'paths'> {
  /** Only the diagonal state of falling eigenvalues, the greatest on |0…0⟩; default false: the nearest of all orderings. */
  readonly sorted?: boolean;
  /** Eigenvalues no further apart than this are one; default 1e-8. */
  readonly degeneracy?: number;
  /** Whether the shortest path is polished to a geodesic by shooting: O(64ⁿ); default for n ≤ 3. */
  readonly polished?: boolean;
}

/** All orderings are searched up to this many; beyond it those that searches with a free end find. */
const MOST_ORDERINGS = 24;
/** Most qubits for which paths are polished to geodesics unless asked, and the residual that counts as arrived. */
const [LARGEST_POLISHED, ARRIVED] = [3, 1e-9];
/** Orderings that are searched with all starts, the others with one. */
const FINALISTS = 2;

/**
 * The complexity of a mixed state as Dong & Zhou define it (sect. III.A): the least length of a path U from a diagonal
 * state Λ with the spectrum of ρ to ρ = U Λ U†, over all U, whatever they do inside the eigenspaces, and over the
 * orderings of Λ. It depends on the eigenspaces only, is 0 for a diagonal state, and jumps where eigenvalues cross.
 *
 * The search runs backwards as that of `stateGeodesic`. Orderings whose lower bound is above a length already found are
 * left out.
 *
 * @param density - ρ, shape (2ⁿ, 2ⁿ), n ≤ 6 or so
 * @returns `converged` if every eigenspace is met within the tolerance
 * @throws {ShapeError | DomainError} ρ is no density matrix, K is odd, or the metric is wrong
 *
 * Cost that of `stateGeodesic` for each vector of the eigenspaces but the greatest: as for a pure state if ρ is a pure
 * state in white noise.
 */
export function* mixedGeodesic(
  metric: PenaltyMetric,
  density: ComplexMatrix,
  options: MixedGeodesicOptions = {},
): Generator<GeodesicStep, Solution<MixedGeodesic>> {
  const { slices = 8, maxSteps = 150, tolerance = 1e-8, degeneracy = 1e-8 } = options;
  if (!(slices >= 2 && slices % 2 === 0)) {
    throw new DomainError(`mixedGeodesic: an even number of slices required, got ${slices}`);
  }
  const spaces = eigenspaces(density, degeneracy);
  const controls = controlWords(metric, Math.log2(density.rows));
  const coarse: Level = { controls, spaces, slices: slices / 2 };
  const found = yield* searched(coarse, options);
  const { ordering, attempt } = found.reduce((a, b) => (b.attempt.loss < a.attempt.loss ? b : a));

  const aim = { maxSteps, tolerance: tolerance / 100 };
  const half = diagonalCondition(controls, slices / 2, spaces, ordering);
  const whole = diagonalCondition(controls, slices, spaces, ordering);
  const short = yield* told('coarse', slices / 2, approached(half, attempt, aim));
  const halved = halvedSlices({ controls }, short.x);
  const long = yield* told('fine', slices, approached(whole, { ...short, x: halved }, aim));
  const sliced = arrived(whole, long.x);
  const polished = options.polished ?? controls.qubits <= LARGEST_POLISHED;
  const shot = polished ? geodesicNear(metric, { ...coarse, slices }, ordering, sliced) : null;
  const x = shot === null ? sliced : shorter(whole, sliced, yield* resliced(whole, { ...coarse, slices }, shot, aim));
  const value = describedMixed(density, { controls, spaces, ordering, slices, tolerance }, x, {
    coarseLength: lengthOf(arrived(half, short.x), slices / 2),
    starts: found.map((one) => lengthOf(one.attempt.x, slices / 2)),
    orderings: {
      searched: new Set(found.map((one) => one.ordering.join())).size,
      count: options.sorted ? 1 : orderingCount(spaces),
    },
    costateResidual: bestMultiplier(whole, x).residual,
    geodesic: shot && { momentum: sumOfCoordinates(shot.momentum), length: shot.length, residual: shot.residual },
  });
  yield { phase: 'end point', step: long.steps, length: value.length };
  const { miss } = whole.condition(x);
  const steps = found.reduce((sum, one) => sum + one.attempt.steps, 0) + short.steps + long.steps;
  return { value, result: dot(miss, miss) <= tolerance ? 'converged' : 'max-steps', steps };
}

/**
 * The geodesic near the path at x, which runs from ρ to Λ; null if shooting does not arrive, or arrives far away.
 */
function geodesicNear(
  metric: PenaltyMetric,
  { controls, spaces, slices }: Level,
  ordering: Ordering,
  x: Float64Array,
): MixedShot | null {
  const sliced = lengthOf(x, slices);
  if (spaces.length < 2 || sliced < 1e-9) return null;
  const indices = controls.words.map(indexOfWord);
  const path = forwardVelocity({ controls, slices }, x).map((h) => {
    const coordinates = new Float64Array(4 ** controls.qubits);
    h.forEach((coefficient, p) => {
      coordinates[indices[p]!] = coefficient;
    });
    return coordinates;
  });
  const shot = polishedMixedShot(rightInvariantMetric(metric, controls.qubits), spaces, ordering, path);
  return shot.residual <= ARRIVED && shot.length < 1.02 * sliced ? shot : null;
}

/** The shortest path of K slices near a geodesic: its own velocities to begin with, and its costate as the multiplier. */
function* resliced(
  whole: ConstrainedPath,
  { controls, slices }: Level,
  { flow }: MixedShot,
  aim: { readonly maxSteps: number; readonly tolerance: number },
): Generator<GeodesicStep, Float64Array> {
  const indices = controls.words.map(indexOfWord);
  const backwards = Array.from({ length: slices }, (_, k) => {
    const H = flow.velocityAt(1 - (k + 0.5) / slices);
    return controls.weights.map((w, p) => -Math.sqrt(w / slices) * H[indices[p]!]!);
  });
  const x = arrived(whole, joined(backwards));
  const force = { weight: 200, multiplier: bestMultiplier(whole, x).multiplier };
  const near = yield* told('geodesic', slices, approached(whole, { x, force, loss: Infinity, steps: 0 }, aim));
  return arrived(whole, near.x);
}

/** The shorter of two points that meet the condition equally well. */
function shorter(path: ConstrainedPath, a: Float64Array, b: Float64Array): Float64Array {
  const { miss } = path.condition(b);
  return dot(miss, miss) < 1e-16 && length(b) <= length(a) ? b : a;
}

interface Level {
  readonly controls: Controls;
  readonly spaces: readonly Eigenspace[];
  readonly slices: number;
}

/** Where a start led, and to which ordering of the spectrum. */
interface Found {
  readonly ordering: Ordering;
  readonly attempt: Attempt;
}

/** All starts: the paths given, then random ones, to every ordering that may be the nearest. */
function* searched(level: Level, options: MixedGeodesicOptions): Generator<GeodesicStep, readonly Found[]> {
  const { controls, spaces, slices } = level;
  const { starts = 3, seed = 0, sorted = false, paths = [] } = options;
  const maxSteps = Math.min(100, options.maxSteps ?? 150);
  const free = anyDiagonal(controls, slices, spaces);
  const found: Found[] = [];
  const start = (phase: string, ordering: Ordering, x: Float64Array): Generator<GeodesicStep, void> =>
    (function* () {
      const path = diagonalCondition(controls, slices, spaces, ordering);
      found.push({ ordering, attempt: yield* told(phase, slices, explored(path, x, maxSteps)) });
    })();
  for (const [k, path] of paths.entries()) {
    const x = pathFrom(level, path);
    yield* start(`path ${k + 1}`, sorted ? fallingOrdering(spaces) : free.orderingAt(x), x);
  }
  if (starts === 0 && found.length > 0) return found;

  const random = (name: string): Float64Array => randomPath(level, randomStream(seed, name));
  const candidates = [fallingOrdering(spaces)];
  if (!sorted && orderingCount(spaces) <= MOST_ORDERINGS) candidates.push(...allOrderings(spaces));
  else if (!sorted) {
    candidates.push(nearestOrdering(spaces, diagonalOverlap(spaces)));
    for (let k = 1; k <= starts; k++) {
      const x = random(`free end ${k}`);
      const { x: end } = yield* told(`free end ${k}`, slices, explored(free, x, maxSteps));
      candidates.push(free.orderingAt(end));
    }
  }
  const bounded = [...new Map(candidates.map((ordering) => [ordering.join(), ordering])).values()]
    .map((ordering) => ({ ordering, bound: mixedLowerBound(controls, spaces, ordering) }))
    .sort((a, b) => a.bound - b.bound);
  const least = (): number => Math.min(...found.map(({ attempt }) => Math.sqrt(2 * attempt.loss)));
  for (const [k, { ordering, bound }] of bounded.entries()) {
    if (found.length > 0 && bound >= least()) continue;
    const x = random(`ordering ${k + 1}`);
    yield* start(`ordering ${k + 1}`, ordering, bound < 1e-12 ? x.fill(0) : x); // diagonal already
  }
  const finalists = [...found].sort((a, b) => a.attempt.loss - b.attempt.loss).slice(0, FINALISTS);
  for (let k = 2; k <= starts; k++) {
    for (const [rank, { ordering }] of finalists.entries()) {
      const name = `start ${k}, ordering ${rank + 1}`;
      yield* start(name, ordering, random(name));
    }
  }
  return found;
}

/** The steps of a search as those of a geodesic. */
function* told(phase: string, slices: number, steps: Generator<Attempt, Attempt>): Generator<GeodesicStep, Attempt> {
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value;
    yield { phase, step: next.value.steps, length: lengthOf(next.value.x, slices) };
  }
}

/** Σ_k F(H_k)/K at x. */
function lengthOf(x: Float64Array, slices: number): number {
  const words = x.length / slices;
  let sum = 0;
  for (let k = 0; k < slices; k++) sum += length(x.subarray(k * words, (k + 1) * words));
  return sum / Math.sqrt(slices);
}
