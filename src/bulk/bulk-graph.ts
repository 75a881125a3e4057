/** @file A network as a graph in the bulk: its tensors as points below the boundary, its bonds as lines. */

import { byKind } from '../by-kind.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { type GenerativeNetwork, tensorNetworkOf } from '../generative/generative-network.ts';
import type { CapacityGraph, GraphEdge } from '../geometry/capacity-graph.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { support } from '../operator/pauli.ts';
import { ringPositions } from './ring-positions.ts';

/**
 * The graph of a generative network. Depth: for circuits the layer counted from the boundary, each gate as near to it
 * as the later gates allow; otherwise the number of legs on the shortest way from the boundary. Site: the mean of the
 * sites on which a gate acts, or of what the node is attached to; where bonds close the boundary into a ring, the mean
 * on the ring, in [−½, n − ½).
 */
export function bulkGraph(network: GenerativeNetwork): CapacityGraph {
  const tensors = tensorNetworkOf(network);
  const owners = new Map<Leg, number[]>();
  tensors.nodes.forEach(({ legs }, index) => {
    for (const leg of legs) owners.set(leg, [...(owners.get(leg) ?? []), index]);
  });
  const edges = [...owners].map(
    ([leg, [from, to]]): GraphEdge => ({
      leg,
      from: tensors.nodes[from!]!.id,
      to: to === undefined ? null : tensors.nodes[to]!.id,
      capacity: Math.log(tensors.dimensions[leg]!),
    }),
  );
  const { depth, site } = placesOf(network, tensors, owners, edges);
  const nodes = tensors.nodes.map(({ id }, index) => ({ id, site: site[index]!, depth: depth[index]! }));
  return { nodes, edges, boundary: tensors.boundary, references: tensors.bulk };
}

type Owners = ReadonlyMap<Leg, readonly number[]>;

interface Places {
  readonly depth: readonly number[];
  readonly site: readonly number[];
}

/** Where the nodes of the network's tensors lie. */
const placesOf = byKind<
  GenerativeNetwork,
  [tensors: TensorNetwork, owners: Owners, edges: readonly GraphEdge[]],
  Places
>({
  circuit: ({ qubits, gates }, tensors) => {
    const places = gates.map(({ word }) => support(word));
    return { depth: circuitDepths(tensors), site: circuitSites(qubits, places, tensors) };
  },
  'block-circuit': ({ qubits, gates }, tensors) => {
    const places = gates.map(({ sites }) => sites);
    return { depth: circuitDepths(tensors), site: circuitSites(qubits, places, tensors) };
  },
  network: (network, _, owners, edges) => {
    const depth = searchDepths(network, owners);
    const nodes = network.nodes.map(({ id }, index) => ({ id, depth: depth[index]! }));
    const ring = ringPositions({ nodes, edges, boundary: network.boundary });
    return { depth, site: ring ?? sitesOf(network, owners, depth) };
  },
});

/** Layers of a circuit's network: nodes are in the order of time, and the outputs of a gate come first in its legs. */
function circuitDepths({ nodes, boundary }: TensorNetwork): readonly number[] {
  const depth = new Array<number>(nodes.length).fill(1);
  const above = new Map<Leg, number>(boundary.map((leg) => [leg, 0]));
  for (let index = nodes.length - 1; index >= 0; index--) {
    const { legs } = nodes[index]!;
    depth[index] = 1 + Math.max(...legs.map((leg) => above.get(leg) ?? 0));
    for (const leg of legs) if (!above.has(leg)) above.set(leg, depth[index]!);
  }
  return depth;
}

/**
 * Mean of the qubits on which each node of a circuit's network acts.
 *
 * @param places - the qubits of each gate
 */
function circuitSites(
  qubits: number,
  places: readonly (readonly number[])[],
  { nodes }: TensorNetwork,
): readonly number[] {
  const references = nodes.length - places.length;
  const mean = (sites: readonly number[]): number => sites.reduce((sum, site) => sum + site, 0) / sites.length;
  return nodes.map((_, index) => {
    if (index < references) return references === qubits ? index : (qubits - 1) / 2;
    return mean(places[index - references]!);
  });
}

/** Breadth-first search from the boundary; nodes that it does not reach lie one layer below all others. */
function searchDepths(
  { nodes, boundary }: TensorNetwork,
  owners: ReadonlyMap<Leg, readonly number[]>,
): readonly number[] {
  const depth = new Array<number>(nodes.length).fill(Infinity);
  const queue: number[] = [];
  const reach = (index: number, at: number): void => {
    if (depth[index] !== Infinity) return;
    depth[index] = at;
    queue.push(index);
  };
  for (const leg of boundary) for (const index of owners.get(leg) ?? []) reach(index, 1);
  for (const index of queue) {
    for (const leg of nodes[index]!.legs) for (const next of owners.get(leg)!) reach(next, depth[index]! + 1);
  }
  const deepest = Math.max(0, ...depth.filter(Number.isFinite));
  return depth.map((value) => Math.min(value, deepest + 1));
}

/** Mean of the sites above each node, from the boundary downwards. */
function sitesOf(
  { nodes, boundary }: TensorNetwork,
  owners: ReadonlyMap<Leg, readonly number[]>,
  depth: readonly number[],
): readonly number[] {
  const position = new Map<Leg, number>(boundary.map((leg, site) => [leg, site]));
  const site = new Array<number>(nodes.length).fill((boundary.length - 1) / 2);
  const order = nodes.map((_, index) => index).sort((a, b) => depth[a]! - depth[b]!);
  for (const index of order) {
    const above = nodes[index]!.legs.flatMap((leg) => {
      const own = position.get(leg);
      if (own !== undefined) return [own];
      return owners
        .get(leg)!
        .filter((other) => depth[other]! < depth[index]!)
        .map((other) => site[other]!);
    });
    if (above.length > 0) site[index] = above.reduce((sum, x) => sum + x, 0) / above.length;
  }
  return site;
}
