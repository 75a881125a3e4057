import { describe, expect, test } from 'vitest';
import { type SparseMatrix, sparseMatrix } from '../../src/linalg/sparse-matrix.ts';
import { levenbergMarquardt, type Residuals } from '../../src/optimise/levenberg-marquardt.ts';

/** x² + y² = 4, xy = 1, and z free: a line of solutions. */
const values = ([x, y]: Float64Array): Float64Array => Float64Array.of(x! * x! + y! * y! - 4, x! * y! - 1);

describe('the method of Levenberg and Marquardt', () => {
  test('finds a solution with a dense and with a sparse Jacobian, and leaves what is free', () => {
    const start = Float64Array.of(2, 0.3, 5);
    const dense: Residuals = (at) => ({
      values: values(at),
      jacobian: Float64Array.of(2 * at[0]!, 2 * at[1]!, 0, at[1]!, at[0]!, 0),
    });
    const sparse: Residuals<SparseMatrix> = (at) => {
      const rows = [[2 * at[0]!, 2 * at[1]!] as const, [at[1]!, at[0]!] as const];
      return {
        values: values(at),
        jacobian: sparseMatrix(
          rows.map((row) => new Map(row.entries())),
          3,
        ),
      };
    };
    const [one, other] = [dense, sparse].map(
      (residuals) => levenbergMarquardt(residuals, start, { maxSteps: 1 }).value,
    );
    for (const [k, x] of one!.entries()) expect(other![k]).toBeCloseTo(x, 5);
    for (const residuals of [dense, sparse]) {
      const { value, result } = levenbergMarquardt(residuals, start);
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
