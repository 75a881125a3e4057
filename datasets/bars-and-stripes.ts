/** @file Bars and stripes: the classical benchmark of generative models, as a state. */

import * as z from 'zod';
import { DomainError } from '../src/errors.ts';
import type { PureState } from '../src/generative/target-state.ts';
import { memoryOf, PURE_LIMIT } from './register-size.ts';
import { superposition } from './superposition.ts';

export const barsAndStripesOptions = z.strictObject({
  rows: z.number().int().min(1).max(PURE_LIMIT).describe('rows r of the pattern'),
  columns: z.number().int().min(1).max(PURE_LIMIT).describe('columns c; r·c qubits, at most 24'),
});

/**
 * Equal superposition of all black-and-white pictures of r × c pixels whose columns are uniform (bars) or whose rows
 * are uniform (stripes); the blank and the full one are both. There are 2^r + 2^c − 2 (for r, c ≥ 2). Pixel
 * row·c + column is the qubit of that number.
 *
 * @param rows - r
 * @param columns - c; r·c at most 24
 * @throws {DomainError} sizes out of range
 *
 * @see MacKay, Information Theory, Inference and Learning Algorithms, sect. 43 (2003)
 */
export function barsAndStripes(rows: number, columns: number): PureState {
  const qubits = rows * columns;
  if (!(Number.isInteger(rows) && Number.isInteger(columns) && rows >= 1 && columns >= 1 && qubits <= PURE_LIMIT)) {
    const memory = qubits > PURE_LIMIT ? `, whose state needs ${memoryOf(2 ** qubits)}` : '';
    throw new DomainError(`barsAndStripes: 1 to ${PURE_LIMIT} pixels required, got ${rows} × ${columns}${memory}`);
  }
  const patterns = new Set<number>();
  const all = Array.from({ length: qubits }, (_, k) => [Math.floor(k / columns), k % columns] as const);
  const drawn = (isOn: (r: number, c: number) => number): number =>
    all.reduce((b, [r, c]) => 2 * b + (isOn(r, c) & 1), 0);
  for (let mask = 0; mask < 2 ** columns; mask++) patterns.add(drawn((_, c) => mask >> c));
  for (let mask = 0; mask < 2 ** rows; mask++) patterns.add(drawn((r) => mask >> r));
  return superposition(`bars-and-stripes(${rows}, ${columns})`, qubits, (b) => patterns.has(b));
}
