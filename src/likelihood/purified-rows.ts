/** @file The likelihoods of rows of a tree whose environment legs are summed over: p(v) = Σ_e |ψ(v, e)|². */

import type { RootRows } from '../engine/row-tree.ts';
import type { RowWeights } from './likelihood-arguments.ts';
import type { RootedTree, TreeNode } from './rooted-tree.ts';
import type { RowLikelihoods } from './row-likelihoods.ts';
import { treeRows } from './tree-rows.ts';

/**
 * log p(v), linear in the doubled tensors
 *
 *     W(cc′, s, pp′) = Σ_e A(c, s, e, p) Ā(c′, s, e, p′).
 *
 * @param tree - sites are those of the rows, then those of the environment
 * @param sites - number of sites of the rows
 *
 * O(rows · n d χ⁴) for chains.
 */
export function purifiedRows(tree: RootedTree, sites: number, real: boolean): RowLikelihoods {
  const splits = tree.nodes.map((node) => splitOf(node, sites));
  const doubled = tree.nodes.map((node, k): TreeNode => {
    const own = node.sites.filter((site) => site < sites);
    return {
      ...node,
      bonds: node.bonds.map((bond) => bond * bond),
      sites: own,
      values: node.values.slice(0, own.length),
      parent: node.parent ** 2,
      inner: node.inner ** 2,
      choices: splits[k]!.choices,
      places: new Int32Array(node.inner ** 2 * splits[k]!.choices * node.parent ** 2),
    };
  });
  const rows = treeRows({ network: tree.network, nodes: doubled }, real);
  const double = (tensors: readonly Float64Array[]): readonly Float64Array[] =>
    tensors.map((tensor, k) => doubledTensor(tree.nodes[k]!, splits[k]!, tensor));
  return {
    logs: (tensors, batch) => logsOf(rows.amplitudes(double(tensors), batch)),
    gradient: (tensors, batch, shares) => {
      const found = rows.gradient(double(tensors), batch, (root, first) => logCotangent(root.rows, shares, first));
      return {
        logs: logsOf(found),
        tensors: found.tensors.map((cotangent, k) =>
          singleCotangent(tree.nodes[k]!, splits[k]!, tensors[k]!, cotangent),
        ),
      };
    },
  };
}

/** How the values of a node's sites divide into those of the rows and those of the environment, which come last. */
interface Split {
  readonly choices: number;
  readonly environment: number;
  /** For each pair of inner indices (c, c′) its place among the doubled ones, (c₁, c₁′, c₂, c₂′, …). */
  readonly pairs: Int32Array;
}

function splitOf({ sites: own, values, bonds, inner }: TreeNode, sites: number): Split {
  const count = own.filter((site) => site < sites).length;
  const product = (list: readonly number[]): number => list.reduce((all, d) => all * d, 1);
  const pairs = new Int32Array(inner * inner);
  for (let c = 0; c < inner; c++) {
    for (let d = 0; d < inner; d++) {
      let [place, stride, left, right] = [0, 1, c, d];
      for (const bond of bonds.toReversed()) {
        place += stride * ((left % bond) * bond + (right % bond));
        stride *= bond * bond;
        [left, right] = [Math.floor(left / bond), Math.floor(right / bond)];
      }
      pairs[c * inner + d] = place;
    }
  }
  return { choices: product(values.slice(0, count)), environment: product(values.slice(count)), pairs };
}

/** Calls `visit` for every term A(c, s, e, p) Ā(c′, s, e, p′) of W with the places of all three, counted in complex numbers. */
function eachTerm(
  { inner, parent }: TreeNode,
  { choices, environment, pairs }: Split,
  visit: (w: number, a: number, b: number) => void,
): void {
  for (let c = 0; c < inner; c++) {
    for (let d = 0; d < inner; d++) {
      for (let s = 0; s < choices; s++) {
        const to = (pairs[c * inner + d]! * choices + s) * parent * parent;
        for (let e = 0; e < environment; e++) {
          const [a, b] = [c, d].map((row) => ((row * choices + s) * environment + e) * parent) as [number, number];
          for (let p = 0; p < parent; p++) for (let q = 0; q < parent; q++) visit(to + p * parent + q, a + p, b + q);
        }
      }
    }
  }
}

function doubledTensor(node: TreeNode, split: Split, tensor: Float64Array): Float64Array {
  const out = new Float64Array(2 * node.inner ** 2 * split.choices * node.parent ** 2);
  eachTerm(node, split, (w, a, b) => {
    const [x, y, u, v] = [tensor[2 * a]!, tensor[2 * a + 1]!, tensor[2 * b]!, tensor[2 * b + 1]!];
    out[2 * w]! += x * u + y * v;
    out[2 * w + 1]! += y * u - x * v;
  });
  return out;
}

/** The cotangent of A for one of W: both factors of each term have their share. */
function singleCotangent(node: TreeNode, split: Split, tensor: Float64Array, cotangent: Float64Array): Float64Array {
  const out = new Float64Array(tensor.length);
  eachTerm(node, split, (w, a, b) => {
    const [re, im] = [cotangent[2 * w]!, cotangent[2 * w + 1]!];
    const [x, y, u, v] = [tensor[2 * a]!, tensor[2 * a + 1]!, tensor[2 * b]!, tensor[2 * b + 1]!];
    out[2 * a]! += re * u - im * v;
    out[2 * a + 1]! += re * v + im * u;
    out[2 * b]! += re * x + im * y;
    out[2 * b + 1]! += re * y - im * x;
  });
  return out;
}

/** log p of rows whose first number of two is p; rounding below 0 counts as 0. */
function logsOf({ rows, exponents }: RootRows): Float64Array {
  return Float64Array.from(exponents, (exponent, r) => Math.log(Math.max(0, rows[2 * r]!)) + exponent * Math.LN2);
}

function logCotangent(rows: Float64Array, shares: RowWeights, first: number): Float64Array {
  const out = new Float64Array(rows.length);
  for (let r = 0; r < rows.length / 2; r++) if (rows[2 * r]! > 0) out[2 * r] = shares(first + r) / rows[2 * r]!;
  return out;
}
