/** @file A network at given parameters. */

/** A generative network together with a point of its parameter space: one state, |ψ(θ)⟩. */
export interface NetworkPoint<Network> {
  readonly network: Network;
  /** Shape (P,). */
  readonly theta: Float64Array;
}
