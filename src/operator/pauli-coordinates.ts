/**
 * @file Hermitian matrices in Pauli coordinates. Word p = sign·2ⁿ + flip is the signed bit permutation
 * P|b⟩ = i^{#Y} (−1)^{|b ∧ sign|} |b xor flip⟩; word 0 is the identity.
 */

import { bitCount, parity } from '../engine/bits.ts';
import { walshHadamard } from '../engine/walsh-hadamard.ts';
import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import { bitOperator, checkWord, type PauliWord, wordOf } from './pauli.ts';
import type { PauliSum } from './pauli-sum.ts';

/** Word number p on n qubits. */
export function wordAt(p: number, qubits: number): PauliWord {
  const size = 2 ** qubits;
  return wordOf(p % size, Math.floor(p / size), qubits);
}

/** The number of a word. */
export function indexOfWord(word: PauliWord): number {
  const { flip, sign } = bitOperator(word);
  return sign * 2 ** word.length + flip;
}

/**
 * Pauli coordinates h_P = Tr(P H)/2ⁿ of a Hermitian matrix, shape (4ⁿ,). O(n·4ⁿ).
 *
 * @param matrix - interleaved, shape (2ⁿ, 2ⁿ)
 */
export function coordinatesOf(matrix: ComplexMatrix): Float64Array {
  const size = matrix.rows;
  const sums = new Float64Array(2 * size * size);
  for (let b = 0, at = 0; b < size; b++) {
    for (let flip = 0; flip < size; flip++, at += 2) {
      const from = 2 * (b * size + (b ^ flip));
      sums[at] = matrix.interleaved[from]!;
      sums[at + 1] = matrix.interleaved[from + 1]!;
    }
  }
  walshHadamard(sums, 2 * size);
  const coordinates = new Float64Array(size * size);
  for (let p = 0; p < coordinates.length; p++) {
    const turns = quarterTurns(p, size); // Re(i^turns · sum)
    const part = turns % 2 === 0 ? sums[2 * p]! : sums[2 * p + 1]!;
    coordinates[p] = (turns === 1 || turns === 2 ? -part : part) / size;
  }
  return coordinates;
}

/** The Hermitian matrix Σ_P h_P P of these coordinates. O(n·4ⁿ). */
export function matrixOf(coordinates: Float64Array): ComplexMatrix {
  const size = Math.sqrt(coordinates.length);
  const sums = new Float64Array(2 * coordinates.length);
  for (let p = 0; p < coordinates.length; p++) {
    const turns = quarterTurns(p, size);
    sums[2 * p + (turns % 2)] = turns < 2 ? coordinates[p]! : -coordinates[p]!;
  }
  walshHadamard(sums, 2 * size);
  const matrix = zeroMatrix(size, size);
  for (let b = 0, at = 0; b < size; b++) {
    for (let flip = 0; flip < size; flip++, at += 2) {
      const to = 2 * ((b ^ flip) * size + b);
      matrix.interleaved[to] = sums[at]!;
      matrix.interleaved[to + 1] = sums[at + 1]!;
    }
  }
  return matrix;
}

/** The coordinates of a Pauli sum, without its identity. */
export function coordinatesOfSum({ qubits, terms }: PauliSum): Float64Array {
  const coordinates = new Float64Array(4 ** qubits);
  for (const { word, coefficient } of terms) {
    checkWord(word, qubits);
    const p = indexOfWord(word);
    coordinates[p] = coordinates[p]! + coefficient;
  }
  coordinates[0] = 0;
  return coordinates;
}

/** The Pauli sum with these coordinates; those below 10⁻¹⁶ of the greatest are left out. */
export function sumOfCoordinates(coordinates: Float64Array): PauliSum {
  const qubits = Math.log2(coordinates.length) / 2;
  const greatest = coordinates.reduce((most, h) => Math.max(most, Math.abs(h)), 0);
  const terms = Array.from(coordinates, (coefficient, p) => ({ word: wordAt(p, qubits), coefficient }));
  return { qubits, terms: terms.filter(({ coefficient }) => Math.abs(coefficient) > 1e-16 * greatest) };
}

/** Whether words p and q of 4ⁿ commute: the symplectic form of their bits is even. Their product has number p xor q. */
export function commuteAt(p: number, q: number, words: number): boolean {
  const size = Math.sqrt(words);
  return parity((Math.floor(p / size) & (q % size)) ^ ((p % size) & Math.floor(q / size))) === 0;
}

/** The number of letters Y of word p, modulo 4. */
function quarterTurns(p: number, size: number): number {
  return bitCount(Math.floor(p / size) & (p % size)) & 3;
}
