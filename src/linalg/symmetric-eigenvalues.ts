/** @file The spectrum of a real symmetric matrix without its eigenvectors. */

import { scaledTriangle, symmetricForm } from './symmetric-form.ts';
import { tridiagonalEigenvalues } from './tridiagonal-eigenvalues.ts';

/**
 * The eigenvalues of a real symmetric matrix, ascending: reduction to tridiagonal form by Householder reflections, then
 * the QL iteration without square roots. Those of a matrix that differs from the given one by a few n·1e-16 of its norm,
 * whatever the spectrum; small eigenvalues of a graded matrix have that absolute error, no relative one. 4n³/3 operations.
 *
 * @param matrix - n × n, row-major; only its symmetric part enters
 * @throws {ShapeError} the matrix is not n × n
 * @throws {DomainError} it is not symmetric, or not finite
 */
export function symmetricEigenvalues(matrix: Float64Array, n: number): Float64Array {
  const { scale, diagonal, offDiagonal } = symmetricForm(scaledTriangle('symmetricEigenvalues', matrix, n), n);
  return tridiagonalEigenvalues(diagonal, offDiagonal).map((x) => x * scale);
}
