/** @file The rules of tensor networks. Their states are not normalised by themselves. */

import { entropiesOfChain } from '../chain/chain-regions.ts';
import { chainOf, isOpenChain } from '../chain/matrix-product-state.ts';
import { type ComplexVector, sizeOf } from '../linalg/complex.ts';
import { addScaled, innerProduct, norm, normalised, scaledVector } from '../linalg/vector.ts';
import { entropiesOfNetwork } from '../network/network-entropies.ts';
import { networkInfidelity } from '../network/network-overlap.ts';
import { networkPullback, networkState, networkTangents } from '../network/network-state.ts';
import { entropiesOfStabiliserNetwork, isStabiliserNetwork } from '../network/stabiliser-network.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { entropiesOfState } from '../state/region-entropies.ts';
import type { Rules } from './rules.ts';

/** The part that normalisation leaves of a tangent or cotangent: without its real part along the state. */
function horizontal(tangent: ComplexVector, state: ComplexVector): ComplexVector {
  const [along] = innerProduct(state, tangent);
  return addScaled(tangent, [-along, 0], state);
}

export const networkRules: Rules<TensorNetwork> = {
  siteDimensions: ({ boundary, dimensions }) => boundary.map((leg) => dimensions[leg]!),
  environmentDimension: ({ environment, dimensions }) => sizeOf(environment.map((leg) => dimensions[leg]!)),
  stateVector: (network, theta) => normalised(networkState(network, theta)),
  differentiableState: (network, theta) => {
    const unnormalised = networkState(network, theta);
    const inverse = [1 / norm(unnormalised), 0] as const;
    const state = scaledVector(inverse, unnormalised);
    return {
      state,
      pullback: (cotangent) => networkPullback(network, theta, scaledVector(inverse, horizontal(cotangent, state))),
    };
  },
  stateTangents: (network, theta) => {
    const unnormalised = networkState(network, theta);
    const inverse = [1 / norm(unnormalised), 0] as const;
    const state = scaledVector(inverse, unnormalised);
    return networkTangents(network, theta).map((tangent) => horizontal(scaledVector(inverse, tangent), state));
  },
  entropies: (network, theta, largest) => {
    const { boundary, bulk, environment } = network;
    const dimensions = [...boundary, ...bulk, ...environment].map((leg) => network.dimensions[leg]!);
    if (sizeOf(dimensions) <= largest) {
      const open = bulk.length === 0 ? network : { ...network, boundary: [...boundary, ...bulk], bulk: [] };
      const state = normalised(networkState(open, theta));
      return entropiesOfState(state, dimensions, { boundary: boundary.length, references: bulk.length });
    }
    if (isStabiliserNetwork(network)) return entropiesOfStabiliserNetwork(network);
    return isOpenChain(network) ? entropiesOfChain(chainOf(network, theta)) : entropiesOfNetwork(network, theta);
  },
  tensorNetwork: (network) => network,
  gates: null,
  tensors: (network) => network,
  infidelityFromPure: null,
  infidelityFromNetwork: (network, target) => networkInfidelity(target, network),
};
