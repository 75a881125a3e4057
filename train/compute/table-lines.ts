/** @file A table of numbers as lines of text. */

import { significant } from '../../src/number-format.ts';

/** Most rows and columns that are shown. */
const MOST = 16;

/** Rows of numbers in columns, null as ∞; of large tables the first rows and columns. */
export function tableLines(rows: readonly (readonly (number | null)[])[], digits: number): readonly string[] {
  const cells = rows
    .slice(0, MOST)
    .map((row) => row.slice(0, MOST).map((value) => significant(value ?? Infinity, digits)));
  const width = Math.max(0, ...cells.flat().map((cell) => cell.length));
  const more = rows.length > MOST ? [`  … ${rows.length} rows, --json for all`] : [];
  return [...cells.map((row) => `  ${row.map((cell) => cell.padStart(width)).join('  ')}`), ...more];
}
