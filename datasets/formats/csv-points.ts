/** @file Points of a line, a plane or space from a text of numbers. */

import { DomainError } from '../../src/errors.ts';
import { printable } from '../../src/printable.ts';

/** Most mistakes that are told at once. */
const LISTED = 20;

/**
 * Points, a line each, of one to three coordinates separated by commas, semicolons, tabs or blanks. A first line with a letter names the
 * columns and is passed over, and so are empty lines.
 *
 *     x,y
 *     0.5,1e-3
 *
 * @param name - what to call the file in an error
 * @throws {DomainError} with the mistakes by line: no points, lines of unequal length or of more than three numbers, what is no finite number
 */
export function readCsvPoints(text: string, name = 'CSV file'): readonly (readonly number[])[] {
  const points: number[][] = [];
  const mistakes: string[] = [];
  for (const [k, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const fields = line.trim() === '' ? [] : line.trim().split(/\s*[,;]\s*|\s+/);
    const isHead = points.length + mistakes.length === 0 && fields.some((field) => /^[^\d.+-]/.test(field));
    if (fields.length === 0 || isHead) continue;
    const columns = points[0]?.length ?? fields.length;
    const wrong = fields.find((field) => field === '' || !Number.isFinite(Number(field)));
    if (fields.length !== columns || columns > 3) {
      const required = points.length > 0 ? String(columns) : 'one to three';
      mistakes.push(`${name}:${k + 1}: ${required} coordinates required, got ${fields.length}`);
    } else if (wrong !== undefined) {
      mistakes.push(`${name}:${k + 1}: finite numbers required, got '${printable(wrong, 40)}'`);
    } else points.push(fields.map(Number));
  }
  if (points.length + mistakes.length === 0) mistakes.push(`${name}: at least one point required, got none`);
  if (mistakes.length > 0) throw new DomainError(mistakes.slice(0, LISTED).join('\n'));
  return points;
}
