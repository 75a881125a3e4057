/**
 * @file Entropies of regions: the one door from a state, however it is given, to every question of geometry. Mutual
 * information, Ryu–Takayanagi tables, recovery and embeddings read nothing else.
 */

import { DomainError } from '../errors.ts';
import type { Nats } from '../units.ts';
import { type EntropyOptions, entanglementEntropy } from './entropy.ts';
import { checkState, complementOf, type State } from './reduced-density-matrix.ts';

/** Entropy of the region of `length` sites from `start` on. */
export interface RegionEntropy {
  readonly start: number;
  readonly length: number;
  readonly entropy: Nats;
}

/**
 * The entropies of all regions of a state. Sites are numbered from 0: first the boundary, then the references, each of
 * which purifies a logical input. An environment has no number; it is traced out.
 */
export interface RegionEntropies {
  /** Sites 0 … boundary − 1. */
  readonly boundary: number;
  /** Sites boundary … boundary + references − 1. */
  readonly references: number;
  /** log of the dimension of each site, references included: the most entropy that it can have. */
  readonly capacities: readonly Nats[];
  readonly kind: 'exact' | `annealed-Rényi-${number}` | 'sampled';
  /**
   * S(A) of the sites of A, in any order; remembered.
   *
   * @throws {DomainError} a site that does not exist or occurs twice, or a region that is out of reach
   */
  readonly entropy: (sites: readonly number[]) => Nats;
  /** The contiguous regions of the boundary that are cheap to compute together; absent where all of them are. */
  readonly contiguous?: () => readonly RegionEntropy[];
  /**
   * I(a:b) between boundary sites, 2S(a) on the diagonal, where there is a better way than three entropies for each
   * pair; [] if it is out of reach.
   */
  readonly information?: () => readonly (readonly Nats[])[];
}

/** How a dense state is read. */
export interface StateEntropiesOptions extends EntropyOptions {
  /** How many of the sites, from the first on, are boundary; default all. */
  readonly boundary?: number;
  /** How many of the next sites are references; default 0. Sites behind them are environment. */
  readonly references?: number;
}

/**
 * Entropies of regions of a dense state.
 *
 * @param state - vector of shape (D,) or density matrix of shape (D, D), D = Π dimensions
 * @param dimensions - dimension of each site: boundary, references, environment
 * @throws {ShapeError} the dimensions do not multiply to D
 * @throws {DomainError} more boundary sites and references than sites
 *
 * Cost of one region: that of `entanglementEntropy`, O(D·D_A + D_A³) for the smaller side A of a vector.
 */
export function entropiesOfState(
  state: State,
  dimensions: readonly number[],
  { boundary = dimensions.length, references = 0, ...options }: StateEntropiesOptions = {},
): RegionEntropies {
  checkState(state, dimensions);
  const sites = boundary + references;
  if (!(boundary >= 0 && references >= 0 && sites <= dimensions.length)) {
    throw new DomainError(`entropiesOfState: at most ${dimensions.length} sites possible, got ${sites}`);
  }
  const unit = Math.log(options.base ?? Math.E);
  return {
    boundary,
    references,
    capacities: dimensions.slice(0, sites).map((dimension) => Math.log(dimension) / unit),
    kind: 'exact',
    entropy: rememberedEntropy(sites, (region) => entanglementEntropy(state, dimensions, region, options)),
  };
}

/**
 * An entropy as `RegionEntropies` requires it: of checked regions in ascending order, each computed once.
 *
 * @param sites - number of sites
 * @param entropyOf - S of an ascending region
 */
export function rememberedEntropy(
  sites: number,
  entropyOf: (region: readonly number[]) => Nats,
): RegionEntropies['entropy'] {
  const known = new Map<string, Nats>();
  return (region) => {
    complementOf(region, sites);
    const ascending = region.toSorted((a, b) => a - b);
    const key = ascending.join();
    const value = region.length === 0 ? 0 : (known.get(key) ?? entropyOf(ascending));
    known.set(key, value);
    return value;
  };
}

/** The sites of a contiguous region, ascending. */
export function sitesOf({ start, length }: Pick<RegionEntropy, 'start' | 'length'>): readonly number[] {
  return Array.from({ length }, (_, k) => start + k);
}

/**
 * Entropies of the contiguous regions of the open chain of boundary sites, the whole left out: all n(n + 1)/2 − 1 of
 * them, or those within reach.
 */
export function contiguousEntropies(entropies: RegionEntropies): readonly RegionEntropy[] {
  if (entropies.contiguous !== undefined) return entropies.contiguous();
  const n = entropies.boundary;
  return Array.from({ length: n }, (_, start) => start).flatMap((start) =>
    Array.from({ length: n - start }, (_, k) => ({ start, length: k + 1 }))
      .filter(({ length }) => length < n)
      .map((region) => ({ ...region, entropy: entropies.entropy(sitesOf(region)) })),
  );
}
