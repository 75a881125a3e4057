/** @file Mutual information and entropy of gapped, critical and thermal chains, and of matrix-product states. */

import { chainGroundState } from '../../../datasets/chain-ground-state.ts';
import { entropiesOfChain } from '../../../src/chain/chain-regions.ts';
import { chainOf } from '../../../src/chain/matrix-product-state.ts';
import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import type { XyCouplings } from '../../../src/gaussian/fermion-models.ts';
import { infiniteXyChain } from '../../../src/gaussian/infinite-chain.ts';
import {
  type CentralChargeFit,
  centralChargeFit,
  type DecayFit,
  decayFit,
} from '../../../src/geometry/distance-fit.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain as chainLattice } from '../../../src/operator/lattice.ts';
import type { PartStep } from '../../study.ts';
import { FIRST, octaves, range } from './families.ts';
import type { Options } from './options.ts';

/** Mutual information below this is rounding of the entropies. */
const RESOLVED = 1e-11;

/** A state of the infinite chain. */
export interface ChainState {
  readonly name: string;
  readonly kind: 'critical' | 'gapped' | 'thermal';
  /** I(r) between two modes, for r = 1, 2, …; what is not resolved is left out. */
  readonly distances: readonly number[];
  readonly information: readonly number[];
  /** Law of I(r) from r = 4 on. */
  readonly decay: DecayFit;
  /** S(L) of intervals. */
  readonly lengths: readonly number[];
  readonly entropies: readonly number[];
  readonly growth: CentralChargeFit;
  /** 3(S(2L) − S(L))/ln 2 for the longest 2L: c where entropy grows as the logarithm, 0 where it is constant. */
  readonly effectiveCharge: number;
}

/** The chains, one after the other. */
export function* infiniteChains({ sites, field, beta }: Options): Generator<PartStep, readonly ChainState[]> {
  const chains: readonly (readonly [string, ChainState['kind'], XyCouplings, number])[] = [
    ['critical Ising', 'critical', {}, Infinity],
    ['critical XX', 'critical', { anisotropy: 0, field: 0 }, Infinity],
    ['gapped Ising', 'gapped', { field }, Infinity],
    ['thermal Ising', 'thermal', {}, beta],
  ];
  const states: ChainState[] = [];
  for (const [name, kind, couplings, temperature] of chains) {
    yield { message: name, progress: states.length / chains.length };
    states.push(chainState(name, kind, couplings, temperature, sites));
  }
  return states;
}

function chainState(
  name: string,
  kind: ChainState['kind'],
  couplings: XyCouplings,
  beta: number,
  sites: number,
): ChainState {
  const { entropy } = entropiesOfGaussian(infiniteXyChain(sites, couplings, beta));
  const one = entropy([0]);
  const pairs = range(1, sites / 2)
    .map((r) => [r, 2 * one - entropy([0, r])] as const)
    .filter(([, information]) => information > RESOLVED);
  const [distances, information] = [pairs.map(([r]) => r), pairs.map(([, value]) => value)];
  const longest = Math.floor(sites / 4);
  const lengths = [...octaves(2, longest, 16), 2 * longest];
  const entropies = lengths.map((L) => entropy(range(0, L)));
  const far = <Row>(rows: readonly Row[], at: readonly number[]): Row[] => rows.filter((_, k) => at[k]! >= FIRST);
  return {
    name,
    kind,
    distances,
    information,
    decay: decayFit(far(distances, distances), far(information, distances)),
    lengths,
    entropies,
    growth: centralChargeFit(far(lengths, lengths), far(entropies, lengths), 2),
    effectiveCharge: (3 * (entropies.at(-1)! - entropies.at(-2)!)) / Math.LN2,
  };
}

/** A matrix-product state of the open critical chain. */
export interface SweptChain {
  readonly bond: number;
  readonly energy: number;
  /** Entropy of half of the chain. */
  readonly half: number;
  readonly distances: readonly number[];
  /** I(r) between sites around the middle. */
  readonly information: readonly number[];
  readonly decay: DecayFit;
}

/** Ground states of the open critical Ising chain at several bond dimensions. */
export function* sweptChains({ chain: sites, bonds }: Options): Generator<PartStep, readonly SweptChain[]> {
  const states: SweptChain[] = [];
  for (const bond of bonds) {
    yield { message: `bond dimension ${bond}`, progress: states.length / bonds.length };
    states.push(sweptChain(sites, bond));
  }
  return states;
}

function sweptChain(sites: number, bond: number): SweptChain {
  const { network, theta, swept } = chainGroundState(transverseFieldIsing(chainLattice(sites), { field: 1 }), { bond });
  const entropies = entropiesOfChain(chainOf(network, theta));
  const information = entropies.information!();
  const start = Math.floor(sites / 4);
  const pairs: (readonly [number, number])[] = [];
  // From the first distance at which nothing is resolved on, there is nothing to be seen.
  for (let r = 1; r <= Math.floor(sites / 2); r++) {
    const value = information[start]![start + r]!;
    if (!(value > RESOLVED)) break;
    pairs.push([r, value]);
  }
  const [distances, values] = [pairs.map(([r]) => r), pairs.map(([, value]) => value)];
  const first = distances.length >= 8 ? FIRST : 1;
  return {
    bond,
    energy: swept.value.energy,
    half: entropies.entropy(range(0, Math.floor(sites / 2))),
    distances,
    information: values,
    decay: decayFit(distances.slice(first - 1), values.slice(first - 1)),
  };
}
