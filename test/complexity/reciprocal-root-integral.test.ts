import { expect, test } from 'vitest';
import { reciprocalRootIntegral } from '../../src/complexity/reciprocal-root-integral.ts';
import { gaussLegendre } from '../../src/linalg/gauss-legendre.ts';

/** By quadrature, with q in the form (1 − u)q₀ + u·q₁ + ν·width²·u(u − 1). */
function byQuadrature(width: number, q0: number, q1: number, nu: number): number {
  const [points, weights] = gaussLegendre(60);
  return points.reduce((sum, point, k) => {
    const u = (point + 1) / 2;
    return sum + ((weights[k]! / 2) * width) / Math.sqrt((1 - u) * q0 + u * q1 + nu * width ** 2 * u * (u - 1));
  }, 0);
}

test('a half circle takes π, whatever its radius', () => {
  for (const radius of [0.1, 1, 7]) expect(reciprocalRootIntegral(2 * radius, 0, 0, -1).value).toBeCloseTo(Math.PI, 14);
});

test.each([
  [0.7, 1.2, 0.4, 0.5],
  [0.7, 1.2, 0.4, -3],
  [1.3, 0.2, 2, 0.4],
  [0.5, 1, 1, 1e-4],
  [0.5, 1, 2, -1e-4],
  [0.5, 1, 2, 0],
])('width %d, ends %d and %d, curvature %d: as by quadrature, with its derivatives', (width, q0, q1, nu) => {
  const { value, byFirst, bySecond, byCurvature } = reciprocalRootIntegral(width, q0, q1, nu);
  expect(value).toBeCloseTo(byQuadrature(width, q0, q1, nu), 10);
  const slope = (f: (h: number) => number): number => (f(1e-5) - f(-1e-5)) / 2e-5;
  expect(byFirst).toBeCloseTo(
    slope((h) => reciprocalRootIntegral(width, q0 + h, q1, nu).value),
    7,
  );
  expect(bySecond).toBeCloseTo(
    slope((h) => reciprocalRootIntegral(width, q0, q1 + h, nu).value),
    7,
  );
  expect(byCurvature).toBeCloseTo(
    slope((h) => reciprocalRootIntegral(width, q0, q1, nu + h).value),
    7,
  );
});

test('where no q is positive inside, the value is finite', () => {
  expect(reciprocalRootIntegral(1, 1, 1, 5).value).toBeLessThan(100);
});
