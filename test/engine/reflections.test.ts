import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import { createHeap } from '../../src/engine/heap.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { ShapeError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { largestDifference } from './random-program.ts';

const engine = createWasmEngine(createHeap());

const normals = (length: number, seed: number): Float64Array => {
  const stream = randomStream(seed, 'reflections');
  return Float64Array.from({ length }, () => stream.normal());
};

/** A·P, Q and R of a factorisation, all column by column, from its definition. */
function factored(one: typeof engine, a: Float64Array, rows: number, cols: number, pivoting: boolean) {
  const steps = Math.min(rows, cols);
  const columns = a.slice();
  const diagonal = new Float64Array(2 * steps);
  const order = Int32Array.from({ length: cols }, (_, j) => j);
  one.factorise(columns, rows, cols, diagonal, pivoting ? order : undefined);
  const permuted = new Float64Array(a.length);
  order.forEach((from, j) => {
    permuted.set(a.subarray(2 * from * rows, 2 * (from + 1) * rows), 2 * j * rows);
  });
  const r = new Float64Array(2 * steps * cols);
  for (let j = 0; j < cols; j++) {
    r.set(columns.subarray(2 * j * rows, 2 * (j * rows + Math.min(j, steps))), 2 * j * steps);
    if (j < steps) r.set(diagonal.subarray(2 * j, 2 * j + 2), 2 * (j * steps + j));
  }
  return { columns, diagonal, order, permuted, r, q: one.orthonormalColumns(columns, rows, steps) };
}

/** X·Y of column-major matrices m × k and k × n: the twin's product of the transposes. */
const product = (x: Float64Array, y: Float64Array, m: number, k: number, n: number): Float64Array =>
  twin.multiply(y, x, n, m, k, false, false);

const shapes = [
  [1, 1],
  [3, 5],
  [9, 8],
  [31, 32],
  [64, 20],
  [70, 130],
  [120, 101],
  [200, 150],
] as const;

describe.each([
  ['compiled', engine],
  ['plain', twin],
] as const)('%s factorisation', (_, one) => {
  test.each(shapes)('of %i × %i numbers is A = QR with orthonormal Q', (m, n) => {
    const a = normals(2 * m * n, m + n);
    const { permuted, q, r } = factored(one, a, m, n, false);
    expect(permuted).toEqual(a);
    const k = Math.min(m, n);
    expect(largestDifference(product(q, r, m, k, n), a)).toBeLessThan(1e-13);
    expect(largestDifference(one.gram(q, k), unit(k))).toBeLessThan(1e-14);
  });

  test.each(shapes)('of %i × %i numbers with the longest column first: |R_kk|² ≥ Σ_i |R_ij|², i = k … j', (m, n) => {
    const a = normals(2 * m * n, m * n).map((x, i) => x * 10 ** -((Math.floor(i / 2 / m) * 7) % 12));
    const { permuted, order, q, r } = factored(one, a, m, n, true);
    expect([...order].sort((x, y) => x - y)).toEqual(Array.from({ length: n }, (_, j) => j));
    const k = Math.min(m, n);
    expect(largestDifference(product(q, r, m, k, n), permuted)).toBeLessThan(1e-13);
    for (let i = 0; i < k; i++) {
      const pivot = r[2 * (i * k + i)]! ** 2 + r[2 * (i * k + i) + 1]! ** 2;
      for (let j = i + 1; j < n; j++) {
        let below = 0;
        for (let l = i; l <= Math.min(j, k - 1); l++) below += r[2 * (j * k + l)]! ** 2 + r[2 * (j * k + l) + 1]! ** 2;
        expect(below).toBeLessThanOrEqual(pivot * (1 + 1e-7));
      }
    }
  });

  test.each([1e-200, 1e160])('keeps its digits for numbers of the order of %d, and beside zeros', (scale) => {
    const [m, n] = [40, 30];
    const a = normals(2 * m * n, 5).map((x, i) => (i % 62 < 4 ? 0 : x * scale));
    const { q, r } = factored(one, a, m, n, false);
    const back = product(q, r.map((x) => x / scale), m, n, n); // biome-ignore format: one line
    expect(
      largestDifference(
        back,
        a.map((x) => x / scale),
      ),
    ).toBeLessThan(1e-13);
    expect(largestDifference(one.gram(q, n), unit(n))).toBeLessThan(1e-14);
  });

  test('of deficient matrices and of zero is orthonormal', () => {
    const [m, n] = [130, 110];
    for (const a of [new Float64Array(2 * m * n), product(normals(2 * m * 3, 1), normals(6 * n, 2), m, 3, n)]) {
      for (const pivoting of [false, true]) {
        const { q, r, permuted, diagonal } = factored(one, a, m, n, pivoting);
        expect(largestDifference(one.gram(q, n), unit(n))).toBeLessThan(1e-14);
        expect(largestDifference(product(q, r, m, n, n), permuted)).toBeLessThan(1e-12);
        if (pivoting) expect(Math.hypot(diagonal[6]!, diagonal[7]!)).toBeLessThan(1e-12);
      }
    }
  });

  test.each([1, 2, 3, 8, 17, 40, 70])('reflections of the tridiagonal form of %i rows: A = QTQ†', (n) => {
    const x = normals(2 * n * n, n);
    const a = x.map((re, i) => {
      const [row, col] = [(i >> 1) % n, Math.floor((i >> 1) / n)];
      return re + (i % 2 === 0 ? x[2 * (row * n + col)]! : -x[2 * (row * n + col) + 1]!);
    });
    const reflectors = a.slice();
    const [diagonal, beside] = [new Float64Array(n), new Float64Array(2 * n)];
    one.tridiagonaliseHermitian(reflectors, diagonal, beside);
    const qt = unit(n);
    one.reflectRowsHermitian(qt, n, reflectors, n); // row k is Q·e_k: Qᵀ
    expect(largestDifference(one.gram(qt, n), unit(n))).toBeLessThan(1e-14 * n);
    const t = new Float64Array(2 * n * n);
    for (let k = 0; k < n; k++) {
      t[2 * k * (n + 1)] = diagonal[k]!;
      if (k + 1 === n) continue;
      const [re, im] = [beside[2 * k]!, beside[2 * k + 1]!];
      t.set([re, im], 2 * (k * n + k + 1));
      t.set([re, -im], 2 * ((k + 1) * n + k));
    }
    const q = one.permute(qt, [n, n], [1, 0]);
    const back = twin.multiply(twin.multiply(q, t, n, n, n, false, false), q, n, n, n, false, true);
    expect(largestDifference(back, a)).toBeLessThan(1e-13 * n);
  });
});

test('both engines find the same factors', () => {
  const [m, n] = [150, 120];
  const a = normals(2 * m * n, 9);
  for (const pivoting of [false, true]) {
    const [one, other] = [factored(engine, a, m, n, pivoting), factored(twin, a, m, n, pivoting)];
    expect(one.order).toEqual(other.order);
    expect(largestDifference(one.columns, other.columns)).toBeLessThan(1e-11);
    expect(largestDifference(one.q, other.q)).toBeLessThan(1e-11);
  }
});

test('wrong sizes are named', () => {
  const checked = checkedEngine(engine);
  const a = new Float64Array(12);
  expect(() => checked.factorise(a, 2, 2, new Float64Array(4))).toThrow(ShapeError);
  expect(() => checked.factorise(a, 2, 3, new Float64Array(6))).toThrow(ShapeError);
  expect(() => checked.factorise(a, 2, 3, new Float64Array(4), new Int32Array(2))).toThrow(ShapeError);
  expect(() => checked.orthonormalColumns(a, 2, 3)).toThrow(ShapeError);
  expect(() => checked.orthonormalColumns(a, 6, 2)).toThrow(ShapeError);
  expect(() => checked.reflectRowsHermitian(a, 2, a, 3)).toThrow(ShapeError);
});

/** The identity matrix. */
function unit(n: number): Float64Array {
  const out = new Float64Array(2 * n * n);
  for (let k = 0; k < n; k++) out[2 * k * (n + 1)] = 1;
  return out;
}
