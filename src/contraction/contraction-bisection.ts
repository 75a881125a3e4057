/** @file Contraction paths from above: cut the network in two where few legs are cut, and each half again. */

import type { RandomStream } from '../linalg/random.ts';
import type { BitTree } from './bit-tree.ts';
import type { ContractionGraph, ContractionPath } from './contraction-graph.ts';
import { optimalPath } from './contraction-optimal.ts';
import { hypergraph } from './hypergraph.ts';
import { bisected } from './hypergraph-cut.ts';

/** Largest set of tensors that is contracted optimally. */
const FEW = 7;

/**
 * The path of recursive bisection: each set of tensors is divided into two of similar size such that the logarithm of
 * the dimension of the legs between them is small; the last few tensors of a branch are contracted optimally. The
 * imbalance that is allowed is drawn anew for each path.
 *
 * @param tree - any tree of the network
 * @param entryCost - what an entry of a product costs, in multiply-adds
 */
export function bisectionPath(tree: BitTree, entryCost: number, stream: RandomStream): ContractionPath {
  const { graph } = tree;
  const path: [number, number][] = [];
  const count = graph.tensors.length;
  const imbalance = 0.02 + 0.58 * stream.uniform();
  const contractAll = (members: readonly number[]): number => {
    if (members.length <= FEW) {
      const local = optimalPath(tree, members, entryCost);
      const names = [...members];
      for (const [a, b] of local.path) {
        path.push([names[a]!, names[b]!]);
        names.push(count + path.length - 1);
      }
      return names[names.length - 1]!;
    }
    const side = bisected(networkOf(graph, members), imbalance, stream);
    const halves = [0, 1].map((wanted) => members.filter((_, k) => side[k] === wanted));
    if (halves.some(({ length }) => length === 0)) {
      halves[0] = members.slice(0, members.length >> 1);
      halves[1] = members.slice(members.length >> 1);
    }
    path.push([contractAll(halves[0]!), contractAll(halves[1]!)]);
    return count + path.length - 1;
  };
  if (count > 0) contractAll([...graph.tensors.keys()]);
  return path;
}

/** The legs among some tensors, weighted by the logarithms of their dimensions. */
function networkOf({ tensors, dimensions }: ContractionGraph, members: readonly number[]) {
  const holders = new Map<number, number[]>();
  members.forEach((index, k) => {
    for (const leg of tensors[index]!.legs) {
      const list = holders.get(leg);
      if (list === undefined) holders.set(leg, [k]);
      else list.push(k);
    }
  });
  const edges = [...holders].map(([leg, pins]) => ({ pins, weight: Math.log2(dimensions[leg]!) }));
  return hypergraph(new Float64Array(members.length).fill(1), edges);
}
