/** @file Shortest paths between states without the steps of the search. */

import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import { solution } from '../../optimise/minimise.ts';
import type { Solution } from '../../solution.ts';
import { type GeodesicOptions, type StateGeodesic, stateGeodesic } from './state-geodesic.ts';

/**
 * The shortest path to a state that `stateGeodesic` finds, without the steps of its search; `value.complexity` is its
 * length, C(ψ) if no start missed a shorter one.
 *
 * @param target - shape (2ⁿ,), norm 1, n ≤ 14
 * @throws {ShapeError | DomainError} see `stateGeodesic`
 *
 * @example
 * ```ts
 * import { shortestPath } from 'bulkweave';
 * import { ghz } from 'bulkweave/datasets';
 *
 * const metric = { maxSize: 2, penalty: Infinity }; // words of one and two qubits, on all pairs
 * console.log(shortestPath(metric, ghz(3).amplitudes).value.complexity); // 1.2119
 * ```
 */
export function shortestPath(
  metric: PenaltyMetric,
  target: ComplexVector,
  options: GeodesicOptions = {},
): Solution<StateGeodesic> {
  return solution(stateGeodesic(metric, target, options));
}
