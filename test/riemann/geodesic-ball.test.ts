import { expect, test } from 'vitest';
import { geodesicBalls } from '../../src/riemann/geodesic-ball.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';
import { hyperbolic } from '../helpers/hyperbolic-space.ts';

test('balls of the hyperbolic plane and space have the closed forms', () => {
  const plane = geodesicBalls(hyperbolic(2), Float64Array.of(0.3, 1.2), [0.5, 1], { directions: 8 });
  plane.forEach(({ radius, area, volume }) => {
    expect(area.value).toBeCloseTo(2 * Math.PI * Math.sinh(radius), 9);
    expect(volume.value).toBeCloseTo(2 * Math.PI * (Math.cosh(radius) - 1), 9);
    expect(area.value ** 2).toBeCloseTo(4 * Math.PI * volume.value + volume.value ** 2, 8); // P² = 4πA − KA²
  });
  const [ball] = geodesicBalls(hyperbolic(3), Float64Array.of(0, 0.2, 1), [0.3], { directions: 5, tolerance: 1e-7 });
  expect(ball!.area.value / (4 * Math.PI * Math.sinh(0.3) ** 2)).toBeCloseTo(1, 5);
  expect(ball!.volume.value / (Math.PI * (Math.sinh(0.6) - 0.6))).toBeCloseTo(1, 5);
  expect(Math.abs(ball!.area.value - 4 * Math.PI * Math.sinh(0.3) ** 2)).toBeLessThan(ball!.area.error);
});

test('a sphere in spherical coordinates, with derivatives by differences', () => {
  const sphere: MetricField = (x) => ({ rows: 2, cols: 2, data: Float64Array.of(4, 0, 0, 4 * Math.sin(x[0]!) ** 2) });
  const [ball] = geodesicBalls(sphere, Float64Array.of(1.1, 0.4), [0.8], { directions: 8 });
  expect(ball!.area.value).toBeCloseTo(4 * Math.PI * Math.sin(0.4), 6);
  expect(ball!.area.value ** 2).toBeCloseTo(4 * Math.PI * ball!.volume.value - ball!.volume.value ** 2 / 4, 5);
});

test.each([
  [() => geodesicBalls(hyperbolic(1), Float64Array.of(1), [1]), /at least two coordinates required, got 1/],
  [() => geodesicBalls(hyperbolic(2), Float64Array.of(0, 1), [1, 0.5]), /ascending radii required, got \[1,0.5\]/],
  [() => geodesicBalls(hyperbolic(2), Float64Array.of(0, 1), [1], { directions: 1 }), /directions required/],
] as const)('%s is refused', (call, message) => {
  expect(call).toThrow(message);
});
