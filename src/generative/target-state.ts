/** @file What is to be generated: a named state, pure, mixed, or itself a network. */

import type { ComplexMatrix, ComplexVector } from '../linalg/complex.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';

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

export type TargetState = PureState | MixedState | NetworkState;

/** A curve of states, τ ↦ ρ(τ), sampled at the given times. */
export interface StateCurve {
  readonly name: string;
  readonly times: readonly number[];
  readonly at: (time: number) => TargetState;
}
