/** @file Hyper-indices made explicit: a leg on three nodes is a copy tensor between three bonds. */

import type { Leg } from '../contraction/contraction-graph.ts';
import type { NetworkNode, TensorNetwork } from './tensor-network.ts';

/** The legs with more than two ends, counting the outside as one: all that are neither bonds nor dangling. */
export function hyperIndices({ nodes, boundary, bulk, environment }: TensorNetwork): readonly Leg[] {
  const totals = new Map<Leg, number>();
  for (const { legs } of nodes) for (const leg of legs) totals.set(leg, (totals.get(leg) ?? 0) + 1);
  for (const leg of [...boundary, ...bulk, ...environment]) totals.set(leg, (totals.get(leg) ?? 0) + 1);
  return [...totals].filter(([, total]) => total > 2).map(([leg]) => leg);
}

/**
 * The same network without hyper-indices. A leg with m > 2 ends (nodes, and the outside if it is kept) becomes a chain
 * of m − 2 copy tensors δ_ijk, which are constants:
 *
 *     A   B   C   D          A   B   C   D
 *     └───┴─x─┴───┘    =     └───δ───δ───┘
 *
 * @returns the network itself if it has no hyper-index
 */
export function withCopyTensors(network: TensorNetwork): TensorNetwork {
  const hyper = hyperIndices(network);
  if (hyper.length === 0) return network;
  const dimensions = { ...network.dimensions };
  const legsOf = network.nodes.map(({ legs }) => [...legs]);
  const copies: NetworkNode[] = [];
  for (const leg of hyper) {
    const dimension = dimensions[leg]!;
    // A leg that is kept keeps its name at the outside; every other end gets a name of its own.
    const kept = [network.boundary, network.bulk, network.environment].some((open) => open.includes(leg));
    const ends: Leg[] = kept ? [leg] : [];
    const fresh = (name: string): Leg => {
      const free = name in dimensions ? `${name}'` : name;
      if (free in dimensions) return fresh(free);
      dimensions[free] = dimension;
      return free;
    };
    for (const legs of legsOf) {
      const at = legs.indexOf(leg);
      if (at < 0) continue;
      legs[at] = fresh(`${leg} at ${ends.length}`);
      ends.push(legs[at]);
    }
    if (!kept) delete dimensions[leg];
    for (let carried = ends[0]!, k = 1; k < ends.length - 1; k++) {
      const next = k === ends.length - 2 ? ends[k + 1]! : fresh(`${leg} after ${k}`);
      const id = freshId(`copy of ${leg}, ${k}`, [...network.nodes, ...copies]);
      copies.push({ id, legs: [carried, ends[k]!, next], tensor: copyTensor(dimension) });
      carried = next;
    }
  }
  const nodes = network.nodes.map((node, index) => ({ ...node, legs: legsOf[index]! }));
  return { ...network, dimensions, nodes: [...nodes, ...copies] };
}

/** δ_ijk: one where all three indices are equal. */
function copyTensor(dimension: number): NetworkNode['tensor'] {
  const interleaved = new Array<number>(2 * dimension ** 3).fill(0);
  for (let i = 0; i < dimension; i++) interleaved[2 * i * (dimension * dimension + dimension + 1)] = 1;
  return { kind: 'constant', interleaved };
}

function freshId(id: string, nodes: readonly NetworkNode[]): string {
  return nodes.some((node) => node.id === id) ? freshId(`${id}'`, nodes) : id;
}
