/** @file Data: rows of digits, one for each site, and their division into those to learn from and those held out. */

import { DomainError, ShapeError } from '../errors.ts';

/** Rows v of n digits, 0 ≤ v_k < dimensions_k: samples of n discrete variables. */
export interface DiscreteRows {
  /** Number of values of each variable, shape (n,). */
  readonly dimensions: readonly number[];
  /** Number of rows. */
  readonly count: number;
  /** Shape (count, n), row by row. */
  readonly digits: Uint8Array;
}

/** Most mistakes that are told at once. */
const LISTED = 5;
/** Most values of a variable: what a byte holds. */
export const MOST_VALUES = 256;

/**
 * The number of rows in a list of digits, after a check of all of them.
 *
 * @param digits - shape (rows, n)
 * @param least - fewest rows; default 1
 * @throws {ShapeError} no data, or digits that do not make up whole rows
 * @throws {DomainError} digits out of range, naming the first few by row and site
 */
export function rowsIn(caller: string, dimensions: readonly number[], digits: Uint8Array, least = 1): number {
  const n = dimensions.length;
  const count = digits.length / n;
  if (n === 0 || !Number.isInteger(count) || count < least) {
    throw new ShapeError(`${caller}: ${least} or more rows of ${n} digits required, got ${digits.length} digits`);
  }
  const wrong: string[] = [];
  for (let at = 0; at < digits.length && wrong.length < LISTED; at++) {
    const values = dimensions[at % n]!;
    if (digits[at]! < values) continue;
    wrong.push(`${digits[at]} in row ${Math.floor(at / n)} at site ${at % n} of ${values} values`);
  }
  if (wrong.length > 0) {
    throw new DomainError(
      `${caller}: digits below the number of values of each site required, got ${wrong.join(', ')}`,
    );
  }
  return count;
}

/**
 * Rows as a record, checked.
 *
 * @throws {ShapeError | DomainError} see `rowsIn`; or a number of values that is not an integer of 1 to 256
 */
export function discreteRows(dimensions: readonly number[], digits: Uint8Array): DiscreteRows {
  const wrong = dimensions.find((d) => !(Number.isInteger(d) && d >= 1 && d <= MOST_VALUES));
  if (wrong !== undefined) {
    throw new DomainError(`discreteRows: 1 to ${MOST_VALUES} values of each site required, got ${wrong}`);
  }
  return { dimensions, count: rowsIn('discreteRows', dimensions, digits), digits };
}

/** The rows with these numbers, in this order. */
export function selectedRows({ dimensions, digits }: DiscreteRows, rows: readonly number[]): DiscreteRows {
  const n = dimensions.length;
  const chosen = new Uint8Array(rows.length * n);
  rows.forEach((row, k) => {
    chosen.set(digits.subarray(row * n, (row + 1) * n), k * n);
  });
  return { dimensions, count: rows.length, digits: chosen };
}

/** Data to learn from, and data to be judged by. */
export interface DividedRows {
  readonly training: DiscreteRows;
  readonly heldOut: DiscreteRows;
}

/** How to divide data. */
export interface HeldOutOptions {
  /** One of so many rows is held out; default 5. */
  readonly every?: number;
  /** The first row held out; default the last of the first `every`. */
  readonly first?: number;
}

/**
 * The numbers of the rows to learn from and of those held out: first, first + every, first + 2·every, …
 *
 * @throws {DomainError} not both parts have a row
 */
export function heldOutNumbers(
  count: number,
  { every = 5, first = every - 1 }: HeldOutOptions = {},
): { readonly training: readonly number[]; readonly heldOut: readonly number[] } {
  const all = Array.from({ length: count }, (_, k) => k);
  const isOut = (k: number): boolean => k >= first && (k - first) % every === 0;
  const [training, heldOut] = [all.filter((k) => !isOut(k)), all.filter(isOut)];
  if (!(Number.isInteger(every) && every >= 2 && training.length > 0 && heldOut.length > 0)) {
    throw new DomainError(`heldOut: rows on both sides required, got every ${every} from ${first} on of ${count}`);
  }
  return { training, heldOut };
}

/** The rows divided; see `heldOutNumbers`. */
export function dividedRows(rows: DiscreteRows, options: HeldOutOptions = {}): DividedRows {
  const { training, heldOut } = heldOutNumbers(rows.count, options);
  return { training: selectedRows(rows, training), heldOut: selectedRows(rows, heldOut) };
}
