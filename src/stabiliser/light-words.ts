/** @file The lightest logical operators of a code, by a random search that needs no enumeration. */

import { DomainError } from '../errors.ts';
import type { RandomStream } from '../linalg/random.ts';
import { addRow, copyColumns, type DigitMatrix, digitAt, firstDigit, onesIn, zeroDigits } from './digit-matrix.ts';
import { matrixRows, reducedRowEchelon, rowEchelon } from './row-elimination.ts';
import { physicalQudits, type StabiliserCode } from './stabiliser-code.ts';

/** Which logical operators are looked for, and for how long. */
export interface LightWordsOptions {
  /** An input on which they act; default any. */
  readonly input?: number;
  /** What they may do to the other inputs, where one is named: bare operators 'identity', dressed ones 'any' (default). */
  readonly others?: 'identity' | 'any';
  /** Random orders of the sites; default 100. */
  readonly rounds?: number;
}

/** The lightest logical operators that were found. */
export interface LightWords {
  /** An upper bound of the distance; null if there is no logical operator. */
  readonly weight: number | null;
  /** The words of this weight that were found, x₁ z₁ x₂ z₂ … of all physical qudits. */
  readonly words: readonly (readonly number[])[];
}

/**
 * Logical operators of low weight, by information sets: in a random order of the sites the logical words and the
 * stabilisers are brought to reduced form, where each is almost the identity on the first sites, and all sums of two rows
 * are weighed. A light word is found as soon as it meets the first sites in two independent letters at most. The weight is
 * an upper bound of the distance, and after enough rounds almost surely the distance.
 *
 * @throws {DomainError} an input that does not exist, or no round
 *
 * O(r² n p²) for each round, 16 times less for qubits: 3 ms for [[55, 21]].
 *
 * @see Stern, A method for finding codewords of small weight (1989); Pryadko, Shabashov & Kozin, arXiv:2308.15140
 */
export function lightWords(code: StabiliserCode, stream: RandomStream, options: LightWordsOptions = {}): LightWords {
  const { input, others = 'any', rounds = 100 } = options;
  const { sites, inputs } = code;
  if (input !== undefined && inputs[input] === undefined) {
    throw new DomainError(`lightWords: inputs below ${inputs.length} required, got ${input}`);
  }
  if (!(Number.isInteger(rounds) && rounds >= 1)) {
    throw new DomainError(`lightWords: at least one round required, got ${rounds}`);
  }
  const n = physicalQudits(code);
  const acting = input === undefined ? inputs.flat() : inputs[input]!;
  const fixed = input === undefined || others === 'any' ? [] : inputs.flat().filter((q) => !acting.includes(q));
  const words = wordsFixing(code, fixed, acting, n);
  let least = Infinity;
  const found = new Map<string, readonly number[]>();
  const order = [...sites.keys()];
  for (let round = 0; round < rounds; round++) {
    for (let k = order.length - 1; k > 0; k--) {
      const j = stream.integer(k + 1);
      [order[k], order[j]] = [order[j]!, order[k]!];
    }
    weighPairs(reducedWords(words, sites, order, acting.length), sites, order, (weight, word) => {
      if (weight > least) return;
      if (weight < least) found.clear();
      least = weight;
      const digits = word();
      found.set(digits.join(), digits);
    });
  }
  return { weight: Number.isFinite(least) ? least : null, words: [...found.values()] };
}

/** The words that are 1 on the fixed references, as digits x z of each physical qudit and then of the acting references. */
function wordsFixing(
  { encoding: { prime, x, z, phases } }: StabiliserCode,
  fixed: readonly number[],
  acting: readonly number[],
  physical: number,
): DigitMatrix {
  const columns = [...fixed, ...Array(physical).keys(), ...acting];
  const rows = [...phases.keys()];
  const all = zeroDigits(prime, rows.length, 2 * columns.length);
  copyColumns(x, rows, columns, all, 0, (k) => 2 * k);
  copyColumns(z, rows, columns, all, 0, (k) => 2 * k + 1);
  const elimination = matrixRows(all);
  const limit = 2 * fixed.length;
  const within = (column: number): number => (column < limit ? column : -1);
  const { zero } = rowEchelon({
    ...elimination,
    columns: limit,
    first: (row, from) => within(elimination.first(row, from)),
  });
  const kept = Array.from({ length: 2 * columns.length - limit }, (_, k) => limit + k);
  const words = zeroDigits(prime, zero.length, kept.length);
  copyColumns(all, zero, kept, words);
  return words;
}

/** The same words, the sites in another order, in reduced echelon form, and a row of zeros. */
function reducedWords(
  words: DigitMatrix,
  sites: readonly (readonly number[])[],
  order: readonly number[],
  references: number,
): DigitMatrix {
  const qudits = order.flatMap((site) => sites[site]!);
  const columns = [
    ...qudits.flatMap((q) => [2 * q, 2 * q + 1]),
    ...Array.from({ length: 2 * references }, (_, k) => 2 * qudits.length + k),
  ];
  const arranged = zeroDigits(words.prime, words.rows + 1, words.columns);
  copyColumns(words, [...Array(words.rows).keys()], columns, arranged);
  reducedRowEchelon(matrixRows(arranged));
  return arranged;
}

/** Weighs all rows and all sums of two, up to a factor, that act on the references. The last row is free for the sum. */
function weighPairs(
  matrix: DigitMatrix,
  sites: readonly (readonly number[])[],
  order: readonly number[],
  offer: (weight: number, word: () => readonly number[]) => void,
): void {
  const { prime, stride, digits } = matrix;
  const sum = matrix.rows - 1;
  const lengths = order.map((site) => sites[site]!.length);
  const physical = 2 * lengths.reduce((total, length) => total + length, 0);
  const single = lengths.every((length) => length === 1);
  const weigh = (): void => {
    if (firstDigit(matrix, sum, physical) < 0) return;
    const weight = prime === 2 && single ? qubitWeight(matrix, sum, physical) : weightOf(matrix, sum, lengths);
    offer(weight, () => wordAt(matrix, sum, sites, order));
  };
  for (let a = 0; a < sum; a++) {
    digits.copyWithin(sum * stride, a * stride, (a + 1) * stride);
    weigh();
    for (let b = a + 1; b < sum; b++) {
      for (let factor = 1; factor < prime; factor++) {
        addRow(matrix, sum, b, 1);
        weigh();
      }
      addRow(matrix, sum, b, 1); // p times a row is nothing
    }
  }
}

/** Number of pairs of neighbouring bits, below a column, that are not both zero. */
function qubitWeight({ stride, digits }: DigitMatrix, row: number, columns: number): number {
  let weight = 0;
  for (let k = 0; 32 * k < columns; k++) {
    const word = digits[row * stride + k]!;
    const kept = columns - 32 * k >= 32 ? word : word & ((1 << (columns - 32 * k)) - 1);
    weight += onesIn((kept | (kept >>> 1)) & 0x55555555);
  }
  return weight;
}

function weightOf(matrix: DigitMatrix, row: number, lengths: readonly number[]): number {
  let [weight, column] = [0, 0];
  for (const length of lengths) {
    const first = firstDigit(matrix, row, column);
    column += 2 * length;
    if (first >= 0 && first < column) weight++;
  }
  return weight;
}

/** The digits of the physical qudits in their own order. */
function wordAt(
  matrix: DigitMatrix,
  row: number,
  sites: readonly (readonly number[])[],
  order: readonly number[],
): readonly number[] {
  const qudits = order.flatMap((site) => sites[site]!);
  const word = new Array<number>(2 * qudits.length).fill(0);
  qudits.forEach((q, k) => {
    word[2 * q] = digitAt(matrix, row, 2 * k);
    word[2 * q + 1] = digitAt(matrix, row, 2 * k + 1);
  });
  return word;
}
