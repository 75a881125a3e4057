/** @file Are the entropies of a state sums over its pairs of sites, as a geometry of pairs would have it? */

import { DomainError } from '../errors.ts';
import { chain, type Lattice } from '../operator/lattice.ts';
import { informationTable } from '../state/mutual-information.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { checkSites, entropyWithin, type SampledRegion, sampledRegions } from './sampled-regions.ts';

/** A region, its entropy, and half of the mutual information across its boundary. */
export interface RegionDefect {
  /** How it was chosen: 'any' of all or of given regions, or a sampled one. */
  readonly kind: 'any' | SampledRegion['kind'];
  readonly sites: readonly number[];
  readonly entropy: Nats;
  /** ½ Σ_{p∈A, q∉A} I(p:q). */
  readonly pairs: Nats;
  /** |S_A − ½ΣI|/max(S_A, ½ΣI), between 0 and 1. */
  readonly defect: number;
}

/** How far the entropies of a state are from sums over pairs. */
export interface RedundancyDefect {
  readonly isExhaustive: boolean;
  /** The regions with an entropy. */
  readonly regions: readonly RegionDefect[];
  /** Regions whose entropy is out of reach. */
  readonly outOfReach: number;
  /** Mean and greatest defect; null without a region that has an entropy. */
  readonly mean: number | null;
  readonly greatest: number | null;
  /** Mean over sampled blocks, and over random sets; null where there are none. */
  readonly blocks: number | null;
  readonly random: number | null;
}

/** How regions are chosen. */
export interface RedundancyOptions {
  /** The regions themselves; default all, or sampled ones. */
  readonly regions?: readonly (readonly number[])[];
  /** Where the sites are neighbours, for blocks; default the open chain. */
  readonly lattice?: Lattice;
  /** Most sites for which all regions are taken; default 10, at most 14. */
  readonly exhaustive?: number;
  /** Pairs of a block and a random set beyond that; default 60. */
  readonly pairs?: number;
  readonly seed?: number;
}

/** Most sites for which all regions are taken. */
const MOST_EXHAUSTIVE = 14;
/** Entropies and sums below this are rounding. */
const ROUNDING = 1e-10;

/**
 * The defect of redundancy constraint,
 *
 *     δ(A) = S_A − ½ Σ_{p∈A, q∉A} I(p:q),
 *
 * relative to the greater of both. It vanishes for products of entangled pairs, whatever their strength, and is 1 where
 * pairs know nothing of an entropy: perfect and cluster states, GHZ from above. States without a defect are
 * *redundancy-constrained*; only for them are areas of a graph with the weights I exactly entropies.
 *
 * @param entropies - of any state: `regionEntropies`, `entropiesOfGaussian`, `entropiesOfStabilisers` …
 * @throws {DomainError} a lattice of other sites, more sites than 14 to be exhausted, a number of pairs that is none; no
 *   mutual information; a given region that is none, or out of reach
 *
 * Cost of 2ⁿ regions (to 10 sites within a second, 14 in about a minute), or of the sampled ones.
 *
 * @see Cao, Carroll & Michalakis, Phys. Rev. D 95, 024031 (2017)
 */
export function redundancyDefect(entropies: RegionEntropies, options: RedundancyOptions = {}): RedundancyDefect {
  const n = entropies.boundary;
  const { regions: given, lattice = chain(n), exhaustive = 10, pairs = 60, seed = 1 } = options;
  checkSites('redundancyDefect', entropies, lattice);
  if (!(exhaustive <= MOST_EXHAUSTIVE)) {
    throw new DomainError(`redundancyDefect: at most ${MOST_EXHAUSTIVE} sites to be exhausted, got ${exhaustive}`);
  }
  if (!(Number.isInteger(pairs) && pairs >= 0)) {
    throw new DomainError(`redundancyDefect: a number of pairs required, got ${pairs}`);
  }
  const information = informationTable(entropies);
  if (information.length !== n) throw new DomainError('redundancyDefect: a state with mutual information required');
  const isExhaustive = given === undefined && n <= exhaustive;
  const chosen: readonly Pick<RegionDefect, 'kind' | 'sites'>[] =
    given?.map((sites) => ({ kind: 'any', sites })) ??
    (isExhaustive ? properRegions(n) : sampledRegions(lattice, pairs, seed));
  const entropyOf = (sites: readonly number[]): Nats | null =>
    given === undefined ? entropyWithin(entropies, sites) : entropies.entropy(sites);
  const rows = chosen.map(({ kind, sites }) => defectOf(kind, sites, entropyOf(sites), information));
  const reached = rows.filter((row) => row !== null);
  const regions = reached.filter(({ entropy, pairs: half }) => Math.max(entropy, half) > ROUNDING);
  const meanOf = (kind?: RegionDefect['kind']): number | null => {
    const own = regions.filter((row) => kind === undefined || row.kind === kind);
    return own.length === 0 ? null : own.reduce((sum, { defect }) => sum + defect, 0) / own.length;
  };
  return {
    isExhaustive,
    regions,
    outOfReach: rows.length - reached.length,
    mean: meanOf(),
    greatest: regions.length === 0 ? null : regions.reduce((most, { defect }) => Math.max(most, defect), 0),
    blocks: meanOf('block'),
    random: meanOf('random'),
  };
}

/** All regions but the empty one and the whole. */
function properRegions(n: number): readonly Pick<RegionDefect, 'kind' | 'sites'>[] {
  return Array.from({ length: 2 ** n - 2 }, (_, k) => ({
    kind: 'any',
    sites: Array.from({ length: n }, (__, site) => site).filter((site) => ((k + 1) >> site) & 1),
  }));
}

function defectOf(
  kind: RegionDefect['kind'],
  sites: readonly number[],
  entropy: Nats | null,
  information: readonly (readonly Nats[])[],
): RegionDefect | null {
  if (entropy === null) return null;
  const inside = new Set(sites);
  let sum = 0;
  for (const p of sites) for (let q = 0; q < information.length; q++) if (!inside.has(q)) sum += information[p]![q]!;
  const pairs = sum / 2;
  const greater = Math.max(entropy, pairs);
  return { kind, sites, entropy, pairs, defect: greater > ROUNDING ? Math.abs(entropy - pairs) / greater : 0 };
}
