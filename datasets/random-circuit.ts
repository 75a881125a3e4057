/** @file States of random circuits: from product to Haar-random, by depth. */

import * as z from 'zod';
import type { Circuit, Rotation } from '../src/circuit/circuit.ts';
import { runCircuit } from '../src/circuit/run-circuit.ts';
import type { PureState } from '../src/generative/target-state.ts';
import { type RandomStream, randomStream } from '../src/linalg/random.ts';
import { place } from '../src/operator/pauli.ts';
import { checkSize, PURE_LIMIT, sizeUpTo } from './register-size.ts';

export const randomCircuitOptions = z.strictObject({
  qubits: sizeUpTo(PURE_LIMIT).describe('number of qubits'),
  depth: z.number().int().min(0).max(1000).describe('number of layers'),
  seed: z.number().int().default(1).describe('seed; the same seed gives the same circuit'),
});

/**
 * The state of a random circuit on |0…0⟩. Each layer has a Haar-random one-qubit gate on every qubit, then
 * exp(−iπ/4·ZZ), the controlled phase up to one-qubit gates, on alternating bonds of the chain.
 *
 *     ─U─■─U───      U: Z(α)·Y(β)·Z(γ) with α, γ uniform and cos β uniform
 *     ─U─■─U─■─      ■: ZZ(π/2)
 *     ─U─■─U─■─
 *     ─U─■─U───
 *
 * @param qubits - number of qubits, at most 24
 * @param depth - number of layers; a contiguous region has entropy at most depth·log 2
 * @param seed - the same seed gives the same circuit
 * @throws {DomainError} sizes out of range
 *
 * @see Boixo et al., Nature Physics 14, 595 (2018), for random circuits of this kind
 */
export function randomCircuit(qubits: number, depth: number, seed = 1): PureState {
  checkSize('randomCircuit', qubits, PURE_LIMIT);
  const amplitudes = runCircuit(randomCircuitGates(qubits, depth, seed), new Float64Array(0));
  const name = `random-circuit(${qubits}, ${depth}, ${seed})`;
  return { kind: 'pure', name, dimensions: new Array(qubits).fill(2), amplitudes };
}

/** The circuit itself; it has no parameters. */
export function randomCircuitGates(qubits: number, depth: number, seed = 1): Circuit {
  const stream = randomStream(seed, 'random circuit');
  const gates = Array.from({ length: depth }, (_, layer) => [
    ...Array.from({ length: qubits }, (_, q) => randomGate(qubits, q, stream)).flat(),
    ...bonds(qubits, layer % 2),
  ]).flat();
  return { kind: 'circuit', qubits, parameters: 0, gates };
}

function randomGate(qubits: number, q: number, stream: RandomStream): readonly Rotation[] {
  const turn = (): number => 2 * Math.PI * stream.uniform();
  return [
    { word: place(qubits, { [q]: 'Z' }), angle: turn() },
    { word: place(qubits, { [q]: 'Y' }), angle: Math.acos(2 * stream.uniform() - 1) },
    { word: place(qubits, { [q]: 'Z' }), angle: turn() },
  ];
}

function bonds(qubits: number, first: number): readonly Rotation[] {
  const count = Math.max(0, Math.floor((qubits - first) / 2));
  return Array.from({ length: count }, (_, k) => ({
    word: place(qubits, { [first + 2 * k]: 'Z', [first + 2 * k + 1]: 'Z' }),
    angle: Math.PI / 2,
  }));
}
