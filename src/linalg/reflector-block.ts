/**
 * @file Products of Householder reflections as one matrix, H₀H₁…H_{k−1} = 1 − V·T·V† with T upper triangular, so that
 * many reflections act on many vectors by matrix products.
 *
 * @see Schreiber & Van Loan, SIAM J. Sci. Stat. Comput. 10, 53 (1989)
 */

import { currentEngine } from '../engine/engine.ts';

/** Reflections 1 − 2vv† in a row: their unit vectors as rows (count × length), and the conjugate of T. */
export interface ReflectorBlock {
  readonly count: number;
  readonly length: number;
  readonly rows: Float64Array;
  readonly conjugateT: Float64Array;
}

/** Reflections in one block. */
export const BLOCK = 32;

/**
 * The block of reflections with these unit vectors, given as rows; a zero vector stands for the identity. With
 * T_jj = 2 a further reflection adds the column −2·T·V†v_j above it.
 */
export function reflectorBlock(rows: Float64Array, count: number): ReflectorBlock {
  const overlaps = currentEngine().gram(rows, count);
  const t = new Float64Array(2 * count * count);
  for (let j = 0; j < count; j++) {
    t[2 * j * (count + 1)] = 2;
    for (let i = 0; i < j; i++) {
      let re = 0;
      let im = 0;
      for (let l = i; l < j; l++) {
        const [x, y] = [t[2 * (i * count + l)]!, t[2 * (i * count + l) + 1]!];
        const [u, v] = [overlaps[2 * (l * count + j)]!, overlaps[2 * (l * count + j) + 1]!];
        re += x * u - y * v;
        im += x * v + y * u;
      }
      t[2 * (i * count + j)] = -2 * re;
      t[2 * (i * count + j) + 1] = -2 * im;
    }
  }
  const conjugateT = t.map((x, k) => (k % 2 === 0 ? x : 0 - x));
  return { count, length: rows.length / 2 / Math.max(1, count), rows, conjugateT };
}

/**
 * x ← H₀…H_{k−1}·x, or H_{k−1}…H₀·x if `reversed`, for every x of an array of vectors: entries at `start`, and then one
 * vector after the other at a distance of `stride` complex numbers.
 */
export function applyBlock(
  block: ReflectorBlock,
  array: Float64Array,
  vectors: number,
  start: number,
  stride: number,
  reversed: boolean,
): void {
  const { count, length, rows, conjugateT } = block;
  if (vectors === 0 || length === 0) return;
  const gathered = new Float64Array(2 * vectors * length);
  for (let j = 0; j < vectors; j++) {
    const at = 2 * (start + j * stride);
    gathered.set(array.subarray(at, at + 2 * length), 2 * j * length);
  }
  // Vectors are rows here: xᵀ ← xᵀ − (V†x)ᵀ·Tᵀ·Vᵀ, with T† instead of T for the reversed order.
  const overlaps = currentEngine().multiply(gathered, rows, vectors, count, length, false, true);
  const mixed = currentEngine().multiply(overlaps, conjugateT, vectors, count, count, false, !reversed);
  const change = currentEngine().multiply(mixed, rows, vectors, length, count, false, false);
  for (let j = 0; j < vectors; j++) {
    const at = 2 * (start + j * stride);
    const from = 2 * j * length;
    for (let i = 0; i < 2 * length; i++) array[at + i] = array[at + i]! - change[from + i]!;
  }
}
