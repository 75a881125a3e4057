/** @file Half the width of a spectrum: the greatest speed at which a Hamiltonian moves a state. */

import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { coordinatesOfSum, matrixOf } from '../operator/pauli-coordinates.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';

/** (E_max − E_min)/2, the greatest ΔE of any state: a seminorm of H. O(8ⁿ). */
export function halfSpread(sum: PauliSum): number {
  const energies = hermitianEigenvalues(matrixOf(coordinatesOfSum(sum)));
  return (Math.max(...energies) - Math.min(...energies)) / 2;
}
