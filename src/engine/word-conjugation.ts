/** @file Words of qubits under Clifford gates: a row of bits for each qubit, a bit for each word. */

import { ShapeError } from '../errors.ts';

/** Kinds of gates in a list of triples (kind, qubit, target or 0). */
export const CLIFFORD_KINDS = {
  /** The Hadamard gate. */
  fourier: 0,
  /** diag(1, i). */
  phase: 1,
  /** Controlled NOT. */
  sum: 2,
  /** The sign of words with X on the qubit changes: a gate Z. */
  signOfX: 3,
  /** The sign of words with Z on the qubit changes: a gate X. */
  signOfZ: 4,
} as const;

/** @throws {ShapeError} no triples of gates on the qubits that have rows */
export function checkWords(gates: Int32Array, x: Uint32Array, z: Uint32Array, signs: Uint32Array): void {
  const qubits = x.length / signs.length;
  const isBelow = (value: number, limit: number): boolean => value >= 0 && value < limit;
  const fits = Number.isInteger(qubits) && z.length === x.length && gates.length % 3 === 0;
  if (!fits || !gates.every((value, k) => isBelow(value, k % 3 === 0 ? KINDS : qubits))) {
    throw new ShapeError(`conjugateWords: triples of gates on ${qubits} rows of bits required`);
  }
}

const KINDS = Object.keys(CLIFFORD_KINDS).length;

/** Plain-TypeScript form of `Engine.conjugateWords`. */
export function conjugateWordsHere(gates: Int32Array, x: Uint32Array, z: Uint32Array, signs: Uint32Array): void {
  const stride = signs.length;
  for (let g = 0; g < gates.length; g += 3) {
    const [kind, a, b] = [gates[g]!, gates[g + 1]! * stride, gates[g + 2]! * stride];
    for (let k = 0; k < stride; k++) {
      const [xa, za] = [x[a + k]!, z[a + k]!];
      switch (kind) {
        case CLIFFORD_KINDS.fourier:
          signs[k]! ^= xa & za;
          x[a + k] = za;
          z[a + k] = xa;
          break;
        case CLIFFORD_KINDS.phase:
          signs[k]! ^= xa & za;
          z[a + k] = za ^ xa;
          break;
        case CLIFFORD_KINDS.sum:
          signs[k]! ^= xa & z[b + k]! & ~(x[b + k]! ^ za);
          x[b + k]! ^= xa;
          z[a + k] = za ^ z[b + k]!;
          break;
        default:
          signs[k]! ^= kind === CLIFFORD_KINDS.signOfX ? xa : za;
      }
    }
  }
}
