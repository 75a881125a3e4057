import { describe, expect, test } from 'vitest';
import { checkMetric, controlWords, splitControls } from '../../src/complexity/controls.ts';
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

  test('are those of the tables where words or letters are weighed by name, in the same order', () => {
    const words = { ZZI: 4, IIX: 0.5, YIZ: 2, XII: Infinity };
    expect(controlWords({ words, penalty: Infinity }, 3).words).toEqual(['IIX', 'ZZI', 'YIZ']);
    const ising = { letters: { X: 0.5, ZZ: 4 }, maxRange: 1, penalty: Infinity };
    const { words: chain, weights } = controlWords(ising, 3);
    expect(chain).toEqual(['XII', 'IXI', 'IIX', 'ZZI', 'IZZ']);
    expect([...weights]).toEqual([0.5, 0.5, 0.5, 4, 4]);
    expect(controlWords({ ...ising, maxRange: Infinity }, 40).words.length).toBe(40 + 780);
    expect(controlWords({ words, maxSize: 1, penalty: Infinity }, 3).words.length).toBe(8 + 2);
    expect(controlWords({ words, sizeWeights: [3], penalty: Infinity }, 3).weights[0]).toBe(3);
  });

  test('agree with the filter over all words where tables, sizes and range meet', () => {
    const metric = {
      words: { ZIIZ: 3, XXII: Infinity, YYII: 5 },
      letters: { XZ: 2, XXX: 7 },
      maxSize: 2,
      maxRange: 1,
      penalty: Infinity,
      lattice: ring(4),
    };
    const every = controlWords({ penalty: 1 }, 4).words.filter((word) => penaltyWeight(metric, word) < Infinity);
    const { words, weights } = controlWords(metric, 4);
    expect(words).toEqual(every);
    expect(every).toContain('ZIIX');
    expect(every).not.toContain('XXII');
    expect([...weights]).toEqual(every.map((word) => penaltyWeight(metric, word)));
    expect(penaltyWeight(metric, 'ZXII')).toBe(2);
    expect(penaltyWeight(metric, 'ZIXI')).toBe(Infinity); // out of range
  });

  test('are split into costly and free ones only if weights depend on the qubits of a word alone', () => {
    const metric = { sizeWeights: [0, 1], maxSize: 2, penalty: Infinity };
    const pinned = { ...metric, words: { XI: 2, YI: 2, ZI: 2 } };
    expect(splitControls(pinned, 2).freeWords).toEqual(['IX', 'IY', 'IZ']);
    expect(() => splitControls({ ...metric, words: { XI: 2 } }, 2)).toThrow(/got 0 for YI and 2 for XI|got 1 for YI/);
    expect(() => splitControls({ ...metric, words: { ZZ: Infinity } }, 2)).toThrow(
      /on the qubits of a word only required where rotations are free, got forbidden words beside XX/,
    );
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
  [{ penalty: 1, maxSize: 0, words: { XQI: 1 } }, /words\.XQI: a word of letters I, X, Y, Z required/],
  [{ penalty: 1, letters: { ZX: 1 } }, /letters\.ZX: alphabetical order, 'XZ', required/],
  [{ penalty: 1, letters: { ZZZZ: 1 } }, /letters\.ZZZZ: at most 3 letters required/],
])('a metric that is none is named: %o', (metric, message) => {
  expect(() => checkMetric(metric, 3)).toThrow(message);
});

test('all mistakes in the tables are named at once', () => {
  const metric = { penalty: 1, words: { XX: 1, III: 1, XYA: 1, XXX: -1 }, letters: { I: Number.NaN } };
  expect(() => checkMetric(metric, 3)).toThrow(
    [
      "penalty metric: words.XX: a word of 3 letters required, got 'XX'",
      "penalty metric: words.III: a word other than the identity required, got 'III'",
      "penalty metric: words.XYA: a word of letters I, X, Y, Z required, got 'XYA'",
      'penalty metric: words.XXX: a weight above 0 required, got -1',
      "penalty metric: letters.I: letters X, Y, Z required, got 'I'",
      'penalty metric: letters.I: a weight above 0 required, got NaN',
    ].join('\n'),
  );
});
