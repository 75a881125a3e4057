/** @file What every kind of generative network knows how to do: the columns of the table of rules. */

import type { BlockCircuit } from '../circuit/block-circuit.ts';
import type { Circuit } from '../circuit/circuit.ts';
import type { ContractionOrder } from '../circuit/circuit-contraction.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { Objective } from '../optimise/objective.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';

/**
 * Anything that makes a state from parameters, θ ↦ |ψ(θ)⟩: a circuit of rotations or of blocks (unitary by
 * construction), or a tensor network.
 */
export type GenerativeNetwork = Circuit | BlockCircuit | TensorNetwork;

export type Kind = GenerativeNetwork['kind'];

/** A generated state together with its reverse-mode derivative. */
export interface DifferentiableState {
  /** |ψ(θ)⟩ as `stateVector` gives it. */
  readonly state: ComplexVector;
  /** Carries a cotangent λ = ∂L/∂Re ψ + i ∂L/∂Im ψ back to ∂L/∂θ, shape (P,). */
  readonly pullback: (cotangent: ComplexVector) => Float64Array;
}

/**
 * The rules of one kind. What every kind must be able to do is a function, see the functions of the same names in
 * `generative-network.ts`. An ability that a kind may lack is null where it is lacking; callers then take another way,
 * or say in words what is not possible.
 */
export interface Rules<Network> {
  readonly siteDimensions: (network: Network) => readonly number[];
  readonly environmentDimension: (network: Network) => number;
  readonly stateVector: (network: Network, theta: Float64Array) => ComplexVector;
  readonly differentiableState: (network: Network, theta: Float64Array) => DifferentiableState;
  readonly stateTangents: (network: Network, theta: Float64Array) => readonly ComplexVector[];
  readonly entropies: (network: Network, theta: Float64Array, largest: number) => RegionEntropies;
  readonly tensorNetwork: (network: Network) => TensorNetwork;
  /** The network as a list of rotations, with the same parameters. */
  readonly gates: ((network: Network) => Circuit) | null;
  /** The network as tensors whose parameters are its own. */
  readonly tensors: ((network: Network) => TensorNetwork) | null;
  /** Infidelity from a pure state by its amplitudes, of a network without environment, cheaper than by its state. */
  readonly infidelityFromPure:
    | ((network: Network, target: ComplexVector, order?: ContractionOrder) => Objective)
    | null;
  /** Infidelity from a network at given parameters, without amplitudes. */
  readonly infidelityFromNetwork: ((network: Network, target: NetworkPoint<TensorNetwork>) => Objective) | null;
}
