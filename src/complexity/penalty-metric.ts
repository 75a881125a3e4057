/** @file Nielsen's complexity metric: which words are cheap, and what the others cost. */

import { chain, distances, type Lattice } from '../operator/lattice.ts';
import { type PauliWord, support } from '../operator/pauli.ts';

/**
 * Right-invariant metric on SU(2ⁿ), diagonal in the Pauli words: words of at most `maxSize` qubits within
 * `maxRange` steps on the lattice cost 1 (or sizeWeights[size − 1]), all others `penalty`. An absent bound is
 * infinite. `penalty: Infinity` means that a word is not a control at all (sub-Riemannian).
 *
 * The three metrics of Dong & Zhou, sect. II.A–B, are three values of this record: without bounds it is
 * bi-invariant, {maxSize: 2} is Nielsen (QM=GR), {maxSize: 2, maxRange: 1} is local (AdS/CFT).
 *
 * Single words may be weighed by name, before sizes are asked: {words: {XI: 1, IX: 1, ZZ: 4}, penalty: Infinity} has three
 * controls, and so has, on two qubits, {letters: {X: 1, ZZ: 4}, penalty: Infinity}, on any number of them.
 */
export interface PenaltyMetric {
  /**
   * Most qubits of a word that is weighed by its size, 0 for none. Default all; beside `words` or `letters` as many as there
   * are sizeWeights, 0 without them.
   */
  readonly maxSize?: number;
  readonly maxRange?: number;
  readonly sizeWeights?: readonly number[];
  /** Weight of all other words. */
  readonly penalty: number;
  /** Where range is measured; default the open chain. */
  readonly lattice?: Lattice;
  /** Weights of single words, above 0; Infinity for a word that is no control. They come before all other rules. */
  readonly words?: Readonly<Record<PauliWord, number>>;
  /**
   * Weights of words within maxRange by their letters, I left out, in alphabetical order: XZ stands for an X and a Z on any two
   * qubits. They come before sizes.
   */
  readonly letters?: Readonly<Record<string, number>>;
}

/** Squared length of the unit generator P under the metric: w_P in F(H)² = Σ_P w_P h_P². */
export const penaltyWeight = (metric: PenaltyMetric, word: PauliWord): number =>
  weightOf(metric, word, () => wordRange(metric, word));

/** `penaltyWeight` of many words: the distances of the metric's lattice are found once. */
export function weightsOn(metric: PenaltyMetric): (word: PauliWord) => number {
  const range = rangeOn(metric);
  return (word) => weightOf(metric, word, range);
}

function weightOf(metric: PenaltyMetric, word: PauliWord, range: (word: PauliWord) => number): number {
  const named = metric.words?.[word];
  if (named !== undefined) return named;
  const size = support(word).length;
  const byLetters = metric.letters?.[lettersOf(word)];
  const bySize = size <= largestSize(metric) ? (metric.sizeWeights?.[size - 1] ?? 1) : undefined;
  const cheap = byLetters ?? bySize;
  return cheap !== undefined && range(word) <= (metric.maxRange ?? Infinity) ? cheap : metric.penalty;
}

/** Most qubits of a word that the metric weighs by its size. */
export function largestSize({ maxSize, words, letters, sizeWeights = [] }: PenaltyMetric): number {
  return maxSize ?? (words === undefined && letters === undefined ? Infinity : sizeWeights.length);
}

/** The letters of a word without I, in alphabetical order. */
export const lettersOf = (word: PauliWord): string => [...word.replaceAll('I', '')].sort().join('');

/** Range of a word: the greatest lattice distance between two qubits of its support; 0 for one qubit. */
export function wordRange(metric: PenaltyMetric, word: PauliWord): number {
  return rangeOn(metric)(word);
}

/** The range of words on the metric's lattice, whose distances are found once. */
export function rangeOn({ lattice }: PenaltyMetric): (word: PauliWord) => number {
  if (lattice === undefined) return (word) => span(support(word));
  const table = distances(lattice);
  return (word) => {
    const sites = support(word);
    return sites.reduce((most, a) => sites.reduce((far, b) => Math.max(far, table[a]![b]!), most), 0);
  };
}

/** Distance of the ends on the open chain; sites ascend. */
const span = (sites: readonly number[]): number => (sites.length < 2 ? 0 : sites[sites.length - 1]! - sites[0]!);

/** The metric's lattice, or the open chain of the given number of sites. */
export function latticeOf(metric: PenaltyMetric, sites: number): Lattice {
  return metric.lattice ?? chain(sites);
}
