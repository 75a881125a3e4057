import { expect, test } from 'vitest';
import { disagreements, HEADER, ratio, tableRows, time } from '../../bench/peers/comparison.ts';

const run = (first: number, times: number[], loss = 0.5) => ({
  measurement: { first, times, memory: 3 * 2 ** 20, values: { loss } },
});
const byEngine = ({ measurement }: ReturnType<typeof run>, engine: string) => ({
  measurement: { ...measurement, engine },
});
const cellsOf = (row: string): string[] => row.split('|').map((cell) => cell.trim());
const rows = tableRows({
  label: 'n = 4',
  threads: 2,
  rows: [
    { name: 'ours', own: true, outcomes: [run(0.2, [0.001, 0.002]), run(0.4, [0.003])] },
    { name: 'ours', own: true, outcomes: [byEngine(run(0.3, [0.0005]), 'native-avx2'), { failure: 'given up' }] },
    { name: 'peer', outcomes: [run(6, [0.003]), run(6, [0.003])] },
    { name: 'liar', outcomes: [run(6, [0.001], 0.6)] },
    { name: 'absent', outcomes: [{ failure: 'missing: no such package' }] },
    { name: 'once', outcomes: [run(6, [])] },
  ],
}).map(cellsOf);

test('medians, the least and the quartiles are over all runs together', () => {
  expect(rows[0]!.slice(1, 9)).toEqual([
    'n = 4',
    '2',
    'ours',
    '300 ms',
    '2.00 ms',
    '1.00 ms',
    '1.50 ms … 2.50 ms',
    '3 MiB',
  ]);
});

test('ours by another engine is named by it and compared with the first', () => {
  expect(rows[1]!.slice(3, 5)).toEqual(['ours, native-avx2', '300 ms']);
  expect(rows[1]!.slice(9, 13)).toEqual(['', '0.33', '', 'yes']);
});

test('ratios of peers are medians over the rounds in which both ran, for each engine', () => {
  expect(rows[2]!.slice(9, 13)).toEqual(['20', '1.5', '6.0', 'yes']);
});

test('another value is marked', () => {
  expect(rows[3]![12]).toBe('**no**');
});

test('a program that is missing says why', () => {
  expect(rows[4]!.slice(3, 6)).toEqual(['absent', 'missing: no such package', '']);
});

test('what was done only once has no steady time', () => {
  expect(rows[5]!.slice(4, 12)).toEqual(['6.00 s', '', '', '', '3 MiB', '20', '', '']);
});

test('every row has the columns of the header', () => {
  const columns = cellsOf(HEADER.split('\n')[0]!).length;
  for (const row of rows) expect(row.length).toBe(columns);
});

test('whoever has other numbers is named, with both', () => {
  const rows = [
    { name: 'ours', outcomes: [run(0.2, [])] },
    { name: 'peer', outcomes: [run(6, [], 0.5)] },
    { name: 'liar', outcomes: [run(6, [], 0.5), run(6, [], 0.6)] },
    { name: 'absent', outcomes: [{ failure: 'given up' }] },
  ];
  expect(disagreements({ label: 'n = 4', threads: 1, rows })).toEqual([
    'n = 4: liar: {"loss":0.6} instead of {"loss":0.5}',
  ]);
  const [, ...peers] = rows;
  const failed = { name: 'ours', outcomes: [{ failure: 'given up' }] };
  expect(disagreements({ label: 'n = 4', threads: 1, rows: [failed, ...peers] })).toEqual([]);
});

test('nothing is compared where ours has failed', () => {
  const [, peer] = tableRows({
    label: 'n = 4',
    threads: 1,
    rows: [
      { name: 'ours', outcomes: [{ failure: 'given up' }] },
      { name: 'peer', outcomes: [run(6, [0.001])] },
    ],
  });
  expect(cellsOf(peer!).slice(9, 13)).toEqual(['', '', '', '']);
});

test.each([
  [12.345, '12.3 s'],
  [0.0123, '12.3 ms'],
  [1.23e-5, '12.3 µs'],
  [Number.NaN, ''],
])('%d seconds are written %s', (seconds, text) => {
  expect(time(seconds)).toBe(text);
});

test('ratios have two digits, large ones all before the point', () => {
  expect(ratio(1, 3)).toBe('0.33');
  expect(ratio(1234, 1)).toBe('1234');
  expect(ratio(1, 0)).toBe('');
});
