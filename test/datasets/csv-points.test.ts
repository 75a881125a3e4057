import { expect, test } from 'vitest';
import { readCsvPoints } from '../../datasets/formats/csv-points.ts';

test('points are lines of one to three numbers, with or without a head', () => {
  expect(readCsvPoints('x, y\n1, -2e-1\n\n.5; 3\n')).toEqual([
    [1, -0.2],
    [0.5, 3],
  ]);
  expect(readCsvPoints('\uFEFF1 2 3')).toEqual([[1, 2, 3]]);
});

test('all mistakes are told by line', () => {
  expect(() => readCsvPoints('1,2\n3\n4,five\n1,2,3', 'a.csv')).toThrow(
    "a.csv:2: 2 coordinates required, got 1\na.csv:3: finite numbers required, got 'five'\na.csv:4: 2 coordinates required, got 3",
  );
  expect(() => readCsvPoints('1,2,3,4')).toThrow('one to three coordinates required, got 4');
  expect(() => readCsvPoints('x,y\n')).toThrow('at least one point required, got none');
});
