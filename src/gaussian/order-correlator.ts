/**
 * @file Expectations of Pauli words in fermion states, by Wick's theorem: Pfaffians and determinants of the covariance.
 */

import { DomainError } from '../errors.ts';
import { logDeterminant, logPfaffian, numberOf } from '../linalg/log-determinant.ts';
import { submatrix } from '../linalg/real-product.ts';
import { checkWord, type PauliWord } from '../operator/pauli.ts';
import { checkGaussian, type GaussianState } from './gaussian-state.ts';

/**
 * Correlations of spins a < b: ⟨X_a X_b⟩ and ⟨Y_a Y_b⟩, which are strings of fermions; ⟨Z_a Z_b⟩, which are four of
 * them; the string ⟨Z_a Z_a+1 … Z_b⟩ itself, order in what the chain is dual to.
 */
export type OrderCorrelatorKind = 'X' | 'Y' | 'Z' | 'string';

/**
 * An order correlator of the spin chain that a fermion state is by the Jordan–Wigner transformation of `GaussianState`,
 * as a determinant of O(b − a) rows, or a Pfaffian of twice as many where the state is complex. Toeplitz for chains
 * without ends.
 *
 * @param a - a site
 * @param b - another site
 * @throws {DomainError} bosons, sites that do not exist or are equal, another kind
 * @throws {ShapeError | DomainError} a malformed state
 *
 * O((b − a)³).
 *
 * @see Lieb, Schultz & Mattis, Ann. Phys. 16, 407 (1961)
 */
export function orderCorrelator(state: GaussianState, a: number, b: number, kind: OrderCorrelatorKind = 'X'): number {
  checkGaussian('orderCorrelator', state);
  checkFermions('orderCorrelator', state);
  const [first, last] = [Math.min(a, b), Math.max(a, b)];
  const isSite = (site: number): boolean => Number.isInteger(site) && site >= 0 && site < state.modes;
  if (!isSite(a) || !isSite(b) || a === b) {
    throw new DomainError(`orderCorrelator: two different sites below ${state.modes} required, got ${a} and ${b}`);
  }
  if (!['X', 'Y', 'Z', 'string'].includes(kind)) {
    throw new DomainError(`orderCorrelator: X, Y, Z or string required, got '${kind}'`);
  }
  const letter = kind === 'string' ? 'Z' : kind;
  const inside = kind === 'string' ? 'Z' : 'I';
  const letters = letter + inside.repeat(last - first - 1) + letter;
  return wordExpectation(state, letters, first);
}

/**
 * ⟨P⟩ of any Pauli word in a fermion state. Words with an odd number of letters X and Y have expectation 0. O(k³),
 * where the word is a product of k Majorana operators.
 *
 * @throws {DomainError} bosons; another letter
 * @throws {ShapeError | DomainError} a word of another length; a malformed state
 */
export function gaussianExpectation(state: GaussianState, word: PauliWord): number {
  checkGaussian('gaussianExpectation', state);
  checkFermions('gaussianExpectation', state);
  checkWord(word, state.modes);
  return wordExpectation(state, word, 0);
}

/** ⟨P⟩ of the word that has these letters from a site on, and I elsewhere. */
export function wordExpectation(state: GaussianState, letters: string, from: number): number {
  const { indices, quarterTurns, isOdd } = majoranaMonomial(letters, from);
  if (isOdd) return 0;
  const m = indices.length / 2;
  // The product of operators is i^quarterTurns·P, and its expectation Pf(−iΓ) = (−i)^m Pf Γ.
  const sign = (((quarterTurns + m) % 4) + 4) % 4 === 0 ? 1 : -1;
  return sign * pfaffianOf(state, indices);
}

/**
 * The Majorana operators γ_a γ_b … in ascending order whose product is i^quarterTurns times a word. On site j it is 1,
 * X, Y or XY = iZ, times Z if an odd number of operators follows: XZ = −iY, YZ = iX.
 *
 * @param letters - letters from the site `from` on; I before and behind. `isOdd`: strings would run on to the left
 */
export function majoranaMonomial(letters: string, from = 0) {
  const indices: number[] = [];
  let quarterTurns = 0;
  let isString = false; // an odd number of operators at the sites behind
  for (let j = letters.length - 1; j >= 0; j--) {
    const letter = letters[j]!;
    const [even, odd] = [2 * (from + j), 2 * (from + j) + 1];
    if (letter === 'X' || letter === 'Y') {
      indices.push((letter === 'X') === isString ? odd : even);
      if (isString) quarterTurns += letter === 'Y' ? 3 : 1; // XZ = −iY, YZ = iX
      isString = !isString;
    } else if ((letter === 'Z') !== isString) {
      indices.push(odd, even);
      quarterTurns += 1; // XY = iZ, and XY·Z = i
    }
  }
  return { indices: indices.reverse(), quarterTurns, isOdd: isString };
}

/** Pf Γ of the rows and columns of ascending indices; a determinant if Γ joins even with odd ones only. */
function pfaffianOf({ covariance }: GaussianState, indices: readonly number[]): number {
  const [even, odd] = [0, 1].map((parity) => indices.filter((index) => index % 2 === parity)) as [number[], number[]];
  const isZero = (group: readonly number[]): boolean =>
    group.every((i) => group.every((j) => covariance.data[i * covariance.cols + j] === 0));
  if (!isZero(even) || !isZero(odd)) return numberOf(logPfaffian(submatrix(covariance, indices)));
  if (even.length !== odd.length) return 0;
  // Pf((0, G), (−Gᵀ, 0)) = (−1)^{m(m−1)/2} det G, and the operators change places to get there.
  const m = even.length;
  let exchanges = (m * (m - 1)) / 2;
  let before = 0;
  for (const index of indices) {
    if (index % 2 === 1) before++;
    else exchanges += before;
  }
  return (exchanges % 2 === 0 ? 1 : -1) * numberOf(logDeterminant(submatrix(covariance, even, odd)));
}

/** @throws {DomainError} bosons */
export function checkFermions(caller: string, { statistics }: GaussianState): void {
  if (statistics !== 'fermion') throw new DomainError(`${caller}: fermions required, got ${statistics}s`);
}
