import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { type ComplexMatrix, complexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { adjoint, diagonalMatrix, frobeniusNorm, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { singularValueDecomposition } from '../../src/linalg/singular-values.ts';
import { distance, gaussianMatrix, isometryError, product } from './compare.ts';

test('every shape and scale is U·values·V† with orthonormal U, V and values descending', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 10 }),
      fc.integer({ min: 1, max: 10 }),
      fc.constantFrom(1e-150, 1e-8, 1, 1e150),
      fc.nat(1000),
      (rows, cols, scale, seed) => {
        const { u, values, v } = singularValueDecomposition(gaussianMatrix(rows, cols, seed, scale));
        const a = scaledMatrix([1 / scale, 0], gaussianMatrix(rows, cols, seed, scale));
        expect([u.cols, values.length, v.cols]).toEqual(new Array(3).fill(Math.min(rows, cols)));
        expect(isometryError(u)).toBeLessThan(1e-14);
        expect(isometryError(v)).toBeLessThan(1e-14);
        expect(
          distance(
            product(
              u,
              values.map((x) => x / scale),
              v,
            ),
            a,
          ),
        ).toBeLessThan(1e-14 * frobeniusNorm(a));
        expect([...values]).toEqual([...values].sort((x, y) => y - x));
        expect(values[values.length - 1]).toBeGreaterThanOrEqual(0);
      },
    ),
    { seed: 4 },
  );
});

describe('closed forms', () => {
  test('a 2 × 2 matrix has the values of its quadratic equation', () => {
    // AᵀA of ((3, 0), (4, 5)) has the eigenvalues 45 and 5.
    const { values } = singularValueDecomposition(
      complexMatrix([
        [3, 0],
        [4, 5],
      ]),
    );
    expect(values[0]).toBeCloseTo(Math.sqrt(45), 14);
    expect(values[1]).toBeCloseTo(Math.sqrt(5), 14);
  });

  // det H_n = c_n⁴/c_{2n} with c_n = Π_{i<n} i!; the entries times lcm(1, …, 11) are integers, without rounding.
  test('the Hilbert matrix of size 6 has the product of singular values known to Hilbert', () => {
    const n = 6;
    const rows = Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => 27720 / (i + j + 1)));
    const { values } = singularValueDecomposition(complexMatrix(rows));
    const determinant = values.reduce((product, value) => (product * value) / 27720, 1);
    expect(determinant * 186313420339200000).toBeCloseTo(1, 9);
    expect(values[0]! / 27720).toBeCloseTo(1.6188998589243391, 13); // its largest eigenvalue
  });

  test('unitary matrices have all values one', () => {
    const { values } = singularValueDecomposition(randomUnitary(20, randomStream(1, 'svd')));
    for (const value of values) expect(Math.abs(value - 1)).toBeLessThan(5e-15);
  });
});

describe('small singular values', () => {
  const u = randomUnitary(8, randomStream(2, 'svd'));
  const graded = Array.from({ length: 8 }, (_, k) => 10 ** (-20 * k));

  test.each([
    ['columns', multiply(u, diagonalMatrix(graded))],
    ['rows', multiply(diagonalMatrix(graded), u)],
    ['columns, in ascending order,', multiply(u, diagonalMatrix(graded.toReversed()))],
    ['rows of the adjoint', adjoint(multiply(u, diagonalMatrix(graded)))],
  ])('down to 1e-140 keep 13 digits if the %s of the matrix are graded', (_, a) => {
    const { u: left, values, v } = singularValueDecomposition(a);
    graded.forEach((value, k) => {
      expect(Math.abs(values[k]! / value - 1)).toBeLessThan(1e-13);
    });
    expect(isometryError(left)).toBeLessThan(1e-13);
    expect(isometryError(v)).toBeLessThan(1e-13);
  });

  test.each([
    ['zero', zeroMatrix(5, 3)],
    ['of rank one', multiply(gaussianMatrix(6, 1, 3), gaussianMatrix(1, 4, 4))],
    [
      'with a zero column',
      complexMatrix([
        [1, 0, 2],
        [0, 0, 1],
        [1, 0, 1],
      ]),
    ],
    ['of rank two, and wide', multiply(gaussianMatrix(4, 2, 5), gaussianMatrix(2, 9, 6))],
  ])('of a matrix that is %s vanish, with orthonormal vectors', (_, a) => {
    const { u: left, values, v } = singularValueDecomposition(a);
    expect(isometryError(left)).toBeLessThan(1e-14);
    expect(isometryError(v)).toBeLessThan(1e-14);
    expect(distance(product(left, values, v), a)).toBeLessThan(1e-14 * Math.max(1, frobeniusNorm(a)));
    expect(values[values.length - 1]).toBeLessThan(1e-15 * Math.max(1, frobeniusNorm(a)));
  });
});

describe.each([
  ['columns', (a: ComplexMatrix, d: ComplexMatrix) => multiply(a, d)],
  ['rows', (a: ComplexMatrix, d: ComplexMatrix) => multiply(d, a)],
])('of 40 singular values over four decades, by graded %s', (_, graded) => {
  const n = 40;
  const orthogonal = randomUnitary(n, randomStream(9, 'svd'));
  const exact = Array.from({ length: n }, (_, k) => 10 ** ((-4 * k) / (n - 1)));
  const { u, values, v } = singularValueDecomposition(graded(orthogonal, diagonalMatrix(exact)));

  test('each keeps 14 digits', () => {
    exact.forEach((value, k) => {
      expect(Math.abs(values[k]! / value - 1)).toBeLessThan(1e-14);
    });
  });

  test('and the vectors are orthonormal', () => {
    expect(isometryError(u)).toBeLessThan(3e-14);
    expect(isometryError(v)).toBeLessThan(3e-14);
  });
});

test('the squares are the eigenvalues of A†A', () => {
  const a = gaussianMatrix(64, 64, 7);
  const { u, values, v } = singularValueDecomposition(a);
  const squares = hermitianEigenvalues(multiply(a, a, { adjointA: true })).toReversed();
  values.forEach((value, k) => {
    expect(Math.abs(value * value - squares[k]!)).toBeLessThan(1e-11);
  });
  expect(distance(product(u, values, v), a) / frobeniusNorm(a)).toBeLessThan(5e-15);
  expect(isometryError(u)).toBeLessThan(5e-14);
  expect(isometryError(v)).toBeLessThan(5e-14);
});

test('the adjoint exchanges U and V', () => {
  const a = gaussianMatrix(3, 5, 8);
  const { u, values, v } = singularValueDecomposition(a);
  expect(distance(product(v, values, u), adjoint(a))).toBeLessThan(1e-13);
});

test('entries that are not finite are named', () => {
  expect(() => singularValueDecomposition(complexMatrix([[1, Number.POSITIVE_INFINITY]]))).toThrow(DomainError);
});
