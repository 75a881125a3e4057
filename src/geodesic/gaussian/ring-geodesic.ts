/** @file Shortest Gaussian paths on a ring that translations keep: from |0…0⟩ to a state of pairs ±k. */

import { DomainError, ShapeError } from '../../errors.ts';
import { checkRing, type RingGenerator } from '../../gaussian/pair-space.ts';
import { length } from '../../linalg/real-vector.ts';
import type { Solution } from '../../solution.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { checkSearch, type GaussianSearchOptions, type ShortestSliced, shortestSliced } from './gaussian-search.ts';
import { type PairControl, pairControls } from './pair-controls.ts';
import { type PairProblem, pairCondition } from './pair-path.ts';
import { checkRangeMetric, type RangeMetric } from './range-metric.ts';
import { type RingShot, ringShot } from './ring-shooting.ts';

/** The shortest path found on a ring. */
export interface RingGeodesic extends Omit<ShortestSliced, 'x' | 'multiplier' | 'coarse'> {
  readonly sites: number;
  /** The length in half as many slices; null if there is none. */
  readonly coarseLength: number | null;
  /** What acts in each slice for the time 1/K. */
  readonly generators: readonly RingGenerator[];
  /** The geodesic near the sliced path by shooting; null where it was not met to 1e-6. */
  readonly polished: Pick<RingShot, 'length' | 'residual'> | null;
  /** √(Σθ²·w/8) with the least weight w of ranges ≥ 1: no Gaussian translation-invariant path is shorter. */
  readonly lowerBound: number;
}

/** √Σ(1 − F) at which a geodesic counts as polished. */
const POLISHED = 1e-6;
const INTEGRATION = 4;

/**
 * The shortest Gaussian path that translations keep, from |0…0⟩ to the state of the ring with these pseudo-spins, in the words of
 * `RangeMetric`: slices of constant Hamiltonian, which turn the pseudo-spins exactly, from random starts; the shortest is polished by
 * shooting. It is the *shortest Gaussian translation-invariant path found*, and its length an upper bound of the complexity in every
 * metric in which these words weigh w_r. With further words, ZZ say, it is no geodesic: their momenta do not vanish.
 *
 * With all ranges and weights 1, r or r² it is `straightPath`; for equal weights that is proved to be the shortest, for it has the length
 * of `lowerBound`:
 *
 *     |θ̇_k| ≤ 2√(b_x² + b_y²),    Σ_k (b_x² + b_y²) ≤ 2F²/w    ⇒    L ≥ √(w Σ θ_k²/8).
 *
 * With a bounded range the path needs brackets, and its length grows faster than √N.
 *
 * @param target - m_k of `pairVectors` or `vectorsOfAngles`, shape (3N/2,), of length 1 each
 * @returns converged where Σ(1 − F) ≤ 1e-7 at the end; stalled otherwise, with the path that comes nearest
 * @throws {ShapeError} a number of components that is no multiple of 3
 * @throws {DomainError} pseudo-spins of another length, weights that are not positive, no start or slice
 *
 * Cost of a gradient O(K·N·#controls), of a Newton step O((K·#controls)³): bounded range to 16 sites in seconds a start; at 32 sites and
 * range 1 the modes of long waves hardly move, and Σ(1 − F) stays near 1e-7. All ranges to 64 sites by L-BFGS.
 */
export function* ringGeodesic(
  metric: RangeMetric,
  target: Float64Array,
  options: GaussianSearchOptions = {},
): Generator<GeodesicStep, Solution<RingGeodesic>> {
  checkTarget(target);
  checkRangeMetric('ringGeodesic', metric);
  const sites = (2 * target.length) / 3;
  checkSearch('ringGeodesic', options);
  const controls = pairControls(sites, metric);
  const problem = (slices: number): PairProblem => ({ controls, target, slices });
  const { slices = defaultSlices(sites, metric), ...rest } = options;
  const search = shortestSliced((k) => pairCondition(problem(k)), controls.length, { slices, ...rest });
  const { value, result, steps } = yield* search;
  const { x, multiplier, coarse, ...sliced } = value;
  const shot =
    result === 'converged' ? ringShot(problem(value.slices), x, multiplier, INTEGRATION * value.slices) : null;
  const polished =
    shot !== null && shot.residual <= POLISHED && Math.abs(shot.length - value.length) < 0.05 * value.length;
  const least = metric.weights.slice(1, sites / 2 + 1).reduce((a, b) => Math.min(a, b));
  return {
    value: {
      ...sliced,
      sites,
      coarseLength: coarse?.length ?? null,
      generators: generatorsOf(controls, value.slices, x),
      polished: polished ? { length: shot.length, residual: shot.residual } : null,
      lowerBound: Math.sqrt((least * anglesOf(target).reduce((sum, theta) => sum + theta * theta, 0)) / 8),
    },
    result,
    steps: steps + (shot?.steps ?? 0),
  };
}

/** Enough for a straight line where all ranges are allowed, more where they are made by brackets. */
const defaultSlices = (sites: number, { weights }: RangeMetric): number =>
  weights.length > sites / 2 ? 6 : Math.min(96, 3 * sites + 8);

const anglesOf = (target: Float64Array): readonly number[] =>
  Array.from({ length: target.length / 3 }, (_, k) =>
    Math.atan2(Math.hypot(target[3 * k]!, target[3 * k + 1]!), target[3 * k + 2]!),
  );

/** h = x·√(K/cost), slice by slice. */
function generatorsOf(controls: readonly PairControl[], slices: number, x: Float64Array): readonly RingGenerator[] {
  const longest = controls.reduce((most, { range }) => Math.max(most, range), 1);
  return Array.from({ length: slices }, (_, k) => {
    const generator = {
      g: 0,
      A: new Float64Array(longest),
      B: new Float64Array(longest),
      D: new Float64Array(longest),
    };
    controls.forEach(({ letter, range, cost }, a) => {
      const h = x[k * controls.length + a]! * Math.sqrt(slices / cost);
      if (letter === 'g') generator.g = h;
      else generator[letter][range - 1] = h;
    });
    return generator;
  });
}

function checkTarget(target: Float64Array): void {
  if (target.length === 0 || target.length % 3 !== 0) {
    throw new ShapeError(`ringGeodesic: three components of each pseudo-spin required, got ${target.length} numbers`);
  }
  checkRing('ringGeodesic', (2 * target.length) / 3);
  for (let at = 0; at < target.length; at += 3) {
    const size = length(target.subarray(at, at + 3));
    if (!(Math.abs(size - 1) < 1e-8)) {
      throw new DomainError(`ringGeodesic: pseudo-spins of length 1 required, got ${size}`);
    }
  }
}
