import { describe, expect, test } from 'vitest';
import { transformed } from '../../../src/gaussian/evolution.ts';
import { gaussianMetric } from '../../../src/gaussian/gaussian-metric.ts';
import { scalarCurvature } from '../../../src/riemann/curvature.ts';
import { geodesicDistance } from '../../../src/riemann/logarithmic-map.ts';
import { cmera } from '../../../src/systems/continuous-mera/continuous-mera.ts';
import { modeOfMera } from '../../../src/systems/continuous-mera/mera-mode.ts';
import {
  emergentMetric,
  massMetric,
  pairMetric,
  phaseMetric,
} from '../../../src/systems/continuous-mera/scale-geometry.ts';

const at = (...x: readonly number[]): Float64Array => Float64Array.from(x);

describe('one pair', () => {
  test('is a hyperbolic plane for bosons, R = −8, a sphere for fermions, R = 8', () => {
    for (const angle of [0.2, 0.7]) {
      expect(scalarCurvature(pairMetric('boson'), at(angle, 0.1)).value).toBeCloseTo(-8, 10);
      expect(scalarCurvature(pairMetric('fermion'), at(angle, 0.1)).value).toBeCloseTo(8, 10);
    }
  });

  test('has the distance of the hyperbolic plane of curvature −4', () => {
    // cosh 2d = cosh 2r cosh 2r′ − sinh 2r sinh 2r′ cos φ.
    const [r, s, phi] = [0.3, 0.5, 0.8];
    const { value } = geodesicDistance(pairMetric('boson'), at(r, 0), at(s, phi));
    const cosh = Math.cosh(2 * r) * Math.cosh(2 * s) - Math.sinh(2 * r) * Math.sinh(2 * s) * Math.cos(phi);
    expect(value).toBeCloseTo(Math.acosh(cosh) / 2, 7);
  });
});

describe('scale and phase', () => {
  test('with exact derivatives of the squeezed states: two modes for each pair', () => {
    // A reference of frequency 1, so that phases turn quadratures.
    const mera = cmera({ statistics: 'boson', mass: 0.6, cutoff: 0.8 });
    const family = ([u, phi]: Float64Array) => {
      const [c, s] = [Math.cos(phi! / 2), Math.sin(phi! / 2)];
      return transformed(modeOfMera(mera, 0.3, u!), { rows: 2, cols: 2, data: at(c, -s, s, c) });
    };
    const g = gaussianMetric(family)(at(-0.4, 0.3)).data;
    expect(2 * g[0]!).toBeCloseTo(mera.rate(-0.4) ** 2, 9);
    expect(2 * g[3]!).toBeCloseTo(Math.sinh(2 * mera.angle(0.3, -0.4)) ** 2 / 4, 9);
    expect(g[1]).toBeCloseTo(0, 9);
  });

  test('massless scalars in three dimensions are flat: g = e^{3u}(¼du² + dφ²/4), for ⟨sinh²2r⟩ = ¼⟨(1/y − y)²⟩', () => {
    const metric = phaseMetric(cmera({ statistics: 'boson', dimension: 3 }));
    const mean = (3 - 6 / 3 + 3 / 5) / 4; // ∫ 3y²(1/y² − 2 + y²) dy/4
    const g = metric(at(-0.7, 0)).data;
    expect(g[0]).toBeCloseTo(Math.exp(-2.1) / 4, 13);
    expect(g[3]).toBeCloseTo((Math.exp(-2.1) * mean) / 4, 12);
    expect(scalarCurvature(metric, at(-0.7, 0)).value).toBeCloseTo(0, 5);
  });

  test('massive scalars are curved as hyperbolic planes are', () => {
    const metric = phaseMetric(cmera({ statistics: 'boson', mass: 0.3 }));
    expect(scalarCurvature(metric, at(-0.5, 0)).value).toBeLessThan(-1);
  });

  test('where the mean is infinite it is refused', () => {
    expect(() => phaseMetric(cmera({ statistics: 'boson', dimension: 2 }))).toThrow(
      'phaseMetric: a mass, an infrared scale or more than 2 dimensions required, got 2',
    );
    expect(() => phaseMetric(cmera({ statistics: 'boson', dimension: 4, beta: 1 }))).toThrow('more than 4 dimensions');
  });
});

describe('scale and mass', () => {
  test('at u → 0 along the mass: that of ground states, ¼ m² ∫ dk/(k² + m²)²', () => {
    const m = 0.3;
    const expected = (m * m * (1 / (2 * m * m * (1 + m * m)) + Math.atan(1 / m) / (2 * m ** 3))) / 4;
    expect(massMetric({ statistics: 'boson' })(at(0, m)).data[3]).toBeCloseTo(expected, 12);
  });

  test.each([
    ['boson', Infinity, 0],
    ['fermion', Infinity, 1],
    ['boson', 4, 0],
  ] as const)('for each pair it is what %s covariances at β = %d have', (statistics, beta, gate) => {
    // The mean over pairs, by the midpoint rule in x = k/Λ; breaks at x = e^u stay between the points.
    const [u, mass, points] = [Math.log(0.5), 0.4, 100];
    const sums = [0, 0, 0];
    for (let j = 0; j < points; j++) {
      const k = (j + 0.5) / points;
      const family = ([v, m]: Float64Array) => modeOfMera(cmera({ statistics, mass: m!, beta }), k, v!);
      const { data } = gaussianMetric(family, { step: 1e-3 })(at(u, mass));
      const weight = (statistics === 'boson' ? 2 : 1) / points;
      [0, 1, 3].forEach((entry, i) => {
        sums[i] = sums[i]! + weight * data[entry]!;
      });
    }
    const { data } = massMetric({ statistics, beta, gate })(at(u, mass));
    [0, 1, 3].forEach((entry, i) => {
      expect(sums[i]! / data[entry]!).toBeCloseTo(1, 3);
    });
  });

  test('a rate of the user’s own does not follow from the mass', () => {
    expect(() => massMetric({ statistics: 'boson', rate: () => 1, infrared: -1 })).toThrow('massMetric: rates');
  });
});

describe('the geometry read into it', () => {
  test('is hyperbolic for massless fields, K = −1/g_uu', () => {
    for (const [statistics, g] of [
      ['boson', 0.25],
      ['fermion', Math.PI ** 2 / 48],
    ] as const) {
      const { value } = scalarCurvature(emergentMetric(cmera({ statistics })), at(-1, 0));
      expect(value).toBeCloseTo(-2 / g, 6);
    }
  });

  test('with a mass K = −(1 − χ′/χ)/χ²: the same at the cut-off, of the other sign in the infrared', () => {
    const mera = cmera({ statistics: 'boson', mass: 0.05 });
    for (const u of [-0.5, -2, -4]) {
      const square = Math.exp(2 * u);
      const slope = (2 * 0.0025) / (square + 0.0025); // χ′/χ
      const expected = (-2 * (1 - slope)) / mera.rate(u) ** 2;
      const { value } = scalarCurvature(emergentMetric(mera), at(u, 0));
      expect(value / expected).toBeCloseTo(1, 5);
    }
    expect(scalarCurvature(emergentMetric(mera), at(-4, 0)).value).toBeGreaterThan(0);
  });
});
