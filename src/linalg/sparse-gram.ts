/** @file Gram matrices of rows that have few columns in common. */

import type { RealMatrix } from './matrix.ts';
import { multiplyReal } from './real-product.ts';

/**
 * M·Mᵀ for a matrix of which groups of rows vanish in many columns: each pair of groups is multiplied over the columns in which neither does.
 *
 * @param groups - the numbers of the rows of each group; together all rows, each once
 *
 * Cost Σ |g||h|·(common columns of g and h)/2 for pairs of groups g, h.
 */
export function sparseGram({ rows, cols, data }: RealMatrix, groups: readonly Int32Array[]): RealMatrix {
  const out = new Float64Array(rows * rows);
  const isUsed = groups.map((group) => {
    const used = new Uint8Array(cols);
    for (const row of group) for (let j = 0; j < cols; j++) if (data[row * cols + j] !== 0) used[j] = 1;
    return used;
  });
  const gathered = (group: Int32Array, columns: Int32Array): RealMatrix => {
    const part = new Float64Array(group.length * columns.length);
    group.forEach((row, i) => {
      for (let j = 0; j < columns.length; j++) part[i * columns.length + j] = data[row * cols + columns[j]!]!;
    });
    return { rows: group.length, cols: columns.length, data: part };
  };
  groups.forEach((group, g) => {
    for (let h = 0; h <= g; h++) {
      const other = groups[h]!;
      const columns = commonOf(isUsed[g]!, isUsed[h]!);
      if (columns.length === 0) continue;
      const left = gathered(group, columns);
      const product = multiplyReal(left, h === g ? left : gathered(other, columns), { transposeB: true });
      group.forEach((row, i) => {
        other.forEach((col, j) => {
          const value = product.data[i * other.length + j]!;
          out[row * rows + col] = value;
          out[col * rows + row] = value;
        });
      });
    }
  });
  return { rows, cols: rows, data: out };
}

/** The columns that are used by both. */
function commonOf(a: Uint8Array, b: Uint8Array): Int32Array {
  const found = new Int32Array(a.length);
  let count = 0;
  for (let j = 0; j < a.length; j++) if (a[j]! & b[j]!) found[count++] = j;
  return found.subarray(0, count);
}
