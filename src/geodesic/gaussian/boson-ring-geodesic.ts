/** @file Shortest Gaussian paths of oscillators on a ring in words of bounded range. */

import { DomainError, ShapeError } from '../../errors.ts';
import type { Solution } from '../../solution.ts';
import type { GeodesicStep } from '../state/sliced-search.ts';
import { checkSearch, type GaussianSearchOptions, type ShortestSliced, shortestSliced } from './gaussian-search.ts';
import { pairCondition } from './pair-path.ts';
import { checkRangeMetric, type RangeMetric } from './range-metric.ts';

/** What acts in a slice for the time 1/K: h_r of each family, entry r for the displacements ±r. */
export interface BosonRingGenerator {
  /** Of (x_i p_j + p_i x_j)/2: squeezes. */
  readonly squeezing: Float64Array;
  /** Of (p_i p_j − x_i x_j)/2. */
  readonly shear: Float64Array;
  /** Of (p_i p_j + x_i x_j)/2: rotates phases. */
  readonly rotation: Float64Array;
}

/** The shortest path found on a ring of oscillators. */
export interface BosonRingGeodesic extends Omit<ShortestSliced, 'x' | 'multiplier' | 'coarse'> {
  readonly sites: number;
  readonly coarseLength: number | null;
  readonly generators: readonly BosonRingGenerator[];
  /** √(w·Σr_k²) with the least weight w: no Gaussian path is shorter. */
  readonly lowerBound: number;
}

/**
 * The shortest Gaussian path that translations and reflections keep, from uncoupled oscillators of frequency ω_R to those whose modes are squeezed
 * by r_k, V_x = e^{2r_k}/(2ω_R): each pair ±k is a point of a hyperboloid, turned by SU(1,1), ṁ = 2b × m,
 *
 *     b_k = Σ_r m_r cos(kr)·(h_r of each family),    F² = N Σ_r m_r w_r Σ h_r²,    m_r = 1 for r = 0 and N/2, else 2.
 *
 * With all ranges and equal weights the normal modes decouple, the path is straight, and its length √(Σr_k²), which is proved to be the least
 * [Jefferson & Myers]. With all ranges and weights w_r the straight path is `oscillatorComplexity` with `weights`. With bounded
 * range brackets are needed.
 *
 * @param metric - w_0, w_1, …; ranges beyond N/2 do not count
 * @param squeezings - r_k at k = 2πj/N, j = 0 … N/2, shape (N/2 + 1,); ½ log(ω_R/ω_k) for the ground state
 * @returns converged where Σ(1 − F) ≤ 1e-7 at the end
 * @throws {ShapeError} fewer than two squeezings
 * @throws {DomainError} squeezings that are not finite, weights that are not positive, no start or slice
 *
 * Cost of a gradient O(K·N·R), of a Newton step O((K·R)³).
 *
 * @see Jefferson & Myers, arXiv:1707.08570 (2017)
 */
export function* bosonRingGeodesic(
  metric: RangeMetric,
  squeezings: ArrayLike<number>,
  options: GaussianSearchOptions = {},
): Generator<GeodesicStep, Solution<BosonRingGeodesic>> {
  const half = squeezings.length - 1;
  if (half < 1) throw new ShapeError(`bosonRingGeodesic: two squeezings or more required, got ${squeezings.length}`);
  if (!Array.from(squeezings).every(Number.isFinite))
    throw new DomainError('bosonRingGeodesic: finite squeezings required');
  checkRangeMetric('bosonRingGeodesic', metric);
  checkSearch('bosonRingGeodesic', options);
  const sites = 2 * half;
  const multiplicity = (index: number): number => (index === 0 || index === half ? 1 : 2);
  const multiplicities = Float64Array.from(squeezings, (_, j) => multiplicity(j));
  const target = Float64Array.from(squeezings).reduce(
    (vectors, r, j) => {
      vectors.set([0, -Math.sinh(2 * r), Math.cosh(2 * r)], 3 * j); // (V_xp, (V_pp − V_xx)/2, (V_xx + V_pp)/2)
      return vectors;
    },
    new Float64Array(3 * squeezings.length),
  );
  const controls = metric.weights.slice(0, half + 1).flatMap((weight, range) => {
    if (weight === Infinity) return [];
    const profile = multiplicities.map((_, j) => multiplicity(range) * Math.cos((Math.PI * j * range) / half));
    const cost = sites * multiplicity(range) * weight;
    return [0, 1, 2].map((axis) => ({ letter: 'g' as const, range, axis, profile, cost }));
  });
  const pathOf = (slices: number) => pairCondition({ controls, target, slices, signature: -1, multiplicities });
  const { value, result, steps } = yield* shortestSliced(pathOf, controls.length, options);
  const { x, multiplier: _, coarse, ...sliced } = value;
  const squares = Array.from(squeezings).reduce((sum, r, j) => sum + multiplicities[j]! * r * r, 0);
  const least = Math.min(...metric.weights);
  return {
    value: {
      ...sliced,
      sites,
      coarseLength: coarse?.length ?? null,
      generators: generatorsOf(controls, half, sliced.slices, x),
      lowerBound: Math.sqrt(least * squares),
    },
    result,
    steps,
  };
}

function generatorsOf(
  controls: readonly { readonly range: number; readonly axis: number; readonly cost: number }[],
  half: number,
  slices: number,
  x: Float64Array,
): readonly BosonRingGenerator[] {
  return Array.from({ length: slices }, (_, k) => {
    const families = [0, 1, 2].map(() => new Float64Array(half + 1));
    controls.forEach(({ range, axis, cost }, a) => {
      families[axis]![range] = (axis === 2 ? -1 : 1) * x[k * controls.length + a]! * Math.sqrt(slices / cost);
    });
    return { squeezing: families[0]!, shear: families[1]!, rotation: families[2]! };
  });
}
