/** @file The generative network: anything that makes a state from parameters, θ ↦ |ψ(θ)⟩. */

import type { Circuit } from '../circuit/circuit.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { blockRules } from './block-rules.ts';
import { circuitRules } from './circuit-rules.ts';
import { networkRules } from './network-rules.ts';
import type { DifferentiableState, GenerativeNetwork, Kind, Rules } from './rules.ts';

export type { DifferentiableState, GenerativeNetwork, Kind } from './rules.ts';

/** The table of rules: one row for each kind. A new kind is a file with its rules and a line here. */
const RULES: { readonly [K in Kind]: Rules<Extract<GenerativeNetwork, { readonly kind: K }>> } = {
  circuit: circuitRules,
  'block-circuit': blockRules,
  network: networkRules,
};

/** What a network of each kind is called in messages. */
export const KIND_WORDS: Readonly<Record<Kind, string>> = {
  circuit: 'a circuit',
  'block-circuit': 'a circuit of blocks',
  network: 'a tensor network',
};

/** The rules of a network's kind. */
export function rulesOf<Network extends GenerativeNetwork>(network: Network): Rules<Network> {
  return RULES[network.kind] as unknown as Rules<Network>; // the row of the kind that the network has
}

/** Dimensions of the sites of the generated state, in order; all 2 for a circuit. */
export function siteDimensions(network: GenerativeNetwork): readonly number[] {
  return rulesOf(network).siteDimensions(network);
}

/** Dimension E of the environment that is traced out: 1 if the generated state is pure. */
export function environmentDimension(network: GenerativeNetwork): number {
  return rulesOf(network).environmentDimension(network);
}

/**
 * The generated state, normalised. If the network has an environment the state is a purification, with the
 * environment behind the sites: ρ(θ) = A A† for the D × E matrix A of its entries.
 *
 * @param theta - parameters, shape (P,)
 * @returns shape (D·E,), D = Π site dimensions
 * @throws {ShapeError} theta does not have the network's number of parameters
 */
export function stateVector(network: GenerativeNetwork, theta: Float64Array): ComplexVector {
  return rulesOf(network).stateVector(network, theta);
}

/** The generated state with its pullback; value and gradient of any function of the state from one pass each way. */
export function differentiableState(network: GenerativeNetwork, theta: Float64Array): DifferentiableState {
  return rulesOf(network).differentiableState(network, theta);
}

/**
 * Tangent vectors ∂_kψ(θ) of the normalised state.
 *
 * @returns P vectors of shape (D·E,)
 */
export function stateTangents(network: GenerativeNetwork, theta: Float64Array): readonly ComplexVector[] {
  return rulesOf(network).stateTangents(network, theta);
}

/** The tensor network behind a generative network: itself, or the circuit's network with time turned into bonds. */
export function tensorNetworkOf(network: GenerativeNetwork): TensorNetwork {
  return rulesOf(network).tensorNetwork(network);
}

/** The network as a list of rotations with its own parameters; null if its kind has none. */
export function asCircuit(network: GenerativeNetwork): Circuit | null {
  return rulesOf(network).gates?.(network) ?? null;
}

/** The network as tensors with parameters of their own; null if its kind is not a tensor network. */
export function asTensors(network: GenerativeNetwork): TensorNetwork | null {
  return rulesOf(network).tensors?.(network) ?? null;
}
