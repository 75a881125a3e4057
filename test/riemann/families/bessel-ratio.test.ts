import { describe, expect, test } from 'vitest';
import { besselRatio } from '../../../src/riemann/families/bessel-ratio.ts';

/** I₁/I₀ from their power series, all of whose terms are positive. */
function quotientOfSeries(kappa: number): number {
  let [zero, one, term] = [0, 0, 1];
  for (let k = 0; k < 400; k++) {
    zero += term;
    one += (term * kappa) / 2 / (k + 1);
    term *= (kappa / 2 / (k + 1)) ** 2;
  }
  return one / zero;
}

describe('the ratio of Bessel functions', () => {
  test.each([1e-6, 0.4, 0.999, 1, 5, 29.9, 30, 45, 300])('at κ = %d is that of the power series', (kappa) => {
    expect(Math.abs(besselRatio(kappa)[0] / quotientOfSeries(kappa) - 1)).toBeLessThan(1e-14);
  });

  test.each([0.3, 0.999, 1.001, 4, 20, 29.999, 30.001, 2000])(
    'at κ = %d has the derivatives of differences',
    (kappa) => {
      const h = 1e-4 * kappa;
      const slopes = besselRatio(kappa + h).map((above, k) => (above - besselRatio(kappa - h)[k]!) / (2 * h));
      const [, ...derivatives] = besselRatio(kappa);
      derivatives.forEach((value, k) => {
        expect(Math.abs(slopes[k]! / value - 1)).toBeLessThan(k === 2 ? 1e-6 : 3e-7);
      });
    },
  );

  test('has the same derivatives on both sides of the arguments at which the formula changes', () => {
    for (const kappa of [1, 30]) {
      const below = besselRatio(kappa * (1 - 1e-12));
      besselRatio(kappa).forEach((value, k) => {
        expect(Math.abs(value / below[k]! - 1)).toBeLessThan(1e-8);
      });
    }
  });
});
