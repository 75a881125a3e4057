/**
 * @file A density matrix with its derivatives: all that information theory needs to know of a parametrised state. Noise
 * and the loss of sites are linear, so they act on state and derivatives alike.
 */

import { engine } from '../engine/engine.ts';
import {
  environmentDimension,
  type GenerativeNetwork,
  siteDimensions,
  stateTangents,
  stateVector,
} from '../generative/generative-network.ts';
import { type ComplexMatrix, type ComplexVector, sizeOf } from '../linalg/complex.ts';
import { addScaledMatrix, adjoint, multiply } from '../linalg/matrix.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';

/** ρ(θ) and ∂_kρ(θ), matrices of shape (D, D); all Hermitian, the derivatives without trace. */
export interface DensityTangent {
  readonly rho: ComplexMatrix;
  readonly derivatives: readonly ComplexMatrix[];
}

/**
 * The generated state, reduced to a region of its sites, with its derivatives:
 *
 *     ρ_A = M M†,    ∂_kρ_A = ∂_kM·M† + M·∂_kM†,
 *
 * where M holds the amplitudes with the region as rows and all else, environment included, as columns.
 *
 * @param theta - parameters, shape (P,)
 * @param region - sites that are kept; default all
 * @throws {DomainError} a site of the region does not exist or occurs twice
 *
 * Cost: P tangents, and O(P·D_A·D) for a region of dimension D_A in a state of D amplitudes; memory P·D_A².
 */
export function densityTangent(
  network: GenerativeNetwork,
  theta: Float64Array,
  region: readonly number[] = [...siteDimensions(network).keys()],
): DensityTangent {
  const sites = siteDimensions(network);
  const rest = complementOf(region, sites.length);
  const rows = sizeOf(region.map((site) => sites[site]!));
  const environment = environmentDimension(network);
  const matrixOf = ({ length, interleaved }: ComplexVector): ComplexMatrix => ({
    rows,
    cols: length / rows,
    interleaved: engine.permute(interleaved, [...sites, environment], [...region, ...rest, sites.length]),
  });
  const factor = matrixOf(stateVector(network, theta));
  return {
    rho: multiply(factor, factor, { adjointB: true }),
    derivatives: stateTangents(network, theta).map((tangent) => {
      const half = multiply(matrixOf(tangent), factor, { adjointB: true });
      return addScaledMatrix(half, [1, 0], adjoint(half));
    }),
  };
}

/** The state and its derivatives after a linear map of operators: a channel that does not know θ. */
export function mapTangent(
  { rho, derivatives }: DensityTangent,
  channel: (rho: ComplexMatrix) => ComplexMatrix,
): DensityTangent {
  return { rho: channel(rho), derivatives: derivatives.map(channel) };
}
