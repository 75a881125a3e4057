import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianPart } from '../../src/linalg/differentiable.ts';
import { differentiableEvolution, differentiableExponential } from '../../src/linalg/differentiable-exponential.ts';
import { frobeniusNorm, kronecker, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { distance, gaussianMatrix } from './compare.ts';
import { realInner, slope } from './derivatives.ts';

test.each([0.01, 1, 8])('has the derivative of differences for entries of size %f', (scale) => {
  const [a, direction, probe] = [gaussianMatrix(4, 4, 1, scale), gaussianMatrix(4, 4, 2), gaussianMatrix(4, 4, 3)];
  const { value, pullback, tangent } = differentiableExponential(a);
  const exact = slope((x) => realInner(probe, differentiableExponential(x).value), a, direction, 1e-3);
  const size = frobeniusNorm(value);
  expect(Math.abs(realInner(probe, tangent(direction)) - exact)).toBeLessThan(1e-8 * size);
  expect(Math.abs(realInner(pullback(probe), direction) - exact)).toBeLessThan(1e-8 * size);
});

// [A, dA] = 0: d exp(A) = exp(A)·dA; at A = 0 it is dA; and a Jordan block has exp((0 1), (0 0)) = 1 + N.
test('has the closed forms of commuting directions, of zero, and of a defective matrix', () => {
  const a = gaussianMatrix(4, 4, 4);
  const { value, tangent } = differentiableExponential(a);
  expect(distance(tangent(a), multiply(value, a))).toBeLessThan(1e-12 * frobeniusNorm(value));
  expect(distance(tangent(identityMatrix(4)), value)).toBeLessThan(1e-12 * frobeniusNorm(value));
  const zero = differentiableExponential(zeroMatrix(4, 4));
  expect(distance(zero.tangent(a), a)).toBeLessThan(1e-14 * frobeniusNorm(a));
  const jordan = differentiableExponential(
    complexMatrix([
      [0, 1],
      [0, 0],
    ]),
  );
  // ∫ (1 + sN)·E·(1 + (1 − s)N) ds for E = N† is ((1/2, 1/6), (1, 1/2)).
  const expected = complexMatrix([
    [1 / 2, 1 / 6],
    [1, 1 / 2],
  ]);
  const lowering = complexMatrix([
    [0, 0],
    [1, 0],
  ]);
  expect(distance(jordan.tangent(lowering), expected)).toBeLessThan(1e-15);
});

test('is linear in the direction over 200 orders of magnitude', () => {
  const [a, direction] = [gaussianMatrix(3, 3, 5), gaussianMatrix(3, 3, 6)];
  const { tangent } = differentiableExponential(a);
  const [small, large] = [1e-100, 1e100].map((s) => scaledMatrix([1 / s, 0], tangent(scaledMatrix([s, 0], direction))));
  expect(distance(small!, large!)).toBeLessThan(1e-12 * frobeniusNorm(small!));
});

describe('exp(−iH) in an eigenbasis', () => {
  const times = (s: number, a: ComplexMatrix): ComplexMatrix => scaledMatrix([0, s], a);
  const degenerate = kronecker(
    complexMatrix([
      [1, 0],
      [0, -1],
    ]),
    identityMatrix(2),
  );

  test.each([
    ['generic', hermitianPart(gaussianMatrix(4, 4, 7))],
    ['large', hermitianPart(gaussianMatrix(4, 4, 8, 5))],
    ['of two double eigenvalues', degenerate],
    ['zero', zeroMatrix(4, 4)],
  ])('is the exponential of −iH with its derivative, H %s', (_, hamiltonian) => {
    const { value, tangent, pullback } = differentiableEvolution(hamiltonian);
    const exponential = differentiableExponential(times(-1, hamiltonian));
    const [direction, probe] = [gaussianMatrix(4, 4, 9), gaussianMatrix(4, 4, 10)];
    expect(distance(value, exponential.value)).toBeLessThan(1e-13);
    expect(distance(tangent(direction), exponential.tangent(times(-1, direction)))).toBeLessThan(1e-12);
    expect(distance(pullback(probe), times(1, exponential.pullback(probe)))).toBeLessThan(1e-12);
  });

  test('a matrix that is not Hermitian is refused', () => {
    expect(() => differentiableEvolution(gaussianMatrix(3, 3, 1))).toThrow(DomainError);
  });
});

test('directions of another shape are refused', () => {
  expect(() => differentiableExponential(gaussianMatrix(3, 3, 1)).tangent(gaussianMatrix(2, 2, 1))).toThrow(ShapeError);
});
