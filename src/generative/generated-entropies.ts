/** @file Entropies of the regions of a generative network or a target state, of any kind. */

import type { Circuit } from '../circuit/circuit.ts';
import { gaussianOfCircuit } from '../circuit/free-fermion-circuit.ts';
import { entropiesOfGaussian } from '../gaussian/entropies.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';
import { fermionNegativeLog } from './fermion-infidelity.ts';
import { modesOfSites } from './fermion-rules.ts';
import { type GenerativeNetwork, rulesOf } from './generative-network.ts';
import { fermionsOf, stateRulesOf } from './state-rules.ts';
import type { TargetState } from './target-state.ts';

/** Default of the option `largest`. */
const LARGEST_STATE = 2 ** 14;

/**
 * Entropies of regions of a generated state: of its amplitudes if they are few, else of its covariance if it is a
 * circuit of free fermions, of its chain if it is an open matrix-product state, and by contraction otherwise. Logical
 * inputs of a network are opened to references.
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
 * Entropies of regions of a generated state as its target reads them: of modes, if the target is a Gaussian state read
 * by its modes and the network a circuit of free fermions; otherwise `generatedEntropies`.
 */
export function entropiesLikeTarget(
  network: GenerativeNetwork,
  theta: Float64Array,
  target: TargetState,
): RegionEntropies {
  const fermions = fermionsOf(target);
  if (fermions?.regions !== 'modes' || fermionNegativeLog(network, target) === null) {
    return generatedEntropies(network, theta);
  }
  const state = gaussianOfCircuit(network as Circuit, theta, { string: fermions.string });
  return entropiesOfGaussian(state, modesOfSites(fermions));
}

/**
 * Entropies of regions of a target state, for Ryu–Takayanagi tables, mutual information and embeddings of the target
 * beside those of what was learned.
 */
export function regionEntropies(target: TargetState): RegionEntropies {
  return stateRulesOf(target).entropies(target, LARGEST_STATE);
}
