import { describe, expect, test } from 'vitest';
import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import { closedFormMetric, same } from '../../../src/riemann/families/closed-form-metric.ts';
import type { MetricField } from '../../../src/riemann/metric-field.ts';
import { ballComplexity } from '../../../src/systems/liouville/index.ts';

/** Hyperbolic space of radius 1 in n dimensions, the last coordinate the depth. */
function hyperbolic(n: number): MetricField {
  return closedFormMetric(
    (x) => {
      const z = x[n - 1]!;
      const depth = (k: number): number => (k === n - 1 ? 1 : 0);
      return {
        metric: (i, j) => (same(i, j) ? z ** -2 : 0),
        first: (i, j, k) => (same(i, j) ? -2 * z ** -3 * depth(k) : 0),
        second: (i, j, k, l) => (same(i, j) ? 6 * z ** -4 * depth(k) * depth(l) : 0),
      };
    },
    (x) => x[n - 1]! > 0,
  );
}

describe('the volume law of balls', () => {
  test('on the hyperbolic plane: 2π(cosh r − 1), R = −2, G₀₀ = −1', () => {
    const ball = ballComplexity(hyperbolic(2), Float64Array.of(0.3, 1.2), 0.4);
    expect(ball.volume).toBeCloseTo(2 * Math.PI * (Math.cosh(0.4) - 1), 10);
    expect(ball.flatVolume).toBeCloseTo(Math.PI * 0.16, 12);
    expect(ball.scalarCurvature.value).toBeCloseTo(-2, 7);
    expect(ball.scalarCurvature.error).toBeLessThan(1e-5);
    expect(ball.einstein.value).toBeCloseTo(-1, 7);
    expect(ball.label).toBe('analogy');
  });

  test('in three dimensions: π(sinh 2r − 2r), R = −6', () => {
    const ball = ballComplexity(hyperbolic(3), Float64Array.of(0, 0, 1), 0.2, { directions: 6 });
    expect(ball.volume).toBeCloseTo(Math.PI * (Math.sinh(0.4) - 0.4), 9);
    expect(ball.scalarCurvature.value).toBeCloseTo(-6, 5);
  });

  test('in an uneven metric it is half of the scalar curvature by Christoffel symbols', () => {
    const metric: MetricField = (x) => ({
      rows: 2,
      cols: 2,
      data: Float64Array.of(1 + 0.3 * x[1]! ** 2, 0.1 * x[0]!, 0.1 * x[0]!, 1 + 0.2 * Math.sin(x[0]!)),
    });
    const at = Float64Array.of(0.4, 0.7);
    const ball = ballComplexity(metric, at, 0.2);
    expect(ball.scalarCurvature.value).toBeCloseTo(scalarCurvature(metric, at).value, 3);
  });
});

test('the rate is 2π²/3(n + 2) of the bound of Margolus and Levitin, for small balls', () => {
  const share = (n: number): number =>
    ballComplexity(
      hyperbolic(n),
      Float64Array.from({ length: n }, (_, k) => Number(k === n - 1)),
      0.05,
      { directions: 6 },
    ).share!;
  expect(share(2)).toBeCloseTo((2 * Math.PI ** 2) / 12, 2);
  expect(share(3)).toBeCloseTo((2 * Math.PI ** 2) / 15, 2);
  const flat: MetricField = () => ({ rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, 1) });
  expect(ballComplexity(flat, Float64Array.of(0, 0), 1).share).toBeNull();
});

test('radii that are none are refused', () => {
  expect(() => ballComplexity(hyperbolic(2), Float64Array.of(0, 1), 0)).toThrow('a positive radius required, got 0');
  expect(() => ballComplexity(hyperbolic(1), Float64Array.of(1), 0.1)).toThrow('at least two coordinates');
});
