/** @file Matrices over GF(p), packed into words: the linear algebra of stabiliser groups. */

import { ShapeError } from '../errors.ts';

/** A matrix over the field GF(p). */
export interface DigitMatrix {
  readonly prime: number;
  readonly rows: number;
  readonly columns: number;
  /** Words of each row. */
  readonly stride: number;
  /** Row by row. For p = 2 column c is bit c mod 32 of word ⌊c/32⌋ of its row, else each digit is a word. */
  readonly digits: Uint32Array | Uint16Array | Uint8Array;
}

/** Largest memory of a matrix, in bytes. */
const LARGEST_BYTES = 2 ** 30;
/** Most columns, for each of which elimination keeps a list. */
const MOST_COLUMNS = 2 ** 22;

/**
 * The zero matrix.
 *
 * @throws {ShapeError} it would need more than 1 GB, or have more than 2²² columns
 */
export function zeroDigits(prime: number, rows: number, columns: number): DigitMatrix {
  if (columns > MOST_COLUMNS) {
    throw new ShapeError(`zeroDigits: at most ${MOST_COLUMNS} columns possible, got ${columns}`);
  }
  const stride = prime === 2 ? (columns + 31) >>> 5 : columns;
  const bytes = rows * stride * (prime === 2 ? 4 : prime < 256 ? 1 : 2);
  if (bytes > LARGEST_BYTES) {
    throw new ShapeError(`zeroDigits: at most ${LARGEST_BYTES} bytes possible, got ${rows} × ${columns} digits`);
  }
  const length = rows * stride;
  const digits = prime === 2 ? new Uint32Array(length) : prime < 256 ? new Uint8Array(length) : new Uint16Array(length);
  return { prime, rows, columns, stride, digits };
}

/** The entry in a row and column, 0 … p − 1. */
export function digitAt({ prime, stride, digits }: DigitMatrix, row: number, column: number): number {
  if (prime !== 2) return digits[row * stride + column]!;
  return (digits[row * stride + (column >>> 5)]! >>> (column & 31)) & 1;
}

/** Sets an entry, in place. */
export function setDigit({ prime, stride, digits }: DigitMatrix, row: number, column: number, value: number): void {
  if (prime !== 2) {
    digits[row * stride + column] = value;
    return;
  }
  const word = row * stride + (column >>> 5);
  const bit = 1 << (column & 31);
  digits[word] = value === 0 ? digits[word]! & ~bit : digits[word]! | bit;
}

/**
 * Adds a multiple of one row to another, in place: row_to ← row_to + factor·row_from.
 *
 * @param low - first word in which row_from is not zero
 * @param high - last such word
 */
export function addRow(
  { prime, stride, digits }: DigitMatrix,
  to: number,
  from: number,
  factor: number,
  low = 0,
  high = stride - 1,
): void {
  const [a, b] = [to * stride, from * stride];
  if (prime === 2) {
    for (let k = low; k <= high; k++) digits[a + k] = digits[a + k]! ^ digits[b + k]!;
  } else {
    for (let k = low; k <= high; k++) digits[a + k] = (digits[a + k]! + factor * digits[b + k]!) % prime;
  }
}

/** The first column from `from` on in which the row is not zero; −1 if there is none. */
export function firstDigit({ prime, columns, stride, digits }: DigitMatrix, row: number, from = 0): number {
  if (from >= columns) return -1;
  const base = row * stride;
  if (prime !== 2) {
    for (let k = from; k < stride; k++) if (digits[base + k] !== 0) return k;
    return -1;
  }
  let mask = -1 << (from & 31);
  for (let k = from >>> 5; k < stride; k++) {
    const word = digits[base + k]! & mask;
    if (word !== 0) return 32 * k + 31 - Math.clz32(word & -word);
    mask = -1;
  }
  return -1;
}

/** The last word in which the row is not zero; −1 for a row of zeros. */
export function lastWord({ stride, digits }: DigitMatrix, row: number): number {
  let k = stride - 1;
  while (k >= 0 && digits[row * stride + k] === 0) k--;
  return k;
}

/** The first word in which the row is not zero; `stride` for a row of zeros. */
export function firstWord({ stride, digits }: DigitMatrix, row: number): number {
  let k = 0;
  while (k < stride && digits[row * stride + k] === 0) k++;
  return k;
}

/**
 * Writes some columns of a matrix into another, in place: target[to + i, at(k)] = source[rows[i], columns[k]].
 *
 * @param at - the column of the target for the k-th of the columns; default k
 */
export function copyColumns(
  source: DigitMatrix,
  rows: readonly number[],
  columns: readonly number[],
  target: DigitMatrix,
  to = 0,
  at: (k: number) => number = (k) => k,
): void {
  rows.forEach((row, i) => {
    if (firstDigit(source, row) < 0) return;
    for (let k = 0; k < columns.length; k++) {
      const digit = digitAt(source, row, columns[k]!);
      if (digit !== 0) setDigit(target, to + i, at(k), digit);
    }
  });
}

/** Σ_c a_c b_c mod p of a row of each of two matrices of the same shape, over the words from low to high. */
export function rowProduct(
  a: DigitMatrix,
  row: number,
  b: DigitMatrix,
  other: number,
  low = 0,
  high = a.stride - 1,
): number {
  const [from, to] = [row * a.stride, other * b.stride];
  let sum = 0;
  if (a.prime === 2) {
    for (let k = low; k <= high; k++) sum ^= a.digits[from + k]! & b.digits[to + k]!;
    return onesIn(sum) & 1;
  }
  for (let k = low; k <= high; k++) sum = (sum + a.digits[from + k]! * b.digits[to + k]!) % a.prime;
  return sum;
}

/** The transpose of a matrix over GF(2), 32 × 32 bits at a time. */
export function transposedBits({ rows, columns, stride, digits }: DigitMatrix): DigitMatrix {
  const other = zeroDigits(2, columns, rows);
  const block = new Uint32Array(32);
  for (let i = 0; i < rows; i += 32) {
    const [height, word] = [Math.min(32, rows - i), i >>> 5];
    for (let k = 0; k < stride; k++) {
      let any = 0;
      for (let r = 0; r < 32; r++) {
        block[r] = r < height ? digits[(i + r) * stride + k]! : 0;
        any |= block[r]!;
      }
      if (any === 0) continue;
      transposeBlock(block);
      const width = Math.min(32, columns - 32 * k);
      for (let c = 0; c < width; c++) other.digits[(32 * k + c) * other.stride + word] = block[c]!;
    }
  }
  return other;
}

/** Transposes 32 words of 32 bits in place: squares of 16, 8, 4, 2 and 1 bits beside the diagonal change places. */
function transposeBlock(block: Uint32Array): void {
  for (let size = 16, mask = 0xffff; size > 0; size >>= 1, mask ^= mask << size) {
    for (let k = 0; k < 32; k = (k + size + 1) & ~size) {
      const swap = ((block[k]! >>> size) ^ block[k + size]!) & mask;
      block[k] = block[k]! ^ (swap << size);
      block[k + size] = block[k + size]! ^ swap;
    }
  }
}

/** Number of bits set in a word of 32 bits. */
export function onesIn(word: number): number {
  let x = word - ((word >>> 1) & 0x55555555);
  x = (x & 0x33333333) + ((x >>> 2) & 0x33333333);
  return Math.imul((x + (x >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
