/** @file Regions of a lattice to ask for their entropies: blocks, and as many random sets of the same sizes. */

import { DomainError } from '../errors.ts';
import { randomStream } from '../linalg/random.ts';
import { distances, type Lattice } from '../operator/lattice.ts';
import type { RegionEntropies } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';

/** A region, and how it was chosen. */
export interface SampledRegion {
  readonly kind: 'block' | 'random';
  /** Ascending. */
  readonly sites: readonly number[];
}

/**
 * Pairs of a block and a random set of as many sites, of sizes uniform in 1 … sites/2. A block has the sites nearest to
 * a random one on the lattice.
 *
 * @param pairs - how many
 * @returns block, set, block, set, …
 */
export function sampledRegions(lattice: Lattice, pairs: number, seed: number): readonly SampledRegion[] {
  const { integer } = randomStream(seed, 'sampled regions');
  return Array.from({ length: pairs }, () => {
    const size = 1 + integer(Math.max(1, Math.floor(lattice.sites / 2)));
    const block = nearestSites(lattice, integer(lattice.sites)).slice(0, size);
    const order = Array.from({ length: lattice.sites }, (_, site) => site);
    for (let k = 0; k < size; k++) {
      const other = k + integer(order.length - k);
      [order[k], order[other]] = [order[other]!, order[k]!];
    }
    const set = order.slice(0, size);
    return [
      { kind: 'block' as const, sites: block.toSorted((a, b) => a - b) },
      { kind: 'random' as const, sites: set.toSorted((a, b) => a - b) },
    ];
  }).flat();
}

/** All sites, those nearest to one first; equally near ones by their number. */
export function nearestSites(lattice: Lattice, centre: number): readonly number[] {
  const far = distances(lattice)[centre]!;
  return far.map((_, site) => site).sort((a, b) => (far[a]! === far[b]! ? a - b : far[a]! - far[b]!));
}

/** Number of edges between a region and the rest, and the sizes of its connected parts. */
export interface RegionShape {
  readonly boundary: number;
  readonly parts: readonly { readonly size: number; readonly boundary: number }[];
}

/** Boundary and connected parts of a region of a lattice. O(sites + edges). */
export function regionShape({ sites, edges }: Lattice, region: readonly number[]): RegionShape {
  const root = new Int32Array(sites).fill(-1);
  for (const site of region) root[site] = site;
  const find = (site: number): number => {
    let at = site;
    while (root[at] !== at) at = root[at]!;
    root[site] = at;
    return at;
  };
  for (const [a, b] of edges) if (root[a]! >= 0 && root[b]! >= 0) root[find(a)] = find(b);
  const parts = new Map<number, { size: number; boundary: number }>();
  for (const site of region) {
    const part = parts.get(find(site)) ?? { size: 0, boundary: 0 };
    parts.set(find(site), { ...part, size: part.size + 1 });
  }
  for (const [a, b] of edges) {
    if (root[a]! >= 0 === root[b]! >= 0) continue;
    const at = find(root[a]! >= 0 ? a : b);
    const part = parts.get(at)!;
    parts.set(at, { ...part, boundary: part.boundary + 1 });
  }
  const all = [...parts.values()];
  return { boundary: all.reduce((sum, { boundary }) => sum + boundary, 0), parts: all };
}

/** S(A), or null where the region is out of reach of the state's kind. */
export function entropyWithin({ entropy }: RegionEntropies, region: readonly number[]): Nats | null {
  try {
    return entropy(region);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** @throws {DomainError} a lattice of other sites than the boundary */
export function checkSites(caller: string, { boundary }: RegionEntropies, { sites }: Lattice): void {
  if (sites !== boundary) throw new DomainError(`${caller}: a lattice of ${boundary} sites required, got ${sites}`);
}
