/** @file The generative network: anything that makes a state from parameters, θ ↦ |ψ(θ)⟩. */

import type { Circuit } from '../circuit/circuit.ts';
import { contractedState } from '../circuit/circuit-contraction.ts';
import { circuitTangents, pullbackCircuit, runCircuit } from '../circuit/run-circuit.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { sizeOf } from '../linalg/complex.ts';
import { addScaled, innerProduct, norm, normalised, scaledVector } from '../linalg/vector.ts';
import { networkPullback, networkState, networkTangents } from '../network/network-state.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';

/** A circuit (unitary by construction) or a tensor network. There is no third way. */
export type GenerativeNetwork = Circuit | TensorNetwork;

/** Dimensions of the sites of the generated state, in order; all 2 for a circuit. */
export function siteDimensions(network: GenerativeNetwork): readonly number[] {
  return network.kind === 'circuit'
    ? new Array<number>(network.qubits).fill(2)
    : network.boundary.map((leg) => network.dimensions[leg]!);
}

/** Dimension E of the environment that is traced out: 1 if the generated state is pure. */
export function environmentDimension(network: GenerativeNetwork): number {
  if (network.kind === 'network') return sizeOf(network.environment.map((leg) => network.dimensions[leg]!));
  const { reference = [] } = network;
  return 'spectrum' in reference ? reference.spectrum.length : 1;
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
  return network.kind === 'circuit' ? runCircuit(network, theta) : normalised(networkState(network, theta));
}

/** A generated state together with its reverse-mode derivative. */
export interface DifferentiableState {
  /** |ψ(θ)⟩ as `stateVector` gives it. */
  readonly state: ComplexVector;
  /** Carries a cotangent λ = ∂L/∂Re ψ + i ∂L/∂Im ψ back to ∂L/∂θ, shape (P,). */
  readonly pullback: (cotangent: ComplexVector) => Float64Array;
}

/** The generated state with its pullback; value and gradient of any function of the state from one pass each way. */
export function differentiableState(network: GenerativeNetwork, theta: Float64Array): DifferentiableState {
  if (network.kind === 'circuit') {
    const contracted = contractedState(network, theta);
    if (contracted !== undefined) return contracted;
    const state = runCircuit(network, theta);
    return { state, pullback: (cotangent) => pullbackCircuit(network, theta, state, cotangent) };
  }
  const unnormalised = networkState(network, theta);
  const length = norm(unnormalised);
  const state = scaledVector([1 / length, 0], unnormalised);
  return {
    state,
    pullback: (cotangent) => {
      const [along] = innerProduct(state, cotangent); // d(φ/‖φ‖) has no real part along ψ
      const horizontal = addScaled(cotangent, [-along, 0], state);
      return networkPullback(network, theta, scaledVector([1 / length, 0], horizontal));
    },
  };
}

/**
 * Tangent vectors ∂_kψ(θ) of the normalised state.
 *
 * @returns P vectors of shape (D·E,)
 */
export function stateTangents(network: GenerativeNetwork, theta: Float64Array): readonly ComplexVector[] {
  if (network.kind === 'circuit') return circuitTangents(network, theta);
  const unnormalised = networkState(network, theta);
  const length = norm(unnormalised);
  const state = scaledVector([1 / length, 0], unnormalised);
  return networkTangents(network, theta).map((tangent) => {
    const scaled = scaledVector([1 / length, 0], tangent);
    const [along] = innerProduct(state, scaled);
    return addScaled(scaled, [-along, 0], state);
  });
}
