/** @file Operators of fermions by creation and annihilation operators, and the Pauli sums that they are by Jordan–Wigner. */

import { bitCount, parity } from '../engine/bits.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { wordOf } from './pauli.ts';
import type { PauliSum, PauliTerm } from './pauli-sum.ts';

/** The creation operator c† or the annihilation operator c of a mode. */
export interface LadderOperator {
  readonly mode: number;
  readonly creates: boolean;
}

/** A complex multiple of a product of creation and annihilation operators, the leftmost first. */
export interface FermionTerm {
  readonly operators: readonly LadderOperator[];
  readonly re: number;
  readonly im: number;
}

/** Most modes of products of any length. */
export const MOST_MODES = 26;
/** Most operators in a product, each of which doubles the words. */
const LONGEST = 8;
/** Imaginary coefficients up to this part of the greatest coefficient count as rounding. */
const ROUNDING = 1e-10;

/**
 * The Hermitian operator Σ_k a_k Π c^(†) as a Pauli sum, by the Jordan–Wigner transformation
 *
 *     c_j = Z_0 … Z_{j−1} (X_j + iY_j)/2,
 *
 * so that mode j is qubit j, and an occupied mode is |1⟩.
 *
 * @param modes - their number n, at most 26
 * @param name - what to call the operator in an error
 * @throws {ShapeError} more modes, or products of more than eight operators; a mode that is not below n
 * @throws {DomainError} the operator is not Hermitian
 *
 * Cost O(2^length) for each product.
 */
export function pauliSumOfFermions(modes: number, terms: Iterable<FermionTerm>, name: string): PauliSum {
  if (!(modes >= 1 && modes <= MOST_MODES)) {
    throw new ShapeError(`${name}: 1 to ${MOST_MODES} modes required, got ${modes}`);
  }
  const sums = new Map<number, [re: number, im: number]>();
  for (const { operators, re, im } of terms) {
    if (operators.length > LONGEST) {
      throw new ShapeError(`${name}: products of at most ${LONGEST} operators required, got ${operators.length}`);
    }
    for (const [flip, sign, factor] of expanded(operators, modes, name)) {
      const key = flip * 2 ** MOST_MODES + sign;
      const [x, y] = sums.get(key) ?? [0, 0];
      sums.set(key, [x + factor * re, y + factor * im]);
    }
  }
  return hermitian(modes, sums, name);
}

/** The product as Σ factor · X^flip Z^sign; an operator at mode j is X_j Z_0 … Z_{j−1} (1 ∓ Z_j)/2, − for c. */
function expanded(operators: readonly LadderOperator[], modes: number, name: string) {
  let products: (readonly [flip: number, sign: number, factor: number])[] = [[0, 0, 1]];
  for (const { mode, creates } of operators) {
    if (!(mode >= 0 && mode < modes)) throw new ShapeError(`${name}: modes below ${modes} required, got ${mode}`);
    const bit = 2 ** (modes - 1 - mode);
    const before = 2 ** modes - 2 * bit;
    products = products.flatMap(([flip, sign, factor]) => {
      const half = (parity(sign & bit) === 1 ? -factor : factor) / 2; // Z^sign goes past X_j
      return [
        [flip ^ bit, sign ^ before, half],
        [flip ^ bit, sign ^ before ^ bit, creates ? half : -half],
      ] as const;
    });
  }
  return products;
}

/** X^flip Z^sign is (−i)^y times the word, with y its letters Y. */
function hermitian(modes: number, sums: ReadonlyMap<number, readonly [number, number]>, name: string): PauliSum {
  const terms: PauliTerm[] = [];
  const greatest = [...sums.values()].reduce((most, [x, y]) => Math.max(most, Math.hypot(x, y)), 0);
  for (const [key, [x, y]] of sums) {
    const [flip, sign] = [Math.floor(key / 2 ** MOST_MODES), key % 2 ** MOST_MODES];
    const turns = bitCount(flip & sign) % 4;
    const [re, im] = turns === 0 ? [x, y] : turns === 1 ? [y, -x] : turns === 2 ? [-x, -y] : [-y, x];
    const word = wordOf(flip, sign, modes);
    if (Math.abs(im) > ROUNDING * greatest) {
      throw new DomainError(`${name}: a Hermitian operator required, got the coefficient ${re} + ${im}i of ${word}`);
    }
    if (Math.abs(re) > 1e-15 * greatest) terms.push({ word, coefficient: re });
  }
  terms.sort((a, b) => (a.word < b.word ? -1 : 1));
  return { qubits: modes, terms: terms.length > 0 ? terms : [{ word: 'I'.repeat(modes), coefficient: 0 }] };
}
