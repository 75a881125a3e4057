/** @file The likelihoods of rows, not yet normalised: |ψ(v)|² of a pure tree. */

import type { RootRows, RowBatch } from '../engine/row-tree.ts';
import type { RowWeights } from './likelihood-arguments.ts';
import type { RootedTree } from './rooted-tree.ts';
import { treeRows } from './tree-rows.ts';

/** Logarithms of likelihoods up to the norm, as functions of the arranged tensors. */
export interface RowLikelihoods {
  /** Shape (rows,). */
  readonly logs: (tensors: readonly Float64Array[], batch: RowBatch) => Float64Array;
  /** The same, and the gradient of Σ share · log with respect to every tensor; rows of likelihood 0 do not enter. */
  readonly gradient: (
    tensors: readonly Float64Array[],
    batch: RowBatch,
    shares: RowWeights,
  ) => { readonly logs: Float64Array; readonly tensors: readonly Float64Array[] };
}

/** log|ψ(v)|² of a tree without environment. */
export function pureRows(tree: RootedTree, real: boolean): RowLikelihoods {
  const rows = treeRows(tree, real);
  return {
    logs: (tensors, batch) => logSquares(rows.amplitudes(tensors, batch)),
    gradient: (tensors, batch, shares) => {
      const found = rows.gradient(tensors, batch, (root, first) => logSquareCotangent(root.rows, shares, first));
      return { logs: logSquares(found), tensors: found.tensors };
    },
  };
}

/** log|ψ|² of rows of pairs of numbers. */
function logSquares({ rows, exponents }: RootRows): Float64Array {
  return Float64Array.from(exponents, (exponent, r) => {
    const [re, im] = [rows[2 * r]!, rows[2 * r + 1]!];
    return Math.log(re * re + im * im) + 2 * exponent * Math.LN2;
  });
}

/** The cotangent 2wψ/|ψ|² of Σ w log|ψ|²; 0 where ψ vanishes. */
function logSquareCotangent(rows: Float64Array, shares: RowWeights, first: number): Float64Array {
  const out = new Float64Array(rows.length);
  for (let r = 0; r < rows.length / 2; r++) {
    const [re, im] = [rows[2 * r]!, rows[2 * r + 1]!];
    const square = re * re + im * im;
    if (square === 0) continue;
    out[2 * r] = (2 * shares(first + r) * re) / square;
    out[2 * r + 1] = (2 * shares(first + r) * im) / square;
  }
  return out;
}
