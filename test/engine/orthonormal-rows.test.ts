import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import type { Engine } from '../../src/engine/kernels.ts';
import { typescriptEngine } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { ShapeError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { HEAPS } from './kernel-heaps.ts';

const normals = (length: number, seed: number): Float64Array => {
  const stream = randomStream(seed, 'rows');
  return Float64Array.from({ length }, () => stream.normal());
};

const ENGINES: readonly (readonly [string, () => Engine])[] = [
  ['plain TypeScript', () => typescriptEngine],
  ...HEAPS.map(([name, makeHeap]) => [name, () => createWasmEngine(makeHeap())] as const),
];

describe.each(ENGINES)('%s', (_name, makeEngine) => {
  const engine = checkedEngine(makeEngine());

  /** Checks A = L·Q, QQᵀ = 1 and the diagonal of L for rows of a size near `scale`. */
  function check(a: Float64Array, count: number, scale: number): void {
    const length = a.length / count;
    const size = Math.min(count, length);
    const rows = a.slice();
    const factors = engine.orthonormaliseRows(rows, count);
    expect(factors.length).toBe(count * size);
    for (let i = 0; i < size; i++) {
      expect(factors[i * size + i]).toBeGreaterThanOrEqual(0);
      for (let j = 0; j <= i; j++) {
        let product = 0;
        for (let k = 0; k < length; k++) product += rows[i * length + k]! * rows[j * length + k]!;
        expect(Math.abs(product - Number(i === j))).toBeLessThan(1e-14 * length);
      }
    }
    for (let i = 0; i < count; i++) {
      for (let j = i + 1; j < size; j++) expect(factors[i * size + j]).toBe(0);
      for (let k = 0; k < length; k++) {
        let sum = 0;
        for (let j = 0; j < size; j++) sum += (factors[i * size + j]! / scale) * rows[j * length + k]!;
        expect(Math.abs(sum - a[i * length + k]! / scale)).toBeLessThan(1e-14 * length);
      }
    }
  }

  test.each([
    [1, 1],
    [1, 9],
    [4, 4],
    [5, 7],
    [9, 4],
    [13, 33],
    [40, 66],
    [70, 50],
  ])('%i rows of %i numbers are a triangle times orthonormal rows', (count, length) => {
    check(normals(count * length, 3), count, 1);
  });

  test('so are rows of less rank, zeros, and numbers near the limits of their range', () => {
    const [count, length] = [6, 11];
    const a = normals(count * length, 4);
    const dependent = a.slice();
    dependent.copyWithin(2 * length, 0, length); // row 2 is row 0
    check(dependent, count, 1);
    const gap = a.slice().fill(0, length, 3 * length);
    check(gap, count, 1);
    check(new Float64Array(count * length), count, 1);
    for (const scale of [1e-300, 1e300]) {
      check(
        a.map((x) => scale * x),
        count,
        scale,
      );
    }
  });

  test('rows that do not divide the numbers are refused', () => {
    expect(() => engine.orthonormaliseRows(new Float64Array(10), 3)).toThrow(ShapeError);
  });
});
