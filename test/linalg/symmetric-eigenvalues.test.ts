import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { EigenvalueDecomposition, Matrix } from '../../src/linalg/dense-real.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { symmetricEigenvalues } from '../../src/linalg/symmetric-eigenvalues.ts';

/** The matrix with entries f(i, j) for i ≥ j. */
function symmetric(n: number, f: (i: number, j: number) => number): Float64Array {
  const a = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      a[i * n + j] = f(i, j);
      a[j * n + i] = a[i * n + j]!;
    }
  }
  return a;
}

function gaussian(n: number, seed: number): Float64Array {
  const stream = randomStream(seed, 'symmetric matrix');
  return symmetric(n, () => stream.normal());
}

const close = (actual: Float64Array, expected: ArrayLike<number>, tolerance: number): void => {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, k) => {
    expect(Math.abs(value - expected[k]!)).toBeLessThanOrEqual(tolerance);
  });
};

describe('closed forms', () => {
  test.each([1, 2, 3, 60, 101])('the open chain of %i sites has the spectrum 2 − 2cos(kπ/(n + 1))', (n) => {
    const chain = symmetric(n, (i, j) => (i === j ? 2 : i === j + 1 ? -1 : 0));
    const expected = Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
    close(symmetricEigenvalues(chain, n), expected, 2e-15 * 4);
  });

  test('the chain without a diagonal, whose spectrum is symmetric, and the ring, which is degenerate', () => {
    const n = 64;
    const chain = symmetric(n, (i, j) => (i === j + 1 ? 1 : 0));
    const ring = symmetric(n, (i, j) => (i === j + 1 || i - j === n - 1 ? 1 : 0));
    const ofChain = Array.from({ length: n }, (_, k) => -2 * Math.cos(((k + 1) * Math.PI) / (n + 1)));
    const ofRing = Array.from({ length: n }, (_, k) => 2 * Math.cos((2 * k * Math.PI) / n)).sort((a, b) => a - b);
    close(symmetricEigenvalues(chain, n), ofChain, 2e-15 * 2);
    close(symmetricEigenvalues(ring, n), ofRing, 4e-15 * 2);
  });

  test('min(i, j) has the spectrum 1/(4 sin²((k − ½)π/(2n + 1)))', () => {
    const n = 50;
    const expected = Array.from({ length: n }, (_, k) => 0.25 / Math.sin(((n - k - 0.5) * Math.PI) / (2 * n + 1)) ** 2);
    close(
      symmetricEigenvalues(
        symmetric(n, (_, j) => j + 1),
        n,
      ),
      expected,
      2e-15 * expected[n - 1]!,
    );
  });

  // Wilkinson, The Algebraic Eigenvalue Problem, p. 308: two eigenvalues that agree to fourteen digits.
  test("Wilkinson's W₂₁ has the published largest pair", () => {
    const values = symmetricEigenvalues(
      symmetric(21, (i, j) => (i === j ? Math.abs(i - 10) : i === j + 1 ? 1 : 0)),
      21,
    );
    expect(values[20]).toBeCloseTo(10.746194182903393, 12);
    expect(values[19]).toBeCloseTo(10.746194182903322, 12);
  });

  test('matrices without entries, with one, zero, diagonal, and of rank one', () => {
    expect(symmetricEigenvalues(new Float64Array(0), 0)).toEqual(new Float64Array(0));
    expect(symmetricEigenvalues(Float64Array.of(-3), 1)).toEqual(Float64Array.of(-3));
    expect(symmetricEigenvalues(new Float64Array(25), 5)).toEqual(new Float64Array(5));
    const diagonal = symmetric(4, (i, j) => (i === j ? [3, -1e-9, 1e9, 0][i]! : 0));
    expect(symmetricEigenvalues(diagonal, 4)).toEqual(Float64Array.of(-1e-9, 0, 3, 1e9));
    close(
      symmetricEigenvalues(
        symmetric(40, () => 1),
        40,
      ),
      [...new Array<number>(39).fill(0), 40],
      40 * 1e-15,
    );
  });

  test('a graded matrix has its smallest eigenvalues to an absolute error that belongs to the largest', () => {
    // Q·diag(10^−k)·Q for the reflection Q = 1 − 2vvᵀ with equal entries of v.
    const n = 16;
    const d = (k: number): number => 10 ** -k;
    const total = Array.from({ length: n }, (_, k) => d(k)).reduce((x, y) => x + y);
    const graded = symmetric(n, (i, j) => (i === j ? d(i) : 0) - (2 / n) * (d(i) + d(j)) + (4 / n ** 2) * total);
    const expected = Array.from({ length: n }, (_, k) => d(n - 1 - k));
    close(symmetricEigenvalues(graded, n), expected, 1e-15);
  });
});

describe('every symmetric matrix', () => {
  test('of any size and scale has the eigenvalues that ml-matrix finds', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 40 }),
        fc.constantFrom(1e-300, 1e-150, 1, 1e150, 1e300),
        fc.nat(1000),
        (n, scale, seed) => {
          const a = gaussian(n, seed);
          const decomposition = new EigenvalueDecomposition(Matrix.from1DArray(n, n, a), { assumeSymmetric: true });
          const expected = decomposition.realEigenvalues.toSorted((x, y) => x - y);
          const values = symmetricEigenvalues(
            a.map((x) => x * scale),
            n,
          );
          const norm = Math.max(...expected.map(Math.abs));
          close(
            values.map((x) => x / scale),
            expected,
            4e-15 * norm * Math.sqrt(n),
          );
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  test('has the sum of its eigenvalues on the diagonal and that of their squares in its entries', () => {
    const n = 150;
    const a = gaussian(n, 3);
    const values = symmetricEigenvalues(a, n);
    const traceOf = Array.from({ length: n }, (_, i) => a[i * (n + 1)]!).reduce((x, y) => x + y);
    const sum = (f: (x: number) => number, x: Float64Array): number => x.reduce((total, y) => total + f(y), 0);
    expect(Math.abs(sum((x) => x, values) - traceOf)).toBeLessThan(1e-12);
    expect(sum((x) => x * x, values)).toBeCloseTo(
      sum((x) => x * x, a),
      9,
    );
  });

  test('keeps its entries', () => {
    const a = gaussian(5, 1);
    const copy = a.slice();
    symmetricEigenvalues(a, 5);
    expect(a).toEqual(copy);
  });
});

describe('what is refused', () => {
  test('other shapes, matrices that are not symmetric, numbers that are not finite', () => {
    expect(() => symmetricEigenvalues(new Float64Array(8), 3)).toThrow(ShapeError);
    expect(() => symmetricEigenvalues(Float64Array.of(1, 2, 3, 4), 2)).toThrow(DomainError);
    expect(() => symmetricEigenvalues(Float64Array.of(1, 2, 2, Number.NaN), 2)).toThrow(/finite entries required/);
    expect(() => symmetricEigenvalues(Float64Array.of(Infinity), 1)).toThrow(DomainError);
  });
});
