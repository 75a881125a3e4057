/** @file Random Clifford gates and circuits. */

import { DomainError } from '../errors.ts';
import type { RandomStream } from '../linalg/random.ts';
import { place } from '../operator/pauli.ts';
import { randomDigit } from '../stabiliser/random-digit.ts';
import type { Circuit, Rotation } from './circuit.ts';

/**
 * A uniformly random Clifford gate on two qubits, one of 11520 up to phases. By its class it is a pair of one-qubit gates
 * (1 in 20), with a controlled phase (9), an iSWAP (9) or a SWAP (1), written with quarter turns about ZZ, XX and YY; to
 * the classes in the middle belong another cyclic change of axes on each side.
 *
 * @param qubits - letters of the words; default 2
 * @param first - the qubit of the first letter
 * @param second - that of the second
 *
 * @see Barends et al., arXiv:1402.4848, supplement, for the classes
 */
export function randomCliffordGate(stream: RandomStream, qubits = 2, first = 0, second = 1): readonly Rotation[] {
  const pair = (letter: string): Rotation => ({
    word: place(qubits, { [first]: letter, [second]: letter }),
    angle: Math.PI / 2,
  });
  const both = (gate: (qubit: number) => readonly Rotation[]): readonly Rotation[] => [...gate(first), ...gate(second)];
  const kind = randomDigit(stream, 20);
  const local = both((qubit) => randomOneQubitClifford(stream, qubits, qubit));
  if (kind === 0) return local;
  const letters = kind < 10 ? ['Z'] : kind < 19 ? ['X', 'Y'] : ['X', 'Y', 'Z'];
  const cycles = kind < 19 ? both((qubit) => axisCycle(qubits, qubit, randomDigit(stream, 3))) : [];
  return [...cycles, ...letters.map(pair), ...local];
}

/** One of the 24 Clifford gates on one qubit: a cycle of the axes, whether two of them change places, and a half turn. */
function randomOneQubitClifford(stream: RandomStream, qubits: number, qubit: number): readonly Rotation[] {
  const exchange = randomDigit(stream, 2) === 1 ? [{ word: place(qubits, { [qubit]: 'Z' }), angle: Math.PI / 2 }] : [];
  const letter = 'IXYZ'[randomDigit(stream, 4)]!;
  const half = letter === 'I' ? [] : [{ word: place(qubits, { [qubit]: letter }), angle: Math.PI }];
  return [...axisCycle(qubits, qubit, randomDigit(stream, 3)), ...exchange, ...half];
}

/** A rotation of X to Y to Z to X or back, as quarter turns: 0, 1 or 2 times. */
function axisCycle(qubits: number, qubit: number, times: number): readonly Rotation[] {
  const turn = (letter: string, angle: number): Rotation => ({ word: place(qubits, { [qubit]: letter }), angle });
  if (times === 0) return [];
  return times === 1
    ? [turn('X', Math.PI / 2), turn('Z', Math.PI / 2)]
    : [turn('Z', -Math.PI / 2), turn('X', -Math.PI / 2)];
}

/**
 * A brickwall of random two-qubit Clifford gates on an open chain, without parameters.
 *
 * @param depth - number of layers; even ones begin at qubit 0, odd ones at qubit 1
 * @throws {DomainError} fewer than two qubits, or a depth that is negative or not whole
 */
export function randomCliffordCircuit(stream: RandomStream, qubits: number, depth: number): Circuit {
  if (!(Number.isInteger(qubits) && qubits >= 2 && Number.isInteger(depth) && depth >= 0)) {
    throw new DomainError(`randomCliffordCircuit: two qubits and a whole depth required, got ${qubits} and ${depth}`);
  }
  const gates: Rotation[] = [];
  for (let layer = 0; layer < depth; layer++) {
    for (let q = layer % 2; q + 1 < qubits; q += 2) gates.push(...randomCliffordGate(stream, qubits, q, q + 1));
  }
  return { kind: 'circuit', qubits, parameters: 0, gates };
}
