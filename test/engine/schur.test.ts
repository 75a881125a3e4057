import { describe, expect, test } from 'vitest';
import { checkedEngine } from '../../src/engine/checked-engine.ts';
import { typescriptEngine as twin } from '../../src/engine/typescript-engine.ts';
import { createWasmEngine } from '../../src/engine/wasm-engine.ts';
import { ShapeError } from '../../src/errors.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { HEAPS } from './kernel-heaps.ts';
import { largestDifference } from './random-program.ts';

const engines = [
  ['plain TypeScript', twin] as const,
  ...HEAPS.map(([name, make]) => [name, createWasmEngine(make())] as const),
];

/** Column-major matrices: X·Y is the twin's product of the transposes. */
const product = (x: Float64Array, y: Float64Array, n: number): Float64Array =>
  twin.multiply(y, x, n, n, n, false, false);
const adjoint = (x: Float64Array, n: number): Float64Array =>
  twin.permute(x, [n, n], [1, 0]).map((value, i) => (i % 2 === 0 ? value : -value));
const filled = (n: number, at: (i: number, j: number) => number): Float64Array =>
  Float64Array.from({ length: 2 * n * n }, (_, k) => (k % 2 === 0 ? at((k >> 1) % n, Math.floor((k >> 1) / n)) : 0));
const random = (n: number): Float64Array => {
  const stream = randomStream(n, 'schur');
  return Float64Array.from({ length: 2 * n * n }, () => stream.normal());
};

const matrices: readonly (readonly [name: string, n: number, a: Float64Array])[] = [
  ...[1, 2, 3, 8, 9, 16, 41, 130].map((n) => ['random', n, random(n)] as const),
  ['zero', 10, new Float64Array(200)],
  ['a Jordan block', 12, filled(12, (i, j) => (i === j ? 2 : Number(j === i + 1)))],
  ['a cyclic shift, on which shifts must be exceptional', 9, filled(9, (i, j) => Number(i === (j + 1) % 9))],
  ['graded over sixty decades', 12, random(12).map((x, k) => x * 10 ** (-5 * ((k >> 1) % 12)))],
  ['of two blocks', 20, random(20).map((x, k) => ((k >> 1) % 20 < 9 === Math.floor((k >> 1) / 20) < 9 ? x : 0))],
];

describe.each(engines)('the Schur form by %s', (_name, engine) => {
  test.each(matrices)('A = QTQ† with T upper triangular and Q unitary: %s, n = %d', (_kind, n, a) => {
    const [form, vectors] = [a.slice(), new Float64Array(a.length)];
    expect(engine.schur(form, n, vectors)).toBe(0);
    const below = form.filter((_x, k) => (k >> 1) % n > Math.floor((k >> 1) / n));
    expect(below.every((x) => x === 0)).toBe(true);
    const unit = filled(n, (i, j) => Number(i === j));
    expect(largestDifference(product(adjoint(vectors, n), vectors, n), unit)).toBeLessThan(1e-14 * Math.max(4, n));
    const back = product(product(vectors, form, n), adjoint(vectors, n), n);
    expect(largestDifference(back, a)).toBeLessThan(2e-14 * Math.max(4, n));
  });

  test.each(matrices)('has the same eigenvalues without vectors: %s, n = %d', (kind, n, a) => {
    const [full, alone] = [a.slice(), a.slice()];
    engine.schur(full, n, new Float64Array(a.length));
    expect(engine.schur(alone, n, new Float64Array(0))).toBe(0);
    const near = kind === 'a Jordan block' ? 1e-1 : 1e-11; // a twelvefold eigenvalue is good to ε^(1/12)
    for (let k = 0; k < n; k++) {
      const distances = Array.from({ length: n }, (_, l) => {
        const [at, to] = [2 * k * (n + 1), 2 * l * (n + 1)];
        return Math.hypot(alone[at]! - full[to]!, alone[at + 1]! - full[to + 1]!);
      });
      expect(Math.min(...distances)).toBeLessThan(near);
    }
  });
});

test('numbers that are none are told as an eigenvalue that does not settle, not by a loop without end', () => {
  for (const [, engine] of engines)
    expect(engine.schur(new Float64Array(200).fill(Number.NaN), 10, new Float64Array(0))).toBe(9);
});

test('wrong sizes are named', () => {
  const checked = checkedEngine(twin);
  expect(() => checked.schur(new Float64Array(12), 2, new Float64Array(0))).toThrow(ShapeError);
  expect(() => checked.schur(new Float64Array(8), 2, new Float64Array(4))).toThrow(ShapeError);
});
