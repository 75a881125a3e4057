/** @file Wedges of many regions of a code, and the laws that they obey. */

import { causalWedge } from '../../../src/bulk/causal-cones.ts';
import { regionRecoverability } from '../../../src/bulk/recoverability.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { entropiesOfNetwork } from '../../../src/network/network-entropies.ts';
import { complementOf } from '../../../src/state/reduced-density-matrix.ts';
import { entanglementWedge, tensorsOfInputs } from '../../../src/systems/holography/entanglement-wedge.ts';
import { greedyWedge } from '../../../src/systems/holography/greedy-wedge.ts';
import { ryuTakayanagi } from '../../../src/systems/holography/ryu-takayanagi.ts';
import type { PartStep } from '../../study.ts';
import type { PentagonCode } from '../pentagon-code.ts';

/** Everything about one region; wedges by the ids of tiles. */
export interface RegionWedges {
  readonly region: readonly number[];
  readonly causal: readonly string[];
  readonly greedy: readonly string[];
  readonly exact: readonly string[];
  /** The greatest wedge of a minimal cut, its legs, and area + bulk term − entropy. */
  readonly farthest: readonly string[];
  readonly deficit: number;
  /** Tiles that the region and the rest both recover, that neither does, and what of the exact wedge leaks as a whole. */
  readonly cloned: number;
  readonly lost: number;
  readonly leaked: number;
}

export function wedgesOf({ graph, entropies, isometric }: PentagonCode, region: readonly number[]): RegionWedges {
  const { boundary } = entropies;
  const inputs = entanglementWedge(entropies, region);
  const exact = tensorsOfInputs(graph, inputs);
  const rest = new Set(entanglementWedge(entropies, complementOf(region, boundary)));
  const references = inputs.map((input) => boundary + input);
  const [holographic] = ryuTakayanagi(entropies, graph, [region]).regions;
  return {
    region,
    causal: causalWedge(isometric.network, region),
    greedy: greedyWedge(graph, region),
    exact,
    farthest: holographic!.farthest,
    deficit: holographic!.deficit,
    cloned: inputs.filter((input) => rest.has(input)).length,
    lost: entropies.references - inputs.length - rest.size,
    leaked: inputs.length === 0 ? 0 : regionRecoverability(entropies, references, region).leaked,
  };
}

/** Arcs of all lengths, at equal steps through the list of all of them. */
export function* arcWedges(code: PentagonCode, count: number): Generator<PartStep, readonly RegionWedges[]> {
  const n = code.entropies.boundary;
  const all = n * (n - 1);
  const step = Math.max(1, all / count);
  const found: RegionWedges[] = [];
  for (let at = 0; at < all; at += step) {
    const [start, length] = [Math.floor(at) % n, 1 + Math.floor(at / n)];
    found.push(wedgesOf(code, arc(n, start, length)));
    if (found.length % 50 === 0) yield { message: `${found.length} arcs`, progress: at / all };
  }
  return found;
}

/** Regions of scattered sites, of all sizes; each is followed by one that contains it. */
export function* scatteredWedges(
  code: PentagonCode,
  count: number,
  seed: number,
): Generator<PartStep, readonly (readonly [RegionWedges, RegionWedges])[]> {
  const n = code.entropies.boundary;
  const stream = randomStream(seed, 'scattered regions');
  const found: (readonly [RegionWedges, RegionWedges])[] = [];
  for (let k = 0; k < count; k++) {
    const order = shuffled(n, stream);
    const size = 1 + Math.floor((n - 2) * ((k + 0.5) / count));
    const more = size + 1 + Math.floor(stream.uniform() * Math.min(5, n - size - 1));
    found.push([wedgesOf(code, order.slice(0, size)), wedgesOf(code, order.slice(0, more))]);
    if (k % 50 === 49) yield { message: `${k + 1} scattered regions`, progress: (k + 1) / count };
  }
  return found;
}

/** Two arcs that recover more together than each for itself. */
export interface TwoArcs {
  readonly arcs: readonly [readonly number[], readonly number[]];
  readonly separate: readonly string[];
  readonly joint: readonly string[];
}

/** How many pairs of arcs of one length recover how many tiles apart and together, and the pair that gains most. */
export interface ArcPairs {
  readonly pairs: number;
  readonly gaining: readonly { readonly apart: number; readonly together: number; readonly pairs: number }[];
  readonly best: TwoArcs;
}

/** All pairs of arcs of one length, by the greedy wedge; the best pair then exactly. */
export function arcPairs(code: PentagonCode): ArcPairs {
  const n = code.entropies.boundary;
  const counts = new Map<string, number>();
  let pairs = 0;
  let best: { readonly a: readonly number[]; readonly b: readonly number[]; readonly gain: number } | undefined;
  for (let length = 1; length < n / 2; length++) {
    for (let start = 0; start < n; start++) {
      for (let gap = 1; gap <= (n - 2 * length) / 2; gap++) {
        const [a, b] = [arc(n, start, length), arc(n, start + length + gap, length)];
        const apart = new Set([...greedyWedge(code.graph, a), ...greedyWedge(code.graph, b)]).size;
        const together = greedyWedge(code.graph, [...a, ...b]).length;
        pairs++;
        if (together === apart) continue;
        const key = `${apart} ${together}`;
        counts.set(key, (counts.get(key) ?? 0) + 1);
        if (together - apart > (best?.gain ?? 0)) best = { a, b, gain: together - apart };
      }
    }
  }
  const { a, b } = best ?? { a: arc(n, 0, 1), b: arc(n, 2, 1) };
  const exact = (region: readonly number[]) => tensorsOfInputs(code.graph, entanglementWedge(code.entropies, region));
  const gaining = [...counts].map(([key, number]) => {
    const [apart, together] = key.split(' ').map(Number) as [number, number];
    return { apart, together, pairs: number };
  });
  return {
    pairs,
    gaining: gaining.sort((x, y) => y.together - y.apart - x.together + x.apart || y.pairs - x.pairs),
    best: { arcs: [a, b], separate: [...new Set([...exact(a), ...exact(b)])], joint: exact([...a, ...b]) },
  };
}

/** The greatest difference between entropies by ranks and by contraction of the isometries, over some small regions. */
export function greatestDifference({ entropies, isometric }: PentagonCode, seed: number): number {
  const contracted = entropiesOfNetwork(isometric.network, isometric.theta);
  const stream = randomStream(seed, 'compared regions');
  const sites = entropies.boundary + entropies.references;
  const regions = Array.from({ length: 20 }, (_, k) => shuffled(sites, stream).slice(0, 1 + (k % 4)));
  return Math.max(...regions.map((region) => Math.abs(entropies.entropy(region) - contracted.entropy(region))));
}

function arc(n: number, start: number, length: number): readonly number[] {
  return Array.from({ length }, (_, k) => (start + k) % n);
}

function shuffled(n: number, stream: RandomStream): readonly number[] {
  const order = [...Array(n).keys()];
  for (let k = n - 1; k > 0; k--) {
    const other = Math.floor(stream.uniform() * (k + 1));
    [order[k], order[other]] = [order[other]!, order[k]!];
  }
  return order;
}
