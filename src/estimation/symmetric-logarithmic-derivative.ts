/** @file The operator that quantum mechanics puts in the place of ∂ log p. */

import { ShapeError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, multiply } from '../linalg/matrix.ts';
import type { DensityTangent } from './density-tangent.ts';

/**
 * Symmetric logarithmic derivative L along a direction of θ, the Hermitian solution of
 *
 *     ½(Lρ + ρL) = Σ_k direction_k ∂_kρ,        ⟨a|L|b⟩ = 2⟨a|∂ρ|b⟩ / (λ_a + λ_b),
 *
 * zero where λ_a + λ_b does not exceed the tolerance. Tr ρL² is the quantum Fisher information along the direction.
 *
 * @param direction - shape (P,)
 * @param tolerance - for Tr ρ = 1; default 1e-12
 * @throws {ShapeError} a direction of the wrong length
 *
 * Cost O(D³).
 */
export function symmetricLogarithmicDerivative(
  { rho, derivatives }: DensityTangent,
  direction: Float64Array,
  tolerance = 1e-12,
): ComplexMatrix {
  if (direction.length !== derivatives.length) {
    throw new ShapeError(
      `symmetricLogarithmicDerivative: ${derivatives.length} components required, got ${direction.length}`,
    );
  }
  const derivative = derivatives.reduce(
    (sum, matrix, k) => addScaledMatrix(sum, [direction[k]!, 0], matrix),
    zeroMatrix(rho.rows, rho.cols),
  );
  const { values, vectors } = hermitianEigen(rho);
  const inner = multiply(multiply(vectors, derivative, { adjointA: true }), vectors);
  const size = rho.rows;
  const divided = inner.interleaved.map((x, at) => {
    const k = at >> 1;
    const sum = values[Math.floor(k / size)]! + values[k % size]!;
    return sum > tolerance ? (2 * x) / sum : 0;
  });
  return multiply(multiply(vectors, { ...inner, interleaved: divided }), vectors, { adjointB: true });
}
