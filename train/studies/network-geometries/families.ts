/** @file Distances and minimal cuts in the families of networks, and entropies of random states on them. */

import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { type GrowthFit, growthFit } from '../../../src/geometry/distance-fit.ts';
import { chainGraph, gridGraph, meraGraph, treeGraph } from '../../../src/geometry/graph-families.ts';
import { hopGraph, siteHops } from '../../../src/geometry/hop-distances.ts';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { normalised } from '../../../src/linalg/vector.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import { networkOfGraph } from '../../../src/systems/random-network/network-of-graph.ts';
import type { PartStep } from '../../study.ts';

export const FAMILIES = ['open chain', 'ring', 'tree', 'MERA of finite range', 'MERA'] as const;
export type Family = (typeof FAMILIES)[number];

/** The graph of a family on 3^levels sites. */
export function familyGraph(family: Family, levels: number, shallow: number): CapacityGraph {
  const sites = 3 ** levels;
  switch (family) {
    case 'open chain':
      return chainGraph(sites);
    case 'ring':
      return chainGraph(sites, { ring: true });
    case 'tree':
      return treeGraph(sites, { branching: 3 });
    case 'MERA of finite range':
      return meraGraph({ sites, branching: 3, levels: shallow });
    case 'MERA':
      return meraGraph({ sites, branching: 3 });
  }
}

/** What depends on the distance between two sites, or on the length of an interval. */
export interface Curve {
  readonly at: readonly number[];
  readonly values: readonly number[];
  readonly law: GrowthFit;
}

const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** About `count` whole numbers from `from` to `to`, at equal steps of their logarithm. */
export function octaves(from: number, to: number, count: number): readonly number[] {
  const steps = Array.from({ length: count }, (_, k) => Math.round(from * (to / from) ** (k / (count - 1))));
  return [...new Set(steps)];
}

/** D(r): number of bonds between sites r apart, averaged over `starts` first sites. */
export function meanHops(graph: CapacityGraph, at: readonly number[], starts = 48): Curve {
  const hops = hopGraph(graph);
  const sites = graph.boundary.length;
  const last = sites - Math.max(...at) - 1;
  const rows = Array.from({ length: starts }, (_, k) => {
    const start = Math.floor((k * last) / (starts - 1));
    const row = siteHops(hops, start);
    return at.map((r) => row[start + r]!);
  });
  const values = at.map((_, k) => mean(rows.map((row) => row[k]!)));
  return { at, values, law: growthFit(at, values) };
}

/** Steps of this fraction of the range visit it evenly, whatever its divisors. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/** The greatest number of bonds that cut off an interval of each length, over `starts` places. */
export function greatestCuts(graph: CapacityGraph, at: readonly number[], starts = 40): Curve {
  const sites = graph.boundary.length;
  const values = at.map((length) => {
    const areas = Array.from({ length: starts }, (_, k) => {
      const start = Math.floor(((k * GOLDEN) % 1) * (sites - length + 1));
      return minimalCut(graph, range(start, length)).area;
    });
    return Math.round(Math.max(...areas) / Math.LN2);
  });
  return { at, values, law: growthFit(at, values) };
}

export const range = (start: number, length: number): readonly number[] => Array.from({ length }, (_, k) => start + k);

/** D(3^k) − (2k + 1) in the ternary MERA of effective sites, and D − min_w(2w + r/3^w) with `shallow` levels: greatest. */
export function lawDefects(levels: number, shallow: number): { readonly powers: number; readonly finite: number } {
  const sites = 3 ** levels;
  const whole = siteHops(meraGraph({ sites, branching: 3, variant: 'sites' }), 0);
  const powers = Math.max(...range(0, levels).map((k) => Math.abs(whole[3 ** k]! - (2 * k + 1))));
  const part = siteHops(meraGraph({ sites, branching: 3, levels: shallow, variant: 'sites' }), 0);
  const multiples = range(1, Math.floor(sites / 2 / 3 ** shallow)).map((k) => k * 3 ** shallow);
  const law = (r: number): number => Math.min(...range(0, shallow + 1).map((w) => 2 * w + r / 3 ** w));
  return { powers, finite: Math.max(...multiples.map((r) => Math.abs(part[r]! - law(r)))) };
}

/** Squares of k × k tensors in the middle of a grid of 15 × 15, with sites that hold more than their four bonds. */
export function gridSquares(): readonly { readonly side: number; readonly cut: number }[] {
  const rows = 15;
  const graph = gridGraph(rows, rows, { bond: 2, site: 32 });
  return range(1, 7).map((side) => {
    const first = Math.floor((rows - side) / 2);
    const region = range(first, side).flatMap((row) => range(first, side).map((column) => row * rows + column));
    return { side, cut: Math.round(minimalCut(graph, region).area / Math.LN2) };
  });
}

/** Random states on small networks: the greatest S − cut over all intervals, and the mean of S/cut. */
export interface RandomStates {
  readonly family: Family;
  readonly sites: number;
  readonly excess: number;
  readonly share: number;
}

/** A state of random tensors on each family, of nine qubits. */
export function randomStates(seed: number): readonly RandomStates[] {
  return FAMILIES.map((family): RandomStates => {
    const graph = familyGraph(family, 2, 1);
    const network = networkOfGraph(graph);
    const { normal } = randomStream(seed, `random state on ${family}`);
    const theta = Float64Array.from({ length: network.parameters }, () => normal());
    const sites = graph.boundary.length;
    const { entropy } = entropiesOfState(normalised(networkState(network, theta)), new Array(sites).fill(2));
    const rows = range(0, sites).flatMap((start) =>
      range(1, sites - start).flatMap((length) => {
        if (length === sites) return [];
        const region = range(start, length);
        return [[entropy(region), minimalCut(graph, region).area] as const];
      }),
    );
    return {
      family,
      sites,
      excess: Math.max(...rows.map(([S, cut]) => S - cut)),
      share: mean(rows.map(([S, cut]) => S / cut)),
    };
  });
}

/** A family of networks: distances and cuts. */
export interface FamilyGeometry {
  readonly family: Family;
  readonly hops: Curve;
  readonly cuts: Curve;
}

/** First distance and length that the fits use. */
export const FIRST = 4;

/** All families on 3^levels sites. */
export function* familyGeometries(levels: number, shallow: number): Generator<PartStep, readonly FamilyGeometry[]> {
  const farthest = 3 ** levels / 3.6;
  const families: FamilyGeometry[] = [];
  for (const family of FAMILIES) {
    yield { message: family, progress: families.length / FAMILIES.length };
    const graph = familyGraph(family, levels, shallow);
    families.push({
      family,
      hops: meanHops(graph, octaves(FIRST, farthest, 16)),
      cuts: greatestCuts(graph, octaves(FIRST, farthest, 10)),
    });
  }
  return families;
}
