/** @file Circuits for other programs: OpenQASM 2. */

import { DomainError } from '../errors.ts';
import { type PauliWord, support } from '../operator/pauli.ts';
import { bound, type Circuit, checkCircuit } from './circuit.ts';

/** Gates that turn a letter's axis to Z, in the order in which they act, and those that turn it back. */
const TO_Z = { X: ['h'], Y: ['sdg', 'h'], Z: [] } as const;
const FROM_Z = { X: ['h'], Y: ['h', 's'], Z: [] } as const;

/**
 * The circuit at θ in OpenQASM 2, from |0…0⟩ on. Rotations of one qubit are rx, ry, rz; those of more turn every axis to Z,
 * gather the parity on the last qubit by cx, and rotate that one: 2(m − 1) cx for m qubits. Qubit q is `q[q]`; the global
 * phase is lost where a word is the identity.
 *
 * @throws {DomainError} the circuit starts from a mixed state
 * @throws {ShapeError} malformed gates
 *
 * @see Cross, Bishop, Smolin & Gambetta, Open Quantum Assembly Language, arXiv:1707.03429 (2017)
 */
export function openQasm(circuit: Circuit, theta: Float64Array): string {
  checkCircuit(circuit);
  const { reference = [], qubits } = circuit;
  if ('spectrum' in reference) throw new DomainError('openQasm: a circuit that starts from a pure state required');
  const preparation = reference.flatMap(({ polar, azimuth }, q) => [
    ...(polar === 0 ? [] : [`ry(${polar}) q[${q}];`]),
    ...(azimuth === 0 ? [] : [`rz(${azimuth}) q[${q}];`]),
  ]);
  const gates = bound(circuit, theta).gates.flatMap(({ word, angle }) => rotation(word, angle as number));
  const lines = ['OPENQASM 2.0;', 'include "qelib1.inc";', `qreg q[${qubits}];`, ...preparation, ...gates];
  return `${lines.join('\n')}\n`;
}

/** exp(−i·angle·P/2). */
function rotation(word: PauliWord, angle: number): readonly string[] {
  const sites = support(word);
  const last = sites.at(-1);
  if (last === undefined) return [];
  if (sites.length === 1) return [`r${word[last]!.toLowerCase()}(${angle}) q[${last}];`];
  const turned = (table: typeof TO_Z | typeof FROM_Z): readonly string[] =>
    sites.flatMap((q) => table[word[q] as 'X' | 'Y' | 'Z'].map((gate) => `${gate} q[${q}];`));
  const ladder = sites.slice(1).map((q, k) => `cx q[${sites[k]}],q[${q}];`);
  return [...turned(TO_Z), ...ladder, `rz(${angle}) q[${last}];`, ...ladder.toReversed(), ...turned(FROM_Z)];
}
