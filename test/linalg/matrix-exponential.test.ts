import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { complexMatrix, entry, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { frobeniusNorm, multiply, scaledMatrix, trace, transpose } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { distance, gaussianMatrix, hermitianMatrix, isometryError } from './compare.ts';

describe('closed forms', () => {
  test('a nilpotent matrix has a polynomial', () => {
    const n = complexMatrix(
      [
        [0, 2, 0],
        [0, 0, 3],
        [0, 0, 0],
      ],
      [
        [0, 0, 0],
        [0, 0, 1],
        [0, 0, 0],
      ],
    );
    const expected = complexMatrix(
      [
        [1, 2, 3],
        [0, 1, 3],
        [0, 0, 1],
      ],
      [
        [0, 0, 1],
        [0, 0, 1],
        [0, 0, 0],
      ],
    );
    expect(distance(matrixExponential(n), expected)).toBeLessThan(1e-15);
  });

  test.each([0, 1e-9, 0.3, Math.PI, 50])('an antisymmetric matrix has the rotation by %d', (angle) => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const rotation = matrixExponential(
      complexMatrix([
        [0, -angle],
        [angle, 0],
      ]),
    );
    expect(
      distance(
        rotation,
        complexMatrix([
          [c, -s],
          [s, c],
        ]),
      ),
    ).toBeLessThan(2e-15 * Math.max(1, angle));
  });

  test('zero has the identity, a number its exponential', () => {
    expect(distance(matrixExponential(zeroMatrix(4, 4)), identityMatrix(4))).toBe(0);
    expect(entry(matrixExponential(complexMatrix([[-3]])), 0, 0)[0]).toBeCloseTo(Math.exp(-3), 15);
  });

  // Moler & Van Loan, SIAM Rev. 45, 3 (2003), sect. 3: the Taylor series fails on this matrix.
  test("Moler and Van Loan's example has e⁻¹ and e⁻¹⁷", () => {
    const [p, q] = [Math.exp(-1), Math.exp(-17)];
    const expected = complexMatrix([
      [3 * q - 2 * p, 1.5 * p - 1.5 * q],
      [4 * q - 4 * p, 3 * p - 2 * q],
    ]);
    expect(
      distance(
        matrixExponential(
          complexMatrix([
            [-49, 24],
            [-64, 31],
          ]),
        ),
        expected,
      ),
    ).toBeLessThan(1e-12);
  });
});

describe('laws', () => {
  const a = gaussianMatrix(12, 12, 1, 0.7);

  test('exp(A)·exp(−A) = 1', () => {
    const inverse = matrixExponential(scaledMatrix([-1, 0], a));
    expect(distance(multiply(matrixExponential(a), inverse), identityMatrix(12))).toBeLessThan(1e-11);
  });

  test('exp(A)² = exp(2A) and exp(Aᵀ) = exp(A)ᵀ', () => {
    const e = matrixExponential(a);
    const doubled = matrixExponential(scaledMatrix([2, 0], a));
    expect(distance(multiply(e, e), doubled) / frobeniusNorm(doubled)).toBeLessThan(1e-13);
    expect(distance(matrixExponential(transpose(a)), transpose(e)) / frobeniusNorm(e)).toBeLessThan(1e-13);
  });

  test('exp(−iH) is unitary, and rotates eigenvectors by their eigenvalues', () => {
    const h = hermitianMatrix(30, 2);
    const u = matrixExponential(scaledMatrix([0, -1], h));
    expect(isometryError(u)).toBeLessThan(1e-12);
    const { values } = hermitianEigen(h);
    const [re, im] = trace(u);
    expect(re).toBeCloseTo(
      values.reduce((sum, x) => sum + Math.cos(x), 0),
      12,
    );
    expect(im).toBeCloseTo(
      values.reduce((sum, x) => sum - Math.sin(x), 0),
      12,
    );
  });
});

test('misuse is named', () => {
  expect(() => matrixExponential(zeroMatrix(2, 3))).toThrow(ShapeError);
  expect(() => matrixExponential(complexMatrix([[Number.NaN]]))).toThrow(DomainError);
  expect(() =>
    matrixExponential(
      complexMatrix([
        [0, 0],
        [Number.NaN, 0],
      ]),
    ),
  ).toThrow(DomainError);
});
