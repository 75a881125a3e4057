/** @file Thermal states and their purifications: the two sides of a black hole. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import type { MixedState, PureState } from '../src/generative/target-state.ts';
import type { ComplexMatrix } from '../src/linalg/complex.ts';
import { hermitianEigen } from '../src/linalg/hermitian-eigen.ts';
import { frobeniusNorm, multiply, trace } from '../src/linalg/matrix.ts';
import { hamiltonianSpec } from '../src/operator/hamiltonian-spec.ts';
import { type PauliSum, pauliSumMatrix } from '../src/operator/pauli-sum.ts';
import { checkSize, DENSE_LIMIT, sizeUpTo } from './register-size.ts';

export const thermalOptions = z.strictObject({
  qubits: sizeUpTo(DENSE_LIMIT, 1, (n) => 4 ** n).describe(
    'number n of qubits; for a thermofield double, of each side',
  ),
  beta: z.number().min(0).describe('inverse temperature β ≥ 0; 0 is the maximally mixed state'),
  hamiltonian: hamiltonianSpec.describe('the Hamiltonian'),
});

/** A thermofield double has the options of the thermal state of either side. */
export const thermofieldDoubleOptions = thermalOptions;

/**
 * Gibbs state,
 *
 *     ρ = e^{−βH} / Tr e^{−βH}.
 *
 * @param hamiltonian - n qubits, at most 8
 * @param beta - inverse temperature, ≥ 0, in units of 1/H
 * @returns density matrix, shape (2ⁿ, 2ⁿ)
 * @throws {DomainError} too many qubits, or β negative or not finite
 *
 * Cost O(8ⁿ): dense diagonalisation.
 */
export function thermal(hamiltonian: PauliSum, beta: number): MixedState {
  const density = boltzmann('thermal', hamiltonian, beta, 1, (matrix) => trace(matrix)[0]);
  const { qubits } = hamiltonian;
  return { kind: 'mixed', name: `thermal(${qubits}, β = ${beta})`, dimensions: new Array(qubits).fill(2), density };
}

/**
 * Thermofield double on 2n qubits, the left side first,
 *
 *     |TFD⟩ = Z^{−1/2} Σ_k e^{−βE_k/2} |k⟩ ⊗ |k̄⟩,
 *
 * where k̄ is the complex conjugate of k: its amplitudes are the entries of e^{−βH/2}. Either side alone is thermal;
 * β = 0 gives n pairs (|00⟩ + |11⟩)/√2.
 *
 * @param hamiltonian - of one side, n qubits, at most 8
 * @param beta - inverse temperature, ≥ 0
 * @returns amplitudes of shape (4ⁿ,); qubit q of the left side is coupled to qubit n + q
 * @throws {DomainError} too many qubits, or β negative or not finite
 *
 * @see Maldacena, JHEP 2003(04), 021, arXiv:hep-th/0106112
 */
export function thermofieldDouble(hamiltonian: PauliSum, beta: number): PureState {
  const { rows, interleaved } = boltzmann('thermofieldDouble', hamiltonian, beta, 1 / 2, frobeniusNorm);
  const { qubits } = hamiltonian;
  const dimensions = new Array<number>(2 * qubits).fill(2);
  return {
    kind: 'pure',
    name: `thermofield-double(${qubits}, β = ${beta})`,
    dimensions,
    amplitudes: { length: rows * rows, interleaved },
  };
}

/** e^{−share·βH} divided by its norm; energies are counted from the ground state, so nothing overflows. */
function boltzmann(
  name: string,
  hamiltonian: PauliSum,
  beta: number,
  share: number,
  norm: (matrix: ComplexMatrix) => number,
): ComplexMatrix {
  checkSize(name, hamiltonian.qubits, DENSE_LIMIT, 1, (n) => 4 ** n);
  if (!(beta >= 0 && beta < Infinity)) throw new DomainError(`${name}: a finite β ≥ 0 required, got ${beta}`);
  const { values, vectors } = hermitianEigen(pauliSumMatrix(hamiltonian));
  const weights = values.map((energy) => Math.exp((-share * beta * (energy - values[0]!)) / 2));
  const half = { ...vectors, interleaved: vectors.interleaved.map((x, k) => x * weights[(k >> 1) % vectors.cols]!) };
  const matrix = multiply(half, half, { adjointB: true });
  const scale = norm(matrix);
  return { ...matrix, interleaved: matrix.interleaved.map((x) => x / scale) };
}
