/** @file A circuit as a causal set: gates are events, and wires say which came before which. */

import type { Circuit } from '../../circuit/circuit.ts';
import { DomainError } from '../../errors.ts';
import { support } from '../../operator/pauli.ts';
import { type CausalSet, linksOnly } from './causal-set.ts';

/** Gates as events, with what they act on. */
export interface CircuitEvents {
  readonly set: CausalSet;
  /** Qubits of each event, ascending. */
  readonly supports: readonly (readonly number[])[];
  /** Numbers of the rotations that each event is made of. */
  readonly rotations: readonly (readonly number[])[];
}

/** What is an event: every rotation, or all that happens to the same qubits in succession. */
export type EventKind = 'blocks' | 'rotations';

/**
 * The events of a circuit. As blocks, successive rotations on the same qubits are one event, and rotations of single qubits
 * belong to the event before them on their wire, or else to the next: a CNOT is three rotations and one event.
 */
export function circuitCausalSet(circuit: Circuit, kind: EventKind = 'blocks'): CircuitEvents {
  const supports: (readonly number[])[] = [];
  const rotations: number[][] = [];
  const last = new Array<number>(circuit.qubits).fill(-1);
  const waiting: number[][] = Array.from({ length: circuit.qubits }, () => []);
  const event = (qubits: readonly number[], rotation: number): void => {
    const early = kind === 'blocks' ? qubits.flatMap((q) => waiting[q]!.splice(0)) : [];
    rotations.push([...early, rotation].sort((a, b) => a - b));
    for (const q of qubits) last[q] = supports.length;
    supports.push(qubits);
  };
  circuit.gates.forEach(({ word }, rotation) => {
    const qubits = support(word);
    if (qubits.length === 0) return;
    const [before] = qubits.map((q) => last[q]!);
    const isSame =
      before! >= 0 && qubits.every((q) => last[q] === before) && supports[before!]!.length === qubits.length;
    if (kind === 'blocks' && qubits.length === 1) {
      if (before! >= 0) rotations[before!]!.push(rotation);
      else waiting[qubits[0]!]!.push(rotation);
    } else if (kind === 'blocks' && isSame) rotations[before!]!.push(rotation);
    else event(qubits, rotation);
  });
  // Qubits that meet no other have an event of their own.
  waiting.forEach((own, q) => {
    if (own.length === 0) return;
    supports.push([q]);
    rotations.push(own.splice(0));
  });
  return { set: causalSetOf(supports, circuit.qubits), supports, rotations };
}

/**
 * The causal set of events by what they act on, in the order in which they happen.
 *
 * @throws {DomainError} an event on nothing, or on a site that does not exist
 */
export function causalSetOf(supports: readonly (readonly number[])[], sites: number): CausalSet {
  const last = new Array<number>(sites).fill(-1);
  const pairs: (readonly [number, number])[] = [];
  supports.forEach((own, event) => {
    if (own.length === 0 || own.some((site) => !(Number.isInteger(site) && site >= 0 && site < sites))) {
      throw new DomainError(`causalSetOf: sites below ${sites} required, got [${own}] in event ${event}`);
    }
    for (const site of own) {
      if (last[site]! >= 0) pairs.push([last[site]!, event]);
      last[site] = event;
    }
  });
  return linksOnly(supports.length, pairs);
}
