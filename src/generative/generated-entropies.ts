/** @file Entropies of the regions of a generative network or a target state, of any kind. */

import type { RegionEntropies } from '../state/region-entropies.ts';
import { type GenerativeNetwork, rulesOf } from './generative-network.ts';
import { stateRulesOf } from './state-rules.ts';
import type { TargetState } from './target-state.ts';

/** Default of the option `largest`. */
const LARGEST_STATE = 2 ** 14;

/**
 * Entropies of regions of a generated state: of its amplitudes if they are few, else of its chain if it is an open
 * matrix-product state, else by contraction. Logical inputs of a network are opened to references.
 *
 * @param theta - parameters, shape (P,)
 * @param largest - most amplitudes, references and environment included, for which the dense state is read; default 2¹⁴
 * @throws {ShapeError} theta does not have the network's number of parameters
 */
export function generatedEntropies(
  network: GenerativeNetwork,
  theta: Float64Array,
  largest = LARGEST_STATE,
): RegionEntropies {
  return rulesOf(network).entropies(network, theta, largest);
}

/**
 * Entropies of regions of a target state, for Ryu–Takayanagi tables, mutual information and embeddings of the target
 * beside those of what was learned.
 */
export function regionEntropies(target: TargetState): RegionEntropies {
  return stateRulesOf(target).entropies(target, LARGEST_STATE);
}
