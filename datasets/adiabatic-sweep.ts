/** @file Ground states along a path of Hamiltonians. */

import { ShapeError } from '../src/errors.ts';
import type { StateCurve } from '../src/generative/target-state.ts';
import { combinePauliSums, type PauliSum } from '../src/operator/pauli-sum.ts';
import { groundState } from './ground-state.ts';

/**
 * Adiabatic sweep: the state that an infinitely slow change of the Hamiltonian follows while the gap stays open, the
 * ground state of
 *
 *     H(s) = (1 − s) H₀ + s H₁.
 *
 * @param from - H₀, n qubits, at most 20
 * @param to - H₁, n qubits
 * @param times - s; 0 to 1, or beyond
 * @returns the curve; `at` costs one Lanczos iteration. Where the ground state is degenerate, one vector of its space
 *         is taken
 * @throws {ShapeError} the Hamiltonians differ in the number of qubits
 *
 * @see Farhi et al., arXiv:quant-ph/0001106 (2000)
 */
export function adiabaticSweep(from: PauliSum, to: PauliSum, times: readonly number[], seed = 1): StateCurve {
  if (from.qubits !== to.qubits) {
    throw new ShapeError(`adiabaticSweep: ${from.qubits} qubits required in both, got ${to.qubits}`);
  }
  const hamiltonianAt = (s: number): PauliSum =>
    combinePauliSums([
      [1 - s, from],
      [s, to],
    ]);
  return {
    name: 'adiabatic-sweep',
    times,
    at: (s) => ({ ...groundState(hamiltonianAt(s), seed), name: `adiabatic-sweep(${s})` }),
  };
}
