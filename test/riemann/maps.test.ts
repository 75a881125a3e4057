import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exponentialMap } from '../../src/riemann/exponential-map.ts';
import { type Curve, checkGeodesic, geodesic } from '../../src/riemann/geodesic.ts';
import { geodesicBetween, geodesicDistance, logarithmicMap } from '../../src/riemann/logarithmic-map.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';
import { jacobiField, parallelTransport } from '../../src/riemann/parallel-transport.ts';
import { bianchiDefects, covariantDerivative, einsteinTensor } from '../../src/riemann/tensors.ts';
import { volume } from '../../src/riemann/volume.ts';

const diagonalField =
  (entries: (x: Float64Array) => readonly [number, number]): MetricField =>
  (x) => {
    const [a, b] = entries(x);
    return { rows: 2, cols: 2, data: Float64Array.of(a, 0, 0, b) };
  };
const sphere = diagonalField(([v]) => [1, Math.sin(v!) ** 2]);
const halfPlane = diagonalField(([, y]) => [1 / y! ** 2, 1 / y! ** 2]);
const crooked: MetricField = ([x, y, z]) => {
  const [a, b, c] = [0.2 * Math.sin(y! + z!), 0.1 * x! * z!, 0.3 * Math.cos(x! - y!)];
  return {
    rows: 3,
    cols: 3,
    data: Float64Array.of(2 + Math.sin(x! * y!), a, b, a, 3 + Math.cos(z!), c, b, c, 2.5 + x! * x!),
  };
};

describe('exponential and logarithmic map', () => {
  test('undo each other', () => {
    const component = fc.double({ min: -0.4, max: 0.4, noNaN: true });
    fc.assert(
      fc.property(component, component, component, (a, b, c) => {
        const x = Float64Array.of(0.3, -0.6, 0.9);
        const velocity = Float64Array.of(a, b, c);
        const { value, result } = logarithmicMap(crooked, x, exponentialMap(crooked, x, velocity).value);
        expect(result).toBe('converged');
        value.forEach((component, k) => {
          expect(component).toBeCloseTo(velocity[k]!, 7);
        });
      }),
      { numRuns: 4, seed: 3 },
    );
  });

  test('give the great-circle distance and the hyperbolic distance', () => {
    const [p, q] = [Float64Array.of(0.7, 0.2), Float64Array.of(1.4, 1.5)];
    const angle = Math.acos(Math.cos(0.7) * Math.cos(1.4) + Math.sin(0.7) * Math.sin(1.4) * Math.cos(1.3));
    expect(geodesicDistance(sphere, p, q).value).toBeCloseTo(angle, 8);
    const [a, b] = [Float64Array.of(0, 1), Float64Array.of(0.8, 1.6)];
    const expected = Math.acosh(1 + (0.8 ** 2 + 0.6 ** 2) / (2 * 1 * 1.6));
    expect(geodesicDistance(halfPlane, a, b).value).toBeCloseTo(expected, 7);
  });

  test('make a curve between two points that is a geodesic', () => {
    const { value: curve } = geodesicBetween(sphere, Float64Array.of(0.7, 0.2), Float64Array.of(1.4, 1.5));
    expect([...curve(1).point]).toEqual([expect.closeTo(1.4, 8), expect.closeTo(1.5, 8)]);
    expect(checkGeodesic(sphere, curve, [0.3, 0.7]).acceleration).toBeLessThan(1e-6);
  });
});

describe('parallel transport', () => {
  test('round a circle of latitude turns a vector by 2π cos ϑ', () => {
    const v = 1.1;
    const latitude: Curve = (time) => ({ point: Float64Array.of(v, time), velocity: Float64Array.of(0, 1) });
    const moved = parallelTransport(sphere, latitude, Float64Array.of(1, 0), 2 * Math.PI).value;
    expect(moved[0]).toBeCloseTo(Math.cos(2 * Math.PI * Math.cos(v)), 8);
    expect(moved[1]! * Math.sin(v)).toBeCloseTo(-Math.sin(2 * Math.PI * Math.cos(v)), 8);
  });

  test('keeps lengths, and the velocity along a geodesic', () => {
    const velocity = Float64Array.of(0.3, 0.5, -0.4);
    const curve = geodesic(crooked, Float64Array.of(0.3, -0.6, 0.9), velocity);
    const square = (x: Float64Array, v: Float64Array): number =>
      crooked(x).data.reduce((sum, g, at) => sum + g * v[Math.floor(at / 3)]! * v[at % 3]!, 0);
    const end = curve(0.8);
    parallelTransport(crooked, curve, velocity, 0.8).value.forEach((value, k) => {
      expect(value).toBeCloseTo(end.velocity[k]!, 8);
    });
    const other = Float64Array.of(1, -1, 0.5);
    const moved = parallelTransport(crooked, curve, other, 0.8).value;
    expect(square(end.point, moved)).toBeCloseTo(square(curve(0).point, other), 8);
  });
});

describe('Jacobi fields', () => {
  test('on the sphere go as sin t and vanish at the antipode, on the hyperbolic plane as sinh t', () => {
    const along = Float64Array.of(1, 0);
    const across = { separation: Float64Array.of(0, 0), rate: Float64Array.of(0, 1 / Math.sin(0.5)) };
    const onSphere = jacobiField(sphere, Float64Array.of(0.5, 0), along, across, { tolerance: 1e-8 });
    for (const time of [0.6, 1.3, 2]) {
      const { point, separation } = onSphere(time).value;
      expect(separation[1]! * Math.sin(point[0]!)).toBeCloseTo(Math.sin(time), 6);
    }
    const up = jacobiField(
      halfPlane,
      Float64Array.of(0, 1),
      Float64Array.of(0, 1),
      { separation: Float64Array.of(0, 0), rate: Float64Array.of(1, 0) },
      { tolerance: 1e-8 },
    );
    const { point, separation } = up(1.2).value;
    expect(separation[0]! / point[1]!).toBeCloseTo(Math.sinh(1.2), 5);
  });

  test('are the derivative of the geodesic by its velocity', () => {
    const x = Float64Array.of(0.3, -0.6, 0.9);
    const velocity = Float64Array.of(0.3, 0.5, -0.4);
    const rate = Float64Array.of(0.2, -0.7, 0.1);
    const zero = new Float64Array(3);
    const { separation } = jacobiField(
      crooked,
      x,
      velocity,
      { separation: zero, rate },
      { tolerance: 1e-8 },
    )(0.7).value;
    const end = (s: number) =>
      geodesic(
        crooked,
        x,
        velocity.map((v, k) => v + s * rate[k]!),
      )(0.7).point;
    const [above, below] = [end(1e-4), end(-1e-4)];
    separation.forEach((value, k) => {
      expect(value).toBeCloseTo((above[k]! - below[k]!) / 2e-4, 5);
    });
  });
});

describe('tensors', () => {
  test('the Einstein tensor vanishes in two dimensions and the metric is covariantly constant', () => {
    const x = Float64Array.of(0.9, 0.4);
    for (const entry of einsteinTensor(sphere, x).value.data) expect(entry).toBeCloseTo(0, 8);
    const point = Float64Array.of(0.3, -0.6, 0.9);
    for (const entry of covariantDerivative(crooked, point, (y) => crooked(y).data, 2).value)
      expect(entry).toBeCloseTo(0, 6);
  });

  test('the second Bianchi identity holds for a metric without symmetry', () => {
    const defects = bianchiDefects(crooked, Float64Array.of(0.3, -0.6, 0.9));
    expect(defects.curvature).toBeGreaterThan(0.05);
    expect(defects.second).toBeLessThan(1e-5);
    expect(defects.divergence).toBeLessThan(1e-5);
  });
});

test('the volume of the sphere is 4π, of a hyperbolic strip its width times (1/a − 1/b)', () => {
  expect(
    volume(
      sphere,
      [
        [1e-9, Math.PI],
        [0, 2 * Math.PI],
      ],
      2,
    ).value,
  ).toBeCloseTo(4 * Math.PI, 7);
  expect(
    volume(
      halfPlane,
      [
        [0, 3],
        [1, 2],
      ],
      2,
    ).value,
  ).toBeCloseTo(3 * (1 - 1 / 2), 9);
});
