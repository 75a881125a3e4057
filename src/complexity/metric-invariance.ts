/** @file Which permutations of the qubits leave a penalty metric as it is. */

import { DomainError } from '../errors.ts';
import { distances } from '../operator/lattice.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { checkMetric } from './controls.ts';
import { largestSize, latticeOf, type PenaltyMetric, penaltyWeight } from './penalty-metric.ts';

/**
 * Whether a permutation of the qubits keeps the metric, w(πP) = w(P) for all words P, where πP has on qubit π(q) the letter
 * that P has on q.
 *
 * Without a list of all words: weights by size and letters are kept if π keeps which pairs of qubits are within `maxRange`,
 * and if each word weighed by name weighs as much as its image (words not weighed by name then do, as π permutes them in cycles). If π does not keep the pairs, the answer is
 * `false`, even if all words that this concerns should be weighed by name. O(n² + n·#words).
 *
 * @param permutation - π(q) for each qubit q, shape (n,)
 * @throws {DomainError | ShapeError} π is no permutation, or the metric is invalid on n qubits (see `checkMetric`)
 */
export function isInvariantUnder(metric: PenaltyMetric, permutation: readonly number[]): boolean {
  const qubits = permutation.length;
  if (permutation.toSorted((a, b) => a - b).some((q, k) => q !== k)) {
    throw new DomainError(`isInvariantUnder: a permutation of 0 to ${qubits - 1} required, got ${permutation}`);
  }
  checkMetric(metric, qubits, true);
  const from = permutation.map((_, q) => permutation.indexOf(q));
  const image = (word: PauliWord): PauliWord => from.map((q) => word[q]!).join('');
  const keepsNamed = Object.keys(metric.words ?? {}).every(
    (word) => penaltyWeight(metric, image(word)) === penaltyWeight(metric, word),
  );
  return keepsNamed && (!dependsOnRange(metric, qubits) || keepsPairs(metric, permutation));
}

/** Whether some word of two or more qubits weighs by its size or letters what it would not weigh out of range. */
function dependsOnRange(metric: PenaltyMetric, qubits: number): boolean {
  const { sizeWeights = [], letters = {}, penalty } = metric;
  const sizes = Array.from({ length: Math.min(largestSize(metric), qubits) }, (_, k) => sizeWeights[k] ?? 1);
  const byLetters = Object.entries(letters).flatMap(([key, weight]) => (key.length > 1 ? [weight] : []));
  return [...sizes.slice(1), ...byLetters].some((weight) => weight !== penalty);
}

/** Whether the pairs of qubits within `maxRange` are mapped to such pairs. */
function keepsPairs(metric: PenaltyMetric, permutation: readonly number[]): boolean {
  const { maxRange = Infinity } = metric;
  const table = distances(latticeOf(metric, permutation.length));
  return permutation.every((a, q) =>
    permutation.every((b, r) => table[a]![b]! <= maxRange === table[q]![r]! <= maxRange),
  );
}
