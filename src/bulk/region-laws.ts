/** @file How do the entropies of regions grow: with their volume, their boundary, or the logarithm of their size? */

import { nonNegativeLeastSquares } from '../linalg/non-negative-least-squares.ts';
import { randomStream } from '../linalg/random.ts';
import type { Lattice } from '../operator/lattice.ts';
import { typicalEntropy } from '../state/page-entropy.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { entropyWithin, nearestSites, regionShape } from './sampled-regions.ts';

/** A law of growth. */
export type RegionLaw = 'area law' | 'critical' | 'volume law';

/** A law fitted to small blocks, and how well it foretells the larger ones. */
export interface LawPrediction {
  readonly law: RegionLaw;
  /** Root mean square of the error on the larger blocks, relative to the mean of their entropies. */
  readonly error: number;
}

/** Two blocks of neighbouring sizes, as the laws see them: means, in which odd and even sizes cancel. */
export interface BlockEntropy {
  /** k + ½ for blocks of k and k + 1 sites. */
  readonly size: number;
  readonly boundary: number;
  /** What a law of volume is in proportion to: Page's mean entropy in a pure state, the number of sites in a mixed one. */
  readonly volume: number;
  readonly entropy: Nats;
}

/** Most sizes of blocks that grow from a site. */
const MOST_SIZES = 24;

/**
 * Blocks that grow from the first and from the last site to half of the lattice: intervals from both ends of a chain.
 * Those out of reach are left out.
 */
export function growingBlocks(entropies: RegionEntropies, lattice: Lattice, isPure: boolean): readonly BlockEntropy[] {
  const capacity = entropies.capacities.reduce((sum, x) => sum + x, 0);
  const half = Math.floor(lattice.sites / 2);
  const count = Math.min(half, MOST_SIZES);
  const sizes = new Set(Array.from({ length: count }, (_, k) => Math.round(((k + 1) * half) / count)));
  return [0, lattice.sites - 1].flatMap((start) => {
    const order = nearestSites(lattice, start);
    const blockOf = (size: number) => {
      const region = order.slice(0, size);
      const entropy = entropyWithin(entropies, region);
      if (entropy === null) return null;
      const own = region.reduce((sum, site) => sum + entropies.capacities[site]!, 0);
      const volume = isPure && capacity < Infinity ? typicalEntropy(own, capacity - own) : size;
      return { boundary: regionShape(lattice, region).boundary, volume, entropy };
    };
    return [...sizes].flatMap((size) => {
      const [less, more] = [blockOf(size), blockOf(size + 1)];
      if (less === null || more === null) return [];
      const mean = (of: 'boundary' | 'volume' | 'entropy'): number => (less[of] + more[of]) / 2;
      return [{ size: size + 0.5, boundary: mean('boundary'), volume: mean('volume'), entropy: mean('entropy') }];
    });
  });
}

/** The chord of an arc of so many sites of a ring. */
const chord = (size: number, sites: number): number => (sites / Math.PI) * Math.sin((Math.PI * size) / sites);

/** What a law says of a block, as features whose coefficients are not negative. */
const FEATURES: Readonly<Record<RegionLaw, (block: BlockEntropy, sites: number) => number[]>> = {
  'area law': ({ boundary }) => [boundary],
  critical: ({ size, boundary }, sites) => [boundary, boundary * Math.log(chord(size, sites))],
  'volume law': ({ volume, boundary }) => [boundary, volume],
};

/**
 * Which law foretells: each is fitted to the blocks of at most a quarter of the sites,
 *
 *     S = a|∂A|,    S = |∂A|(a + b log ℓ),    S = a|∂A| + sV(A),    a, b, s ≥ 0, ℓ = (n/π) sin(π|A|/n),
 *
 * with V Page's entropy in pure states and |A| in mixed ones, and asked for those up to a half. A law with more coefficients fits better, but does not foretell better.
 *
 * @param sites - n
 * @returns the best first; [] for fewer than two small or large blocks, or large ones without entropy
 */
export function lawPredictions(blocks: readonly BlockEntropy[], sites: number): readonly LawPrediction[] {
  const small = blocks.filter(({ size }) => size <= Math.ceil(sites / 4) + 0.5);
  const large = blocks.filter(({ size }) => size > Math.ceil(sites / 4) + 0.5);
  const mean = large.reduce((sum, { entropy }) => sum + entropy, 0) / large.length;
  if (new Set(small.map(({ size }) => size)).size < 2 || !(mean > 0)) return [];
  const laws = Object.keys(FEATURES) as RegionLaw[];
  return laws
    .map((law) => {
      const { coefficients } = nonNegativeLeastSquares(
        small.map((block) => FEATURES[law](block, sites)),
        small.map(({ entropy }) => entropy),
      );
      const square = large.reduce((sum, block) => {
        const foretold = FEATURES[law](block, sites).reduce((own, x, k) => own + x * coefficients[k]!, 0);
        return sum + (foretold - block.entropy) ** 2;
      }, 0);
      return { law, error: Math.sqrt(square / large.length) / mean };
    })
    .sort((a, b) => a.error - b.error);
}

/** A coefficient with the spread that resampled regions give it, and its share of the entropies. */
export interface FittedTerm {
  readonly coefficient: number;
  readonly spread: number;
  readonly share: number;
  readonly shareSpread: number;
}

/** S(A) = s|A| + a|∂A| + (c/3) log ℓ + S₀. */
export interface RegionTerms {
  /** s. */
  readonly volume: FittedTerm;
  /** a. */
  readonly area: FittedTerm;
  /** c, in one dimension the central charge. */
  readonly logarithm: FittedTerm;
  /** S₀. */
  readonly constant: FittedTerm;
  /** Root mean square of the misfit, relative to the mean entropy. */
  readonly misfit: number;
}

/** A region with its entropy. */
export interface KnownRegion {
  readonly sites: readonly number[];
  readonly entropy: Nats;
}

/**
 * Non-negative least squares of the four terms over regions of any shape. log ℓ is summed over the connected parts of a
 * region, half as much for each edge of their boundary, so that (c/3) log ℓ belongs to an interval with two ends. |A| is
 * that of the smaller side if the whole state is pure.
 *
 * @param regions - at least four; several shapes and sizes, or terms cannot be told apart
 * @param resamples - bootstrap samples of the regions, for the spreads; default 200
 */
export function regionTerms(
  regions: readonly KnownRegion[],
  lattice: Lattice,
  {
    isPure,
    resamples = 200,
    seed = 1,
  }: { readonly isPure: boolean; readonly resamples?: number; readonly seed?: number },
): RegionTerms {
  const rows = regions.map(({ sites }) => termsOf(lattice, sites, isPure));
  const goal = regions.map(({ entropy }) => entropy);
  const whole = fitted(rows, goal);
  const { integer } = randomStream(seed, 'bootstrap of regions');
  const samples = Array.from({ length: resamples }, () => {
    const drawn = rows.map(() => integer(rows.length));
    return fitted(
      drawn.map((k) => rows[k]!),
      drawn.map((k) => goal[k]!),
    );
  });
  const term = (k: number): FittedTerm => ({
    coefficient: whole.coefficients[k]!,
    spread: deviation(samples.map(({ coefficients }) => coefficients[k]!)),
    share: whole.shares[k]!,
    shareSpread: deviation(samples.map(({ shares }) => shares[k]!)),
  });
  return { volume: term(0), area: term(1), logarithm: term(2), constant: term(3), misfit: whole.misfit };
}

function termsOf(lattice: Lattice, region: readonly number[], isPure: boolean): readonly number[] {
  const n = lattice.sites;
  const { boundary, parts } = regionShape(lattice, region);
  const logarithm = parts.reduce(
    (sum, part) => sum + (part.boundary === 0 ? 0 : (part.boundary / 2) * Math.log(chord(part.size, n))),
    0,
  );
  return [isPure ? Math.min(region.length, n - region.length) : region.length, boundary, logarithm / 3, 1];
}

function fitted(rows: readonly (readonly number[])[], goal: readonly number[]) {
  const { coefficients, misfit } = nonNegativeLeastSquares(rows, goal);
  const parts = coefficients.map((x, k) => x * rows.reduce((sum, row) => sum + row[k]!, 0));
  const total = parts.reduce((sum, x) => sum + x, 0);
  const mean = goal.reduce((sum, x) => sum + x, 0) / goal.length;
  return {
    coefficients,
    shares: parts.map((x) => (total > 0 ? x / total : 0)),
    misfit: mean > 0 ? Math.sqrt(misfit / goal.length) / mean : 0,
  };
}

function deviation(values: readonly number[]): number {
  const mean = values.reduce((sum, x) => sum + x, 0) / Math.max(1, values.length);
  return Math.sqrt(values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / Math.max(1, values.length - 1));
}
