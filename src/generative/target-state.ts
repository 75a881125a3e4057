/**
 * @file What is to be generated: a named state, pure, mixed, itself a network, a stabiliser group, a Gaussian state
 * of fermions, or symmetric under permutations; and what every kind knows how to do.
 */

import type { GaussianState } from '../gaussian/gaussian-state.ts';
import type { StringLetter } from '../gaussian/jordan-wigner.ts';
import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import type { NetworkPoint } from '../network-point.ts';
import type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';

/** What every state has: a name, and the dimensions of its sites. */
export interface NamedState {
  readonly name: string;
  /** Dimension of each site, in order; 2 for a qubit. Site 0 is the most significant. */
  readonly dimensions: readonly number[];
}

/** A pure state of norm 1; amplitudes of shape (Π dimensions,). */
export interface PureState extends NamedState {
  readonly kind: 'pure';
  readonly amplitudes: ComplexVector;
  /** If the amplitudes are the pixels of a picture, row by row: its size. */
  readonly picture?: { readonly rows: number; readonly columns: number };
}

/** A density matrix of trace 1, shape (D, D) with D = Π dimensions. */
export interface MixedState extends NamedState {
  readonly kind: 'mixed';
  readonly density: ComplexMatrix;
}

/** A pure state too large for amplitudes: a network at fixed parameters, not necessarily normalised. */
export interface NetworkState extends NamedState {
  readonly kind: 'network';
  readonly network: TensorNetwork;
  readonly theta: Float64Array;
}

/** A stabiliser state, pure or mixed, of any size; a site of dimension p^k is k qudits of the group, in order. */
export interface StabiliserState extends NamedState {
  readonly kind: 'stabiliser';
  readonly group: StabiliserGroup;
}

/**
 * A Gaussian state of fermions, pure or mixed, of any size, on the qubits of the Jordan–Wigner transformation; a site
 * of dimension 2^k is k modes, in order.
 */
export interface FermionState extends NamedState {
  readonly kind: 'gaussian';
  readonly state: GaussianState;
  /** The letter of the Jordan–Wigner strings. */
  readonly string: StringLetter;
  /**
   * What a region is: its qubits, or its modes, without the strings between them. Both have the same entropy where the
   * region is an interval.
   */
  readonly regions: 'qubits' | 'modes';
}

/** A pure state of qubits that is symmetric within blocks of neighbours, of any size: its Dicke components. */
export interface SymmetricState extends NamedState {
  readonly kind: 'symmetric';
  /** Numbers of qubits within which it is symmetric, in order. */
  readonly blocks: readonly number[];
  /** Amplitudes of products of Dicke states, by the numbers of ones in the blocks, shape (Π(n_i + 1),). */
  readonly components: ComplexVector;
}

export type TargetState = PureState | MixedState | NetworkState | StabiliserState | FermionState | SymmetricState;

/**
 * The rules of one kind of state. An ability that is lacking is null; callers say in words what is not possible.
 */
export interface StateRules<State> {
  readonly purification: (state: State) => ComplexMatrix;
  readonly entropies: (state: State, largest: number) => RegionEntropies;
  /** The state by its amplitudes; null if it is mixed, or too large. */
  readonly pure: ((state: State) => PureState | null) | null;
  /** The state by the entries of its density matrix; null if it is pure, or too large. */
  readonly mixed: ((state: State) => MixedState | null) | null;
  /** The density matrix of a state that is given by entries of any kind; null if it is too large. */
  readonly density: ((state: State) => ComplexMatrix | null) | null;
  /** A network at given parameters; null where entries are at hand. */
  readonly networkPoint: ((state: State) => NetworkPoint<TensorNetwork> | null) | null;
  /** The stabiliser group, by which entropies of any size are known. */
  readonly stabilisers: ((state: State) => StabiliserGroup) | null;
  /** The Gaussian state of fermions, by which entropies of any size are known. */
  readonly fermions: ((state: State) => FermionState) | null;
  /** The Dicke components of a state that is given by them, by which entropies of any size are known. */
  readonly symmetric: ((state: State) => SymmetricState) | null;
}

/** A curve of states, τ ↦ ρ(τ), sampled at the given times. */
export interface StateCurve {
  readonly name: string;
  readonly times: readonly number[];
  readonly at: (time: number) => TargetState;
}
