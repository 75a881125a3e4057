/** @file What words of fermion pairs cost by their range: the part of a metric that Gaussian paths see. */

import { DomainError } from '../../errors.ts';

/**
 * A metric on Gaussian paths: w_0 of Z_j, and w_r of the words X…X, Y…Y, X…Y and Y…X with Z between their ends that join sites at the
 * distance r, each a product of two Majorana operators. Ranges beyond the list, and infinite weights, are no controls.
 */
export interface RangeMetric {
  /** w_0, w_1, …, at least two of them, each > 0. */
  readonly weights: readonly number[];
}

/** The weight of a range; infinite beyond the list. */
export const rangeWeight = ({ weights }: RangeMetric, range: number): number => weights[range] ?? Infinity;

/** The metric with w_0 = 1 and w_r = r^power for r up to the longest range. */
export const powerMetric = (power: number, longest: number): RangeMetric => ({
  weights: Array.from({ length: longest + 1 }, (_, r) => (r === 0 ? 1 : r ** power)),
});

/**
 * Checks a metric.
 *
 * @throws {DomainError} fewer than two weights, weights that are not positive
 */
export function checkRangeMetric(caller: string, { weights }: RangeMetric): void {
  if (weights.length < 2) {
    throw new DomainError(`${caller}: weights of range 0 and 1 required, got ${weights.length} weights`);
  }
  const wrong = weights.find((weight) => !(weight > 0));
  if (wrong !== undefined) throw new DomainError(`${caller}: weights > 0 required, got ${wrong}`);
}
