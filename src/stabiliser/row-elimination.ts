/** @file Gaussian elimination over GF(p), of anything that has rows. */

import { addRow, type DigitMatrix, digitAt, firstDigit, firstWord, lastWord } from './digit-matrix.ts';
import { inverseModulo } from './prime-field.ts';

/** Rows on which elimination works, in place. */
export interface Rows {
  readonly prime: number;
  readonly count: number;
  readonly columns: number;
  readonly digit: (row: number, column: number) => number;
  /** The first column from `from` on in which the row is not zero; −1 if there is none. */
  readonly first: (row: number, from: number) => number;
  /** row_to ← row_to + factor·row_from. */
  readonly add: (to: number, from: number, factor: number) => void;
  /** How long it takes to add the row; of several possible pivots the cheapest is taken. */
  readonly width: (row: number) => number;
}

/** A row whose first non-zero entry lies in this column. */
export interface Pivot {
  readonly row: number;
  readonly column: number;
}

/** Rows in echelon form: one pivot for each independent row, by ascending column, and the rows that became zero. */
export interface Echelon {
  readonly pivots: readonly Pivot[];
  readonly zero: readonly number[];
}

/**
 * Echelon form, in place, without exchange of rows. Only rows that begin in the same column are ever added, so that
 * what is local stays cheap: O(rows² · width) at worst.
 */
export function rowEchelon(rows: Rows): Echelon {
  const { prime, count, columns } = rows;
  const waiting: number[][] = Array.from({ length: columns }, () => []);
  const pivots: Pivot[] = [];
  const zero: number[] = [];
  const place = (row: number, from: number): void => {
    const column = rows.first(row, from);
    if (column < 0) zero.push(row);
    else waiting[column]!.push(row);
  };
  for (let row = 0; row < count; row++) place(row, 0);
  for (let column = 0; column < columns; column++) {
    const here = waiting[column]!;
    if (here.length === 0) continue;
    const pivot = here.reduce((best, row) => (rows.width(row) < rows.width(best) ? row : best));
    pivots.push({ row: pivot, column });
    const inverse = inverseModulo(rows.digit(pivot, column), prime);
    for (const row of here) {
      if (row === pivot) continue;
      rows.add(row, pivot, ((prime - rows.digit(row, column)) * inverse) % prime);
      place(row, column + 1);
    }
    waiting[column] = [];
  }
  return { pivots, zero };
}

/**
 * Reduced echelon form, in place: every pivot is 1 and the only entry of its column among the pivot rows. It depends on
 * the span of the rows only.
 */
export function reducedRowEchelon(rows: Rows): Echelon {
  const echelon = rowEchelon(rows);
  const { prime } = rows;
  const pivots = echelon.pivots;
  for (let k = pivots.length - 1; k >= 0; k--) {
    const { row, column } = pivots[k]!;
    rows.add(row, row, inverseModulo(rows.digit(row, column), prime) - 1);
    for (let above = 0; above < k; above++) {
      const digit = rows.digit(pivots[above]!.row, column);
      if (digit !== 0) rows.add(pivots[above]!.row, row, prime - digit);
    }
  }
  return echelon;
}

/** The rows of a matrix, for elimination in place. Words outside of the two ends of a row are not touched. */
export function matrixRows(matrix: DigitMatrix): Rows {
  const low = Int32Array.from({ length: matrix.rows }, (_, row) => firstWord(matrix, row));
  const high = Int32Array.from({ length: matrix.rows }, (_, row) => lastWord(matrix, row));
  return {
    prime: matrix.prime,
    count: matrix.rows,
    columns: matrix.columns,
    digit: (row, column) => digitAt(matrix, row, column),
    first: (row, from) => firstDigit(matrix, row, from),
    add: (to, from, factor) => {
      if (factor === 0) return;
      addRow(matrix, to, from, factor, low[from]!, high[from]!);
      low[to] = Math.min(low[to]!, low[from]!);
      high[to] = Math.max(high[to]!, high[from]!);
    },
    width: (row) => high[row]!,
  };
}

/** The rank of a matrix over GF(p), which is destroyed. O(rows² · columns), 32 times less for p = 2. */
export function rankOfDigits(matrix: DigitMatrix): number {
  return rowEchelon(matrixRows(matrix)).pivots.length;
}
