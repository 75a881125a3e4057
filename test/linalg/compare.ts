/** @file What the tests of linear algebra share: random matrices, and distances between matrices. */

import { type ComplexMatrix, identityMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, adjoint, diagonalMatrix, frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';

/** ‖A − B‖ in the Frobenius norm. */
export const distance = (a: ComplexMatrix, b: ComplexMatrix): number => frobeniusNorm(addScaledMatrix(a, [-1, 0], b));

/** ‖A†A − 1‖. */
export const isometryError = (a: ComplexMatrix): number =>
  distance(multiply(a, a, { adjointA: true }), identityMatrix(a.cols));

/** A matrix of complex Gaussians, times `scale`. */
export function gaussianMatrix(rows: number, cols: number, seed: number, scale = 1): ComplexMatrix {
  const stream = randomStream(seed, 'gaussian matrix');
  return { rows, cols, interleaved: Float64Array.from({ length: 2 * rows * cols }, () => scale * stream.normal()) };
}

/** A random Hermitian matrix. */
export function hermitianMatrix(size: number, seed: number, scale = 1): ComplexMatrix {
  const a = gaussianMatrix(size, size, seed, scale);
  return addScaledMatrix(a, [1, 0], adjoint(a));
}

/** U·diag(values)·V†. */
export const product = (u: ComplexMatrix, values: ArrayLike<number>, v: ComplexMatrix): ComplexMatrix =>
  multiply(multiply(u, diagonalMatrix(values)), v, { adjointB: true });

/** A·B, entry by entry from the definition. */
export function naiveProduct(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const interleaved = new Float64Array(2 * a.rows * b.cols);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < b.cols; j++) {
      for (let k = 0; k < a.cols; k++) {
        const [x, y] = [a.interleaved[2 * (i * a.cols + k)]!, a.interleaved[2 * (i * a.cols + k) + 1]!];
        const [u, v] = [b.interleaved[2 * (k * b.cols + j)]!, b.interleaved[2 * (k * b.cols + j) + 1]!];
        interleaved[2 * (i * b.cols + j)] = interleaved[2 * (i * b.cols + j)]! + x * u - y * v;
        interleaved[2 * (i * b.cols + j) + 1] = interleaved[2 * (i * b.cols + j) + 1]! + x * v + y * u;
      }
    }
  }
  return { rows: a.rows, cols: b.cols, interleaved };
}
