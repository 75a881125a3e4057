/**
 * @file Lists of Pauli words, sorted by the bits that they flip. Words that flip the same bits make up one diagonal,
 * which depends only on the bits on which one of these words acts with a phase.
 */

import type { FlipTable } from '../engine/kernels.ts';
import { bitOperator, type PauliWord } from '../operator/pauli.ts';

/**
 * A list of words as signed bit permutations, P|b⟩ = i^{#Y} (−1)^{|b ∧ sign|} |b xor flip⟩, grouped by flip. For words
 * of two qubits a group that flips both has a diagonal of four entries, whatever 2ⁿ is.
 */
export interface WordTable extends FlipTable {
  readonly words: readonly PauliWord[];
  /** For each word: where its sign mask stands in the list of diagonals, and its number of Y letters modulo 4. */
  readonly places: Int32Array;
  readonly quarterTurns: Int32Array;
}

const known = new WeakMap<readonly PauliWord[], WordTable>();

/** The table of a list of words, remembered with the list. O(flips · 2ⁿ). */
export function wordTable(words: readonly PauliWord[], qubits: number): WordTable {
  const table = known.get(words) ?? tableOf(words, 2 ** qubits);
  known.set(words, table);
  return table;
}

function tableOf(words: readonly PauliWord[], size: number): WordTable {
  const operators = words.map(bitOperator);
  const signsOf = new Map<number, number>();
  for (const { flip, sign } of operators) signsOf.set(flip, (signsOf.get(flip) ?? 0) | sign);
  const flips = Int32Array.from(signsOf.keys()).sort();
  const index = new Map(Array.from(flips, (flip, f) => [flip, f]));
  const offsets = new Int32Array(flips.length + 1);
  const compressed = Array.from(flips, (flip, f) => {
    const positions = compressedBits(signsOf.get(flip)!, size);
    offsets[f + 1] = offsets[f]! + positions[size - 1]! + 1;
    return positions;
  });
  const entries = new Int32Array(size * flips.length);
  for (let c = 0, at = 0; c < size; c++) {
    for (let f = 0; f < flips.length; f++, at++) entries[at] = offsets[f]! + compressed[f]![c]!;
  }
  return {
    size,
    words,
    flips,
    offsets,
    entries,
    places: Int32Array.from(operators, ({ flip, sign }) => {
      const f = index.get(flip)!;
      return offsets[f]! + compressed[f]![sign]!;
    }),
    quarterTurns: Int32Array.from(operators, ({ quarterTurns }) => quarterTurns % 4),
  };
}

/** For every number below `size`, its bits under the mask, packed together. */
function compressedBits(mask: number, size: number): Int32Array {
  const positions = new Int32Array(size);
  for (let bit = 1, weight = 1; bit < size; bit *= 2) {
    const value = (mask & bit) !== 0 ? weight : 0;
    for (let c = 0; c < bit; c++) positions[bit + c] = positions[c]! + value;
    if (value > 0) weight *= 2;
  }
  return positions;
}
