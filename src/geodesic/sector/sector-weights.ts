/** @file Whether a metric is one of sectors: all qubits alike, words weighed by their number of qubits. */

import { checkMetric } from '../../complexity/controls.ts';
import { largestSize, latticeOf, type PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { distances } from '../../operator/lattice.ts';

/** Weights of words of 1, 2, … qubits, or why sectors do not know the metric. */
export type SectorWeights = { readonly sizeWeights: readonly number[] } | { readonly reason: string };

/**
 * The weights of a metric that does not tell qubits apart, as `youngSector` takes them. Words that weigh `Infinity` are no controls.
 *
 * @throws {DomainError | ShapeError} the metric is invalid, see `checkMetric`
 */
export function sectorWeights(metric: PenaltyMetric, qubits: number): SectorWeights {
  checkMetric(metric, qubits, true);
  const { words, letters, maxRange = Infinity, penalty, sizeWeights = [] } = metric;
  if (words !== undefined) return { reason: 'the metric weighs single words by name' };
  if (letters !== undefined) return { reason: 'the metric weighs words by their letters' };
  const cheap = Math.min(largestSize(metric), qubits);
  const all = Array.from({ length: qubits }, (_, k) => (k < cheap ? (sizeWeights[k] ?? 1) : penalty));
  if (all[0] === 0) return { reason: 'rotations of one qubit are free' };
  if (all.slice(1, cheap).some((weight) => weight !== penalty) && cheap > 1) {
    const farthest = Math.max(...distances(latticeOf(metric, qubits)).map((row) => Math.max(...row)));
    if (farthest > maxRange) {
      return {
        reason: `the metric allows words up to range ${maxRange} only, which tells qubits apart (metric.maxRange ${farthest} or 'infinite' would not)`,
      };
    }
  }
  const count = all.findLastIndex((weight) => weight < Infinity) + 1;
  const kept = all.slice(0, count);
  if (count === 0 || kept.some((weight) => weight === Infinity)) {
    return { reason: 'the metric leaves out words of some size below the largest' };
  }
  return { sizeWeights: kept };
}
