import { describe, expect, test } from 'vitest';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { type ArnoldiOptions, arnoldi, type DominantEigenpairs, realArnoldi } from '../../src/linalg/arnoldi.ts';
import { type ComplexMatrix, zeroVector } from '../../src/linalg/complex.ts';
import { generalEigen, generalEigenvalues } from '../../src/linalg/general-eigen.ts';
import type { LinearMap } from '../../src/linalg/krylov.ts';
import { lanczos } from '../../src/linalg/lanczos.ts';
import { applyMatrix, complexOf, kronecker, type RealMatrix, realPart } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { symmetricEigen } from '../../src/linalg/symmetric-eigen.ts';
import { innerProduct, norm } from '../../src/linalg/vector.ts';
import { gaussianMatrix, hermitianMatrix } from './compare.ts';
import { cyclicShift, diagonalMap, mapOf, shearedToeplitz } from './operators.ts';

const stream = randomStream(1, 'arnoldi test');
const randomReal = (n: number): Float64Array => Float64Array.from({ length: n }, () => stream.normal());
const adjointOf = (a: ComplexMatrix) => (x: Parameters<typeof applyMatrix>[1]) => applyMatrix(a, x, { adjoint: true });

describe('closed forms', () => {
  test('the transfer matrix of the AKLT chain has 1 and three times −1/3', () => {
    const transfer = akltTransferMatrix();
    const { value, result } = realArnoldi(realMap(transfer), randomReal(4), {
      count: 4,
      adjoint: realMap(transposed(transfer)),
    });
    expect(result).toBe('converged');
    [1, -1 / 3, -1 / 3, -1 / 3].forEach((exact, k) => {
      expect(value.values.interleaved[2 * k]).toBeCloseTo(exact, 13);
      expect(value.values.interleaved[2 * k + 1]).toBe(0);
    });
    expect(biorthogonality(value)).toBeLessThan(1e-12);
  });

  test.each([1, 2, 3, 4, 7])('the %d dominant values of a sheared Toeplitz matrix, with left vectors', (count) => {
    const [n, ratio] = [100, 1.02];
    const a = shearedToeplitz(n, ratio);
    const { value, result } = arnoldi(mapOf(a), randomVector(n, stream), {
      count,
      adjoint: adjointOf(a),
      order: 'real-part',
    });
    expect(result).toBe('converged');
    for (let k = 0; k < count; k++) {
      const angle = (Math.PI * (k + 1)) / (n + 1);
      expect(Math.abs(value.values.interleaved[2 * k]! - 2 * Math.cos(angle))).toBeLessThan(1e-11);
      const exact = Float64Array.from({ length: 2 * n }, (_, i) =>
        i % 2 === 0 ? ratio ** (-i / 2) * Math.sin(angle * (i / 2 + 1)) : 0,
      );
      const left = { length: n, interleaved: exact };
      const cosine = Math.hypot(...innerProduct(left, value.left[k]!)) / (norm(left) * norm(value.left[k]!));
      expect(cosine).toBeCloseTo(1, 10);
    }
    expect(biorthogonality(value)).toBeLessThan(1e-10);
  });

  test('a stochastic matrix has 1 with the uniform left vector', () => {
    const n = 50;
    const a = { rows: n, cols: n, data: Float64Array.from({ length: n * n }, () => stream.uniform()) };
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let i = 0; i < n; i++) sum += a.data[i * n + j]!;
      for (let i = 0; i < n; i++) a.data[i * n + j] = a.data[i * n + j]! / sum;
    }
    const { value } = realArnoldi(realMap(a), randomReal(n), { adjoint: realMap(transposed(a)) });
    expect(value.values.interleaved[0]).toBeCloseTo(1, 13);
    const left = value.left[0]!.interleaved;
    for (let i = 0; i < n; i++) expect(left[2 * i]! / left[0]!).toBeCloseTo(1, 11);
  });

  test('all sixteen roots of unity of a cyclic shift, which all have the same modulus', () => {
    const shift = realPart(cyclicShift(16));
    const { value, result } = realArnoldi(realMap(shift), randomReal(16), { count: 16 });
    expect(result).toBe('converged');
    const found = Array.from({ length: 16 }, (_, k) =>
      Math.atan2(value.values.interleaved[2 * k + 1]!, value.values.interleaved[2 * k]!),
    );
    const turns = found.map((angle) => Math.round((8 * angle) / Math.PI + 16) % 16).sort((a, b) => a - b);
    expect(turns).toEqual(Array.from({ length: 16 }, (_, k) => k));
  });

  test.each([1, 2, 3, 5])('multiplets: the %d largest of 3, 3, 3, 2, 2, 1, 1 …', (count) => {
    const values = Array.from({ length: 80 }, (_, k) => (k < 3 ? 3 : k < 5 ? 2 : 1 / (k - 4)));
    const { value, result } = arnoldi(diagonalMap(values), randomVector(80, stream), { count });
    expect(result).toBe('converged');
    for (let k = 0; k < count; k++) expect(Math.abs(value.values.interleaved[2 * k]! - values[k]!)).toBeLessThan(1e-11);
  });
});

describe('multiplets', () => {
  // Powers of a diagonal operator never leave the coordinates where the start is not zero.
  const values = Array.from({ length: 300 }, (_, k) => (k < 2 ? 1 : k === 2 ? 0.9 : k / 1000));
  const start = randomVector(300, stream);
  start.interleaved.fill(0, 0, 2);
  const second = (options: ArnoldiOptions<LinearMap>): number => {
    const { value, result } = arnoldi(diagonalMap(values), start, { count: 2, ...options });
    expect(result).toBe('converged');
    return value.values.interleaved[2]!;
  };

  test('the member that the start is orthogonal to is searched for', () => {
    expect(second({})).toBeCloseTo(1, 12);
  });

  test('and missed where that is not wanted', () => {
    expect(second({ completeMultiplets: false })).toBeCloseTo(0.9, 12);
  });
});

describe('against dense matrices', () => {
  test.each([
    [1, 1],
    [2, 2],
    [30, 1],
    [30, 5],
    [90, 4],
  ])('complex, of size %d, the first %d', (n, count) => {
    const a = gaussianMatrix(n, n, n);
    const { value, result } = arnoldi(mapOf(a), randomVector(n, stream), { count, adjoint: adjointOf(a) });
    expect(result).toBe('converged');
    agrees(value, a, count);
  });

  test.each([
    [1, 1],
    [2, 2],
    [30, 1],
    [30, 3],
    [90, 4],
  ])('real, of size %d, the first %d', (n, count) => {
    const a = { rows: n, cols: n, data: randomReal(n * n) };
    const options = { count, adjoint: realMap(transposed(a)) };
    const { value, result } = realArnoldi(realMap(a), randomReal(n), options);
    expect(result).toBe('converged');
    agrees(value, complexOf(a), count);
  });

  test('a Hermitian operator: the values of Lanczos from above', () => {
    const h = hermitianMatrix(60, 3);
    const turned = { ...h, interleaved: h.interleaved.map((x) => -x) };
    const lowest = lanczos(mapOf(h), randomVector(60, stream), { count: 3 }).value.values;
    const largest = arnoldi(mapOf(turned), randomVector(60, stream), { count: 3, order: 'real-part' }).value.values;
    lowest.forEach((energy, k) => {
      expect(Math.abs(largest.interleaved[2 * k]! + energy)).toBeLessThan(1e-11);
    });
  });

  test('the vector of a real eigenvalue of a real operator is real', () => {
    const n = 40;
    const random = randomReal(n * n);
    const data = Float64Array.from(random, (x, k) => x + random[(k % n) * n + Math.floor(k / n)]!);
    const a = { rows: n, cols: n, data };
    const { value } = realArnoldi(realMap(a), randomReal(n), { count: 2, order: 'real-part' });
    const exact = symmetricEigen(a).values;
    value.right.forEach(({ interleaved }, k) => {
      expect(interleaved.every((x, i) => i % 2 === 0 || x === 0)).toBe(true);
      expect(value.values.interleaved[2 * k]).toBeCloseTo(exact[n - 1 - k]!, 10);
    });
  });
});

describe('how it ends', () => {
  test('too few applications, a zero start, a wrong count, NaN', () => {
    const a = gaussianMatrix(90, 90, 90);
    expect(arnoldi(mapOf(a), randomVector(90, stream), { maxSteps: 10 }).result).toBe('max-steps');
    expect(() => arnoldi(mapOf(a), zeroVector(90))).toThrow(DomainError);
    expect(() => arnoldi(mapOf(a), randomVector(90, stream), { count: 91 })).toThrow(ShapeError);
    expect(() => realArnoldi((x) => x.map(() => Number.NaN), randomReal(4))).toThrow(DomainError);
  });

  test('zero and the identity', () => {
    const zero = arnoldi(diagonalMap(new Float64Array(40)), randomVector(40, stream), { count: 2 });
    expect([zero.result, ...zero.value.values.interleaved]).toEqual(['converged', 0, 0, 0, 0]);
    const one = realArnoldi((x) => x, randomReal(40), { count: 3 });
    expect(one.result).toBe('converged');
    for (let k = 0; k < 3; k++) expect(one.value.values.interleaved[2 * k]).toBeCloseTo(1, 14);
  });
});

/** Values, both residuals and biorthogonality within what the conditions allow. */
function agrees(value: DominantEigenpairs, a: ComplexMatrix, count: number): void {
  const dense = generalEigen(a);
  const largest = Math.hypot(dense.values.interleaved[0]!, dense.values.interleaved[1]!);
  const exact = generalEigenvalues(a).interleaved;
  for (let k = 0; k < count; k++) {
    const error = Math.hypot(
      value.values.interleaved[2 * k]! - exact[2 * k]!,
      value.values.interleaved[2 * k + 1]! - exact[2 * k + 1]!,
    );
    expect(error).toBeLessThan(1e-11 * largest * dense.conditions[k]!);
    expect(norm(value.left[k]!) / dense.conditions[k]!).toBeCloseTo(1, 6);
    expect(Math.abs(norm(value.right[k]!) - 1)).toBeLessThan(1e-14);
  }
  for (const residual of [...value.residuals, ...value.leftResiduals]) expect(residual).toBeLessThan(1e-12 * largest);
  expect(biorthogonality(value)).toBeLessThan(1e-11);
}

function biorthogonality({ left, right }: DominantEigenpairs): number {
  const errors = left.flatMap((w, j) =>
    right.map((v, k) => {
      const [re, im] = innerProduct(w, v);
      return Math.hypot(re - (j === k ? 1 : 0), im);
    }),
  );
  return Math.max(...errors);
}

const realMap =
  ({ rows, cols, data }: RealMatrix) =>
  (x: Float64Array): Float64Array =>
    Float64Array.from({ length: rows }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < cols; j++) sum += data[i * cols + j]! * x[j]!;
      return sum;
    });

const transposed = ({ rows, cols, data }: RealMatrix): RealMatrix => ({
  rows: cols,
  cols: rows,
  data: Float64Array.from(data, (_, k) => data[(k % rows) * cols + Math.floor(k / rows)]!),
});

/** Σ_s A_s ⊗ A_s for A = √(2/3)·σ₊, −√(1/3)·σ_z, −√(2/3)·σ₋; Affleck, Kennedy, Lieb & Tasaki, PRL 59, 799 (1987). */
function akltTransferMatrix(): RealMatrix {
  const [a, b] = [Math.sqrt(2 / 3), Math.sqrt(1 / 3)];
  const matrices = [
    [0, a, 0, 0],
    [-b, 0, 0, b],
    [0, 0, -a, 0],
  ].map((data) => complexOf({ rows: 2, cols: 2, data: Float64Array.from(data) }));
  const sum = new Float64Array(16);
  for (const matrix of matrices) {
    realPart(kronecker(matrix, matrix)).data.forEach((x, k) => {
      sum[k] = sum[k]! + x;
    });
  }
  return { rows: 4, cols: 4, data: sum };
}
