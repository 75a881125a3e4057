/** @file The state that circuits and paths start from. */

import { type ComplexVector, zeroVector } from '../linalg/complex.ts';

/** The basis state |0…0⟩ of qubits, shape (2ⁿ,). */
export function zeroState(qubits: number): ComplexVector {
  const zero = zeroVector(2 ** qubits);
  zero.interleaved[0] = 1;
  return zero;
}
