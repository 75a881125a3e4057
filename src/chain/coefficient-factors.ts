/** @file Sparse matrices of coefficients as products of two, block by block, with as few terms as their rank. */

import { type Complex, type ComplexMatrix, identityMatrix, zeroMatrix } from '../linalg/complex.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';

/** A row of a sparse matrix: coefficients by column. */
export type Coefficients = ReadonlyMap<number, Complex>;

/** C = L·R: row k of L by channels, row c of R by columns of C. */
export interface CoefficientFactors {
  readonly left: readonly Coefficients[];
  readonly right: readonly Coefficients[];
}

/**
 * Factorises a sparse matrix. Rows that share no column, even by way of others, are factorised apart. A block of full
 * rank stays as it is beside an identity, so that nothing is rounded; others are divided by their singular values.
 *
 * @param tolerance - singular values below this multiple of a block's largest are dropped
 */
export function factorised(rows: readonly Coefficients[], tolerance: number): CoefficientFactors {
  const left: Map<number, Complex>[] = rows.map(() => new Map());
  const right: Map<number, Complex>[] = [];
  for (const own of connectedRows(rows)) {
    const columns = [...new Set(own.flatMap((row) => [...rows[row]!.keys()]))];
    const place = new Map(columns.map((column, k) => [column, k]));
    const matrix = zeroMatrix(own.length, columns.length);
    own.forEach((row, i) => {
      for (const [column, [re, im]] of rows[row]!) {
        const at = 2 * (i * columns.length + place.get(column)!);
        matrix.interleaved[at] = re;
        matrix.interleaved[at + 1] = im;
      }
    });
    const first = right.length;
    const [L, R] = factors(matrix, tolerance);
    own.forEach((row, i) => {
      for (let c = 0; c < L.cols; c++) if (isNonzero(L, i, c)) left[row]!.set(first + c, entry(L, i, c));
    });
    for (let c = 0; c < R.rows; c++) {
      right.push(new Map(columns.flatMap((column, k) => (isNonzero(R, c, k) ? [[column, entry(R, c, k)]] : []))));
    }
  }
  return { left, right };
}

const entry = ({ cols, interleaved }: ComplexMatrix, i: number, j: number): Complex => [
  interleaved[2 * (i * cols + j)]!,
  interleaved[2 * (i * cols + j) + 1]!,
];
const isNonzero = (matrix: ComplexMatrix, i: number, j: number): boolean => entry(matrix, i, j).some((x) => x !== 0);

/** The rows in groups that are joined by common columns. */
function connectedRows(rows: readonly Coefficients[]): readonly (readonly number[])[] {
  const byColumn = new Map<number, number[]>();
  rows.forEach((row, k) => {
    for (const column of row.keys()) byColumn.set(column, [...(byColumn.get(column) ?? []), k]);
  });
  const seen = new Set<number>();
  const groups: number[][] = [];
  for (let k = 0; k < rows.length; k++) {
    if (seen.has(k)) continue;
    seen.add(k);
    const group = [k];
    for (const row of group) {
      for (const column of rows[row]!.keys()) {
        for (const other of byColumn.get(column)!) {
          if (seen.has(other)) continue;
          seen.add(other);
          group.push(other);
        }
        byColumn.set(column, []); // visited
      }
    }
    groups.push(group);
  }
  return groups;
}

function factors(matrix: ComplexMatrix, tolerance: number): readonly [ComplexMatrix, ComplexMatrix] {
  const { rows, cols } = matrix;
  const most = Math.min(rows, cols);
  if (most > 1) {
    const { u, values, v } = singularValueDecomposition(matrix);
    const rank = values.findIndex((value) => value <= tolerance * values[0]!);
    if (rank > 0 && rank < most) {
      const [L, R] = [zeroMatrix(rows, rank), zeroMatrix(rank, cols)];
      for (let c = 0; c < rank; c++) {
        for (let i = 0; i < rows; i++) {
          L.interleaved[2 * (i * rank + c)] = u.interleaved[2 * (i * u.cols + c)]!;
          L.interleaved[2 * (i * rank + c) + 1] = u.interleaved[2 * (i * u.cols + c) + 1]!;
        }
        for (let j = 0; j < cols; j++) {
          R.interleaved[2 * (c * cols + j)] = values[c]! * v.interleaved[2 * (j * v.cols + c)]!;
          R.interleaved[2 * (c * cols + j) + 1] = -values[c]! * v.interleaved[2 * (j * v.cols + c) + 1]!;
        }
      }
      return [L, R];
    }
  }
  return rows <= cols ? [identityMatrix(rows), matrix] : [matrix, identityMatrix(cols)];
}
