import { expect, test } from 'vitest';
import { meanPurity, pageEntropy, typicalEntropy } from '../../src/state/page-entropy.ts';

test('Page’s formula is its sum of fractions', () => {
  for (const [a, b] of [
    [1, 7],
    [2, 2],
    [2, 3],
    [3, 4],
    [8, 3],
    [6, 50],
  ] as const) {
    const [least, most] = [Math.min(a, b), Math.max(a, b)];
    let sum = -(least - 1) / (2 * most);
    for (let k = a * b; k > most; k--) sum += 1 / k;
    expect(pageEntropy(a, b)).toBeCloseTo(sum, 14);
  }
  expect(pageEntropy(2, 2)).toBeCloseTo(1 / 3, 15);
});

test('a small part of a large random state is within a/2b of maximal entropy', () => {
  expect(pageEntropy(2 ** 10, 2 ** 40)).toBeCloseTo(10 * Math.LN2 - 2 ** -31, 13);
  expect(pageEntropy(1e100, 1e150)).toBeCloseTo(100 * Math.LN10, 10);
});

test('the mean purity is Lubkin’s, and whole dimensions are required', () => {
  expect(meanPurity(2, 2)).toBe(4 / 5);
  expect(meanPurity(1, 9)).toBe(1);
  expect(() => pageEntropy(2.5, 2)).toThrow(/2.5/);
  expect(() => meanPurity(0, 2)).toThrow(/positive integers/);
});

test('by logarithms it is the same for few sites, and ln a − a/2b for many', () => {
  expect(typicalEntropy(3 * Math.LN2, 4 * Math.LN2)).toBeCloseTo(pageEntropy(8, 16), 13);
  expect(typicalEntropy(25 * Math.LN2, 25 * Math.LN2)).toBeCloseTo(pageEntropy(2 ** 25, 2 ** 25), 12);
  expect(typicalEntropy(500 * Math.LN2, 500 * Math.LN2)).toBeCloseTo(500 * Math.LN2 - 0.5, 10);
});
