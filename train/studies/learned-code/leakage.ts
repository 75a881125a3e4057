/** @file What leaks out of a network when sites are erased, leg by leg, and what no network of its graph can hold. */

import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { regionRecoverability } from '../../../src/bulk/recoverability.ts';
import type { Leg } from '../../../src/contraction/contraction-graph.ts';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { maximalFlow } from '../../../src/geometry/maximal-flow.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { complementOf } from '../../../src/state/reduced-density-matrix.ts';
import { cutEntropies, cutNetwork } from '../../../src/systems/holography/network-recoverability.ts';
import type { CodeNetwork } from './code-networks.ts';

/** Leaked share I(R:E)/2S(R) of what enters at one leg, for one erasure. */
export interface Leak {
  readonly depth: number;
  readonly erased: number;
  readonly share: number;
}

/** All intervals of up to `most` sites. */
export function erasures(sites: number, most: number): readonly (readonly number[])[] {
  return Array.from({ length: most }, (_, k) => k + 1).flatMap((length) =>
    Array.from({ length: sites - length + 1 }, (_, start) => Array.from({ length }, (_, k) => start + k)),
  );
}

/** Leaks of all legs and erasures of a network at one point. */
export function leaksOf(
  { tensors, legs }: Pick<CodeNetwork, 'tensors' | 'legs'>,
  theta: Float64Array,
  lost: readonly (readonly number[])[],
): readonly Leak[] {
  return legs.flatMap(({ leg, depth }) => {
    const { entropies, references } = cutEntropies(cutNetwork(tensors, theta, [leg]));
    return lost.map((sites) => {
      const region = complementOf(sites, tensors.boundary.length);
      return { depth, erased: sites.length, share: 1 - regionRecoverability(entropies, references, region).share };
    });
  });
}

/**
 * What the graph alone says about the leaks: the least that any tensors on it must leak, since I(R:A) ≤ 2·cut between R
 * and A, and the leak of random tensors of very large dimension, for which all entropies are minimal cuts.
 */
export interface GraphLeak {
  readonly least: number;
  readonly large: number;
}

export function graphLeaksOf(
  { tensors, legs }: CodeNetwork,
  lost: readonly (readonly number[])[],
): readonly GraphLeak[] {
  const theta = new Float64Array(tensors.parameters);
  return legs.flatMap(({ leg }) => {
    const { network } = cutNetwork(tensors, theta, [leg]);
    const graph = bulkGraph(network);
    const R = network.bulk.at(-1)!;
    const capacity = Math.log(network.dimensions[R]!);
    return lost.map((sites) => {
      const kept = complementOf(sites, network.boundary.length).map((site) => network.boundary[site]!);
      const cut = (legsInside: readonly Leg[]): number => maximalFlow(graph, new Set(legsInside)).total;
      const large = cut([R]) + cut([...kept, R]) - cut(kept);
      return { least: 1 - Math.min(1, flowBetween(network, graph, R, kept) / capacity), large: large / (2 * capacity) };
    });
  });
}

/** The minimal cut between a reference and a region, all other open legs on whichever side is better. */
function flowBetween(network: TensorNetwork, graph: CapacityGraph, reference: Leg, kept: readonly Leg[]): number {
  const ends = new Set([reference, ...kept]);
  const edges = graph.edges.filter(({ leg, to }) => to !== null || ends.has(leg));
  return maximalFlow({ ...graph, edges, boundary: network.boundary }, new Set([reference])).total;
}

export const mean = (values: readonly number[]): number => values.reduce((sum, x) => sum + x, 0) / values.length;

/** Standard deviation of a sample. */
export function deviation(values: readonly number[]): number {
  const centre = mean(values);
  return Math.sqrt(values.reduce((sum, x) => sum + (x - centre) ** 2, 0) / (values.length - 1));
}

/** Means by a key of the leaks, in its order. */
export function meansBy(leaks: readonly Leak[], key: 'depth' | 'erased'): readonly (readonly [number, number])[] {
  const values = [...new Set(leaks.map((leak) => leak[key]))].sort((a, b) => a - b);
  return values.map((value) => [value, mean(leaks.filter((leak) => leak[key] === value).map(({ share }) => share))]);
}
