/** @file Evolution in real and imaginary time: curves of states under a Hamiltonian that does not change. */

import { DomainError, ShapeError } from '../src/errors.ts';
import type { PureState, StateCurve } from '../src/generative/target-state.ts';
import type { ComplexVector } from '../src/linalg/complex.ts';
import { exponentialAction, imaginaryTimeAction } from '../src/linalg/exponential-action.ts';
import type { LinearMap } from '../src/linalg/krylov.ts';
import { type PauliSum, pauliSumOperator } from '../src/operator/pauli-sum.ts';

/**
 * Quench: the initial state evolves under a Hamiltonian other than its own,
 *
 *     |ψ(t)⟩ = e^{−iHt} |ψ(0)⟩.
 *
 * @param initial - state of n qubits
 * @param hamiltonian - H, on n qubits; ħ = 1
 * @param times - where the curve is sampled; any sign
 * @returns the curve; `at` costs about |t|·‖H‖ applications of H, always from t = 0
 * @throws {ShapeError} state and Hamiltonian differ in the number of qubits
 */
export function quench(initial: PureState, hamiltonian: PauliSum, times: readonly number[]): StateCurve {
  return evolution('quench', initial, hamiltonian, times, exponentialAction);
}

/**
 * Evolution in imaginary time,
 *
 *     |ψ(τ)⟩ = e^{−Hτ} |ψ(0)⟩ / ‖e^{−Hτ} |ψ(0)⟩‖,
 *
 * a steepest descent of the energy; its limit is the ground state, if the initial state overlaps with it.
 *
 * @param initial - state of n qubits
 * @param hamiltonian - H, on n qubits
 * @param times - τ, not negative
 * @throws {ShapeError} state and Hamiltonian differ in the number of qubits
 * @throws {DomainError} a negative time
 */
export function imaginaryTime(initial: PureState, hamiltonian: PauliSum, times: readonly number[]): StateCurve {
  const negative = times.find((time) => !(time >= 0));
  if (negative !== undefined) throw new DomainError(`imaginaryTime: times ≥ 0 required, got ${negative}`);
  return evolution('imaginary-time', initial, hamiltonian, times, (apply, psi, time) => {
    return imaginaryTimeAction(apply, psi, time).direction;
  });
}

type Propagation = (apply: LinearMap, psi: ComplexVector, time: number) => ComplexVector;

function evolution(
  name: string,
  initial: PureState,
  hamiltonian: PauliSum,
  times: readonly number[],
  propagate: Propagation,
): StateCurve {
  const { dimensions } = initial;
  if (dimensions.length !== hamiltonian.qubits || dimensions.some((dimension) => dimension !== 2)) {
    throw new ShapeError(`${name}: a state of ${hamiltonian.qubits} qubits required, got dimensions [${dimensions}]`);
  }
  const apply = pauliSumOperator(hamiltonian);
  return {
    name,
    times,
    at: (time) => ({
      kind: 'pure',
      name: `${name}(${time})`,
      dimensions,
      amplitudes: propagate(apply, initial.amplitudes, time),
    }),
  };
}
