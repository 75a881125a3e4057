/** @file How is the graph of the bulk curved, bond by bond? */

import type { CapacityGraph } from '../geometry/capacity-graph.ts';
import { ollivierRicci } from '../geometry/graph-curvature.ts';
import type { Noted } from '../noted.ts';

/** A bond between two tensors and its Ollivier–Ricci curvature. */
export interface BondCurvature {
  readonly from: string;
  readonly to: string;
  /** Mean depth of its two ends. */
  readonly depth: number;
  readonly curvature: number;
}

/** Most tensors; distances between all pairs of more would take longer than a second. */
const MOST_NODES = 300;

/**
 * Ollivier–Ricci curvature of the bonds of the bulk, all of length 1; tensors joined by several legs count as joined
 * once. The walk stays where it is with probability 1/2 and κ is divided by 1/2, which is the curvature of Lin, Lu &
 * Yau. Branching is negative, grids are flat, cliques and ends positive.
 *
 * @returns null for more than 300 tensors, with a note
 */
export function bulkCurvature(graph: Pick<CapacityGraph, 'nodes' | 'edges'>): Noted<readonly BondCurvature[] | null> {
  const tensors = graph.nodes.length;
  return tensors > MOST_NODES
    ? {
        value: null,
        notes: [`No curvature of the bulk: ${tensors} tensors, at most ${MOST_NODES} are transported.`],
      }
    : { value: curvatures(graph), notes: [] };
}

function curvatures({ nodes, edges }: Pick<CapacityGraph, 'nodes' | 'edges'>): readonly BondCurvature[] {
  const place = new Map(nodes.map(({ id }, index) => [id, index]));
  const bonds = new Map<string, readonly [number, number]>();
  for (const { from, to } of edges) {
    if (to === null || to === from) continue;
    const [a, b] = [place.get(from)!, place.get(to)!].sort((p, q) => p - q) as [number, number];
    bonds.set(`${a} ${b}`, [a, b]);
  }
  const pairs = [...bonds.values()];
  const lazy = ollivierRicci({ nodes: nodes.length, edges: pairs.map(([a, b]) => [a, b, 1]) }, 0.5);
  return pairs.map(([a, b], k) => ({
    from: nodes[a]!.id,
    to: nodes[b]!.id,
    depth: (nodes[a]!.depth + nodes[b]!.depth) / 2,
    curvature: 2 * lazy[k]!,
  }));
}
