/** @file The inputs of the workloads of Gaussian and stabiliser states. */

import { type HarmonicCouplings, harmonicRing } from '../../src/gaussian/boson-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { randomStream } from '../../src/linalg/random.ts';
import type { Inputs } from './inputs.ts';

/** Covariances of oscillators on a ring: the ground state for `entropy`; two thermal states for all else. */
export function oscillatorInputs(task: string, modes: number): Inputs {
  const arguments_ = { task, modes };
  const ring = (couplings: HarmonicCouplings) => harmonicRing(modes, couplings);
  if (task === 'entropy') {
    const { state } = gaussianGroundState(ring({ mass: 0.1 }));
    return { arguments: arguments_, arrays: { a: state.covariance.data } };
  }
  const a = gaussianThermal(ring({ mass: 0.5 }), 1).covariance.data;
  const b = gaussianThermal(ring({ mass: 0.6, coupling: 1.1 }), 1.2).covariance.data;
  return { arguments: arguments_, arrays: { a, b } };
}

/** Fermions hopping on an open chain: random potentials of the sites, between −1 and 1. */
export function hoppingInputs(task: string, sites: number): Inputs {
  const stream = randomStream(1, 'potentials');
  const potential = Float64Array.from({ length: sites }, () => 2 * stream.uniform() - 1);
  return { arguments: { task, sites }, arrays: { potential } };
}

/**
 * A brickwall of Clifford gates on an open chain: on both qubits of each pair nothing, H, S, or one after the other, then
 * a CNOT in one of the two directions. Three numbers for each gate: 0 (H), 1 (S) or 2
 * (CNOT), its qubit or control, its target.
 */
export function cliffordInputs(task: string, qubits: number, layers: number): Inputs {
  const stream = randomStream(1, 'gates');
  const one = (): boolean => stream.uniform() < 0.5;
  const gates: number[] = [];
  for (let layer = 0; layer < layers; layer++) {
    for (let q = layer % 2; q + 1 < qubits; q += 2) {
      for (const qubit of [q, q + 1]) {
        if (one()) gates.push(0, qubit, qubit);
        if (one()) gates.push(1, qubit, qubit);
      }
      gates.push(2, ...(one() ? [q, q + 1] : [q + 1, q]));
    }
  }
  return { arguments: { task, qubits }, arrays: { gates: Float64Array.from(gates) } };
}

/** A Hamiltonian by its name; the energy at which a search may end. */
export function chainInputs(model: ChainModel, bond: number, sites = 100, more: ChainRace = {}): Inputs {
  const { within, symmetry } = more;
  const energy = within === undefined || model === 'spin-one' ? {} : { energy: GROUND[model](sites) * (1 - within) };
  return { arguments: { model, sites, bond, ...(symmetry && { symmetry }), ...energy }, arrays: {} };
}

export type ChainModel = 'ising' | 'heisenberg' | 'xxz' | 'spin-one';

export interface ChainRace {
  /** The search ends at an energy within this fraction of the ground energy. */
  readonly within?: number;
  /** Whether the number of spins down is conserved. */
  readonly symmetry?: boolean;
}

/** Ground energies: of Ising's chain in closed form, else of 100 sites, to as many digits as quimb and ours agree at bond 200. */
const GROUND: Readonly<Record<Exclude<ChainModel, 'spin-one'>, (sites: number) => number>> = {
  ising: (sites) => 1 - 1 / Math.sin(Math.PI / (4 * sites + 2)),
  heisenberg: () => -176.5109595729,
  xxz: () => -149.3104769267,
};

/** A real chain near the identity, (site, left, digit, right), whose ends use row 0 and column 0; random rows of bits. */
export function bornInputs(sites: number, bond: number, count: number): Inputs {
  const stream = randomStream(1, 'chain');
  const tensors = Float64Array.from({ length: sites * bond * 2 * bond }, (_, at) => {
    const [left, right] = [Math.floor(at / 2 / bond) % bond, at % bond];
    return (Number(left === right) + 0.1 * stream.normal()) * Math.SQRT1_2;
  });
  const rows = Float64Array.from({ length: count * sites }, () => stream.integer(2));
  return { arguments: { sites, bond, count }, arrays: { tensors, rows } };
}
