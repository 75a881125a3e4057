/** @file How alike two states are: fidelity and the distances that belong to it. */

import { ShapeError } from '../errors.ts';
import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, applyMatrix, multiply } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { addScaled, innerProduct, norm } from '../linalg/vector.ts';
import type { Radians } from '../units.ts';
import { isDensityMatrix, projector, type State } from './reduced-density-matrix.ts';

/**
 * Fidelity, squared:
 *
 *     F = |⟨a|b⟩|²,    ⟨a|ρ|a⟩,    (Tr √(√ρ σ √ρ))²
 *
 * for two vectors, a vector and a density matrix, two density matrices. Between 0 and 1 for normalised states.
 *
 * @throws {ShapeError} the states differ in size
 *
 * Cost O(D), O(D²), O(D³).
 *
 * @see Uhlmann, Rep. Math. Phys. 9, 273 (1976)
 */
export function fidelity(a: State, b: State): number {
  checkSizes(a, b);
  if (!isDensityMatrix(a)) {
    const [re, im] = innerProduct(a, isDensityMatrix(b) ? applyMatrix(b, a) : b);
    return isDensityMatrix(b) ? re : re * re + im * im;
  }
  if (!isDensityMatrix(b)) return fidelity(b, a);
  const { values } = singularValueDecomposition(multiply(squareRoot(a), squareRoot(b))); // ‖√ρ√σ‖₁
  return values.reduce((sum, value) => sum + value, 0) ** 2;
}

/** Bures distance √(2 − 2√F), between 0 and √2. */
export function buresDistance(a: State, b: State): number {
  return Math.sqrt(Math.max(0, 2 - 2 * Math.sqrt(fidelity(a, b))));
}

/**
 * Trace distance ½‖ρ − σ‖₁, between 0 and 1: the advantage with which one measurement tells the states apart.
 *
 * @throws {ShapeError} the states differ in size
 */
export function traceDistance(a: State, b: State): number {
  checkSizes(a, b);
  const difference = addScaledMatrix(densityOf(a), [-1, 0], densityOf(b));
  return hermitianEigenvalues(difference).reduce((sum, value) => sum + Math.abs(value), 0) / 2;
}

/**
 * Fubini–Study distance arccos|⟨a|b⟩| of two unit vectors, between 0 and π/2. Computed from sine and cosine, so that
 * neighbouring states keep their relative accuracy.
 *
 * @throws {ShapeError} the vectors differ in length
 */
export function fubiniStudyDistance(a: ComplexVector, b: ComplexVector): Radians {
  checkSizes(a, b);
  const [re, im] = innerProduct(a, b);
  return Math.atan2(norm(addScaled(b, [-re, -im], a)), Math.hypot(re, im));
}

/**
 * √ρ of a positive semidefinite matrix. Eigenvalues that are rounding count as zero: their roots would not be small.
 */
function squareRoot(rho: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = hermitianEigen(rho);
  const rounding = 1e-14 * values[values.length - 1]!;
  const weighted = vectors.interleaved.slice();
  for (let k = 0; k < weighted.length; k++) {
    const value = values[(k >> 1) % rho.cols]!;
    weighted[k] = value > rounding ? weighted[k]! * Math.sqrt(value) : 0;
  }
  return multiply({ ...vectors, interleaved: weighted }, vectors, { adjointB: true });
}

const densityOf = (state: State): ComplexMatrix => (isDensityMatrix(state) ? state : projector(state));

const sizeOfState = (state: State): number => (isDensityMatrix(state) ? state.rows : state.length);

function checkSizes(a: State, b: State): void {
  if (sizeOfState(a) === sizeOfState(b)) return;
  throw new ShapeError(`fidelity: states of equal size required, got ${sizeOfState(a)} and ${sizeOfState(b)}`);
}
