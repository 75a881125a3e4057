import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { complexMatrix, entry, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { frobeniusNorm, multiply, scaledMatrix, trace } from '../../src/linalg/matrix.ts';
import { polarFactor } from '../../src/linalg/polar.ts';
import { qr } from '../../src/linalg/qr.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { distance, gaussianMatrix, isometryError, product } from './compare.ts';

describe('QR', () => {
  test('of every shape and scale has orthonormal Q, triangular R with a positive diagonal, and returns A', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(1e-150, 1e-8, 1, 1e150),
        (rows, cols, scale) => {
          const a = gaussianMatrix(rows, cols, 1, scale);
          const { q, r } = qr(a);
          const steps = Math.min(rows, cols);
          expect([q.rows, q.cols, r.rows, r.cols]).toEqual([rows, steps, steps, cols]);
          expect(isometryError(q)).toBeLessThan(1e-14);
          const unit = scaledMatrix([1 / scale, 0], multiply(q, r));
          expect(distance(unit, scaledMatrix([1 / scale, 0], a))).toBeLessThan(2e-14);
          for (let i = 0; i < steps; i++) {
            expect(entry(r, i, i)[0]).toBeGreaterThan(0);
            expect(entry(r, i, i)[1]).toBe(0);
            for (let j = 0; j < i; j++) expect(entry(r, i, j)).toEqual([0, 0]);
          }
        },
      ),
      { seed: 2 },
    );
  });

  test('of (3, 4)ᵀ·i is (3, 4)ᵀ·i/5 times 5', () => {
    const { q, r } = qr(complexMatrix([[0], [0]], [[3], [4]]));
    expect(distance(q, complexMatrix([[0], [0]], [[0.6], [0.8]]))).toBeLessThan(1e-15);
    expect(entry(r, 0, 0)[0]).toBeCloseTo(5, 14);
  });

  test('is unique: Q·R has the factors Q and R', () => {
    const q = randomUnitary(6, randomStream(1, 'qr'));
    const r = qr(gaussianMatrix(6, 6, 3)).r;
    const again = qr(multiply(q, r));
    expect(distance(again.q, q)).toBeLessThan(1e-12);
    expect(distance(again.r, r)).toBeLessThan(1e-12);
  });

  test.each([
    ['zero', zeroMatrix(5, 3)],
    [
      'of rank one',
      complexMatrix(
        [
          [1, 1, 2],
          [2, 2, 4],
          [3, 3, 6],
        ],
        [
          [0, 0, 0],
          [1, 1, 2],
          [0, 0, 0],
        ],
      ),
    ],
    [
      'with a column beyond underflow',
      complexMatrix([
        [1, 1e-200],
        [1, -1e-200],
        [1, 3e-200],
      ]),
    ],
  ])('of a matrix that is %s has orthonormal Q all the same', (_, a) => {
    const { q, r } = qr(a);
    expect(isometryError(q)).toBeLessThan(1e-14);
    expect(distance(multiply(q, r), a)).toBeLessThan(1e-14);
  });

  test('resolves a column 200 orders of magnitude below the others', () => {
    const { r } = qr(
      complexMatrix([
        [1, 1e-200],
        [1, -1e-200],
      ]),
    );
    expect(entry(r, 1, 1)[0] / 1e-200).toBeCloseTo(Math.SQRT2, 14);
  });
});

describe('the polar factor', () => {
  const stream = randomStream(2, 'polar');

  test('of U·P with P positive is U', () => {
    const u = randomUnitary(5, stream);
    const v = randomUnitary(5, stream);
    const positive = product(v, [3, 2, 1, 0.5, 1e-3], v);
    expect(distance(polarFactor(multiply(u, positive)), u)).toBeLessThan(1e-12);
  });

  test('of an isometry is itself, of a wide matrix a coisometry', () => {
    const u = qr(gaussianMatrix(7, 3, 4)).q;
    expect(distance(polarFactor(u), u)).toBeLessThan(1e-14);
    const wide = polarFactor(gaussianMatrix(2, 5, 5));
    expect(distance(multiply(wide, wide, { adjointB: true }), identityMatrix(2))).toBeLessThan(1e-14);
  });

  test('has the largest overlap with the matrix, the sum of its singular values', () => {
    const a = gaussianMatrix(6, 3, 6);
    const overlap = (w: typeof a): number => trace(multiply(w, a, { adjointA: true }))[0];
    const best = overlap(polarFactor(a));
    for (let k = 0; k < 200; k++) {
      const near = qr({ ...a, interleaved: polarFactor(a).interleaved.map((x) => x + 0.1 * stream.normal()) }).q;
      expect(overlap(near)).toBeLessThanOrEqual(best);
    }
    expect(best).toBeLessThan(Math.sqrt(3) * frobeniusNorm(a));
  });
});

test('entries that are not finite are refused, with and without an engine', () => {
  for (const n of [2, 20]) {
    const a = gaussianMatrix(n, n, 1);
    a.interleaved[3] = Number.NaN;
    expect(() => qr(a)).toThrow(/qr: finite entries required, got NaN/);
  }
});
