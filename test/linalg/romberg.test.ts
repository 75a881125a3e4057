import { expect, test } from 'vitest';
import { romberg } from '../../src/linalg/romberg.ts';

test('the k-th limit is exact for errors in h², …, h²ᵏ', () => {
  for (const order of [0, 1, 2, 3]) {
    const at = (h: number): Float64Array =>
      Float64Array.of(
        Array.from({ length: order + 1 }, (_, j) => (j + 2) * h ** (2 * j)).reduce((sum, term) => sum + term, 0),
        -5,
      );
    let row: readonly Float64Array[] = [];
    for (const h of [1, 1 / 2, 1 / 4, 1 / 8]) row = romberg(row, at(h));
    expect(row[order]![0]).toBeCloseTo(2, 13);
    expect(row.every((limit) => Math.abs(limit[1]! + 5) < 1e-13)).toBe(true);
    if (order > 0) expect(Math.abs(row[order - 1]![0]! - 2)).toBeGreaterThan(1e-6);
  }
});

test('the trapezoidal rule becomes that of Simpson', () => {
  const row = romberg([Float64Array.of((1 + Math.E) / 2)], Float64Array.of((1 + 2 * Math.exp(0.5) + Math.E) / 4));
  expect(row[1]![0]).toBeCloseTo((1 + 4 * Math.exp(0.5) + Math.E) / 6, 14);
});
