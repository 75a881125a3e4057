/** @file The door by kind: from a generative network, or a target state, to the entropies of its regions. */

import { entropiesOfChain } from '../chain/chain-regions.ts';
import { chainOf, isOpenChain } from '../chain/matrix-product-state.ts';
import { sizeOf } from '../linalg/complex.ts';
import { normalised } from '../linalg/vector.ts';
import { networkOf } from '../network/from-circuit.ts';
import { entropiesOfNetwork } from '../network/network-entropies.ts';
import { networkState } from '../network/network-state.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { entropiesOfState, type RegionEntropies } from '../state/region-entropies.ts';
import { environmentDimension, type GenerativeNetwork, siteDimensions, stateVector } from './generative-network.ts';
import type { TargetState } from './target-state.ts';

/** Default of `largest`. */
const LARGEST_STATE = 2 ** 14;

/**
 * Entropies of regions of a generated state: of its amplitudes if they are few, else of its chain if it is an open
 * matrix-product state, else by contraction. Logical inputs of a network are opened to references.
 *
 * @param theta - parameters, shape (P,)
 * @param largest - amplitudes, references and environment included, up to which the dense state is read; default 2¹⁴
 * @throws {ShapeError} theta does not have the network's number of parameters
 */
export function generatedEntropies(
  network: GenerativeNetwork,
  theta: Float64Array,
  largest = LARGEST_STATE,
): RegionEntropies {
  if (network.kind === 'network') return tensorEntropies(network, theta, largest);
  const sites = siteDimensions(network);
  const environment = environmentDimension(network);
  if (sizeOf(sites) * environment > largest) return tensorEntropies(networkOf(network), theta, largest);
  return entropiesOfState(stateVector(network, theta), [...sites, environment], { boundary: sites.length });
}

/**
 * Entropies of regions of a target state, for Ryu–Takayanagi tables, mutual information and embeddings of the target
 * beside those of what was learned.
 */
export function regionEntropies(target: TargetState): RegionEntropies {
  switch (target.kind) {
    case 'pure':
      return entropiesOfState(target.amplitudes, target.dimensions);
    case 'mixed':
      return entropiesOfState(target.density, target.dimensions);
    case 'network':
      return tensorEntropies(target.network, target.theta, LARGEST_STATE);
  }
}

function tensorEntropies(network: TensorNetwork, theta: Float64Array, largest: number): RegionEntropies {
  const { boundary, bulk, environment } = network;
  const open = bulk.length === 0 ? network : { ...network, boundary: [...boundary, ...bulk], bulk: [] };
  const dimensions = [...boundary, ...bulk, ...environment].map((leg) => network.dimensions[leg]!);
  if (sizeOf(dimensions) <= largest) {
    return entropiesOfState(normalised(networkState(open, theta)), dimensions, {
      boundary: boundary.length,
      references: bulk.length,
    });
  }
  return isOpenChain(network) ? entropiesOfChain(chainOf(network, theta)) : entropiesOfNetwork(network, theta);
}
