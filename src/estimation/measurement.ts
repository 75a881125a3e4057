/** @file Measurements as probability models: outcomes p_x(θ) of general measurements (POVMs) with derivatives ∂p_x. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, identityMatrix } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, frobeniusNorm } from '../linalg/matrix.ts';
import type { DensityTangent } from './density-tangent.ts';

/** Probabilities of the outcomes of a measurement and their derivatives, `derivatives[k][x]` = ∂_k p_x. */
export interface OutcomeModel {
  readonly probabilities: Float64Array;
  readonly derivatives: readonly Float64Array[];
}

/**
 * Outcomes of a general measurement, p_x = Tr E_x ρ and ∂_k p_x = Tr E_x ∂_kρ.
 *
 * @param elements - positive semidefinite matrices E_x that sum to one
 * @throws {ShapeError} an element of the wrong size
 * @throws {DomainError} an element that is not positive semidefinite, or a sum that is not the identity
 *
 * Cost O(P·D²) for every element, and O(D³) for its check.
 */
export function povmOutcomes({ rho, derivatives }: DensityTangent, elements: readonly ComplexMatrix[]): OutcomeModel {
  checkPovm(elements, rho.rows);
  const means = (operator: ComplexMatrix): Float64Array =>
    Float64Array.from(elements, (element) => traceOfProduct(element, operator));
  return { probabilities: means(rho), derivatives: derivatives.map(means) };
}

/** Tr AB of two Hermitian matrices; a real number. */
function traceOfProduct(a: ComplexMatrix, b: ComplexMatrix): number {
  return a.interleaved.reduce((sum, value, k) => sum + value * b.interleaved[k]!, 0);
}

function checkPovm(elements: readonly ComplexMatrix[], dimension: number): void {
  let rest = identityMatrix(dimension);
  for (const element of elements) {
    if (element.rows !== dimension || element.cols !== dimension) {
      throw new ShapeError(`POVM: ${dimension}×${dimension} elements required, got ${element.rows}×${element.cols}`);
    }
    const least = hermitianEigenvalues(element)[0]!;
    if (least < -1e-10) throw new DomainError(`POVM: positive semidefinite elements required, got eigenvalue ${least}`);
    rest = addScaledMatrix(rest, [-1, 0], element);
  }
  const error = frobeniusNorm(rest);
  if (error > 1e-8) throw new DomainError(`POVM: elements that sum to one required, got a sum ${error} away from it`);
}
