/** @file Which element of a group a circuit is, and the circuit of a word. */

import type { Circuit } from '../../circuit/circuit.ts';
import { stabiliserGroupOfCircuit } from '../../circuit/clifford-circuit.ts';
import { controlledNotGate } from '../../circuit/named-gates.ts';
import { productState } from '../../circuit/product-state.ts';
import { DomainError } from '../../errors.ts';
import { generatorRows } from '../../stabiliser/stabiliser-group.ts';
import { planesCode } from './clifford.ts';
import { type Cnot, matrixCode } from './general-linear.ts';

/**
 * The words UX_qU† and UZ_qU† of a Clifford circuit, up to signs.
 *
 * @throws {DomainError} an angle that is no multiple of π/2
 */
function imagesOf(circuit: Circuit, theta: Float64Array) {
  const images = (reference: 'zero' | 'plus') =>
    generatorRows(
      stabiliserGroupOfCircuit({ ...circuit, reference: productState(reference, circuit.qubits) }, theta),
    ).generators.map((row) => ({ x: bitsOf(row.slice(0, circuit.qubits)), z: bitsOf(row.slice(circuit.qubits)) }));
  return { ofX: images('plus'), ofZ: images('zero') };
}

/** A number from its bits, the most significant first. */
const bitsOf = (bits: readonly number[]): number => bits.reduce((sum, bit) => 2 * sum + bit, 0);

/**
 * The code in `linearGroup` of a circuit |x⟩ ↦ |Mx⟩, up to Pauli words before or after it; null for a circuit that
 * is no product of CNOTs.
 *
 * @param theta - parameters, shape (P,)
 * @throws {DomainError} an angle that is no multiple of π/2
 */
export function linearCode(circuit: Circuit, theta: Float64Array): number | null {
  const { ofX, ofZ } = imagesOf(circuit, theta);
  if (ofX.some(({ z }) => z !== 0) || ofZ.some(({ x }) => x !== 0)) return null;
  // UX_qU† is the X-word of column q of M.
  const n = circuit.qubits;
  return matrixCode(ofX.map((_, row) => bitsOf(ofX.map(({ x }) => (x >>> (n - 1 - row)) & 1))));
}

/**
 * The code in `cliffordGroup` of a Clifford circuit on 2 or 3 qubits.
 *
 * @param theta - parameters, shape (P,)
 * @throws {DomainError} another number of qubits, or an angle that is no multiple of π/2
 */
export function cliffordCircuitCode(circuit: Circuit, theta: Float64Array): number {
  const n = circuit.qubits;
  if (!(n === 2 || n === 3)) throw new DomainError(`cliffordCircuitCode: 2 or 3 qubits required, got ${n}`);
  const { ofX, ofZ } = imagesOf(circuit, theta);
  const bits = ({ x, z }: { readonly x: number; readonly z: number }): number => (x << n) | z;
  return planesCode(
    ofX.map((word, q) => [bits(word), bits(ofZ[q]!)] as const),
    n,
  );
}

/** The circuit of CNOTs, the first of which acts first. */
export function cnotCircuit(qubits: number, gates: readonly Cnot[]): Circuit {
  const rotations = gates.flatMap(({ control, target }) => controlledNotGate(qubits, control, target));
  return { kind: 'circuit', qubits, parameters: 0, gates: rotations };
}
