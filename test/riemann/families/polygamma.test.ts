import { expect, test } from 'vitest';
import { polygamma } from '../../../src/riemann/families/polygamma.ts';

/** ζ(3). */
const APERY = 1.2020569031595942;
const CATALAN = 0.915965594177219;

test('polygamma functions have their values at 1, ½ and ¼', () => {
  const values = [
    [1, 1, Math.PI ** 2 / 6],
    [1, 1 / 2, Math.PI ** 2 / 2],
    [1, 1 / 4, Math.PI ** 2 + 8 * CATALAN],
    [2, 1, -2 * APERY],
    [2, 1 / 2, -14 * APERY],
    [3, 1, Math.PI ** 4 / 15],
    [3, 1 / 2, Math.PI ** 4],
  ] as const;
  for (const [m, x, value] of values) expect(Math.abs(polygamma(m, x) / value - 1)).toBeLessThan(4e-15);
});

test('polygamma functions obey recurrence and reflection, and are derivatives of each other', () => {
  for (const x of [1e-5, 0.3, 7, 11.999, 200]) {
    for (const m of [1, 2, 3]) {
      const factorial = [1, 1, 2, 6][m]!;
      const step = ((m % 2 === 1 ? 1 : -1) * factorial) / x ** (m + 1);
      expect(Math.abs((polygamma(m, x + 1) + step) / polygamma(m, x) - 1)).toBeLessThan(1e-14);
      const h = 1e-4 * x;
      const slope = (polygamma(m, x + h) - polygamma(m, x - h)) / (2 * h);
      expect(Math.abs(slope / polygamma(m + 1, x) - 1)).toBeLessThan(1e-6);
    }
  }
  const x = 0.3;
  expect(polygamma(1, x) + polygamma(1, 1 - x)).toBeCloseTo((Math.PI / Math.sin(Math.PI * x)) ** 2, 12);
});
