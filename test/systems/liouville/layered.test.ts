import { describe, expect, test } from 'vitest';
import { entropiesOfGaussian } from '../../../src/gaussian/entropies.ts';
import { infiniteXyChain } from '../../../src/gaussian/infinite-chain.ts';
import {
  geodesicEntropies,
  layeredGeodesics,
  optimiseLayers,
  regulatedWaveNumber,
} from '../../../src/systems/liouville/index.ts';
import { slopes } from './fields.ts';

/** Jin and Korepin's constant of free fermions at half filling. */
const CONSTANT = 0.726067;

describe('optimised layers', () => {
  test('the half plane is e^φ = 1/z, to second order in the spacing of log z', () => {
    const errors = [250, 500, 1000].map((layers) => {
      const { value, result } = optimiseLayers({ epsilon: 0.1, depth: 100, layers });
      expect(result).toBe('converged');
      return Math.max(...value.phi.map((phi, k) => Math.abs(phi + Math.log(value.depths[k]!))));
    });
    expect(errors[2]).toBeLessThan(1e-5);
    for (const slope of slopes(errors)) expect(slope).toBeGreaterThan(1.95);
  });

  test('a strip is e^φ = k/cos k(z − β/4) with the regulated k', () => {
    const [epsilon, beta] = [0.1, 7];
    const k = regulatedWaveNumber(epsilon, beta);
    expect(Math.cos(k * (beta / 4 - epsilon))).toBeCloseTo(k * epsilon, 14);
    expect(k).toBeLessThan((2 * Math.PI) / beta);
    const { value } = optimiseLayers({ epsilon, beta, layers: 2000 });
    value.depths.forEach((z, at) => {
      expect(value.phi[at]).toBeCloseTo(Math.log(k / Math.cos(k * (z - beta / 4))), 5);
    });
  });

  test('a cylinder is e^φ = k/sinh(kz + δ), to second order in the spacing, and covers a disk without a cone', () => {
    const [epsilon, circumference] = [0.1, 20];
    const k = (2 * Math.PI) / circumference;
    const delta = Math.asinh(k * epsilon) - k * epsilon;
    const errors = [500, 1000, 2000].map((layers) => {
      const { value, result } = optimiseLayers({ epsilon, circumference, layers });
      expect(result).toBe('converged');
      return Math.max(
        ...value.phi.map((phi, at) => Math.abs(phi - Math.log(k / Math.sinh(k * value.depths[at]! + delta)))),
      );
    });
    expect(errors[2]).toBeLessThan(1e-5);
    for (const slope of slopes(errors)) expect(slope).toBeGreaterThan(1.95);
  });

  test('a cylinder is refused at a circumference near the cutoff, or with another end', () => {
    expect(() => optimiseLayers({ epsilon: 1, circumference: 8 })).toThrow('a circumference > 8ε required, got 8');
    expect(() => optimiseLayers({ epsilon: 1, circumference: 90, depth: 50 })).toThrow('either a temperature, a circ');
  });
});

describe('geodesics', () => {
  test('of the half plane are half circles of length 2 arsinh(x/2ε)', () => {
    const { value } = optimiseLayers({ epsilon: 0.1, depth: 100 });
    for (const { separation, length, turningDepth } of [0.05, 1, 10, 150].map((separation) => ({
      separation,
      ...layeredGeodesics(value, [separation])[0]!,
    }))) {
      expect(length / (2 * Math.asinh(separation / 0.2))).toBeCloseTo(1, 5);
      expect(turningDepth / Math.hypot(separation / 2, 0.1)).toBeCloseTo(1, 4);
    }
  });

  test('of a cylinder have length 2 arsinh(sin(kx/2)/kε): 2 log of the chord of a ring over ε', () => {
    const [epsilon, circumference] = [0.05, 40];
    const k = (2 * Math.PI) / circumference;
    const { value } = optimiseLayers({ epsilon, circumference, layers: 8000 });
    const separations = [0.5, 3, 10, 19.99];
    layeredGeodesics(value, separations).forEach(({ length }, at) => {
      const exact = 2 * Math.asinh(Math.sin((k * separations[at]!) / 2) / (k * epsilon));
      expect(length / exact).toBeCloseTo(1, 6);
    });
    const chord = 2 * Math.log(((circumference / Math.PI) * Math.sin((Math.PI * 10) / circumference)) / epsilon);
    expect(layeredGeodesics(value, [10])[0]!.length).toBeCloseTo(chord, 3);
  });

  test('of a strip have length 2 arsinh(sinh(kx/2)/kε)', () => {
    // e^φ = k/cos: cosh d = 1 + 2 sinh²(kx/2)/cos², cos = kε at the boundary
    const [epsilon, beta] = [0.1, 7];
    const k = regulatedWaveNumber(epsilon, beta);
    const { value } = optimiseLayers({ epsilon, beta, layers: 8000 });
    const separations = [0.5, 3, 10, 25];
    layeredGeodesics(value, separations).forEach(({ length }, at) => {
      const exact = 2 * Math.asinh(Math.sinh((k * separations[at]!) / 2) / (k * epsilon));
      expect(length / exact).toBeCloseTo(1, 5);
    });
  });

  test('that reach the deepest layer, and separations that are not positive, are refused', () => {
    const { value } = optimiseLayers({ epsilon: 0.1, depth: 10 });
    expect(() => layeredGeodesics(value, [30])).toThrow(/turn above the deepest layer, required, got 30/);
    expect(() => layeredGeodesics(value, [0])).toThrow(/got 0/);
    expect(() => layeredGeodesics({ ...value, depths: value.depths.map((z) => z ** 2 + z) }, [1])).toThrow(
      /geometric progression/,
    );
    expect(() => layeredGeodesics({ ...value, phi: value.phi.map((x) => -x) }, [1])).toThrow(
      /φ that falls with the depth/,
    );
  });
});

describe('entropies against free fermions on the infinite lattice', () => {
  const lengths = [4, 8, 16, 32, 64, 128];
  const lattice = (beta: number): readonly number[] => {
    const state = infiniteXyChain(128, { coupling: 0.5, anisotropy: 0, field: 0 }, beta);
    const { entropy } = entropiesOfGaussian(state);
    return lengths.map((length) => entropy(Array.from({ length }, (_, site) => site)));
  };

  test('vacuum: within 1.4e-3 at 4 sites and 2e-5 at 32, with the constant of Jin and Korepin', () => {
    const { value } = optimiseLayers({ epsilon: 0.01, depth: 1000, layers: 6000 });
    const areas = geodesicEntropies(value, lengths, { constant: CONSTANT });
    const differences = lattice(Infinity).map((entropy, k) => Math.abs(entropy - areas[k]!));
    expect(Math.max(...differences)).toBeLessThan(1.4e-3);
    expect(Math.max(...differences.slice(3))).toBeLessThan(2.1e-5);
  });

  test('β = 60: within 1.5e-3 from 4 to 128 sites with the same constant', () => {
    const { value } = optimiseLayers({ epsilon: 0.01, beta: 60, layers: 6000 });
    const areas = geodesicEntropies(value, lengths, { constant: CONSTANT });
    const differences = lattice(60).map((entropy, k) => Math.abs(entropy - areas[k]!));
    expect(Math.max(...differences)).toBeLessThan(1.5e-3);
    const cold = geodesicEntropies(optimiseLayers({ epsilon: 0.01, depth: 1000 }).value, [128], { constant: CONSTANT });
    expect(Math.abs(lattice(60)[5]! - cold[0]!)).toBeGreaterThan(1); // the vacuum is no answer for it
  });

  test('a cutoff of e^{−3s₀} needs no constant', () => {
    const { value } = optimiseLayers({ epsilon: Math.exp(-3 * CONSTANT), depth: 1000 });
    const areas = geodesicEntropies(value, lengths);
    const differences = lattice(Infinity).map((entropy, k) => Math.abs(entropy - areas[k]!));
    expect(Math.max(...differences)).toBeLessThan(1.7e-3);
    expect(geodesicEntropies(value, [9], { centralCharge: 2 })[0]).toBeCloseTo(
      2 * geodesicEntropies(value, [9])[0]!,
      12,
    );
  });
});

test('numbers out of range are refused', () => {
  expect(() => optimiseLayers({ epsilon: 0 })).toThrow('0 < ε < β/8 required, got ε = 0');
  expect(() => optimiseLayers({ epsilon: 1, beta: 4 })).toThrow('got ε = 1 and β = 4');
  expect(() => optimiseLayers({ epsilon: 1, depth: 1 })).toThrow('depth beyond 2ε = 2 required, got 1');
  expect(() => optimiseLayers({ epsilon: 1, layers: 4.5 })).toThrow('8 to 100000 layers required, got 4.5');
  expect(() => optimiseLayers({ epsilon: 1, layers: 20 })).toThrow('the first of at most ε/4, required, got 20');
  expect(() => optimiseLayers({ epsilon: 1, beta: 60, depth: 9 })).toThrow('got β = 60 and depth = 9');
  expect(() => regulatedWaveNumber(1, 4)).toThrow('0 < ε < β/8');
  const { value } = optimiseLayers({ epsilon: 1 });
  expect(() => geodesicEntropies(value, [1], { centralCharge: 0 })).toThrow('got 0 and undefined');
  expect(() => geodesicEntropies(value, [1], { constant: Number.NaN })).toThrow('got 1 and NaN');
});
