/** @file Dicke states: a fixed number of excitations, shared equally. W is the one with one. */

import * as z from 'zod';
import { bitCount } from '../src/engine/bits.ts';
import { DomainError } from '../src/errors.ts';
import type { PureState } from '../src/generative/target-state.ts';
import { checkSize, PURE_LIMIT } from './register-size.ts';
import { superposition } from './superposition.ts';
import { symmetricOption, symmetricSize } from './symmetric.ts';

export const dickeOptions = z.strictObject({
  qubits: symmetricSize.describe('number n of qubits'),
  excitations: z.number().int().min(0).describe('number k of ones, at most n'),
  symmetric: symmetricOption,
});

/**
 * Dicke state with k excitations,
 *
 *     C(n, k)^{−1/2} Σ_{|b| = k} |b⟩.
 *
 * The entropy of m qubits is that of the hypergeometric distribution C(m, j) C(n−m, k−j) / C(n, k).
 *
 * @param qubits - n, at most 24
 * @param excitations - k, from 0 to n
 * @throws {DomainError} n or k out of range
 *
 * @see Dicke, Phys. Rev. 93, 99 (1954)
 */
export function dicke(qubits: number, excitations: number): PureState {
  checkSize('dicke', qubits, PURE_LIMIT);
  if (!(Number.isInteger(excitations) && excitations >= 0 && excitations <= qubits)) {
    throw new DomainError(`dicke: 0 to ${qubits} excitations required, got ${excitations}`);
  }
  return superposition(`dicke(${qubits}, ${excitations})`, qubits, (b) => bitCount(b) === excitations);
}
