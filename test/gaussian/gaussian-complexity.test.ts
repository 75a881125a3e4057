import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { harmonicFrequencies, harmonicLattice, harmonicRing } from '../../src/gaussian/boson-models.ts';
import { gaussianEvolution, transformed } from '../../src/gaussian/evolution.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianOverlap } from '../../src/gaussian/fidelity.ts';
import { gaussianComplexity } from '../../src/gaussian/gaussian-complexity.ts';
import { gaussianGeodesic } from '../../src/gaussian/gaussian-geodesic.ts';
import { type GaussianState, gaussianState, gaussianVacuum } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { pauliSumOfQuadratic } from '../../src/gaussian/jordan-wigner.ts';
import { oscillatorComplexity } from '../../src/gaussian/oscillator-complexity.ts';
import { quadraticHamiltonian } from '../../src/gaussian/quadratic-hamiltonian.ts';
import type { Lattice } from '../../src/operator/lattice.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

const diagonal = (...values: readonly number[]): GaussianState => {
  const n = values.length;
  const data = new Float64Array(n * n);
  values.forEach((value, k) => {
    data[k * (n + 1)] = value;
  });
  return gaussianState('boson', { rows: n, cols: n, data });
};

const pair: Lattice = { sites: 2, edges: [[0, 1]] };
const half = Math.SQRT1_2;
const beamSplitter = { rows: 2, cols: 2, data: Float64Array.of(half, -half, half, half) };

describe('closed forms', () => {
  test('one oscillator: r = ½ log(ω/ω_R), f2 = f1 = r, Fubini–Study r/√2', () => {
    const { angles, fubiniStudy, unrestricted, normalModes, modes } = gaussianComplexity(
      gaussianVacuum('boson', 1, 2),
      gaussianVacuum('boson', 1, 7),
    );
    const r = Math.log(3.5) / 2;
    expect(angles[0]).toBeCloseTo(r, 14);
    expect(fubiniStudy).toBeCloseTo(r / Math.SQRT2, 14);
    expect(unrestricted).toBeCloseTo(Math.acos(Math.cosh(r) ** -0.5), 13);
    for (const { f2, f1 } of [normalModes, modes]) {
      expect(f2).toBeCloseTo(r, 14);
      expect(f1).toBeCloseTo(r, 14);
    }
  });

  test('one oscillator squeezed along x = p takes p² and x²: f1 = √2 r there, f2 = r', () => {
    const [c, s] = [Math.cosh(1), Math.sinh(1)];
    const target = gaussianState('boson', { rows: 2, cols: 2, data: Float64Array.of(c, s, s, c) });
    const { normalModes, modes } = gaussianComplexity(gaussianVacuum('boson', 1), target);
    expect([normalModes.f1, normalModes.f2, modes.f2]).toEqual([
      expect.closeTo(0.5, 13),
      expect.closeTo(0.5, 13),
      expect.closeTo(0.5, 13),
    ]);
    expect(modes.f1).toBeCloseTo(Math.SQRT1_2, 13);
  });

  test('two coupled oscillators: f2 = ½√(log²(ω₊/ω_R) + log²(ω₋/ω_R)); f1 on sites the larger of both logarithms', () => {
    const { state } = gaussianGroundState(harmonicLattice(pair, { mass: 0.5, coupling: 3 }));
    const { normalModes, modes } = gaussianComplexity(gaussianVacuum('boson', 2, 0.3), state);
    const logs = [Math.log(0.5 / 0.3), Math.log(Math.sqrt(0.25 + 6) / 0.3)] as const;
    expect(normalModes.f2).toBeCloseTo(Math.hypot(...logs) / 2, 13);
    expect(normalModes.f1).toBeCloseTo((logs[0] + logs[1]) / 2, 13);
    expect(modes.f2).toBeCloseTo(normalModes.f2, 13);
    expect(modes.f1).toBeCloseTo(Math.max(...logs), 13);
  });

  test('the two-mode squeezed vacuum is two squeezings r; its generator joins the modes only', () => {
    const r = 0.8;
    const both = diagonal(Math.exp(2 * r), Math.exp(-2 * r), Math.exp(-2 * r), Math.exp(2 * r));
    const target = transformed(both, beamSplitter);
    const { angles, fubiniStudy, modes } = gaussianComplexity(gaussianVacuum('boson', 2), target);
    expect([...angles]).toEqual([expect.closeTo(r, 12), expect.closeTo(r, 12)]);
    expect(fubiniStudy).toBeCloseTo(r, 13);
    const apart = gaussianComplexity(gaussianVacuum('boson', 2), target, { weights: (i, j) => (i === j ? 1 : 9) });
    expect(apart.modes.f2).toBeCloseTo(3 * modes.f2, 12);
    expect(apart.modes.f1).toBeCloseTo(9 * modes.f1, 12);
  });

  test('a pair of fermions cos ϑ|00⟩ + sin ϑ|11⟩ is at ϑ, by two words of ϑ/2', () => {
    const theta = 0.6;
    const h = Float64Array.of(0, 0, theta, 0, 0, 0, 0, -theta, -theta, 0, 0, 0, 0, theta, 0, 0); // γ₀ with γ₂, γ₃ with γ₁
    const hamiltonian = quadraticHamiltonian('fermion', { rows: 4, cols: 4, data: h });
    const vacuum = gaussianVacuum('fermion', 2);
    const target = gaussianEvolution(hamiltonian, vacuum, 1);
    const { angles, fubiniStudy, unrestricted, normalModes, modes } = gaussianComplexity(vacuum, target);
    expect(angles.length).toBe(1);
    expect(fubiniStudy).toBeCloseTo(theta, 13);
    expect(unrestricted).toBeCloseTo(theta, 13);
    expect(normalModes.f2).toBeCloseTo(theta / Math.SQRT2, 13);
    for (const { f1 } of [normalModes, modes]) expect(f1).toBeCloseTo(theta, 13);
    const { terms } = pauliSumOfQuadratic(gaussianGeodesic(vacuum, target).generator);
    const sizes = terms.map(({ coefficient }) => Math.abs(coefficient)).filter((size) => size > 1e-14);
    expect(sizes).toEqual([expect.closeTo(theta / 2, 13), expect.closeTo(theta / 2, 13)]);
  });

  test('the Ising ring from the vacuum: pairs k, −k at half their Bogoliubov angle', () => {
    const [sites, field] = [12, 0.7];
    const { state } = gaussianGroundState(xyChain(sites, { field }, 'antiperiodic'));
    const { angles } = gaussianComplexity(gaussianVacuum('fermion', sites), state);
    const expected = Array.from({ length: sites / 2 }, (_, j) => {
      const k = (Math.PI * (2 * j + 1)) / sites;
      const half = Math.abs(Math.atan2(Math.sin(k), field - Math.cos(k))) / 2;
      return Math.min(half, Math.PI / 2 - half);
    });
    const folded = Array.from(angles, (angle) => Math.min(angle, Math.PI / 2 - angle));
    folded.sort((a, b) => a - b);
    expected.sort((a, b) => a - b);
    folded.forEach((angle, k) => {
      expect(angle).toBeCloseTo(expected[k]!, 12);
    });
  });

  test('fermions of different parity are infinitely far apart through Gaussian states, π/2 through others', () => {
    const vacuum = gaussianVacuum('fermion', 1);
    const full = { ...vacuum, covariance: { ...vacuum.covariance, data: vacuum.covariance.data.map((x) => 0 - x) } };
    const { fubiniStudy, unrestricted, modes } = gaussianComplexity(vacuum, full);
    expect([fubiniStudy, unrestricted, modes.f1]).toEqual([Infinity, Math.PI / 2, Infinity]);
  });
});

const seeds = fc.integer({ min: 1, max: 10_000 });

describe.each(['fermion', 'boson'] as const)('for random %s states', (statistics) => {
  const states = (seed: number, modes: number): readonly [GaussianState, GaussianState] => {
    const ones = new Array(modes).fill(1);
    return [gaussianVacuum(statistics, modes), randomGaussian(statistics, ones, seed)];
  };

  test('f2 ≤ f1 ≤ √N f2 in normal modes, f2 is the same in all bases, f1 is least in normal modes', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 2, max: 5 }), (seed, modes) => {
        const complexity = gaussianComplexity(...states(seed, modes));
        fc.pre(complexity.fubiniStudy < Infinity);
        const { f1, f2 } = complexity.normalModes;
        const pairs = statistics === 'boson' ? 1 : 2;
        expect(f2).toBeLessThanOrEqual(f1 + 1e-13);
        expect(f1).toBeLessThanOrEqual(Math.sqrt(pairs * complexity.angles.length) * f2 + 1e-13);
        expect(complexity.modes.f2).toBeCloseTo(f2, 11);
        expect(complexity.modes.f1).toBeGreaterThanOrEqual(f1 - 1e-12);
      }),
      { seed: 1, numRuns: 15 },
    );
  });

  test('arccos|⟨R|T⟩| by angles is that by determinants, and at most the Gaussian length', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const [a, b] = states(seed, 4);
        const { unrestricted, fubiniStudy } = gaussianComplexity(a, b);
        expect(Math.cos(unrestricted) ** 2).toBeCloseTo(gaussianOverlap(a, b), 7);
        expect(unrestricted).toBeLessThanOrEqual(fubiniStudy + 1e-12);
      }),
      { seed: 1, numRuns: 15 },
    );
  });
});

test('weights that are not finite, and states that are mixed, are named', () => {
  const [a, b] = [gaussianVacuum('boson', 1), gaussianVacuum('boson', 1, 2)];
  expect(() => gaussianComplexity(a, b, { weights: () => -1 })).toThrow(
    'gaussianComplexity: finite weights ≥ 0 required, got -1 for modes 0 and 0',
  );
  expect(() => gaussianComplexity(a, diagonal(2, 2))).toThrow('got a mixed target');
  expect(() => gaussianVacuum('boson', 1, 0)).toThrow('gaussianVacuum: a frequency > 0 required, got 0');
});

describe('the harmonic ring', () => {
  test('by momenta as by matrices, in normal modes and on the sites', () => {
    const [sites, reference, mass] = [15, 1.7, 0.3];
    const ring = gaussianComplexity(
      gaussianVacuum('boson', sites, reference),
      gaussianGroundState(harmonicRing(sites, { mass, coupling: 2 })).state,
      { weights: (i, j) => 1 + Math.min(Math.abs(i - j), sites - Math.abs(i - j)) },
    );
    const momenta = oscillatorComplexity(harmonicFrequencies([sites], { mass, coupling: 2 }), {
      reference,
      sides: [sites],
      weights: ([r]) => 1 + Math.abs(r!),
    });
    for (const key of ['fubiniStudy', 'unrestricted'] as const) expect(momenta[key]).toBeCloseTo(ring[key], 11);
    for (const key of ['f1', 'f2'] as const) {
      expect(momenta.normalModes[key]).toBeCloseTo(ring.normalModes[key], 11);
      expect(momenta.modes![key]).toBeCloseTo(ring.modes[key], 10);
    }
  });

  test('from below all frequencies: f1 = ½ log(2 sinh(Nμ/2)) − (N/2) log ω_R, m² = 2 cosh μ − 2', () => {
    const [sites, mass, reference] = [10_000, 0.01, 0.005];
    const { normalModes } = oscillatorComplexity(harmonicFrequencies([sites], { mass }), { reference });
    const mu = 2 * Math.asinh(mass / 2);
    const product = (sites * mu) / 2 + Math.log1p(-Math.exp(-sites * mu)); // log 2 sinh(Nμ/2)
    expect(normalModes.f1 / ((product - sites * Math.log(reference)) / 2)).toBeCloseTo(1, 11);
  });

  test('the divergence: Fubini–Study² = N(log²(1/δω_R) + π²/12)/8 for small mass and lattice spacing δ', () => {
    const sites = 10_000;
    for (const log of [0, 2, 6]) {
      const frequencies = harmonicFrequencies([sites], { mass: 1e-9 }).slice(1); // without the zero mode
      const { fubiniStudy } = oscillatorComplexity(frequencies, { reference: Math.exp(-log) });
      const defect = (8 * fubiniStudy ** 2) / sites - log * log - Math.PI ** 2 / 12;
      expect(Math.abs(defect)).toBeLessThan((1.1 * (Math.log(sites) + log) ** 2) / sites); // of the missing mode
    }
  });

  test('in d dimensions it grows as (L/δ)^{d/2}', () => {
    for (const d of [1, 2]) {
      const [small, large] = [24, 48].map((side) => {
        const frequencies = harmonicFrequencies(new Array(d).fill(side), { mass: 0.5 });
        return oscillatorComplexity(frequencies, { reference: 0.1 }).fubiniStudy;
      });
      expect(Math.log2(large! / small!)).toBeCloseTo(d / 2, 4);
    }
  });

  test('a plane of sites by momenta as by matrices', () => {
    const edges = Array.from({ length: 12 }, (_, at) => {
      const [x, y] = [Math.floor(at / 4), at % 4];
      return [
        [at, ((x + 1) % 3) * 4 + y],
        [at, x * 4 + ((y + 1) % 4)],
      ] as const;
    }).flat();
    const { state } = gaussianGroundState(harmonicLattice({ sites: 12, edges }, { mass: 0.4 }));
    const matrices = gaussianComplexity(gaussianVacuum('boson', 12), state);
    const momenta = oscillatorComplexity(harmonicFrequencies([3, 4], { mass: 0.4 }), { sides: [3, 4] });
    expect(momenta.fubiniStudy).toBeCloseTo(matrices.fubiniStudy, 12);
    expect(momenta.modes!.f1).toBeCloseTo(matrices.modes.f1, 11);
  });

  test('frequencies that are not positive, not symmetric or not as many as sites are named', () => {
    expect(() => oscillatorComplexity([1, 0])).toThrow('oscillatorComplexity: frequencies > 0 required, got 0');
    expect(() => oscillatorComplexity([1, 2, 3], { sides: [3] })).toThrow('the same frequencies at k and −k required');
    expect(() => oscillatorComplexity([1, 2, 2], { sides: [4] })).toThrow('each of 4 momenta required, got 3');
    expect(() => oscillatorComplexity([1], { weights: () => 1 })).toThrow(
      'the sides of a lattice required for weights',
    );
    expect(() => harmonicFrequencies([], { mass: 1 })).toThrow('sides that are positive integers required');
  });
});
