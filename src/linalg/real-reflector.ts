/** @file Householder reflections 1 − 2vvᵀ of real vectors. */

import { applyBlock, BLOCK, reflectorBlock } from './reflector-block.ts';

/**
 * Replaces the vector x stored at [start, end) by the unit vector v with (1 − 2vvᵀ)x = value·e₀ and returns the value;
 * for x = 0 the vector v is zero, and the reflection the identity.
 */
export function realReflector(array: Float64Array, start: number, end: number): number {
  let largest = 0;
  for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(array[i]!));
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = start; i < end; i++) sum += (array[i]! / largest) ** 2;
  const root = Math.sqrt(sum);
  const sign = array[start]! < 0 ? -1 : 1;
  for (let i = start; i < end; i++) array[i] = array[i]! / largest / root;
  const length = Math.sqrt(2 * (1 + Math.abs(array[start]!)));
  array[start] = array[start]! + sign;
  for (let i = start; i < end; i++) array[i] = array[i]! / length;
  return -sign * root * largest;
}

/**
 * x ← H₀H₁…H_{s−1}·x in place for each row x of an array, the unit vectors of the reflections being the first s rows of
 * `reflectors`. Two real rows go through the complex blocks as one. O(rows·s·n).
 *
 * @param reflectors - row-major, rows of n numbers; row k is zero before entry k
 * @param rows - row-major, rows of n numbers
 */
export function reflectRows(reflectors: Float64Array, steps: number, rows: Float64Array, n: number): void {
  const count = n === 0 ? 0 : rows.length / n;
  const pairs = Math.ceil(count / 2);
  const packed = new Float64Array(2 * pairs * n);
  for (let r = 0; r < count; r++) {
    for (let i = 0; i < n; i++) packed[2 * ((r >> 1) * n + i) + (r & 1)] = rows[r * n + i]!;
  }
  for (let from = BLOCK * Math.floor(Math.max(steps - 1, 0) / BLOCK); from >= 0; from -= BLOCK) {
    const size = Math.min(BLOCK, steps - from);
    if (size <= 0) continue;
    const length = n - from; // entries before `from` are zero
    const vectors = new Float64Array(2 * size * length);
    for (let k = 0; k < size; k++) {
      for (let i = 0; i < length; i++) vectors[2 * (k * length + i)] = reflectors[(from + k) * n + from + i]!;
    }
    applyBlock(reflectorBlock(vectors, size), packed, pairs, from, n, false);
  }
  for (let r = 0; r < count; r++) {
    for (let i = 0; i < n; i++) rows[r * n + i] = packed[2 * ((r >> 1) * n + i) + (r & 1)]!;
  }
}
