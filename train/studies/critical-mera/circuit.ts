/** @file A MERA of free fermions on rings as a circuit, beside the straight path to the critical state of the same ring. */

import { gaussianEvolution } from '../../../src/gaussian/evolution.ts';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianOverlap } from '../../../src/gaussian/fidelity.ts';
import { gaussianGeodesic } from '../../../src/gaussian/gaussian-geodesic.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { quadraticOfPauliSum } from '../../../src/gaussian/jordan-wigner.ts';
import { rangeMultiplicity, xyPairAngles } from '../../../src/gaussian/pair-space.ts';
import { straightPath } from '../../../src/gaussian/straight-path.ts';
import {
  type CircuitScale,
  type GaussianMera,
  gaussianMera,
  gaussianMeraCircuit,
  gaussianMeraRing,
} from '../../../src/systems/renormalisation/index.ts';
import type { PartStep } from '../../study.ts';

/** Weights r^p of words of range r; those of one site weigh 1. */
export const POWERS = [0, 1, 2] as const;

/** Both paths for one power. */
export interface BothPaths {
  readonly power: number;
  /** Of the MERA: everything, its top, its layers from the chain upwards. */
  readonly length: number;
  readonly top: number;
  readonly scales: readonly CircuitScale[];
  readonly straight: number;
  /** Of the straight path: √(Σ w h²) of the ranges that are nearest to each scale, and to the top. */
  readonly bands: readonly number[];
}

/** One ring. */
export interface CircuitRing {
  readonly sites: number;
  /** Of the energy of the MERA above the ground state, relative to it. */
  readonly error: number;
  /** From the MERA to the ground state at equal weights, along the shortest Gaussian path. */
  readonly rest: number;
  readonly paths: readonly BothPaths[];
}

export interface CircuitFound {
  readonly rings: readonly CircuitRing[];
  /** 1 − fidelity of what the Hamiltonians of the circuit make and the state of the network, on the smallest ring. */
  readonly missed: number;
}

const BLOCK = 2;
/** Coarse sites above the highest layer. */
const TOP = 2;

/** Rings of 4·3^T sites, T = 1 … layers. */
export function* circuitsOnRings(layers: number, seed: number): Generator<PartStep, CircuitFound> {
  const terms = [
    { word: 'XX', coefficient: -1 },
    { word: 'ZI', coefficient: -0.5 },
    { word: 'IZ', coefficient: -0.5 },
  ];
  const { mera } = gaussianMera(quadraticOfPauliSum({ qubits: 2, terms }), { block: BLOCK, seed }).value;
  const rings: CircuitRing[] = [];
  for (let T = 1; T <= layers; T++) {
    yield { message: `${T} layers of a ring`, progress: (T - 1) / layers };
    rings.push(oneRing(mera, T));
  }
  return { rings, missed: missedBy(mera) };
}

function oneRing(mera: GaussianMera, layers: number): CircuitRing {
  const sites = TOP * BLOCK * 3 ** layers;
  const chain = xyChain(sites, {}, 'antiperiodic');
  const exact = gaussianGroundState(chain, { parity: 'even' });
  const ring = gaussianMeraRing(mera, chain, layers);
  const angles = xyPairAngles(sites);
  const paths = POWERS.map((power): BothPaths => {
    const weightOf = (r: number): number => (r === 0 ? 1 : r ** power);
    const { length, top, scales } = gaussianMeraCircuit(mera, ring, weightOf);
    const straight = straightPath(sites, angles, weightOf);
    const squares = new Array<number>(layers + 1).fill(0);
    straight.rates.forEach((rate, k) => {
      const range = k + 1;
      const nearest = Math.round(Math.log(range / BLOCK) / Math.log(3));
      const band = Math.min(layers, Math.max(0, nearest));
      squares[band] = squares[band]! + sites * rangeMultiplicity(sites, range) * weightOf(range) * rate * rate;
    });
    return { power, length, top, scales, straight: straight.length, bands: squares.map(Math.sqrt) };
  });
  return {
    sites,
    error: 1 - ring.energy / exact.energy,
    // F = √(Σh²)/2 of the Hamiltonian of a path is 1/√2 of its speed in the Fubini–Study metric.
    rest: gaussianGeodesic(ring.state, exact.state).length / Math.SQRT2,
    paths,
  };
}

function missedBy(mera: GaussianMera): number {
  const sites = TOP * BLOCK * 3;
  const ring = gaussianMeraRing(mera, xyChain(sites, {}, 'antiperiodic'), 1);
  const { path } = gaussianMeraCircuit(mera, ring, (r) => Math.max(1, r));
  let state = gaussianVacuum('fermion', sites);
  for (const hamiltonian of path()) state = gaussianEvolution(hamiltonian, state, 1);
  return 1 - gaussianOverlap(state, ring.state);
}
