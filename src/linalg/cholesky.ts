/** @file The Cholesky factor of a real symmetric matrix. */

import type { RealMatrix } from './matrix.ts';
import { dot } from './real-vector.ts';

/**
 * The lower triangular L with A = LLᵀ and a positive diagonal; undefined where A is not positive definite to rounding.
 * O(n³/3).
 *
 * @param a - square; only its lower triangle enters
 */
export function choleskyFactor({ rows: n, data }: RealMatrix): RealMatrix | undefined {
  const l = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    const row = l.subarray(i * n, i * n + i);
    for (let j = 0; j < i; j++) {
      const sum = dot(row.subarray(0, j), l.subarray(j * n, j * n + j));
      row[j] = (data[i * n + j]! - sum) / l[j * (n + 1)]!;
    }
    const pivot = data[i * (n + 1)]! - dot(row, row);
    if (!(pivot > 0)) return undefined;
    l[i * (n + 1)] = Math.sqrt(pivot);
  }
  return { rows: n, cols: n, data: l };
}
