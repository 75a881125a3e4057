/**
 * @file Entropies of the qubits that the modes of a fermion state are by the Jordan–Wigner transformation. An interval
 * of qubits knows what its modes know; qubits that are apart are correlated by strings of the modes in between.
 */

import { DomainError } from '../errors.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { pauliSumMatrix } from '../operator/pauli-sum.ts';
import { distributionEntropy } from '../state/entropy.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { type RegionEntropies, rememberedEntropy } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { entropiesOfGaussian, isPure } from './entropies.ts';
import { checkGaussian, type GaussianState } from './gaussian-state.ts';
import { bipartiteBlock } from './majorana-form.ts';
import { checkFermions, wordExpectation } from './order-correlator.ts';
import { visitQubitPairs } from './qubit-pairs.ts';

/** Most qubits of a region that is no interval. */
const LARGEST_REGION = 6;
/** Most qubits of a complex state, and most sites of several qubits, between which information is computed. */
const LARGEST_TABLE = { complex: 100, sites: 24 };

/**
 * Entropies of regions of qubits, in nats, of a Gaussian state of fermions. Those of intervals, and of what is outside
 * of an interval of a pure state, are entropies of the covariance; those of up to six other qubits come from their
 * density matrix, whose Pauli coefficients are Pfaffians. `entropiesOfGaussian` has the entropies of modes, which are
 * others where a region is no interval: the qubits of an ordered Ising chain know of each other at any distance, its
 * modes do not.
 *
 * @param groups - the modes of each site, in order; default one mode for each site
 * @throws {ShapeError | DomainError} a malformed state, bosons; groups other than consecutive ones of all modes
 *
 * Intervals cost O(n³) together, the table of mutual information O(n⁴), some seconds for 400 qubits of a real state; of
 * complex states it is given up to 100 qubits.
 *
 * @see Fagotti & Calabrese, arXiv:1003.1110 (2010), for the difference
 */
export function entropiesOfQubits(
  state: GaussianState,
  groups: readonly (readonly number[])[] = Array.from({ length: state.modes }, (_, mode) => [mode]),
): RegionEntropies {
  checkGaussian('entropiesOfQubits', state);
  checkFermions('entropiesOfQubits', state);
  if (groups.flat().length !== state.modes || groups.flat().some((mode, k) => mode !== k)) {
    throw new DomainError(`entropiesOfQubits: sites of consecutive modes 0 … ${state.modes - 1} required`);
  }
  const ofModes = entropiesOfGaussian(state, groups);
  const sites = groups.length;
  let pure: boolean | undefined;
  const entropyOf = (region: readonly number[]): Nats => {
    if (isInterval(region)) return ofModes.entropy(region);
    const rest = complementOf(region, sites);
    if (isInterval(rest)) {
      pure ??= isPure(state);
      if (pure) return ofModes.entropy(rest);
    }
    return densityEntropy(
      state,
      region.flatMap((site) => groups[site]!),
    );
  };
  const isSingle = groups.every((modes) => modes.length === 1);
  const isReal = bipartiteBlock(state.covariance) !== undefined;
  const isLarge = isSingle ? !isReal && sites > LARGEST_TABLE.complex : sites > LARGEST_TABLE.sites;
  return {
    ...ofModes,
    entropy: rememberedEntropy(sites, entropyOf),
    information: isLarge ? () => [] : () => informationTable(state, groups, ofModes.entropy),
  };
}

const isInterval = (region: readonly number[]): boolean =>
  region.every((site, k) => k === 0 || site === region[k - 1]! + 1);

function informationTable(
  state: GaussianState,
  groups: readonly (readonly number[])[],
  ofInterval: RegionEntropies['entropy'],
): readonly (readonly Nats[])[] {
  const single = groups.map((_, site) => ofInterval([site]));
  const table = single.map((value, a) => single.map((_, b) => (a === b ? 2 * value : 0)));
  const enter = (a: number, b: number, joint: Nats): void => {
    table[a]![b] = single[a]! + single[b]! - joint;
    table[b]![a] = table[a]![b]!;
  };
  if (groups.every((modes) => modes.length === 1)) {
    const z = groups.map((_, j) => -state.covariance.data[2 * j * 2 * state.modes + 2 * j + 1]!);
    visitQubitPairs(state, (a, b, { xx, xy, yx, yy, zz }) => {
      const [even, odd] = [Math.hypot(xx - yy, xy + yx), Math.hypot(xx + yy, xy - yx)];
      const split = [Math.hypot(z[a]! + z[b]!, even), Math.hypot(z[a]! - z[b]!, odd)] as const;
      const p = [1 + zz + split[0], 1 + zz - split[0], 1 - zz + split[1], 1 - zz - split[1]];
      enter(a, b, distributionEntropy(Float64Array.from(p, (x) => Math.max(0, x / 4))));
    });
    return table;
  }
  for (let b = 0; b < groups.length; b++) {
    for (let a = 0; a < b; a++) enter(a, b, densityEntropy(state, [...groups[a]!, ...groups[b]!]));
  }
  return table;
}

/** Entropy of a few qubits, by their density matrix ρ = 2^{−k} Σ ⟨P⟩ P. */
function densityEntropy(state: GaussianState, qubits: readonly number[]): Nats {
  const k = qubits.length;
  if (k > LARGEST_REGION) {
    throw new DomainError(
      `entropiesOfQubits: intervals, or at most ${LARGEST_REGION} qubits, required, got the qubits [${qubits}]`,
    );
  }
  const first = qubits[0]!;
  const terms = Array.from({ length: 4 ** k }, (_, index) => {
    const word = Array.from({ length: k }, (_, q) => 'IXYZ'[Math.floor(index / 4 ** q) % 4]!);
    const letters = new Array<string>(qubits.at(-1)! - first + 1).fill('I');
    qubits.forEach((qubit, q) => {
      letters[qubit - first] = word[q]!;
    });
    return { word: word.join(''), coefficient: wordExpectation(state, letters.join(''), first) / 2 ** k };
  });
  const p = hermitianEigenvalues(
    pauliSumMatrix({ qubits: k, terms: terms.filter(({ coefficient }) => coefficient !== 0) }),
  );
  return distributionEntropy(p.map((x) => Math.max(0, x)));
}
