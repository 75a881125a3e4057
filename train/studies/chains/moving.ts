/** @file A quench of the XX chain beside free fermions, and a thermal Ising chain beside its free energy. */

import { chainEvolution } from '../../../src/chain/chain-evolution.ts';
import { chainExpectations } from '../../../src/chain/chain-expectation.ts';
import { chainOf, networkOfChain } from '../../../src/chain/matrix-product-state.ts';
import { operatorWithSymmetry } from '../../../src/chain/qubit-symmetry.ts';
import { thermalChain } from '../../../src/chain/thermal-chain.ts';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianFreeEnergy } from '../../../src/gaussian/thermal.ts';
import { transverseFieldIsing, xxz } from '../../../src/operator/hamiltonian.ts';
import { chain as chainLattice } from '../../../src/operator/lattice.ts';
import { localTerms } from '../../../src/operator/local-terms.ts';
import { place } from '../../../src/operator/pauli.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

/** The magnetisation at one time. */
export interface Moment {
  readonly time: number;
  readonly bond: number;
  readonly magnetisation: readonly number[];
  readonly exact: readonly number[];
}

export interface Quench {
  readonly moments: readonly Moment[];
  /** Greatest |⟨H⟩ − ⟨H⟩₀|. */
  readonly drift: number;
  readonly discarded: number;
}

const STEP = 0.04;
const BOND = 64;

/** A wall between up and down under H = Σ (XX + YY). */
export function* quench({ quenchSites: n, quenchTime }: Options): Generator<PartStep, Quench> {
  const { operator } = operatorWithSymmetry(xxz(chainLattice(n), { anisotropy: 0 }), 'excitations');
  const isUp = (site: number): boolean => site < n / 2;
  const start = networkOfChain(
    Array.from({ length: n }, (_, k) => ({
      shape: [1, 2, 1],
      interleaved: isUp(k) ? Float64Array.of(1, 0, 0, 0) : Float64Array.of(0, 0, 1, 0),
    })),
  );
  const terms = localTerms({
    qubits: n,
    terms: Array.from({ length: n }, (_, k) => ({ word: place(n, { [k]: 'Z' }), coefficient: 1 })),
  });
  const steps = Math.max(1, Math.round(quenchTime / STEP));
  const evolution = chainEvolution(operator, start, { time: STEP * steps, steps, bond: BOND });
  const moments: Moment[] = [];
  let drift = 0;
  for (;;) {
    const { value, done } = evolution.next();
    drift = Math.max(drift, Math.abs(value.energy)); // ⟨H⟩ = 0 at the start
    if (value.step % 4 === 0 || done) {
      const { network, theta } = value.state();
      const magnetisation = [...chainExpectations(chainOf(network, theta), terms)];
      const exact = freeFermions(n, value.time, isUp);
      moments.push({ time: value.time, bond: value.bond, magnetisation, exact });
      yield { message: `t = ${value.time.toFixed(2)}, bond ${value.bond}`, progress: value.step / steps };
    }
    if (done) return { moments, drift, discarded: value.discarded };
  }
}

/** ⟨Z_j⟩ of fermions that hop with amplitude 2 on an open chain, filled where spins are down. */
function freeFermions(n: number, time: number, isUp: (site: number) => boolean): readonly number[] {
  const orbital = (k: number, j: number): number =>
    Math.sqrt(2 / (n + 1)) * Math.sin((Math.PI * (k + 1) * (j + 1)) / (n + 1));
  return Array.from({ length: n }, (_, j) => {
    let density = 0;
    for (let i = 0; i < n; i++) {
      if (isUp(i)) continue;
      let [re, im] = [0, 0];
      for (let k = 0; k < n; k++) {
        const angle = 4 * Math.cos((Math.PI * (k + 1)) / (n + 1)) * time;
        const product = orbital(k, i) * orbital(k, j);
        re += product * Math.cos(angle);
        im += product * Math.sin(angle);
      }
      density += re * re + im * im;
    }
    return 1 - 2 * density;
  });
}

/** A thermal state on the way to the lowest temperature. */
export interface Cooled {
  readonly beta: number;
  readonly freeEnergy: number;
  readonly exact: number;
  readonly entropy: number;
  readonly bond: number;
}

const LOWEST = 2;

/** The critical Ising chain from β = 0 to 2. */
export function* coolings({ thermalSites: n }: Options): Generator<PartStep, readonly Cooled[]> {
  const steps = 20;
  const cooling = thermalChain(transverseFieldIsing(chainLattice(n)), { beta: LOWEST, steps, bond: 32 });
  const fermions = xyChain(n, {}, 'open');
  const found: Cooled[] = [];
  for (let step = 1; ; step++) {
    const { value, done } = cooling.next();
    const { beta, logPartition, entropy, bond } = value;
    if (step % 5 === 0) {
      const exact = gaussianFreeEnergy(fermions, beta);
      found.push({ beta, freeEnergy: -logPartition / beta, exact, entropy, bond });
      yield { message: `β = ${beta}`, progress: step / steps };
    }
    if (done) return found;
  }
}
