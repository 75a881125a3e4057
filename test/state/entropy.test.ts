import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { distributionEntropy, entanglementEntropy, entanglementSpectrum } from '../../src/state/entropy.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';

describe('the entropy of a distribution', () => {
  const p = [0.7, 0.2, 0.1];

  test.each([
    [0, Math.log(3)],
    [0.5, 2 * Math.log(Math.sqrt(0.7) + Math.sqrt(0.2) + Math.sqrt(0.1))],
    [1, -0.7 * Math.log(0.7) - 0.2 * Math.log(0.2) - 0.1 * Math.log(0.1)],
    [2, -Math.log(0.49 + 0.04 + 0.01)],
    [3, -Math.log(0.343 + 0.008 + 0.001) / 2],
    [Infinity, -Math.log(0.7)],
  ])('of order %d', (order, nats) => {
    expect(distributionEntropy(p, { order })).toBeCloseTo(nats, 14);
    expect(distributionEntropy(p, { order, base: 2 })).toBeCloseTo(nats / Math.LN2, 14);
    expect(distributionEntropy(p, { order, base: 0.5 })).toBeCloseTo(-nats / Math.LN2, 14);
  });

  test('of certainty is 0, not −0, and rounding is no rank', () => {
    for (const order of [0, 0.5, 1, 2, Infinity]) expect(distributionEntropy([1, 0], { order })).toBe(0);
    expect(distributionEntropy([1, -1e-17])).toBe(0);
    expect(distributionEntropy([1, 1e-13], { order: 0 })).toBe(0);
    expect(distributionEntropy([1, 1e-11], { order: 0 })).toBeCloseTo(Math.LN2, 14);
  });

  test.each([0, -2, 1, Number.NaN])('has no base %d', (base) => {
    expect(() => distributionEntropy(p, { base })).toThrow(/base/);
  });

  test('of an order of thousands is S_∞ · α/(α − 1) where one probability is the largest', () => {
    for (const order of [1e4, 1e9]) {
      expect(distributionEntropy([0.7, 0.2, 0.1], { order })).toBeCloseTo((-Math.log(0.7) * order) / (order - 1), 13);
    }
  });

  test('has no order that is not a number', () => {
    expect(() => distributionEntropy(p, { order: Number.NaN })).toThrow(/order/);
  });
});

describe('the entropy of a region', () => {
  test('of a mixed product of qubits is the sum over its own qubits, however few are left out', () => {
    const odds = [0.9, 0.75, 0.6];
    const rho: ComplexMatrix = zeroMatrix(8, 8);
    for (let b = 0; b < 8; b++) {
      rho.interleaved[2 * 9 * b] = odds.reduce((product, p, k) => product * ((b >> (2 - k)) & 1 ? 1 - p : p), 1);
    }
    const S = (p: number): number => -p * Math.log(p) - (1 - p) * Math.log(1 - p);
    for (const region of [[0], [2], [0, 1], [0, 2], [0, 1, 2]]) {
      const expected = region.reduce((sum, site) => sum + S(odds[site]!), 0);
      expect(entanglementEntropy(rho, [2, 2, 2], region)).toBeCloseTo(expected, 13);
      expect(entanglementSpectrum(rho, [2, 2, 2], region).length).toBe(2 ** region.length);
    }
  });

  test('of a vector is read from the smaller side', () => {
    const psi = randomVector(24, randomStream(3, 'state'));
    for (const [region, size] of [
      [[0, 1, 2], 2],
      [[1, 2, 3], 2],
      [[3], 2],
      [[0, 1], 4],
      [[2, 3], 4],
    ] as const) {
      const spectrum = entanglementSpectrum(psi, [2, 3, 2, 2], region);
      expect(spectrum.length).toBe(size);
      expect([...spectrum]).toEqual([...spectrum].sort((a, b) => b - a));
      const whole = entanglementSpectrum(projector(psi), [2, 3, 2, 2], region);
      spectrum.forEach((value, k) => {
        expect(value).toBeCloseTo(whole[k]!, 13);
      });
    }
  });
});
