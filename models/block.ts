/** @file The blocks of which circuits are built: which rotations act on one qubit, and which on a pair. */

import { z } from 'zod';
import { type PauliWord, place } from '../src/operator/pauli.ts';

/**
 * Kinds of block. Interactions come first, then rotations of both qubits; with a layer of rotations before the first
 * block every circuit of such gates can be written in this form (Cartan decomposition).
 *
 * - `su4`: any two-qubit gate. Interactions XX, YY, ZZ; rotations Z, Y, Z. 9 parameters.
 * - `so4`: any real two-qubit gate of determinant one. Interactions XY, YX; rotation Y. 4 parameters.
 * - `ising`: ZZ, then X and Z rotations. 5 parameters.
 *
 * @see Khaneja & Glaser, Chem. Phys. 267, 11 (2001)
 */
const BLOCKS = {
  su4: { interactions: ['XX', 'YY', 'ZZ'], rotations: ['Z', 'Y', 'Z'] },
  so4: { interactions: ['XY', 'YX'], rotations: ['Y'] },
  ising: { interactions: ['ZZ'], rotations: ['X', 'Z'] },
} as const;

export const blockOption = z
  .enum(['su4', 'so4', 'ising'])
  .default('su4')
  .describe('block on a pair: su4 any gate, so4 any real gate, ising ZZ with X and Z rotations');

export type Block = z.output<typeof blockOption>;

/** The rotations of one qubit. */
function localWords(block: Block, qubits: number, qubit: number): readonly PauliWord[] {
  return BLOCKS[block].rotations.map((letter) => place(qubits, { [qubit]: letter }));
}

/** The rotations of every qubit. */
export function localLayer(block: Block, qubits: number): readonly PauliWord[] {
  return Array.from({ length: qubits }, (_, qubit) => localWords(block, qubits, qubit)).flat();
}

/** The block on a pair of qubits: interactions, then rotations of both. */
export function pairWords(block: Block, qubits: number, [a, b]: readonly [number, number]): readonly PauliWord[] {
  return [
    ...BLOCKS[block].interactions.map((word) => place(qubits, { [a]: word[0]!, [b]: word[1]! })),
    ...localWords(block, qubits, a),
    ...localWords(block, qubits, b),
  ];
}
