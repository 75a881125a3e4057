import { describe, expect, test } from 'vitest';
import { type Curve, checkGeodesic, geodesic } from '../../src/riemann/geodesic.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';

const sphere: MetricField = ([v]) => ({ rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, Math.sin(v!) ** 2) });
const halfPlane: MetricField = ([, y]) => ({ rows: 2, cols: 2, data: Float64Array.of(1 / y! ** 2, 0, 0, 1 / y! ** 2) });
const onSphere = ([v, phi]: Float64Array): readonly number[] => [
  Math.sin(v!) * Math.cos(phi!),
  Math.sin(v!) * Math.sin(phi!),
  Math.cos(v!),
];

describe('a geodesic', () => {
  test('of the sphere is a great circle', () => {
    const [v, phi] = [1.1, 0.4];
    const velocity = Float64Array.of(0.3, 0.9);
    const curve = geodesic(sphere, Float64Array.of(v, phi), velocity);
    const start = onSphere(Float64Array.of(v, phi));
    const tangent = [
      Math.cos(v) * Math.cos(phi) * 0.3 - Math.sin(v) * Math.sin(phi) * 0.9,
      Math.cos(v) * Math.sin(phi) * 0.3 + Math.sin(v) * Math.cos(phi) * 0.9,
      -Math.sin(v) * 0.3,
    ];
    const speed = Math.hypot(...tangent);
    for (const time of [-1, 0.5, 2]) {
      const reached = onSphere(curve(time).point);
      for (let i = 0; i < 3; i++) {
        const expected = Math.cos(speed * time) * start[i]! + (Math.sin(speed * time) / speed) * tangent[i]!;
        expect(reached[i]).toBeCloseTo(expected, 8);
      }
    }
  });

  test('of the half-plane is a half-circle: (tanh t, 1/cosh t)', () => {
    const { point } = geodesic(halfPlane, Float64Array.of(0, 1), Float64Array.of(1, 0), { step: 0.02 })(1.2);
    expect(point[0]).toBeCloseTo(Math.tanh(1.2), 8);
    expect(point[1]).toBeCloseTo(1 / Math.cosh(1.2), 8);
  });

  test('passes its check', () => {
    const curve = geodesic(sphere, Float64Array.of(1.1, 0.4), Float64Array.of(0.3, 0.9));
    const { speedVariation, acceleration } = checkGeodesic(sphere, curve, [0.2, 0.6, 1]);
    expect(speedVariation).toBeLessThan(1e-8);
    expect(acceleration).toBeLessThan(1e-6);
  });
});

test('a circle of latitude fails the check by its geodesic curvature cos ϑ sin ϑ', () => {
  const latitude: Curve = (time) => ({ point: Float64Array.of(0.7, time), velocity: Float64Array.of(0, 1) });
  const { speedVariation, acceleration } = checkGeodesic(sphere, latitude, [0, 0.5]);
  expect(speedVariation).toBe(0);
  expect(acceleration).toBeCloseTo(Math.sin(0.7) * Math.cos(0.7), 8);
});
