/**
 * @file Householder reflections, the orthogonal transformations behind QR and singular values. A reflection
 * H = 1 − 2vv† maps a given vector to a multiple of the first unit vector, without loss of accuracy.
 */

import type { ComplexMatrix } from './complex.ts';
import { applyBlock, BLOCK, type ReflectorBlock, reflectorBlock } from './reflector-block.ts';

/**
 * A matrix factored as A·P = H₀H₁…H_{k−1}·R, in the form the algorithm leaves it. Columns are contiguous
 * (column-major): column j holds R above the diagonal and, for j < k, the unit vector v_j from the diagonal on.
 */
export interface HouseholderFactors {
  readonly rows: number;
  readonly cols: number;
  readonly columns: Float64Array;
  /** Diagonal of R, interleaved. */
  readonly diagonal: Float64Array;
  /** Column j of A·P is column order[j] of A. */
  readonly order: readonly number[];
}

/**
 * Householder factorisation of an m × n matrix, k = min(m, n) reflections. With `pivoting` the longest remaining
 * column is taken first, so that the rows of R decrease and tiny singular values keep their relative accuracy.
 * O(mn·k).
 */
export function householder(a: ComplexMatrix, pivoting: boolean): HouseholderFactors {
  const { rows, cols } = a;
  const columns = columnMajor(a);
  const order = Array.from({ length: cols }, (_, j) => j);
  const steps = Math.min(rows, cols);
  const diagonal = new Float64Array(2 * steps);
  // With pivoting every column must be up to date; without, those beyond a panel wait for all its reflections.
  const width = pivoting || steps < 2 * BLOCK ? Math.max(steps, 1) : BLOCK;
  for (let from = 0; from < steps; from += width) {
    const to = Math.min(from + width, steps);
    const last = pivoting || to === steps ? cols : to;
    for (let k = from; k < to; k++) {
      if (pivoting) exchange(columns, rows, order, k, longest(columns, rows, cols, k));
      const start = 2 * (k * rows + k);
      const end = 2 * (k + 1) * rows;
      const [re, im] = reflector(columns, start, end);
      diagonal[2 * k] = re;
      diagonal[2 * k + 1] = im;
      for (let j = k + 1; j < last; j++) reflect(columns, start, end, columns, start + 2 * (j - k) * rows);
    }
    if (last === cols) continue;
    applyBlock(panel(columns, rows, from, to), columns, cols - to, to * rows + from, rows, true);
  }
  return { rows, cols, columns, diagonal, order };
}

/**
 * Replaces the vector x stored at [start, end) by the unit vector v of the reflection with Hx = (re + i·im)·e₀,
 * and returns (re, im); for x = 0 the vector v is zero, and H the identity. Entries near the limits of the
 * number range neither overflow nor vanish.
 */
export function reflector(array: Float64Array, start: number, end: number): readonly [re: number, im: number] {
  let largest = 0;
  for (let i = start; i < end; i++) largest = Math.max(largest, Math.abs(array[i]!));
  if (largest === 0) return [0, 0];
  let sum = 0;
  for (let i = start; i < end; i++) sum += (array[i]! / largest) ** 2;
  const root = Math.sqrt(sum);
  for (let i = start; i < end; i++) array[i] = array[i]! / largest / root;
  const first = Math.hypot(array[start]!, array[start + 1]!);
  const [re, im] = first === 0 ? [1, 0] : [array[start]! / first, array[start + 1]! / first];
  array[start] = array[start]! + re;
  array[start + 1] = array[start + 1]! + im;
  const length = Math.sqrt(2 * (1 + first));
  for (let i = start; i < end; i++) array[i] = array[i]! / length;
  return [-re * root * largest, -im * root * largest];
}

/** x ← (1 − 2vv†)·x for v at [start, end) of `v`, x at the same length from `at` of `x`. */
export function reflect(v: Float64Array, start: number, end: number, x: Float64Array, at: number): void {
  let re = 0;
  let im = 0;
  for (let i = start, j = at; i < end; i += 2, j += 2) {
    re += v[i]! * x[j]! + v[i + 1]! * x[j + 1]!;
    im += v[i]! * x[j + 1]! - v[i + 1]! * x[j]!;
  }
  re *= 2;
  im *= 2;
  for (let i = start, j = at; i < end; i += 2, j += 2) {
    x[j] = x[j]! - re * v[i]! + im * v[i + 1]!;
    x[j + 1] = x[j + 1]! - re * v[i + 1]! - im * v[i]!;
  }
}

/** The first k = min(m, n) columns of H₀H₁…H_{k−1}, orthonormal; column-major, m × k. */
export function thinColumns({ rows, cols, columns }: HouseholderFactors): Float64Array {
  const steps = Math.min(rows, cols);
  const q = new Float64Array(2 * rows * steps);
  for (let j = 0; j < steps; j++) q[2 * (j * rows + j)] = 1;
  // Reflections beyond j leave the unit vector e_j unchanged.
  if (steps < 2 * BLOCK) {
    for (let j = 0; j < steps; j++) {
      for (let k = j; k >= 0; k--) reflect(columns, 2 * (k * rows + k), 2 * (k + 1) * rows, q, 2 * (j * rows + k));
    }
    return q;
  }
  for (let from = BLOCK * Math.floor((steps - 1) / BLOCK); from >= 0; from -= BLOCK) {
    const block = panel(columns, rows, from, Math.min(from + BLOCK, steps));
    applyBlock(block, q, steps - from, from * rows + from, rows, false);
  }
  return q;
}

/** The reflections from … to − 1 as a block on the rows from `from` on. */
function panel(columns: Float64Array, rows: number, from: number, to: number): ReflectorBlock {
  const length = rows - from;
  const vectors = new Float64Array(2 * (to - from) * length);
  for (let k = from; k < to; k++) {
    const vector = columns.subarray(2 * (k * rows + k), 2 * (k + 1) * rows);
    vectors.set(vector, 2 * ((k - from) * length + k - from));
  }
  return reflectorBlock(vectors, to - from);
}

/** The entries of a matrix, column by column. */
export function columnMajor({ rows, cols, interleaved }: ComplexMatrix): Float64Array {
  const out = new Float64Array(interleaved.length);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      out[2 * (j * rows + i)] = interleaved[2 * (i * cols + j)]!;
      out[2 * (j * rows + i) + 1] = interleaved[2 * (i * cols + j) + 1]!;
    }
  }
  return out;
}

/** The column j ≥ k that is longest below row k. */
function longest(columns: Float64Array, rows: number, cols: number, k: number): number {
  let best = k;
  let most = -1;
  for (let j = k; j < cols; j++) {
    let sum = 0;
    for (let i = 2 * (j * rows + k); i < 2 * (j + 1) * rows; i++) sum += columns[i]! * columns[i]!;
    if (sum > most) [best, most] = [j, sum];
  }
  return best;
}

/** Exchanges columns j and k. */
function exchange(columns: Float64Array, rows: number, order: number[], k: number, j: number): void {
  if (j === k) return;
  const column = columns.slice(2 * k * rows, 2 * (k + 1) * rows);
  columns.copyWithin(2 * k * rows, 2 * j * rows, 2 * (j + 1) * rows);
  columns.set(column, 2 * j * rows);
  [order[k], order[j]] = [order[j]!, order[k]!];
}
