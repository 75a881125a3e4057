import { describe, expect, test } from 'vitest';
import { centralChargeFit, decayFit, growthFit, lineFit } from '../../src/geometry/distance-fit.ts';
import { randomStream } from '../../src/linalg/random.ts';

const range = (from: number, to: number): readonly number[] =>
  Array.from({ length: to - from + 1 }, (_, k) => from + k);

describe('a line through points', () => {
  test('has the textbook standard errors', () => {
    // y = 0, 1, 0, 1 at x = 0, 1, 2, 3: slope 1/5, intercept 1/5, Σr² = 4/5.
    const fit = lineFit([0, 1, 2, 3], [0, 1, 0, 1]);
    expect(fit.slope).toBeCloseTo(0.2, 14);
    expect(fit.intercept).toBeCloseTo(0.2, 14);
    expect(fit.residual).toBeCloseTo(Math.sqrt(0.4), 14);
    expect(fit.slopeError).toBeCloseTo(Math.sqrt(0.4 / 5), 14);
    expect(fit.interceptError).toBeCloseTo(Math.sqrt(0.4 * (1 / 4 + 2.25 / 5)), 14);
    // n ln(Σr²/n) + 2k + 2k(k + 1)/(n − k − 1) with k = 3, the last denominator at least 1.
    expect(fit.criterion).toBeCloseTo(4 * Math.log(0.2) + 6 + 24, 12);
    const six = lineFit([0, 1, 2, 3, 4, 5], [0, 1, 0, 1, 0, 1], true);
    expect(six.criterion).toBeCloseTo(6 * Math.log(1 / 4) + 4 + 12 / 3, 12);
    const flat = lineFit([0, 1, 2, 3], [0, 1, 0, 1], true);
    expect(flat).toMatchObject({ slope: 0, intercept: 0.5, slopeError: 0 });
    expect(flat.interceptError).toBeCloseTo(Math.sqrt(1 / 3 / 4), 14);
  });

  test('has errors that cover the truth as often as they should', () => {
    const { normal } = randomStream(5, 'scatter');
    const xs = range(1, 30);
    const hits = range(1, 300).filter(() => {
      const { slope, slopeError } = lineFit(
        xs,
        xs.map((x) => 2 - 0.5 * x + 0.3 * normal()),
      );
      return Math.abs(slope + 0.5) < slopeError;
    }).length;
    expect(hits / 300).toBeGreaterThan(0.6); // 0.675 for 28 degrees of freedom
    expect(hits / 300).toBeLessThan(0.76);
  });

  test('asks for four points at different places', () => {
    expect(() => lineFit([1, 2, 3], [1, 2, 3])).toThrow(/at least four points required, got 3/);
    expect(() => lineFit([1, 1, 1, 1], [1, 2, 3, 4])).toThrow(/different places required/);
    expect(() => lineFit([1, 2, 3, 4], [1, 2, 3])).toThrow(/4 values required, got 3/);
    expect(() => lineFit([1, 2, 3, 4], [1, 2, 3, Number.NaN])).toThrow(/finite values required, got NaN/);
  });
});

describe('the law of a decay', () => {
  const r = range(2, 40);

  test('is found with its constant, and the other rejected', () => {
    const gapped = decayFit(
      r,
      r.map((x) => 3 * Math.exp(-x / 7)),
    );
    expect(gapped).toMatchObject({ best: 'exponential', rejected: 'power' });
    expect(gapped.length).toBeCloseTo(7, 10);
    const critical = decayFit(
      r,
      r.map((x) => 0.2 * x ** -1.5),
    );
    expect(critical).toMatchObject({ best: 'power', rejected: 'exponential' });
    expect(critical.exponent).toBeCloseTo(1.5, 10);
    expect(gapped.evidence).toBeGreaterThan(100);
    expect(critical.evidence).toBeGreaterThan(100);
  });

  test('has errors that grow with the scatter', () => {
    const { normal } = randomStream(6, 'scatter');
    const noisy = decayFit(
      r,
      r.map((x) => Math.exp(-x / 7 + 0.1 * normal())),
    );
    expect(noisy.best).toBe('exponential');
    expect(Math.abs(noisy.length - 7)).toBeLessThan(3 * noisy.lengthError);
    // ξ = −1/slope: δξ = ξ²·δslope.
    expect(noisy.lengthError / noisy.fits.exponential.slopeError).toBeCloseTo(noisy.length ** 2, 8);
    expect(() =>
      decayFit(
        r,
        r.map((x) => 20 - x),
      ),
    ).toThrow(/positive distances and values required, got 0/);
  });
});

test('growth is constant, logarithmic or linear', () => {
  const L = range(2, 24);
  expect(
    growthFit(
      L,
      L.map(() => 2),
    ).best,
  ).toBe('constant');
  expect(
    growthFit(
      L,
      L.map((x) => 0.3 * Math.log(x) + 1),
    ).best,
  ).toBe('logarithmic');
  expect(
    growthFit(
      L,
      L.map((x) => 0.3 * x + 1),
    ).best,
  ).toBe('linear');
  expect(() => growthFit([0, 1, 2, 3], [1, 1, 1, 1])).toThrow(/positive sizes required, got 0/);
});

test('the central charge is three times the slope of an interval with two ends, six times that with one', () => {
  const L = range(4, 30);
  const entropies = L.map((x) => (1 / 6) * Math.log(x) + 0.4);
  const two = centralChargeFit(L, entropies, 2);
  expect(two.centralCharge).toBeCloseTo(0.5, 10);
  expect(centralChargeFit(L, entropies, 1).centralCharge).toBeCloseTo(1, 10);
  expect(two).toMatchObject({ best: 'logarithmic' });
  expect(two.centralChargeError / two.fits.logarithmic.slopeError).toBeCloseTo(3, 10);
});
