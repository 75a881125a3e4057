import { describe, expect, test } from 'vitest';
import { cmera } from '../../../src/systems/continuous-mera/continuous-mera.ts';
import { scaleLengths, scaleMetric } from '../../../src/systems/continuous-mera/scale-lengths.ts';

describe('without mass', () => {
  test.each([1, 2, 3, 7])(
    'in %i dimensions: √2 for scalars, √(2(d + 1)/d) for the linear gate, f1 as short as can be',
    (dimension) => {
      const scalar = scaleLengths(cmera({ statistics: 'boson', dimension }));
      expect(scalar.ratio).toBeCloseTo(Math.SQRT2, 11);
      expect(scalar.f1Ratio).toBeCloseTo(1, 11);
      expect(scalar.path.fubiniStudy).toBeCloseTo(1 / dimension, 11);
      const dirac = scaleLengths(cmera({ statistics: 'fermion', dimension }));
      expect(dirac.ratio).toBeCloseTo(Math.sqrt((2 * (dimension + 1)) / dimension), 11);
      expect(dirac.f1Ratio).toBeCloseTo(1, 11);
    },
  );

  test('the lengths themselves, in one dimension: f2 and f1 of a pair in both conventions', () => {
    const scalar = scaleLengths(cmera({ statistics: 'boson' }));
    expect(scalar.geodesic.fubiniStudy).toBeCloseTo(Math.SQRT1_2, 12);
    expect(scalar.geodesic.f2).toBeCloseTo(1, 12);
    expect(scalar.geodesic.f1).toBeCloseTo(1, 12); // 2 ∫ ½ log(1/x) dx
    const dirac = scaleLengths(cmera({ statistics: 'fermion' }));
    expect(dirac.geodesic.fubiniStudy).toBeCloseTo(Math.PI / 4 / Math.sqrt(3), 12);
    expect(dirac.geodesic.f2).toBeCloseTo(Math.PI / 4 / Math.sqrt(6), 12);
    expect(dirac.geodesic.f1).toBeCloseTo(Math.PI / 8, 12); // π/4 ∫ (1 − x) dx
  });

  test('g_uu is ¼ for scalars, π²/48 for Dirac fields on a line, for each pair that acts', () => {
    for (const u of [0, -1, -5]) {
      const scalar = scaleMetric(cmera({ statistics: 'boson' }), u);
      expect(scalar.perActivePair).toBe(0.25);
      expect(scalar.perPair).toBeCloseTo(Math.exp(u) / 4, 15);
      expect(scaleMetric(cmera({ statistics: 'fermion' }), u).perActivePair).toBeCloseTo(Math.PI ** 2 / 48, 15);
    }
  });
});

describe('with mass', () => {
  test('g_uu of scalars is ¼ e^{4u}/(e^{2u} + m²/Λ²)², and vanishes in the infrared', () => {
    const mera = cmera({ statistics: 'boson', mass: 0.5, cutoff: 2 });
    for (const u of [-0.5, -2, -6]) {
      const expected = Math.exp(4 * u) / (Math.exp(2 * u) + 1 / 16) ** 2 / 4;
      expect(scaleMetric(mera, u).perActivePair / expected).toBeCloseTo(1, 13);
    }
  });

  test('f1 stays the shortest, and both lengths approach each other as the mass grows', () => {
    const ratios = [0.01, 0.1, 1, 10].map((mass) => scaleLengths(cmera({ statistics: 'boson', mass })));
    for (const { f1Ratio } of ratios) expect(f1Ratio).toBeCloseTo(1, 11);
    ratios.slice(1).forEach(({ ratio }, k) => {
      expect(ratio).toBeLessThan(ratios[k]!.ratio);
    });
    // m → ∞: rates ∝ k², r ∝ Λ² − k²: √(∫ e^{4u + u}…) against √∫(1 − x²)² dx = √(8/15).
    expect(ratios[3]!.ratio).toBeCloseTo(2 / 2.5 / Math.sqrt(8 / 15), 2);
  });

  test('of bosons of great mass: ¼ Λ²/m² · (4/5, √(8/15)) on a line', () => {
    const { path, geodesic } = scaleLengths(cmera({ statistics: 'boson', mass: 1000 }));
    expect(path.fubiniStudy / (0.25e-6 * 0.8)).toBeCloseTo(1, 5);
    expect(geodesic.fubiniStudy / (0.25e-6 * Math.sqrt(8 / 15))).toBeCloseTo(1, 5);
  });

  test('rates that change their sign make f1 longer than needed', () => {
    const rate = (u: number): number => Math.cos(Math.PI * u);
    const { f1Ratio, ratio } = scaleLengths(cmera({ statistics: 'boson', infrared: -1, rate }));
    expect(f1Ratio).toBeGreaterThan(1.5);
    expect(ratio).toBeGreaterThan(1);
  });

  test('no path is shorter than the geodesic', () => {
    for (const statistics of ['boson', 'fermion'] as const) {
      for (const gate of [1, 2, 3]) {
        for (const mass of [0.02, 2]) {
          expect(scaleLengths(cmera({ statistics, gate, mass, dimension: 2 })).ratio).toBeGreaterThan(1);
        }
      }
    }
  });
});

test('a cold double is two copies of the ground state; lengths grow as it becomes hotter', () => {
  const lengths = [1e4, 30, 10, 5].map((beta) => scaleLengths(cmera({ statistics: 'boson', mass: 0.01, beta })));
  const single = scaleLengths(cmera({ statistics: 'boson', mass: 0.01 }));
  expect(lengths[0]!.path.fubiniStudy).toBeCloseTo(Math.SQRT2 * single.path.fubiniStudy, 10);
  expect(lengths[0]!.geodesic.f1).toBeCloseTo(2 * single.geodesic.f1, 10);
  lengths.slice(1).forEach(({ geodesic }, k) => {
    expect(geodesic.fubiniStudy).toBeGreaterThan(lengths[k]!.geodesic.fubiniStudy);
  });
});

test('pairs below the cut-off: V_d Λ^d/(2π)^d, half of it for k and −k', () => {
  const pairs = (dimension: number, statistics: 'boson' | 'fermion') =>
    scaleLengths(cmera({ statistics, dimension, cutoff: 2 * Math.PI })).pairsPerVolume;
  expect([1, 2, 3, 4].map((d) => pairs(d, 'fermion'))).toEqual(
    [2, Math.PI, (4 * Math.PI) / 3, Math.PI ** 2 / 2].map((volume) => expect.closeTo(volume, 13)),
  );
  expect(pairs(1, 'boson')).toBeCloseTo(1, 13);
  const { perVolume, perPair } = scaleMetric(cmera({ statistics: 'boson', cutoff: 2 * Math.PI }), -1);
  expect(perVolume).toBeCloseTo(perPair, 14);
});

test('scales above 0 are named', () => {
  expect(() => scaleMetric(cmera({ statistics: 'boson' }), 1)).toThrow(
    'scaleMetric: a finite scale u ≤ 0 required, got 1',
  );
});
