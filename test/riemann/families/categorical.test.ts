import { describe, expect, test } from 'vitest';
import { scalarCurvature, sectionalCurvature } from '../../../src/riemann/curvature.ts';
import { categoricalDistance, categoricalMetric } from '../../../src/riemann/families/categorical.ts';
import type { MetricField } from '../../../src/riemann/metric-field.ts';

const plain: MetricField = (x) => categoricalMetric(x);

describe('distributions over four outcomes', () => {
  test.each([
    [0.2, 0.3, 0.15],
    [0.01, 0.02, 0.9],
    [1e-4, 0.3, 0.3],
  ])('are a sphere of radius 2 at (%d, %d, %d): K = ¼, R = 3/2', (...probabilities) => {
    const x = Float64Array.from(probabilities);
    for (const metric of [categoricalMetric, plain]) {
      const R = scalarCurvature(metric, x);
      expect(Math.abs(R.value - 3 / 2)).toBeLessThan(10 * R.error + 1e-12);
      expect(R.error).toBeLessThan(1e-5);
      const K = sectionalCurvature(metric, x, Float64Array.of(1, 0, 2), Float64Array.of(0, 1, -1));
      expect(Math.abs(K.value - 1 / 4)).toBeLessThan(10 * K.error + 1e-12);
    }
  });

  test('have distances 2arccos Σ√pq, π between separate ones, and those of the metric between neighbours', () => {
    const [p, q] = [Float64Array.of(0.2, 0.3, 0.15), Float64Array.of(0.1, 0.1, 0.7)];
    const overlap = Math.sqrt(0.02) + Math.sqrt(0.03) + Math.sqrt(0.105) + Math.sqrt(0.035);
    expect(categoricalDistance(p, q)).toBeCloseTo(2 * Math.acos(overlap), 14);
    expect(categoricalDistance(Float64Array.of(1, 0, 0), Float64Array.of(0, 0, 1))).toBeCloseTo(Math.PI, 14);
    const step = [1e-6, -3e-6, 2e-6];
    const length = Math.sqrt(
      categoricalMetric(p).data.reduce((sum, g, at) => sum + g * step[Math.floor(at / 3)]! * step[at % 3]!, 0),
    );
    expect(
      categoricalDistance(
        p,
        p.map((value, i) => value + step[i]!),
      ) / length,
    ).toBeCloseTo(1, 4);
    expect(() => categoricalDistance(p, Float64Array.of(0.9, 0.9, 0))).toThrow(/probabilities of as many outcomes/);
  });
});
