/** @file Product states: no entanglement at all. */

import * as z from 'zod';
import type { BlochPoint } from '../src/circuit/circuit.ts';
import { productVector } from '../src/circuit/run-circuit.ts';
import type { PureState } from '../src/generative/target-state.ts';
import { checkSize, PURE_LIMIT } from './register-size.ts';
import { symmetricOption, symmetricSize } from './symmetric.ts';

export const productOptions = z.strictObject({
  qubits: symmetricSize.describe('number of qubits'),
  polar: z
    .number()
    .default(Math.PI / 2)
    .describe('polar angle of every qubit on the Bloch sphere, radians; π/2 is |+⟩'),
  azimuth: z.number().default(0).describe('azimuth of every qubit, radians'),
  symmetric: symmetricOption,
});

/**
 * Product state with every qubit at the same point of the Bloch sphere,
 *
 *     ⊗_q (cos(polar/2)|0⟩ + e^{i·azimuth} sin(polar/2)|1⟩).
 *
 * @param qubits - number of qubits, at most 24
 * @throws {DomainError} the number of qubits is out of range
 */
export function product(qubits: number, { polar = Math.PI / 2, azimuth = 0 }: Partial<BlochPoint> = {}): PureState {
  checkSize('product', qubits, PURE_LIMIT);
  const amplitudes = productVector(Array.from({ length: qubits }, () => ({ polar, azimuth })));
  return { kind: 'pure', name: `product(${qubits})`, dimensions: new Array(qubits).fill(2), amplitudes };
}
