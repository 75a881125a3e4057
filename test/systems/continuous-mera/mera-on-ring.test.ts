import { describe, expect, test } from 'vitest';
import { harmonicRing } from '../../../src/gaussian/boson-models.ts';
import { latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import { gaussianDistance } from '../../../src/gaussian/fidelity.ts';
import { gaussianComplexity } from '../../../src/gaussian/gaussian-complexity.ts';
import { gaussianMetric } from '../../../src/gaussian/gaussian-metric.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { type ContinuousMera, cmera } from '../../../src/systems/continuous-mera/continuous-mera.ts';
import { meraOnRing, ringLengths } from '../../../src/systems/continuous-mera/mera-on-ring.ts';
import { largestDifference } from '../../helpers/largest-difference.ts';

const boson = cmera({ statistics: 'boson', mass: 0.3, cutoff: 2.5 });
const fermion = cmera({ statistics: 'fermion', mass: 0.3, cutoff: 2.5 });

const momentum = ({ statistics }: ContinuousMera, j: number, sites: number): number =>
  Math.abs(statistics === 'boson' ? 2 * Math.sin((Math.PI * j) / sites) : Math.sin((2 * Math.PI * j) / sites));

describe('states', () => {
  test.each([9, 12])('on %i sites bosons reach the ground state of the harmonic ring', (sites) => {
    const { state } = gaussianGroundState(harmonicRing(sites, { mass: 0.3 }));
    expect(largestDifference(meraOnRing(boson, sites, 0).covariance.data, state.covariance.data)).toBeLessThan(1e-13);
  });

  test('far in the infrared they are the product states of the reference', () => {
    const { covariance } = meraOnRing(boson, 6, -40);
    const { data } = gaussianVacuum('boson', 6, Math.hypot(0.3, 2.5)).covariance;
    expect(largestDifference(covariance.data, data)).toBeLessThan(1e-12);
    const dirac = meraOnRing(fermion, 6, -9).covariance.data;
    const heavy = gaussianGroundState(latticeDirac(6, { mass: 1e9, wilson: 0 })).state.covariance.data;
    expect(largestDifference(dirac, heavy)).toBeLessThan(1e-8);
  });

  test.each([9, 12])('on %i sites fermions approach the ground state of the lattice Dirac field as 1/Λ', (sites) => {
    const { state } = gaussianGroundState(latticeDirac(sites, { mass: 0.3, wilson: 0 }));
    const distance = (cutoff: number): number =>
      gaussianDistance(meraOnRing(cmera({ statistics: 'fermion', mass: 0.3, cutoff }), sites, 0), state);
    expect(Math.log10(distance(1e3) / distance(1e4))).toBeCloseTo(1, 3);
    expect(distance(1e6)).toBeLessThan(3e-6);
  });
});

describe.each([
  ['bosons', boson, 0.5],
  ['fermions', fermion, 1],
] as const)('lengths of %s', (_, mera, share) => {
  test('the metric along the scale is Σ rate² of the modes that act, as by covariances', () => {
    const [sites, u] = [9, -0.3];
    const g = gaussianMetric(([scale]) => meraOnRing(mera, sites, scale!))(Float64Array.of(u)).data[0]!;
    let sum = 0;
    for (let j = 0; j < sites; j++) {
      const k =
        mera.statistics === 'boson'
          ? 2 * Math.sin((Math.PI * j) / sites)
          : Math.abs(Math.sin((2 * Math.PI * j) / sites));
      const x = (k / 2.5) * Math.exp(0.3);
      if (x <= 1) sum += share * (mera.rate(u) * x ** mera.gate) ** 2;
    }
    expect(g / sum).toBeCloseTo(1, 9);
  });

  test('the geodesic is that of the covariances, in normal modes and on the sites', () => {
    const { geodesic, path } = ringLengths(mera, 9);
    const { fubiniStudy, normalModes, modes } = gaussianComplexity(meraOnRing(mera, 9, -60), meraOnRing(mera, 9, 0));
    expect(geodesic.fubiniStudy).toBeCloseTo(fubiniStudy, 11);
    expect(geodesic.f1).toBeCloseTo(normalModes.f1, 11);
    expect(geodesic.f1OnSites).toBeCloseTo(modes.f1, 10);
    expect(path.fubiniStudy).toBeGreaterThan(geodesic.fubiniStudy);
    expect(path.f1).toBeCloseTo(geodesic.f1, 8);
    expect(path.f1OnSites).toBeGreaterThan(geodesic.f1OnSites);
  });

  test('the path is as long as the sum of distances of neighbours on it', () => {
    const { path } = ringLengths(mera, 5);
    const entries = [1, 2].map((j) => momentum(mera, j, 5)).map((k) => Math.log(k / mera.cutoff));
    const ends = [-10, ...entries.toSorted((a, b) => a - b), 0];
    const scales = ends.slice(1).flatMap((end, k) => {
      const start = ends[k]!;
      return Array.from({ length: 80 }, (_, i) => end + (start - end) * (1 - i / 80) ** 2);
    });
    const states = [...scales, 0].map((u) => meraOnRing(mera, 5, u));
    const walked = states.slice(1).reduce((sum, state, k) => sum + gaussianDistance(states[k]!, state), 0);
    expect(walked / path.fubiniStudy).toBeCloseTo(1, 3);
  });
});

test('what a ring has not is named', () => {
  const refused =
    (options: object, sites = 5) =>
    () =>
      meraOnRing(cmera({ statistics: 'boson', mass: 1, ...options }), sites, 0);
  expect(refused({ dimension: 2 })).toThrow('meraOnRing: one dimension required, got 2');
  expect(refused({ beta: 2 })).toThrow('meraOnRing: a ground state required, got a double with 2 branches');
  expect(refused({ mass: 0 })).toThrow('a mass or an infrared scale for the zero mode of bosons required');
  expect(refused({}, 2)).toThrow('at least 3 sites required, got 2');
  expect(refused({}, 9000)).toThrow('meraOnRing: between 1 and 8000 modes required');
  expect(() => meraOnRing(boson, 5, 1)).toThrow('a scale u ≤ 0 required, got 1');
  expect(() => ringLengths(boson, 5, 0)).toThrow('ringLengths: 1 to 64 points required, got 0');
});
