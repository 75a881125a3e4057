/** @file Running a circuit in float64: the state, its derivatives forwards (tangents) and backwards (pullback). */

import { currentEngine } from '../engine/engine.ts';
import type { RotationProgram, RotationWords } from '../engine/rotation-program.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { Complex, ComplexVector } from '../linalg/complex.ts';
import { bitOperator } from '../operator/pauli.ts';
import type { BlockCircuit } from './block-circuit.ts';
import { anglesAt, type BlochPoint, type Circuit } from './circuit.ts';

/** Most qubits of a state that fits into the engine's memory. */
const MOST_QUBITS = 27;

/** @throws {DomainError} the number of qubits is too large for amplitudes */
function checkQubits(qubits: number): void {
  if (qubits > MOST_QUBITS) {
    throw new DomainError(`referenceState: at most ${MOST_QUBITS} qubits possible for amplitudes, got ${qubits}`);
  }
}

/** The product state ⊗_q (cos(polar_q/2)|0⟩ + e^{i·azimuth_q} sin(polar_q/2)|1⟩), shape (2ⁿ,). */
export function productVector(points: readonly BlochPoint[]): ComplexVector {
  let state = Float64Array.of(1, 0);
  for (const { polar, azimuth } of points) {
    const cos = Math.cos(polar / 2);
    const re = Math.sin(polar / 2) * Math.cos(azimuth);
    const im = Math.sin(polar / 2) * Math.sin(azimuth);
    const next = new Float64Array(2 * state.length);
    for (let b = 0; b < state.length; b += 2) {
      next[2 * b] = cos * state[b]!;
      next[2 * b + 1] = cos * state[b + 1]!;
      next[2 * b + 2] = re * state[b]! - im * state[b + 1]!;
      next[2 * b + 3] = re * state[b + 1]! + im * state[b]!;
    }
    state = next;
  }
  return { length: state.length / 2, interleaved: state };
}

/**
 * The state on which the circuit's first gate acts: |0…0⟩ or the circuit's reference. A spectrum λ is purified
 * by n environment qubits behind the register, Σ_k √λ_k |k⟩|k⟩, which no gate touches.
 *
 * @returns shape (2ⁿ,), or (4ⁿ,) for a spectrum
 * @throws {DomainError} more than 27 qubits, those of the environment included
 */
export function referenceState({ qubits, reference = [] }: Circuit | BlockCircuit): ComplexVector {
  checkQubits('spectrum' in reference ? 2 * qubits : qubits);
  if ('spectrum' in reference) {
    const size = 2 ** qubits;
    const interleaved = new Float64Array(2 * size * size);
    reference.spectrum.forEach((weight, k) => {
      interleaved[2 * k * (size + 1)] = Math.sqrt(weight);
    });
    return { length: size * size, interleaved };
  }
  return productVector(Array.from({ length: qubits }, (_, q) => reference[q] ?? { polar: 0, azimuth: 0 }));
}

/**
 * The state that the circuit makes, U(θ)|initial⟩.
 *
 * @param circuit - n qubits, P parameters
 * @param theta - parameters, shape (P,)
 * @param initial - the state to act on, shape (2ⁿ·E,), with an idle environment of dimension E = 1, 2, 4 … behind
 *   the register; default the circuit's reference state
 * @returns shape (2ⁿ·E,); norm 1 if `initial` has norm 1
 * @throws {ShapeError} theta or initial has the wrong length
 * @throws {DomainError} an angle is not finite
 *
 * Cost O(gates · 2ⁿ · E).
 */
export function runCircuit(circuit: Circuit, theta: Float64Array, initial = referenceState(circuit)): ComplexVector {
  const interleaved = currentEngine().runRotations(programOn(circuit, theta, initial), initial.interleaved);
  return { length: initial.length, interleaved };
}

/**
 * Pullback of a cotangent through the circuit, by the adjoint method: with L a real function of ψ(θ) and
 * λ = ∂L/∂Re ψ + i ∂L/∂Im ψ, so that dL = Re⟨λ|dψ⟩, it returns ∂L/∂θ.
 *
 * @param state - U(θ)|initial⟩ as `runCircuit` returned it, shape (2ⁿ,)
 * @param cotangent - λ, shape (2ⁿ,)
 * @returns ∂L/∂θ, shape (P,)
 *
 * Cost O(gates · 2ⁿ), two states of memory whatever the depth.
 *
 * @see Jones & Gacon, arXiv:2009.02823 (2020)
 */
export function pullbackCircuit(
  circuit: Circuit,
  theta: Float64Array,
  state: ComplexVector,
  cotangent: ComplexVector,
): Float64Array {
  const rotations = programOn(circuit, theta, state);
  return byParameter(circuit, currentEngine().pullbackRotations(rotations, state.interleaved, cotangent.interleaved));
}

/** The state ψ of a circuit compared with a unit vector t. */
export interface CircuitOverlap {
  /** z = ⟨t|ψ⟩. */
  readonly overlap: Complex;
  /** ‖ψ − z t‖² = 1 − |z|², without the cancellation. */
  readonly distanceSquared: number;
  /** ∂|z|²/∂θ, shape (P,). */
  readonly gradient: Float64Array;
}

/**
 * Overlap of the circuit's state with a target and its gradient, by the adjoint method. The fastest way to train: the
 * state never leaves the engine, with memory for two states in addition to the target.
 *
 * @param target - t, of norm 1, shape (2ⁿ,), or (4ⁿ,) for a reference spectrum
 * @throws {ShapeError} theta or target has the wrong length
 * @throws {DomainError} an angle is not finite
 *
 * Cost O(gates · 2ⁿ).
 */
export function circuitOverlap(circuit: Circuit, theta: Float64Array, target: ComplexVector): CircuitOverlap {
  const initial = circuit.reference && referenceState(circuit).interleaved;
  const rotations = programOn(circuit, theta, target);
  const { derivatives, ...rest } = currentEngine().overlapRotations(rotations, initial, target.interleaved);
  return { ...rest, gradient: byParameter(circuit, derivatives) };
}

/** ∂/∂θ from the derivatives with respect to the angles of all gates. */
export function byParameter({ gates, parameters }: Circuit, derivatives: Float64Array): Float64Array {
  const gradient = new Float64Array(parameters);
  gates.forEach(({ angle }, g) => {
    if (typeof angle === 'number') return;
    gradient[angle.parameter] = gradient[angle.parameter]! + (angle.scale ?? 1) * derivatives[g]!;
  });
  return gradient;
}

/**
 * Tangent vectors ∂_kψ(θ), one for each parameter.
 *
 * @returns P vectors of shape (2ⁿ,)
 *
 * Every tangent is started at its first gate and carried along: cost O(P · gates · 2ⁿ), memory P states.
 */
export function circuitTangents(
  circuit: Circuit,
  theta: Float64Array,
  initial = referenceState(circuit),
): readonly ComplexVector[] {
  const { gates } = circuit;
  const columns = {
    column: Int32Array.from(gates, ({ angle }) => (typeof angle === 'number' ? -1 : angle.parameter)),
    weight: Float64Array.from(gates, ({ angle }) => (typeof angle === 'number' ? 0 : (angle.scale ?? 1))),
    count: circuit.parameters,
  };
  const tangents = currentEngine().tangentRotations(programOn(circuit, theta, initial), initial.interleaved, columns);
  return tangents.map((interleaved) => ({ length: initial.length, interleaved }));
}

/**
 * The circuit's rotations as the engine takes them.
 *
 * @param idle - qubits behind the register that no gate touches
 */
export function rotationProgram(circuit: Circuit, theta: Float64Array, idle = 0): RotationProgram {
  return { words: wordsOf(circuit, idle), angles: anglesAt(circuit, theta) };
}

/** The words of the circuit's gates as the engine takes them; the same record for the same list of gates. */
export function rotationWords(circuit: Circuit): RotationWords {
  return wordsOf(circuit, 0);
}

/** The rotations for a state of the register and its environment. */
function programOn(circuit: Circuit, theta: Float64Array, { length }: ComplexVector): RotationProgram {
  const idle = Math.log2(length) - circuit.qubits;
  if (!(Number.isInteger(idle) && idle >= 0)) {
    throw new ShapeError(`circuit: ${2 ** circuit.qubits}·2^k amplitudes required, got ${length}`);
  }
  return rotationProgram(circuit, theta, idle);
}

/** Words of circuits by the number of idle qubits, so that the engine plans a circuit once, not at every θ. */
const known = new WeakMap<Circuit['gates'], Map<number, RotationWords>>();

function wordsOf({ gates }: Circuit, idle: number): RotationWords {
  const byIdle = known.get(gates) ?? new Map<number, RotationWords>();
  known.set(gates, byIdle);
  const found = byIdle.get(idle);
  if (found !== undefined) return found;
  const operators = gates.map(({ word }) => bitOperator(word + 'I'.repeat(idle)));
  const words = {
    flip: Int32Array.from(operators, ({ flip }) => flip),
    sign: Int32Array.from(operators, ({ sign }) => sign),
    quarterTurns: Uint8Array.from(operators, ({ quarterTurns }) => quarterTurns % 4),
  };
  byIdle.set(idle, words);
  return words;
}
