/** @file Real matrices of which most entries vanish. */

/** A matrix by the entries that do not vanish, row by row. */
export interface SparseMatrix {
  readonly rows: number;
  readonly cols: number;
  /** Where each row begins in `columns` and `entries`, shape (rows + 1,). */
  readonly starts: Int32Array;
  readonly columns: Int32Array;
  readonly entries: Float64Array;
}

/** The matrix of the given rows, each from the numbers of columns to entries. */
export function sparseMatrix(rows: readonly ReadonlyMap<number, number>[], cols: number): SparseMatrix {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    starts[i + 1] = starts[i]! + row.size;
  });
  return {
    rows: rows.length,
    cols,
    starts,
    columns: Int32Array.from(rows.flatMap((row) => [...row.keys()])),
    entries: Float64Array.from(rows.flatMap((row) => [...row.values()])),
  };
}

/** A·x, shape (rows,). O(entries). */
export function sparseTimes({ rows, starts, columns, entries }: SparseMatrix, x: Float64Array): Float64Array {
  const y = new Float64Array(rows);
  for (let i = 0; i < rows; i++) {
    let sum = 0;
    for (let k = starts[i]!; k < starts[i + 1]!; k++) sum += entries[k]! * x[columns[k]!]!;
    y[i] = sum;
  }
  return y;
}

/** Aᵀ·y, shape (cols,). O(entries). */
export function transposedTimes({ rows, cols, starts, columns, entries }: SparseMatrix, y: Float64Array): Float64Array {
  const x = new Float64Array(cols);
  for (let i = 0; i < rows; i++) {
    for (let k = starts[i]!; k < starts[i + 1]!; k++) x[columns[k]!]! += entries[k]! * y[i]!;
  }
  return x;
}
