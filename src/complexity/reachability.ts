/** @file States that controls cannot reach, with a proof. */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { bitOperator, commute, type PauliWord, support } from '../operator/pauli.ts';
import { schmidtDecomposition } from '../state/schmidt.ts';

/** Differences below this are rounding. */
const DIFFERENT = 1e-8;
/** Most conserved words that are examined. */
const MOST_CONSERVED = 4096;

/**
 * Why no path of these controls leads from one state to another; `undefined` if nothing forbids it. Two things are
 * conserved on every path:
 *
 * - the Schmidt coefficients between sets of qubits that no word joins;
 * - the expectation of every word that commutes with all controls.
 *
 * A state against which this finds nothing may still be out of reach.
 *
 * @param words - all controls, including those that cost nothing
 */
export function unreachable(words: readonly PauliWord[], from: ComplexVector, to: ComplexVector): string | undefined {
  const qubits = Math.log2(from.length);
  const dimensions = new Array<number>(qubits).fill(2);
  for (const part of connectedParts(words, qubits)) {
    if (part.length === qubits) continue;
    const [a, b] = [from, to].map((state) => schmidtDecomposition(state, dimensions, part).values);
    if (a!.some((value, k) => Math.abs(value - b![k]!) > DIFFERENT)) {
      return `no control joins qubits ${part.join(', ')} to the others, and their entanglement differs`;
    }
  }
  for (const word of commutingWords(words, qubits)) {
    const [a, b] = [from, to].map(
      (state) => currentEngine().sandwich(state.interleaved, bitOperator(word), state.interleaved)[0],
    );
    if (Math.abs(a! - b!) > DIFFERENT) return `${word} commutes with all controls, and its expectation differs`;
  }
  return undefined;
}

/** The qubits in sets that the supports of the words join, each ascending. */
export function connectedParts(words: readonly PauliWord[], qubits: number): readonly (readonly number[])[] {
  let parts: readonly (readonly number[])[] = Array.from({ length: qubits }, (_, q) => [q]);
  for (const sites of new Set(words.map((word) => support(word).join()))) {
    const joined = new Set(sites.split(',').map(Number));
    const touched = parts.filter((part) => part.some((q) => joined.has(q)));
    if (touched.length > 1)
      parts = [...parts.filter((part) => !touched.includes(part)), touched.flat().sort((a, b) => a - b)];
  }
  return parts;
}

/**
 * The words, without the identity, that commute with all given ones: a null space over the field of two elements, by
 * elimination on the 2n bits of a word.
 */
export function commutingWords(words: readonly PauliWord[], qubits: number): readonly PauliWord[] {
  let basis = Array.from({ length: 2 * qubits }, (_, k) =>
    Array.from({ length: qubits }, (_, q) => (q === k >> 1 ? 'XZ'[k & 1]! : 'I')).join(''),
  );
  for (const word of words) {
    const odd = basis.filter((element) => !commute(element, word));
    const [pivot, ...others] = odd;
    if (pivot === undefined) continue;
    basis = [
      ...basis.filter((element) => commute(element, word)),
      ...others.map((element) => timesWord(element, pivot)),
    ];
    if (basis.length === 0) return [];
  }
  const found: PauliWord[] = ['I'.repeat(qubits)];
  for (const element of basis) {
    if (found.length <= MOST_CONSERVED) found.push(...found.map((word) => timesWord(word, element)));
  }
  return found.slice(1);
}

/** The product, up to its phase. */
function timesWord(a: PauliWord, b: PauliWord): PauliWord {
  return Array.from(a, (x, q) => {
    const y = b[q]!;
    if (x === y) return 'I';
    if (x === 'I' || y === 'I') return x === 'I' ? y : x;
    return 'XYZ'.split('').find((letter) => letter !== x && letter !== y);
  }).join('');
}
