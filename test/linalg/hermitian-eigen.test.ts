import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import {
  complexOf,
  diagonalMatrix,
  frobeniusNorm,
  imaginaryPart,
  realPart,
  scaledMatrix,
} from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { distance, gaussianMatrix, hermitianMatrix, isometryError, product } from './compare.ts';

/** Diagonal d, and off-diagonal entries of the phase given above the diagonal. */
function tridiagonal(diagonal: readonly number[], re: number, im: number): ComplexMatrix {
  const n = diagonal.length;
  const a = diagonalMatrix(diagonal);
  for (let i = 0; i + 1 < n; i++) {
    a.interleaved.set([re, im], 2 * (i * n + i + 1));
    a.interleaved.set([re, -im], 2 * ((i + 1) * n + i));
  }
  return a;
}

const close = (actual: Float64Array, expected: readonly number[], tolerance: number): void => {
  expect(actual.length).toBe(expected.length);
  expected.forEach((value, k) => {
    expect(Math.abs(actual[k]! - value)).toBeLessThan(tolerance);
  });
};

describe('closed forms', () => {
  test.each([
    [-1, 0],
    [0, 1],
    [0.6, -0.8],
  ])('the open chain with hopping %d + %di has the spectrum 2 − 2cos(kπ/(n + 1))', (re, im) => {
    const n = 60;
    const expected = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
    close(hermitianEigen(tridiagonal(new Array<number>(n).fill(2), re, im)).values, expected, 4e-15 * 4);
  });

  test('spin j has the eigenvalues −j … j of J_x and J_y', () => {
    const size = 9;
    const j = (size - 1) / 2;
    const ladder = Array.from({ length: size }, (_, a) =>
      Array.from({ length: size }, (_, b) => (b === a + 1 ? Math.sqrt((size - 1 - a) * (a + 1)) / 2 : 0)),
    );
    const zero = ladder.map((row) => row.map(() => 0));
    const sum = (sign: number): number[][] => ladder.map((row, a) => row.map((x, b) => x + sign * ladder[b]![a]!));
    const expected = Array.from({ length: size }, (_, k) => k - j);
    close(hermitianEigen(complexMatrix(sum(1))).values, expected, 1e-14);
    close(hermitianEigen(complexMatrix(zero, sum(-1))).values, expected, 1e-14);
  });

  // Wilkinson, The Algebraic Eigenvalue Problem, p. 308: two eigenvalues that agree to fourteen digits.
  test("Wilkinson's W₂₁ has the published largest pair, with orthonormal vectors", () => {
    const w = tridiagonal(
      Array.from({ length: 21 }, (_, k) => Math.abs(k - 10)),
      1,
      0,
    );
    const { values, vectors } = hermitianEigen(w);
    expect(values[20]).toBeCloseTo(10.746194182903393, 12);
    expect(values[19]).toBeCloseTo(10.746194182903322, 12);
    expect(isometryError(vectors)).toBeLessThan(1e-13);
  });

  test('a matrix without entries, with one, and the zero matrix', () => {
    expect(hermitianEigen(zeroMatrix(0, 0)).values.length).toBe(0);
    expect([...hermitianEigen(complexMatrix([[-3]])).values]).toEqual([-3]);
    expect(hermitianEigen(zeroMatrix(4, 4)).vectors).toEqual(identityMatrix(4));
  });
});

describe('every Hermitian matrix', () => {
  test('of every size and scale is V·values·V† with V unitary and values ascending', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 12 }),
        fc.constantFrom(1e-150, 1e-8, 1, 1e150),
        fc.nat(1000),
        (n, scale, seed) => {
          const a = scaledMatrix([1 / scale, 0], hermitianMatrix(n, seed, scale));
          const { values, vectors } = hermitianEigen(hermitianMatrix(n, seed, scale));
          expect(isometryError(vectors)).toBeLessThan(3e-14);
          const unit = values.map((x) => x / scale);
          expect(distance(product(vectors, unit, vectors), a)).toBeLessThan(1e-14 * frobeniusNorm(a));
          expect([...values]).toEqual([...values].sort((x, y) => x - y));
        },
      ),
      { seed: 3 },
    );
  });

  test('with a degenerate spectrum gets its spectrum back, and orthonormal vectors', () => {
    const u = randomUnitary(40, randomStream(1, 'degenerate'));
    const spectrum = Array.from({ length: 40 }, (_, k) => [-2, 0, 0, 1, 5][Math.floor(k / 8)]!);
    const a = product(u, spectrum, u);
    const { values, vectors } = hermitianEigen(a);
    close(values, spectrum, 2e-14);
    expect(isometryError(vectors)).toBeLessThan(1e-13);
    expect(distance(product(vectors, values, vectors), a)).toBeLessThan(2e-13);
  });

  test('of low rank has zeros to the rounding of its largest eigenvalue', () => {
    const u = randomUnitary(30, randomStream(2, 'low rank'));
    const spectrum = Array.from({ length: 30 }, (_, k) => (k === 29 ? 1 : 0));
    close(hermitianEigen(product(u, spectrum, u)).values, spectrum, 2e-15);
  });

  test('of size 256 is accurate to 1e-13', () => {
    const a = hermitianMatrix(256, 4);
    const { values, vectors } = hermitianEigen(a);
    expect(distance(product(vectors, values, vectors), a) / frobeniusNorm(a)).toBeLessThan(1e-13);
    expect(isometryError(vectors)).toBeLessThan(2e-13);
  });

  test('has the same eigenvalues with and without its vectors', () => {
    const a = hermitianMatrix(20, 5);
    close(hermitianEigenvalues(a), [...hermitianEigen(a).values], 1e-13);
  });

  test('without imaginary part has real eigenvectors, and the spectrum that it has after a change of phases', () => {
    const a = complexOf(realPart(hermitianMatrix(20, 6)));
    const { values, vectors } = hermitianEigen(a);
    expect(imaginaryPart(vectors).data.every((x) => x === 0)).toBe(true);
    expect(distance(product(vectors, values, vectors), a)).toBeLessThan(1e-13);
    const turned = a.interleaved.map((_, at) => {
      const [i, j] = [Math.floor(at / 40), (at >> 1) % 20];
      const entry = a.interleaved[at & ~1]!;
      return entry * (at % 2 === 0 ? Math.cos(i - j) : Math.sin(i - j));
    });
    close(values, [...hermitianEigen({ ...a, interleaved: turned }).values], 1e-13);
    close(values, [...hermitianEigenvalues({ ...a, interleaved: turned })], 1e-13);
    close(values, [...hermitianEigenvalues(a)], 1e-13);
  });
});

describe('misuse', () => {
  test('is named', () => {
    expect(() => hermitianEigen(gaussianMatrix(2, 3, 1))).toThrow(ShapeError);
    expect(() => hermitianEigen(gaussianMatrix(3, 3, 1))).toThrow(DomainError);
    expect(() =>
      hermitianEigen(
        complexMatrix(
          [
            [1, 2],
            [2, 1],
          ],
          [
            [0, 1],
            [1, 0],
          ],
        ),
      ),
    ).toThrow(/A = A†/);
    expect(() => hermitianEigen(complexMatrix([[Number.NaN]]))).toThrow(/finite/);
  });
});
