import { expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { complexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { solve } from '../../src/linalg/solve.ts';
import { distance, gaussianMatrix } from './compare.ts';

test('a system of two equations', () => {
  // (1 + i)x + 2y = 3 + i, iy = −1 has y = i, x = (3 − i)/(1 + i) = 1 − 2i.
  const a = complexMatrix(
    [
      [1, 2],
      [0, 0],
    ],
    [
      [1, 0],
      [0, 1],
    ],
  );
  const x = solve(a, complexMatrix([[3], [-1]], [[1], [0]]));
  expect(distance(x, complexMatrix([[1], [0]], [[-2], [1]]))).toBeLessThan(1e-15);
});

test.each([1e-150, 1, 1e150])('the inverse of a matrix of scale %d, from both sides', (scale) => {
  const a = gaussianMatrix(20, 20, 1, scale);
  const inverse = solve(a, identityMatrix(20));
  expect(distance(multiply(a, inverse), identityMatrix(20))).toBeLessThan(1e-12);
  expect(distance(multiply(inverse, a), identityMatrix(20))).toBeLessThan(1e-12);
});

test('a zero on the diagonal needs no help', () => {
  const swap = complexMatrix([
    [0, 1],
    [1, 0],
  ]);
  expect(distance(solve(swap, scaledMatrix([0, 2], swap)), scaledMatrix([0, 2], identityMatrix(2)))).toBe(0);
});

test('singular matrices and shapes that do not fit are named', () => {
  expect(() => solve(zeroMatrix(2, 2), identityMatrix(2))).toThrow(DomainError);
  expect(() => solve(zeroMatrix(2, 3), identityMatrix(2))).toThrow(ShapeError);
  expect(() => solve(identityMatrix(3), identityMatrix(2))).toThrow(ShapeError);
});
