/** @file The global phase that gates and circuits leave open: what it is, and as a gate. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, identityMatrix } from '../linalg/complex.ts';
import { innerProduct } from '../linalg/vector.ts';
import { place } from '../operator/pauli.ts';
import type { Radians } from '../units.ts';
import type { Circuit, Rotation } from './circuit.ts';
import { runCircuit } from './run-circuit.ts';

/** Deviation of |Tr V†U|/2ⁿ from 1 at which U is not the circuit's unitary. */
const SAME_UNITARY = 1e-9;

/**
 * The phase e^{iφ} as a gate: the rotation by −2φ about the identity. States, tangents and networks have it;
 * `simplified` and `openQasm` work up to a global phase.
 *
 * @example
 * ```ts
 * import { stateVector } from 'bulkweave';
 * import { GATE_PHASES, globalPhaseGate, hadamardGate } from 'bulkweave/circuit';
 *
 * const gates = [...hadamardGate(1, 0), ...globalPhaseGate(1, GATE_PHASES.hadamard)];
 * const plus = stateVector({ kind: 'circuit', qubits: 1, parameters: 0, gates }, new Float64Array());
 * console.log(plus.interleaved); // 0.7071, 0.0000, 0.7071, 0.0000
 * ```
 */
export function globalPhaseGate(qubits: number, phase: Radians): readonly Rotation[] {
  return [{ word: place(qubits, {}), angle: -2 * phase }];
}

/**
 * The phase φ between a unitary and a circuit that performs it up to a global phase, U = e^{iφ} V(θ):
 *
 *     φ = arg Tr V†U  in (−π, π].
 *
 * @param circuit - n qubits; its reference state has no part in V
 * @param theta - parameters, shape (P,)
 * @param unitary - U, 2ⁿ × 2ⁿ
 * @throws {ShapeError} a matrix or parameters of another size
 * @throws {DomainError} U is not V up to a phase
 *
 * Cost O(gates · 4ⁿ).
 */
export function globalPhase(circuit: Circuit, theta: Float64Array, unitary: ComplexMatrix): Radians {
  const size = 2 ** circuit.qubits;
  if (unitary.rows !== size || unitary.cols !== size) {
    throw new ShapeError(`globalPhase: a ${size} × ${size} matrix required, got ${unitary.rows} × ${unitary.cols}`);
  }
  const identity = { length: size * size, interleaved: identityMatrix(size).interleaved };
  const performed = runCircuit(circuit, theta, identity); // V, its columns an idle environment
  const [re, im] = innerProduct(performed, { length: size * size, interleaved: unitary.interleaved });
  const overlap = Math.hypot(re, im) / size;
  if (!(Math.abs(overlap - 1) <= SAME_UNITARY)) {
    throw new DomainError(`globalPhase: the circuit's unitary up to a phase required, got |Tr V†U|/2ⁿ = ${overlap}`);
  }
  return Math.atan2(im, re);
}
