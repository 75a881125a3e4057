import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createEngine } from '../../src/engine/engine.ts';
import { createHeap } from '../../src/engine/heap.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { ShapeError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { largestDifference } from './random-program.ts';

const engine = createWasmEngine(createHeap());

const normals = (length: number, seed: number): Float64Array => {
  const stream = randomStream(seed, 'real numbers');
  return Float64Array.from({ length }, () => stream.normal());
};

/** A random symmetric matrix plus `shift` times the identity. */
function symmetric(n: number, seed: number, shift = 0): Float64Array {
  const a = normals(n * n, seed);
  return a.map((x, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    return (x + a[j * n + i]!) / 2 + (i === j ? shift : 0);
  });
}

function product(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    for (let k = 0; k < n; k++)
      for (let j = 0; j < n; j++) out[i * n + j] = out[i * n + j]! + a[i * n + k]! * b[k * n + j]!;
  }
  return out;
}

const transposed = (a: Float64Array, n: number): Float64Array => a.map((_, k) => a[(k % n) * n + Math.floor(k / n)]!);
const identity = (n: number): Float64Array => new Float64Array(n * n).map((_, k) => (k % (n + 1) === 0 ? 1 : 0));

const sizes = [1, 2, 3, 7, 8, 9, 16, 33, 50];

describe.each([
  ['compiled', engine],
  ['plain', twin],
])('%s reduction to tridiagonal form', (_, one) => {
  test.each(sizes)('of %i rows is A = QTQᵀ with Q orthogonal', (n) => {
    const a = symmetric(n, n);
    const rows = a.map((x, k) => (k % n <= Math.floor(k / n) ? x : Number.NaN)); // the upper triangle is not read
    const [diagonal, offDiagonal] = [new Float64Array(n), new Float64Array(n)];
    one.tridiagonalise(rows, diagonal, offDiagonal);
    const columns = identity(n); // row k becomes Q·e_k
    one.reflectRows(columns, n, rows, n);
    expect(largestDifference(product(columns, transposed(columns, n), n), identity(n))).toBeLessThan(1e-14);
    const t = new Float64Array(n * n);
    for (let i = 0; i < n; i++) {
      t[i * (n + 1)] = diagonal[i]!;
      if (i + 1 < n)
        t.fill(offDiagonal[i]!, i * n + i + 1, i * n + i + 2).fill(
          offDiagonal[i]!,
          (i + 1) * n + i,
          (i + 1) * n + i + 1,
        );
    }
    expect(largestDifference(product(transposed(columns, n), product(t, columns, n), n), a)).toBeLessThan(1e-13);
  });

  test('leaves a tridiagonal matrix as it is, and bears rows of zeros', () => {
    const n = 12;
    const a = new Float64Array(n * n);
    for (let i = 0; i < n; i++) a[i * (n + 1)] = i;
    for (let i = 1; i < n; i++) a[i * n + i - 1] = i % 3;
    const [diagonal, offDiagonal] = [new Float64Array(n), new Float64Array(n)];
    one.tridiagonalise(a, diagonal, offDiagonal);
    expect([...diagonal]).toEqual(Array.from({ length: n }, (_, i) => i));
    expect([...offDiagonal.subarray(0, n - 1)]).toEqual(Array.from({ length: n - 1 }, (_, i) => (i + 1) % 3));
  });

  test('keeps numbers that are not finite', () => {
    const rows = symmetric(20, 1);
    rows[19 * 20 + 3] = Number.NaN;
    const [diagonal, offDiagonal] = [new Float64Array(20), new Float64Array(20)];
    one.tridiagonalise(rows, diagonal, offDiagonal);
    expect(diagonal.some(Number.isNaN)).toBe(true);
  });
});

test.each(sizes)('the reduction of %i rows agrees with the twin, and so do reflections', (n) => {
  const [ours, theirs] = [symmetric(n, 2), symmetric(n, 2)];
  const form = (one: typeof twin, rows: Float64Array): Float64Array => {
    const [diagonal, offDiagonal] = [new Float64Array(n), new Float64Array(n)];
    one.tridiagonalise(rows, diagonal, offDiagonal);
    return Float64Array.of(...diagonal, ...offDiagonal.subarray(0, n - 1));
  };
  expect(largestDifference(form(engine, ours), form(twin, theirs))).toBeLessThan(1e-12);
  const [left, right] = [normals(5 * n, 3), normals(5 * n, 3)];
  engine.reflectRows(left, 5, theirs, n);
  twin.reflectRows(right, 5, theirs, n);
  expect(largestDifference(left, right)).toBeLessThan(1e-13);
});

test.each(sizes)('the reduction of a Hermitian matrix of %i rows agrees with the twin', (n) => {
  const [re, im] = [symmetric(n, 6), normals(n * n, 7)];
  const entry = (k: number): number => {
    const [i, j] = [Math.floor(k / 2 / n), (k >> 1) % n];
    if (j > i) return Number.NaN; // the upper triangle is not read
    return k % 2 === 0 ? re[k >> 1]! : i === j ? 0 : im[k >> 1]!;
  };
  const form = (one: typeof twin): Float64Array => {
    const rows = Float64Array.from({ length: 2 * n * n }, (_, k) => entry(k));
    const [diagonal, offDiagonal] = [new Float64Array(n), new Float64Array(2 * n)];
    one.tridiagonaliseHermitian(rows, diagonal, offDiagonal);
    const reflectors = Array.from({ length: n }, (_, k) => [...rows.subarray(2 * k * n, 2 * (k * n + k))]).slice(2);
    return Float64Array.of(...diagonal, ...offDiagonal.subarray(0, 2 * n - 2), ...reflectors.flat());
  };
  // The form is not a well-conditioned function of the matrix; its spectrum is.
  expect(largestDifference(form(engine), form(twin))).toBeLessThan(1e-11);
});

test('rotations of rows of any width agree with the twin, in their order', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.integer({ min: 1, max: 40 }), fc.nat(1000), (count, width, seed) => {
      const stream = randomStream(seed, 'rotations');
      const rotations = Array.from({ length: 30 }, () => {
        const angle = 7 * stream.uniform();
        return [stream.integer(count - 1), Math.cos(angle), Math.sin(angle)];
      });
      const [ours, theirs] = [normals(count * width, seed), normals(count * width, seed)];
      engine.rotateRows(ours, count, Float64Array.from(rotations.flat()));
      twin.rotateRows(theirs, count, Float64Array.from(rotations.flat()));
      expect(largestDifference(ours, theirs)).toBeLessThan(1e-13);
    }),
    { seed: 5, numRuns: 60 },
  );
});

describe('conditional variances', () => {
  const n = 9;
  const matrices = [symmetric(n, 4, 5), symmetric(n, 5, 4)] as const;
  const pairs = (): Float64Array => Float64Array.from({ length: 2 * n * n }, (_, k) => matrices[k % 2]![k >> 1]!);

  /** det of rows and columns a … b, by elimination. */
  function determinant(matrix: Float64Array, a: number, b: number): number {
    const rows = Array.from({ length: b - a + 1 }, (_, i) => [
      ...matrix.subarray((a + i) * n + a, (a + i) * n + b + 1),
    ]);
    return rows.reduce((product, row, i) => {
      for (const other of rows.slice(i + 1)) {
        const factor = other[i]! / row[i]!;
        row.forEach((x, j) => {
          other[j] = other[j]! - factor * x;
        });
      }
      return product * row[i]!;
    }, 1);
  }

  test.each([
    ['compiled', engine],
    ['plain', twin],
  ])('are ratios of determinants of both matrices (%s)', (_, one) => {
    const variances = pairs();
    one.conditionalVariances(variances, n, 1e-12);
    for (let a = 0; a < n; a++) {
      for (let b = a + 1; b < n; b++) {
        matrices.forEach((matrix, lane) => {
          const ratio = determinant(matrix, a, b) / determinant(matrix, a, b - 1);
          expect(variances[2 * (a * n + b) + lane]).toBeCloseTo(ratio, 12);
        });
      }
    }
  });

  test('agree with the twin, and are kept at a bound where a matrix is singular', () => {
    const singular = Float64Array.from({ length: 2 * 36 }, () => 1);
    const [ours, theirs] = [singular.slice(), singular.slice()];
    engine.conditionalVariances(ours, 6, 1e-3);
    twin.conditionalVariances(theirs, 6, 1e-3);
    for (let a = 0; a < 6; a++) {
      for (let b = a + 1; b < 6; b++) {
        const at = 2 * (6 * a + b);
        expect([ours[at], ours[at + 1]]).toEqual([theirs[at], theirs[at + 1]]);
        expect(ours[at]).toBeGreaterThanOrEqual(1e-3);
      }
    }
  });
});

test('wrong shapes are refused', () => {
  const checked = createEngine({ threads: 1 });
  expect(() => checked.tridiagonalise(new Float64Array(8), new Float64Array(3), new Float64Array(3))).toThrow(
    ShapeError,
  );
  expect(() => checked.tridiagonalise(new Float64Array(9), new Float64Array(3), new Float64Array(2))).toThrow(
    ShapeError,
  );
  expect(() => checked.tridiagonaliseHermitian(new Float64Array(9), new Float64Array(3), new Float64Array(6))).toThrow(
    ShapeError,
  );
  expect(() => checked.reflectRows(new Float64Array(7), 2, new Float64Array(9), 3)).toThrow(ShapeError);
  expect(() => checked.reflectRows(new Float64Array(6), 2, new Float64Array(8), 3)).toThrow(ShapeError);
  expect(() => checked.conditionalVariances(new Float64Array(9), 3, 1)).toThrow(ShapeError);
});
