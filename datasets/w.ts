/** @file W states: one excitation, shared by all. */

import * as z from 'zod';
import type { PureState } from '../src/generative/target-state.ts';
import { dicke } from './dicke.ts';
import { checkSize, PURE_LIMIT } from './register-size.ts';
import { symmetricOption, symmetricSize } from './symmetric.ts';

export const wOptions = z.strictObject({
  qubits: symmetricSize.describe('number n of qubits'),
  symmetric: symmetricOption,
});

/**
 * W state,
 *
 *     n^{−1/2} (|10…0⟩ + |01…0⟩ + … + |0…01⟩).
 *
 * A region of m qubits has the entropy of the distribution (m/n, 1 − m/n).
 *
 * @param qubits - n, at most 24
 * @throws {DomainError} the number of qubits is out of range
 *
 * @see Dür, Vidal & Cirac, Phys. Rev. A 62, 062314 (2000)
 */
export function w(qubits: number): PureState {
  checkSize('w', qubits, PURE_LIMIT);
  return { ...dicke(qubits, 1), name: `w(${qubits})` };
}
