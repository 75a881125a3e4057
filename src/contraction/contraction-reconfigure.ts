/** @file Better contraction trees from good ones by optimal rearrangement of subtrees. */

import { type BitTree, clonedTree, makeNode } from './bit-tree.ts';
import { optimalPath } from './contraction-optimal.ts';

/** Most leaves of a subtree that is rearranged. */
const LEAVES = 8;

/**
 * Every subtree of a few leaves (the largest tensors below its root) is replaced by the optimal one, until nothing
 * changes or time is up. Never makes a tree worse.
 *
 * @param entryCost - what an entry of a product costs, in multiply-adds
 * @param over - called between subtrees; true means stop
 */
export function reconfigured(tree: BitTree, entryCost: number, over: () => boolean = () => false): BitTree {
  const current = clonedTree(tree);
  const { left, size, volume, graph } = current;
  const tensors = graph.tensors.length;
  const settled = new Map<number, string>(); // subtrees known to be optimal, by root
  for (let changed = true; changed; ) {
    changed = false;
    for (let root = tensors; root < left.length; root++) {
      if (over()) return current;
      const { leaves, products } = subtree(current, root);
      if (products.length < 2) continue;
      const signature = products.join();
      if (settled.get(root) === signature) continue;
      let before = 0;
      for (const node of products) before += volume[node]! + entryCost * size[node]!;
      const { path, cost } = optimalPath(current, leaves, entryCost);
      if (!(cost < before * (1 - 1e-9))) {
        settled.set(root, signature);
        continue;
      }
      changed = true;
      settled.clear();
      const free = products.reverse(); // the subtree's root keeps its number, as the last product
      const names = [...leaves];
      path.forEach(([a, b], k) => {
        makeNode(current, free[k]!, names[a]!, names[b]!);
        names.push(free[k]!);
      });
    }
  }
  return current;
}

/** The nodes below `root`: the largest are opened until there are enough leaves. */
function subtree({ graph, left, right, size }: BitTree, root: number) {
  const tensors = graph.tensors.length;
  const products = [root];
  const leaves = [left[root]!, right[root]!];
  while (leaves.length < LEAVES) {
    let largest = -1;
    leaves.forEach((node, at) => {
      if (node >= tensors && (largest < 0 || size[node]! > size[leaves[largest]!]!)) largest = at;
    });
    if (largest < 0) break;
    const node = leaves[largest]!;
    products.push(node);
    leaves.splice(largest, 1, left[node]!, right[node]!);
  }
  return { products, leaves };
}
