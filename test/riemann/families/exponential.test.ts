import { expect, test } from 'vitest';
import { exponentialDistance, exponentialMetric } from '../../../src/riemann/families/exponential.ts';
import { geodesic } from '../../../src/riemann/geodesic.ts';

test('exponential distributions are a line with the coordinate log λ', () => {
  const rate = Float64Array.of(0.1);
  expect(exponentialMetric(rate).data[0]).toBeCloseTo(100, 12);
  const curve = geodesic(exponentialMetric, rate, Float64Array.of(0.2));
  for (const time of [-2, 0.5, 1.5]) expect(curve(time).point[0]! / (0.1 * Math.exp(2 * time))).toBeCloseTo(1, 8);
  expect(exponentialDistance(rate, Float64Array.of(0.99))).toBeCloseTo(Math.log(9.9), 14);
  expect(() => exponentialDistance(rate, Float64Array.of(0))).toThrow(/one rate above 0/);
});
