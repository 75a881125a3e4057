import { expect, test } from 'vitest';
import { discreteRows } from '../../src/likelihood/discrete-rows.ts';
import { kernelScore } from '../../src/likelihood/kernel-score.ts';
import { allRows } from '../../src/likelihood/scores.ts';
import { randomStream } from '../../src/linalg/random.ts';

const rowsOf = (values: number, n: number, ...digits: readonly number[]) =>
  discreteRows(new Array<number>(n).fill(values), Uint8Array.from(digits));

test('by one sample the digits are independent: ε is the share that differs, the nats its entropy', () => {
  const sample = rowsOf(3, 4, 0, 1, 2, 0);
  const rows = rowsOf(3, 4, ...[0, 1, 2, 1], ...[0, 0, 2, 2]); // three of eight differ
  const { nats, change } = kernelScore(sample, rows);
  expect(change).toBeCloseTo(3 / 8, 9);
  expect(nats).toBeCloseTo(-4 * ((3 / 8) * Math.log(3 / 16) + (5 / 8) * Math.log(5 / 8)), 9);
});

test('ε is the best of all, and the mixture has the sum 1', () => {
  const stream = randomStream(1, 'rows');
  const drawn = (count: number) => rowsOf(2, 5, ...Array.from({ length: count * 5 }, () => stream.integer(2)));
  const [samples, rows] = [drawn(6), drawn(9)];
  const probability = (row: Uint8Array, change: number): number => {
    let sum = 0;
    for (let s = 0; s < 6; s++) {
      let product = 1;
      for (let k = 0; k < 5; k++) product *= samples.digits[5 * s + k] === row[k] ? 1 - change : change;
      sum += product / 6;
    }
    return sum;
  };
  const nats = (change: number): number =>
    -Array.from({ length: 9 }, (_, r) => Math.log(probability(rows.digits.subarray(5 * r, 5 * r + 5), change))).reduce(
      (sum, x) => sum + x / 9,
      0,
    );
  const found = kernelScore(samples, rows);
  expect(found.nats).toBeCloseTo(nats(found.change), 12);
  for (const other of [0.02, 0.1, found.change - 0.01, found.change + 0.01, 0.5]) {
    expect(found.nats).toBeLessThanOrEqual(nats(other));
  }
  const all = allRows([2, 2, 2, 2, 2]);
  const total = Array.from({ length: 32 }, (_, r) => probability(all.digits.subarray(5 * r, 5 * r + 5), found.change));
  expect(total.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
});

test('samples that are the rows need ln N, samples all alike much more', () => {
  const rows = rowsOf(2, 4, ...[0, 0, 0, 0], ...[1, 1, 1, 1]);
  expect(kernelScore(rows, rows)).toEqual({ nats: expect.closeTo(Math.LN2, 6), change: expect.closeTo(0, 6) });
  expect(kernelScore(rowsOf(2, 4, 0, 0, 0, 0), rows).nats).toBeCloseTo(4 * Math.LN2, 9);
});

test('samples and rows that do not fit are refused', () => {
  expect(() => kernelScore(rowsOf(2, 3, 0, 1, 0), rowsOf(2, 2, 0, 1))).toThrow(
    'dimensions [2,2] required, got [2,2,2]',
  );
  const mixed = discreteRows([2, 3], Uint8Array.of(0, 2));
  expect(() => kernelScore(mixed, mixed)).toThrow(
    'the same number of 2 or more values at every site required, got [2,3]',
  );
  const single = rowsOf(1, 2, 0, 0);
  expect(() => kernelScore(single, single)).toThrow('2 or more values');
});
