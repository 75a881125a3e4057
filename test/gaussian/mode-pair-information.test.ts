import { describe, expect, test } from 'vitest';
import { gaussianEntropy, gaussianInformation } from '../../src/gaussian/entropies.ts';
import { gaussianState, restricted } from '../../src/gaussian/gaussian-state.ts';
import { modePairInformation } from '../../src/gaussian/mode-pair-information.ts';
import { randomGaussian } from '../helpers/random-gaussian.ts';

describe('mutual information of fermion modes in closed form', () => {
  const state = randomGaussian('fermion', [1, 0.9, -0.4, 0.2, 0.7], 21);

  test('is that of the spectra of their covariances', () => {
    const sites = [4, 0, 2, 1];
    const table = modePairInformation(state, sites);
    const entropy = (modes: readonly number[]): number => gaussianEntropy(restricted(state, modes));
    sites.forEach((a, i) => {
      expect(table[i]![i]).toBeCloseTo(2 * entropy([a]), 12);
      sites.forEach((b, j) => {
        if (i !== j) expect(table[i]![j]).toBeCloseTo(entropy([a]) + entropy([b]) - entropy([a, b]), 12);
      });
    });
  });

  test('is followed as far down as by normal modes, modes more than half filled included', () => {
    const data = state.covariance.data.map((x, at) => {
      const [i, j] = [Math.floor(at / 10), at % 10];
      return i >> 1 === j >> 1 ? x : 1e-10 * x;
    });
    const weak = gaussianState('fermion', { rows: 10, cols: 10, data });
    const table = modePairInformation(weak, [0, 1, 2, 3, 4]);
    for (const [a, b] of [
      [0, 1],
      [2, 4],
      [3, 0],
    ] as const) {
      const second = gaussianInformation(weak, [a], [b]);
      expect(second).toBeGreaterThan(0);
      expect(table[a]![b]! / second).toBeCloseTo(1, 9);
    }
  });

  test('two modes that share one particle are maximally entangled', () => {
    const data = Float64Array.of(0, 0, 0, 1, 0, 0, -1, 0, 0, 1, 0, 0, -1, 0, 0, 0);
    const table = modePairInformation(gaussianState('fermion', { rows: 4, cols: 4, data }), [0, 1]);
    expect(table[0]![1]).toBeCloseTo(2 * Math.LN2, 14);
  });
});
