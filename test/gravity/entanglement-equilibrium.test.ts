import { expect, test } from 'vitest';
import { entanglementEquilibrium } from '../../src/gravity/entanglement-equilibrium.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';
import { hyperbolic } from '../helpers/hyperbolic-space.ts';

test('in the hyperbolic plane: the closed forms at fixed volume and at fixed radius', () => {
  for (const radius of [0.02, 0.1, 0.6]) {
    const { einstein, atFixedVolume, atFixedRadius, assumptions, label } = entanglementEquilibrium(
      hyperbolic(2),
      Float64Array.of(0.2, 1),
      radius,
      { directions: 6 },
    );
    const volume = Math.PI * radius ** 2;
    const area = 2 * Math.PI * radius;
    expect(einstein.value).toBeCloseTo(-1, 9);
    const exact = Math.sqrt(4 * Math.PI * volume + volume ** 2) - area;
    expect(atFixedVolume.change.value / exact).toBeCloseTo(1, 5);
    expect(atFixedVolume.change.value).toBeCloseTo(Math.sqrt(4 * Math.PI * volume + volume ** 2) - area, 8);
    expect(atFixedRadius.change.value).toBeCloseTo(2 * Math.PI * Math.sinh(radius) - area, 8);
    expect(atFixedVolume.predicted).toBeCloseTo((2 * Math.PI * radius ** 3) / 8, 9);
    expect(atFixedRadius.predicted).toBeCloseTo((2 * Math.PI * radius ** 3) / 6, 9);
    expect({ label, many: assumptions.length }).toEqual({ label: 'analogy', many: 3 });
  }
});

test('in hyperbolic space δA = −Ω_{2} ℓ⁴ G_{00}/15 at fixed volume, −Ω_{2} ℓ⁴ G_{00}/9 at fixed radius', () => {
  const options = { directions: 3, tolerance: 1e-6 };
  const { einstein, atFixedVolume, atFixedRadius } = entanglementEquilibrium(
    hyperbolic(3),
    Float64Array.of(0, 0, 1),
    0.2,
    options,
  );
  expect(einstein.value).toBeCloseTo(-3, 8);
  expect(atFixedVolume.predicted).toBeCloseTo((4 * Math.PI * 0.2 ** 4 * 3) / 15, 9);
  expect(atFixedRadius.predicted).toBeCloseTo((4 * Math.PI * 0.2 ** 4 * 3) / 9, 9);
  expect(atFixedRadius.change.value).toBeCloseTo(4 * Math.PI * (Math.sinh(0.2) ** 2 - 0.04), 3);
  expect(atFixedVolume.change.value / atFixedVolume.predicted).toBeGreaterThan(0.9);
});

test('in a random smooth metric the remainder falls as the square of the radius', () => {
  const metric: MetricField = ([x, y]) => {
    const f = Math.exp(0.3 * Math.sin(x! + 0.5 * y!) + 0.2 * Math.cos(2 * y!));
    const mixed = 0.1 * Math.sin(x!);
    return { rows: 2, cols: 2, data: Float64Array.of(f, mixed, mixed, 1.2 * f) };
  };
  const remainder = (radius: number, which: 'atFixedVolume' | 'atFixedRadius'): number => {
    const found = entanglementEquilibrium(metric, Float64Array.of(0.4, 0.7), radius, { directions: 6 })[which];
    return found.change.value / found.predicted - 1;
  };
  for (const which of ['atFixedVolume', 'atFixedRadius'] as const) {
    expect(Math.log2(remainder(0.4, which) / remainder(0.2, which))).toBeCloseTo(2, 1);
  }
});
