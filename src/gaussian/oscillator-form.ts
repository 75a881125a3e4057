/** @file Normal modes of quadratic boson Hamiltonians. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { symmetricEigen, symmetricFunction } from '../linalg/symmetric-eigen.ts';
import type { QuadraticHamiltonian } from './quadratic-hamiltonian.ts';
import {
  blockDiagonal,
  omegaConjugated,
  symplecticForm,
  symplecticFunction,
  uncorrelatedBlocks,
} from './symplectic-form.ts';

/** H = Σ ω_k (b_k†b_k + ½). */
export interface OscillatorForm {
  /** ω_k, positive, in any order. */
  readonly energies: Float64Array;
  /** The covariance of the state in which normal mode k has symplectic eigenvalue f(ω_k). */
  readonly covariance: (f: (energy: number) => number) => RealMatrix;
}

/**
 * Normal modes of ½RᵀhR. For h = S ω Sᵀ the normal quadratures are SᵀR, and V = S⁻ᵀ f(ω) S⁻¹ = Ωᵀ S f(ω) Sᵀ Ω. Where
 * H = ½pᵀp + ½xᵀKx it is K = Σ ω² v vᵀ, V = Σ f(ω) v vᵀ ω^∓1.
 *
 * @throws {DomainError} h is not positive definite
 */
export function oscillatorForm(caller: string, { matrix }: QuadraticHamiltonian): OscillatorForm {
  const blocks = uncorrelatedBlocks(matrix);
  if (blocks !== undefined && isIdentity(blocks.p)) {
    const eigen = symmetricEigen(blocks.x);
    if (!(eigen.values[0]! > 0)) throw notPositive(caller, `a squared frequency of ${eigen.values[0]}`);
    const energies = eigen.values.map(Math.sqrt);
    const side = (f: (energy: number) => number, power: number): RealMatrix =>
      symmetricFunction(eigen, (square) => f(Math.sqrt(square)) * Math.sqrt(square) ** power);
    return { energies, covariance: (f) => blockDiagonal(side(f, -1), side(f, 1)) };
  }
  const form = symplecticForm(matrix);
  if (form === undefined) throw notPositive(caller, 'an eigenvalue that is not positive');
  return { energies: form.values, covariance: (f) => omegaConjugated(symplecticFunction(form, f)) };
}

/** Whether a matrix is 1 to the last bit. */
export function isIdentity({ rows, data }: RealMatrix): boolean {
  return data.every((x, at) => x === (at % (rows + 1) === 0 ? 1 : 0));
}

function notPositive(caller: string, got: string): DomainError {
  return new DomainError(
    `${caller}: a positive definite boson Hamiltonian required, others have no normalisable ground state, got ${got}`,
  );
}
