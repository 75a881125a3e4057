/** @file A tensor network without cycles, hung up at its last node: children before parents. */

import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import { sizeOf } from '../linalg/complex.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { bondsOf, isTree } from '../network/tree-messages.ts';

/** A node of a rooted tree, with its tensor's axes in the order (children, sites, parent). */
export interface TreeNode {
  /** Number of the node in the network. */
  readonly node: number;
  /** Places of the children in the list of nodes, and the dimension of the bond to each. */
  readonly children: readonly number[];
  readonly bonds: readonly number[];
  /** Numbers of the sites that the node carries, and the number of values of each. */
  readonly sites: readonly number[];
  readonly values: readonly number[];
  /** Dimension of the bond to the parent; at the root that of the open leg, or 1. */
  readonly parent: number;
  /** Π bonds and Π values. */
  readonly inner: number;
  readonly choices: number;
  /** Place of every entry, in the order (children, sites, parent), in the tensor of the network. */
  readonly places: Int32Array;
}

/** Nodes of a tree, each after its children; the last is the root. */
export interface RootedTree {
  readonly network: TensorNetwork;
  readonly nodes: readonly TreeNode[];
}

/** Whether a network is a tree of sites without environment or logical inputs, as `rootedTree` requires. */
export function isSiteTree(network: TensorNetwork): boolean {
  return network.environment.length + network.bulk.length === 0 && isTree(network);
}

/**
 * The network as a rooted tree. The root is the last node, or the one with the open leg.
 *
 * @param open - a boundary leg that is no site but the root's parent
 * @throws {DomainError} a network with a cycle, an environment or logical inputs
 */
export function rootedTree(network: TensorNetwork, open?: Leg): RootedTree {
  if (!isSiteTree(network)) throw new DomainError('rootedTree: a network without cycles and environment required');
  const neighbours = network.nodes.map((): { readonly leg: Leg; readonly node: number }[] => []);
  for (const { leg, nodes } of bondsOf(network)) {
    neighbours[nodes[0]]!.push({ leg, node: nodes[1] });
    neighbours[nodes[1]]!.push({ leg, node: nodes[0] });
  }
  const sites = network.boundary.filter((leg) => leg !== open);
  const root = open === undefined ? network.nodes.length - 1 : network.nodes.findIndex((n) => n.legs.includes(open));
  // Parents first, without recursion: chains are long.
  const found: { readonly node: number; readonly up: Leg | undefined }[] = [{ node: root, up: open }];
  for (let k = 0; k < found.length; k++) {
    const { node, up } = found[k]!;
    for (const other of neighbours[node]!) if (other.leg !== up) found.push({ node: other.node, up: other.leg });
  }
  const order = found.reverse();
  const placeOf = new Map(order.map(({ node }, place) => [node, place]));
  const nodes = order.map(({ node, up }): TreeNode => {
    const down = neighbours[node]!.filter(({ leg }) => leg !== up);
    const own = sites.filter((leg) => network.nodes[node]!.legs.includes(leg));
    const [bonds, values] = [down.map(({ leg }) => leg), own].map((legs) =>
      legs.map((leg) => network.dimensions[leg]!),
    );
    return {
      node,
      children: down.map((other) => placeOf.get(other.node)!),
      bonds: bonds!,
      sites: own.map((leg) => sites.indexOf(leg)),
      values: values!,
      parent: up === undefined ? 1 : network.dimensions[up]!,
      inner: sizeOf(bonds!),
      choices: sizeOf(values!),
      places: placesOf(network, node, [...down.map(({ leg }) => leg), ...own, ...(up === undefined ? [] : [up])]),
    };
  });
  return { network, nodes };
}

/** Place in the node's tensor of every entry, row-major in another order of its legs. */
function placesOf({ nodes, dimensions }: TensorNetwork, node: number, order: readonly Leg[]): Int32Array {
  const { legs } = nodes[node]!;
  const strides = new Map<Leg, number>();
  let size = 1;
  for (const leg of legs.toReversed()) {
    strides.set(leg, size);
    size *= dimensions[leg]!;
  }
  let places = [0];
  for (const leg of order) {
    const [extent, stride] = [dimensions[leg]!, strides.get(leg)!];
    places = places.flatMap((at) => Array.from({ length: extent }, (_, k) => at + k * stride));
  }
  return Int32Array.from(places);
}

/** Tensors of the tree's nodes in the order (children, sites, parent), interleaved; with their real parts alone where `real`. */
export function arrangedTensors(
  { nodes }: RootedTree,
  tensors: readonly { readonly interleaved: Float64Array }[],
  real: boolean,
): readonly Float64Array[] {
  return nodes.map(({ node, places }) => {
    const { interleaved } = tensors[node]!;
    const out = new Float64Array(interleaved.length);
    for (let k = 0; k < places.length; k++) {
      out[2 * k] = interleaved[2 * places[k]!]!;
      if (!real) out[2 * k + 1] = interleaved[2 * places[k]! + 1]!;
    }
    return out;
  });
}

/** Arrays in the order (children, sites, parent) as cotangents of the network's tensors, in its order. */
export function restoredTensors({ network, nodes }: RootedTree, arranged: readonly Float64Array[]): Float64Array[] {
  const out: Float64Array[] = new Array(network.nodes.length);
  nodes.forEach(({ node, places }, at) => {
    const tensor = new Float64Array(2 * places.length);
    for (let k = 0; k < places.length; k++) {
      tensor[2 * places[k]!] = arranged[at]![2 * k]!;
      tensor[2 * places[k]! + 1] = arranged[at]![2 * k + 1]!;
    }
    out[node] = tensor;
  });
  return out;
}
