/** @file Rows of digits from a text of comma-separated values. */

import { DomainError } from '../../src/errors.ts';
import { type DiscreteRows, MOST_VALUES } from '../../src/likelihood/discrete-rows.ts';
import { printable } from '../../src/printable.ts';

/** Most mistakes that are told at once. */
const LISTED = 20;

/** How to read rows. */
export interface CsvRowsReading {
  /** Number of values of each column; default one more than the greatest value in it, and at least two. */
  readonly dimensions?: readonly number[];
}

/**
 * Rows of integers ≥ 0, a line each, separated by commas, semicolons, tabs or blanks. A first line with a letter names the
 * columns and is passed over, and so are empty lines.
 *
 *     0,1,1,0
 *     1,1,0,0
 *
 * @param name - what to call the file in an error
 * @throws {DomainError} with all mistakes by line: no rows, rows of unequal length, entries that are no integers of the range
 */
export function readCsvRows(text: string, name = 'CSV file', { dimensions }: CsvRowsReading = {}): DiscreteRows {
  const rows: number[][] = [];
  const mistakes: string[] = [];
  for (const [k, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const fields = line.trim() === '' ? [] : line.trim().split(/\s*[,;]\s*|\s+/);
    if (fields.length === 0 || (rows.length === 0 && /\p{L}/u.test(line))) continue;
    const columns = dimensions?.length ?? rows[0]?.length ?? fields.length;
    const wrong = fields.findIndex((field, at) => !isDigit(field, dimensions?.[at] ?? MOST_VALUES));
    if (fields.length !== columns) {
      mistakes.push(`${name}:${k + 1}: ${columns} columns required, got ${fields.length}`);
    } else if (wrong >= 0) {
      const most = (dimensions?.[wrong] ?? MOST_VALUES) - 1;
      const got = `'${printable(fields[wrong]!, 40)}' in column ${wrong + 1}`;
      mistakes.push(`${name}:${k + 1}: integers from 0 to ${most} required, got ${got}`);
    } else rows.push(fields.map(Number));
  }
  if (rows.length + mistakes.length === 0) mistakes.push(`${name}: at least one row of integers required, got none`);
  if (mistakes.length > 0) throw new DomainError(mistakes.slice(0, LISTED).join('\n'));
  const digits = Uint8Array.from(rows.flat());
  return { dimensions: dimensions ?? greatest(rows), count: rows.length, digits };
}

const isDigit = (field: string, values: number): boolean => /^\d+$/.test(field) && Number(field) < values;

/** One more than the greatest value of each column, and at least two. */
function greatest(rows: readonly (readonly number[])[]): readonly number[] {
  return rows[0]!.map((_, column) => rows.reduce((most, row) => Math.max(most, row[column]! + 1), 2));
}
