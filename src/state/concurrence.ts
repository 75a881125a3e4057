/** @file Entanglement of two qubits in closed form, and what three qubits share beyond it. */

import { ShapeError } from '../errors.ts';
import { type ComplexMatrix, complexMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { multiply, transpose } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import type { Nats } from '../units.ts';
import { distributionEntropy, type EntropyOptions, purity } from './entropy.ts';
import { checkState, reducedDensityMatrix, type State } from './reduced-density-matrix.ts';

/** Y ⊗ Y. */
const SPIN_FLIP = complexMatrix([
  [0, 0, 0, -1],
  [0, 0, 1, 0],
  [0, 1, 0, 0],
  [-1, 0, 0, 0],
]);

/**
 * Wootters' concurrence of a state of two qubits,
 *
 *     C = max(0, λ₁ − λ₂ − λ₃ − λ₄),
 *
 * with λ the singular values of Aᵀ(Y⊗Y)A for any A with ρ = A A†: 0 for separable states, 1 for Bell states.
 *
 * @param rho - density matrix, shape (4, 4)
 * @throws {ShapeError} another shape
 *
 * @see Wootters, Phys. Rev. Lett. 80, 2245 (1998)
 */
export function concurrence(rho: ComplexMatrix): number {
  if (rho.rows !== 4 || rho.cols !== 4) {
    throw new ShapeError(`concurrence: a 4 × 4 density matrix required, got ${rho.rows} × ${rho.cols}`);
  }
  const { values, vectors } = hermitianEigen(rho);
  const roots = vectors.interleaved.map((x, k) => x * Math.sqrt(Math.max(0, values[(k >> 1) % 4]!)));
  const A = { ...vectors, interleaved: roots };
  const [first, ...others] = singularValueDecomposition(multiply(transpose(A), multiply(SPIN_FLIP, A))).values;
  return Math.max(
    0,
    others.reduce((rest, value) => rest - value, first!),
  );
}

/**
 * Entanglement of formation of two qubits: the binary entropy of (1 + √(1 − C²))/2.
 *
 * @throws {ShapeError} the density matrix is not 4 × 4
 */
export function entanglementOfFormation(rho: ComplexMatrix, options: Pick<EntropyOptions, 'base'> = {}): Nats {
  const p = (1 + Math.sqrt(Math.max(0, 1 - concurrence(rho) ** 2))) / 2;
  return distributionEntropy([p, 1 - p], options);
}

/**
 * Three-tangle of a pure state of three qubits: the entanglement of A with BC that is neither with B nor with C,
 *
 *     τ = C²(A:BC) − C²(A:B) − C²(A:C) ≥ 0,        C²(A:BC) = 2(1 − Tr ρ_A²).
 *
 * 1 for the GHZ state, 0 for the W state; the same whichever qubit is A.
 *
 * @param psi - shape (8,), norm 1
 * @throws {ShapeError} another shape
 *
 * @see Coffman, Kundu & Wootters, Phys. Rev. A 61, 052306 (2000)
 */
export function threeTangle(psi: State): number {
  const dimensions = [2, 2, 2];
  checkState(psi, dimensions);
  const pair = (b: number): number => concurrence(reducedDensityMatrix(psi, dimensions, [0, b])) ** 2;
  return 2 * (1 - purity(reducedDensityMatrix(psi, dimensions, [0]))) - pair(1) - pair(2);
}
