/**
 * @file Derivatives of the singular value decomposition, of its best low-rank approximation, and of the polar factor.
 */

import { type ComplexMatrix, zeroMatrix } from './complex.ts';
import {
  antihermitianPart,
  type Broadening,
  broadenedInverse,
  type Differentiable,
  entrywise,
  hermitianPart,
  minus,
  outside,
  plus,
  realDiagonal,
} from './differentiable.ts';
import { adjoint, diagonalMatrix, multiply } from './matrix.ts';
import { type SingularValueDecomposition, singularValueDecomposition } from './singular-values.ts';

/**
 * Thin A = U·diag(σ)·V† with its derivatives, for any m × n matrix. With P = U†·dA·V, its Hermitian part S and its
 * antihermitian part T, E_ij = 1/(σ_j − σ_i) and D_ij = 1/(σ_i + σ_j),
 *
 *     dσ = Re diag P,
 *     dU = U·(E ∘ S + D ∘ T) + (1 − UU†)·dA·V·σ⁻¹,
 *     dV = V·(E ∘ S − D ∘ T) + (1 − VV†)·dA†·U·σ⁻¹,
 *
 * in the gauge where no column of U turns its phase against that of V.
 *
 * Differentiable: singular values where they are simple and positive, sums of the same function f over all equal ones
 * everywhere (at zero if f′(0) = 0); pairs (u, v) up to a common phase where the value is simple and positive; the
 * spaces of a group of values separated from the rest. Such losses have exact derivatives; others get a finite number,
 * since all poles are broadened. For A cut down to its largest values use `differentiableLowRank`, for U·V†
 * `differentiablePolarFactor`.
 *
 * @returns `pullback` accepts any of the cotangents
 * @throws {DomainError} an entry is not finite
 *
 * @see Wan & Zhang, arXiv:1909.02659 (2019)
 */
export function differentiableSingularValues(
  a: ComplexMatrix,
  options: Broadening = {},
): Differentiable<SingularValueDecomposition, SingularValueDecomposition, Partial<SingularValueDecomposition>> {
  const value = singularValueDecomposition(a);
  const { u, values, v } = value;
  const inverse = broadenedInverse(values[0] ?? 0, options);
  const difference = (i: number, j: number): number => inverse(values[j]! - values[i]!);
  const sum = (i: number, j: number): number => inverse(values[i]! + values[j]!);
  const column = (_: number, j: number): number => inverse(values[j]!);
  return {
    value,
    tangent: (direction) => {
      const right = multiply(direction, v);
      const left = multiply(direction, u, { adjointA: true });
      const p = multiply(u, right, { adjointA: true });
      const [s, t] = [entrywise(hermitianPart(p), difference), entrywise(antihermitianPart(p), sum)];
      return {
        values: realDiagonal(p),
        u: plus(multiply(u, plus(s, t)), entrywise(outside(u, right), column)),
        v: plus(multiply(v, minus(s, t)), entrywise(outside(v, left), column)),
      };
    },
    pullback: (cotangent) => {
      const cu = cotangent.u ?? zeroMatrix(u.rows, u.cols);
      const cv = cotangent.v ?? zeroMatrix(v.rows, v.cols);
      const [x, y] = [multiply(u, cu, { adjointA: true }), multiply(v, cv, { adjointA: true })].map(
        antihermitianPart,
      ) as [ComplexMatrix, ComplexMatrix];
      const turned = plus(entrywise(plus(x, y), difference), entrywise(minus(x, y), sum));
      const p = plus(turned, diagonalMatrix(cotangent.values ?? values.map(() => 0)));
      const left = plus(multiply(u, p), entrywise(outside(u, cu), column));
      const beyond = entrywise(outside(v, cv), column);
      return plus(multiply(left, v, { adjointB: true }), multiply(u, beyond, { adjointB: true }));
    },
  };
}

/**
 * The best approximation of A by rank k, A_k = U_k·Σ_k·V_k†, with its derivative. It depends on the gap σ_k > σ_{k+1}
 * alone: equal values on one side do not matter, nor does rank deficiency. With X = U†·dA·V in full bases, entries of X
 * between kept values stay, between dropped values vanish, and for i kept, j dropped
 *
 *     X_ij ↦ σ_i (σ_i X_ij + σ_j X̄_ji) / (σ_i² − σ_j²),     X_ji ↦ σ_i (σ_i X_ji + σ_j X̄_ij) / (σ_i² − σ_j²).
 *
 * The map is self-adjoint (A_k is the gradient of ½ Σ_{i≤k} σ_i²), so `pullback` is `tangent`. At σ_k = σ_{k+1} > 0,
 * where A_k is not unique, the pole is broadened. A matrix of rank below k is kept, and its tangent is projected on the
 * directions that keep its own rank.
 *
 * @param rank - k ≥ 0; for min(m, n) or more the result is A itself
 * @throws {DomainError} an entry is not finite
 */
export function differentiableLowRank(
  a: ComplexMatrix,
  rank: number,
  options: Broadening = {},
): Differentiable<ComplexMatrix> {
  const { u, values, v } = singularValueDecomposition(a);
  const zero = rank < values.length ? Number.EPSILON * Math.max(a.rows, a.cols) * values[0]! : -1;
  const count = values.findLastIndex((x, i) => i < rank && x > zero) + 1;
  const kept = (_: number, j: number): number => (j < count ? 1 : 0);
  const inverse = broadenedInverse(1, options);
  /** 1/(1 − (σ_j/σ_i)²) times (σ_j/σ_i)^power for i kept and j not; 0 or 1 among themselves. */
  const mixing = (i: number, j: number, power: 0 | 1): number => {
    if (i < count === j < count) return i < count && power === 0 ? 1 : 0;
    const ratio = values[Math.max(i, j)]! / values[Math.min(i, j)]!;
    return (ratio ** power * inverse(1 - ratio)) / (1 + ratio);
  };
  const map = (direction: ComplexMatrix): ComplexMatrix => {
    const [right, left] = [multiply(direction, v), multiply(direction, u, { adjointA: true })];
    const x = multiply(u, right, { adjointA: true });
    const [direct, crossed] = [x, adjoint(x)].map((part, k) => entrywise(part, (i, j) => mixing(i, j, k as 0 | 1)));
    const columns = plus(multiply(u, plus(direct!, crossed!)), entrywise(outside(u, right), kept));
    const rows = entrywise(outside(v, left), kept);
    return plus(multiply(columns, v, { adjointB: true }), multiply(u, rows, { adjointB: true }));
  };
  const value = multiply(
    entrywise(u, (_, j) => (j < count ? values[j]! : 0)),
    v,
    { adjointB: true },
  );
  return { value, tangent: map, pullback: map };
}

/**
 * The closest isometry W = U·V† of `polarFactor` with its derivative, in which only sums of singular values occur:
 * equal ones do not matter. With T the antihermitian part of U†·dA·V, for m ≥ n,
 *
 *     dW = U·(2 T_ij/(σ_i + σ_j))·V† + (1 − UU†)·dA·V·σ⁻¹·V†.
 *
 * The map is self-adjoint (W is the gradient of the nuclear norm Σσ), so `pullback` is `tangent`. Where σ = 0, W is not
 * continuous, and the pole is broadened.
 *
 * @throws {DomainError} an entry is not finite
 */
export function differentiablePolarFactor(a: ComplexMatrix, options: Broadening = {}): Differentiable<ComplexMatrix> {
  const { u, values, v } = singularValueDecomposition(a);
  const inverse = broadenedInverse(values[0] ?? 0, options);
  const map = (direction: ComplexMatrix): ComplexMatrix => {
    const [right, left] = [multiply(direction, v), multiply(direction, u, { adjointA: true })];
    const t = antihermitianPart(multiply(u, right, { adjointA: true }));
    const turned = entrywise(t, (i, j) => 2 * inverse(values[i]! + values[j]!));
    const column = (_: number, j: number): number => inverse(values[j]!);
    const columns = plus(multiply(u, turned), entrywise(outside(u, right), column));
    const rows = entrywise(outside(v, left), column);
    return plus(multiply(columns, v, { adjointB: true }), multiply(u, rows, { adjointB: true }));
  };
  return { value: multiply(u, v, { adjointB: true }), tangent: map, pullback: map };
}
