import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmonicLattice } from '../../src/gaussian/boson-models.ts';
import { gaussianEvolution, transformed } from '../../src/gaussian/evolution.ts';
import { gaussianDistance } from '../../src/gaussian/fidelity.ts';
import { gaussianGeodesic } from '../../src/gaussian/gaussian-geodesic.ts';
import { gaussianMetric } from '../../src/gaussian/gaussian-metric.ts';
import { type GaussianState, gaussianState, gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { gaussianParity } from '../../src/gaussian/parity.ts';
import { relativeCovariance } from '../../src/gaussian/relative-covariance.ts';
import { denseMatrix, EigenvalueDecomposition } from '../../src/linalg/dense-real.ts';
import type { RealMatrix } from '../../src/linalg/matrix.ts';
import { chain } from '../../src/operator/lattice.ts';
import { randomGaussian, randomOrthogonal, randomSymplectic } from '../helpers/random-gaussian.ts';

/** A pure state, of fermions with even parity. */
function randomPure(statistics: 'fermion' | 'boson', modes: number, seed: number): GaussianState {
  const state = randomGaussian(statistics, new Array(modes).fill(1), seed);
  if (statistics === 'boson' || gaussianParity(state) > 0) return state;
  const flip = new Float64Array(4 * modes * modes);
  for (let k = 0; k < 2 * modes; k++) flip[k * (2 * modes + 1)] = k === 0 ? -1 : 1;
  return transformed(state, { rows: 2 * modes, cols: 2 * modes, data: flip });
}

const largest = (a: GaussianState, b: GaussianState): number =>
  a.covariance.data.reduce((most, x, k) => Math.max(most, Math.abs(x - b.covariance.data[k]!)), 0);

/** √Σ|log λ|² over the eigenvalues of a matrix, by its Schur form. */
function logarithmNorm(matrix: RealMatrix): number {
  const { realEigenvalues: re, imaginaryEigenvalues: im } = new EigenvalueDecomposition(denseMatrix(matrix));
  return Math.hypot(...re.flatMap((x, k) => [Math.log(Math.hypot(x, im[k]!)), Math.atan2(im[k]!, x)]));
}

const seeds = fc.integer({ min: 1, max: 10_000 });
const options = { seed: 1, numRuns: 12 };

describe.each(['fermion', 'boson'] as const)('geodesics of %ss', (statistics) => {
  test('begin and end where they should, pure on the way, and are a unitary family', () => {
    fc.assert(
      fc.property(seeds, seeds, fc.integer({ min: 1, max: 5 }), (seed, other, modes) => {
        const [a, b] = [randomPure(statistics, modes, seed), randomPure(statistics, modes, other + 10_000)];
        const { at, generator } = gaussianGeodesic(a, b);
        expect(largest(at(0), a)).toBeLessThan(1e-12);
        expect(largest(at(1), b)).toBeLessThan(1e-12);
        expect(largest(at(0.3), gaussianEvolution(generator, a, 0.3))).toBeLessThan(1e-12);
        gaussianState(statistics, at(0.6).covariance);
      }),
      options,
    );
  });

  test('have the length ¼‖log Δ‖, that of the metric along them, and not less than arccos|⟨R|T⟩|', () => {
    fc.assert(
      fc.property(seeds, seeds, (seed, other) => {
        const [a, b] = [randomPure(statistics, 3, seed), randomPure(statistics, 3, other + 10_000)];
        const { at, length } = gaussianGeodesic(a, b);
        expect(length).toBeCloseTo(logarithmNorm(relativeCovariance(a, b)) / 4, 7);
        const speed = gaussianMetric(([s]) => at(s!));
        for (const s of [0.1, 0.5, 0.9]) {
          expect(Math.sqrt(speed(Float64Array.of(s)).data[0]!)).toBeCloseTo(length, 9);
        }
        expect(length).toBeGreaterThanOrEqual(gaussianDistance(a, b) - 1e-12);
      }),
      { ...options, numRuns: 5 },
    );
  });

  test('do not change their length when both ends are transformed alike', () => {
    const [a, b] = [randomPure(statistics, 4, 1), randomPure(statistics, 4, 2)];
    const M = statistics === 'fermion' ? randomOrthogonal(8, 3) : randomSymplectic(4, 3);
    const { length } = gaussianGeodesic(transformed(a, M), transformed(b, M));
    expect(length).toBeCloseTo(gaussianGeodesic(a, b).length, 11);
  });

  test('obey the triangle inequality', () => {
    fc.assert(
      fc.property(seeds, seeds, seeds, (p, q, r) => {
        const [a, b, c] = [p, q + 10_000, r + 20_000].map((seed) => randomPure(statistics, 3, seed));
        const far = gaussianGeodesic(a!, c!).length;
        return far <= gaussianGeodesic(a!, b!).length + gaussianGeodesic(b!, c!).length + 1e-12;
      }),
      options,
    );
  });
});

test('two pairs of filled modes are at π/2 each, by one of many shortest paths', () => {
  const vacuum = gaussianVacuum('fermion', 4);
  const full = { ...vacuum, covariance: { ...vacuum.covariance, data: vacuum.covariance.data.map((x) => 0 - x) } };
  const { at, length, generator } = gaussianGeodesic(vacuum, full);
  expect(length).toBeCloseTo(Math.PI / Math.SQRT2, 14);
  expect(largest(at(1), full)).toBeLessThan(1e-14);
  expect(largest(at(0.5), gaussianEvolution(generator, vacuum, 0.5))).toBeLessThan(1e-13);
  gaussianState('fermion', at(0.5).covariance);
});

test('oscillators without x–p correlations are squeezed by xp + px: from one lattice to another', () => {
  const [a, b] = [
    gaussianGroundState(harmonicLattice(chain(4), { mass: 0.4 })).state,
    gaussianGroundState(harmonicLattice({ sites: 4, edges: [[0, 3]] }, { mass: 1, coupling: 2 })).state,
  ];
  const { at, generator } = gaussianGeodesic(a, b);
  expect(largest(at(1), b)).toBeLessThan(1e-13);
  expect(largest(at(0.3), gaussianEvolution(generator, a, 0.3))).toBeLessThan(1e-13);
  expect(Math.max(...generator.matrix.data.slice(0, 4).map(Math.abs))).toBe(0);
});

test('a state is at no distance from itself', () => {
  for (const statistics of ['fermion', 'boson'] as const) {
    const state = randomPure(statistics, 3, 5);
    expect(gaussianGeodesic(state, state).length).toBeLessThan(1e-13);
    expect(largest(gaussianGeodesic(state, state).at(0.5), state)).toBeLessThan(1e-13);
  }
});

test('what cannot be joined is named', () => {
  const vacuum = gaussianVacuum('fermion', 1);
  const full = { ...vacuum, covariance: { ...vacuum.covariance, data: vacuum.covariance.data.map((x) => 0 - x) } };
  expect(() => gaussianGeodesic(vacuum, full)).toThrow('gaussianGeodesic: states of the same parity required');
  const mixed = randomGaussian('boson', [1, 2], 1);
  expect(() => gaussianGeodesic(gaussianVacuum('boson', 2), mixed)).toThrow('pure states required, got a mixed target');
  expect(() => relativeCovariance(mixed, mixed)).toThrow('relativeCovariance: pure states required');
  expect(() => gaussianGeodesic(gaussianVacuum('boson', 1), gaussianVacuum('boson', 1, 2)).at(Number.NaN)).toThrow(
    'a finite place on the path required',
  );
});
