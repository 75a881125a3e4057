import { describe, expect, test } from 'vitest';
import { sectionalCurvature } from '../../../src/riemann/curvature.ts';
import { besselRatio } from '../../../src/riemann/families/bessel-ratio.ts';
import { vonMisesMetric } from '../../../src/riemann/families/von-mises.ts';
import { geodesicDistance } from '../../../src/riemann/logarithmic-map.ts';
import type { MetricField } from '../../../src/riemann/metric-field.ts';
import { volume } from '../../../src/riemann/volume.ts';

describe('von Mises distributions', () => {
  test.each([0.02, 0.7, 4, 60])('of concentration %d have the variances of the score', (kappa) => {
    const angles = Array.from({ length: 400 }, (_, k) => (2 * Math.PI * k) / 400);
    const weights = angles.map((phi) => Math.exp(kappa * (Math.cos(phi) - 1)));
    const mean = (f: (phi: number) => number): number =>
      angles.reduce((sum, phi, k) => sum + weights[k]! * f(phi), 0) / weights.reduce((sum, w) => sum + w, 0);
    const expected = [
      kappa ** 2 * mean((phi) => Math.sin(phi) ** 2),
      mean((phi) => (Math.cos(phi) - mean(Math.cos)) ** 2),
    ];
    const [a, b, c, d] = vonMisesMetric(Float64Array.of(1.3, kappa)).data;
    expect([b, c]).toEqual([0, 0]);
    expect(Math.abs(a! / expected[0]! - 1)).toBeLessThan(1e-12);
    expect(Math.abs(d! / expected[1]! - 1)).toBeLessThan(1e-10);
  });

  test('are normal distributions for large κ, with curvature −½, and have the curvature of a surface of revolution', () => {
    const K = (metric: MetricField, kappa: number) =>
      sectionalCurvature(metric, Float64Array.of(0, kappa), Float64Array.of(1, 0), Float64Array.of(0, 1));
    expect(Math.abs(K(vonMisesMetric, 1e4).value + 1 / 2)).toBeLessThan(1e-3);
    for (const kappa of [1e-3, 0.1, 2, 40]) {
      // K = −r″/r + …, here −(r′/√h)′/(r√h) with r = √(κA), h = A′.
      const [A, h, dh, ddh] = besselRatio(kappa);
      const f = kappa * A;
      const [df, ddf] = [A + kappa * h, 2 * h + kappa * dh];
      const expected = -(ddf / 2 - df ** 2 / (4 * f) - (df * dh) / (4 * h)) / (f * h);
      expect(ddh).toBeDefined();
      for (const metric of [vonMisesMetric, (x: Float64Array) => vonMisesMetric(x)]) {
        const { value, error } = K(metric, kappa);
        expect(Math.abs(value - expected)).toBeLessThan(1e-4);
        expect(Math.abs(value - expected)).toBeLessThan(20 * error + 1e-9);
      }
    }
  });

  test('have geodesics along κ, of length ∫√A′, and shorter ones through the centre than round it', () => {
    const along = volume(([k]) => ({ rows: 1, cols: 1, data: Float64Array.of(besselRatio(k!)[1]) }), [[0.1, 20]], 40);
    const distance = geodesicDistance(vonMisesMetric, Float64Array.of(1, 0.1), Float64Array.of(1, 20));
    expect(distance.result).toBe('converged');
    expect(Math.abs(distance.value / along.value - 1)).toBeLessThan(1e-8);
    const radius = volume(
      ([k]) => ({ rows: 1, cols: 1, data: Float64Array.of(besselRatio(k!)[1]) }),
      [[0, 2]],
      4,
    ).value;
    const [a, b] = [Float64Array.of(0, 2), Float64Array.of(2.8, 2)];
    const { value, result } = geodesicDistance(vonMisesMetric, a, b);
    expect(result).toBe('converged');
    expect(value).toBeLessThan(2 * radius);
    expect(value).toBeGreaterThan(1.9 * radius);
  });
});
