/**
 * @file The complexity of a mixed state ρ = U Λ U†: the shortest path from a diagonal state with its spectrum, by the
 * direct method of `stateGeodesic` with all eigenspaces at once.
 */

import { controlWords } from '../../complexity/controls.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { rightInvariantMetric } from '../../complexity/right-invariant-metric.ts';
import { DomainError } from '../../errors.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { dot, length } from '../../linalg/real-vector.ts';
import { indexOfWord, sumOfCoordinates } from '../../operator/pauli-coordinates.ts';
import { approached, arrived, bestMultiplier, type ConstrainedPath } from '../../path/constrained-path.ts';
import { lengthUncertainty } from '../../path/length-uncertainty.ts';
import { reslicedPath } from '../../path/state-path.ts';
import type { Solution } from '../../solution.ts';
import { told } from '../state/sliced-search.ts';
import type { GeodesicStep } from '../state/state-geodesic.ts';
import { eigenspaces } from './eigenspaces.ts';
import { describedMixed, forwardVelocity, type MixedGeodesic } from './mixed-certificate.ts';
import { diagonalCondition, joined } from './mixed-path.ts';
import { followed, type Level, lengthOf, type MixedGeodesicOptions, searched } from './mixed-search.ts';
import { type MixedShot, polishedMixedShot } from './mixed-shooting.ts';
import { type Ordering, orderingCount } from './spectrum-orderings.ts';

export type { MixedGeodesicOptions } from './mixed-search.ts';

/** Most qubits for which paths are polished to geodesics unless asked, and the residual that counts as arrived. */
const [LARGEST_POLISHED, ARRIVED] = [3, 1e-9];

/**
 * The complexity of a mixed state as Dong & Zhou define it (sect. III.A): the least length of a path U from a diagonal
 * state Λ with the spectrum of ρ to ρ = U Λ U†, over all U, whatever they do inside the eigenspaces, and over the
 * orderings of Λ. It depends on the eigenspaces only, is 0 for a diagonal state, and jumps where eigenvalues cross.
 *
 * The search runs backwards as that of `stateGeodesic`, from paths of K/2 slices, (K + 1)/2 for an odd K, and keeps such a path where
 * it is shorter. Orderings whose lower bound is above a length already found are left out.
 *
 * @param density - ρ, shape (2ⁿ, 2ⁿ), n ≤ 6 or so
 * @returns `converged` if every eigenspace is met within the tolerance
 * @throws {ShapeError | DomainError} ρ is no density matrix, K is no number of slices, or the metric is wrong
 *
 * Cost that of `stateGeodesic` for each vector of the eigenspaces but the greatest: as for a pure state if ρ is a pure
 * state in white noise.
 */
export function* mixedGeodesic(
  metric: PenaltyMetric,
  density: ComplexMatrix,
  options: MixedGeodesicOptions = {},
): Generator<GeodesicStep, Solution<MixedGeodesic>> {
  const { slices = 8, maxSteps = 150, tolerance = 1e-8, degeneracy = 1e-8, journal } = options;
  if (!(Number.isInteger(slices) && slices >= 1)) {
    throw new DomainError(`mixedGeodesic: a whole number of slices of at least 1 required, got ${slices}`);
  }
  const spaces = eigenspaces(density, degeneracy);
  const controls = controlWords(metric, Math.log2(density.rows));
  const coarse: Level = { controls, spaces, slices: Math.ceil(slices / 2), journal };
  const found = yield* searched(coarse, options);
  const aim = { maxSteps, tolerance: tolerance / 100 };
  const { ordering, attempt: short } = yield* followed(coarse, found, aim);
  const conditionOf = (count: number): ConstrainedPath => ({
    ...diagonalCondition(controls, count, spaces, ordering),
    journal,
  });
  const [half, whole] = [conditionOf(coarse.slices), conditionOf(slices)];
  const halved = reslicedPath(coarse, short.x, slices);
  const long = yield* told('fine', { controls, slices }, approached(whole, { ...short, x: halved }, aim));
  const { x: sliced } = arrived(whole, long.x);
  const polished = options.polished ?? controls.qubits <= LARGEST_POLISHED;
  const shot = polished ? geodesicNear(metric, { ...coarse, slices }, ordering, sliced) : null;
  const settled =
    shot === null ? sliced : shorter(whole, sliced, yield* resliced(whole, { ...coarse, slices }, shot, aim));
  const x = better(whole, halved, settled, slices, tolerance);
  const { multiplier, residual: costateResidual } = bestMultiplier(whole, x);
  const value = describedMixed(density, { controls, spaces, ordering, slices, tolerance }, x, {
    coarseLength: lengthTo(half, short.x, coarse.slices, tolerance),
    starts: found.map((one) => lengthOf(one.attempt.x, coarse.slices)),
    orderings: {
      searched: new Set(found.map((one) => one.ordering.join())).size,
      count: options.sorted ? 1 : orderingCount(spaces),
    },
    costateResidual,
    uncertainty: lengthUncertainty(length(multiplier), Math.sqrt(missedBy(whole, x)), lengthOf(x, slices)),
    geodesic: shot && {
      momentum: sumOfCoordinates(shot.momentum),
      length: shot.length,
      residual: shot.residual,
      uncertainty: lengthUncertainty(length(shot.momentum), shot.residual, shot.length),
    },
  });
  yield { phase: 'end point', step: long.steps, length: value.length };
  const steps = found.reduce((sum, one) => sum + one.attempt.steps, 0) + short.steps + long.steps;
  return { value, result: missedBy(whole, x) <= tolerance ? 'converged' : 'max-steps', steps };
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
  const { x } = arrived(whole, joined(backwards));
  const force = { weight: 200, multiplier: bestMultiplier(whole, x).multiplier };
  const near = yield* told(
    'geodesic',
    { controls, slices },
    approached(whole, { x, force, loss: Infinity, steps: 0 }, aim),
  );
  return arrived(whole, near.x).x;
}

/** The shorter of two points that meet the condition equally well. */
function shorter(path: ConstrainedPath, a: Float64Array, b: Float64Array): Float64Array {
  return missedBy(path, b) < 1e-16 && length(b) <= length(a) ? b : a;
}

/** The length of a path; Infinity if it misses an eigenspace. */
function lengthTo(path: ConstrainedPath, x: Float64Array, slices: number, tolerance: number): number {
  return missedBy(path, x) <= tolerance ? lengthOf(x, slices) : Infinity;
}

/** The shorter of two paths that meet every eigenspace; if both miss some, the one that ends nearer. */
function better(
  path: ConstrainedPath,
  a: Float64Array,
  b: Float64Array,
  slices: number,
  tolerance: number,
): Float64Array {
  const [lengthA, lengthB] = [a, b].map((x) => lengthTo(path, x, slices, tolerance));
  const missed = lengthA === Infinity && lengthB === Infinity;
  return (missed ? missedBy(path, a) < missedBy(path, b) : lengthA! < lengthB!) ? a : b;
}

/** |c|² at the end of the path at x. */
function missedBy(path: ConstrainedPath, x: Float64Array): number {
  const { miss } = path.condition(x);
  return dot(miss, miss);
}
