/** @file A working copy of a stabiliser group, whose generators are multiplied in place. */

import {
  addRow,
  copyColumns,
  type DigitMatrix,
  digitAt,
  firstDigit,
  firstWord,
  lastWord,
  onesIn,
  zeroDigits,
} from './digit-matrix.ts';
import { modulo } from './prime-field.ts';
import type { Rows } from './row-elimination.ts';
import type { StabiliserGroup } from './stabiliser-group.ts';

/**
 * Commuting words in the making. For odd p `phases` are powers of ω before T(x, z), and add up. For qubits they are
 * powers of i before X^x Z^z, so that a product takes the parity of one scalar product,
 * i^a X^x Z^z · i^b X^x′ Z^z′ = i^{a + b + 2z·x′} X^{x+x′} Z^{z+z′}.
 */
export interface Tableau {
  readonly prime: number;
  readonly qudits: number;
  readonly x: DigitMatrix;
  readonly z: DigitMatrix;
  readonly phases: Uint16Array;
  /** The first and the last word in which each row is not the identity; bounds that may be too wide. */
  readonly low: Int32Array;
  readonly high: Int32Array;
}

/** A copy of the group, to work on. */
export function tableauOf({ prime, qudits, x, z, phases }: StabiliserGroup): Tableau {
  const tableau = {
    prime,
    qudits,
    x: { ...x, digits: x.digits.slice() },
    z: { ...z, digits: z.digits.slice() },
    phases: phases.slice(),
    ...endsOf(x, z),
  };
  for (let row = 0; prime === 2 && row < phases.length; row++) {
    tableau.phases[row] = (2 * phases[row]! + crossings(tableau, row)) & 3;
  }
  return tableau;
}

/** The tableau of some rows, in this order, on some of its qudits, in this order; what is left out is dropped. */
export function partOfTableau(tableau: Tableau, rows: readonly number[], qudits: readonly number[]): Tableau {
  const part = (from: DigitMatrix): DigitMatrix => {
    const to = zeroDigits(tableau.prime, rows.length, qudits.length);
    copyColumns(from, rows, qudits, to);
    return to;
  };
  const [x, z] = [part(tableau.x), part(tableau.z)];
  const phases = Uint16Array.from(rows, (row) => tableau.phases[row]!);
  return { prime: tableau.prime, qudits: qudits.length, x, z, phases, ...endsOf(x, z) };
}

/** The group of some rows of the tableau, in this order; default all. */
export function groupOfTableau(
  tableau: Tableau,
  rows: readonly number[] = [...tableau.phases.keys()],
): StabiliserGroup {
  const { prime, qudits } = tableau;
  const part = (from: DigitMatrix): DigitMatrix => {
    const to = zeroDigits(prime, rows.length, qudits);
    for (const [k, row] of rows.entries()) to.digits.set(rowOf(from, row), k * to.stride);
    return to;
  };
  const phases = Uint16Array.from(rows, (row) => phaseOf(tableau, row));
  return { kind: 'stabiliser', prime, qudits, x: part(tableau.x), z: part(tableau.z), phases };
}

/** The power of ω before the word T(x, z) of a row. */
export function phaseOf(tableau: Tableau, row: number): number {
  const phase = tableau.phases[row]!;
  return tableau.prime === 2 ? ((phase - crossings(tableau, row)) & 3) >> 1 : phase;
}

/** Multiplies a row by a power of another with which it commutes, in place: g_to ← g_to · g_from^power. */
export function multiplyRow(tableau: Tableau, to: number, from: number, power: number): void {
  if (power === 0) return;
  const { prime, x, z, phases, low, high } = tableau;
  const [first, last] = [low[from]!, high[from]!];
  if (prime === 2) {
    const turns = phases[to]! + phases[from]! + 2 * addBoth(x, z, to, from, first, last);
    phases[to] = turns & 3;
  } else {
    addRow(x, to, from, power, first, last);
    addRow(z, to, from, power, first, last);
    phases[to] = (phases[to]! + power * phases[from]!) % prime;
  }
  low[to] = Math.min(low[to]!, first);
  high[to] = Math.max(high[to]!, last);
}

/** The rows for elimination in place; columns are x₁ … x_n, z₁ … z_n. */
export function tableauRows(tableau: Tableau): Rows {
  const { prime, qudits, x, z, phases, low, high } = tableau;
  return {
    prime,
    count: phases.length,
    columns: 2 * qudits,
    digit: (row, column) => (column < qudits ? digitAt(x, row, column) : digitAt(z, row, column - qudits)),
    first: (row, from) => {
      const inX = firstDigit(x, row, from);
      if (inX >= 0) return inX;
      const inZ = firstDigit(z, row, Math.max(0, from - qudits));
      return inZ < 0 ? -1 : qudits + inZ;
    },
    add: (to, from, factor) => multiplyRow(tableau, to, from, modulo(factor, prime)),
    width: (row) => high[row]! - low[row]!,
  };
}

/** The first and the last word in which each row is not zero. */
function endsOf(x: DigitMatrix, z: DigitMatrix): Pick<Tableau, 'low' | 'high'> {
  const low = Int32Array.from({ length: x.rows }, (_, row) => Math.min(firstWord(x, row), firstWord(z, row)));
  const high = Int32Array.from({ length: x.rows }, (_, row) => Math.max(lastWord(x, row), lastWord(z, row)));
  return { low, high };
}

/** Number of letters Y of a word of qubits. */
function crossings({ x, z }: Pick<Tableau, 'x' | 'z'>, row: number): number {
  const base = row * x.stride;
  let count = 0;
  for (let k = 0; k < x.stride; k++) count += onesIn(x.digits[base + k]! & z.digits[base + k]!);
  return count;
}

/** Adds a row of bits to another in both halves; returns the parity of z_to · x_from from before. */
function addBoth(x: DigitMatrix, z: DigitMatrix, to: number, from: number, low: number, high: number): number {
  const [a, b] = [x.digits, z.digits];
  const [target, source] = [to * x.stride, from * x.stride];
  let crossing = 0;
  for (let k = low; k <= high; k++) {
    const xFrom = a[source + k]!;
    const zTo = b[target + k]!;
    crossing ^= zTo & xFrom;
    a[target + k] = a[target + k]! ^ xFrom;
    b[target + k] = zTo ^ b[source + k]!;
  }
  return onesIn(crossing) & 1;
}

const rowOf = ({ stride, digits }: DigitMatrix, row: number): DigitMatrix['digits'] =>
  digits.subarray(row * stride, (row + 1) * stride);
