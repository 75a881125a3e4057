/** @file Hamiltonians of chains as matrix-product operators. */

import { ShapeError } from '../errors.ts';
import { type Complex, type ComplexArray, sizeOf } from '../linalg/complex.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';

/**
 * An operator on a chain, Σ W₀ W₁ … W₍ₙ₋₁₎: one array for each site, axes (left bond, output, input, right bond); the
 * outer bonds have dimension 1.
 */
export type MatrixProductOperator = readonly ComplexArray[];

/** States of the automaton: only identities so far; the word is complete. */
const START = 'start';
const DONE = 'done';

/** The letters as 2 × 2 matrices, entries (output, input) row-major. */
const LETTERS: Readonly<Record<string, readonly Complex[]>> = {
  I: [
    [1, 0],
    [0, 0],
    [0, 0],
    [1, 0],
  ],
  X: [
    [0, 0],
    [1, 0],
    [1, 0],
    [0, 0],
  ],
  Y: [
    [0, 0],
    [0, -1],
    [0, 1],
    [0, 0],
  ],
  Z: [
    [1, 0],
    [0, 0],
    [0, 0],
    [-1, 0],
  ],
};

/**
 * The matrix-product operator of a Pauli sum, as a finite automaton that reads words from left to right: nothing
 * yet · what is still to come of a word · done. Words with the same ending share a channel, so that the bond dimension
 * is 3 for the Ising chain, 5 for XXZ, and n + 1 for Σ_{i<j} c_ij Z_i Z_j.
 *
 * @throws {ShapeError} a word does not have one letter for each qubit
 */
export function matrixProductOperator({ qubits, terms }: PauliSum): MatrixProductOperator {
  for (const { word } of terms) {
    if (word.length !== qubits) {
      throw new ShapeError(`matrixProductOperator: ${qubits} letters required, got '${word}' with ${word.length}`);
    }
  }
  const spans = terms.map(({ word, coefficient }) => {
    const first = Math.max(0, word.search(/[^I]/)); // the identity word is placed at site 0
    return { word, coefficient, first };
  });
  const after = (word: string): string => (/[^I]/.test(word) ? word : DONE);
  const channels = (bond: number): string[] => {
    if (bond === 0) return [START];
    if (bond === qubits) return [DONE];
    const open = spans.filter(({ first }) => first < bond).map(({ word }) => after(word.slice(bond)));
    return [...new Set([START, DONE, ...open])];
  };
  return Array.from({ length: qubits }, (_, site) => {
    const [left, right] = [channels(site), channels(site + 1)];
    const shape = [left.length, 2, 2, right.length];
    const interleaved = new Float64Array(2 * sizeOf(shape));
    const place = (from: string, letter: string, to: string, coefficient: number): void => {
      const [a, b] = [left.indexOf(from), right.indexOf(to)];
      if (a < 0 || b < 0) return;
      LETTERS[letter]!.forEach(([re, im], s) => {
        const at = 2 * ((a * 4 + s) * right.length + b);
        interleaved[at] = interleaved[at]! + coefficient * re;
        interleaved[at + 1] = interleaved[at + 1]! + coefficient * im;
      });
    };
    place(START, 'I', START, 1);
    place(DONE, 'I', DONE, 1);
    for (const suffix of left) {
      if (suffix !== START && suffix !== DONE) place(suffix, suffix[0]!, after(suffix.slice(1)), 1);
    }
    for (const { word, coefficient, first } of spans) {
      if (first === site) place(START, word[site]!, after(word.slice(site + 1)), coefficient);
    }
    return { shape, interleaved };
  });
}
