/** @file Rows of digits from a file: pictures by IDX or PNG, or a table. */

import { DomainError } from '../src/errors.ts';
import type { DiscreteRows } from '../src/likelihood/discrete-rows.ts';
import { readCsvRows } from './formats/csv-rows.ts';
import { picturesOfIdx } from './formats/idx.ts';
import { binarised } from './pictures.ts';

/** Rows, and the pixels down and across where they are pictures. */
export interface RowFile {
  readonly rows: DiscreteRows;
  readonly picture: { readonly rows: number; readonly columns: number } | undefined;
}

/**
 * The rows in a file: a CSV of integers (.csv, .tsv, .txt), or pictures in an IDX file (any other name), which become black and
 * white at half of their greatest grey value.
 *
 * @param path - its name, by which the format is told
 * @throws {DomainError | ShapeError} an unreadable file, see `readCsvRows` and `picturesOfIdx`
 */
export function rowsOfFile(bytes: Uint8Array, path: string): RowFile {
  if (/\.(csv|tsv|txt)$/i.test(path))
    return { rows: readCsvRows(new TextDecoder().decode(bytes), path), picture: undefined };
  if (/\.(npy|npz|json|h5|png)$/i.test(path)) {
    throw new DomainError(`${path}: a .csv file of integers or an IDX file of pictures required`);
  }
  const pictures = picturesOfIdx(bytes, undefined, path);
  return { rows: binarised(pictures), picture: { rows: pictures.rows, columns: pictures.columns } };
}
