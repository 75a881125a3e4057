import { describe, expect, test } from 'vitest';
import { antisymmetricForm, antisymmetricValues } from '../../src/linalg/antisymmetric-form.ts';
import { bidiagonalSingularValues } from '../../src/linalg/bidiagonal.ts';
import { choleskyFactor } from '../../src/linalg/cholesky.ts';
import { denseMatrix, determinant } from '../../src/linalg/dense-real.ts';
import { gaussLegendre } from '../../src/linalg/gauss-legendre.ts';
import { logDeterminant, logPfaffian, numberOf, solveMatrix } from '../../src/linalg/log-determinant.ts';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { addReal, multiplyReal, realIdentity, submatrix, transposeReal } from '../../src/linalg/real-product.ts';
import { realSingularValueDecomposition, realSingularValues } from '../../src/linalg/real-singular-values.ts';
import { symmetricEigen, symmetricFunction } from '../../src/linalg/symmetric-eigen.ts';
import { distance } from '../helpers/dense-fermions.ts';

const SIZES = [1, 2, 3, 4, 5, 8, 33, 34, 70];
const random = (rows: number, cols = rows): RealMatrix => {
  const stream = randomStream(rows, 'real');
  return { rows, cols, data: Float64Array.from({ length: rows * cols }, () => stream.normal()) };
};
const symmetric = (n: number): RealMatrix => addReal(random(n), 1, transposeReal(random(n)));
const antisymmetric = (n: number): RealMatrix => addReal(random(n), -1, transposeReal(random(n)));
const isOrthogonal = (rows: RealMatrix): boolean =>
  distance(multiplyReal(rows, rows, { transposeB: true }).data, realIdentity(rows.rows).data) < 1e-13;
const weighted = (rows: RealMatrix, weights: Float64Array): RealMatrix => ({
  ...rows,
  data: rows.data.map((x, at) => x * weights[Math.floor(at / rows.cols)]!),
});

test('products of real matrices, transposed or not, of odd and even inner dimension', () => {
  for (const inner of [3, 4]) {
    const [a, b] = [random(2, inner), random(inner, 5)];
    const expected = denseMatrix(a).mmul(denseMatrix(b)).to1DArray();
    expect(distance(multiplyReal(a, b).data, expected)).toBeLessThan(1e-14);
    expect(distance(multiplyReal(transposeReal(a), b, { transposeA: true }).data, expected)).toBeLessThan(1e-14);
    expect(distance(multiplyReal(a, transposeReal(b), { transposeB: true }).data, expected)).toBeLessThan(1e-14);
  }
  expect(() => multiplyReal(random(2, 3), random(2, 3))).toThrow('equal inner dimensions required, got 2×3 times 2×3');
});

describe.each(SIZES)('matrices of size %i', (n) => {
  test('a symmetric one is that of its eigenvalues and vectors', () => {
    const a = symmetric(n);
    const eigen = symmetricEigen(a);
    expect(isOrthogonal(eigen.vectors)).toBe(true);
    expect(distance(symmetricFunction(eigen, (x) => x).data, a.data)).toBeLessThan(1e-13);
    expect([...eigen.values]).toEqual([...eigen.values].sort((x, y) => x - y));
  });

  test('any one is that of its singular values and vectors', () => {
    const a = random(n);
    const { values, left, right } = realSingularValueDecomposition(a);
    expect(isOrthogonal(left) && isOrthogonal(right)).toBe(true);
    expect(distance(multiplyReal(weighted(left, values), right, { transposeA: true }).data, a.data)).toBeLessThan(
      1e-13,
    );
    expect(distance(realSingularValues(a), values)).toBeLessThan(1e-13);
    expect(values.every((value, k) => value >= 0 && (k === 0 || value <= values[k - 1]!))).toBe(true);
  });

  test.runIf(n % 2 === 0)('an antisymmetric one is that of its canonical form', () => {
    const a = antisymmetric(n);
    const { values, vectors } = antisymmetricForm(a);
    const pairs = new Float64Array(n * n); // blocks value·((0, 1), (−1, 0))
    values.forEach((value, k) => {
      pairs[2 * k * n + 2 * k + 1] = value;
      pairs[(2 * k + 1) * n + 2 * k] = -value;
    });
    const back = multiplyReal(multiplyReal(vectors, { ...a, data: pairs }, { transposeA: true }), vectors);
    expect(isOrthogonal(vectors)).toBe(true);
    expect(distance(back.data, a.data)).toBeLessThan(1e-13);
    expect(distance(antisymmetricValues(a), values)).toBeLessThan(1e-13);
    const { sign, log } = logPfaffian(a);
    expect(log).toBeCloseTo(
      values.reduce((sum, value) => sum + Math.log(value), 0),
      11,
    );
    expect(sign).toBe(logDeterminant(vectors).sign); // Pf(QᵀBQ) = det Q · Pf B
    expect(2 * log).toBeCloseTo(logDeterminant(a).log, 11);
  });

  test('determinants and systems are those of elimination', () => {
    const [a, b] = [random(n), random(n, 3)];
    expect(numberOf(logDeterminant(a)) / determinant(denseMatrix(a))).toBeCloseTo(1, 11);
    expect(distance(multiplyReal(a, solveMatrix(a, b)!).data, b.data)).toBeLessThan(1e-11);
  });

  test('a Gram matrix has a Cholesky factor', () => {
    const gram = multiplyReal(random(n), random(n), { transposeB: true });
    const l = choleskyFactor(gram)!;
    expect(distance(multiplyReal(l, l, { transposeB: true }).data, gram.data)).toBeLessThan(1e-12);
    expect(choleskyFactor(addReal(gram, -1e3, realIdentity(n)))).toBeUndefined();
  });
});

test('bidiagonal matrices with zeros on the diagonal, degenerate ones, and zero', () => {
  const rows = (...entries: number[][]): RealMatrix => ({
    rows: entries.length,
    cols: entries.length,
    data: Float64Array.from(entries.flat()),
  });
  const nilpotent = rows([0, 1, 0], [0, 0, 1], [0, 0, 0]);
  expect(distance(realSingularValues(nilpotent), [1, 1, 0])).toBeLessThan(1e-15);
  expect(distance(realSingularValues(rows([1, 1, 0], [0, 0, 1], [0, 0, 1])), [Math.SQRT2, Math.SQRT2, 0])).toBeLessThan(
    1e-15,
  );
  expect([...realSingularValues(rows([0, 0], [0, 0]))]).toEqual([0, 0]);
  expect([...symmetricEigen(rows([2, 0], [0, 2])).values]).toEqual([2, 2]);
  expect([...antisymmetricForm(rows([0, -3], [3, 0])).values]).toEqual([3]);
  expect(numberOf(logPfaffian(rows([0, 5], [-5, 0])))).toBeCloseTo(5, 14);
  expect(numberOf(logPfaffian(rows([0, 0], [0, 0])))).toBe(0);
  expect(solveMatrix(rows([1, 2], [2, 4]), rows([1, 0], [0, 1]))).toBeUndefined();
});

test('bidiagonal matrices of equal values up to rounding converge, and keep their norm', () => {
  const stream = randomStream(4, 'degenerate');
  const square = (list: Float64Array): number => list.reduce((sum, x) => sum + x * x, 0);
  for (let run = 0; run < 2000; run++) {
    const n = 2 + stream.integer(6);
    const d = Float64Array.from(
      { length: n },
      () => [1, 3, 0, 1e-8][stream.integer(4)]! * (1 + 1e-15 * stream.normal()),
    );
    const e = Float64Array.from({ length: n }, (_, k) =>
      k + 1 < n ? stream.normal() * 10 ** -(14 + stream.integer(4)) : 0,
    );
    const before = square(d) + square(e);
    bidiagonalSingularValues(d, e);
    expect(Math.abs(square(d) - before)).toBeLessThanOrEqual(1e-14 * before);
  }
});

test('what is not square, even or finite is named', () => {
  expect(() => realSingularValues(random(2, 3))).toThrow('a square matrix required, got 2×3');
  expect(() => symmetricEigen(random(2, 3))).toThrow('a square matrix required, got 2×3');
  expect(() => antisymmetricForm(random(3))).toThrow('even size required, got 3×3');
  const broken = { rows: 2, cols: 2, data: Float64Array.of(0, Number.NaN, 0, 0) };
  expect(() => realSingularValues(broken)).toThrow('finite entries required');
  expect(() => antisymmetricForm(broken)).toThrow('finite entries required');
});

test('submatrices keep the order that is asked for', () => {
  expect([...submatrix({ rows: 2, cols: 2, data: Float64Array.of(1, 2, 3, 4) }, [1, 0]).data]).toEqual([4, 3, 2, 1]);
});

test.each([1, 2, 5, 24])('Gauss–Legendre of %i points integrates x^(2n−2), and its weights sum to 2', (n) => {
  const [points, weights] = gaussLegendre(n);
  const integral = (f: (x: number) => number) => points.reduce((sum, x, k) => sum + weights[k]! * f(x), 0);
  expect(integral(() => 1)).toBeCloseTo(2, 14);
  expect(integral((x) => x ** (2 * n - 2))).toBeCloseTo(2 / (2 * n - 1), 13);
});
