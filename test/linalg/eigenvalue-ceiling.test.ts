import { expect, test } from 'vitest';
import { eigenvalueCeiling, roundingFactor } from '../../src/linalg/eigenvalue-ceiling.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';

const matrix = (n: number, entry: (i: number, j: number) => number) => ({
  rows: n,
  cols: n,
  data: Float64Array.from({ length: n * n }, (_, at) => entry(Math.floor(at / n), at % n)),
});

test.each([2, 5, 40])('a chain of %d sites: not below 2 cos(π/(n + 1)), and above it by rounding only', (n) => {
  const greatest = 2 * Math.cos(Math.PI / (n + 1));
  const ceiling = eigenvalueCeiling(matrix(n, (i, j) => (Math.abs(i - j) === 1 ? 1 : 0)));
  expect(ceiling).toBeGreaterThanOrEqual(greatest);
  expect(ceiling).toBeLessThan(greatest + 1e-12);
});

test('degenerate, negative, huge and zero matrices', () => {
  expect(eigenvalueCeiling(matrix(6, (i, j) => (i === j ? 1 : 0)))).toBeGreaterThanOrEqual(1);
  expect(eigenvalueCeiling(matrix(6, () => 1))).toBeGreaterThanOrEqual(6);
  const below = eigenvalueCeiling(matrix(4, (i, j) => (i === j ? -2 : 0)));
  expect(below).toBeGreaterThanOrEqual(-2);
  expect(below).toBeLessThan(-2 + 1e-13);
  expect(eigenvalueCeiling(matrix(3, (i, j) => (i + j) * 1e150))).toBeGreaterThanOrEqual(2e150);
  expect(eigenvalueCeiling(matrix(2, () => 0))).toBeLessThan(1e-100);
  expect(eigenvalueCeiling(matrix(2, () => Number.NaN))).toBe(Infinity);
});

test('no Rayleigh quotient in whole numbers exceeds it', () => {
  const stream = randomStream(1, 'ceiling');
  const whole = (size: number): number => Math.round(size * stream.normal());
  for (let trial = 0; trial < 20; trial++) {
    const half = matrix(8, () => whole(5));
    const square = multiplyReal(half, half, { transposeA: true });
    const ceiling = eigenvalueCeiling(square);
    for (let k = 0; k < 50; k++) {
      const v = { rows: 8, cols: 1, data: Float64Array.from({ length: 8 }, () => whole(20)) };
      const image = multiplyReal(half, v).data;
      const [norm, value] = [v.data, image].map((x) => x.reduce((sum, y) => sum + y * y, 0)) as [number, number];
      expect(value).toBeLessThanOrEqual(ceiling * norm); // exact on the left
    }
  }
});

test('k roundings', () => {
  expect(roundingFactor(1) / 2 ** -53).toBeCloseTo(1, 12);
  expect(roundingFactor(2 ** 52)).toBe(1);
});
