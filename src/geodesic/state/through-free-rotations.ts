/** @file The search for paths where rotations of single qubits cost little: by way of free ones. */

import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import type { GivenPath } from '../../path/given-path.ts';
import type { Solution } from '../../solution.ts';
import type { StateGeodesic } from './described-geodesic.ts';
import { lengthOfTurned, lighterWeights, turnedPath, withLocalWeight } from './light-rotations.ts';
import type { GeodesicStep } from './sliced-search.ts';

/** A search on a metric from paths beside, or instead of, random starts; a rough one polishes nothing. */
export type SearchOn = (
  metric: PenaltyMetric,
  from: { readonly starts?: number; readonly paths?: readonly GivenPath[]; readonly rough: boolean },
) => Generator<GeodesicStep, Solution<StateGeodesic>>;

/** A path longer than the turned one by this share is on another sheet. */
const LONGER = 1e-3;

/**
 * Shortest paths for light rotations. Random starts for free rotations, where nothing is stiff; the shortest, turned, is a start for
 * rotations of a tenth of the weight of two-qubit words, beside random ones; what that leads to is followed down to the metric's weight.
 * If it ends on a longer sheet than the turned path itself is on, that is followed, too.
 */
export function* throughFreeRotations(
  metric: PenaltyMetric,
  search: SearchOn,
): Generator<GeodesicStep, Solution<StateGeodesic>> {
  const free = yield* search(withLocalWeight(metric, 0), { rough: true });
  const turned = turnedPath(free.value);
  let paths = free.result === 'converged' ? [turned] : [];
  const weights = lighterWeights(metric);
  for (const [k, weight] of weights.entries()) {
    const next = yield* search(withLocalWeight(metric, weight), { ...(k > 0 && { starts: 0 }), paths, rough: true });
    if (next.result === 'converged') paths = [next.value];
  }
  if (paths.length === 0) return yield* search(metric, { rough: false });
  const found = yield* search(metric, { starts: 0, paths, rough: false });
  const known = lengthOfTurned(free.value, metric.sizeWeights![0]!);
  if (free.result !== 'converged' || found.value.complexity <= known * (1 + LONGER)) return found;
  const other = yield* search(metric, { starts: 0, paths: [turned], rough: false });
  return other.result === 'converged' && other.value.complexity < found.value.complexity ? other : found;
}
