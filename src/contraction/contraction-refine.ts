/** @file Better contraction trees from good ones: simulated annealing, and optimal rearrangement of subtrees. */

import type { RandomStream } from '../linalg/random.ts';
import { type ContractionGraph, join } from './contraction-graph.ts';
import { optimalPath } from './contraction-optimal.ts';
import { type ContractionTree, copyTree, treeVolume } from './contraction-tree.ts';

/** Temperatures of the annealing, in units of log operations. */
const HOT = 1;
const COLD = 0.02;
/** Most leaves of a subtree that is rearranged. */
const LEAVES = 8;

/**
 * Simulated annealing. A move exchanges a tensor with its aunt,
 *
 *     ((A B) C) → ((A C) B),
 *
 * and is accepted with probability min(1, exp(−Δ/T)), Δ the change of the logarithm of both products' operations.
 *
 * @param steps - number of moves that are tried
 * @returns the best tree met at the end of a sweep; the given one if none is better
 * @see Kalachev, Panteleev & Yung, arXiv:2108.05665 (2021)
 */
export function annealed(
  graph: ContractionGraph,
  tree: ContractionTree,
  steps: number,
  stream: RandomStream,
): ContractionTree {
  const tensors = graph.tensors.length;
  const products = tensors - 1;
  if (products < 2) return tree;
  let best = tree;
  let bestVolume = treeVolume(tree);
  const current = copyTree(tree);
  const { parts, left, right } = current;
  for (let step = 0; step < steps; step++) {
    const temperature = HOT * (COLD / HOT) ** (step / steps);
    const parent = tensors + stream.integer(products);
    let [child, aunt] = [left[parent]!, right[parent]!];
    if (child < tensors || (aunt >= tensors && stream.uniform() < 0.5)) [child, aunt] = [aunt, child];
    if (child < tensors) continue;
    const swap = stream.uniform() < 0.5;
    const [stays, leaves] = swap ? [left[child]!, right[child]!] : [right[child]!, left[child]!];
    const lower = join(graph, parts[stays]!, parts[aunt]!);
    const upper = join(graph, lower, parts[leaves]!);
    const rise = Math.log((lower.volume + upper.volume) / (parts[child]!.volume + parts[parent]!.volume));
    if (rise <= 0 || stream.uniform() < Math.exp(-rise / temperature)) {
      [left[child], right[child], parts[child]] = [stays, aunt, lower];
      [left[parent], right[parent], parts[parent]] = [child, leaves, upper];
    }
    if (step % products === 0 || step === steps - 1) {
      const volume = treeVolume(current);
      if (volume < bestVolume) [best, bestVolume] = [copyTree(current), volume];
    }
  }
  return best;
}

/**
 * Every subtree of a few leaves (the largest tensors below its root) is replaced by the optimal one, until nothing
 * changes or time is up. Never makes a tree worse.
 *
 * @param over - called between subtrees; true means stop
 */
export function reconfigured(
  graph: ContractionGraph,
  tree: ContractionTree,
  over: () => boolean = () => false,
): ContractionTree {
  const current = copyTree(tree);
  const { parts, left, right } = current;
  const tensors = graph.tensors.length;
  for (let changed = true; changed; ) {
    changed = false;
    for (let root = tensors; root < parts.length; root++) {
      if (over()) return current;
      const { leaves, products } = subtree(current, root, tensors);
      if (products.length < 2) continue;
      const before = products.reduce((sum, node) => sum + parts[node]!.volume, 0);
      const { path, volume } = optimalPath(
        graph,
        leaves.map((node) => parts[node]!),
      );
      if (!(volume < before * (1 - 1e-9))) continue;
      changed = true;
      const free = products.reverse(); // the subtree's root keeps its number, as the last product
      const names = [...leaves];
      path.forEach(([a, b], k) => {
        const node = free[k]!;
        [left[node], right[node]] = [names[a]!, names[b]!];
        parts[node] = join(graph, parts[names[a]!]!, parts[names[b]!]!);
        names.push(node);
      });
    }
  }
  return current;
}

/** The nodes below `root`: the largest are opened until there are enough leaves. */
function subtree({ parts, left, right }: ContractionTree, root: number, tensors: number) {
  const products = [root];
  const leaves = [left[root]!, right[root]!];
  while (leaves.length < LEAVES) {
    let largest = -1;
    leaves.forEach((node, at) => {
      if (node >= tensors && (largest < 0 || parts[node]!.size > parts[leaves[largest]!]!.size)) largest = at;
    });
    if (largest < 0) break;
    const node = leaves[largest]!;
    products.push(node);
    leaves.splice(largest, 1, left[node]!, right[node]!);
  }
  return { products, leaves };
}
