/** @file Where the blocks of a circuit act. */

import { DomainError } from '../errors.ts';
import { edgeColouring } from '../operator/edge-colouring.ts';
import type { Lattice } from '../operator/lattice.ts';

/** The qubits of each block, one block after another. */
export type BlockLayout = readonly (readonly number[])[];

/**
 * Layers of two-qubit gates on the bonds of a lattice, one class of disjoint bonds after another: on a chain the even bonds,
 * the odd ones, and so on.
 *
 * @param first - class of the bonds of the first layer, default 0; on a chain 1 begins with the odd bonds
 * @throws {DomainError} the number of layers, or of the class, is no whole number
 */
export function brickworkLayout(lattice: Lattice, layers: number, first = 0): BlockLayout {
  checkLayers('brickworkLayout', layers);
  if (!(Number.isInteger(first) && first >= 0)) {
    throw new DomainError(`brickworkLayout: a whole number of the first class required, got ${first}`);
  }
  const classes = edgeColouring(lattice);
  if (classes.length === 0) return [];
  return Array.from({ length: layers }, (_, layer) => classes[(first + layer) % classes.length]!).flat();
}

/**
 * Layers of three-qubit gates on a chain, which begin at site 0, 1 and 2 in turn; what is left over at the ends has gates on
 * two qubits or one, so that no qubit is idle:
 *
 *     012 345 · 0 123 45 · 01 234 5        six qubits
 *
 * @throws {DomainError} the number of layers is no whole number
 */
export function tripleLayout(qubits: number, layers: number): BlockLayout {
  checkLayers('tripleLayout', layers);
  return Array.from({ length: layers }, (_, layer) => {
    const ends = [layer % 3];
    while (ends.at(-1)! < qubits) ends.push(Math.min(qubits, ends.at(-1)! + 3));
    return [0, ...ends].slice(0, -1).map((from, k) => range(Math.min(from, qubits), Math.min(ends[k]!, qubits)));
  })
    .flat()
    .filter((sites) => sites.length > 0);
}

const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, k) => from + k);

function checkLayers(name: string, layers: number): void {
  if (Number.isInteger(layers) && layers >= 0) return;
  throw new DomainError(`${name}: a whole number of layers required, got ${layers}`);
}
