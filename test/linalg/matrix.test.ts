import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ShapeError } from '../../src/errors.ts';
import { complexMatrix, complexVector, entry, identityMatrix } from '../../src/linalg/complex.ts';
import {
  addScaledMatrix,
  adjoint,
  applyMatrix,
  columnOf,
  complexOf,
  diagonalMatrix,
  frobeniusNorm,
  gramMatrix,
  imaginaryPart,
  kronecker,
  matrixOfColumns,
  multiply,
  realPart,
  scaled,
  scaledMatrix,
  sideBySide,
  trace,
  transpose,
} from '../../src/linalg/matrix.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { distance, gaussianMatrix, naiveProduct } from './compare.ts';

const size = fc.integer({ min: 1, max: 7 });

test('products with and without adjoints agree with the definition', () => {
  fc.assert(
    fc.property(size, size, size, fc.boolean(), fc.boolean(), (m, n, k, adjointA, adjointB) => {
      const a = gaussianMatrix(adjointA ? k : m, adjointA ? m : k, 1);
      const b = gaussianMatrix(adjointB ? n : k, adjointB ? k : n, 2);
      const expected = naiveProduct(adjointA ? adjoint(a) : a, adjointB ? adjoint(b) : b);
      const actual = multiply(a, b, { adjointA, adjointB });
      expect([actual.rows, actual.cols]).toEqual([m, n]);
      expect(distance(actual, expected)).toBeLessThan(1e-13);
    }),
    { seed: 1 },
  );
});

test('the product of two matrices written out', () => {
  const a = complexMatrix([[1, 2]], [[0, 1]]); // (1, 2 + i)
  const b = complexMatrix([[0], [3]], [[1], [-1]]); // (i, 3 − i)ᵀ
  expect(entry(multiply(a, b), 0, 0)).toEqual([7, 2]);
  expect(entry(multiply(b, b, { adjointA: true }), 0, 0)).toEqual([11, 0]);
});

test('a matrix acts on a vector as on a column', () => {
  const a = gaussianMatrix(3, 4, 3);
  const x = { length: 4, interleaved: gaussianMatrix(4, 1, 4).interleaved };
  const column = { rows: 4, cols: 1, interleaved: x.interleaved };
  expect(applyMatrix(a, x).interleaved).toEqual(multiply(a, column).interleaved);
  expect(applyMatrix(adjoint(a), x, { adjoint: true }).interleaved).toEqual(applyMatrix(a, x).interleaved);
});

test('the adjoint conjugates and transposes, the transpose only transposes', () => {
  const a = complexMatrix([[1, 2, 3]], [[4, 5, 6]]);
  expect(entry(adjoint(a), 2, 0)).toEqual([3, -6]);
  expect(entry(transpose(a), 2, 0)).toEqual([3, 6]);
});

test('the trace is cyclic', () => {
  const a = gaussianMatrix(3, 5, 5);
  const b = gaussianMatrix(5, 3, 6);
  const [re, im] = trace(multiply(a, b));
  const [re2, im2] = trace(multiply(b, a));
  expect(re).toBeCloseTo(re2, 12);
  expect(im).toBeCloseTo(im2, 12);
});

test('the Kronecker product multiplies factor by factor and orders rows by the left factor first', () => {
  const [a, b, c, d] = [
    gaussianMatrix(2, 3, 7),
    gaussianMatrix(3, 2, 8),
    gaussianMatrix(3, 2, 9),
    gaussianMatrix(2, 4, 10),
  ];
  expect(distance(multiply(kronecker(a, b), kronecker(c, d)), kronecker(multiply(a, c), multiply(b, d)))).toBeLessThan(
    1e-12,
  );
  const ordered = kronecker(complexMatrix([[1], [2]]), complexMatrix([[10], [100]]));
  expect([...realPart(ordered).data]).toEqual([10, 100, 20, 200]);
});

test('matrices side by side multiply as the sum of their products', () => {
  const [a, b, c, d] = [
    gaussianMatrix(3, 2, 1),
    gaussianMatrix(3, 4, 2),
    gaussianMatrix(5, 2, 3),
    gaussianMatrix(5, 4, 4),
  ];
  const sum = addScaledMatrix(multiply(a, c, { adjointB: true }), [1, 0], multiply(b, d, { adjointB: true }));
  expect(distance(multiply(sideBySide(a, b), sideBySide(c, d), { adjointB: true }), sum)).toBeLessThan(1e-14);
  expect(sideBySide(a, { rows: 3, cols: 0, interleaved: new Float64Array() })).toEqual(a);
  expect(() => sideBySide(a, c)).toThrow('got 3 and 5');
});

test('the Gram matrix holds the inner products, conjugate in the first', () => {
  const vectors = [complexVector([1, 0], [0, 1]), complexVector([0, 2], [1, 0]), complexVector([1, 1], [1, -1])];
  const gram = gramMatrix(vectors);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) expect(entry(gram, i, j)).toEqual(innerProduct(vectors[i]!, vectors[j]!));
  }
  expect(entry(gram, 0, 1)).toEqual([0, -1]); // ⟨(1, i)|(i, 2)⟩ = i − 2i
});

test('sums, multiples, parts and columns', () => {
  const a = complexMatrix([[1, 2]], [[3, 4]]);
  expect(entry(scaledMatrix([0, 1], a), 0, 1)).toEqual([-4, 2]);
  expect(entry(addScaledMatrix(a, [0, -1], a), 0, 0)).toEqual([4, 2]);
  expect([...imaginaryPart(a).data]).toEqual([3, 4]);
  expect([...scaled(-2, realPart(a)).data]).toEqual([-2, -4]);
  expect(entry(complexOf(imaginaryPart(a)), 0, 1)).toEqual([4, 0]);
  expect([...columnOf(a, 1).interleaved]).toEqual([2, 4]);
  expect(matrixOfColumns([columnOf(a, 0), columnOf(a, 1)])).toEqual(a);
  expect(frobeniusNorm(a)).toBeCloseTo(Math.sqrt(30), 15);
  expect(diagonalMatrix([1, 1, 1])).toEqual(identityMatrix(3));
});

test('shapes that do not fit are named', () => {
  const a = gaussianMatrix(2, 3, 11);
  expect(() => multiply(a, a)).toThrow(new ShapeError('multiply: equal inner dimensions required, got 2×3 times 2×3'));
  expect(() => addScaledMatrix(a, [1, 0], adjoint(a))).toThrow(ShapeError);
  expect(() => matrixOfColumns([complexVector([1]), complexVector([1, 2])])).toThrow(ShapeError);
});
