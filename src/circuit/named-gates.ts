/** @file Gates with names, as rotations, up to their global phase. */

import { type PauliWord, place } from '../operator/pauli.ts';
import type { Rotation } from './circuit.ts';

/** The phases φ of the gates in radians: each gate is e^{iφ} times its rotations, see `globalPhaseGate`. */
export const GATE_PHASES = { hadamard: Math.PI / 2, controlledNot: Math.PI / 4, pauli: Math.PI / 2 } as const;

/** Hadamard: |0⟩ ↦ |+⟩, |1⟩ ↦ |−⟩, as X · R_Y(π/2). */
export function hadamardGate(qubits: number, at: number): readonly Rotation[] {
  return [
    { word: place(qubits, { [at]: 'Y' }), angle: Math.PI / 2 },
    { word: place(qubits, { [at]: 'X' }), angle: Math.PI },
  ];
}

/** Controlled-NOT, exp(−iπ/4·(Z_c + X_t − Z_c X_t)); its three words commute. */
export function controlledNotGate(qubits: number, control: number, target: number): readonly Rotation[] {
  return [
    { word: place(qubits, { [control]: 'Z' }), angle: Math.PI / 2 },
    { word: place(qubits, { [target]: 'X' }), angle: Math.PI / 2 },
    { word: place(qubits, { [control]: 'Z', [target]: 'X' }), angle: -Math.PI / 2 },
  ];
}

/** A Pauli word as a gate: the rotation by π. */
export function pauliGate(word: PauliWord): readonly Rotation[] {
  return [{ word, angle: Math.PI }];
}
