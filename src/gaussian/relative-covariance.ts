/** @file The covariance of one pure Gaussian state relative to another, which decides all that both have in common. */

import { DomainError } from '../errors.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { scaled } from '../linalg/matrix.ts';
import { multiplyReal } from '../linalg/real-product.ts';
import { isPure } from './entropies.ts';
import { checkGaussian, type GaussianState } from './gaussian-state.ts';
import { gaussianParity } from './parity.ts';
import { checkAlike } from './quadratic-hamiltonian.ts';
import type { RelativeMotion } from './relative-motion.ts';
import { relativeRotation } from './relative-rotation.ts';
import { relativeSqueezing } from './relative-squeezing.ts';
import { omegaConjugated } from './symplectic-form.ts';

/**
 * The relative covariance of two pure Gaussian states,
 *
 *     Δ = Γ_T Γ_R⁻¹,    Δ = V_T V_R⁻¹.
 *
 * Under O or S acting on both it becomes OΔO⁻¹, so its spectrum is all that is invariant: e^{±2iϑ}, each twice for a pair of
 * fermions; e^{±2r} for bosons.
 *
 * @returns Δ, shape (2n, 2n); orthogonal for fermions
 * @throws {ShapeError | DomainError} malformed or mixed states, unlike modes or statistics
 *
 * O(n³).
 *
 * @see Hackl & Myers, arXiv:1803.10638 (2018)
 */
export function relativeCovariance(reference: GaussianState, target: GaussianState): RealMatrix {
  checkPure('relativeCovariance', reference, target);
  const { statistics, covariance } = reference;
  return multiplyReal(
    target.covariance,
    statistics === 'fermion' ? scaled(-1, covariance) : omegaConjugated(covariance),
  );
}

/** The shortest path from one pure state to another; undefined for fermions of different parity, which none joins. */
export function relativeMotion(
  caller: string,
  reference: GaussianState,
  target: GaussianState,
): RelativeMotion | undefined {
  checkPure(caller, reference, target);
  if (reference.statistics === 'boson') return relativeSqueezing(caller, reference.covariance, target.covariance);
  if (gaussianParity(reference) * gaussianParity(target) < 0) return undefined;
  return relativeRotation(reference.covariance, target.covariance);
}

function checkPure(caller: string, reference: GaussianState, target: GaussianState): void {
  checkGaussian(caller, reference);
  checkGaussian(caller, target);
  checkAlike(caller, reference, target);
  if (!isPure(reference) || !isPure(target)) {
    const which = isPure(reference) ? 'target' : 'reference';
    throw new DomainError(`${caller}: pure states required, got a mixed ${which}; 'purification' makes it pure`);
  }
}
