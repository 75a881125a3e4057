/** @file Bars and stripes as rows of bits. */

import { DomainError } from '../src/errors.ts';
import type { DiscreteRows } from '../src/likelihood/discrete-rows.ts';

/** Longest side; there are 2^side patterns. */
const LONGEST_SIDE = 16;

/**
 * All black-and-white pictures of r × c pixels whose columns are uniform (bars) or whose rows are uniform (stripes), each
 * once: 2^r + 2^c − 2 of them (for r, c ≥ 2). Pixel row·c + column is the site of that number.
 *
 * @throws {DomainError} sides other than 1 to 16
 *
 * @see MacKay, Information Theory, Inference and Learning Algorithms, sect. 43 (2003)
 */
export function barsAndStripesRows(rows: number, columns: number): DiscreteRows {
  if (![rows, columns].every((side) => Number.isInteger(side) && side >= 1 && side <= LONGEST_SIDE)) {
    throw new DomainError(`barsAndStripesRows: sides of 1 to ${LONGEST_SIDE} required, got ${rows} × ${columns}`);
  }
  const pixels = Array.from({ length: rows * columns }, (_, k) => [Math.floor(k / columns), k % columns] as const);
  const patterns = new Map<string, readonly number[]>();
  const draw = (isOn: (row: number, column: number) => number): void => {
    const bits = pixels.map(([row, column]) => isOn(row, column) & 1);
    patterns.set(bits.join(''), bits);
  };
  for (let mask = 0; mask < 2 ** columns; mask++) draw((_, column) => mask >> column);
  for (let mask = 0; mask < 2 ** rows; mask++) draw((row) => mask >> row);
  const digits = Uint8Array.from([...patterns.values()].flat());
  return { dimensions: pixels.map(() => 2), count: patterns.size, digits };
}
