import { describe, expect, test } from 'vitest';
import { scalarCurvature, sectionalCurvature } from '../../../src/riemann/curvature.ts';
import { normalDistance, normalMetric } from '../../../src/riemann/families/normal.ts';
import type { MetricField } from '../../../src/riemann/metric-field.ts';

const plain: MetricField = (x) => normalMetric(x);

describe('normal distributions', () => {
  test.each([1e-8, 0.05, 0.1, 1, 1e4])('are a hyperbolic plane with K = −½, R = −1, also at σ = %d', (sigma) => {
    const x = Float64Array.of(0.3, sigma);
    for (const metric of [normalMetric, plain]) {
      const R = scalarCurvature(metric, x);
      expect(Math.abs(R.value + 1)).toBeLessThan(1e-9);
      expect(R.error).toBeLessThan(1e-8);
      const K = sectionalCurvature(metric, x, Float64Array.of(1, 0), Float64Array.of(0.2, 1));
      expect(Math.abs(K.value + 1 / 2)).toBeLessThan(1e-9);
    }
  });

  test('have the Fisher information of a mean and of a standard deviation', () => {
    expect([...normalMetric(Float64Array.of(5, 0.5)).data]).toEqual([4, 0, 0, 8]);
  });

  test('have distances that are additive along σ, and 2arcosh of the half-plane’s', () => {
    const [a, b, c] = [0.1, 0.7, 40].map((sigma) => Float64Array.of(2, sigma));
    expect(normalDistance(a!, c!)).toBeCloseTo(Math.SQRT2 * Math.log(400), 13);
    expect(normalDistance(a!, b!) + normalDistance(b!, c!)).toBeCloseTo(normalDistance(a!, c!), 13);
    // Half-plane (μ/√2, σ) of curvature −1, scaled by √2.
    const expected = Math.SQRT2 * Math.acosh(1 + (0.8 ** 2 / 2 + 0.6 ** 2) / (2 * 1.6));
    expect(normalDistance(Float64Array.of(0, 1), Float64Array.of(0.8, 1.6))).toBeCloseTo(expected, 14);
    expect(() => normalDistance(a!, Float64Array.of(0, -1))).toThrow(/σ > 0 required/);
  });
});
