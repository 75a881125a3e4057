/** @file The wires of a circuit on a page: columns run to the right, and those that do not fit go on below. */

import { subscript } from '../number-format.ts';
import { INK, MUTED } from './colours.ts';
import { element, label } from './markup.ts';

/** Greatest width of a row, in pixels. */
const WIDTH = 1060;
const LEFT = 44;
/** Height between the wires of one row and those of the next. */
const BETWEEN = 22;

/** Where columns and wires are. */
export interface WrappedWires {
  readonly width: number;
  readonly height: number;
  /** Middle of a column. */
  readonly x: (column: number) => number;
  /** Height of a qubit's wire in the row of a column. */
  readonly y: (column: number, qubit: number) => number;
  /** Names and wires of all rows. */
  readonly wires: readonly string[];
  readonly rows: number;
}

/**
 * Wires in as many rows as the columns take.
 *
 * @param column - width of a column, pixels
 * @param wire - distance of two wires, pixels
 * @param more - what is written at the end, such as the number of gates that are left out; '' for nothing
 */
export function wrappedWires(
  qubits: number,
  columns: number,
  { column, wire, more }: { readonly column: number; readonly wire: number; readonly more: string },
): WrappedWires {
  const most = Math.max(1, Math.floor((WIDTH - LEFT - 8) / column));
  const rows = Math.max(1, Math.ceil(columns / most));
  const perRow = Math.ceil(columns / rows); // rows of equal length
  const rowHeight = qubits * wire + BETWEEN;
  const row = (at: number): number => (perRow === 0 ? 0 : Math.min(rows - 1, Math.floor(at / perRow)));
  const height = (r: number, qubit: number): number => 22 + r * rowHeight + qubit * wire;
  const ends = Array.from({ length: rows }, (_, r) => LEFT + column * Math.min(perRow, columns - r * perRow) + 8);
  const wires = ends.flatMap((end, r) =>
    Array.from({ length: qubits }, (_, qubit) => {
      const y = height(r, qubit);
      const line = { x1: LEFT - 12, x2: Math.max(end, 140), y1: y, y2: y, stroke: MUTED, opacity: 0.55 };
      return label(6, y + 4, `q${subscript(qubit)}`, { fill: MUTED }) + element('line', line);
    }),
  );
  const rest = more === '' ? [] : [label(6, height(rows - 1, qubits - 1) + 30, more, { fill: INK })];
  return {
    width: Math.max(160, Math.max(...ends) + 8),
    height: height(rows - 1, qubits - 1) + (more === '' ? 24 : 42),
    x: (at) => LEFT + (at - row(at) * perRow + 0.5) * column,
    y: (at, qubit) => height(row(at), qubit),
    wires: [...wires, ...rest],
    rows,
  };
}
