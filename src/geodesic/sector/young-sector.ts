/** @file Symmetric states of blocks of qubits: a sector of polynomial size in which geodesics of the full problem run. */

import { weightMistakes } from '../../complexity/weight-mistakes.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { type LetterCounts, type OrbitSum, orbitSums } from './collective-operators.ts';
import { sparseControls } from './sparse-controls.ts';
import type { StateSector } from './state-sector.ts';

/** Weights of words that do not tell qubits apart. */
export interface SymmetricWeights {
  /** Weight of a word of one qubit, of two, …: words of more qubits are no controls, unless their letters are weighed. */
  readonly sizeWeights: readonly number[];
  /**
   * Weights of words by their letters, I left out, in alphabetical order: XZ stands for an X and a Z on any two qubits. They come before
   * sizes; Infinity for words that are no controls.
   */
  readonly letterWeights?: Readonly<Record<string, number>>;
}

/** Which words there are and which of their paths are looked at. */
export interface SectorOptions extends SymmetricWeights {
  /**
   * Only words with an odd number of letters Y, which keep real states real. Default false: the shortest path to a real state
   * need not be real, that to GHZ₄ is not.
   */
  readonly real?: boolean;
  /** Only words that flip an even number of qubits. Default false: that to GHZ₆ is not of this kind. */
  readonly parity?: boolean;
}

/**
 * States that are symmetric under the permutations S_{n₁}×…×S_{n_k} within blocks of qubits, of dimension Π(n_i + 1), and the
 * sums of the words in an orbit as controls. Block 0 is the leftmost; basis states are by the numbers of ones in the blocks, the
 * last running fastest, and |0…0⟩ is the first.
 */
export interface YoungSector extends StateSector {
  readonly blocks: readonly number[];
  readonly weights: SymmetricWeights;
  /** Most qubits of a word. */
  readonly locality: number;
  /** The words of each control: how many letters X, Y, Z they have in each block. */
  readonly letters: readonly (readonly LetterCounts[])[];
}

/** Largest dimension, and most controls: a bound of the memory. */
const [MOST_STATES, MOST_CONTROLS] = [4096, 8192];
/** Beyond, binomial coefficients leave the range of float64. */
const MOST_QUBITS = 1000;

/**
 * The sector of a partition of the qubits into blocks. The metric has to weigh words on all pairs by their size or
 * letters alone, and the states have to be symmetric: then h_a = Im⟨p|O_aψ⟩/g_a, with the weight g_a = (words in the orbit)·w, is the
 * common coefficient of the words, and the flow in the sector is that of 2ⁿ amplitudes. A length found in a sector is that of a path of
 * the full problem; that it is shortest in the sector does not mean that it is shortest.
 *
 * @param blocks - numbers of qubits, positive
 * @throws {ShapeError} no block, one without qubits or with more than 1000, a dimension above 4096, more than 8192 controls, more weights than qubits
 * @throws {DomainError} a weight by size not positive and finite, one by letters not positive or not of letters in order, or no weight
 *
 * Cost of an action O(d · band), of momenta O(#controls · d · band).
 */
export function youngSector(blocks: readonly number[], options: SectorOptions): YoungSector {
  const { sizeWeights, letterWeights, real = false, parity = false } = options;
  checkSector(blocks, options);
  const weights: SymmetricWeights = { sizeWeights, ...(letterWeights && { letterWeights }) };
  const locality = localityOf(weights);
  const dimensions = blocks.map((n) => n + 1);
  const dimension = dimensions.reduce((product, d) => product * d, 1);
  const controls = productOrbits(blocks, locality).filter(
    (factors) =>
      weightOf(weights, factors) < Infinity &&
      (!real || letterTotal(factors, [1]) % 2 === 1) &&
      (!parity || letterTotal(factors, [0, 1]) % 2 === 0),
  );
  const inverseWeights = Float64Array.from(controls, (factors) => {
    const words = factors.reduce((product, factor) => product * factor.words, 1);
    return 1 / (words * weightOf(weights, factors));
  });
  const wrongQubits = Float64Array.from({ length: dimension }, (_, index) => onesOf(index, dimensions));
  const matrices = controls.map((factors) => factors.map(({ matrix }) => matrix));
  const letters = controls.map((factors) => factors.map((factor) => factor.letters));
  const actions = sparseControls(matrices, dimensions);
  return { blocks, weights, locality, real, parity, letters, inverseWeights, wrongQubits, ...actions };
}

/**
 * Checks blocks and weights before memory is taken.
 *
 * @throws {ShapeError | DomainError} as `youngSector`
 */
export function checkSector(blocks: readonly number[], weights: SymmetricWeights): void {
  const { sizeWeights, letterWeights = {} } = weights;
  const qubits = blocks.reduce((sum, n) => sum + n, 0);
  if (blocks.length === 0 || blocks.some((n) => !Number.isInteger(n) || n < 1)) {
    throw new ShapeError(`youngSector: blocks of at least one qubit required, got ${blocks}`);
  }
  const dimension = blocks.reduce((product, n) => product * (n + 1), 1);
  if (dimension > MOST_STATES || Math.max(...blocks) > MOST_QUBITS) {
    throw new ShapeError(
      `youngSector: at most ${MOST_STATES} symmetric states and ${MOST_QUBITS} qubits in a block required, got ${dimension} of ${blocks}`,
    );
  }
  if (sizeWeights.length > qubits) {
    throw new ShapeError(`youngSector: at most ${qubits} sizeWeights required, got ${sizeWeights.length}`);
  }
  const mistakes = weightMistakes({ letters: letterWeights }, qubits);
  if (mistakes.length > 0) {
    const texts = mistakes.map(({ name, required, got }) => `letterWeights.${name}: ${required} required, got ${got}`);
    throw new DomainError(texts.map((text) => `youngSector: ${text}`).join('\n'));
  }
  const wrong = sizeWeights.find((weight) => !(weight > 0 && weight < Infinity));
  if (localityOf(weights) === 0 || wrong !== undefined) {
    throw new DomainError(`youngSector: positive finite sizeWeights required, got ${sizeWeights}`);
  }
}

/** Most qubits of a word of finite weight. */
export function localityOf({ sizeWeights, letterWeights = {} }: SymmetricWeights): number {
  const sizes = Object.entries(letterWeights).map(([key, weight]) => (weight < Infinity ? key.length : 0));
  return Math.max(sizeWeights.length, ...sizes);
}

/** Weight of a word with these letters; Infinity if it is no control. */
export function letterWeight({ sizeWeights, letterWeights = {} }: SymmetricWeights, letters: LetterCounts): number {
  const key = ['X', 'Y', 'Z'].map((letter, a) => letter.repeat(letters[a]!)).join('');
  return letterWeights[key] ?? sizeWeights[key.length - 1] ?? Infinity;
}

/** The least weight of a word of one qubit, of two, …, whatever its letters; Infinity where there is none. */
export function leastBySize(weights: SymmetricWeights): readonly number[] {
  return Array.from({ length: localityOf(weights) }, (_, k) => {
    const size = k + 1;
    const counts = Array.from({ length: size + 1 }, (_, x) =>
      Array.from({ length: size - x + 1 }, (_, y): LetterCounts => [x, y, size - x - y]),
    );
    return Math.min(...counts.flat().map((letters) => letterWeight(weights, letters)));
  });
}

const weightOf = (weights: SymmetricWeights, factors: readonly OrbitSum[]): number =>
  letterWeight(weights, [letterTotal(factors, [0]), letterTotal(factors, [1]), letterTotal(factors, [2])]);

/** Numbers of some letters in a product of orbits. */
const letterTotal = (factors: readonly OrbitSum[], which: readonly number[]): number =>
  factors.reduce((sum, { letters }) => sum + which.reduce((all, a) => all + letters[a]!, 0), 0);

/** Products of an orbit sum on each block with 1 to `size` letters in all. */
function productOrbits(blocks: readonly number[], size: number): readonly (readonly OrbitSum[])[] {
  let products: readonly (readonly OrbitSum[])[] = [[]];
  const sums = new Map(blocks.map((n) => [n, orbitSums(n, size)]));
  for (const n of blocks) {
    products = products.flatMap((factors) =>
      sums.get(n)!.flatMap((sum) => {
        const more = [...factors, sum];
        return letterTotal(more, [0, 1, 2]) <= size ? [more] : [];
      }),
    );
    if (products.length > MOST_CONTROLS) {
      throw new ShapeError(`youngSector: at most ${MOST_CONTROLS} controls required, got more for blocks ${blocks}`);
    }
  }
  return products.filter((factors) => letterTotal(factors, [0, 1, 2]) > 0);
}

/** The number of controls of a sector with all words of at most `locality` letters, without making it. */
export function orbitCount(blocks: readonly number[], locality: number): number {
  let bySize = [1, ...new Array<number>(locality).fill(0)];
  for (const n of blocks) {
    bySize = bySize.map((_, size) =>
      bySize.slice(0, size + 1).reduce((sum, count, before) => {
        const letters = size - before;
        return letters > n ? sum : sum + (count * (letters + 1) * (letters + 2)) / 2;
      }, 0),
    );
  }
  return bySize.reduce((sum, count) => sum + count, 0) - 1;
}

/** The number of ones in a basis state: the sum of its digits. */
function onesOf(index: number, dimensions: readonly number[]): number {
  let [rest, ones] = [index, 0];
  for (const d of dimensions.toReversed()) {
    ones += rest % d;
    rest = Math.floor(rest / d);
  }
  return ones;
}
