/** @file Rows of a two-dimensional network. */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexArray } from '../linalg/complex.ts';

/** A row of tensors with axes (up, left, site, right, down); outer axes have dimension 1. */
export type Row = readonly ComplexArray[];

/** The row upside down. */
export const flipped = (row: Row): Row =>
  row.map(({ shape, interleaved }) => ({
    shape: [shape[4]!, ...shape.slice(1, 4), shape[0]!],
    interleaved: currentEngine().permute(interleaved, shape, [4, 1, 2, 3, 0]),
  }));

export const conjugate = ({ shape, interleaved }: ComplexArray): ComplexArray => ({
  shape,
  interleaved: interleaved.map((x, k) => (k % 2 === 0 ? x : -x)),
});
