import { describe, expect, test } from 'vitest';
import { leadingEigenpairs } from '../../src/linalg/leading-eigenpairs.ts';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dot } from '../../src/linalg/real-vector.ts';
import { symmetricEigen } from '../../src/linalg/symmetric-eigen.ts';

const matrixOf = (n: number, entry: (i: number, j: number) => number): RealMatrix => ({
  rows: n,
  cols: n,
  data: Float64Array.from({ length: n * n }, (_, at) => entry(Math.floor(at / n), at % n)),
});

describe('the greatest eigenvalues', () => {
  test('of a path are 2 cos(kπ/(n + 1)), close as they are', () => {
    const n = 150;
    const path = matrixOf(n, (i, j) => (Math.abs(i - j) === 1 ? 1 : 0));
    const { value, result } = leadingEigenpairs(path, 4);
    expect(result).toBe('converged');
    value.values.forEach((x, k) => {
      expect(x).toBeCloseTo(2 * Math.cos(((k + 1) * Math.PI) / (n + 1)), 12);
    });
  });

  test('of a ring come in pairs, and of distances with their negative ones', () => {
    const n = 120;
    const ring = matrixOf(n, (i, j) => -Math.min(Math.abs(i - j), n - Math.abs(i - j)));
    // −Σ_r min(r, n − r) e^{ikr} = 1/sin²(k/2) for odd multiples k of 2π/n
    const { values } = leadingEigenpairs(ring, 4).value;
    const exact = (m: number): number => 1 / Math.sin((m * Math.PI) / n) ** 2;
    [exact(1), exact(1), exact(3), exact(3)].forEach((x, k) => {
      expect(values[k]! / x).toBeCloseTo(1, 10);
    });
  });

  test('have orthonormal vectors, and are those of the whole spectrum', () => {
    const { normal } = randomStream(3, 'symmetric');
    const n = 90;
    const half = matrixOf(n, () => normal());
    const a = matrixOf(n, (i, j) => half.data[i * n + j]! + half.data[j * n + i]!);
    const all = symmetricEigen(a).values.toReversed();
    const { values, vectors, residuals } = leadingEigenpairs(a, 3).value;
    values.forEach((x, k) => {
      expect(x).toBeCloseTo(all[k]!, 10);
      expect(residuals[k]).toBeLessThan(1e-7);
      const image = Float64Array.from({ length: n }, (_, i) => dot(a.data.subarray(i * n, (i + 1) * n), vectors[k]!));
      image.forEach((y, i) => {
        expect(y).toBeCloseTo(x * vectors[k]![i]!, 7);
      });
      vectors.forEach((other, l) => {
        expect(dot(vectors[k]!, other)).toBeCloseTo(k === l ? 1 : 0, 10);
      });
    });
    expect(leadingEigenpairs(a, 3, vectors).steps).toBe(1);
  });

  test('of small matrices are taken from all', () => {
    const { values } = leadingEigenpairs(
      matrixOf(3, (i, j) => (i === j ? i : 0)),
      2,
    ).value;
    expect([...values]).toEqual([2, 1]);
  });

  test('are refused where there are none', () => {
    expect(() =>
      leadingEigenpairs(
        matrixOf(3, () => 1),
        4,
      ),
    ).toThrow('between 1 and 3 eigenpairs required, got 4');
    expect(() => leadingEigenpairs({ rows: 2, cols: 3, data: new Float64Array(6) }, 1)).toThrow('got 2×3');
  });
});
