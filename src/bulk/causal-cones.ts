/** @file Causal structure of circuits and isometric networks: what a boundary region can depend on. */

import type { Leg } from '../contraction/contraction-graph.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { tensorNetworkOf } from '../generative/generative-network.ts';
import { outputsOf } from '../network/node-outputs.ts';
import type { NetworkNode } from '../network/tensor-network.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { bulkGraph } from './bulk-graph.ts';

/** The past of a boundary region. */
export interface CausalCone {
  /** Nodes on which the region's state can depend, by id; all others cancel against their conjugates. */
  readonly nodes: readonly string[];
  /** Number of legs that the cone cuts below each depth 1, 2, …: its width on the way into the bulk. */
  readonly widths: readonly number[];
}

/**
 * Past causal cone of a region of the boundary: starting from the region's legs, every node one of whose outputs is in
 * the cone belongs to it with all its inputs. Gates and isometries outside obey W†W = 1 and leave the region's state
 * unchanged.
 *
 * @param region - sites of the boundary
 * @throws {DomainError} a site that does not exist or occurs twice, or a free tensor: it has no direction in time
 *
 * Cost O(legs).
 *
 * @see Evenbly & Vidal, Phys. Rev. B 79, 144108 (2009)
 */
export function causalCone(network: GenerativeNetwork, region: readonly number[]): CausalCone {
  const tensors = tensorNetworkOf(network);
  complementOf(region, tensors.boundary.length);
  const makers = new Map<Leg, NetworkNode>();
  for (const node of tensors.nodes) for (const leg of outputsOf(node, tensors)) makers.set(leg, node);
  const inside = new Set<string>();
  const legs = region.map((site) => tensors.boundary[site]!);
  for (const leg of legs) {
    const node = makers.get(leg);
    if (node === undefined || inside.has(node.id)) continue;
    inside.add(node.id);
    const outputs = new Set(outputsOf(node, tensors));
    legs.push(...node.legs.filter((own) => !outputs.has(own)));
  }
  const depth = new Map(bulkGraph(network).nodes.map((node) => [node.id, node.depth]));
  const deepest = Math.max(0, ...depth.values());
  const wanted = new Set(legs);
  const users = new Map<Leg, number>(tensors.boundary.map((leg) => [leg, 0]));
  for (const node of tensors.nodes) {
    const outputs = new Set(outputsOf(node, tensors));
    for (const leg of node.legs) if (!outputs.has(leg)) users.set(leg, depth.get(node.id)!);
  }
  const widths = Array.from({ length: deepest }, (_, d) => {
    // A leg crosses the level between depths d and d + 1 if it is used at d or above and made below.
    return [...wanted].filter((leg) => {
      const made = makers.get(leg);
      return users.get(leg)! <= d && (made === undefined ? deepest + 1 : depth.get(made.id)!) > d;
    }).length;
  });
  return { nodes: [...inside], widths };
}

/**
 * Causal wedge of a region: the nodes that act on nothing else, outside the past of the rest of the boundary. What
 * happens there can be undone from the region alone.
 */
export function causalWedge(network: GenerativeNetwork, region: readonly number[]): readonly string[] {
  const tensors = tensorNetworkOf(network);
  const rest = complementOf(region, tensors.boundary.length);
  const seen = new Set(causalCone(network, rest).nodes);
  return tensors.nodes.map(({ id }) => id).filter((id) => !seen.has(id));
}
