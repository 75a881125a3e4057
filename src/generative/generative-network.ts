/** @file The generative network: anything that makes a state from parameters, θ ↦ |ψ(θ)⟩. */

import type { Circuit } from '../circuit/circuit.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';

/** A circuit (unitary by construction) or a tensor network. There is no third way. */
export type GenerativeNetwork = Circuit | TensorNetwork;
