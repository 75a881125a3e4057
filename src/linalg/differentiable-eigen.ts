/** @file Derivatives of the Hermitian eigenvalue problem, and of functions of a Hermitian matrix. */

import { type ComplexMatrix, zeroMatrix } from './complex.ts';
import {
  type Broadening,
  broadenedInverse,
  type Differentiable,
  entrywise,
  hermitianPart,
  plus,
  realDiagonal,
} from './differentiable.ts';
import { type HermitianEigen, hermitianEigen } from './hermitian-eigen.ts';
import { diagonalMatrix, multiply } from './matrix.ts';

/**
 * A = V·diag(λ)·V† with its derivatives, for Hermitian A. With P = V†·dA·V and F_ij = 1/(λ_j − λ_i),
 *
 *     dλ = diag P,     dV = V·(F ∘ P).
 *
 * Differentiable: eigenvalues where they are simple, sums of the same function over all equal ones everywhere; V up to
 * phases where eigenvalues are simple, the projector on a group of eigenvectors where the group is separated from the
 * rest. Such losses have exact derivatives, because the poles of F meet zeros; others get a finite number, since F is
 * broadened. For V·f(λ)·V† use `differentiableHermitianFunction`, which needs no gap at all.
 *
 * @param a - square and Hermitian; so are directions and results
 * @returns `pullback` accepts any of the cotangents
 * @throws {ShapeError | DomainError} as `hermitianEigen`
 *
 * Cost O(n³) for each.
 *
 * @see Giles, Collected matrix derivative results, in: Advances in Automatic Differentiation (2008), sect. 3.1
 */
export function differentiableHermitianEigen(
  a: ComplexMatrix,
  options: Broadening = {},
): Differentiable<HermitianEigen, HermitianEigen, Partial<HermitianEigen>> {
  const value = hermitianEigen(a);
  const { values, vectors } = value;
  const inverse = broadenedInverse(largestModulus(values), options);
  const gap = (i: number, j: number): number => inverse(values[j]! - values[i]!);
  return {
    value,
    tangent: (direction) => {
      const p = inBasis(vectors, hermitianPart(direction));
      return { values: realDiagonal(p), vectors: multiply(vectors, entrywise(p, gap)) };
    },
    pullback: (cotangent) => {
      let p = zeroMatrix(a.rows, a.rows);
      if (cotangent.values !== undefined) p = plus(p, diagonalMatrix(cotangent.values));
      if (cotangent.vectors !== undefined) {
        const overlaps = multiply(vectors, cotangent.vectors, { adjointA: true });
        p = plus(p, hermitianPart(entrywise(overlaps, gap)));
      }
      return fromBasis(vectors, p);
    },
  };
}

/** For eigenvalues closer than this fraction of the largest, the divided difference is the derivative at their mean. */
const CLOSE = 2e-5;

/**
 * f(A) = V·diag(f(λ))·V† of a Hermitian A, with derivatives that are exact for every spectrum: with the divided
 * differences f[λ_i, λ_j] = (f(λ_i) − f(λ_j))/(λ_i − λ_j), and f′ where both coincide,
 *
 *     df = V·(f[λ_i, λ_j] ∘ V†·dA·V)·V†       (Daleckii & Krein),
 *
 * a self-adjoint map: `pullback` is `tangent`.
 *
 * @param f - real function, differentiable on the spectrum
 * @param derivative - f′; enters for close eigenvalues, with an error of their distance squared times f‴/24
 * @throws {ShapeError | DomainError} as `hermitianEigen`
 *
 * @see Higham, Functions of Matrices (2008), theorem 3.11
 */
export function differentiableHermitianFunction(
  a: ComplexMatrix,
  f: (x: number) => number,
  derivative: (x: number) => number,
): Differentiable<ComplexMatrix> {
  const { values, vectors } = hermitianEigen(a);
  const images = values.map(f);
  const close = CLOSE * largestModulus(values);
  const difference = (i: number, j: number): number => {
    const gap = values[i]! - values[j]!;
    return Math.abs(gap) <= close ? derivative((values[i]! + values[j]!) / 2) : (images[i]! - images[j]!) / gap;
  };
  const map = (direction: ComplexMatrix): ComplexMatrix =>
    fromBasis(vectors, entrywise(inBasis(vectors, hermitianPart(direction)), difference));
  return { value: fromBasis(vectors, diagonalMatrix(images)), tangent: map, pullback: map };
}

/** V†·A·V. */
const inBasis = (v: ComplexMatrix, a: ComplexMatrix): ComplexMatrix => multiply(v, multiply(a, v), { adjointA: true });

/** V·A·V†. */
const fromBasis = (v: ComplexMatrix, a: ComplexMatrix): ComplexMatrix =>
  multiply(v, multiply(a, v, { adjointB: true }));

const largestModulus = (values: Float64Array): number =>
  values.reduce((largest, x) => Math.max(largest, Math.abs(x)), 0);
