import { describe, expect, test } from 'vitest';
import { nonNegativeLeastSquares } from '../../src/linalg/non-negative-least-squares.ts';
import { randomStream } from '../../src/linalg/random.ts';

describe('least squares without negative coefficients', () => {
  test('are the plain ones where these are positive', () => {
    const rows = [0, 1, 2, 3, 4].map((x) => [1, x]);
    const { coefficients, misfit } = nonNegativeLeastSquares(
      rows,
      [0, 1, 2, 3, 4].map((x) => 2 + 0.5 * x),
    );
    expect(coefficients[0]).toBeCloseTo(2, 12);
    expect(coefficients[1]).toBeCloseTo(0.5, 12);
    expect(misfit).toBeCloseTo(0, 12);
  });

  test('leave out what would be negative: a falling line is its mean', () => {
    const { coefficients, misfit } = nonNegativeLeastSquares(
      [
        [1, 0],
        [1, 1],
        [1, 2],
      ],
      [3, 2, 1],
    );
    expect(coefficients[0]).toBeCloseTo(2, 12);
    expect(coefficients[1]).toBe(0);
    expect(misfit).toBeCloseTo(2, 12);
  });

  test('obey the conditions of Karush, Kuhn and Tucker on random problems', () => {
    const { normal } = randomStream(8, 'least squares');
    for (let trial = 0; trial < 30; trial++) {
      const rows = Array.from({ length: 9 }, () => Array.from({ length: 4 }, normal));
      const goal = Array.from({ length: 9 }, normal);
      const { coefficients } = nonNegativeLeastSquares(rows, goal);
      const residual = rows.map((row, k) => goal[k]! - row.reduce((sum, x, j) => sum + x * coefficients[j]!, 0));
      coefficients.forEach((x, j) => {
        const slope = rows.reduce((sum, row, k) => sum + row[j]! * residual[k]!, 0);
        expect(x).toBeGreaterThanOrEqual(0);
        if (x > 0) expect(slope).toBeCloseTo(0, 10);
        else expect(slope).toBeLessThan(1e-10);
      });
    }
  });

  test('take one of two equal columns, and refuse what does not fit', () => {
    const { coefficients } = nonNegativeLeastSquares(
      [
        [1, 1],
        [2, 2],
      ],
      [1, 2],
    );
    expect(coefficients.filter((x) => x > 0)).toHaveLength(1);
    expect(() => nonNegativeLeastSquares([[1], [1, 2]], [1, 2])).toThrow('2 rows of 1 numbers');
    expect(() => nonNegativeLeastSquares([[1]], [Number.NaN])).toThrow('finite numbers required, got NaN');
  });
});
