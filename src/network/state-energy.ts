/** @file Energies of networks whose state fits into memory, with gradients: no isometries are needed. */

import type { ComplexVector } from '../linalg/complex.ts';
import { addScaled, innerProduct } from '../linalg/vector.ts';
import type { Objective } from '../optimise/objective.ts';
import { networkPullback, networkState } from './network-state.ts';
import type { TensorNetwork } from './tensor-network.ts';

/**
 * The Rayleigh quotient of a network's state, and its gradient by one pullback, as an objective for `minimise`:
 *
 *     E(θ) = ⟨ψ|H|ψ⟩/⟨ψ|ψ⟩,    dE = 2 Re⟨(H − E)ψ|dψ⟩/⟨ψ|ψ⟩
 *
 * An upper bound of the ground energy at every θ, the same for every scale of ψ.
 *
 * @param operator - x ↦ Hx, Hermitian; e.g. `pauliSumOperator(sum)`
 *
 * Cost of four contractions to all amplitudes and one application: some 16 qubits.
 */
export function stateEnergy(network: TensorNetwork, operator: (psi: ComplexVector) => ComplexVector): Objective {
  return (theta) => {
    const psi = networkState(network, theta);
    const image = operator(psi);
    const norm = innerProduct(psi, psi)[0];
    const value = innerProduct(psi, image)[0] / norm;
    const { length, interleaved } = addScaled(image, [-value, 0], psi);
    const cotangent = { length, interleaved: interleaved.map((x) => (2 * x) / norm) };
    return { value, gradient: networkPullback(network, theta, cotangent) };
  };
}
