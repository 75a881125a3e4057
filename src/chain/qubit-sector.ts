/** @file The lowest levels of a Pauli sum within a sector of a symmetry, by Lanczos iteration among its basis states. */

import { bitCount } from '../engine/bits.ts';
import { DomainError } from '../errors.ts';
import type { LinearMap } from '../linalg/krylov.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { sectorOperator, sectorStates } from '../operator/sector-operator.ts';
import { hadamard, type QubitSymmetry } from './qubit-symmetry.ts';

/** A Hamiltonian among the states of a sector. */
export interface QubitSector {
  readonly apply: LinearMap;
  readonly dimension: number;
}

/**
 * A Pauli sum within the sector of a symmetry; parity Π X is made Π Z by Hadamard's matrix on every qubit.
 *
 * @param sector - as for sweeps: the charge, for two species both numbers
 * @throws {DomainError} a sector without states, or a sum that does not have the symmetry
 */
export function qubitSector(
  sum: PauliSum,
  symmetry: QubitSymmetry,
  sector: number | readonly [number, number],
): QubitSector {
  const { qubits } = sum;
  // Qubit 0 is the most significant bit.
  const even = Array.from({ length: qubits }, (_, q) => (q % 2 === 0 ? 2 ** (qubits - 1 - q) : 0)).reduce(
    (a, b) => a + b,
    0,
  );
  const odd = 2 ** qubits - 1 - even;
  const keep = (b: number): boolean => {
    if (typeof sector !== 'number') return bitCount(b & even) === sector[0] && bitCount(b & odd) === sector[1];
    return symmetry === 'excitations' ? bitCount(b) === sector : bitCount(b) % 2 === sector;
  };
  if ((typeof sector === 'number') === (symmetry === 'two-species')) {
    throw new DomainError(`sector: two numbers for 'two-species' and one otherwise required, got ${sector}`);
  }
  const states = sectorStates(qubits, keep);
  if (states.length === 0) throw new DomainError(`sector: one that some basis state has required, got ${sector}`);
  const apply = sectorOperator(symmetry === 'parity-x' ? hadamard(sum) : sum, states);
  return { apply, dimension: states.length };
}
