import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import {
  differentiableHermitianEigen,
  differentiableHermitianFunction,
} from '../../src/linalg/differentiable-eigen.ts';
import { addScaledMatrix, frobeniusNorm, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { matrixExponential } from '../../src/linalg/matrix-exponential.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { distance, hermitianMatrix, product } from './compare.ts';
import { realInner, slope, weighted } from './derivatives.ts';

const weights = [0.7, -1.3, 0.4, 2.1, -0.2];
const probe = hermitianMatrix(5, 91);
const direction = hermitianMatrix(5, 92, 0.3);

/** Σ w_k λ_k + Σ_k w_k² ⟨v_k|B|v_k⟩: every eigenvalue and every ray. */
const raysLoss = (a: ComplexMatrix): number => {
  const { values, vectors } = differentiableHermitianEigen(a).value;
  return (
    weighted(weights, values) +
    realInner(
      vectors,
      multiply(
        probe,
        scaledColumns(vectors, (k) => weights[k]! ** 2),
      ),
    )
  );
};

function scaledColumns(a: ComplexMatrix, factor: (k: number) => number): ComplexMatrix {
  return { ...a, interleaved: a.interleaved.map((x, at) => x * factor((at >> 1) % a.cols)) };
}

describe('the Hermitian eigenvalue problem', () => {
  test('has the pullback and the tangent that differences of a loss of values and rays show', () => {
    const a = hermitianMatrix(5, 90);
    const { value, pullback, tangent } = differentiableHermitianEigen(a);
    const cotangent = {
      values: Float64Array.from(weights),
      vectors: multiply(
        probe,
        scaledColumns(value.vectors, (k) => 2 * weights[k]! ** 2),
      ),
    };
    const exact = slope(raysLoss, a, direction);
    expect(realInner(pullback(cotangent), direction)).toBeCloseTo(exact, 8);
    const change = tangent(direction);
    const forward = weighted(weights, change.values) + realInner(cotangent.vectors, change.vectors);
    expect(forward).toBeCloseTo(exact, 8);
  });

  // U·diag(1, 1, 1, 3, 3)·U†: only the projectors on both eigenspaces and sums over them are functions of A.
  test('at exact degeneracy has the derivative of spectral projectors and of symmetric functions', () => {
    const u = randomUnitary(5, randomStream(7, 'degenerate'));
    const a = product(u, [1, 1, 1, 3, 3], u);
    const loss = (x: ComplexMatrix): number => {
      const { values, vectors } = differentiableHermitianEigen(x).value;
      const kept = scaledColumns(vectors, (k) => (k < 3 ? 1 : 0));
      return realInner(kept, multiply(probe, kept)) + values.reduce((sum, l, k) => sum + (k < 3 ? l ** 3 : 2 * l), 0);
    };
    const { value, pullback, tangent } = differentiableHermitianEigen(a);
    const kept = scaledColumns(value.vectors, (k) => (k < 3 ? 2 : 0));
    const cotangent = {
      values: value.values.map((l, k) => (k < 3 ? 3 * l * l : 2)),
      vectors: multiply(probe, kept),
    };
    const exact = slope(loss, a, direction);
    expect(realInner(pullback(cotangent), direction)).toBeCloseTo(exact, 8);
    const change = tangent(direction);
    expect(weighted(cotangent.values, change.values) + realInner(cotangent.vectors, change.vectors)).toBeCloseTo(
      exact,
      8,
    );
  });

  test('has finite derivatives at the identity and at zero, whatever the loss', () => {
    for (const a of [
      zeroMatrix(5, 5),
      product(randomUnitary(5, randomStream(1, 'x')), [1, 1, 1, 1, 1], randomUnitary(5, randomStream(1, 'x'))),
    ]) {
      const { pullback, tangent } = differentiableHermitianEigen(a);
      expect(Number.isFinite(frobeniusNorm(pullback({ vectors: probe })))).toBe(true);
      expect(Number.isFinite(frobeniusNorm(tangent(direction).vectors))).toBe(true);
    }
  });
});

describe('a function of a Hermitian matrix', () => {
  test('has the derivative of differences at equal, close and distant eigenvalues', () => {
    const u = randomUnitary(5, randomStream(8, 'close'));
    for (const spectrum of [
      [0, 0, 0, 1, 1],
      [-1, -1 + 1e-9, 0.5, 0.5 + 1e-5, 0.5 + 1e-3],
      [2, 2, 2, 2, 2],
      [-2, -1, 0, 1, 3],
    ]) {
      const a = product(u, spectrum, u);
      const loss = (x: ComplexMatrix): number =>
        realInner(probe, differentiableHermitianFunction(x, Math.tanh, (l) => 1 / Math.cosh(l) ** 2).value);
      const { pullback } = differentiableHermitianFunction(a, Math.tanh, (l) => 1 / Math.cosh(l) ** 2);
      expect(realInner(pullback(probe), direction)).toBeCloseTo(slope(loss, a, direction), 8);
    }
  });

  test('is the exponential for f = exp, value and derivative along A itself', () => {
    const a = hermitianMatrix(5, 12, 0.5);
    const { value, tangent } = differentiableHermitianFunction(a, Math.exp, Math.exp);
    const exact = matrixExponential(a);
    expect(distance(value, exact)).toBeLessThan(1e-12 * frobeniusNorm(exact));
    const along = multiply(a, exact); // d exp(A) = A·exp(A) along A
    expect(distance(tangent(a), along)).toBeLessThan(1e-11 * frobeniusNorm(along));
  });

  test('of the square has the anticommutator as derivative', () => {
    const a = hermitianMatrix(5, 13);
    const { tangent } = differentiableHermitianFunction(
      a,
      (x) => x * x,
      (x) => 2 * x,
    );
    const exact = addScaledMatrix(multiply(a, direction), [1, 0], multiply(direction, a));
    expect(distance(tangent(direction), exact)).toBeLessThan(1e-12 * frobeniusNorm(exact));
    expect(distance(tangent(scaledMatrix([2, 0], direction)), scaledMatrix([2, 0], exact))).toBeLessThan(1e-11);
  });
});
