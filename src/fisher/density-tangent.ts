/** @file The density matrix of a generated state, reduced to some of its sites, with its derivatives. */

import { currentEngine } from '../engine/engine.ts';
import type { DensityTangent } from '../estimation/density-tangent.ts';
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
import { stateTangentsAlong } from './fisher-vector-product.ts';

/**
 * The generated state, reduced to a region of its sites, with its derivatives:
 *
 *     ρ_A = M M†,    ∂_kρ_A = ∂_kM·M† + M·∂_kM†,
 *
 * where M holds the amplitudes with the region as rows and all else, environment included, as columns.
 *
 * @param theta - parameters, shape (P,)
 * @param region - sites that are kept; default all
 * @param along - directions in parameter space, each of shape (P,), along which the derivatives are taken; default the
 *   parameters themselves
 * @throws {DomainError} a site of the region does not exist or occurs twice
 *
 * Cost: P tangents, or two runs of the network for each of K directions, and O(K·D_A·D) for a region of dimension D_A in a
 * state of D amplitudes; memory K·D_A².
 */
export function densityTangent(
  network: GenerativeNetwork,
  theta: Float64Array,
  region: readonly number[] = [...siteDimensions(network).keys()],
  along?: readonly Float64Array[],
): DensityTangent {
  const sites = siteDimensions(network);
  const rest = complementOf(region, sites.length);
  const rows = sizeOf(region.map((site) => sites[site]!));
  const environment = environmentDimension(network);
  const matrixOf = ({ length, interleaved }: ComplexVector): ComplexMatrix => ({
    rows,
    cols: length / rows,
    interleaved: currentEngine().permute(interleaved, [...sites, environment], [...region, ...rest, sites.length]),
  });
  const directed = along === undefined ? stateTangents(network, theta) : stateTangentsAlong(network, theta, along);
  const factor = matrixOf(stateVector(network, theta));
  return {
    rho: multiply(factor, factor, { adjointB: true }),
    derivatives: directed.map((tangent) => {
      const half = multiply(matrixOf(tangent), factor, { adjointB: true });
      return addScaledMatrix(half, [1, 0], adjoint(half));
    }),
  };
}
