import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { w } from '../../datasets/w.ts';
import { DomainError, ShapeError } from '../../src/errors.ts';
import { gaussianEvolution } from '../../src/gaussian/evolution.ts';
import { hopping, xyChain } from '../../src/gaussian/fermion-models.ts';
import { type GaussianState, restricted } from '../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { infiniteXyChain } from '../../src/gaussian/infinite-chain.ts';
import { xyRingGroundState } from '../../src/gaussian/ring-ground-state.ts';
import { gaussianThermal } from '../../src/gaussian/thermal.ts';
import { type AreaTable, areasOf, areasOfEntropies, areasOfGaussian } from '../../src/gravity/area-table.ts';
import { defectChange, gravityDefect, kinematicDensity } from '../../src/gravity/gravity-defect.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { ring } from '../../src/operator/lattice.ts';
import { permutedQubits } from '../../src/state/permuted-qubits.ts';
import { entropiesOfState } from '../../src/state/region-entropies.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

/** s₀ = ⅓ log 2 + Υ of the hopping chain at half filling, Υ by Jin and Korepin. */
const S0 = Math.log(2) / 3 + 0.4950179;
/** q∞ = log(c/3) + 6s₀/c. */
const LIMIT = Math.log(1 / 3) + 6 * S0;

const SITES = 102;
const RANGE = { centralCharge: 1, shortest: 12, longest: 48 } as const;
const ringAreas = (state: GaussianState): AreaTable => areasOfGaussian(state, { ring: true });
const ground = (amplitude: number | readonly number[] = 1, chemicalPotential: number | readonly number[] = 0) =>
  gaussianGroundState(hopping(ring(SITES), { amplitude, chemicalPotential })).state;
const overRing = (f: (x: number) => number): readonly number[] =>
  Array.from({ length: SITES }, (_, j) => f((2 * Math.PI * (j + 0.5)) / SITES));
const vacuum = ringAreas(ground());
const ofVacuum = gravityDefect(vacuum, RANGE);

const greatest = (values: Iterable<number>): number =>
  [...values].reduce((most, x) => (Number.isNaN(x) ? most : Math.max(most, Math.abs(x))), 0);

describe('the gravity defect of given areas', () => {
  test('is that of the closed form for geodesic lengths in the hyperbolic plane, on a line and on a ring', () => {
    const [c, s0, n] = [0.7, 0.4, 20];
    const line = areasOf(n, (_, length) => (c / 3) * Math.log(length) + s0);
    const chord = (length: number): number => (n / Math.PI) * Math.sin((Math.PI * length) / n);
    const circle = areasOf(n, (_, length) => (length === n ? 0 : (c / 3) * Math.log(chord(length)) + s0), {
      ring: true,
    });
    for (const [table, width] of [
      [line, (length: number) => length],
      [circle, chord],
    ] as const) {
      const defect = gravityDefect(table, { centralCharge: c, longest: 8 });
      for (const { length: L, mean, least, greatest: most } of defect.lengths) {
        const density = (c / 3) * Math.log(width(L + 1) ** 2 / (width(L) * width(L + 2)));
        const q = Math.log(density) + (6 / c) * ((c / 3) * Math.log(width(L + 1)) + s0);
        expect(mean).toBeCloseTo(q, 11);
        expect(most - least).toBeLessThan(1e-10);
      }
      expect(defect.lengths.at(-1)!.mean).toBeCloseTo(Math.log(c / 3) + (6 * s0) / c, 1);
    }
  });

  test('vanishes on the whole conformal orbit with the second order of the lattice, whatever the map', () => {
    const spread = (sites: number): number => {
      const f = (x: number): number => Math.tan(0.6 * (x / sites) + 0.1 * Math.sin((4 * x) / sites));
      const slope = (x: number): number => (f(x + 1e-3) - f(x - 1e-3)) / 2e-3;
      const table = areasOf(sites, (start, length) => {
        const [u, v] = [start, start + length];
        return (1 / 6) * Math.log((f(v) - f(u)) ** 2 / (slope(u) * slope(v)));
      });
      return gravityDefect(table, { centralCharge: 1, shortest: sites / 4, longest: sites / 2 }).spread!;
    };
    expect(spread(32)).toBeLessThan(3e-3);
    expect(Math.log2(spread(32) / spread(64))).toBeCloseTo(2, 0);
  });

  test('tilts by 6·δ(1/c)·S under a wrong central charge, and the fit finds the right one', () => {
    const table = areasOf(200, (_, length) => Math.log(length) / 3 + 1);
    const at = (centralCharge: number | 'fitted') => gravityDefect(table, { centralCharge, shortest: 20 });
    expect(at(0.8).slope! - at(1).slope!).toBeCloseTo(6 * (1 / 0.8 - 1), 10);
    expect(at('fitted').centralCharge).toBeCloseTo(1, 3);
    expect(at('fitted').slope).toBeCloseTo(0, 10);
  });

  test('averages over the parity of the length', () => {
    const table = areasOf(60, (_, length) => Math.log(length) / 3 + (1e-3 * (-1) ** length) / length ** 2);
    const options = { centralCharge: 1, shortest: 10, longest: 40 };
    const plain = gravityDefect(table, options);
    const averaged = gravityDefect(table, { ...options, averageParity: true });
    expect(averaged.spread!).toBeLessThan(plain.spread! / 3);
    expect(averaged.lengths[0]!.mean).toBeCloseTo((plain.lengths[0]!.mean + plain.lengths[1]!.mean) / 2, 12);
  });

  test('counts what is rounding and what no entropy can be, and says where there is no density', () => {
    const flat = gravityDefect(areasOf(8, () => Math.LN2));
    expect(flat).toMatchObject({
      mean: null,
      spread: null,
      verdict: 'no kinematic density',
      intervals: 0,
      negative: 0,
    });
    expect(flat.vanishing).toBe(21);
    const convex = gravityDefect(areasOf(8, (_, length) => length ** 2));
    expect(convex).toMatchObject({ negative: 21, verdict: 'no kinematic density' });
    const linear = areasOf(8, (_, length) => length - 0.01 * length ** 2);
    expect(gravityDefect(linear).verdict).toBe('no central charge');
    expect(gravityDefect(linear, { centralCharge: 1 }).verdict).toBe('defined');
  });

  test('judges intervals without a density by the variation of e^q', () => {
    // I = 2 log 2 on one length of three and 0 on the others: cuts that are whole numbers of log 2 on a ring of 8
    const cuts = areasOf(8, (_, length) => Math.LN2 * Math.min(length, 8 - length), { ring: true });
    expect(gravityDefect(cuts, { centralCharge: 1 })).toMatchObject({
      spread: 0,
      intervals: 8,
      vanishing: 16,
      variation: expect.closeTo(Math.SQRT2, 12),
    });
    const smooth = areasOf(60, (_, length) => Math.log(length) / 3 + 1e-5 * length);
    const { spread, variation } = gravityDefect(smooth, { centralCharge: 1, shortest: 20 });
    expect(variation! / spread!).toBeCloseTo(1, 1);
    expect(gravityDefect(areasOf(8, () => 1)).variation).toBeNull();
  });

  test('fits no central charge where I does not fall with the areas, or all is the same', () => {
    const cuts = areasOf(8, (_, length) => Math.LN2 * Math.min(length, 8 - length), { ring: true });
    expect(gravityDefect(cuts)).toMatchObject({ centralCharge: null, verdict: 'no central charge' });
  });

  test('refuses lengths, charges and references that do not fit', () => {
    const table = areasOf(8, (_, length) => Math.log(length));
    expect(() => gravityDefect(table, { centralCharge: 0 })).toThrow(DomainError);
    expect(() => gravityDefect(table, { shortest: 3, longest: 2 })).toThrow('shortest ≤ longest');
    expect(() => gravityDefect(table, { rounding: -1 })).toThrow(DomainError);
    const [one, two] = [gravityDefect(table, { centralCharge: 1 }), gravityDefect(table, { centralCharge: 2 })];
    expect(() => defectChange(one, two)).toThrow('the same central charge');
    const other = gravityDefect(
      areasOf(9, (_, length) => Math.log(length)),
      { centralCharge: 1 },
    );
    expect(() => defectChange(one, other)).toThrow(ShapeError);
  });
});

describe('hopping fermions', () => {
  test('approach q∞ = log(c/3) + 6s₀/c as 1/L², infinite chain', () => {
    const table = areasOfGaussian(infiniteXyChain(100, { anisotropy: 0, field: 0 }));
    const { lengths } = gravityDefect(table, { centralCharge: 1, shortest: 12, longest: 96 });
    const off = (L: number): number => lengths.find(({ length }) => length === L)!.mean - LIMIT;
    expect(LIMIT).toBeCloseTo(3.25779, 5);
    expect(off(24)).toBeLessThan(1.2e-3);
    expect(Math.log2(off(23) / off(47))).toBeCloseTo(2, 1);
    expect((4 * off(95) - off(47)) / 3).toBeCloseTo(0, 6);
  });

  test('on a ring are the vacuum of the ring, and thermal states are on the same orbit', () => {
    expect(greatest(ofVacuum.lengths.map(({ mean }) => mean - LIMIT))).toBeLessThan(5e-3);
    const hot = gravityDefect(ringAreas(gaussianThermal(hopping(ring(SITES)), 16)), {
      ...RANGE,
      longest: 24,
      rounding: 1e-9,
    });
    expect(hot.intervals).toBeGreaterThan(1000);
    expect(greatest(hot.lengths.map(({ mean }) => mean - LIMIT))).toBeLessThan(6e-3);
  });

  test('with modulated amplitudes change their entropies and not their defect', () => {
    const areas = ringAreas(ground(overRing((x) => 1 + 0.3 * Math.sin(2 * x))));
    const change = defectChange(gravityDefect(areas, RANGE), ofVacuum);
    expect(6 * greatest(areas.values.map((value, at) => value - vacuum.values[at]!))).toBeGreaterThan(0.1);
    expect(change.most).toBeLessThan(5e-4);
  });

  test('with amplitudes 1 + a sin 2πx/N are the same state', () => {
    const [plain, modulated] = [ground(), ground(overRing((x) => 1 + 0.3 * Math.sin(x)))];
    expect(greatest(plain.covariance.data.map((x, k) => x - modulated.covariance.data[k]!))).toBeLessThan(1e-13);
  });

  test('show a staggered potential as matter, in proportion to its square', () => {
    const bump = (size: number) => {
      const potential = Array.from({ length: SITES }, (_, j) => size * (-1) ** j * Math.exp(-(((j - 51) / 8) ** 2)));
      return defectChange(gravityDefect(ringAreas(ground(1, potential)), RANGE), ofVacuum);
    };
    const [large, small] = [bump(0.02), bump(0.01)];
    expect(large.spread! / small.spread!).toBeCloseTo(4, 1);
    expect(Math.min(...[...large.values].filter((x) => !Number.isNaN(x)))).toBeLessThan(-5e-3);
  });

  test('change at second order of the lattice after an energy bump in time, while their entropies change at first', () => {
    const amplitude = overRing((x) => 1 + 0.01 * Math.exp(-((((x - Math.PI) * SITES) / 2 / Math.PI / 14) ** 2)));
    const state = gaussianEvolution(hopping(ring(SITES)), ground(amplitude), 10);
    const areas = ringAreas(state);
    const change = defectChange(gravityDefect(areas, RANGE), ofVacuum);
    const growth = areas.values.map((value, at) =>
      Number.isNaN(change.values[at]!) ? NaN : 6 * (value - vacuum.values[at]!),
    );
    const known = growth.filter((x) => !Number.isNaN(x));
    const rms = Math.sqrt(known.reduce((sum, x) => sum + x * x, 0) / known.length);
    expect(change.spread! / rms).toBeLessThan(0.03);
    expect(greatest(known)).toBeGreaterThan(1e-3);
  });

  test('that are gapped, random, shuffled or quenched fail by orders of magnitude', () => {
    const spread = (state: GaussianState) => gravityDefect(ringAreas(state), RANGE).spread ?? Infinity;
    const dimerised = ground(Array.from({ length: SITES }, (_, j) => 1 + 0.05 * (-1) ** j));
    const stream = randomStream(1, 'order');
    const order = Array.from({ length: SITES }, (_, k) => ({ k, key: stream.uniform() })).sort((a, b) => a.key - b.key);
    const shuffled = restricted(
      ground(),
      order.map(({ k }) => k),
    );
    const neel = gaussianGroundState(
      hopping(ring(SITES), { amplitude: 0, chemicalPotential: Array.from({ length: SITES }, (_, j) => (-1) ** j) }),
    ).state;
    expect(spread(ground())).toBeLessThan(2e-3);
    expect(spread(dimerised)).toBeGreaterThan(0.5);
    expect(spread(randomGaussian('fermion', new Array<number>(SITES).fill(1), 2))).toBeGreaterThan(10);
    expect(spread(shuffled)).toBeGreaterThan(10);
    expect(spread(gaussianEvolution(hopping(ring(SITES)), neel, 20))).toBeGreaterThan(10);
  });
});

describe('spins on a ring of 12', () => {
  const ising = (field: number): ComplexVector => groundState(transverseFieldIsing(ring(12), { field })).amplitudes;
  const defect = (psi: ComplexVector, shortest = 1) => {
    const areas = areasOfEntropies(entropiesOfState(psi, new Array<number>(12).fill(2)), { ring: true });
    return gravityDefect(areas, { centralCharge: 0.5, shortest });
  };

  test('agree with the Gaussian state of the same chain', () => {
    const dense = defect(ising(1));
    const fermions = gravityDefect(areasOfGaussian(xyRingGroundState(12).state, { ring: true }), {
      centralCharge: 0.5,
    });
    dense.lengths.forEach(({ mean }, k) => {
      expect(mean).toBeCloseTo(fermions.lengths[k]!.mean, 7);
    });
    const off = gaussianGroundState(xyChain(12, { field: 1.2 }, 'antiperiodic'), { parity: 'even' }).state;
    const other = gravityDefect(areasOfGaussian(off, { ring: true }), { centralCharge: 0.5 });
    expect(defect(ising(1.2)).spread).toBeCloseTo(other.spread!, 7);
  });

  test('pass at criticality alone', () => {
    const critical = defect(ising(1)).spread!;
    const shuffled = permutedQubits(ising(1), [3, 8, 0, 11, 5, 2, 9, 6, 1, 10, 4, 7]);
    expect(defect(ising(1), 2).spread).toBeCloseTo(0.018, 3);
    for (const control of [
      ising(1.2),
      ising(2),
      w(12).amplitudes,
      shuffled,
      randomVector(4096, randomStream(1, 'haar')),
    ]) {
      expect(defect(control).spread! / critical).toBeGreaterThan(5);
    }
  });

  test('have no kinematic density in a GHZ state', () => {
    const none = defect(ghz(12).amplitudes);
    expect(none).toMatchObject({ verdict: 'no kinematic density', spread: null, vanishing: 60 });
  });

  test('obey strong subadditivity in every interval', () => {
    const areas = areasOfEntropies(entropiesOfState(randomVector(64, randomStream(4, 'ssa')), [2, 2, 2, 2, 2, 2]), {
      ring: true,
    });
    for (let start = 0; start < 6; start++) {
      for (let length = 1; length < 4; length++)
        expect(kinematicDensity(areas, start, length).density).toBeGreaterThan(-1e-12);
    }
  });
});
