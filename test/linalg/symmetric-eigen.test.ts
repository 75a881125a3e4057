import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { symmetricEigen } from '../../src/linalg/symmetric-eigen.ts';
import { symmetricEigenvalues } from '../../src/linalg/symmetric-eigenvalues.ts';

const square = (n: number, data: Float64Array): RealMatrix => ({ rows: n, cols: n, data });

/** A random symmetric matrix of the given rank. */
function symmetric(n: number, rank: number, seed: number): Float64Array {
  const stream = randomStream(seed, 'symmetric matrix');
  const a = new Float64Array(n * n);
  for (let k = 0; k < rank; k++) {
    const x = Float64Array.from({ length: n }, () => stream.normal());
    const sign = k % 2 === 0 ? 1 : -1;
    for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) a[i * n + j] = a[i * n + j]! + sign * x[i]! * x[j]!;
  }
  return a;
}

/** max |Av − value·v| over the entries of all eigenvectors v, and the largest error of their overlaps. */
function defects(a: Float64Array, n: number): readonly [number, number] {
  const { values, vectors } = symmetricEigen(square(n, a));
  const v = vectors.data;
  let [residual, overlap] = [0, 0];
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++) {
      let [x, y] = [-v[k * n + i]! * values[k]!, i === k ? -1 : 0];
      for (let j = 0; j < n; j++) {
        x += a[i * n + j]! * v[k * n + j]!;
        y += v[i * n + j]! * v[k * n + j]!;
      }
      [residual, overlap] = [Math.max(residual, Math.abs(x)), Math.max(overlap, Math.abs(y))];
    }
  }
  return [residual, overlap];
}

describe('eigenvectors', () => {
  test('are orthonormal and belong to their eigenvalues, for any size, rank and scale', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 30 }),
        fc.constantFrom(1e-300, 1, 1e290),
        fc.nat(1000),
        (n, rank, scale, seed) => {
          const a = symmetric(n, rank, seed).map((x) => x * scale);
          const values = symmetricEigenvalues(a, n);
          const norm = Math.max(Math.abs(values[0]!), values[n - 1]!);
          const [residual, overlap] = defects(a, n);
          expect(residual).toBeLessThanOrEqual(3e-15 * n * norm);
          expect(overlap).toBeLessThan(2e-14);
          symmetricEigen(square(n, a)).values.forEach((x, k) => {
            expect(Math.abs(x - values[k]!)).toBeLessThanOrEqual(4e-15 * norm);
          });
        },
      ),
      { seed: 4, numRuns: 60 },
    );
  });

  test('of a ring are plane waves: a projector on a degenerate pair has the entries (2/n) cos q(i − j)', () => {
    const n = 45;
    const ring = Float64Array.from({ length: n * n }, (_, k) => {
      const distance = Math.abs(Math.floor(k / n) - (k % n));
      return distance === 1 || distance === n - 1 ? -1 : 0;
    });
    const { values, vectors } = symmetricEigen(square(n, ring));
    const v = vectors.data;
    expect(values[0]).toBeCloseTo(-2, 14);
    for (let i = 0; i < n; i++) {
      const projector = v[n]! * v[n + i]! + v[2 * n]! * v[2 * n + i]!;
      expect(Math.abs(projector - (2 / n) * Math.cos((2 * Math.PI * i) / n))).toBeLessThan(1e-14);
    }
  });

  test('of matrices without entries, with one, zero and large', () => {
    expect(symmetricEigen(square(0, new Float64Array(0))).values.length).toBe(0);
    expect(symmetricEigen(square(1, Float64Array.of(-2)))).toEqual({
      values: Float64Array.of(-2),
      vectors: square(1, Float64Array.of(1)),
    });
    const zero = symmetricEigen(square(3, new Float64Array(9)));
    expect(zero.vectors.data).toEqual(Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1));
    const [residual, overlap] = defects(symmetric(130, 130, 1), 130);
    expect(residual).toBeLessThan(1e-11);
    expect(overlap).toBeLessThan(2e-14);
  });

  test('are not looked for in other shapes, matrices that are not symmetric, or numbers that are not finite', () => {
    expect(() => symmetricEigen({ rows: 2, cols: 4, data: new Float64Array(8) })).toThrow(ShapeError);
    expect(() => symmetricEigen(square(2, Float64Array.of(1, 2, 3, 4)))).toThrow(/symmetricEigen: A = Aᵀ required/);
    expect(() => symmetricEigen(square(1, Float64Array.of(Number.NaN)))).toThrow(DomainError);
  });
});
