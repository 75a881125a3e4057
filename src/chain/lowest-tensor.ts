/** @file The lowest state of an effective Hamiltonian, away from other states. */

import { isReal, realParts } from '../engine/product-program.ts';
import { type GradedTensor, realTensor } from '../grading/graded-tensor.ts';
import { lowestOfVectors } from '../linalg/krylov-ground-state.ts';
import type { EffectiveOperator } from './effective-operator.ts';

/** How well an eigenproblem is solved that the next sweep meets again. */
export interface LocalEffort {
  /** Most Lanczos vectors. */
  readonly krylov: number;
  /** Residual, relative to the energy, at which fewer are enough. */
  readonly residual: number;
}

/**
 * The tensor of norm 1 with the lowest eigenvalue of H + w Σ |φ⟩⟨φ| in the Krylov space of the one that H was made for.
 *
 * @param penalties - the vectors φ, interleaved
 * @param weight - w
 */
export function lowestTensor(
  operator: EffectiveOperator,
  penalties: readonly Float64Array[],
  weight: number,
  { krylov, residual }: LocalEffort,
): { readonly value: number; readonly tensor: GradedTensor } {
  const { shape } = operator.tensor;
  return operator.repeat((space) => {
    const read = (x: Float64Array): Float64Array => (space.isReal ? realParts(x) : x);
    const add = space.isReal ? addProjection : addComplexProjection;
    const others = penalties.map(read);
    const start = operator.tensor.real && space.isReal ? operator.tensor.real : read(operator.tensor.interleaved);
    const steps = Math.min(krylov, start.length);
    const vectors = space.vectors(steps + 1);
    vectors.put(0, start);
    const act = (to: number, from: number): void => {
      vectors.act(to, from);
      for (const phi of others) add(vectors.view(to), weight, phi, vectors.view(from));
    };
    const value = lowestOfVectors({ ...vectors, act }, steps, residual);
    const numbers = vectors.get(0);
    return { value, tensor: space.isReal ? realTensor(shape, numbers) : { shape, interleaved: numbers } };
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
