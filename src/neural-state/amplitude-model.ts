/** @file Quantum states given by the logarithm of each amplitude: neural quantum states. */

import { DomainError, ShapeError } from '../errors.ts';
import { allRows } from '../likelihood/scores.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import type { RandomStream } from '../linalg/random.ts';

/** log ψ of some rows, and how it changes with θ. */
export interface LogAmplitudes {
  /** log |ψ(v)|, shape (rows,); −∞ where ψ vanishes. */
  readonly re: Float64Array;
  /** arg ψ(v) in radians, modulo 2π, shape (rows,). */
  readonly im: Float64Array;
  /** The gradient of Σ_v (a_v re_v + b_v im_v) by θ, shape (P,), for a and b of shape (rows,). */
  readonly pullback: (a: Float64Array, b: Float64Array) => Float64Array;
}

/**
 * A family of states ψ_θ(v) of n qubits, known amplitude by amplitude and not normalised: what a neural network that maps a basis
 * state to a complex number is. Rows are digits of shape (rows, n), 0 or 1 with Z = 1 − 2v.
 */
export interface AmplitudeModel {
  /** Length P of θ. */
  readonly parameters: number;
  readonly qubits: number;
  /** A point from which training may start. */
  readonly start: (stream: RandomStream) => Float64Array;
  readonly logAmplitudes: (theta: Float64Array, rows: Uint8Array) => LogAmplitudes;
  /** Independent exact samples of |ψ|²/⟨ψ|ψ⟩, shape (count, n); null where only a Markov chain draws. */
  readonly sample: ((theta: Float64Array, stream: RandomStream, count: number) => Uint8Array) | null;
}

/** Most qubits whose amplitudes are all computed. */
export const MOST_QUBITS = 16;

/** All basis states of n qubits in their order, shape (2ⁿ, n). @throws {DomainError} more than 16 qubits */
export function allBasisStates(caller: string, qubits: number): Uint8Array {
  if (!(qubits <= MOST_QUBITS)) {
    throw new DomainError(
      `${caller}: at most ${MOST_QUBITS} qubits required for a sum over all of them, got ${qubits}`,
    );
  }
  return allRows(new Array<number>(qubits).fill(2)).digits;
}

/**
 * The state of a model as a vector of norm 1.
 *
 * @param theta - shape (P,)
 * @returns shape (2ⁿ,)
 * @throws {ShapeError} theta has another length
 * @throws {DomainError} more than 16 qubits, or a state that vanishes
 */
export function stateOfAmplitudes(model: AmplitudeModel, theta: Float64Array): ComplexVector {
  checkTheta('stateOfAmplitudes', model, theta);
  return normalisedAmplitudes(model.logAmplitudes(theta, allBasisStates('stateOfAmplitudes', model.qubits)));
}

/** e^{re + i·im}, scaled to norm 1. @throws {DomainError} all of them vanish, or one is not finite */
export function normalisedAmplitudes({ re, im }: Pick<LogAmplitudes, 're' | 'im'>): ComplexVector {
  const greatest = re.reduce((most, x) => Math.max(most, x), -Infinity);
  if (!Number.isFinite(greatest)) throw new DomainError(`amplitudes: a finite logarithm required, got ${greatest}`);
  const interleaved = new Float64Array(2 * re.length);
  let square = 0;
  for (let v = 0; v < re.length; v++) {
    const modulus = Math.exp(re[v]! - greatest);
    interleaved[2 * v] = modulus === 0 ? 0 : modulus * Math.cos(im[v]!);
    interleaved[2 * v + 1] = modulus === 0 ? 0 : modulus * Math.sin(im[v]!);
    square += modulus * modulus;
  }
  const scale = 1 / Math.sqrt(square);
  return { length: re.length, interleaved: interleaved.map((x) => x * scale) };
}

/** @throws {ShapeError} θ does not have the model's number of parameters */
export function checkTheta(
  caller: string,
  { parameters }: Pick<AmplitudeModel, 'parameters'>,
  theta: Float64Array,
): void {
  if (theta.length === parameters) return;
  throw new ShapeError(`${caller}: ${parameters} parameters required, got ${theta.length}`);
}
