import { expect, test } from 'vitest';
import { denseTrustRegion } from '../../src/linalg/dense-trust-region.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { dot, length, plus } from '../../src/linalg/real-vector.ts';

const n = 7;
const stream = randomStream(4, 'quadratic');
const random = Float64Array.from({ length: n * n }, () => stream.normal());
const symmetric = random.map((x, i) => x + random[(i % n) * n + Math.floor(i / n)]!);
const gradient = Float64Array.from({ length: n }, () => stream.normal());

function shifted(shift: number) {
  const data = symmetric.map((x, i) => x + (i % (n + 1) === 0 ? shift : 0));
  const apply = (s: Float64Array): Float64Array =>
    Float64Array.from({ length: n }, (_, i) => dot(data.subarray(i * n, (i + 1) * n), s));
  return { step: denseTrustRegion({ rows: n, cols: n, data }, gradient), apply };
}

test('is Newton’s step where the function is convex and the step short', () => {
  const { step, apply } = shifted(20);
  const { move, decrease } = step(10);
  expect(length(plus(apply(move), 1, gradient))).toBeLessThan(1e-12);
  expect(decrease).toBeCloseTo(-dot(gradient, move) / 2, 12);
});

test.each([20, 0])('within a ball no other step is lower: shift %d', (shift) => {
  const { step, apply } = shifted(shift);
  const radius = 0.01 * (1 + 99 * Number(shift === 0));
  const { move, decrease } = step(radius);
  expect(length(move)).toBeCloseTo(radius, 8);
  const valueAt = (s: Float64Array): number => dot(gradient, s) + dot(s, apply(s)) / 2;
  expect(valueAt(move)).toBeCloseTo(-decrease, 12);
  for (let trial = 0; trial < 200; trial++) {
    const other = Float64Array.from({ length: n }, (_, i) => move[i]! + 0.3 * radius * stream.normal());
    const inside = other.map((x) => (x * radius) / Math.max(radius, length(other)));
    expect(valueAt(inside)).toBeGreaterThan(-decrease - 1e-12);
  }
});
