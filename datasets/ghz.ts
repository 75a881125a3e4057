/** @file Greenberger–Horne–Zeilinger states: all or nothing. */

import * as z from 'zod';
import type { PureState } from '../src/generative/target-state.ts';
import { zeroVector } from '../src/linalg/complex.ts';
import { checkSize, PURE_LIMIT } from './register-size.ts';
import { symmetricOption, symmetricSize } from './symmetric.ts';

export const ghzOptions = z.strictObject({
  qubits: symmetricSize.describe('number of qubits'),
  symmetric: symmetricOption,
});

/**
 * Greenberger–Horne–Zeilinger state,
 *
 *     (|0…0⟩ + |1…1⟩) / √2.
 *
 * Every proper region has entropy log 2.
 *
 * @param qubits - number of qubits, at most 24
 * @throws {DomainError} the number of qubits is out of range
 *
 * @see Greenberger, Horne & Zeilinger, arXiv:0712.0921 (1989)
 */
export function ghz(qubits: number): PureState {
  checkSize('ghz', qubits, PURE_LIMIT);
  const amplitudes = zeroVector(2 ** qubits);
  amplitudes.interleaved[0] = Math.SQRT1_2;
  amplitudes.interleaved[2 * (2 ** qubits - 1)] = Math.SQRT1_2;
  return { kind: 'pure', name: `ghz(${qubits})`, dimensions: new Array(qubits).fill(2), amplitudes };
}
