/** @file The tensor network: nodes with named legs, as data. */

import type { Angle } from '../circuit/circuit.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import type { PauliWord } from '../operator/pauli.ts';

/**
 * Where the entries of a node's tensor come from; all are row-major in the order of the node's legs, complex
 * numbers interleaved.
 *
 * - `constant`: given numbers;
 * - `free`:     2·size entries of θ from `offset` on;
 * - `isometry`: the same, but the leading legs with Π dimensions = rows are outputs, the others inputs, and the
 *               rows × columns matrix W obeys W†W = 1 (rows ≥ columns): a point of a Stiefel manifold;
 * - `rotation`: the gate exp(−i·angle·P/2), legs: outputs, then inputs;
 * - `block`:    the gate exp(−i Σ_P h_P P) with a coefficient of θ for each word, from `offset` on; legs as for a rotation;
 * - `stabiliser`: the state vector of a pure stabiliser group, of norm 1, see `stabiliserVector`. A generator is
 *               x₁ … x_m z₁ … z_m modulo the prime, with a power of ω before its word (default 0); a leg of dimension p^k
 *               is k qudits in order.
 */
export type TensorSource =
  | { readonly kind: 'constant'; readonly interleaved: readonly number[] }
  | { readonly kind: 'free'; readonly offset: number }
  | { readonly kind: 'isometry'; readonly offset: number; readonly rows: number; readonly columns: number }
  | { readonly kind: 'rotation'; readonly word: PauliWord; readonly angle: Angle }
  | { readonly kind: 'block'; readonly words: readonly PauliWord[]; readonly offset: number }
  | {
      readonly kind: 'stabiliser';
      readonly prime: number;
      readonly generators: readonly (readonly number[])[];
      readonly phases?: readonly number[];
    };

/** The generators of a stabiliser state as a tensor. */
export type StabiliserSource = Extract<TensorSource, { readonly kind: 'stabiliser' }>;

/** A tensor of the network. */
export interface NetworkNode {
  readonly id: string;
  readonly legs: readonly Leg[];
  readonly tensor: TensorSource;
}

/**
 * A tensor network, as data.
 *
 *     boundary ──■──■──■──    boundary:    dangling legs that are the sites of the state, in order
 *                │  │  │      bulk:        dangling legs that are logical inputs ([] for a state; not empty for a code)
 *                ●  ●  ●      environment: dangling legs that are traced out ([] for a pure state)
 */
export interface TensorNetwork {
  readonly kind: 'network';
  readonly parameters: number;
  readonly dimensions: Readonly<Record<Leg, number>>;
  readonly nodes: readonly NetworkNode[];
  readonly boundary: readonly Leg[];
  readonly bulk: readonly Leg[];
  readonly environment: readonly Leg[];
}
