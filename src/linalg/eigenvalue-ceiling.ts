/** @file A number that no eigenvalue of a symmetric matrix exceeds, rounding included. */

import { choleskyFactor } from './cholesky.ts';
import type { RealMatrix } from './matrix.ts';
import { symmetricEigenvalues } from './symmetric-eigenvalues.ts';

/** Unit roundoff of double precision. */
const UNIT = 2 ** -53;

/** γ_k = ku/(1 − ku), which bounds the relative error of k roundings, one after the other. */
export const roundingFactor = (k: number): number => (k * UNIT) / (1 - k * UNIT);

/**
 * A number that λ_max of a real symmetric matrix M does not exceed, proved in floating-point arithmetic, whatever the rounding
 * errors of the eigenvalue from which it starts.
 *
 * If Cholesky's factorisation of A = c·1 − M runs to its end, the computed factor R has RᵀR = A + ΔA, |ΔA| ≤ γ_{n+1}|Rᵀ||R|. So
 * A + ΔA is positive semidefinite, ‖ΔA‖ ≤ γ_{n+1}‖R‖_F² = γ_{n+1} Tr(A + ΔA) ≤ γ_{n+1}/(1 − γ_{n+1}) Tr A, and
 *
 *     λ_max(M) ≤ c + γ_{n+1}/(1 − γ_{n+1}) Tr A + u·max_i |A_ii|,
 *
 * the last term for the rounding of the differences c − M_ii. The sum is taken twice as large as it comes out, which covers
 * its own rounding. c is raised until the factorisation ends. Underflow is not accounted for: the norm is to be above 2⁻⁵⁰⁰.
 *
 * @param matrix - shape (n, n), its lower triangle enters
 * @returns about n·10⁻¹⁶‖M‖ above λ_max; Infinity for a matrix that is not finite
 *
 * @see Rump, BIT Numerical Mathematics 46, 433 (2006); Higham, Accuracy and Stability of Numerical Algorithms (2002), theorem 10.3
 */
export function eigenvalueCeiling(matrix: RealMatrix): number {
  const { rows: n, data } = matrix;
  if (!data.every(Number.isFinite)) return Infinity;
  const values = symmetricEigenvalues(data, n);
  const scale = Math.max(Math.abs(values[0]!), Math.abs(values[n - 1]!), 2 ** -500);
  for (let step = 4 * (n + 2) * UNIT * scale; ; step *= 4) {
    const c = values[n - 1]! + step;
    const shifted = data.map((x, at) => (at % (n + 1) === 0 ? c - x : -x));
    if (choleskyFactor({ rows: n, cols: n, data: shifted }) === undefined) continue;
    let [trace, greatest] = [0, 0];
    for (let i = 0; i < n; i++) {
      trace += shifted[i * (n + 1)]!;
      greatest = Math.max(greatest, Math.abs(shifted[i * (n + 1)]!));
    }
    const factor = roundingFactor(n + 1);
    return c + 2 * ((factor / (1 - factor)) * trace + UNIT * (greatest + Math.abs(c)));
  }
}
