/** @file What a flow of states, its slices and shooting need to know of their Hamiltonians, whatever space these act on. */

import { currentEngine } from '../../engine/engine.ts';
import { expectations, hamiltonian, listLength, timesIH } from '../../path/hamiltonian-action.ts';
import { coefficientsOf, type StateMetric } from './metric-space.ts';
import type { StatePoint } from './state-flow.ts';

/**
 * A space of states with controls: H = Σ_a h_a O_a costs F² = Σ_a w_a h_a². Pauli words on 2ⁿ amplitudes are one, symmetric
 * states with orbit sums of words another.
 */
export interface ControlSpace {
  /** Amplitudes of a state, d. */
  readonly dimension: number;
  /** 1/w_a, shape (#controls,); 0 for what is no control. */
  readonly inverseWeights: Float64Array;
  /** H = Σ_a h_a O_a, ready to act. */
  readonly hamiltonian: (h: Float64Array) => ControlHamiltonian;
  /** Im⟨p|O_aψ⟩, shape (#controls,), summed over pairs of a costate and a state. */
  readonly momenta: (pairs: readonly StatePoint[]) => Float64Array;
}

/** A Hermitian operator without its matrix. */
export interface ControlHamiltonian {
  /** ψ ↦ −iHψ, a new vector, interleaved. */
  readonly velocity: (state: Float64Array) => Float64Array;
  /** An upper bound of the operator norm. */
  readonly bound: number;
}

/** The words or generators of a metric on 2ⁿ amplitudes. */
export function wordControlSpace(metric: StateMetric): ControlSpace {
  const { table, inverseWeights, shares } = metric;
  return {
    dimension: table.size,
    inverseWeights,
    hamiltonian: (h) => {
      const H = hamiltonian(table, coefficientsOf(metric, h));
      return { bound: H.bound, velocity: (state) => timesIH(H, state).map((x) => -x) };
    },
    momenta: (pairs) => {
      const words = currentEngine().withFlips(table, (space) => {
        const list = space.zeros(listLength(table));
        for (const { costate, state } of pairs) space.collect(list, space.put(costate), space.put(state), 1);
        space.transform(list);
        return expectations(space, list, table);
      });
      return shares === undefined
        ? words
        : Float64Array.from(shares, (row) => row.reduce((sum, share, p) => sum + share * words[p]!, 0));
    },
  };
}
