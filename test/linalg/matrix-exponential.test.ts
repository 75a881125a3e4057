import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { complexMatrix, entry, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, frobeniusNorm, multiply, scaledMatrix, trace, transpose } from '../../src/linalg/matrix.ts';
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

describe('large arguments', () => {
  test.each([1e3, 1e8, 1e15, 1e16, 1e30, 1e300])('a multiple of 1 has the exact phase at %d', (phi) => {
    for (const n of [1, 3]) {
      const power = matrixExponential(scaledMatrix([0, phi], identityMatrix(n)));
      const expected = scaledMatrix([Math.cos(phi), Math.sin(phi)], identityMatrix(n));
      expect(distance(power, expected)).toBeLessThan(1e-15);
    }
  });

  test('a multiple of 1 does not spoil what stands beside it', () => {
    const h = hermitianMatrix(4, 3);
    const [near, far] = [0, 2 ** 40].map((shift) => {
      const shifted = addScaledMatrix(h, [shift, 0], identityMatrix(4));
      return matrixExponential(scaledMatrix([0, 1], addScaledMatrix(shifted, [-shift, 0], identityMatrix(4))));
    });
    const moved = addScaledMatrix(h, [2 ** 40, 0], identityMatrix(4)); // its entries have lost 40 bits, no more
    const power = matrixExponential(scaledMatrix([0, 1], moved));
    const turned = scaledMatrix([Math.cos(2 ** 40), Math.sin(2 ** 40)], far!);
    expect(distance(power, turned)).toBeLessThan(1e-14);
    expect(distance(near!, far!)).toBeLessThan(1e-3);
  });

  // exp(iφX) = cos φ + i sin φ X
  test.each([1e3, 1e6, 1e9, 1e12, 1e14])('exp(iφX) at φ = %d is as good as its bound n ε φ', (phi) => {
    const x = complexMatrix([
      [0, 1],
      [1, 0],
    ]);
    const expected = addScaledMatrix(scaledMatrix([Math.cos(phi), 0], identityMatrix(2)), [0, Math.sin(phi)], x);
    expect(distance(matrixExponential(scaledMatrix([0, phi], x)), expected)).toBeLessThan(2 * 2 ** -52 * phi);
    expect(() => matrixExponential(scaledMatrix([0, 1e15], x))).toThrow(/at most 2\^48 required, got 2000000000000000/);
  });

  test('decay has no phases: exp(−τ) alone, and beside a growing mode', () => {
    expect(matrixExponential(complexMatrix([[-1e20]])).interleaved).toEqual(Float64Array.of(0, 0));
    const power = matrixExponential(
      complexMatrix([
        [-2000, 0],
        [0, 1],
      ]),
    );
    expect(entry(power, 0, 0)).toEqual([0, 0]);
    expect(entry(power, 1, 1)[0]).toBeCloseTo(Math.E, 11);
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
