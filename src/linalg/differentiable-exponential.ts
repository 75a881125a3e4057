/** @file The derivative of the matrix exponential. */

import { ShapeError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from './complex.ts';
import type { Differentiable } from './differentiable.ts';
import { adjoint } from './matrix.ts';
import { matrixExponential } from './matrix-exponential.ts';

/**
 * exp(A) of any square matrix with its derivative, which exists everywhere:
 *
 *     d exp(A) = ∫₀¹ exp(sA)·dA·exp((1 − s)A) ds,
 *
 * the upper right block of the exponential of ((A, dA), (0, A)), scaled so that dA has the size of A. The adjoint of
 * this map is the same map at A†.
 *
 * @throws {ShapeError} A is not square, or a direction has another shape
 * @throws {DomainError} A is not finite
 *
 * Cost of each derivative eight exponentials.
 *
 * @see Al-Mohy & Higham, SIAM J. Matrix Anal. Appl. 30, 1639 (2009)
 */
export function differentiableExponential(a: ComplexMatrix): Differentiable<ComplexMatrix> {
  const value = matrixExponential(a);
  return {
    value,
    tangent: (direction) => derivative(a, direction),
    pullback: (cotangent) => derivative(adjoint(a), cotangent),
  };
}

function derivative(a: ComplexMatrix, direction: ComplexMatrix): ComplexMatrix {
  const n = a.rows;
  if (direction.rows !== n || direction.cols !== n) {
    throw new ShapeError(
      `differentiableExponential: a direction ${n}×${n} required, got ${direction.rows}×${direction.cols}`,
    );
  }
  const [size, length] = [largest(a), largest(direction)];
  const factor = length === 0 ? 1 : (size || 1) / length;
  const block = zeroMatrix(2 * n, 2 * n);
  for (let i = 0; i < n; i++) {
    const row = a.interleaved.subarray(2 * i * n, 2 * (i + 1) * n);
    block.interleaved.set(row, 4 * i * n);
    block.interleaved.set(row, 4 * (n + i) * n + 2 * n);
    const step = direction.interleaved.subarray(2 * i * n, 2 * (i + 1) * n).map((x) => x * factor);
    block.interleaved.set(step, 4 * i * n + 2 * n);
  }
  const power = matrixExponential(block);
  const out = zeroMatrix(n, n);
  for (let i = 0; i < n; i++) {
    const row = power.interleaved.subarray(4 * i * n + 2 * n, 4 * (i + 1) * n);
    out.interleaved.set(
      row.map((x) => x / factor),
      2 * i * n,
    );
  }
  return out;
}

const largest = (a: ComplexMatrix): number => a.interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
