/** @file Ground states of any Hamiltonian that is a Pauli sum. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import type { PureState } from '../src/generative/target-state.ts';
import type { ComplexVector } from '../src/linalg/complex.ts';
import { lanczos } from '../src/linalg/lanczos.ts';
import { randomStream, randomVector } from '../src/linalg/random.ts';
import { hamiltonianSpec } from '../src/operator/hamiltonian-spec.ts';
import { type PauliSum, pauliSumOperator } from '../src/operator/pauli-sum.ts';
import type { Solution } from '../src/solution.ts';
import { checkSize, LANCZOS_LIMIT, sizeUpTo } from './register-size.ts';

/** Vectors held in memory for a ground state: those that span its Krylov space. */
const VECTORS = 22;
const entries = (qubits: number): number => VECTORS * 2 ** qubits;

export const groundStateOptions = z.strictObject({
  qubits: sizeUpTo(LANCZOS_LIMIT, 1, entries).describe('number of qubits'),
  hamiltonian: hamiltonianSpec.describe('the Hamiltonian'),
  seed: z.number().int().default(1).describe('seed of the start; it matters only if the ground state is degenerate'),
});

/** Lowest energy, with its state and the residual ‖Hψ − Eψ‖. */
export interface LowestState {
  readonly energy: number;
  readonly state: PureState;
  readonly residual: number;
}

/**
 * Lowest eigenvector of a Pauli sum by matrix-free Lanczos iteration from a random vector, so that no symmetry sector
 * is left out. A degenerate ground state gives one vector of its space, chosen by the seed. The phase is fixed: the
 * first of the largest amplitudes is positive.
 *
 * @param hamiltonian - n qubits, at most 20
 * @param options - seed; tolerance, the greatest residual relative to the greatest |energy|, default 1e-12
 * @throws {DomainError} too many qubits, or a malformed sum
 *
 * Cost O(steps · flips · 2ⁿ), memory 352·2ⁿ bytes: 370 MB at n = 20.
 */
export function lowestState(
  hamiltonian: PauliSum,
  { seed = 1, tolerance = 1e-12 }: { readonly seed?: number; readonly tolerance?: number } = {},
): Solution<LowestState> {
  const { qubits } = hamiltonian;
  checkSize('groundState', qubits, LANCZOS_LIMIT, 1, entries);
  const start = randomVector(2 ** qubits, randomStream(seed, 'ground state'));
  const { value, result, steps } = lanczos(pauliSumOperator(hamiltonian), start, { tolerance });
  const state: PureState = {
    kind: 'pure',
    name: `ground-state(${qubits})`,
    dimensions: new Array(qubits).fill(2),
    amplitudes: withFixedPhase(value.vectors[0]!),
  };
  return { value: { energy: value.values[0]!, state, residual: value.residuals[0]! }, result, steps };
}

/**
 * Ground state of a Pauli sum: the state that `lowestState` finds.
 *
 * @param hamiltonian - n qubits, at most 20
 * @param seed - of the random start; it matters only if the ground state is degenerate
 * @throws {DomainError} too many qubits, a malformed sum, or no convergence
 */
export function groundState(hamiltonian: PauliSum, seed = 1): PureState {
  const { value, result, steps } = lowestState(hamiltonian, { seed });
  if (result === 'max-steps' || result === 'diverged') {
    throw new DomainError(`groundState: convergence required, got ${result} after ${steps} steps`);
  }
  return value.state;
}

/** The vector times the phase that makes the first of its largest amplitudes positive (to 1 part in 1e6). */
function withFixedPhase({ length, interleaved }: ComplexVector): ComplexVector {
  let at = 0;
  let most = 0;
  for (let k = 0; k < length; k++) {
    const modulus = Math.hypot(interleaved[2 * k]!, interleaved[2 * k + 1]!);
    if (modulus > most * (1 + 1e-6)) [at, most] = [k, modulus];
  }
  const [re, im] = [interleaved[2 * at]! / most, interleaved[2 * at + 1]! / most];
  const turned = new Float64Array(2 * length);
  for (let k = 0; k < turned.length; k += 2) {
    turned[k] = interleaved[k]! * re + interleaved[k + 1]! * im;
    turned[k + 1] = interleaved[k + 1]! * re - interleaved[k]! * im;
  }
  return { length, interleaved: turned };
}
