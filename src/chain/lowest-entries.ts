/** @file The lowest state of an effective Hamiltonian, away from other states. */

import { isReal, realParts, unpacked } from '../engine/product-program.ts';
import { lowestKrylov } from '../linalg/krylov-ground-state.ts';
import type { EffectiveOperator } from './effective-operator.ts';

/** How well an eigenproblem is solved that the next sweep meets again. */
export interface LocalEffort {
  /** Most Lanczos vectors. */
  readonly krylov: number;
  /** Residual, relative to the energy, at which fewer are enough. */
  readonly residual: number;
}

/**
 * Entries of norm 1 with the lowest eigenvalue of H + w Σ |φ⟩⟨φ| in the Krylov space of the entries that H was made for.
 *
 * @param penalties - the vectors φ, interleaved
 * @param weight - w
 */
export function lowestEntries(
  operator: EffectiveOperator,
  penalties: readonly Float64Array[],
  weight: number,
  { krylov, residual }: LocalEffort,
): { readonly value: number; readonly entries: Float64Array } {
  return operator.repeat((space) => {
    const read = (x: Float64Array): Float64Array => (space.isReal ? realParts(x) : x);
    const add = space.isReal ? addProjection : addComplexProjection;
    const others = penalties.map(read);
    const apply = (x: Float64Array): Float64Array => {
      const image = space.apply(x);
      for (const phi of others) add(image, weight, phi, x);
      return image;
    };
    const { value, vector } = lowestKrylov(apply, read(operator.entries), krylov, residual);
    return { value, entries: space.isReal ? unpacked(vector) : vector };
  }, !penalties.every(isReal));
}

/** y ← y + w φ ⟨φ|x⟩. */
function addProjection(y: Float64Array, weight: number, phi: Float64Array, x: Float64Array): void {
  let overlap = 0;
  for (let i = 0; i < phi.length; i++) overlap += phi[i]! * x[i]!;
  for (let i = 0; i < phi.length; i++) y[i] = y[i]! + weight * overlap * phi[i]!;
}

function addComplexProjection(y: Float64Array, weight: number, phi: Float64Array, x: Float64Array): void {
  let [re, im] = [0, 0];
  for (let i = 0; i < phi.length; i += 2) {
    re += phi[i]! * x[i]! + phi[i + 1]! * x[i + 1]!;
    im += phi[i]! * x[i + 1]! - phi[i + 1]! * x[i]!;
  }
  for (let i = 0; i < phi.length; i += 2) {
    y[i] = y[i]! + weight * (re * phi[i]! - im * phi[i + 1]!);
    y[i + 1] = y[i + 1]! + weight * (re * phi[i + 1]! + im * phi[i]!);
  }
}
