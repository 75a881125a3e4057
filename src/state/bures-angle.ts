/** @file The Bures angle, the Fubini–Study distance of mixed states. */

import { ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, multiply } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import type { Radians } from '../units.ts';

/**
 * Bures angle arccos √F(ρ, σ), between 0 and π/2, of ρ = A A† and σ = B B†: the distance of the nearest purifications,
 * which for one column each is the Fubini–Study distance. With the singular values of B†A = W Σ V† the overlap is
 * √F = Tr Σ, and B W V† is the purification nearest to A. Computed from sine and cosine, so that neighbouring states
 * keep their relative accuracy; sin² is the infidelity.
 *
 * @param a - shape (D, E), Frobenius norm 1
 * @param b - shape (D, E)
 * @throws {ShapeError} the shapes differ
 *
 * Cost O(D E² + E³).
 *
 * @see Uhlmann, Rep. Math. Phys. 9, 273 (1976)
 */
export function buresAngle(a: ComplexMatrix, b: ComplexMatrix): Radians {
  if (a.rows !== b.rows || a.cols !== b.cols) {
    throw new ShapeError(`buresAngle: equal shapes required, got ${a.rows} × ${a.cols} and ${b.rows} × ${b.cols}`);
  }
  const { u, values, v } = singularValueDecomposition(multiply(b, a, { adjointA: true }));
  const overlap = values.reduce((sum, value) => sum + value, 0);
  const nearest = multiply(b, multiply(u, v, { adjointB: true }));
  return Math.atan2(frobeniusNorm(addScaledMatrix(a, [-overlap, 0], nearest)), overlap);
}
