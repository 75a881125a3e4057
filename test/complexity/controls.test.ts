import { describe, expect, test } from 'vitest';
import { checkMetric, controlWords } from '../../src/complexity/controls.ts';
import { penaltyWeight } from '../../src/complexity/penalty-metric.ts';
import { grid, ring } from '../../src/operator/lattice.ts';

describe('the controls', () => {
  test('are 3n + 9n(n−1)/2 words for two-body metrics, without a loop over 4ⁿ', () => {
    for (const n of [2, 5, 12, 30]) {
      const { words } = controlWords({ maxSize: 2, penalty: Infinity }, n);
      expect(words.length).toBe(3 * n + (9 * n * (n - 1)) / 2);
      expect(new Set(words).size).toBe(words.length);
    }
  });

  test('are 3n + 9(n−1) words on the open chain, 12n on the ring', () => {
    expect(controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 8).words.length).toBe(24 + 63);
    expect(controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: ring(8) }, 8).words.length).toBe(96);
  });

  test('are all 4ⁿ − 1 words for a finite penalty, each with its weight', () => {
    const metric = { maxSize: 2, maxRange: 1, sizeWeights: [0.5, 2], penalty: 7 };
    const { words, weights } = controlWords(metric, 4);
    expect(new Set(words).size).toBe(255);
    words.forEach((word, p) => {
      expect(weights[p]).toBe(penaltyWeight(metric, word));
    });
  });

  test('agree with the filter over all words on a grid', () => {
    const metric = { maxSize: 3, maxRange: 2, penalty: Infinity, lattice: grid(2, 2) };
    const every = controlWords({ penalty: 1 }, 4).words.filter((word) => penaltyWeight(metric, word) < Infinity);
    expect([...controlWords(metric, 4).words].sort()).toEqual([...every].sort());
  });

  test('are refused when there are too many', () => {
    expect(() => controlWords({ maxSize: 2, penalty: 10 }, 7)).toThrow(/at most 8192 words .* at 7 qubits/);
  });
});

test.each([
  [{ penalty: 0 }, /penalty above 0/],
  [{ penalty: Number.NaN }, /penalty above 0/],
  [{ penalty: 1, maxSize: 0 }, /maxSize of at least 1/],
  [{ penalty: 1, maxRange: -1 }, /maxRange of at least 0/],
  [{ penalty: 1, sizeWeights: [1, -2] }, /sizeWeights above 0 required, got -2/],
  [{ penalty: 1, maxSize: 2, sizeWeights: [1, 1, 1] }, /at most 2 sizeWeights required, got 3/],
  [{ penalty: 1, lattice: ring(4) }, /a lattice of 3 sites required, got 4/],
])('a metric that is none is named: %o', (metric, message) => {
  expect(() => checkMetric(metric, 3)).toThrow(message);
});
