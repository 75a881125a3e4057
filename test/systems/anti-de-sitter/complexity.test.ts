import { describe, expect, test } from 'vitest';
import { actionGrowth, patchAction } from '../../../src/systems/anti-de-sitter/action-growth.ts';
import { discretisedSlice } from '../../../src/systems/anti-de-sitter/discretised-slice.ts';
import { extremalSlice, sliceOfDepth } from '../../../src/systems/anti-de-sitter/extremal-volume.ts';
import { twoSidedEntropy } from '../../../src/systems/anti-de-sitter/two-sided-entropy.ts';

/** The derivative by differences, extrapolated. */
const slope = (f: (t: number) => number, t: number, h = 2e-3): number => {
  const D = (step: number): number => (f(t + step) - f(t - step)) / (2 * step);
  return (4 * D(h / 2) - D(h)) / 3;
};

describe('volume', () => {
  test('obeys scaling, is 2r_h³t at first, and takes 4π to form', () => {
    for (const horizon of [0.3, 1, 2.5]) {
      expect(extremalSlice(horizon, 0)).toMatchObject({ time: 0, waist: horizon, energy: 0, rate: 0 });
      expect(extremalSlice(horizon, 0).formation).toBeCloseTo(4 * Math.PI, 10);
      expect(extremalSlice(horizon, 1e-3 / horizon).rate / (2 * horizon ** 2 * 1e-3)).toBeCloseTo(1, 6);
      // t(E; r_h) = t(E/r_h²; 1)/r_h
      const [scaled, unit] = [extremalSlice(horizon, 3 / horizon), extremalSlice(1, 3)];
      expect(scaled.energy / horizon ** 2).toBeCloseTo(unit.energy, 10);
    }
    const { time, energy } = sliceOfDepth(1, 1 - 1e-8);
    expect(time / energy).toBeCloseTo(Math.PI, 7);
  });

  test('grows at the rate 2πE, which tends to πr_h² as e^(−√2 r_h t)', () => {
    for (const [horizon, time] of [
      [1, 0.4],
      [1.5, 2],
      [0.7, 9],
    ] as const) {
      const slice = extremalSlice(horizon, time);
      expect(slice.time).toBeCloseTo(time, 11);
      expect(slope((t) => extremalSlice(horizon, t).formation, time) / slice.rate).toBeCloseTo(1, 8);
      expect(slice.rate).toBeCloseTo(2 * Math.PI * slice.waist * Math.sqrt(horizon ** 2 - slice.waist ** 2), 11);
      expect(slice.rate + slice.deficit).toBeCloseTo(Math.PI * horizon ** 2, 12);
    }
    const horizon = 1.3;
    const [a, b] = [16, 22].map((t) => Math.log(extremalSlice(horizon, t).deficit)) as [number, number];
    expect((a - b) / 6 / horizon).toBeCloseTo(Math.SQRT2, 7);
    const [early, late] = [extremalSlice(1, 30), extremalSlice(1, 60)];
    expect(late.formation - early.formation).toBeCloseTo(30 * Math.PI, 9);
  });

  test('of polygons that are made as large as they can be tends to the same, with slope 2', () => {
    const [horizon, time] = [1, 2];
    const exact = extremalSlice(horizon, time);
    const [coarse, fine] = [100, 200].map((points) => {
      const { value, result } = discretisedSlice(horizon, time, { points });
      expect(result).toBe('converged');
      return value;
    }) as [ReturnType<typeof discretisedSlice>['value'], ReturnType<typeof discretisedSlice>['value']];
    expect((coarse.radius[0]! - exact.waist) / (fine.radius[0]! - exact.waist)).toBeCloseTo(4, 1);
    const still = discretisedSlice(horizon, 0).value;
    expect(still.formation).toBeCloseTo(4 * Math.PI * (1 + Math.sqrt(1e6 - 1) - Math.sqrt(1e6 + 1)), 8);
    const grown = (points: number): number =>
      discretisedSlice(horizon, time, { points }).value.formation - still.formation;
    const extrapolated = (4 * grown(800) - grown(400)) / 3;
    expect(extrapolated).toBeCloseTo(exact.formation - 4 * Math.PI, 5);
    // It is greatest: a nearby time at the cut-off apart, every other slice is smaller.
    expect(fine.radius.at(-1)).toBeCloseTo(1000, 6);
  });
});

describe('action', () => {
  test('of the patch changes at the given rate, part by part', () => {
    for (const [horizon, time, normalisation] of [
      [1.3, 0.3, 0.5],
      [1.3, 4, 2],
      [0.6, 1, 1],
    ] as const) {
      const options = { normalisation, centralCharge: 24 };
      const growth = actionGrowth(horizon, time, options);
      for (const part of ['bulk', 'surface', 'joint', 'total'] as const) {
        expect(slope((t) => patchAction(horizon, t, options)[part], time)).toBeCloseTo(growth[part], 7);
      }
      const square = 1 / Math.cosh((horizon * time) / 2) ** 2;
      const bracket = 1 - (square / 2) * Math.log((horizon / normalisation) ** 2 * square);
      expect(growth.total).toBeCloseTo(2 * growth.mass * bracket, 12);
      expect(growth.mass).toBeCloseTo(2 * horizon ** 2, 12); // r_h²/8G with 1/G = 2c/3 = 16
      expect(growth.lloyd).toBe(2 * growth.mass);
    }
  });

  test('exceeds 2M by 1/2e at cosh y = √e where α = r_h, and tends to 2M for every α', () => {
    const horizon = 2;
    const top = (2 * Math.acosh(Math.sqrt(Math.E))) / horizon;
    const at = (time: number) => actionGrowth(horizon, time, { normalisation: horizon });
    expect(at(top).total / at(top).lloyd).toBeCloseTo(1 + 1 / (2 * Math.E), 12);
    for (const shift of [-0.1, 0.1]) expect(at(top + shift).total).toBeLessThan(at(top).total);
    for (const normalisation of [0.1, 1, 10]) {
      const { total, lloyd } = actionGrowth(horizon, 30, { normalisation });
      expect(total / lloyd).toBeCloseTo(1, 12);
    }
  });
});

describe('entropy of both sides', () => {
  const [beta, length] = [10, 80];
  const units = { circumference: 480, cutoff: 0.1, centralCharge: 1 };
  const at = (time: number, l = length) => twoSidedEntropy(480 / beta, l, time, units);

  test('grows at 4πc/3β and stays at twice that of one side', () => {
    const S = (t: number) => (2 / 3) * Math.log((beta / (Math.PI * 0.1)) * Math.cosh((2 * Math.PI * t) / beta));
    for (const t of [0, 3, 15, -15]) expect(at(t)).toMatchObject({ winner: 'through' });
    for (const t of [0, 3, 15, -15]) expect(at(t).entropy).toBeCloseTo(S(t), 12);
    expect(at(15).entropy - at(14).entropy).toBeCloseTo((4 * Math.PI) / (3 * beta), 6);
    expect(at(39.9).winner).toBe('through');
    expect(at(40.1)).toMatchObject({ winner: 'outside' });
    expect(at(60).entropy).toBeCloseTo(
      (2 / 3) * Math.log((beta / (Math.PI * 0.1)) * Math.sinh((Math.PI * length) / beta)),
      12,
    );
  });

  test('of long intervals is bounded by what covers the rest', () => {
    expect(at(500, 470).winner).toBe('around');
    expect(at(500, 470).entropy).toBeCloseTo(at(500, 10).entropy, 10);
    const { outside, around, horizon } = at(500, 470).candidates;
    expect(horizon).toBeCloseTo((outside + around) / 2 + (Math.PI * 480) / (3 * beta), 9);
  });
});

test.each([
  [() => extremalSlice(0, 1), /r_h > 0 required, got 0/],
  [() => extremalSlice(1, -1), /a time between 0 and .* required, got -1/],
  [() => extremalSlice(1, 1e3), /got 1000/],
  [() => sliceOfDepth(1, 0), /0 < δ ≤ 1 required, got 0/],
  [() => discretisedSlice(1, 1, { points: 1 }), /2 to 100000 segments required, got 1/],
  [() => discretisedSlice(1, 1, { radius: 1 }), /R > r_h = 1 required, got 1/],
  [() => actionGrowth(1, 1, { normalisation: 0 }), /α > 0 required, got 0/],
  [() => patchAction(1, -1), /t ≥ 0 required, got -1/],
  [() => twoSidedEntropy(1, 7, 0), /between 0 and 6.28.* required, got 7/],
  [() => twoSidedEntropy(1, 1, Number.NaN), /a finite time required, got NaN/],
] as const)('%s is refused', (call, message) => {
  expect(call).toThrow(message);
});
