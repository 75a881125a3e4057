/**
 * @file A tensor as the matrices of the row kernel. A complex number is a pair of real ones, and multiplication by a + ib the
 * matrix ((a, b), (−b, a)); real rows are padded to an even width.
 */

import type { TreeNode } from './rooted-tree.ts';

/** What a site hands to its node: the digit chooses a matrix, or a vector is given. */
export type SiteInput = 'digits' | 'vectors';

/** The next even number. */
export const even = (x: number): number => x + (x % 2);

/** For every entry of a node's matrices the number of its tensor that it is, or −1, and its sign. */
export interface MatrixMap {
  readonly from: Int32Array;
  readonly sign: Int8Array;
}

/** The map of a node whose tensor has the axes (children, sites, parent). */
export function matrixMap(
  { bonds, values, parent }: Pick<TreeNode, 'bonds' | 'values' | 'parent'>,
  real: boolean,
  input: SiteInput = 'digits',
): MatrixMap {
  // As given vectors, sites come after the children among the factors of a row.
  const factors = input === 'vectors' ? [...bonds, ...values] : bonds;
  const inner = rowsOfFactors(factors, real);
  const choices = input === 'vectors' ? 1 : values.reduce((product, d) => product * d, 1);
  const [rows, width] = real ? [inner.length, even(parent)] : [2 * inner.length, 2 * parent];
  const from = new Int32Array(choices * rows * width).fill(-1);
  const sign = new Int8Array(from.length).fill(1);
  for (let s = 0; s < choices; s++) {
    inner.forEach((i, row) => {
      if (i < 0) return;
      for (let p = 0; p < parent; p++) {
        const entry = 2 * ((i * choices + s) * parent + p);
        if (real) {
          from[(s * rows + row) * width + p] = entry;
          continue;
        }
        const at = (s * rows + 2 * row) * width + 2 * p;
        from.set([entry, entry + 1], at);
        from.set([entry + 1, entry], at + width);
        sign[at + width] = -1;
      }
    });
  }
  return { from, sign };
}

/** For every number, or pair of numbers, of a joined row the index of the children's and sites' values; −1 for padding. */
function rowsOfFactors(factors: readonly number[], real: boolean): readonly number[] {
  if (factors.length === 0) return real ? [0, -1] : [0];
  return factors.reduce<readonly number[]>(
    (rows, dimension) => {
      const padded = real ? even(dimension) : dimension;
      return rows.flatMap((row) =>
        Array.from({ length: padded }, (_, k) => (row < 0 || k >= dimension ? -1 : row * dimension + k)),
      );
    },
    [0],
  );
}

/** Writes the matrices of a tensor behind a place. */
export function matricesOfTensor({ from, sign }: MatrixMap, tensor: Float64Array, to: Float64Array, at: number): void {
  for (let e = 0; e < from.length; e++) if (from[e]! >= 0) to[at + e] = sign[e]! * tensor[from[e]!]!;
}

/** The tensor's gradient, of so many numbers, from that of its matrices behind a place. */
export function entriesOfMatrices(
  { from, sign }: MatrixMap,
  matrices: Float64Array,
  at: number,
  length: number,
): Float64Array {
  const tensor = new Float64Array(length);
  for (let e = 0; e < from.length; e++) if (from[e]! >= 0) tensor[from[e]!]! += sign[e]! * matrices[at + e]!;
  return tensor;
}
