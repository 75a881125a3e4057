import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { copyColumns, digitAt, setDigit, zeroDigits } from '../../src/stabiliser/digit-matrix.ts';
import { inverseModulo } from '../../src/stabiliser/prime-field.ts';
import { matrixRows, rankOfDigits, reducedRowEchelon } from '../../src/stabiliser/row-elimination.ts';

const anyMatrix = fc.constantFrom(2, 3, 5, 257).chain((prime) =>
  fc.integer({ min: 1, max: 70 }).chain((columns) =>
    fc.tuple(
      fc.constant(prime),
      fc.array(fc.array(fc.nat(prime - 1), { minLength: columns, maxLength: columns }), {
        minLength: 1,
        maxLength: 8,
      }),
    ),
  ),
);

function matrixOf(prime: number, rows: readonly (readonly number[])[]) {
  const matrix = zeroDigits(prime, rows.length, rows[0]!.length);
  rows.forEach((digits, row) => {
    for (const [column, digit] of digits.entries()) setDigit(matrix, row, column, digit);
  });
  return matrix;
}

/** Rank by the schoolbook: exchange of rows, numbers one by one. */
function plainRank(prime: number, given: readonly (readonly number[])[]): number {
  const rows = given.map((row) => [...row]);
  let rank = 0;
  for (let column = 0; column < rows[0]!.length; column++) {
    const pivot = rows.findIndex((row, k) => k >= rank && row[column] !== 0);
    if (pivot < 0) continue;
    [rows[rank], rows[pivot]] = [rows[pivot]!, rows[rank]!];
    for (let k = rank + 1; k < rows.length; k++) {
      const factor = rows[k]![column]! * inverseModulo(rows[rank]![column]!, prime);
      rows[k] = rows[k]!.map((x, j) => (((x - factor * rows[rank]![j]!) % prime) + prime) % prime);
    }
    rank++;
  }
  return rank;
}

describe('elimination over GF(p)', () => {
  test('finds the rank that numbers one by one give', () => {
    fc.assert(
      fc.property(anyMatrix, ([prime, rows]) => {
        const doubled = [...rows, rows[0]!.map((x) => (2 * x) % prime)];
        expect(rankOfDigits(matrixOf(prime, doubled))).toBe(plainRank(prime, rows));
      }),
      { seed: 10, numRuns: 60 },
    );
  });

  test('in reduced form has ones as pivots, alone in their columns', () => {
    fc.assert(
      fc.property(anyMatrix, ([prime, rows]) => {
        const matrix = matrixOf(prime, rows);
        const { pivots, zero } = reducedRowEchelon(matrixRows(matrix));
        expect(pivots.length + zero.length).toBe(rows.length);
        for (const { row, column } of pivots) {
          expect(pivots.map((other) => digitAt(matrix, other.row, column))).toEqual(
            pivots.map((other) => Number(other.row === row)),
          );
        }
      }),
      { seed: 11, numRuns: 40 },
    );
  });

  test('works on columns that were copied from anywhere', () => {
    const matrix = matrixOf(2, [
      [1, 0, 1],
      [0, 1, 1],
    ]); // prettier-ignore
    const part = zeroDigits(2, 1, 40);
    copyColumns(matrix, [1], [2, 0, 1], part, 0, (k) => 31 + k);
    expect([30, 31, 32, 33].map((column) => digitAt(part, 0, column))).toEqual([0, 1, 0, 1]);
  });

  test('divides: a · 1/a = 1', () => {
    for (const prime of [2, 3, 65521]) {
      for (const a of [1, prime - 1, Math.ceil(prime / 2)]) expect((a * inverseModulo(a, prime)) % prime).toBe(1);
    }
  });
});
