/** @file Large symmetric positive linear systems: Cholesky's decomposition by blocks, whose work is products of matrices. */

import { choleskyFactor } from './cholesky.ts';
import type { RealMatrix } from './matrix.ts';
import { multiplyReal } from './real-product.ts';
import { dot } from './real-vector.ts';

/** b ↦ A⁻¹b. */
export type CholeskySolution = (b: Float64Array) => Float64Array;

/** Rows of a block. */
const BLOCK = 96;

/**
 * The map b ↦ A⁻¹b by A = LLᵀ; undefined where A is not positive definite to rounding.
 *
 * O(n³/3), in products of blocks, and then O(n²) for each b.
 *
 * @param a - square; only its lower triangle enters
 */
export function blockedCholesky({ rows: n, data }: RealMatrix): CholeskySolution | undefined {
  const l = data.slice();
  const blockOf = (from: number, count: number, first: number, cols: number): RealMatrix => {
    const out = new Float64Array(count * cols);
    for (let i = 0; i < count; i++)
      out.set(l.subarray((from + i) * n + first, (from + i) * n + first + cols), i * cols);
    return { rows: count, cols, data: out };
  };
  for (let k = 0; k < n; k += BLOCK) {
    const width = Math.min(BLOCK, n - k);
    // Rows from k on, columns of the block, less what the columns before tell of them.
    if (k > 0) {
      const before = blockOf(k, width, 0, k);
      for (let i = k; i < n; i += BLOCK) {
        const count = Math.min(BLOCK, n - i);
        const product = multiplyReal(blockOf(i, count, 0, k), before, { transposeB: true }).data;
        for (let p = 0; p < count; p++) {
          for (let q = 0; q < width; q++) l[(i + p) * n + k + q] = l[(i + p) * n + k + q]! - product[p * width + q]!;
        }
      }
    }
    const factor = choleskyFactor(blockOf(k, width, k, width));
    if (factor === undefined) return undefined;
    for (let i = 0; i < width; i++) l.set(factor.data.subarray(i * width, (i + 1) * width), (k + i) * n + k);
    for (let i = k + width; i < n; i++) {
      const row = l.subarray(i * n + k, i * n + k + width);
      for (let j = 0; j < width; j++) {
        const known = dot(row.subarray(0, j), factor.data.subarray(j * width, j * width + j));
        row[j] = (row[j]! - known) / factor.data[j * (width + 1)]!;
      }
    }
  }
  return (b) => solved(l, n, b);
}

/** L⁻ᵀL⁻¹b. */
function solved(l: Float64Array, n: number, b: Float64Array): Float64Array {
  const y = b.slice();
  for (let i = 0; i < n; i++) {
    let rest = y[i]!;
    for (let j = 0, at = i * n; j < i; j++, at++) rest -= l[at]! * y[j]!;
    y[i] = rest / l[i * (n + 1)]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    const value = y[i]! / l[i * (n + 1)]!;
    y[i] = value;
    for (let j = 0, at = i * n; j < i; j++, at++) y[j] = y[j]! - l[at]! * value;
  }
  return y;
}
