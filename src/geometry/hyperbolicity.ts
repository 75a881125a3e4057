/** @file How like a tree is a metric space? Gromov's hyperbolicity. */

import { checkDistances, type DistanceTable } from './multidimensional-scaling.ts';

/** Gromov's δ of a finite metric space, and δ relative to its diameter. */
export interface Hyperbolicity {
  /** Greatest δ over all four points; 0 exactly for trees. */
  readonly delta: number;
  /** Mean δ over all four points, less sensitive to single ones. */
  readonly mean: number;
  /** 2δ/diameter, between 0 (a tree) and 1 (a square with its greatest possible thickness). */
  readonly relative: number;
}

/**
 * Gromov's four-point hyperbolicity: for four points let S₁ ≥ S₂ ≥ S₃ be the three sums of opposite distances; then
 * δ = (S₁ − S₂)/2, and that of the space is the greatest. Trees have 0, a cycle of n equal edges n/4 if 4 divides n, the
 * hyperbolic plane of curvature −1 at most log 2, flat space grows without bound with its size.
 *
 * @param distances - a metric, see `shortestPaths`
 *
 * Cost O(points⁴): up to about 60 points within a second.
 *
 * @see Gromov, Hyperbolic groups, in Essays in Group Theory (1987)
 */
export function hyperbolicity(distances: DistanceTable): Hyperbolicity {
  checkDistances(distances);
  const n = distances.length;
  let delta = 0;
  let sum = 0;
  let count = 0;
  for (let a = 0; a < n; a++) {
    for (let b = a + 1; b < n; b++) {
      for (let c = b + 1; c < n; c++) {
        for (let d = c + 1; d < n; d++) {
          const first = distances[a]![b]! + distances[c]![d]!;
          const second = distances[a]![c]! + distances[b]![d]!;
          const third = distances[a]![d]! + distances[b]![c]!;
          const greatest = Math.max(first, second, third);
          const least = Math.min(first, second, third);
          const own = (greatest - (first + second + third - greatest - least)) / 2;
          delta = Math.max(delta, own);
          sum += own;
          count++;
        }
      }
    }
  }
  const diameter = Math.max(0, ...distances.flat());
  return { delta, mean: count > 0 ? sum / count : 0, relative: diameter > 0 ? (2 * delta) / diameter : 0 };
}
