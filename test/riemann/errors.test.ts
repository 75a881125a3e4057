import { describe, expect, test } from 'vitest';
import { scalarCurvature } from '../../src/riemann/curvature.ts';
import { exponentialMap } from '../../src/riemann/exponential-map.ts';
import { exponentialMetric } from '../../src/riemann/families/exponential.ts';
import type { Curve } from '../../src/riemann/geodesic.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';
import { jacobiField, parallelTransport } from '../../src/riemann/parallel-transport.ts';
import { covariantDerivative } from '../../src/riemann/tensors.ts';
import { volume } from '../../src/riemann/volume.ts';

const sphere: MetricField = ([v]) => ({ rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, Math.sin(v!) ** 2) });
const halfPlane: MetricField = ([, y]) => ({ rows: 2, cols: 2, data: Float64Array.of(1 / y! ** 2, 0, 0, 1 / y! ** 2) });
/** The error made is of the size that was announced, and that is neither nothing nor everything. */
const announced = (made: number, error: number, least: number, most: number): void => {
  expect(Math.abs(made)).toBeLessThan(10 * error);
  expect(error).toBeGreaterThan(least);
  expect(error).toBeLessThan(most);
};

describe('errors are of the size announced', () => {
  test('of a curvature, with a coarse step and near the pole, where rounding is amplified', () => {
    const coarse = scalarCurvature(halfPlane, Float64Array.of(0, 1), { step: 0.3 });
    announced(coarse.value + 2, coarse.error, 1e-5, 0.5);
    for (const v of [1e-4, 3e-5, 1e-3]) {
      const polar = scalarCurvature(sphere, Float64Array.of(v, 1));
      announced(polar.value - 2, polar.error, 1e-8, 1);
      const tiny: MetricField = ([w]) => ({
        rows: 2,
        cols: 2,
        data: Float64Array.of(1e-5 ** 2, 0, 0, (1e-5 * Math.sin(w!)) ** 2),
      });
      const { value, error } = scalarCurvature(tiny, Float64Array.of(v, 1));
      announced(1e-10 * value - 2, 1e-10 * error, 1e-8, 1);
    }
  });

  test('of the exponential map, from derivatives and from integration', () => {
    const [x, v] = [Float64Array.of(0, 1), Float64Array.of(1, 0)];
    const coarse = exponentialMap(halfPlane, x, v, { step: 0.2 });
    announced(coarse.value[0]! - Math.tanh(1), coarse.error[0]!, 1e-6, 0.1);
    const loose = exponentialMap(halfPlane, x, v, { tolerance: 1e-4 });
    announced(loose.value[0]! - Math.tanh(1), loose.error[0]!, 1e-7, 1e-2);
    const fine = exponentialMap(halfPlane, x, v);
    announced(fine.value[1]! - 1 / Math.cosh(1), fine.error[1]!, 1e-13, 1e-7);
  });

  test('of parallel transport and Jacobi fields', () => {
    const latitude: Curve = (time) => ({ point: Float64Array.of(1.1, time), velocity: Float64Array.of(0, 1) });
    const { value, error } = parallelTransport(sphere, latitude, Float64Array.of(1, 0), 2, { step: 0.4 });
    announced(value[0]! - Math.cos(2 * Math.cos(1.1)), error[0]!, 1e-7, 0.1);
    const field = jacobiField(
      sphere,
      Float64Array.of(0.7, 0),
      Float64Array.of(1, 0),
      { separation: Float64Array.of(0, 0), rate: Float64Array.of(0, 1 / Math.sin(0.7)) },
      { tolerance: 1e-5 },
    )(1.3);
    const made = field.value.separation[1]! - Math.sin(1.3) / Math.sin(2);
    announced(made, field.error.separation[1]!, 1e-8, 1e-2);
    expect(field.error.point[0]).toBeLessThan(1e-9);
  });

  test('of covariant derivatives', () => {
    const x = Float64Array.of(0.4, 1.3);
    const form = ([a, b]: Float64Array) => Float64Array.of(Math.sin(a! * b!), b! ** 3);
    const { value, error } = covariantDerivative(halfPlane, x, form, 1, { step: 0.2 });
    // ∇_x T_x = ∂_x T_x − Γ^y_xx T_y with Γ^y_xx = 1/y.
    announced(value[0]! - (1.3 * Math.cos(0.52) - 1.3 ** 2), error[0]!, 1e-9, 1e-2);
    const fine = covariantDerivative(halfPlane, x, form, 1);
    expect(Math.abs(fine.value[0]! - (1.3 * Math.cos(0.52) - 1.3 ** 2))).toBeLessThan(1e-9);
  });

  test('of a volume', () => {
    const { value, error } = volume(halfPlane, [
      [0, 1],
      [0.05, 1],
    ]);
    announced(value - 19, error, 1e-8, 5);
    expect(Math.abs(value - 19)).toBeLessThan(error / 10); // the finer of the two
  });
});

test('steps of integration that would leave the domain are shortened, since the geodesic itself stays inside', () => {
  const { value } = exponentialMap(exponentialMetric, Float64Array.of(1), Float64Array.of(-30));
  expect(value[0]! / Math.exp(-30)).toBeCloseTo(1, 6);
});
