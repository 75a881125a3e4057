/** @file Bonds of a chain with room for what its Hamiltonian makes of the state: a subspace expansion before an evolution. */

import { type ChainSweep, passLeft, passRight, setPair } from './chain-sweep.ts';
import { mergedPair } from './effective-operator.ts';
import { halfPerturbation } from './half-perturbation.ts';

/** Weight of what H makes of the state, in the density matrix in which bonds are cut. */
const NOISE = 1e-6;
/** Weight that may be left out at each bond: of the new states those below some 3e-5 of the strongest amplitude. */
const LEFT_OUT = 1e-15;

/**
 * Takes the states into each bond that the terms of H which cross it make there; their weight in the state, which stays as it is, is 0.
 * Terms that reach beyond neighbours move the state into them; a sweep of pairs would not find them: electrons that hop past those
 * of the other spin would stay where they are.
 *
 * Changes `sweep`, whose centre is site 0 before and after. Weights of some 1e-6 are lost only where `bond` leaves no room.
 *
 * @see Yang & White, Phys. Rev. B 102, 094315 (2020)
 * @see Hubig, McCulloch, Schollwöck & Wolf, Phys. Rev. B 91, 155115 (2015)
 */
export function enrich(sweep: ChainSweep, bond: number): void {
  const { operator, chain, left, right } = sweep;
  const n = chain.length;
  const widen = (k: number, rightwards: boolean): void => {
    const pair = mergedPair(chain[k]!, chain[k + 1]!);
    const [environment, site] = rightwards ? [left[k]!, operator[k]!] : [right[k + 2]!, operator[k + 1]!];
    const { shape, interleaved } = halfPerturbation(pair, rightwards, environment, site, 1);
    const scale = NOISE / interleaved.reduce((most, x) => Math.max(most, Math.abs(x)), Number.MIN_VALUE);
    const perturbation = { shape, interleaved: interleaved.map((x) => scale * x) };
    setPair(sweep, k, pair, rightwards, { tolerance: LEFT_OUT, bond }, perturbation);
  };
  for (let k = 0; k + 2 < n; k++) {
    widen(k, true);
    passRight(sweep, k);
  }
  for (let k = n - 2; k >= 0; k--) {
    widen(k, false);
    passLeft(sweep, k + 1);
  }
}
