/** @file Orbits of words as they are written, and their paths in single Pauli words. */

import { ShapeError } from '../../errors.ts';
import { type PauliWord, place } from '../../operator/pauli.ts';
import type { GivenPath } from '../../path/given-path.ts';
import type { LetterCounts } from './collective-operators.ts';
import type { SlicedSectorPath } from './sector-search.ts';
import type { YoungSector } from './young-sector.ts';

/** Most qubits for which words are written out. */
const MOST_QUBITS = 12;

/**
 * A control by its letters: 'ΣXX' in a single block, 'X₁ΣZ₂' between a hub and its leaves, blocks counted from 1.
 *
 * @param letters - how often each letter occurs in each block
 */
export function orbitName({ blocks }: Pick<YoungSector, 'blocks'>, letters: readonly LetterCounts[]): string {
  return letters
    .map((counts, block) => {
      const text = ['X', 'Y', 'Z'].map((letter, a) => letter.repeat(counts[a]!)).join('');
      const mark = blocks.length === 1 ? '' : subscript(block + 1);
      return text === '' ? '' : `${blocks[block]! === text.length && text.length === 1 ? '' : 'Σ'}${text}${mark}`;
    })
    .join('');
}

const subscript = (n: number): string => [...String(n)].map((digit) => '₀₁₂₃₄₅₆₇₈₉'[Number(digit)]).join('');

/**
 * h[k][a], slice by slice from |0…0⟩ on, of a path that a search has run backwards from its target: the common coefficient of the
 * words in each orbit.
 *
 * @returns shape (K, #controls)
 */
export function sectorVelocity(
  { inverseWeights }: Pick<YoungSector, 'inverseWeights'>,
  { slices, coordinates }: Pick<SlicedSectorPath, 'slices' | 'coordinates'>,
): readonly (readonly number[])[] {
  const controls = inverseWeights.length;
  return Array.from({ length: slices }, (_, k) => {
    const from = (slices - 1 - k) * controls;
    return Array.from(inverseWeights, (inverse, a) => 0 - Math.sqrt(slices * inverse) * coordinates[from + a]!);
  });
}

/**
 * A path of orbit sums as one of single words on 2ⁿ amplitudes.
 *
 * @param velocity - h[k][a] of the words in each orbit
 * @param order - qubit order[k] is in place k of the blocks; default the identity
 * @throws {ShapeError} more than 12 qubits
 */
export function sectorPath(
  { blocks, letters }: Pick<YoungSector, 'blocks' | 'letters'>,
  velocity: readonly (readonly number[])[],
  order?: readonly number[],
): GivenPath {
  const qubits = blocks.reduce((sum, n) => sum + n, 0);
  if (qubits > MOST_QUBITS) throw new ShapeError(`sectorPath: at most ${MOST_QUBITS} qubits required, got ${qubits}`);
  const at = order ?? Array.from({ length: qubits }, (_, q) => q);
  const orbits = letters.map((counts) => orbitWords(blocks, counts, at));
  return {
    words: orbits.flat(),
    velocity: velocity.map((h) => orbits.flatMap((words, a) => words.map(() => h[a]!))),
  };
}

/** All words with these letters in the blocks. */
function orbitWords(
  blocks: readonly number[],
  letters: readonly LetterCounts[],
  order: readonly number[],
): readonly PauliWord[] {
  let placed: readonly Readonly<Record<number, string>>[] = [{}];
  let first = 0;
  blocks.forEach((n, block) => {
    const qubits = order.slice(first, first + n);
    first += n;
    const counts = letters[block]!;
    (['X', 'Y', 'Z'] as const).forEach((letter, a) => {
      placed = placed.flatMap((known) =>
        subsets(
          qubits.filter((q) => !(q in known)),
          counts[a]!,
        ).map((chosen) => ({ ...known, ...Object.fromEntries(chosen.map((q) => [q, letter])) })),
      );
    });
  });
  return placed.map((known) => place(order.length, known));
}

/** All subsets of a size. */
function subsets(of: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return of.flatMap((first, k) => subsets(of.slice(k + 1), size - 1).map((rest) => [first, ...rest]));
}
