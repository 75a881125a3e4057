/** @file Entanglement of mixed states, as far as the partial transpose sees it. */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import type { Nats } from '../units.ts';
import { checkState, complementOf } from './reduced-density-matrix.ts';

/**
 * Partial transpose ρ^{T_A}: rows and columns exchanged on the sites of the region only.
 *
 * @param rho - density matrix, shape (D, D)
 * @param dimensions - dimension of each site, D = Π dimensions
 * @param region - sites of A
 * @throws {ShapeError | DomainError} the state, dimensions and region do not fit
 */
export function partialTranspose(
  rho: ComplexMatrix,
  dimensions: readonly number[],
  region: readonly number[],
): ComplexMatrix {
  complementOf(region, dimensions.length);
  checkState(rho, dimensions);
  const sites = dimensions.length;
  const axes = Array.from({ length: 2 * sites }, (_, axis) =>
    region.includes(axis % sites) ? (axis + sites) % (2 * sites) : axis,
  );
  return { ...rho, interleaved: currentEngine().permute(rho.interleaved, [...dimensions, ...dimensions], axes) };
}

/**
 * Negativity N = (‖ρ^{T_A}‖₁ − 1)/2, minus the sum of the negative eigenvalues of ρ^{T_A}. Zero for separable states;
 * for two qubits, and a qubit with a qutrit, only for them.
 *
 * @see Vidal & Werner, Phys. Rev. A 65, 032314 (2002)
 */
export function negativity(rho: ComplexMatrix, dimensions: readonly number[], region: readonly number[]): number {
  const values = hermitianEigenvalues(partialTranspose(rho, dimensions, region));
  return values.reduce((sum, value) => sum + Math.max(0, -value), 0);
}

/** Logarithmic negativity log ‖ρ^{T_A}‖₁ = log(1 + 2N), an upper bound of the distillable entanglement. */
export function logarithmicNegativity(
  rho: ComplexMatrix,
  dimensions: readonly number[],
  region: readonly number[],
): Nats {
  return Math.log1p(2 * negativity(rho, dimensions, region));
}
