import { expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';
import { sparseGram } from '../../src/linalg/sparse-gram.ts';

test('groups of rows with few common columns have the Gram matrix of the whole', () => {
  const stream = randomStream(1, 'sparse rows');
  const [rows, cols] = [23, 40];
  const groups = [0, 1, 2, 3].map((g) =>
    Int32Array.from(Array.from({ length: rows }, (_, i) => i).filter((i) => i % 4 === g)),
  );
  // Groups 0 and 1 share half of their columns, 2 has none, and 3 has some of each.
  const isUsed = [(j: number) => j < 20, (j: number) => j >= 10 && j < 30, () => false, (j: number) => j % 3 === 0];
  const data = Float64Array.from({ length: rows * cols }, (_, at) =>
    isUsed[Math.floor(at / cols) % 4]!(at % cols) ? stream.normal() : 0,
  );
  const matrix = { rows, cols, data };
  const [ours, expected] = [sparseGram(matrix, groups), multiplyReal(matrix, matrix, { transposeB: true })];
  expect([ours.rows, ours.cols]).toEqual([rows, rows]);
  ours.data.forEach((value, i) => {
    expect(value).toBeCloseTo(expected.data[i]!, 12);
  });
});
