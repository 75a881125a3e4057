/** @file Jordan–Wigner: which Pauli sums are quadratic in fermions, and which Pauli sum a quadratic Hamiltonian is. */

import { DomainError, ShapeError } from '../errors.ts';
import type { PauliWord } from '../operator/pauli.ts';
import { checkPauliSum, type PauliSum, type PauliTerm } from '../operator/pauli-sum.ts';
import { checkModes } from './gaussian-state.ts';
import { checkQuadratic, type QuadraticHamiltonian } from './quadratic-hamiltonian.ts';

/** The letter of the strings of a Jordan–Wigner transformation. */
export type StringLetter = 'X' | 'Y' | 'Z';

/** Which letter makes up the strings. */
export interface JordanWignerOptions {
  /**
   * The letter of the strings, S: γ_2j = S…S A, γ_2j+1 = S…S B with the letters A, B that follow S in the cycle X → Y →
   * Z → X. Default 'Z', with A = X and B = Y.
   */
  readonly string?: StringLetter;
}

/** Most words that an error lists. */
const LISTED = 5;

/**
 * The quadratic Hamiltonian that a Pauli sum becomes by the Jordan–Wigner transformation: words with at most two
 * Majorana operators are S at one site, or A or B at two sites with S in between; the identity is the constant. With
 * strings of Z that is the XY chain in a field along Z; with strings of X `transverseFieldIsing` of an open chain.
 *
 * @throws {DomainError} other words, which are named; a ring of spins is one, since its last bond goes with the parity
 * @throws {ShapeError | DomainError} a malformed sum
 */
export function quadraticOfPauliSum(sum: PauliSum, { string = 'Z' }: JordanWignerOptions = {}): QuadraticHamiltonian {
  checkPauliSum(sum);
  checkModes('quadraticOfPauliSum', sum.qubits);
  const size = 2 * sum.qubits;
  const data = new Float64Array(size * size);
  let constant = 0;
  const wrong: PauliWord[] = [];
  for (const { word, coefficient } of sum.terms) {
    const pair = majoranaPair(standardWord(word, string));
    if (pair === null) wrong.push(word);
    else if (pair === 'identity') constant += coefficient;
    else {
      const [a, b, sign] = pair; // the word is sign·i·γ_a γ_b, and (i/4)(h_ab γ_a γ_b + h_ba γ_b γ_a) = (i/2) h_ab γ_a γ_b
      data[a * size + b] = data[a * size + b]! + 2 * sign * coefficient;
      data[b * size + a] = data[b * size + a]! - 2 * sign * coefficient;
    }
  }
  if (wrong.length > 0) {
    const more = wrong.length > LISTED ? ` and ${wrong.length - LISTED} more` : '';
    throw new DomainError(
      `quadraticOfPauliSum: words of two Majorana operators with strings of ${string} required, got ${wrong.slice(0, LISTED).join(', ')}${more}`,
    );
  }
  return { statistics: 'fermion', modes: sum.qubits, matrix: { rows: size, cols: size, data }, constant };
}

/**
 * A fermion Hamiltonian as a Pauli sum, the inverse of `quadraticOfPauliSum`.
 *
 * @throws {DomainError} bosons
 * @throws {ShapeError | DomainError} a malformed Hamiltonian
 *
 * O(n²) words of n letters.
 */
export function pauliSumOfQuadratic(
  hamiltonian: QuadraticHamiltonian,
  { string = 'Z' }: JordanWignerOptions = {},
): PauliSum {
  checkQuadratic('pauliSumOfQuadratic', hamiltonian);
  if (hamiltonian.statistics !== 'fermion') throw new DomainError('pauliSumOfQuadratic: fermions required, got bosons');
  const { modes, matrix, constant } = hamiltonian;
  const terms: PauliTerm[] = constant === 0 ? [] : [{ word: 'I'.repeat(modes), coefficient: constant }];
  for (let a = 0; a < 2 * modes; a++) {
    for (let b = a + 1; b < 2 * modes; b++) {
      const value = matrix.data[a * 2 * modes + b]!;
      if (value === 0) continue;
      const { word, sign } = pairWord(a, b, modes);
      terms.push({ word: turnedWord(word, string, 1), coefficient: (sign * value) / 2 });
    }
  }
  return { qubits: modes, terms };
}

/** The word that i·γ_a γ_b is, up to a sign, for a < b and strings of Z. */
export function pairWord(a: number, b: number, modes: number): { readonly word: PauliWord; readonly sign: 1 | -1 } {
  const [first, last] = [a >> 1, b >> 1];
  if (a < 0 || b <= a || last >= modes) {
    throw new ShapeError(`pairWord: 0 ≤ a < b < ${2 * modes} required, got ${a} and ${b}`);
  }
  const word = new Array<string>(modes).fill('I');
  if (first === last) {
    word[first] = 'Z'; // iXY = −Z
    return { word: word.join(''), sign: -1 };
  }
  // X·Z = −iY and Y·Z = iX at the first site.
  const isX = a % 2 === 0;
  word[first] = isX ? 'Y' : 'X';
  for (let k = first + 1; k < last; k++) word[k] = 'Z';
  word[last] = b % 2 === 0 ? 'X' : 'Y';
  return { word: word.join(''), sign: isX ? 1 : -1 };
}

/** The Majorana operators a < b of a word, which is sign·i·γ_a γ_b; null if it is none. */
function majoranaPair(word: PauliWord): readonly [a: number, b: number, sign: 1 | -1] | 'identity' | null {
  const sites = [...word].flatMap((letter, site) => (letter === 'I' ? [] : [site]));
  const [first, last] = [sites[0], sites.at(-1)];
  if (first === undefined || last === undefined) return 'identity';
  if (first === last) return word[first] === 'Z' ? [2 * first, 2 * first + 1, -1] : null;
  const inner = [...word].slice(first + 1, last);
  if (word[first] === 'Z' || word[last] === 'Z' || inner.some((letter) => letter !== 'Z')) return null;
  const isX = word[first] === 'Y';
  return [2 * first + (isX ? 0 : 1), 2 * last + (word[last] === 'X' ? 0 : 1), isX ? 1 : -1];
}

const standardWord = (word: PauliWord, string: StringLetter): PauliWord => turnedWord(word, string, -1);

/** Letters turned along X → Y → Z → X, so that Z becomes the letter of the strings (direction 1), or back (−1). */
export function turnedWord(word: PauliWord, string: StringLetter, direction: 1 | -1): PauliWord {
  const turns: number | undefined = { Z: 0, X: 1, Y: 2 }[string];
  if (turns === undefined) throw new DomainError(`Jordan–Wigner: strings of X, Y or Z required, got '${string}'`);
  const steps = turns * direction;
  return [...word].map((letter) => (letter === 'I' ? 'I' : 'XYZ'[('XYZ'.indexOf(letter) + steps + 3) % 3]!)).join('');
}
