import { expect, test } from 'vitest';
import { median, quantile } from '../../bench/peers/statistics.ts';

test('the median is the middle one, whatever the order', () => {
  expect(median([3, 1, 100])).toBe(3);
});

test('the median of an even number is between the two middle ones', () => {
  expect(median([4, 1, 100, 2])).toBe(3);
});

test('numbers are sorted by size, not by their digits', () => {
  expect(median([10, 9, 1])).toBe(9);
});

test('nothing has no median and no quantile', () => {
  expect(median([])).toBeNaN();
  expect(quantile([], 0.5)).toBeNaN();
});

test('quantiles are linear between the values', () => {
  expect(quantile([4, 0, 2], 0)).toBe(0);
  expect(quantile([4, 0, 2], 0.25)).toBe(1);
  expect(quantile([4, 0, 2], 1)).toBe(4);
});
