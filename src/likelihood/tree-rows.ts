/**
 * @file The amplitudes of a tree for a batch of rows. A complex number is a pair of real ones, and multiplication by a + ib
 * the matrix ((a, b), (−b, a)), so that one real kernel serves both.
 */

import { currentEngine } from '../engine/engine.ts';
import {
  matrixSizes,
  type RootCotangent,
  type RootRows,
  type RowBatch,
  type RowNode,
  type RowTree,
} from '../engine/row-tree.ts';
import { entriesOfMatrices, even, matricesOfTensor, matrixMap, type SiteInput } from './node-matrices.ts';
import type { RootedTree } from './rooted-tree.ts';

/** How the kernel's matrices are filled from the arranged tensors. */
export interface TreeRows {
  readonly tree: RowTree;
  /**
   * Amplitudes at the root, shape (rows, width) and to be multiplied by 2^exponents: pairs (re, im), or for real trees numbers,
   * padded to an even width.
   */
  readonly amplitudes: (tensors: readonly Float64Array[], batch: RowBatch) => RootRows;
  /** The same, with the gradient of the arranged tensors for a cotangent of the amplitudes. */
  readonly gradient: (
    tensors: readonly Float64Array[],
    batch: RowBatch,
    cotangent: RootCotangent,
  ) => RootRows & { readonly tensors: readonly Float64Array[] };
}

/**
 * Compiles a tree for the row kernel.
 *
 * @param real - whether all tensors are real
 * @param input - 'vectors': every site has a given vector x instead of a digit, and its node is Σ_s x_s A_s
 */
export function treeRows(rooted: RootedTree, real: boolean, input: SiteInput = 'digits'): TreeRows {
  const tree = rowTreeOf(rooted, real, input);
  const maps = rooted.nodes.map((node) => matrixMap(node, real, input));
  const sizes = matrixSizes(tree).filter((size) => size > 0);
  const entries = sizes.reduce((sum, size) => sum + size, 0);
  const matricesOf = (tensors: readonly Float64Array[]): Float64Array => {
    const matrices = new Float64Array(entries);
    let at = 0;
    maps.forEach((map, k) => {
      matricesOfTensor(map, tensors[k]!, matrices, at);
      at += map.from.length;
    });
    return matrices;
  };
  const tensorsOf = (gradient: Float64Array): readonly Float64Array[] => {
    let at = 0;
    return maps.map((map, k) => {
      const tensor = entriesOfMatrices(map, gradient, at, 2 * rooted.nodes[k]!.places.length);
      at += map.from.length;
      return tensor;
    });
  };
  return {
    tree,
    amplitudes: (tensors, batch) => currentEngine().runRows(tree, matricesOf(tensors), batch),
    gradient: (tensors, batch, cotangent) => {
      const { rows, exponents, gradient } = currentEngine().runRows(tree, matricesOf(tensors), batch, cotangent);
      return { rows, exponents, tensors: tensorsOf(gradient!) };
    },
  };
}

/** The tree of the kernel: a join for every further child, and with vectors one for every site. */
function rowTreeOf({ nodes }: RootedTree, real: boolean, input: SiteInput): RowTree {
  const siteWidths: number[] = [];
  for (const { sites, values } of nodes) {
    sites.forEach((site, k) => {
      siteWidths[site] = real ? even(values[k]!) : 2 * values[k]!;
    });
  }
  const inputs = input === 'vectors' ? siteWidths : [];
  const rowNodes: RowNode[] = [];
  const put = (node: RowNode): number => inputs.length + rowNodes.push(node) - 1;
  const outputs: number[] = [];
  for (const { children, sites, values, parent } of nodes) {
    const sources = [...children.map((child) => outputs[child]!), ...(input === 'vectors' ? sites : [])];
    const source = sources.length === 0 ? -1 : sources.reduce((left, right) => put({ kind: 'join', left, right }));
    const choice = input === 'digits' ? { sites, values } : { sites: [], values: [] };
    outputs.push(put({ kind: 'matrix', source, ...choice, width: real ? even(parent) : 2 * parent }));
  }
  return { sites: input === 'digits' ? siteWidths.length : 0, inputs, nodes: rowNodes, complex: !real };
}
