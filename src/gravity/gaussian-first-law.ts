/** @file The first law of entanglement for Gaussian states, at any size. */

import { gaussianEntropy } from '../gaussian/entropies.ts';
import type { GaussianState } from '../gaussian/gaussian-state.ts';
import { gaussianModularHamiltonian, gaussianRelativeEntropy } from '../gaussian/modular-hamiltonian.ts';
import { gaussianEnergy } from '../gaussian/quadratic-hamiltonian.ts';
import type { FirstLaw } from './entanglement-first-law.ts';

/**
 * The first law for one Gaussian state and any number of changed ones: ΔS, Δ⟨K⟩ and S(ρ′‖ρ) with
 *
 *     Δ⟨K⟩ − ΔS = S(ρ′‖ρ) ≥ 0,
 *
 * each computed by itself. K is quadratic, so that Δ⟨K⟩ is linear in the change of the covariance: for fermions of conserved
 * number Tr(δC k), k = log((1 − C)/C), from one decomposition for all. `restricted` takes both states to a region.
 *
 * @param state - ρ, not pure in any mode to rounding
 * @param changed - states ρ′ of the same modes
 * @throws {ShapeError | DomainError} malformed or unlike states
 *
 * O(n³) for each.
 *
 * @see Blanco, Casini, Hung & Myers, JHEP 2013(08), 060; Peschel, J. Phys. A 36, L205 (2003)
 */
export function gaussianFirstLaw(state: GaussianState, changed: readonly GaussianState[]): readonly FirstLaw[] {
  const { hamiltonian } = gaussianModularHamiltonian(state);
  const [entropy, energy] = [gaussianEntropy(state), gaussianEnergy(hamiltonian, state)];
  return changed.map((other) => ({
    entropyChange: gaussianEntropy(other) - entropy,
    modularChange: gaussianEnergy(hamiltonian, other) - energy,
    relativeEntropy: gaussianRelativeEntropy(other, state),
  }));
}
