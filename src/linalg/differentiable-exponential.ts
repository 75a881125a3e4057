/** @file The matrix exponential and its derivative. */

import { ShapeError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from './complex.ts';
import type { Differentiable } from './differentiable.ts';
import { hermitianEigen } from './hermitian-eigen.ts';
import { adjoint, multiply } from './matrix.ts';
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

/**
 * The derivative of exp(A) along several directions at once,
 *
 *     ∂^r exp(A + Σ_k x_k V_k)/∂x₁ … ∂x_r at x = 0,
 *
 * a sum over the orders of the directions of ∫ exp(s₀A)·V·exp(s₁A)·V′ …, each the upper right block of the exponential of
 * a bidiagonal block matrix.
 *
 * @param directions - V_k, each of the shape of A, at most three
 *
 * Cost r! exponentials of matrices r + 1 times as large.
 */
export function exponentialDerivative(a: ComplexMatrix, directions: readonly ComplexMatrix[]): ComplexMatrix {
  const n = a.rows;
  const total = zeroMatrix(n, n);
  for (const order of orders(directions)) {
    const size = (order.length + 1) * n;
    const block = zeroMatrix(size, size);
    const put = (part: ComplexMatrix, row: number, column: number): void => {
      for (let i = 0; i < n; i++) {
        const from = part.interleaved.subarray(2 * i * n, 2 * (i + 1) * n);
        block.interleaved.set(from, 2 * ((row * n + i) * size + column * n));
      }
    };
    for (let k = 0; k <= order.length; k++) put(a, k, k);
    order.forEach((direction, k) => {
      put(direction, k, k + 1);
    });
    const power = matrixExponential(block).interleaved;
    for (let i = 0; i < n; i++) {
      const from = 2 * (i * size + order.length * n);
      for (let j = 0; j < 2 * n; j++) {
        const to = 2 * i * n + j;
        total.interleaved[to] = total.interleaved[to]! + power[from + j]!;
      }
    }
  }
  return total;
}

/** All orders of a list. */
function orders<Item>(list: readonly Item[]): readonly (readonly Item[])[] {
  if (list.length === 0) return [[]];
  return list.flatMap((first, k) => orders(list.toSpliced(k, 1)).map((rest) => [first, ...rest]));
}

const largest = (a: ComplexMatrix): number => a.interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), 0);

/**
 * The unitary exp(−iH) of a Hermitian matrix with its derivative. In an eigenbasis of H, with eigenvalues a,
 *
 *     (dU)_jk = −i exp(−i(a_j + a_k)/2) · sinc((a_j − a_k)/2) · (dH)_jk,        sinc x = sin x / x,
 *
 * without a pole where eigenvalues meet. Cheaper than `differentiableExponential`: one diagonalisation, and four products
 * for each derivative.
 *
 * @throws {ShapeError} H is not square
 * @throws {DomainError} H is not Hermitian, or not finite
 *
 * @see Daleckii & Krein, Am. Math. Soc. Transl. 47, 1 (1965)
 */
export function differentiableEvolution(hamiltonian: ComplexMatrix): Differentiable<ComplexMatrix> {
  const { values, vectors } = hermitianEigen(hamiltonian);
  const { rows, cols } = vectors;
  const turned = (by: ComplexMatrix): ComplexMatrix => multiply(multiply(vectors, by), vectors, { adjointB: true });
  const phases = zeroMatrix(rows, cols);
  values.forEach((a, k) => {
    phases.interleaved.set([Math.cos(a), -Math.sin(a)], 2 * k * (rows + 1));
  });
  /** The map from dH to dU, or its adjoint, which has the factors conjugated. */
  const derivativeAlong = (direction: ComplexMatrix, sign: 1 | -1): ComplexMatrix => {
    const { interleaved } = multiply(multiply(vectors, direction, { adjointA: true }), vectors);
    for (let j = 0, at = 0; j < rows; j++) {
      for (let k = 0; k < cols; k++, at += 2) {
        const [mean, half] = [(values[j]! + values[k]!) / 2, (values[j]! - values[k]!) / 2];
        const size = half === 0 ? 1 : Math.sin(half) / half;
        const [re, im] = [-size * Math.sin(mean), -sign * size * Math.cos(mean)];
        const [x, y] = [interleaved[at]!, interleaved[at + 1]!];
        interleaved[at] = re * x - im * y;
        interleaved[at + 1] = re * y + im * x;
      }
    }
    return turned({ rows, cols, interleaved });
  };
  return {
    value: turned(phases),
    tangent: (direction) => derivativeAlong(direction, 1),
    pullback: (cotangent) => derivativeAlong(cotangent, -1),
  };
}
