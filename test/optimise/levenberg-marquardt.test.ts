import { describe, expect, test } from 'vitest';
import { sparseMatrix } from '../../src/linalg/sparse-matrix.ts';
import { levenbergMarquardt } from '../../src/optimise/levenberg-marquardt.ts';

/** x² + y² = 4, xy = 1, and z free: a line of solutions. */
const values = ([x, y]: Float64Array): Float64Array => Float64Array.of(x! * x! + y! * y! - 4, x! * y! - 1);

describe('the method of Levenberg and Marquardt', () => {
  test('finds a solution with a dense and with a sparse Jacobian, and leaves what is free', () => {
    const start = Float64Array.of(2, 0.3, 5);
    const dense = levenbergMarquardt(
      (at) => ({ values: values(at), jacobian: Float64Array.of(2 * at[0]!, 2 * at[1]!, 0, at[1]!, at[0]!, 0) }),
      start,
    );
    const sparse = levenbergMarquardt((at) => {
      const rows = [
        new Map([
          [0, 2 * at[0]!],
          [1, 2 * at[1]!],
        ]),
        new Map([
          [0, at[1]!],
          [1, at[0]!],
        ]),
      ];
      return { values: values(at), jacobian: sparseMatrix(rows, 3) };
    }, start);
    for (const { value, result } of [dense, sparse]) {
      expect(result).toBe('converged');
      // (x + y)² = 6, (x − y)² = 2.
      expect(value[0]).toBeCloseTo((Math.sqrt(6) + Math.SQRT2) / 2, 13);
      expect(value[1]).toBeCloseTo((Math.sqrt(6) - Math.SQRT2) / 2, 13);
      expect(value[2]).toBe(5);
    }
  });

  test('does not leave the domain of the residuals', () => {
    // 1/x = 4 from x = 3: Newton's step goes to −30.
    const { value, result } = levenbergMarquardt(
      ([x]) => (x! > 0 ? { values: Float64Array.of(1 / x! - 4), jacobian: Float64Array.of(-1 / (x! * x!)) } : null),
      Float64Array.of(3),
    );
    expect(result).toBe('converged');
    expect(value[0]).toBeCloseTo(0.25, 14);
  });

  test('a start outside of the domain is said', () => {
    expect(levenbergMarquardt(() => null, Float64Array.of(1))).toMatchObject({ result: 'diverged', steps: 0 });
  });
});
