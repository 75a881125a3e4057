/** @file Symmetries that Pauli sums often have, and the turn of the basis that makes them charges of qubits. */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { type ChargedOperator, chargedOperator, type OperatorOptions } from './matrix-product-operator.ts';
import { chainOf, networkOfChain } from './matrix-product-state.ts';

/**
 * Which symmetry: the number of qubits in |1⟩, the numbers of those at even and at odd places (electrons of both spins), or
 * the parity Π X or Π Z, whose charge is 0 for +1 and 1 for −1.
 */
export const QUBIT_SYMMETRIES = ['excitations', 'two-species', 'parity-x', 'parity-z'] as const;
export type QubitSymmetry = (typeof QUBIT_SYMMETRIES)[number];

/** A Pauli sum as a charged operator, and the turn that leads its states back. */
export interface TurnedOperator {
  readonly operator: ChargedOperator;
  /** The state in the basis of the sum. */
  readonly back: (state: NetworkPoint<TensorNetwork>) => NetworkPoint<TensorNetwork>;
}

/** The charge of an excitation at an odd place, large enough that the charges of both kinds never mix. */
const SECOND_SPECIES = 4096;

/** The charge of so many excitations at even and at odd places. */
export const twoSpecies = (even: number, odd: number): number => even + SECOND_SPECIES * odd;

/**
 * The matrix-product operator of a Pauli sum with a symmetry. Parity Π X becomes Π Z by Hadamard's matrix on every qubit.
 *
 * @throws {DomainError} the sum does not have the symmetry
 */
export function operatorWithSymmetry(
  sum: PauliSum,
  symmetry: QubitSymmetry,
  options: OperatorOptions = {},
): TurnedOperator {
  const modulus = symmetry === 'parity-x' || symmetry === 'parity-z' ? 2 : 0;
  const charges = Array.from({ length: sum.qubits }, (_, k) => [
    0,
    symmetry === 'two-species' && k % 2 === 1 ? SECOND_SPECIES : 1,
  ]);
  const isTurned = symmetry === 'parity-x';
  const operator = chargedOperator(isTurned ? hadamard(sum) : sum, charges, modulus, options);
  return { operator, back: isTurned ? turned : (state) => state };
}

/** The sum with Hadamard's matrix on every qubit: X ↔ Z, Y → −Y. */
export function hadamard({ qubits, terms }: PauliSum): PauliSum {
  const swapped: Readonly<Record<string, string>> = { I: 'I', X: 'Z', Y: 'Y', Z: 'X' };
  return {
    qubits,
    terms: terms.map(({ word, coefficient }) => ({
      word: [...word].map((letter) => swapped[letter]!).join(''),
      coefficient: word.split('Y').length % 2 === 0 ? -coefficient : coefficient,
    })),
  };
}

/** The state with Hadamard's matrix on every qubit. */
function turned({ network, theta }: NetworkPoint<TensorNetwork>): NetworkPoint<TensorNetwork> {
  const h = Math.SQRT1_2;
  const matrix = { rows: 2, cols: 2, interleaved: Float64Array.of(h, 0, h, 0, h, 0, -h, 0) };
  const sites = chainOf(network, theta).map(({ shape, interleaved }): ComplexArray => {
    const [a, s, b] = shape as [number, number, number];
    const first = currentEngine().permute(interleaved, shape, [1, 0, 2]);
    const product = multiply(matrix, { rows: s, cols: a * b, interleaved: first }).interleaved;
    return { shape, interleaved: currentEngine().permute(product, [s, a, b], [1, 0, 2]) };
  });
  return networkOfChain(sites);
}
