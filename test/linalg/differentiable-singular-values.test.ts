import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import {
  differentiableLowRank,
  differentiablePolarFactor,
  differentiableSingularValues,
} from '../../src/linalg/differentiable-singular-values.ts';
import { addScaledMatrix, adjoint, frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { distance, gaussianMatrix, isometryError } from './compare.ts';
import { realInner, slope, weighted } from './derivatives.ts';

const shapes = [
  [4, 4],
  [6, 3],
  [3, 6],
  [5, 1],
  [1, 4],
] as const;
const weights = [0.7, -1.3, 0.4, 2.1, -0.2];
const columns = (a: ComplexMatrix, factor: (k: number) => number): ComplexMatrix => ({
  ...a,
  interleaved: a.interleaved.map((x, at) => x * factor((at >> 1) % a.cols)),
});

/** An m × n matrix with these singular values and random singular vectors. */
function withValues(rows: number, cols: number, values: readonly number[]): ComplexMatrix {
  const [u, v] = [randomUnitary(rows, randomStream(3, 'u')), randomUnitary(cols, randomStream(4, 'v'))];
  const middle = zeroMatrix(rows, cols);
  values.forEach((x, k) => {
    middle.interleaved[2 * k * (cols + 1)] = x;
  });
  return multiply(multiply(u, middle), v, { adjointB: true });
}

describe('singular values', () => {
  test.each(shapes)(
    'of a %i × %i matrix have the pullback and tangent of differences of a gauge-invariant loss',
    (m, n) => {
      const [a, direction, probe] = [1, 2, 3].map((seed) => gaussianMatrix(m, n, seed)) as [
        ComplexMatrix,
        ComplexMatrix,
        ComplexMatrix,
      ];
      // Σ w σ + Re Σ w_k² u_k† B v_k: invariant under a common phase of u_k and v_k.
      const loss = (x: ComplexMatrix): number => {
        const { u, values, v } = differentiableSingularValues(x).value;
        return (
          weighted(weights, values) +
          realInner(
            u,
            multiply(
              probe,
              columns(v, (k) => weights[k]! ** 2),
            ),
          )
        );
      };
      const { value, pullback, tangent } = differentiableSingularValues(a);
      const cotangent = {
        values: Float64Array.from(value.values, (_, k) => weights[k]!),
        u: multiply(
          probe,
          columns(value.v, (k) => weights[k]! ** 2),
        ),
        v: multiply(
          probe,
          columns(value.u, (k) => weights[k]! ** 2),
          { adjointA: true },
        ),
      };
      const exact = slope(loss, a, direction);
      expect(realInner(pullback(cotangent), direction)).toBeCloseTo(exact, 7);
      const change = tangent(direction);
      const forward =
        weighted(cotangent.values, change.values) + realInner(cotangent.u, change.u) + realInner(cotangent.v, change.v);
      expect(forward).toBeCloseTo(exact, 7);
    },
  );

  test('at exact degeneracy have the derivative of the spaces of equal values and of their sums', () => {
    const a = withValues(5, 4, [3, 3, 1, 1]);
    const [direction, probe] = [gaussianMatrix(5, 4, 5, 0.3), gaussianMatrix(5, 5, 6)];
    const loss = (x: ComplexMatrix): number => {
      const { u, values } = differentiableSingularValues(x).value;
      const kept = columns(u, (k) => (k < 2 ? 1 : 0));
      return realInner(kept, multiply(probe, kept)) + values.reduce((sum, s) => sum + s ** 3, 0);
    };
    const { value, pullback } = differentiableSingularValues(a);
    const kept = columns(value.u, (k) => (k < 2 ? 1 : 0));
    const u = multiply(addScaledMatrix(probe, [1, 0], adjoint(probe)), kept);
    const gradient = pullback({ u, values: value.values.map((s) => 3 * s * s) });
    expect(realInner(gradient, direction)).toBeCloseTo(slope(loss, a, direction), 7);
  });

  test('of zero, of a unitary and of a deficient matrix have finite derivatives, whatever the loss', () => {
    const unitary = randomUnitary(4, randomStream(5, 'unitary'));
    for (const a of [zeroMatrix(4, 4), unitary, withValues(4, 4, [1, 1, 0, 0])]) {
      const { pullback, tangent } = differentiableSingularValues(a);
      const [u, v] = [gaussianMatrix(4, 4, 7), gaussianMatrix(4, 4, 8)];
      expect(Number.isFinite(frobeniusNorm(pullback({ u, v })))).toBe(true);
      const change = tangent(u);
      expect(Number.isFinite(frobeniusNorm(change.u) + frobeniusNorm(change.v))).toBe(true);
    }
  });
});

describe('the best approximation of low rank', () => {
  test.each([
    ['of separated values', 4, 4, [4, 3, 2, 1], 2],
    ['tall, with equal values among those kept and those dropped', 6, 4, [2, 2, 1, 1], 2],
    ['wide, with zeros dropped', 3, 5, [2, 1, 0], 1],
    ['with tiny values kept', 4, 4, [1, 1e-9, 0, 0], 1],
  ] as const)('%s has the derivative of differences', (_, m, n, values, rank) => {
    const a = withValues(m, n, values);
    const [direction, probe] = [gaussianMatrix(m, n, 5, 0.1), gaussianMatrix(m, n, 6)];
    const { pullback } = differentiableLowRank(a, rank);
    const exact = slope((x) => realInner(probe, differentiableLowRank(x, rank).value), a, direction);
    expect(realInner(pullback(probe), direction)).toBeCloseTo(exact, 7);
  });

  test('is the matrix itself at full rank, with the identity as derivative', () => {
    const a = withValues(5, 3, [1, 1, 0]);
    const { value, tangent } = differentiableLowRank(a, 3);
    const direction = gaussianMatrix(5, 3, 9);
    expect(distance(value, a)).toBeLessThan(1e-14);
    expect(distance(tangent(direction), direction)).toBeLessThan(1e-13);
  });

  // The best approximation is the nearest point of a manifold: its derivative at a point of it is the projection.
  test('of a matrix of that rank projects on the directions that keep the rank', () => {
    const [u, v] = [gaussianMatrix(6, 2, 10), gaussianMatrix(5, 2, 11)];
    const { tangent } = differentiableLowRank(multiply(u, v, { adjointB: true }), 2);
    const along = multiply(gaussianMatrix(6, 2, 12), v, { adjointB: true });
    expect(distance(tangent(along), along)).toBeLessThan(1e-12);
    const once = tangent(gaussianMatrix(6, 5, 13));
    expect(distance(tangent(once), once)).toBeLessThan(1e-12);
  });

  test('is finite where the cut runs through equal values, and at zero', () => {
    for (const a of [withValues(4, 4, [1, 1, 1, 1]), zeroMatrix(4, 4)]) {
      const direction = gaussianMatrix(4, 4, 14);
      expect(Number.isFinite(frobeniusNorm(differentiableLowRank(a, 2).tangent(direction)))).toBe(true);
    }
  });
});

describe('the polar factor', () => {
  test.each(shapes)('of a %i × %i matrix has the derivative of differences', (m, n) => {
    const values = [2, 2, 0.5, 0.5, 0.5].slice(0, Math.min(m, n));
    const a = withValues(m, n, values);
    const [direction, probe] = [gaussianMatrix(m, n, 5, 0.1), gaussianMatrix(m, n, 6)];
    const { value, pullback } = differentiablePolarFactor(a);
    expect(isometryError(m < n ? adjoint(value) : value)).toBeLessThan(1e-13);
    const exact = slope((x) => realInner(probe, differentiablePolarFactor(x).value), a, direction);
    expect(realInner(pullback(probe), direction)).toBeCloseTo(exact, 7);
  });

  test('of a number is its phase', () => {
    const { tangent } = differentiablePolarFactor({ rows: 1, cols: 1, interleaved: Float64Array.of(3, 4) });
    const { interleaved } = tangent({ rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) });
    // d (z/|z|) = i·Im(z̄ dz)·z/|z|³ with z = 3 + 4i, dz = 1: −4i(3 + 4i)/125.
    expect(interleaved[0]).toBeCloseTo(16 / 125, 15);
    expect(interleaved[1]).toBeCloseTo(-12 / 125, 15);
  });

  test('is finite at a singular matrix', () => {
    const { tangent } = differentiablePolarFactor(withValues(4, 3, [1, 0, 0]));
    expect(Number.isFinite(frobeniusNorm(tangent(gaussianMatrix(4, 3, 5))))).toBe(true);
  });
});

test('every derivative has its adjoint as pullback', () => {
  const [a, d] = [gaussianMatrix(5, 3, 20), gaussianMatrix(5, 3, 21)];
  const { pullback, tangent } = differentiableSingularValues(a);
  const change = tangent(d);
  const [u, v] = [gaussianMatrix(5, 3, 22), gaussianMatrix(3, 3, 23)];
  expect(realInner(pullback({ u, v }), d)).toBeCloseTo(realInner(u, change.u) + realInner(v, change.v), 10);
  for (const map of [differentiableLowRank(a, 2), differentiablePolarFactor(a)]) {
    const c = gaussianMatrix(5, 3, 24);
    expect(realInner(map.pullback(c), d)).toBeCloseTo(realInner(c, map.tangent(d)), 12);
  }
});
