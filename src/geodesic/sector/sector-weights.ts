/** @file Whether a metric is one of sectors: all qubits alike, words weighed by their number of qubits or their letters. */

import { checkMetric } from '../../complexity/controls.ts';
import { isInvariantUnder } from '../../complexity/metric-invariance.ts';
import { largestSize, latticeOf, lettersOf, type PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { distances } from '../../operator/lattice.ts';
import type { SymmetricWeights } from './young-sector.ts';

/** Weights of words by their size or letters, or why sectors do not know the metric. */
export type SectorWeights = SymmetricWeights | { readonly reason: string };

/**
 * The weights of a metric that does not tell qubits apart, as `youngSector` takes them. Words that weigh `Infinity` are no controls;
 * words weighed by name are weighed by their letters, as all words with the same letters weigh the same then.
 *
 * @throws {DomainError | ShapeError} the metric is invalid, see `checkMetric`
 */
export function sectorWeights(metric: PenaltyMetric, qubits: number): SectorWeights {
  checkMetric(metric, qubits, true);
  const { words = {}, letters = {}, maxRange = Infinity, penalty, sizeWeights = [] } = metric;
  const cheap = Math.min(largestSize(metric), qubits);
  const all = Array.from({ length: qubits }, (_, k) => (k < cheap ? (sizeWeights[k] ?? 1) : penalty));
  if (all[0] === 0) return { reason: 'rotations of one qubit are free' };
  const farthest = Math.max(...distances(latticeOf(metric, qubits)).map((row) => Math.max(...row)));
  const byRange = [
    ...all.slice(1, cheap),
    ...Object.entries(letters).flatMap(([key, w]) => (key.length > 1 ? [w] : [])),
  ];
  if (farthest > maxRange && byRange.some((weight) => weight !== penalty)) {
    return {
      reason: `the metric allows words up to range ${maxRange} only, which tells qubits apart (metric.maxRange ${farthest} or 'infinite' would not)`,
    };
  }
  const exchanges = Array.from({ length: qubits - 1 }, (_, q) => exchanged(qubits, q + 1));
  if (exchanges.some((permutation) => !isInvariantUnder(metric, permutation))) {
    return { reason: 'the metric weighs single words by name, and tells qubits apart' };
  }
  const byName = Object.entries(words).map(([word, weight]) => [lettersOf(word), weight] as const);
  const letterWeights = { ...letters, ...Object.fromEntries(byName) };
  const hasLetters = Object.values(letterWeights).some((weight) => weight < Infinity);
  const count = all.findLastIndex((weight) => weight < Infinity) + 1;
  const kept = all.slice(0, count);
  if ((count === 0 && !hasLetters) || kept.some((weight) => weight === Infinity)) {
    return { reason: 'the metric leaves out words of some size below the largest' };
  }
  return { sizeWeights: kept, ...(Object.keys(letterWeights).length > 0 && { letterWeights }) };
}

/** Qubits q − 1 and q exchanged. */
const exchanged = (qubits: number, q: number): readonly number[] =>
  Array.from({ length: qubits }, (_, k) => (k === q ? q - 1 : k === q - 1 ? q : k));
