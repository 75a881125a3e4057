import { describe, expect, test } from 'vitest';
import { harmonicRing } from '../../src/gaussian/boson-models.ts';
import { entropiesOfGaussian, gaussianEntropy } from '../../src/gaussian/entropies.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { type GaussianState, gaussianState, gaussianVacuum, restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { infiniteXyChain } from '../../src/gaussian/infinite-chain.ts';
import { gaussianThermal, gaussianThermofieldDouble } from '../../src/gaussian/thermal.ts';
import { chain, ring } from '../../src/operator/lattice.ts';
import { sitesOf } from '../../src/state/region-entropies.ts';
import { distance } from '../helpers/dense-fermions.ts';

const interval = (length: number, start = 0) => sitesOf({ start, length });

describe('the infinite chain', () => {
  test('of critical Ising spins has Γ = 2/π(2r − 1) and c = ½', () => {
    const state = infiniteXyChain(400);
    for (const [j, k] of [
      [0, 0],
      [1, 0],
      [0, 1],
      [7, 390],
      [399, 0],
    ] as const) {
      expect(state.covariance.data[2 * j * 800 + 2 * k + 1]!).toBeCloseTo(2 / (Math.PI * (2 * (j - k) - 1)), 13);
    }
    const { entropy } = entropiesOfGaussian(state);
    const c = (3 * (entropy(interval(200)) - entropy(interval(100)))) / Math.LN2;
    expect(c).toBeCloseTo(0.5, 4);
  });

  test('of XX spins has sin(k_F r)/πr and c = 1', () => {
    const state = infiniteXyChain(120, { anisotropy: 0, field: 0.25 });
    const fermi = Math.PI - Math.acos(-0.25); // −2 cos k + ½ < 0
    for (const r of [1, 5, 60]) {
      expect(state.covariance.data[2 * r * 240 + 1]! / 2).toBeCloseTo(Math.sin(fermi * r) / (Math.PI * r), 13);
    }
    const { entropy } = entropiesOfGaussian(state);
    const c = (3 * (entropy(interval(120)) - entropy(interval(60)))) / Math.LN2;
    expect(Math.abs(c - 1)).toBeLessThan(5e-3);
  });

  test('is the limit of rings, gapped or thermal', () => {
    const couplings = { coupling: 0.8, anisotropy: 0.5, field: 0.3 };
    const [ground, thermal] = [infiniteXyChain(12, couplings), infiniteXyChain(12, couplings, 2)];
    const chainOf = xyChain(160, couplings, 'antiperiodic');
    const sites = interval(12, 30);
    expect(
      distance(ground.covariance.data, restricted(gaussianGroundState(chainOf).state, sites).covariance.data),
    ).toBeLessThan(1e-12);
    expect(
      distance(thermal.covariance.data, restricted(gaussianThermal(chainOf, 2), sites).covariance.data),
    ).toBeLessThan(1e-12);
  });
});

test('a critical ring of fermions: S = (c/3) log(L/π sin πl/L) + s with c = 1', () => {
  const { state } = gaussianGroundState(hopping(ring(202)));
  const { entropy } = entropiesOfGaussian(state);
  const chord = (l: number): number => Math.log((202 / Math.PI) * Math.sin((Math.PI * l) / 202));
  const c = (3 * (entropy(interval(101)) - entropy(interval(51)))) / (chord(101) - chord(51));
  expect(Math.abs(c - 1)).toBeLessThan(1e-3);
});

test('oscillators on a ring of small mass: differences of entropies have c = 1', () => {
  const { state } = gaussianGroundState(harmonicRing(120, { mass: 1e-4 }));
  const { entropy } = entropiesOfGaussian(state);
  const chord = (l: number): number => Math.log(Math.sin((Math.PI * l) / 120));
  const c = (3 * (entropy(interval(60)) - entropy(interval(20)))) / (chord(60) - chord(20));
  expect(Math.abs(c - 1)).toBeLessThan(0.02);
});

/** Two modes, squeezed by r: V = ((cosh 2r, sinh 2r), (sinh 2r, cosh 2r)) for x and with −sinh 2r for p. */
function twoModeSqueezed(r: number): GaussianState {
  const [c, s] = [Math.cosh(2 * r), Math.sinh(2 * r)];
  const data = Float64Array.of(c, s, 0, 0, s, c, 0, 0, 0, 0, c, -s, 0, 0, -s, c);
  return gaussianState('boson', { rows: 4, cols: 4, data });
}

test.each([0.1, 0.7, 2])('the two-mode squeezed vacuum at r = %f', (r) => {
  const [p, q] = [Math.cosh(r) ** 2, Math.sinh(r) ** 2];
  const state = twoModeSqueezed(r);
  expect(entropiesOfGaussian(state).entropy([0])).toBeCloseTo(p * Math.log(p) - q * Math.log(q), 12);
  expect(entropiesOfGaussian(state).entropy([0, 1])).toBeCloseTo(0, 12);
  const mode = restricted(state, [1]);
  expect(gaussianEntropy(mode, { order: 2, base: 2 })).toBeCloseTo(Math.log2(Math.cosh(2 * r)), 12);
  expect(gaussianEntropy(mode, { order: Infinity })).toBeCloseTo(Math.log(p), 12);
  expect(gaussianEntropy(mode, { order: 0 })).toBe(Infinity);
});

test.each([0.3, 1, 4])('an oscillator at βω = %f', (beta) => {
  const single = harmonicRing(1, { mass: 2, coupling: 0 });
  const state = gaussianThermal(single, beta / 2);
  const n = 1 / Math.expm1(beta);
  expect(gaussianEntropy(state)).toBeCloseTo((n + 1) * Math.log(n + 1) - n * Math.log(n), 12);
  expect([...state.covariance.data]).toEqual([
    expect.closeTo((n + 0.5) / 1, 12),
    0,
    0,
    expect.closeTo((2 * n + 1) * 2, 12),
  ]);
});

test('either half of a thermofield double is thermal, and has its entropy', () => {
  for (const hamiltonian of [xyChain(4, { field: 0.4 }), harmonicRing(4, { mass: 0.5 })]) {
    const [thermal, double] = [gaussianThermal(hamiltonian, 1.3), gaussianThermofieldDouble(hamiltonian, 1.3)];
    for (const side of [
      [0, 1, 2, 3],
      [4, 5, 6, 7],
    ]) {
      expect(distance(restricted(double, side).covariance.data, thermal.covariance.data)).toBeLessThan(1e-12);
      expect(entropiesOfGaussian(double).entropy(side)).toBeCloseTo(gaussianEntropy(thermal), 11);
    }
    expect(Math.abs(gaussianEntropy(double))).toBeLessThan(1e-11);
  }
});

test('sites are groups of modes; boundary, references and environment are told apart', () => {
  const { state } = gaussianGroundState(hopping(chain(8), { chemicalPotential: 0.3 }));
  const fine = entropiesOfGaussian(state);
  const coarse = entropiesOfGaussian(state, [[0, 1], [5, 2], [7]], { boundary: 2, references: 1, base: 2 });
  expect(coarse.entropy([1, 0])).toBeCloseTo(fine.entropy([0, 1, 2, 5]) / Math.LN2, 12);
  expect(coarse.capacities).toEqual([2, 2, 1]);
  expect([coarse.boundary, coarse.references, coarse.kind]).toEqual([2, 1, 'exact']);
  expect(() => entropiesOfGaussian(state, [[0], [0]])).toThrow('different sites below 8 required');
  expect(() => entropiesOfGaussian(state, [[0]], { references: 1 })).toThrow('at most 1 sites possible, got 2');
  expect(() => entropiesOfGaussian(state, undefined, { order: -1 })).toThrow(
    'order ≥ 0, base > 0, ≠ 1 required, got -1',
  );
});

test('the vacuum has no entropy of any order', () => {
  for (const statistics of ['fermion', 'boson'] as const) {
    for (const order of [0, 0.5, 1, 2, Infinity]) {
      expect(gaussianEntropy(gaussianVacuum(statistics, 3), { order })).toBeCloseTo(0, 12);
    }
  }
});

describe('Rényi entropies', () => {
  const states = [gaussianThermal(xyChain(4), 1), gaussianThermal(harmonicRing(4, { mass: 0.5 }), 1)] as const;

  test.each(states)('of order near 1 meet the von Neumann entropy', (state) => {
    const [entropy, slope] = [gaussianEntropy(state), 1e-3]; // |dS/dα| is some units of S
    for (const excess of [1e-13, -1e-11, 1e-8, -1e-6]) {
      const near = gaussianEntropy(state, { order: 1 + excess });
      expect(Math.abs(near - entropy)).toBeLessThan(4 * entropy * Math.abs(excess) + slope * 1e-11);
    }
  });

  test.each(states)('of orders of thousands are S_∞ · α/(α − 1)', (state) => {
    const limit = gaussianEntropy(state, { order: Infinity });
    for (const order of [1e3, 1e6, 1e12]) {
      expect(gaussianEntropy(state, { order })).toBeCloseTo((limit * order) / (order - 1), 11);
    }
  });

  test.each([0.5, 0.9, 1.05, 2, 7])('of oscillators, of order %d, are those of the numbers of quanta', (order) => {
    for (const nu of [1.01, 3, 50]) {
      const q = (nu - 1) / (nu + 1);
      const state = gaussianState('boson', { rows: 2, cols: 2, data: Float64Array.of(nu, 0, 0, nu) });
      const sum = (1 - q) ** order / (1 - q ** order); // Σ ((1 − q)q^k)^α
      expect(gaussianEntropy(state, { order })).toBeCloseTo(Math.log(sum) / (1 - order), 11);
    }
  });

  test('of hot oscillators keep their digits: log(ν/2) + log α/(α − 1)', () => {
    const nu = 1e12;
    const state = gaussianState('boson', { rows: 2, cols: 2, data: Float64Array.of(nu, 0, 0, nu) });
    for (const order of [0.95, 1.05, 2]) {
      const limit = Math.log(nu / 2) + Math.log(order) / (order - 1); // ν ≫ 1: p^α − q^α = α p^{α−1}
      expect(gaussianEntropy(state, { order })).toBeCloseTo(limit, 11);
    }
  });
});
