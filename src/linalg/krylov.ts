/**
 * @file Krylov subspaces span(x, Hx, H²x, …) of an operator that is known only by its action. They underlie the lowest
 * eigenvectors (lanczos.ts) and the time evolution (exponential-action.ts) of systems too large for a matrix, and the
 * dominant eigenvectors of operators that are not Hermitian (arnoldi.ts).
 */

import type { ComplexVector } from './complex.ts';

/** A linear operator by its action; the argument must not be changed. */
export type LinearMap = (x: ComplexVector) => ComplexVector;

/** What one Lanczos step finds: H·q = … + diagonal·q + coupling·(next basis vector). */
export interface LanczosStep {
  readonly diagonal: number;
  readonly coupling: number;
  /** Hq without its part in the basis, not normalised: its norm is `coupling`. */
  readonly remainder: Float64Array;
}

/**
 * Applies the operator to the last vector of an orthonormal basis and removes from the result its part in the basis.
 *
 * @param couplings - ⟨basis_i|H|last⟩ as far as they are known from earlier steps, zeros elsewhere
 */
export function lanczosStep(
  apply: LinearMap,
  basis: readonly Float64Array[],
  couplings: ArrayLike<number>,
): LanczosStep {
  const last = basis[basis.length - 1]!;
  const remainder = apply({ length: last.length / 2, interleaved: last }).interleaved.slice();
  for (let i = 0; i + 1 < basis.length; i++) if (couplings[i]) addTo(remainder, -couplings[i]!, 0, basis[i]!);
  const [diagonal] = dot(last, remainder);
  addTo(remainder, -diagonal, 0, last);
  orthogonalise(remainder, basis); // again, for what rounding left: otherwise copies of converged eigenvectors appear
  return { diagonal, coupling: Math.sqrt(dot(remainder, remainder)[0]), remainder };
}

/** Modified Gram–Schmidt, in place: x ← x − Σ_i ⟨basis_i|x⟩ basis_i. */
export function orthogonalise(x: Float64Array, basis: readonly Float64Array[]): void {
  for (const vector of basis) {
    const [re, im] = dot(vector, x);
    addTo(x, -re, -im, vector);
  }
}

/** ⟨a|b⟩ as [re, im]. */
export function dot(a: Float64Array, b: Float64Array): readonly [number, number] {
  let re = 0;
  let im = 0;
  for (let i = 0; i < a.length; i += 2) {
    re += a[i]! * b[i]! + a[i + 1]! * b[i + 1]!;
    im += a[i]! * b[i + 1]! - a[i + 1]! * b[i]!;
  }
  return [re, im];
}

/** x ← x + (re + i·im)·y. */
export function addTo(x: Float64Array, re: number, im: number, y: Float64Array): void {
  for (let i = 0; i < x.length; i += 2) {
    x[i] = x[i]! + re * y[i]! - im * y[i + 1]!;
    x[i + 1] = x[i + 1]! + re * y[i + 1]! + im * y[i]!;
  }
}

/** x/‖x‖ in place; the norm is returned. */
export function normalise(x: Float64Array): number {
  const length = Math.sqrt(dot(x, x)[0]);
  for (let i = 0; i < x.length; i++) x[i] = x[i]! / length;
  return length;
}

/** Σ_i (re_i + i·im_i)·basis_i. */
export function combination(
  basis: readonly Float64Array[],
  re: ArrayLike<number>,
  im: ArrayLike<number> = new Float64Array(basis.length),
): Float64Array {
  const sum = new Float64Array(basis[0]!.length);
  basis.forEach((vector, i) => {
    addTo(sum, re[i]!, im[i]!, vector);
  });
  return sum;
}

/**
 * Turns the basis in place: basis_j ← Σ_i basis_i·Y_ij for the first `count` columns of the real matrix Y; the other
 * vectors keep meaningless values. No vector is allocated.
 *
 * @param y - basis.length × (at least count), row by row
 */
export function turnBasis(basis: readonly Float64Array[], y: readonly ArrayLike<number>[], count: number): void {
  const row = new Float64Array(basis.length);
  for (let k = 0; k < basis[0]!.length; k++) {
    for (let i = 0; i < basis.length; i++) row[i] = basis[i]![k]!;
    for (let j = 0; j < count; j++) {
      let sum = 0;
      for (let i = 0; i < basis.length; i++) sum += row[i]! * y[i]![j]!;
      basis[j]![k] = sum;
    }
  }
}
