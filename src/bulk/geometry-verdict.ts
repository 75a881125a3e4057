/** @file Has a state a geometry? Numbers first, then the class that they decide. */

import { DomainError } from '../errors.ts';
import { randomStream } from '../linalg/random.ts';
import { chain, type Lattice } from '../operator/lattice.ts';
import { informationTable } from '../state/mutual-information.ts';
import { typicalEntropy } from '../state/page-entropy.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { type EntanglementGeometry, entanglementGeometry } from './entanglement-geometry.ts';
import { type RedundancyDefect, redundancyDefect } from './redundancy-defect.ts';
import {
  type BlockEntropy,
  growingBlocks,
  type KnownRegion,
  type LawPrediction,
  lawPredictions,
  type RegionLaw,
  type RegionTerms,
  regionTerms,
} from './region-laws.ts';
import { checkSites, entropyWithin, nearestSites, type SampledRegion, sampledRegions } from './sampled-regions.ts';

/** What kind of space the entropies of a state speak of. */
export type GeometryClass = 'disconnected' | RegionLaw;

/** How a state is asked. */
export interface GeometryVerdictOptions {
  /** Where the sites are neighbours; default the open chain. */
  readonly lattice?: Lattice;
  /** Where the sites are known to be, against which the points are held. */
  readonly layout?: readonly (readonly number[])[];
  /** Axes of the points; default 2. */
  readonly dimension?: number;
  /** Pairs of a block and a random set; default 60. */
  readonly pairs?: number;
  /** Most sites for which the redundancy defect takes all regions; default 10. */
  readonly exhaustive?: number;
  readonly seed?: number;
}

/** Entropies of blocks against those of random sets of the same sizes. */
export interface Locality {
  /** 1 − mean S(block)/mean S(random set): 0 if it does not matter which sites are neighbours. */
  readonly saving: number;
  /** Probability of a saving as large if blocks and sets were alike: signs of the differences dealt out at random. */
  readonly probability: number;
}

/** Whether a state has a geometry. */
export interface GeometryVerdict {
  /** Null where there is no reach to decide. */
  readonly class: GeometryClass | null;
  /** The class in words, with what the other numbers say. */
  readonly reading: string;
  readonly isPure: boolean;
  /** S of half of the sites over Page's mean, the greater of both ends; null if out of reach, or for bosons. */
  readonly pageRatio: number | null;
  readonly blocks: readonly BlockEntropy[];
  /** The laws of growth, the best first. */
  readonly laws: readonly LawPrediction[];
  readonly terms: RegionTerms | null;
  readonly locality: Locality | null;
  /** Null without mutual information. */
  readonly redundancy: RedundancyDefect | null;
  readonly geometry: EntanglementGeometry | null;
}

/** Entropies below this are rounding. */
const ROUNDING = 1e-9;
/** Level at which an effect is called one. */
const LEVEL = 0.01;
/** Resampled signs. */
const RESAMPLES = 2000;

/**
 * Whether the entropies and pairs of a state speak of a space.
 *
 * - *disconnected*: the sites fall into parts that share no information, each with S = 0 if the state is pure;
 * - *volume law*, *critical*, *area law*: the law of growth that foretells the larger blocks best (`lawPredictions`).
 *
 * Beside the class stand the ratio to Page's entropy, the four terms by non-negative least squares (`regionTerms`), the
 * defect of redundancy (`redundancyDefect`), the embedding with its control (`entanglementGeometry`), and whether blocks
 * have less entropy than random sets of the same size, without which no lattice is special. Pair information is blind to
 * perfect and cluster states; their class comes from entropies of regions.
 *
 * @param entropies - of any state: `regionEntropies`, `entropiesOfGaussian`, `entropiesOfStabilisers` …
 * @throws {DomainError} fewer than eight sites, a lattice of other sites
 * @throws {ShapeError | DomainError} as `entanglementGeometry`
 *
 * Dense states of 14 sites, Gaussian ones of 500, stabiliser states of 1000 take seconds.
 *
 * @see Page, Phys. Rev. Lett. 71, 1291 (1993); Cao, Carroll & Michalakis, Phys. Rev. D 95, 024031 (2017)
 */
export function geometryVerdict(entropies: RegionEntropies, options: GeometryVerdictOptions = {}): GeometryVerdict {
  const n = entropies.boundary;
  const { lattice = chain(n), pairs = 60, exhaustive = 10, seed = 1 } = options;
  if (n < 8) throw new DomainError(`geometryVerdict: at least eight sites required, got ${n}`);
  checkSites('geometryVerdict', entropies, lattice);
  const total = entropyWithin(entropies, [...Array(n).keys()]);
  const isPure = total !== null && total <= ROUNDING * n;
  const information = informationTable(entropies);
  const hasPairs = information.length === n;
  const areFinite = entropies.capacities.every(Number.isFinite);
  const limits = areFinite ? { capacities: entropies.capacities } : {};
  const geometry = hasPairs ? entanglementGeometry(information, { ...options, ...limits }) : null;
  const sampled = sampledRegions(lattice, pairs, seed).flatMap((region) => {
    const entropy = entropyWithin(entropies, region.sites);
    return entropy === null ? [] : [{ ...region, entropy }];
  });
  const blocks = growingBlocks(entropies, lattice, isPure);
  const laws = lawPredictions(blocks, n);
  const half = [0, n - 1]
    .map((start) => entropyWithin(entropies, nearestSites(lattice, start).slice(0, Math.floor(n / 2))))
    .filter((entropy) => entropy !== null);
  const facts = {
    isPure,
    pageRatio:
      half.length === 0 || !areFinite ? null : Math.max(...half) / typicalEntropy(...halves(entropies.capacities)),
    blocks,
    laws,
    terms: sampled.length < 8 ? null : regionTerms(sampled, lattice, { isPure, seed }),
    locality: localityOf(sampled, seed),
    redundancy: hasPairs ? redundancyDefect(entropies, { lattice, exhaustive, pairs, seed }) : null,
    geometry,
  };
  const isDisconnected = geometry !== null && fallsApart(entropies, geometry.components, total);
  const found = isDisconnected ? 'disconnected' : (laws[0]?.law ?? null);
  return { class: found, reading: readingOf(found, facts), ...facts };
}

/** log of the dimensions of the first half of the sites, and of the second. */
function halves(capacities: readonly Nats[]): readonly [Nats, Nats] {
  const half = Math.floor(capacities.length / 2);
  const sum = (values: readonly Nats[]): Nats => values.reduce((all, x) => all + x, 0);
  return [sum(capacities.slice(0, half)), sum(capacities.slice(half))];
}

/** Whether the components share no information: Σ S(component) = S(all). */
function fallsApart(
  entropies: RegionEntropies,
  components: readonly (readonly number[])[],
  total: Nats | null,
): boolean {
  if (components.length < 2 || total === null) return false;
  let sum = 0;
  for (const component of components) {
    const own = entropyWithin(entropies, component);
    if (own === null) return false;
    sum += own;
  }
  return sum - total <= ROUNDING * entropies.boundary;
}

/** The first of each pair is a block, the second a random set; pairs of which one is out of reach are left out. */
function localityOf(sampled: readonly (SampledRegion & KnownRegion)[], seed: number): Locality | null {
  const pairs = sampled.flatMap((block, k) => {
    const set = sampled[k + 1];
    const isPair = block.kind === 'block' && set?.kind === 'random' && set.sites.length === block.sites.length;
    return isPair ? [[block.entropy, set.entropy] as const] : [];
  });
  const random = pairs.reduce((sum, [, value]) => sum + value, 0);
  if (!(random > 0)) return null;
  const differences = pairs.map(([block, set]) => set - block);
  const saved = differences.reduce((sum, x) => sum + x, 0);
  const { uniform } = randomStream(seed, 'signs of differences');
  let asLarge = 0;
  for (let k = 0; k < RESAMPLES; k++) {
    const sum = differences.reduce((all, x) => all + (uniform() < 0.5 ? x : -x), 0);
    if (sum >= saved - ROUNDING) asLarge++;
  }
  return { saving: saved / random, probability: (asLarge + 1) / (RESAMPLES + 1) };
}

function readingOf(
  found: GeometryClass | null,
  { locality, geometry, isPure }: Pick<GeometryVerdict, 'locality' | 'geometry' | 'isPure'>,
): string {
  if (found === null) return 'no class: too few regions are within reach, or none has entropy';
  if (found === 'disconnected') return `disconnected: ${geometry!.components.length} parts that share no information`;
  const isLocal = locality !== null && locality.probability <= LEVEL;
  // A mixture has entropy in every site; pairs can still be near or far.
  if (found === 'volume law' && (isPure || !isLocal)) return 'volume law, no low-dimensional geometry found';
  if (!isLocal) return `${found} in blocks, and in random sets of sites alike: no site is nearer than another`;
  const { shape = null, shuffled = null, infiniteShare = 1 } = geometry ?? {};
  if (shape === null) return `${found}, unseen by pairs: ${Math.round(100 * infiniteShare)} % of them share nothing`;
  const better = shuffled === null || shape.embedding.stress < shuffled.embedding.stress;
  const dimension = `${shape.gapDimension} dimension${shape.gapDimension === 1 ? '' : 's'} by the gap of the spectrum`;
  const name = found === 'volume law' ? 'volume law of a mixed state' : found;
  return better ? `${name}, ${dimension}` : `${name}, pairs embedded no better than shuffled ones`;
}
