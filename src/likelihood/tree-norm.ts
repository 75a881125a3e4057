/** @file ⟨ψ|ψ⟩ of a tree by Gram matrices that climb to the root, and its gradient by those that come back. */

import { currentEngine } from '../engine/engine.ts';
import type { RootedTree, TreeNode } from './rooted-tree.ts';

/** Gram matrices ⟨c′|c⟩ of the halves of the state below each node, of trace 1, and log⟨ψ|ψ⟩. */
export interface TreeGrams {
  /** Shape (parent, parent) of each node, interleaved. */
  readonly below: readonly Float64Array[];
  readonly logNorm: number;
}

/**
 * Gram matrices of everything below each node.
 *
 *     E(p′, p) = Σ Ā(c′, s, p′) E₁(c₁′, c₁) E₂(c₂′, c₂) … A(c, s, p)
 *
 * @param tensors - in the order of `arrangedTensors`
 *
 * O(n χ^{z+1}) for nodes of z bonds.
 */
export function treeGrams({ nodes }: RootedTree, tensors: readonly Float64Array[]): TreeGrams {
  const below: Float64Array[] = [];
  let logNorm = 0;
  nodes.forEach((node, k) => {
    const tensor = tensors[k]!;
    const carried = withChildren(node, tensor, below);
    const rows = node.inner * node.choices;
    const gram = currentEngine().multiply(tensor, carried, node.parent, node.parent, rows, true, false);
    logNorm += Math.log(scaled(gram, node.parent));
    below.push(gram);
  });
  return { below, logNorm };
}

/** The gradient of log⟨ψ|ψ⟩ with respect to every tensor, in their order. O(n χ^{z+1}). */
export function logNormGradient(
  { nodes }: RootedTree,
  tensors: readonly Float64Array[],
  { below }: TreeGrams,
): readonly Float64Array[] {
  const above: Float64Array[] = new Array(nodes.length); // transposed Gram matrices of all that is above
  const root = nodes.length - 1;
  above[root] = unit(nodes[root]!.parent);
  const gradients: Float64Array[] = new Array(nodes.length);
  for (let k = root; k >= 0; k--) {
    const node = nodes[k]!;
    const tensor = tensors[k]!;
    const rows = node.inner * node.choices;
    const descended = currentEngine().multiply(tensor, above[k]!, rows, node.parent, node.parent, false, false);
    node.children.forEach((child, c) => {
      const carried = withChildren(node, descended, below, c);
      const [own, bra] = [carried, tensor].map((array) => childFirst(node, array, c)) as [Float64Array, Float64Array];
      const bond = node.bonds[c]!;
      const gram = currentEngine().multiply(own, bra, bond, bond, tensor.length / 2 / bond, false, true);
      scaled(gram, bond);
      above[child] = gram;
    });
    const gradient = withChildren(node, descended, below);
    let overlap = 0; // log⟨ψ|ψ⟩ is of degree 2 in every tensor
    for (let e = 0; e < gradient.length; e++) overlap += gradient[e]! * tensor[e]!;
    gradients[k] = gradient.map((x) => (2 * x) / overlap);
  }
  return gradients;
}

/** The tensor with the Gram matrix of every child but one on its bond. */
function withChildren(node: TreeNode, tensor: Float64Array, below: readonly Float64Array[], except = -1): Float64Array {
  let carried = tensor;
  node.children.forEach((child, c) => {
    if (c === except) return;
    const bond = node.bonds[c]!;
    const first = childFirst(node, carried, c);
    const product = currentEngine().multiply(below[child]!, first, bond, tensor.length / 2 / bond, bond, false, false);
    carried = childBack(node, product, c);
  });
  return carried;
}

/** (…, child, …) ↦ (child, …, …); the array itself for the first child. */
function childFirst({ bonds }: TreeNode, array: Float64Array, c: number): Float64Array {
  if (c === 0) return array;
  const before = bonds.slice(0, c).reduce((product, bond) => product * bond, 1);
  const shape = [before, bonds[c]!, array.length / 2 / before / bonds[c]!];
  return currentEngine().permute(array, shape, [1, 0, 2]);
}

/** The inverse of `childFirst`. */
function childBack({ bonds }: TreeNode, array: Float64Array, c: number): Float64Array {
  if (c === 0) return array;
  const before = bonds.slice(0, c).reduce((product, bond) => product * bond, 1);
  const shape = [bonds[c]!, before, array.length / 2 / before / bonds[c]!];
  return currentEngine().permute(array, shape, [1, 0, 2]);
}

/** Divides a matrix by its trace, which it returns; a matrix of trace 0 stays. */
function scaled(matrix: Float64Array, size: number): number {
  let trace = 0;
  for (let i = 0; i < size; i++) trace += matrix[2 * i * (size + 1)]!;
  if (trace > 0) for (let e = 0; e < matrix.length; e++) matrix[e]! /= trace;
  return trace;
}

function unit(size: number): Float64Array {
  const matrix = new Float64Array(2 * size * size);
  for (let i = 0; i < size; i++) matrix[2 * i * (size + 1)] = 1;
  return matrix;
}
