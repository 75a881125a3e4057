/** @file A contraction path as a binary tree whose nodes can be rearranged. */

import type { ContractionPath } from './contraction-graph.ts';
import { type ContractionGraph, join, type Part } from './contraction-graph.ts';

/**
 * Nodes 0 … N − 1 are the tensors, the others products of two nodes; the last node is the root, also when rearranged.
 */
export interface ContractionTree {
  readonly parts: Part[];
  /** Children of the product nodes; −1 for tensors. */
  readonly left: Int32Array;
  readonly right: Int32Array;
}

export function treeOf(graph: ContractionGraph, path: ContractionPath): ContractionTree {
  const tensors = graph.tensors.length;
  const parts = [...graph.tensors];
  const left = new Int32Array(tensors + path.length).fill(-1);
  const right = left.slice();
  path.forEach(([a, b], k) => {
    left[tensors + k] = a;
    right[tensors + k] = b;
    parts.push(join(graph, parts[a]!, parts[b]!));
  });
  return { parts, left, right };
}

/** The tree's path, children before their parents; without recursion, as trees can be deep. */
export function pathOf({ left, right }: ContractionTree): ContractionPath {
  const tensors = (left.length + 1) / 2;
  const name = Int32Array.from(left, (_, node) => (node < tensors ? node : -1));
  const path: [number, number][] = [];
  const stack = left.length > tensors ? [left.length - 1] : [];
  while (stack.length > 0) {
    const node = stack[stack.length - 1]!;
    const [a, b] = [left[node]!, right[node]!];
    if (name[a] === -1 || name[b] === -1) {
      if (name[b] === -1) stack.push(b);
      if (name[a] === -1) stack.push(a);
      continue;
    }
    stack.pop();
    path.push([Math.min(name[a]!, name[b]!), Math.max(name[a]!, name[b]!)]);
    name[node] = tensors + path.length - 1;
  }
  return path;
}

/** Complex multiply-adds of the whole tree. */
export function treeVolume({ parts }: ContractionTree): number {
  let total = 0;
  for (const { volume } of parts) total += volume;
  return total;
}

export function copyTree({ parts, left, right }: ContractionTree): ContractionTree {
  return { parts: [...parts], left: left.slice(), right: right.slice() };
}
