/** @file A critical chain of the user's own: one Pauli sum, repeated at every site. */

import type { PauliWord } from '../../operator/pauli.ts';
import { type PauliSum, pauliSumMatrix } from '../../operator/pauli-sum.ts';
import type { ChainModel } from './critical-model.ts';

/** Rotations of the Pauli letters, without signs, that take one of them to Z. */
const TURNS = {
  Z: { X: 'X', Y: 'Y', Z: 'Z' },
  X: { X: 'Z', Y: 'X', Z: 'Y' },
  Y: { X: 'Y', Y: 'Z', Z: 'X' },
} as const;

/**
 * The chain H = Σ_j h_j of qubits with a Pauli sum h on r neighbouring sites, moved along. Where a parity ΠX, ΠY or ΠZ commutes with it,
 * the letters are turned so that this is ΠZ, whose charges the tensors can conserve; best so that h is real, which is four
 * times as fast.
 *
 * @param sum - h on r qubits
 * @throws {ShapeError | DomainError} a malformed sum
 */
export function pauliChain(name: string, sum: PauliSum): ChainModel {
  const conserved = (['Z', 'X', 'Y'] as const).filter((letter) =>
    sum.terms.every(({ word }) => isEven(word, (own) => own !== 'I' && own !== letter)),
  );
  const turned = conserved.map((letter) => ({ ...sum, terms: sum.terms.map((term) => turnedTerm(term, letter)) }));
  const isReal = ({ terms }: PauliSum): boolean => terms.every(({ word }) => isEven(word, (own) => own === 'Y'));
  const best = turned.find(isReal) ?? turned[0];
  const base = { name, dimension: 2, range: sum.qubits, term: pauliSumMatrix(best ?? sum) };
  return best === undefined ? base : { ...base, symmetry: { modulus: 2, charges: [0, 1] } };
}

const isEven = (word: PauliWord, counts: (letter: string) => boolean): boolean =>
  [...word].filter(counts).length % 2 === 0;

const turnedTerm = (term: PauliSum['terms'][number], letter: keyof typeof TURNS) => ({
  ...term,
  word: [...term.word].map((own) => (own === 'I' ? 'I' : TURNS[letter][own as keyof typeof TURNS])).join(''),
});
