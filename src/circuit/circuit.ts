/** @file The circuit: an ordered list of Pauli rotations, as data. */

import { DomainError, ShapeError } from '../errors.ts';
import { checkWord, type PauliWord } from '../operator/pauli.ts';
import type { Radians } from '../units.ts';

/**
 * The angle of a rotation: a constant in radians, or `scale` (default 1) times entry `parameter` of the
 * parameter vector θ. A parameter may serve several gates (QAOA, translation invariance, Trotter halves).
 */
export type Angle = Radians | { readonly parameter: number; readonly scale?: number };

/** The one gate of this library: the rotation exp(−i·angle·P/2) about a Pauli word P. */
export interface Rotation {
  readonly word: PauliWord;
  readonly angle: Angle;
}

/**
 * A qubit's state cos(polar/2)|0⟩ + e^{i·azimuth} sin(polar/2)|1⟩, a point of the Bloch sphere.
 */
export interface BlochPoint {
  readonly polar: Radians;
  readonly azimuth: Radians;
}

/**
 * What the circuit acts on. A product state, one Bloch point for each qubit; or the diagonal mixed state
 * Σ_k λ_k |k⟩⟨k| of a spectrum of 2ⁿ eigenvalues, from which a circuit makes every state with that spectrum.
 */
export type Reference = readonly BlochPoint[] | { readonly spectrum: readonly number[] };

/**
 * A parametrised quantum circuit on n qubits, as data. Gates act in list order on the reference
 * state, |0…0⟩ if none is named. It is JSON: it can be stored, sent to the browser, compared and drawn.
 */
export interface Circuit {
  readonly kind: 'circuit';
  readonly qubits: number;
  readonly parameters: number;
  readonly gates: readonly Rotation[];
  readonly reference?: Reference;
}

/** The angle's value at θ, in radians. */
export function angleAt(angle: Angle, theta: Float64Array): Radians {
  return typeof angle === 'number' ? angle : (angle.scale ?? 1) * theta[angle.parameter]!;
}

/**
 * The angles of all gates at θ, in radians, shape (gates,).
 *
 * @param theta - parameters, shape (P,)
 * @throws {ShapeError} theta has the wrong length
 * @throws {DomainError} an angle that is not finite
 */
export function anglesAt({ gates, parameters }: Circuit, theta: Float64Array): Float64Array {
  if (theta.length !== parameters) {
    throw new ShapeError(`circuit: ${parameters} parameters required, got ${theta.length}`);
  }
  const angles = Float64Array.from(gates, ({ angle }) => angleAt(angle, theta));
  const wrong = angles.findIndex((angle) => !Number.isFinite(angle));
  if (wrong < 0) return angles;
  const { word, angle } = gates[wrong]!;
  const source = typeof angle === 'number' ? '' : `, parameter ${angle.parameter}`;
  throw new DomainError(`circuit: finite angles required, got ${angles[wrong]} at gate ${wrong} (${word}${source})`);
}

/**
 * Checks a circuit: every word has `qubits` letters, every parameter index lies below `parameters`.
 *
 * @throws {ShapeError | DomainError} naming the first gate that is wrong
 */
export function checkCircuit(circuit: Circuit): void {
  for (const { word, angle } of circuit.gates) {
    checkWord(word, circuit.qubits);
    if (typeof angle !== 'number' && !(angle.parameter >= 0 && angle.parameter < circuit.parameters)) {
      throw new ShapeError(
        `circuit: a parameter below ${circuit.parameters} required, got ${angle.parameter} at ${word}`,
      );
    }
  }
  const { reference } = circuit;
  if (reference === undefined) return;
  const [required, got] =
    'spectrum' in reference ? [2 ** circuit.qubits, reference.spectrum.length] : [circuit.qubits, reference.length];
  if (got !== required) throw new ShapeError(`circuit: a reference of ${required} entries required, got ${got}`);
}

/** The circuit with its parameters replaced by their values at θ; it has no parameters. */
export function bound(circuit: Circuit, theta: Float64Array): Circuit {
  const gates = circuit.gates.map(({ word, angle }) => ({ word, angle: angleAt(angle, theta) }));
  return { ...circuit, parameters: 0, gates };
}

/** The circuit of the given rotations in order, each with a parameter of its own. */
export function parametrised(qubits: number, words: readonly PauliWord[], reference?: Reference): Circuit {
  const gates = words.map((word, parameter) => ({ word, angle: { parameter } }));
  return { kind: 'circuit', qubits, parameters: words.length, gates, ...(reference && { reference }) };
}
