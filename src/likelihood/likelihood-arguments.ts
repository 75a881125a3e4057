/** @file Checks of what a likelihood model is asked for. */

import { DomainError, ShapeError } from '../errors.ts';

/** The share of each row in a mean; all shares add up to 1. */
export type RowWeights = (row: number) => number;

/**
 * The shares of rows with these weights.
 *
 * @throws {ShapeError} not a weight for each row
 * @throws {DomainError} a weight that is negative or not finite, or none that is positive
 */
export function checkWeights(weights: Float64Array | undefined, count: number): RowWeights {
  if (weights === undefined) return () => 1 / count;
  if (weights.length !== count) throw new ShapeError(`logLikelihood: ${count} weights required, got ${weights.length}`);
  const total = weights.reduce((sum, w) => sum + w, 0);
  const wrong = weights.find((w) => !(w >= 0 && w < Infinity));
  if (wrong !== undefined || !(total > 0)) {
    throw new DomainError(`logLikelihood: weights ≥ 0, not all 0, required, got ${wrong ?? 'zeros'}`);
  }
  return (row) => weights[row]! / total;
}

/**
 * Checks the values that are held.
 *
 * @throws {ShapeError} not a value for each site
 * @throws {DomainError} a value that is neither −1 nor below the number of values of its site
 */
export function checkGiven(caller: string, dimensions: readonly number[], given: Int16Array): void {
  if (given.length !== dimensions.length) {
    throw new ShapeError(`${caller}: ${dimensions.length} given values, −1 where free, required, got ${given.length}`);
  }
  const wrong = dimensions.findIndex((d, k) => given[k]! < -1 || given[k]! >= d);
  if (wrong >= 0) {
    throw new DomainError(
      `${caller}: given values from −1 to ${dimensions[wrong]! - 1} required, got ${given[wrong]} at site ${wrong}`,
    );
  }
}
