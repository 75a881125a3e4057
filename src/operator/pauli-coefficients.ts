/** @file The inverse of writing a Pauli sum as a matrix. */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { coordinatesOf, wordAt } from './pauli-coordinates.ts';
import type { PauliSum } from './pauli-sum.ts';

/**
 * Pauli coefficients of a Hermitian matrix,
 *
 *     h_P = Tr(P H) / 2ⁿ,    H = Σ_P h_P P,
 *
 * by one Walsh–Hadamard transform for each pattern of flips.
 *
 * @param matrix - Hermitian, shape (2ⁿ, 2ⁿ)
 * @param tolerance - coefficients not above this fraction of the greatest are left out; default 1e-14, rounding
 * @returns the sum, words in alphabetical order
 * @throws {ShapeError} the matrix is not square with a power of two of rows
 * @throws {DomainError} the matrix is not Hermitian to 1e-10 of its greatest entry
 *
 * Cost O(n·4ⁿ).
 */
export function pauliCoefficients(matrix: ComplexMatrix, tolerance = 1e-14): PauliSum {
  const size = matrix.rows;
  const qubits = Math.log2(size);
  if (matrix.cols !== size || !Number.isInteger(qubits) || qubits < 1) {
    throw new ShapeError(`pauliCoefficients: a 2ⁿ × 2ⁿ matrix required, got ${matrix.rows} × ${matrix.cols}`);
  }
  checkHermitian(matrix);
  const terms = Array.from(coordinatesOf(matrix), (coefficient, p) => ({ word: wordAt(p, qubits), coefficient }));
  const greatest = terms.reduce((most, { coefficient }) => Math.max(most, Math.abs(coefficient)), 0);
  const kept = terms.filter(({ coefficient }) => Math.abs(coefficient) > tolerance * greatest);
  return { qubits, terms: kept.sort((a, b) => (a.word < b.word ? -1 : 1)) };
}

function checkHermitian({ rows, interleaved }: ComplexMatrix): void {
  const greatest = interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j <= i; j++) {
      const [a, b] = [2 * (i * rows + j), 2 * (j * rows + i)];
      const difference = Math.hypot(interleaved[a]! - interleaved[b]!, interleaved[a + 1]! + interleaved[b + 1]!);
      if (!(difference <= 1e-10 * greatest)) {
        throw new DomainError(
          `pauliCoefficients: a Hermitian matrix required, got a difference ${difference} at (${i}, ${j})`,
        );
      }
    }
  }
}
