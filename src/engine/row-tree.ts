/**
 * @file Rows of real numbers carried up a tree of matrices: each row chooses its matrices by its digits. The amplitudes of a
 * chain or tree of tensors for many configurations at once, with their reverse mode.
 */

import { ShapeError } from '../errors.ts';

/**
 * A node of the tree; sources are the given rows first, then the nodes in order.
 *
 * - `matrix`: y_r = x_r · M_d, d the digits of row r at `sites` as one number, M of shape (choices, inner, width), where
 *   `inner` is the width of the source; without a source (−1) x_r = (1, 0);
 * - `join`:   the tensor product of two sources, row by row.
 */
export type RowNode =
  | {
      readonly kind: 'matrix';
      readonly source: number;
      /** Columns of digits, the most significant first, and the number of values of each. */
      readonly sites: readonly number[];
      readonly values: readonly number[];
      readonly width: number;
    }
  | { readonly kind: 'join'; readonly left: number; readonly right: number };

/** A tree whose last node is its root; every other source is used once. All widths are even. */
export interface RowTree {
  /** Columns of digits of each row. */
  readonly sites: number;
  /** Widths of the rows that are given as numbers. */
  readonly inputs: readonly number[];
  readonly nodes: readonly RowNode[];
  /** Whether neighbouring numbers are real and imaginary part, so that `join` multiplies complex numbers. */
  readonly complex: boolean;
}

/** The rows that enter a tree. */
export interface RowBatch {
  readonly count: number;
  /** Shape (count, sites). */
  readonly digits: Uint8Array;
  /** Shape (count, width) of each given source; default none. */
  readonly inputs?: readonly Float64Array[];
}

/** Rows at the root, of shape (count, width) and to be multiplied by 2^exponents. */
export interface RootRows {
  readonly rows: Float64Array;
  readonly exponents: Int32Array;
}

/** Cotangent of the root's rows before multiplication by 2^exponents, of the same shape; `first` is the number of the first row. */
export type RootCotangent = (root: RootRows, first: number) => Float64Array;

/** What a tree computes; matrices and their gradient stand node after node. */
export interface RowTreeResult extends RootRows {
  /** Where a cotangent was given. */
  readonly gradient: Float64Array | undefined;
}

/** Widths of all sources, the given ones first. */
export function sourceWidths({ inputs, nodes, complex }: RowTree): readonly number[] {
  const widths = [...inputs];
  for (const node of nodes) {
    if (node.kind === 'matrix') widths.push(node.width);
    else widths.push((widths[node.left]! * widths[node.right]!) / (complex ? 2 : 1));
  }
  return widths;
}

/** Numbers of the matrices of each node, 0 for a join. */
export function matrixSizes(tree: RowTree): readonly number[] {
  const widths = sourceWidths(tree);
  return tree.nodes.map((node) =>
    node.kind === 'join' ? 0 : choicesOf(node) * innerOf(node.source, widths) * node.width,
  );
}

/** A node that multiplies. */
export type MatrixNode = Extract<RowNode, { readonly kind: 'matrix' }>;

/** Number of matrices to choose from. */
export const choicesOf = ({ values }: MatrixNode): number => values.reduce((product, d) => product * d, 1);
/** Width of the rows that enter a node. */
export const innerOf = (source: number, widths: readonly number[]): number => (source < 0 ? 2 : widths[source]!);

/** @throws {ShapeError} widths that are odd, or arrays that do not fit the tree */
export function checkRows(tree: RowTree, matrices: Float64Array, { count, digits, inputs = [] }: RowBatch): void {
  const widths = sourceWidths(tree);
  const odd = widths.find((width) => width % 2 !== 0);
  if (odd !== undefined) throw new ShapeError(`runRows: even widths required, got ${odd}`);
  const entries = matrixSizes(tree).reduce((sum, size) => sum + size, 0);
  const given = inputs.map(({ length }) => length);
  const required = tree.inputs.map((width) => width * count);
  if (matrices.length !== entries || digits.length !== count * tree.sites || given.join() !== required.join()) {
    throw new ShapeError(
      `runRows: ${entries} numbers, ${count * tree.sites} digits and rows of [${required}] numbers required, got ` +
        `${matrices.length}, ${digits.length} and [${given}]`,
    );
  }
}
