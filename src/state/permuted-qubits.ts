/** @file Qubits in another order. */

import { currentEngine } from '../engine/engine.ts';
import { ShapeError } from '../errors.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { complementOf } from './reduced-density-matrix.ts';

/**
 * The state whose qubit k is qubit order[k] of ψ.
 *
 * @param psi - shape (2ⁿ,)
 * @param order - every qubit once
 * @throws {ShapeError | DomainError} the order is not a permutation of the qubits
 */
export function permutedQubits(psi: ComplexVector, order: readonly number[]): ComplexVector {
  if (2 ** order.length !== psi.length) {
    throw new ShapeError(`permutedQubits: ${Math.log2(psi.length)} qubits required, got [${order}]`);
  }
  complementOf(order, order.length);
  const dimensions = new Array<number>(order.length).fill(2);
  return { length: psi.length, interleaved: currentEngine().permute(psi.interleaved, dimensions, order) };
}

/** All orders of 0 … count − 1, the identity first. */
export function permutations(count: number): readonly (readonly number[])[] {
  const all: number[][] = [];
  const extend = (begun: readonly number[]): void => {
    if (begun.length === count) all.push([...begun]);
    for (let next = 0; next < count; next++) if (!begun.includes(next)) extend([...begun, next]);
  };
  extend([]);
  return all;
}
