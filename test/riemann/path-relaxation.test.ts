import { expect, test } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';
import { metricChanges, relaxedPath } from '../../src/riemann/path-relaxation.ts';

const halfPlane: MetricField = ([, y]) => ({ rows: 2, cols: 2, data: Float64Array.of(1 / y! ** 2, 0, 0, 1 / y! ** 2) });

test('a relaxed path of the half-plane is near the half-circle, at equal lengths', () => {
  const path = relaxedPath(halfPlane, Float64Array.of(-1, 0.1), Float64Array.of(1, 0.1), {});
  const radius = Math.hypot(1, 0.1);
  const whole = 2 * Math.asinh(10); // from the top, ds = dφ/cos φ = du along (tanh u, 1/cosh u)
  path.forEach(([x, y], j) => {
    expect(Math.hypot(x!, y!) / radius).toBeCloseTo(1, 2);
    expect(Math.atanh(x! / radius) / whole).toBeCloseTo(j / (path.length - 1) - 1 / 2, 2);
  });
  expect(path.length).toBeGreaterThan(9);
  expect([...path.at(-1)!]).toEqual([1, 0.1]);
  expect(Math.max(...metricChanges(halfPlane, path))).toBeLessThan(0.7);
});

test('the change of a metric along a piece is √2(r − 1) for two equal entries in the ratio r < 1', () => {
  const piece = [Float64Array.of(0, 1), Float64Array.of(3, 2)];
  expect(metricChanges(halfPlane, piece)).toEqual([expect.closeTo((3 / 4) * Math.SQRT2, 14)]);
});

test('a straight line outside the domain is refused', () => {
  const hole: MetricField = Object.assign((x: Float64Array) => halfPlane(x), {
    domain: ([x, y]: Float64Array) => Math.hypot(x!, y! - 1) > 0.2,
  });
  expect(() => relaxedPath(hole, Float64Array.of(-1, 1), Float64Array.of(1, 1), {})).toThrow(DomainError);
});
