/** @file Which observables are left unchanged by what leaves a metric and two states unchanged. */

import { bitCount } from '../engine/bits.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, adjoint, frobeniusNorm, scaledMatrix } from '../linalg/matrix.ts';
import { innerProduct, normSquared } from '../linalg/vector.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { permutations, permutedQubits } from '../state/permuted-qubits.ts';
import type { Controls } from './controls.ts';

/** Symmetries that an observable is to have. */
export interface ObservableSymmetry {
  /** A group of orders of the qubits, the identity among them; as in `permutedQubits`. */
  readonly permutations: readonly (readonly number[])[];
  /**
   * Flips change the number of ones by multiples of this: invariance under the common rotation about Z by 2π/modulus. 0:
   * not at all, invariance under every common rotation; 1: no condition.
   */
  readonly modulus: number;
  /** Real matrices only. */
  readonly real: boolean;
}

/** No symmetry at all: every observable. */
export function noSymmetry(qubits: number): ObservableSymmetry {
  return { permutations: [Array.from({ length: qubits }, (_, q) => q)], modulus: 1, real: false };
}

/** Overlaps and amplitudes up to this are rounding. */
const ROUNDING = 1e-9;

/**
 * The symmetries of the controls with their weights that leave both states unchanged up to a phase: permutations of
 * qubits, common rotations about Z, and complex conjugation. O(n!·2ⁿ).
 */
export function observableSymmetry(controls: Controls, from: ComplexVector, to: ComplexVector): ObservableSymmetry {
  const { qubits, words, weights } = controls;
  const weightOf = new Map<PauliWord, number>(words.map((word, p) => [word, weights[p]!]));
  const keepsWeights = (image: (word: PauliWord) => PauliWord): boolean =>
    words.every((word, p) => weightOf.get(image(word)) === weights[p]!);
  const orders = permutations(qubits).filter(
    (order) =>
      keepsWeights((word) => order.map((q) => word[q]!).join('')) &&
      [from, to].every((state) => isParallel(state, permutedQubits(state, order))),
  );
  const turns = Array.from({ length: qubits }, (_, q) => q).every((q) => keepsWeights((word) => turned(word, q)));
  const real = [from, to].every((state) => isParallel(state, conjugate(state)));
  return { permutations: orders, modulus: turns ? [from, to].map(stepsOfOnes).reduce(greatestDivisor) : 1, real };
}

/** A basis of the Hermitian traceless matrices with the symmetry, orthogonal, each of Frobenius norm √2ⁿ. O(8ⁿ·n!). */
export function symmetricObservables(symmetry: ObservableSymmetry, qubits: number): readonly ComplexMatrix[] {
  const basis: ComplexMatrix[] = [];
  const seen = new Set<string>(['I'.repeat(qubits)]);
  for (let index = 0; index < 4 ** qubits; index++) {
    const letters = Array.from({ length: qubits }, (_, q) => 'IZ+-'[Math.floor(index / 4 ** q) % 4]!).join('');
    if (seen.has(letters) || !isKept(letters, symmetry.modulus)) continue;
    let orbit = zeroMatrix(2 ** qubits, 2 ** qubits);
    for (const order of symmetry.permutations) {
      const image = order.map((q) => letters[q]!).join('');
      seen.add(image);
      seen.add([...image].map((letter) => (letter === '+' ? '-' : letter === '-' ? '+' : letter)).join(''));
      orbit = addScaledMatrix(orbit, [1, 0], stringMatrix(image));
    }
    const parts = [addScaledMatrix(orbit, [1, 0], adjoint(orbit))];
    if (!symmetry.real) {
      const difference = addScaledMatrix(orbit, [-1, 0], adjoint(orbit));
      parts.push(scaledMatrix([0, 1], difference));
    }
    for (const part of parts) {
      const norm = frobeniusNorm(part);
      if (norm > 0) basis.push(scaledMatrix([Math.sqrt(2 ** qubits) / norm, 0], part));
    }
  }
  return basis;
}

/** Whether flips change the number of ones by a multiple of the modulus. */
function isKept(letters: string, modulus: number): boolean {
  const change = [...letters].reduce((sum, letter) => sum + (letter === '+' ? 1 : letter === '-' ? -1 : 0), 0);
  return modulus === 0 ? change === 0 : change % modulus === 0;
}

/** The product of 1, Z, |0⟩⟨1| (+) and |1⟩⟨0| (−) on the qubits. */
function stringMatrix(letters: string): ComplexMatrix {
  const n = letters.length;
  const matrix = zeroMatrix(2 ** n, 2 ** n);
  for (let b = 0; b < 2 ** n; b++) {
    let [row, sign] = [b, 1];
    for (let q = 0; q < n; q++) {
      const bit = (b >> (n - 1 - q)) & 1;
      if (letters[q] === 'Z') sign *= 1 - 2 * bit;
      if (letters[q] === '+' || letters[q] === '-') {
        if ((letters[q] === '+') !== (bit === 1)) sign = 0;
        row ^= 1 << (n - 1 - q);
      }
    }
    matrix.interleaved[2 * (row * 2 ** n + b)] = sign;
  }
  return matrix;
}

/** X and Y exchanged at one qubit. */
function turned(word: PauliWord, qubit: number): PauliWord {
  const letter = word[qubit]!;
  const other = letter === 'X' ? 'Y' : letter === 'Y' ? 'X' : letter;
  return word.slice(0, qubit) + other + word.slice(qubit + 1);
}

/** The greatest m such that the numbers of ones in all amplitudes of a state are equal modulo m; 0 if they are equal. */
function stepsOfOnes(state: ComplexVector): number {
  const { length, interleaved } = state;
  const numbers = Array.from({ length }, (_, b) => b)
    .filter((b) => Math.hypot(interleaved[2 * b]!, interleaved[2 * b + 1]!) > ROUNDING)
    .map(bitCount);
  return numbers.map((number) => Math.abs(number - numbers[0]!)).reduce(greatestDivisor, 0);
}

function greatestDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestDivisor(b, a % b);
}

function conjugate({ length, interleaved }: ComplexVector): ComplexVector {
  return { length, interleaved: interleaved.map((x, at) => (at % 2 === 0 ? x : -x)) };
}

function isParallel(a: ComplexVector, b: ComplexVector): boolean {
  const [re, im] = innerProduct(a, b);
  return Math.hypot(re, im) > (1 - ROUNDING) * Math.sqrt(normSquared(a) * normSquared(b));
}
