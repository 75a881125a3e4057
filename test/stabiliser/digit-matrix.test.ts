import { expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { digitAt, setDigit, transposedBits, zeroDigits } from '../../src/stabiliser/digit-matrix.ts';
import { randomDigit } from '../../src/stabiliser/random-digit.ts';

test.each([
  [1, 1],
  [5, 32],
  [33, 64],
  [70, 97],
  [128, 3],
  [0, 40],
])('the transpose of %i × %i bits has every bit at its place, and no other', (rows, columns) => {
  const stream = randomStream(1, 'bits');
  const matrix = zeroDigits(2, rows, columns);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) setDigit(matrix, i, j, randomDigit(stream, 2));
  const other = transposedBits(matrix);
  expect([other.rows, other.columns]).toEqual([columns, rows]);
  const expected = zeroDigits(2, columns, rows);
  for (let i = 0; i < rows; i++) for (let j = 0; j < columns; j++) setDigit(expected, j, i, digitAt(matrix, i, j));
  expect(other.digits).toEqual(expected.digits);
});
