/** @file Clifford circuits whose one-qubit gates are free: cosets of symplectic matrices over GF(2). */

import { DomainError, ShapeError } from '../../errors.ts';
import { type Lattice, lattice } from '../../operator/lattice.ts';
import { checkWord, type PauliWord, place } from '../../operator/pauli.ts';
import { type CayleyGraph, cayleyGraph } from './cayley-graph.ts';

/** The code has 4n(n − 1) bits. */
const MOST_QUBITS = 3;

/**
 * Clifford gates modulo Pauli words, Sp(2n,2), with CNOTs of a coupling topology and all one-qubit gates free. Up to free
 * gates before it, a Clifford gate U is the list of the planes {UXU†, UYU†, UZU†} into which it takes the words of each
 * qubit; the last plane follows from the others. A CNOT with one-qubit gates around it is a quarter turn
 * exp(−iπP/4) about a word P on its two qubits, nine for each pair. The distance is the least number of CNOTs.
 *
 *     |Sp(2n,2)| = 2^{n²} Π_k (4ᵏ − 1):   6, 720, 1 451 520 for n = 1, 2, 3;   6ⁿ in each coset
 *
 * @param coupling - pairs of qubits that gates may join; n = 2 or 3
 * @throws {DomainError} another number of qubits, no pair at all, or an edge that leaves the qubits or occurs twice
 */
export function cliffordGroup(coupling: Lattice): CayleyGraph {
  const n = coupling.sites;
  if (!(n === 2 || n === 3)) {
    throw new DomainError(`cliffordGroup: from 2 to ${MOST_QUBITS} qubits required, got ${n}`);
  }
  return cayleyGraph({
    name: `Sp(${2 * n},2)`,
    order: 2 ** (n * n) * Array.from({ length: n }, (_, k) => 4 ** (k + 1) - 1).reduce((a, b) => a * b),
    multiplicity: 6 ** n,
    codes: 2 ** (4 * n * (n - 1)),
    identity: cliffordCode(n, []),
    generators: turnsOn(coupling).map((word) => ({ name: `turn(${word})`, apply: turning(n, wordBits(word)) })),
  });
}

/** The words of two letters on the pairs of a coupling topology, in the order of the generators of `cliffordGroup`. */
export function turnsOn({ sites, edges }: Lattice): readonly PauliWord[] {
  return lattice(sites, edges).edges.flatMap(([a, b]) =>
    [...'XYZ'].flatMap((first) => [...'XYZ'].map((second) => place(sites, { [a]: first, [b]: second }))),
  );
}

/**
 * The code of a product of quarter turns about Pauli words, the first of which acts first; words of one letter are free and
 * change nothing but what comes after them.
 *
 * @throws {ShapeError} a word of another length
 */
export function cliffordCode(n: number, words: readonly PauliWord[]): number {
  for (const word of words) checkWord(word, n);
  if (!(n === 2 || n === 3)) throw new ShapeError(`cliffordCode: 2 or 3 qubits required, got ${n}`);
  const bits = words.map(wordBits);
  const image = (word: PauliWord): number => bits.reduce((v, w) => turned(v, w, n), wordBits(word));
  const planes = Array.from(
    { length: n },
    (_, q) => [image(place(n, { [q]: 'X' })), image(place(n, { [q]: 'Z' }))] as const,
  );
  return planesCode(planes, n);
}

/** The code of the planes that are spanned by two words each, given as 2n bits, the n X-bits first. */
export function planesCode(planes: readonly (readonly [number, number])[], n: number): number {
  return planes.slice(0, -1).reduce((code, [a, b]) => (code << (4 * n)) | planeBits(a, b, n), 0);
}

/** U ↦ exp(−iπP/4)·U on codes. */
function turning(n: number, word: number): (code: number) => number {
  const vector = 2 ** (2 * n) - 1;
  return (code) => {
    let moved = 0;
    for (let shift = 4 * n * (n - 2); shift >= 0; shift -= 4 * n) {
      const plane = code >>> shift;
      moved =
        (moved << (4 * n)) |
        planeBits(turned((plane >>> (2 * n)) & vector, word, n), turned(plane & vector, word, n), n);
    }
    return moved;
  };
}

/** A word as 2n bits, the n X-bits first; qubit 0 is the most significant of each. */
function wordBits(word: PauliWord): number {
  const bits = (letters: string): number => [...word].reduce((sum, letter) => 2 * sum + +letters.includes(letter), 0);
  return (bits('XY') << word.length) | bits('YZ');
}

/** A word v after a quarter turn about w: v if they commute, else v·w. */
function turned(v: number, w: number, n: number): number {
  const half = 2 ** n - 1;
  let clash = ((v >>> n) & w & half) ^ (v & half & (w >>> n));
  clash ^= clash >>> 2;
  clash ^= clash >>> 1;
  return (clash & 1) === 1 ? v ^ w : v;
}

/** A plane {a, b, a ⊕ b} by its two least vectors. */
function planeBits(a: number, b: number, n: number): number {
  const c = a ^ b;
  const least = Math.min(a, b, c);
  const greatest = Math.max(a, b, c);
  return (least << (2 * n)) | (least ^ greatest);
}
