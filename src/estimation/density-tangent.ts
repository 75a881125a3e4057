/**
 * @file A density matrix with its derivatives: all that information theory needs to know of a parametrised state. Noise
 * and the loss of sites are linear, so they act on state and derivatives alike.
 */

import type { ComplexMatrix } from '../linalg/complex.ts';

/** ρ(θ) and ∂_kρ(θ), matrices of shape (D, D); all Hermitian, the derivatives without trace. */
export interface DensityTangent {
  readonly rho: ComplexMatrix;
  readonly derivatives: readonly ComplexMatrix[];
}

/** The state and its derivatives after a linear map of operators: a channel that does not know θ. */
export function mapTangent(
  { rho, derivatives }: DensityTangent,
  channel: (rho: ComplexMatrix) => ComplexMatrix,
): DensityTangent {
  return { rho: channel(rho), derivatives: derivatives.map(channel) };
}
