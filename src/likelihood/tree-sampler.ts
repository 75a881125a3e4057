/** @file Exact samples of a tree, site by site from the root down, each from its distribution given all that is known. */

import type { RandomStream } from '../linalg/random.ts';
import type { RootedTree, TreeNode } from './rooted-tree.ts';
import { type TreeGrams, treeGrams } from './tree-norm.ts';

/** Complex columns, shape (rows, columns): a density ρ = W W† on a bond. */
interface Columns {
  readonly rows: number;
  readonly columns: number;
  readonly entries: Float64Array;
}

/** A pivot of a Gram matrix below this fraction of its trace is rounding. */
const ROUNDING = 1e-14;

/**
 * A function that draws one row.
 *
 * What is above a bond is a density, W W† with a single column while all sites above it are known, as on a chain; what is
 * below is its Gram matrix. So p(s) = Tr(W† A_s† E A_s W) at a node whose sites have the digits s.
 *
 * @param tensors - see `arrangedTensors`; entries of held digits other than those given must be zero, see `heldTensors`
 *
 * O(d χ²) for a site of a chain, O(χ⁴) for a node of a binary tree.
 */
export function treeSampler(
  tree: RootedTree,
  tensors: readonly Float64Array[],
  grams: TreeGrams = treeGrams(tree, tensors),
): (stream: RandomStream, row: Uint8Array) => void {
  const { nodes } = tree;
  const factors = nodes.map(({ children }) =>
    children.length < 2 ? [] : children.map((child) => factorOf(grams.below[child]!, nodes[child]!.parent)),
  );
  return (stream, row) => {
    /** Draws all digits of a subtree; returns its amplitude on the bond to the parent. */
    const descend = (k: number, above: Columns): Float64Array => {
      const node = nodes[k]!;
      const chosen = drawChoice(
        node,
        tensors[k]!,
        above,
        node.children.map((c) => grams.below[c]!),
        stream,
      );
      let rest = chosen.choice;
      for (let j = node.sites.length - 1; j >= 0; j--) {
        row[node.sites[j]!] = rest % node.values[j]!;
        rest = Math.floor(rest / node.values[j]!);
      }
      let open = chosen.columns; // axes (children not yet drawn, columns)
      let message = sliceOf(node, tensors[k]!, chosen.choice); // axes (children not yet drawn, parent)
      node.children.forEach((child, c) => {
        const bond = node.bonds[c]!;
        const drawn = descend(child, compressed(traced(open, bond, factors[k]!.slice(c + 1))));
        open = contracted(drawn, open, bond);
        message = contracted(drawn, message, bond);
      });
      return unitLength(message.entries);
    };
    const root = nodes.length - 1;
    descend(root, { rows: 1, columns: 1, entries: Float64Array.of(1, 0) });
  };
}

/** Tensors whose entries are zero where a held site would have another digit. */
export function heldTensors(
  { nodes }: RootedTree,
  tensors: readonly Float64Array[],
  given: Int16Array,
): readonly Float64Array[] {
  return nodes.map((node, k) => {
    if (node.sites.every((site) => given[site]! < 0)) return tensors[k]!;
    const tensor = tensors[k]!.slice();
    for (let s = 0; s < node.choices; s++) {
      if (fits(node, s, given)) continue;
      for (let i = 0; i < node.inner; i++) {
        const at = 2 * (i * node.choices + s) * node.parent;
        tensor.fill(0, at, at + 2 * node.parent);
      }
    }
    return tensor;
  });
}

function fits({ sites, values }: TreeNode, choice: number, given: Int16Array): boolean {
  let rest = choice;
  for (let j = sites.length - 1; j >= 0; j--) {
    const held = given[sites[j]!]!;
    if (held >= 0 && held !== rest % values[j]!) return false;
    rest = Math.floor(rest / values[j]!);
  }
  return true;
}

/** Chooses the digits of a node's own sites; returns A_s W, axes (children, columns). */
function drawChoice(
  node: TreeNode,
  tensor: Float64Array,
  above: Columns,
  grams: readonly Float64Array[],
  stream: RandomStream,
): { readonly choice: number; readonly columns: Columns } {
  const all: Columns[] = [];
  const weights: number[] = [];
  let total = 0;
  for (let s = 0; s < node.choices; s++) {
    const columns = timesColumns(sliceOf(node, tensor, s), above);
    const weight = node.choices === 1 ? 1 : weightOf(node, columns, grams);
    all.push(columns);
    weights.push(weight);
    total += weight;
  }
  let left = stream.uniform() * total;
  let choice = 0;
  for (let s = 0; s < node.choices && left >= 0; s++) {
    if (weights[s] === 0) continue; // rounding must not lead to what is impossible
    choice = s;
    left -= weights[s]!;
  }
  return { choice, columns: all[choice]! };
}

/** A_s with axes (children, parent). */
function sliceOf({ inner, choices, parent }: TreeNode, tensor: Float64Array, s: number): Columns {
  if (choices === 1) return { rows: inner, columns: parent, entries: tensor };
  const entries = new Float64Array(2 * inner * parent);
  for (let i = 0; i < inner; i++) {
    const at = 2 * (i * choices + s) * parent;
    entries.set(tensor.subarray(at, at + 2 * parent), 2 * i * parent);
  }
  return { rows: inner, columns: parent, entries };
}

/** A·W. */
function timesColumns(a: Columns, w: Columns): Columns {
  const out = new Float64Array(2 * a.rows * w.columns);
  for (let i = 0; i < a.rows; i++) {
    for (let p = 0; p < a.columns; p++) {
      const [re, im] = [a.entries[2 * (i * a.columns + p)]!, a.entries[2 * (i * a.columns + p) + 1]!];
      let [from, to] = [2 * p * w.columns, 2 * i * w.columns];
      for (let r = 0; r < w.columns; r++, from += 2, to += 2) {
        out[to]! += re * w.entries[from]! - im * w.entries[from + 1]!;
        out[to + 1]! += re * w.entries[from + 1]! + im * w.entries[from]!;
      }
    }
  }
  return { rows: a.rows, columns: w.columns, entries: out };
}

/** Tr(B† (E₁ ⊗ E₂ …) B), a positive number. */
function weightOf({ bonds }: TreeNode, columns: Columns, grams: readonly Float64Array[]): number {
  let carried = columns.entries;
  let before = 1;
  bonds.forEach((bond, c) => {
    const after = carried.length / 2 / before / bond;
    const next = new Float64Array(carried.length);
    for (let b = 0; b < before; b++) {
      const at = b * bond * after;
      const block = { rows: bond, columns: after, entries: carried.subarray(2 * at, 2 * (at + bond * after)) };
      next.set(timesColumns({ rows: bond, columns: bond, entries: grams[c]! }, block).entries, 2 * at);
    }
    carried = next;
    before *= bond;
  });
  let weight = 0;
  for (let e = 0; e < carried.length; e++) weight += carried[e]! * columns.entries[e]!;
  return Math.max(0, weight);
}

/** The first child's bond against everything else, with the factor L of E^T = L L† on each further child. */
function traced(open: Columns, bond: number, factors: readonly Columns[]): Columns {
  let entries = open.entries;
  let rest = entries.length / 2 / bond;
  let before = bond;
  for (const { rows, columns, entries: factor } of factors) {
    // axes (before, child, after) ↦ (before, column of L, after)
    const after = rest / rows;
    const next = new Float64Array(2 * before * columns * after);
    for (let b = 0; b < before; b++) {
      const block = {
        rows,
        columns: after,
        entries: entries.subarray(2 * b * rows * after, 2 * (b + 1) * rows * after),
      };
      next.set(timesColumns(transposed({ rows, columns, entries: factor }), block).entries, 2 * b * columns * after);
    }
    [entries, before, rest] = [next, before * columns, after];
  }
  return { rows: bond, columns: entries.length / 2 / bond, entries };
}

function transposed({ rows, columns, entries }: Columns): Columns {
  const out = new Float64Array(entries.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < columns; j++) {
      out[2 * (j * rows + i)] = entries[2 * (i * columns + j)]!;
      out[2 * (j * rows + i) + 1] = entries[2 * (i * columns + j) + 1]!;
    }
  }
  return { rows: columns, columns: rows, entries: out };
}

/** The same density with no more columns than rows, divided by its trace. */
function compressed(w: Columns): Columns {
  let trace = 0;
  for (const x of w.entries) trace += x * x;
  if (w.columns <= w.rows) {
    const scale = trace > 0 ? 1 / Math.sqrt(trace) : 1;
    return { ...w, entries: w.entries.map((x) => x * scale) };
  }
  const density = new Float64Array(2 * w.rows * w.rows);
  for (let i = 0; i < w.rows; i++) {
    for (let j = 0; j < w.rows; j++) {
      let [re, im] = [0, 0];
      for (let c = 0; c < w.columns; c++) {
        const [a, b] = [2 * (i * w.columns + c), 2 * (j * w.columns + c)];
        re += w.entries[a]! * w.entries[b]! + w.entries[a + 1]! * w.entries[b + 1]!;
        im += w.entries[a + 1]! * w.entries[b]! - w.entries[a]! * w.entries[b + 1]!;
      }
      density[2 * (i * w.rows + j)] = re / trace;
      density[2 * (i * w.rows + j) + 1] = im / trace;
    }
  }
  return cholesky(density, w.rows);
}

/** L with L L† = Eᵀ. */
function factorOf(gram: Float64Array, size: number): Columns {
  return cholesky(transposed({ rows: size, columns: size, entries: gram }).entries, size);
}

/** Lower triangular L with L L† = A for a positive semidefinite A of trace 1; columns of vanishing pivots are zero. */
function cholesky(a: Float64Array, n: number): Columns {
  const l = new Float64Array(2 * n * n);
  for (let j = 0; j < n; j++) {
    let pivot = a[2 * j * (n + 1)]!;
    for (let k = 0; k < j; k++) pivot -= l[2 * (j * n + k)]! ** 2 + l[2 * (j * n + k) + 1]! ** 2;
    if (!(pivot > ROUNDING)) continue;
    const root = Math.sqrt(pivot);
    l[2 * j * (n + 1)] = root;
    for (let i = j + 1; i < n; i++) {
      let [re, im] = [a[2 * (i * n + j)]!, a[2 * (i * n + j) + 1]!];
      for (let k = 0; k < j; k++) {
        const [x, y] = [2 * (i * n + k), 2 * (j * n + k)];
        re -= l[x]! * l[y]! + l[x + 1]! * l[y + 1]!;
        im -= l[x + 1]! * l[y]! - l[x]! * l[y + 1]!;
      }
      l[2 * (i * n + j)] = re / root;
      l[2 * (i * n + j) + 1] = im / root;
    }
  }
  return { rows: n, columns: n, entries: l };
}

/** The vector divided by its length: amplitudes of long chains would leave the range of numbers. */
function unitLength(vector: Float64Array): Float64Array {
  let square = 0;
  for (const x of vector) square += x * x;
  return square > 0 ? vector.map((x) => x / Math.sqrt(square)) : vector;
}

/** Σ_c m_c X(c, …). */
function contracted(message: Float64Array, { columns, entries }: Columns, bond: number): Columns {
  const rest = entries.length / 2 / bond;
  const { entries: out } = timesColumns(
    { rows: 1, columns: bond, entries: message },
    { rows: bond, columns: rest, entries },
  );
  return { rows: rest / columns, columns, entries: out };
}
