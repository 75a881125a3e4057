import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { createEngine, currentEngine, useEngine } from '../../src/engine/engine.ts';
import { createHeap } from '../../src/engine/heap.ts';
import type { Engine } from '../../src/engine/kernels.ts';
import { threadedExecutor } from '../../src/engine/threads.ts';
import { typescriptEngine } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import {
  batchedHermitianEigen,
  batchedHermitianEigenvalues,
  batchedPolarFactor,
  batchedQr,
  batchedSingularValueDecomposition,
} from '../../src/linalg/batched-decompositions.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { adjoint, complexOf, diagonalMatrix, frobeniusNorm, multiply } from '../../src/linalg/matrix.ts';
import {
  byShape,
  type ComplexMatrixBatch,
  matrixBatch,
  matrixOfBatch,
  type RealMatrixBatch,
} from '../../src/linalg/matrix-batch.ts';
import { polarFactor } from '../../src/linalg/polar.ts';
import { qr } from '../../src/linalg/qr.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { singularValueDecomposition } from '../../src/linalg/singular-values.ts';
import { HEAPS } from '../engine/kernel-heaps.ts';
import { largestDifference } from '../engine/random-program.ts';
import { distance, gaussianMatrix, hermitianMatrix, isometryError, product } from './compare.ts';

const ENGINES: readonly (readonly [name: string, engine: Engine])[] = [
  ['plain TypeScript', typescriptEngine],
  ...HEAPS.map(([name, makeHeap]) => [name, createWasmEngine(makeHeap())] as const),
];
const before = currentEngine();
afterAll(() => useEngine(before));

const range = (count: number): readonly number[] => Array.from({ length: count }, (_, k) => k);
/** `count` matrices of Gaussians; more than stand side by side in any vector, and not a multiple. */
const gaussians = (rows: number, cols: number, seed: number, count = 11): readonly ComplexMatrix[] =>
  range(count).map((k) => gaussianMatrix(rows, cols, 100 * seed + k));
/** Real parts as a real batch. */
const realBatch = ({ count, rows, cols, interleaved }: ComplexMatrixBatch): RealMatrixBatch => ({
  ...{ count, rows, cols },
  data: interleaved.filter((_, k) => k % 2 === 0),
});
/** Matrix k of a real batch, as a complex one. */
const realMatrix = ({ rows, cols, data }: RealMatrixBatch, k: number): ComplexMatrix =>
  complexOf({ rows, cols, data: data.subarray(k * rows * cols, (k + 1) * rows * cols) });

const SHAPES = [
  [1, 1],
  [2, 2],
  [3, 3],
  [4, 4],
  [5, 2],
  [2, 5],
  [1, 6],
  [6, 1],
  [8, 8],
  [9, 12],
  [16, 16],
  [40, 7],
  [32, 32],
] as const;

describe.each(ENGINES)('by %s', (_, engine) => {
  test.each(SHAPES)('A = UΣV†, U·V† and A = QR of %i × %i matrices, complex and real', (rows, cols) => {
    useEngine(engine);
    const complex = matrixBatch(gaussians(rows, cols, 1));
    const real = realBatch(complex);
    const k = Math.min(rows, cols);
    for (const [decomposed, matrix, batch] of [
      [batchedSingularValueDecomposition(complex), matrixOfBatch, complex],
      [batchedSingularValueDecomposition(real), realMatrix, real],
    ] as const) {
      const polar = batchedPolarFactor(batch);
      const { q, r } = batchedQr(batch);
      for (const b of range(complex.count)) {
        const of = matrix as (batch: unknown, b: number) => ComplexMatrix;
        const [a, u, v] = [of(batch, b), of(decomposed.u, b), of(decomposed.v, b)];
        const values = decomposed.values.subarray(b * k, (b + 1) * k);
        expect(isometryError(u)).toBeLessThan(1e-13);
        expect(isometryError(v)).toBeLessThan(1e-13);
        expect(distance(product(u, values, v), a)).toBeLessThan(1e-14 * (1 + frobeniusNorm(a)));
        const expected = singularValueDecomposition(a).values;
        expect(largestDifference(values, expected)).toBeLessThan(1e-14 * expected[0]!);
        expect(distance(of(polar, b), polarFactor(a))).toBeLessThan((1e-13 * expected[0]!) / expected[k - 1]!);
        expect(isometryError(of(q, b))).toBeLessThan(1e-13);
        expect(distance(multiply(of(q, b), of(r, b)), a)).toBeLessThan(1e-14 * (1 + frobeniusNorm(a)));
        for (const i of range(k)) {
          const row = of(r, b).interleaved.subarray(2 * i * cols, 2 * (i + 1) * cols);
          expect(row[2 * i]!).toBeGreaterThanOrEqual(0);
          expect([...row.subarray(0, 2 * i), row[2 * i + 1]].every((x) => x === 0)).toBe(true);
        }
        expect(distance(of(r, b), qr(a).r)).toBeLessThan((1e-12 * expected[0]!) / expected[k - 1]!);
      }
    }
  });

  test.each([1, 2, 3, 4, 5, 8, 13, 16, 32, 33])('A = VΛV† of %i × %i matrices, complex and real', (n) => {
    useEngine(engine);
    const complex = matrixBatch(range(11).map((k) => hermitianMatrix(n, 1000 + k)));
    const real = realBatch(complex);
    for (const [decomposed, values, matrix, batch] of [
      [batchedHermitianEigen(complex), batchedHermitianEigenvalues(complex), matrixOfBatch, complex],
      [batchedHermitianEigen(real), batchedHermitianEigenvalues(real), realMatrix, real],
    ] as const) {
      expect(largestDifference(values, decomposed.values)).toBeLessThan(1e-14 * n);
      for (const b of range(complex.count)) {
        const of = matrix as (batch: unknown, b: number) => ComplexMatrix;
        const [a, v] = [of(batch, b), of(decomposed.vectors, b)];
        const own = decomposed.values.subarray(b * n, (b + 1) * n);
        expect(isometryError(v)).toBeLessThan(1e-13);
        expect(distance(product(v, own, v), a)).toBeLessThan(1e-14 * (1 + frobeniusNorm(a)));
        expect(largestDifference(own, hermitianEigen(a).values)).toBeLessThan(1e-14 * (1 + frobeniusNorm(a)));
      }
    }
  });

  test('closed forms: Pauli matrices, a rotation times a stretch, the discrete Fourier transform', () => {
    useEngine(engine);
    const paulis = [
      complexMatrix([[0, 1], [1, 0]]),
      complexMatrix([[0, 0], [0, 0]], [[0, -1], [1, 0]]),
      complexMatrix([[1, 0], [0, -1]]),
    ]; // biome-ignore format: matrices
    const { values, vectors } = batchedHermitianEigen(matrixBatch(paulis));
    expect(largestDifference(values, Float64Array.of(-1, 1, -1, 1, -1, 1))).toBeLessThan(1e-15);
    paulis.forEach((pauli, k) => {
      const v = matrixOfBatch(vectors, k);
      expect(distance(multiply(pauli, v), multiply(v, diagonalMatrix([-1, 1])))).toBeLessThan(1e-15);
    });
    const [cos, sin] = [0.6, 0.8];
    const stretched = { count: 1, rows: 2, cols: 2, data: Float64Array.of(3 * cos, -sin, 3 * sin, cos) };
    expect(largestDifference(batchedSingularValueDecomposition(stretched).values, Float64Array.of(3, 1))).toBeLessThan(
      1e-15,
    );
    expect(largestDifference(batchedPolarFactor(stretched).data, Float64Array.of(cos, -sin, sin, cos))).toBeLessThan(
      1e-15,
    );
    const fourier = (n: number): ComplexMatrix => {
      const angle = (k: number): number => (2 * Math.PI * (Math.floor(k / n) * (k % n))) / n;
      const numbers = range(n * n).flatMap((k) => [Math.cos(angle(k)), Math.sin(angle(k))]);
      return { rows: n, cols: n, interleaved: Float64Array.from(numbers) };
    };
    for (const n of [3, 8, 12]) {
      const batch = matrixBatch([fourier(n)]);
      const flat = batchedSingularValueDecomposition(batch).values.map((x) => x / Math.sqrt(n) - 1);
      expect(largestDifference(flat, new Float64Array(n))).toBeLessThan(4e-15);
    }
  });

  test('values of twelve decades keep their relative accuracy, in whichever order the columns come', () => {
    useEngine(engine);
    for (const n of [4, 12, 24]) {
      const values = range(n).map((k) => 10 ** ((-12 * k) / (n - 1)));
      const matrices = range(5).map((seed) => {
        const u = randomUnitary(n, randomStream(seed, 'graded'));
        const order = range(n).map((k) => (k * (n - 1) + seed) % n);
        const columns = order.map((k) => values[k]!);
        return multiply(u, diagonalMatrix(columns));
      });
      const found = batchedSingularValueDecomposition(matrixBatch(matrices));
      matrices.forEach((a, b) => {
        values.forEach((value, k) => {
          expect(Math.abs(found.values[b * n + k]! / value - 1)).toBeLessThan(1e-13);
        });
        expect(isometryError(matrixOfBatch(found.u, b))).toBeLessThan(1e-13);
        expect(isometryError(matrixOfBatch(found.v, b))).toBeLessThan(1e-13);
        const own = found.values.subarray(b * n, (b + 1) * n);
        const rebuilt = product(matrixOfBatch(found.u, b), own, matrixOfBatch(found.v, b));
        expect(distance(rebuilt, a)).toBeLessThan(1e-14);
      });
    }
  });

  test('zero, low rank, equal values, diagonals and triangles', () => {
    useEngine(engine);
    const n = 9;
    const low = multiply(gaussianMatrix(n, 2, 1), gaussianMatrix(2, n, 2));
    const unitary = randomUnitary(n, randomStream(1, 'unitary'));
    const triangle = gaussianMatrix(n, n, 3);
    for (const i of range(n)) triangle.interleaved.fill(0, 2 * i * n, 2 * i * (n + 1));
    const single = zeroMatrix(n, n);
    single.interleaved[2 * (3 * n + 5)] = -2;
    const matrices = [zeroMatrix(n, n), low, unitary, identityMatrix(n), diagonalMatrix(range(n)), triangle, single];
    const batch = matrixBatch(matrices);
    const { u, values, v } = batchedSingularValueDecomposition(batch);
    const { q, r } = batchedQr(batch);
    const polar = batchedPolarFactor(batch);
    const hermitian = matrixBatch(matrices.map((a) => product(a, new Float64Array(n).fill(1), a)));
    const eigen = batchedHermitianEigen(hermitian);
    matrices.forEach((a, b) => {
      const own = values.subarray(b * n, (b + 1) * n);
      const [left, right] = [matrixOfBatch(u, b), matrixOfBatch(v, b)];
      const factors = [left, right, matrixOfBatch(q, b), matrixOfBatch(polar, b), matrixOfBatch(eigen.vectors, b)];
      for (const factor of factors) expect(isometryError(factor)).toBeLessThan(1e-13);
      expect(distance(product(left, own, right), a)).toBeLessThan(1e-14 * (1 + frobeniusNorm(a)));
      expect([...own].every((x, k) => x >= 0 && x <= (own[k - 1] ?? Infinity))).toBe(true);
      expect(distance(multiply(matrixOfBatch(q, b), matrixOfBatch(r, b)), a)).toBeLessThan(
        1e-14 * (1 + frobeniusNorm(a)),
      );
      // A = W·√(A†A), and W is that of the decomposition.
      const root = product(right, own, right);
      expect(distance(multiply(matrixOfBatch(polar, b), root), a)).toBeLessThan(1e-13 * (1 + frobeniusNorm(a)));
      const h = matrixOfBatch(hermitian, b);
      const energies = eigen.values.subarray(b * n, (b + 1) * n);
      const vectors = matrixOfBatch(eigen.vectors, b);
      expect(distance(product(vectors, energies, vectors), h)).toBeLessThan(1e-14 * (1 + frobeniusNorm(h)));
      expect(largestDifference(energies, own.map((x) => x * x).reverse())).toBeLessThan(1e-14 * (1 + frobeniusNorm(h)));
    });
    const descending = Float64Array.from(range(n)).reverse();
    expect(largestDifference(values.subarray(4 * n, 5 * n), descending)).toBeLessThan(1e-14);
    expect([...values.subarray(0, n)]).toEqual(new Array(n).fill(0));
  });

  test('direct sums, whose spectra fall apart, stand beside matrices that do not', () => {
    useEngine(engine);
    const n = 10;
    const whole = range(6).map((k) => hermitianMatrix(n, 50 + k));
    const sums = range(6).map((k) => {
      const a = hermitianMatrix(n, 70 + k);
      for (const i of range(n)) {
        for (const j of range(n)) {
          if (i < k + 2 !== j < k + 2) a.interleaved.fill(0, 2 * (i * n + j), 2 * (i * n + j + 1));
        }
      }
      return a;
    });
    const matrices = range(12).map((k) => (k % 2 === 0 ? whole : sums)[k >> 1]!);
    const { values, vectors } = batchedHermitianEigen(matrixBatch(matrices));
    matrices.forEach((a, b) => {
      const own = values.subarray(b * n, (b + 1) * n);
      const v = matrixOfBatch(vectors, b);
      expect(isometryError(v)).toBeLessThan(1e-13);
      expect(distance(product(v, own, v), a)).toBeLessThan(1e-14 * frobeniusNorm(a));
      if (engine.batches === null) return;
      const alone = batchedHermitianEigen(matrixBatch([a]));
      expect(alone.values).toEqual(own);
      expect(matrixOfBatch(alone.vectors, 0)).toEqual(v);
    });
  });

  test('matrices of very different sizes stand side by side', () => {
    useEngine(engine);
    const scales = [1e-310, 1e-300, 1e-150, 1, 1e150, 1e300];
    const plain = singularValueDecomposition(gaussianMatrix(5, 4, 1));
    const batch = matrixBatch(scales.map((scale) => gaussianMatrix(5, 4, 1, scale)));
    const { values } = batchedSingularValueDecomposition(batch);
    const squares = matrixBatch(scales.map((scale) => hermitianMatrix(5, 1, scale)));
    const energies = batchedHermitianEigen(squares).values;
    const { r } = batchedQr(batch);
    scales.forEach((scale, b) => {
      const tolerance = scale < 1e-305 ? 1e-12 : 1e-14; // numbers with fewer digits
      const own = values.subarray(4 * b, 4 * b + 4).map((x) => x / scale);
      expect(largestDifference(own, plain.values)).toBeLessThan(tolerance * 10);
      const expected = hermitianEigen(hermitianMatrix(5, 1)).values;
      const found = energies.subarray(5 * b, 5 * b + 5).map((x) => x / scale);
      expect(largestDifference(found, expected)).toBeLessThan(tolerance * 10);
      const corner = matrixOfBatch(r, b).interleaved[0]! / scale;
      expect(Math.abs(corner - qr(gaussianMatrix(5, 4, 1)).r.interleaved[0]!)).toBeLessThan(tolerance * 10);
    });
  });

  test('a column 200 orders of magnitude below the others is resolved', () => {
    useEngine(engine);
    const matrices = gaussians(4, 3, 9).map((a, b) => {
      for (const i of range(4)) for (const part of [0, 1]) a.interleaved[2 * (3 * i + (b % 3)) + part]! *= 1e-200;
      return a;
    });
    const { q, r } = batchedQr(matrixBatch(matrices));
    const { values } = batchedSingularValueDecomposition(matrixBatch(matrices));
    matrices.forEach((a, b) => {
      const [own, expected] = [matrixOfBatch(r, b), qr(a).r];
      const corner = 2 * (b % 3) * 4;
      expect(Math.abs(own.interleaved[corner]! / expected.interleaved[corner]! - 1)).toBeLessThan(1e-13);
      expect(isometryError(matrixOfBatch(q, b))).toBeLessThan(1e-13);
      const least = singularValueDecomposition(a).values[2]!;
      expect(Math.abs(values[3 * b + 2]! / least - 1)).toBeLessThan(1e-12);
    });
  });

  test('a batch of no matrices, or of matrices without entries, has empty results', () => {
    useEngine(engine);
    for (const [count, rows, cols] of [
      [0, 3, 3],
      [2, 0, 0],
    ] as const) {
      const empty = { count, rows, cols, interleaved: new Float64Array(0) };
      expect(batchedSingularValueDecomposition(empty).values.length).toBe(0);
      expect(batchedHermitianEigen(empty).vectors.interleaved.length).toBe(0);
      expect(batchedQr(empty).q.interleaved.length).toBe(0);
      expect(batchedPolarFactor(empty).interleaved.length).toBe(0);
    }
    const flat = batchedQr({ count: 2, rows: 3, cols: 0, interleaved: new Float64Array(0) });
    expect([flat.q.rows, flat.q.cols, flat.r.rows]).toEqual([3, 0, 0]);
  });

  test('complex matrices without imaginary parts have real factors', () => {
    useEngine(engine);
    const batch = matrixBatch(gaussians(4, 4, 5).map((a) => complexOf(realPartOf(a))));
    const imaginary = ({ interleaved }: ComplexMatrixBatch): boolean =>
      interleaved.every((x, k) => k % 2 === 0 || x === 0);
    const { u, v } = batchedSingularValueDecomposition(batch);
    expect([u, v, batchedQr(batch).q].every(imaginary)).toBe(true);
  });
});

const realPartOf = ({ rows, cols, interleaved }: ComplexMatrix) => ({
  ...{ rows, cols },
  data: interleaved.filter((_, k) => k % 2 === 0),
});

test.each(HEAPS)('the kernels of %s converge by themselves', (_, makeHeap) => {
  const batches = createWasmEngine(makeHeap()).batches!;
  for (const [rows, cols] of SHAPES) {
    for (const isComplex of [true, false]) {
      const shape = { count: 11, rows, cols, isComplex };
      const { interleaved } = matrixBatch(gaussians(rows, cols, 7));
      const numbers = interleaved.subarray(0, isComplex ? interleaved.length : interleaved.length / 2);
      expect(batches.singularValues(numbers, shape)).not.toBeNull();
      expect(batches.polarFactor(numbers, shape)).not.toBeNull();
      if (rows !== cols) continue;
      expect(batches.hermitianEigen(numbers, shape)).not.toBeNull();
      expect(batches.hermitianEigenvalues(numbers, shape)).not.toBeNull();
    }
  }
});

test('matrices of several shapes are decomposed shape by shape, and stay where they were', () => {
  useEngine(createEngine({ threads: 1 }));
  const matrices = [gaussianMatrix(3, 2, 1), gaussianMatrix(2, 2, 2), gaussianMatrix(3, 2, 3), gaussianMatrix(2, 3, 4)];
  byShape(matrices, batchedPolarFactor).forEach((factor, k) => {
    expect(distance(factor, polarFactor(matrices[k]!))).toBeLessThan(1e-14);
  });
});

describe.each(HEAPS)('bits by %s', (_, makeHeap) => {
  const shapes = fc.record({ m: fc.integer({ min: 1, max: 12 }), n: fc.integer({ min: 1, max: 12 }) });

  test('are the same wherever a matrix stands in its batch', () => {
    useEngine(createWasmEngine(makeHeap()));
    fc.assert(
      fc.property(shapes, fc.nat(1000), ({ m, n }, seed) => {
        const matrices = gaussians(m, n, seed, 9);
        matrices[1]!.interleaved.fill(0, 0, 2 * n); // some are of lower rank than their neighbours
        const turned = [...matrices.slice(4), ...matrices.slice(0, 4)];
        const k = Math.min(m, n);
        const [one, other] = [matrices, turned].map((list) => batchedSingularValueDecomposition(matrixBatch(list)));
        const [first, second] = [matrices, turned].map((list) => batchedQr(matrixBatch(list)));
        matrices.forEach((_, b) => {
          const at = (b + 5) % 9;
          expect(one!.values.subarray(b * k, b * k + k)).toEqual(other!.values.subarray(at * k, at * k + k));
          expect(matrixOfBatch(one!.u, b)).toEqual(matrixOfBatch(other!.u, at));
          expect(matrixOfBatch(one!.v, b)).toEqual(matrixOfBatch(other!.v, at));
          expect(matrixOfBatch(first!.q, b)).toEqual(matrixOfBatch(second!.q, at));
        });
      }),
      { seed: 1, numRuns: 25 },
    );
  });

  test('are the same for any number of threads', async () => {
    const batch = matrixBatch(gaussians(6, 6, 1, 700));
    const hermitian = matrixBatch(range(700).map((k) => hermitianMatrix(6, k)));
    const decomposed = () => [
      batchedSingularValueDecomposition(batch),
      batchedHermitianEigen(hermitian),
      batchedQr(batch),
    ];
    useEngine(createWasmEngine(makeHeap()));
    const expected = decomposed();
    for (const threads of [2, 3]) {
      const own = makeHeap();
      useEngine(createWasmEngine(own, threadedExecutor(own, threads)));
      // The first calls start the workers; the later ones find them at work.
      for (let call = 0; call < 8; call++) {
        expect(decomposed()).toEqual(expected);
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    }
  });
});

test('batches larger than the engine takes at once are taken in parts', () => {
  useEngine(createWasmEngine(createHeap(2 ** 24)));
  const count = 2 ** 18 + 3; // 8 MiB and some
  const stream = randomStream(1, 'many');
  const data = Float64Array.from({ length: 4 * count }, () => stream.normal());
  const { values } = batchedSingularValueDecomposition({ count, rows: 2, cols: 2, data });
  for (let b = 0; b < count; b += 4999) {
    const [x, y, z, w] = data.subarray(4 * b, 4 * b + 4) as unknown as [number, number, number, number];
    expect(Math.abs(values[2 * b]! * values[2 * b + 1]! - Math.abs(x * w - y * z))).toBeLessThan(1e-14);
  }
  const last = 4 * (count - 1);
  const square = data.subarray(last).reduce((sum, x) => sum + x * x, 0);
  expect(Math.abs(values.at(-1)! ** 2 + values.at(-2)! ** 2 - square)).toBeLessThan(1e-13);
});

test('what is wrong with a batch is named', () => {
  useEngine(createEngine({ threads: 1 }));
  const short = { count: 2, rows: 2, cols: 2, interleaved: new Float64Array(12) };
  expect(() => batchedQr(short)).toThrow(
    new ShapeError('batchedQr: 2 matrices of 2×2 entries required, got 6 entries'),
  );
  const flat = { count: 1, rows: 2, cols: 3, data: new Float64Array(6) };
  expect(() => batchedHermitianEigen(flat)).toThrow('batchedHermitianEigen: square matrices required, got 2×3');
  const broken = matrixBatch(gaussians(2, 2, 1, 3));
  broken.interleaved[9] = Number.NaN;
  expect(() => batchedPolarFactor(broken)).toThrow(DomainError);
  const skew = matrixBatch([identityMatrix(3), gaussianMatrix(3, 3, 1)]);
  expect(() => batchedHermitianEigenvalues(skew)).toThrow('entries (0, 0) and (0, 0) of matrix 1 that differ');
  const unequal = [identityMatrix(2), identityMatrix(3)];
  expect(() => matrixBatch(unequal)).toThrow('matrixBatch: 2×2 matrices required, got one of 3×3');
});

test('a matrix of a batch is a view', () => {
  const batch = matrixBatch([identityMatrix(2), adjoint(gaussianMatrix(2, 2, 1))]);
  matrixOfBatch(batch, 1).interleaved[0] = 7;
  expect(batch.interleaved[8]).toBe(7);
});
