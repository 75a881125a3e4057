import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { isInvariantUnder } from '../../src/complexity/metric-invariance.ts';
import { type PenaltyMetric, penaltyWeight } from '../../src/complexity/penalty-metric.ts';
import { ring, star } from '../../src/operator/lattice.ts';

/** By the definition, word for word. */
const byList = (metric: PenaltyMetric, permutation: readonly number[]): boolean =>
  controlWords({ penalty: 1 }, permutation.length).words.every((word) => {
    const image = new Array<string>(word.length);
    permutation.forEach((to, from) => {
      image[to] = word[from]!;
    });
    return penaltyWeight(metric, image.join('')) === penaltyWeight(metric, word);
  });

describe('a metric is kept', () => {
  test.each([
    [{ maxSize: 2, penalty: Infinity }, [2, 0, 1, 3], true],
    [{ maxSize: 2, maxRange: 1, penalty: Infinity }, [3, 2, 1, 0], true],
    [{ maxSize: 2, maxRange: 1, penalty: Infinity }, [1, 2, 3, 0], false],
    [{ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: ring(4) }, [1, 2, 3, 0], true],
    [{ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: star(4) }, [0, 2, 3, 1], true],
    [{ words: { ZZII: 1, IZZI: 1, IIZZ: 1, ZIIZ: 1, XIII: 2 }, penalty: Infinity }, [1, 2, 3, 0], false],
    [{ words: { ZZII: 1, IZZI: 1, IIZZ: 1, ZIIZ: 1 }, penalty: Infinity }, [1, 2, 3, 0], true],
    [{ letters: { XZ: 1 }, maxRange: 1, penalty: Infinity }, [3, 2, 1, 0], true],
    [{ letters: { XZ: 1 }, maxRange: 1, penalty: 1 }, [1, 0, 2, 3], true],
  ] as [PenaltyMetric, number[], boolean][])('by %j under %j: %s', (metric, permutation, kept) => {
    expect(isInvariantUnder(metric, permutation)).toBe(kept);
    expect(byList(metric, permutation)).toBe(kept);
  });

  test('as the list of all words says, for random tables', () => {
    const word = fc.constantFrom(...controlWords({ penalty: 1 }, 3).words);
    const order = fc.constantFrom([0, 1, 2], [1, 0, 2], [2, 1, 0], [1, 2, 0]);
    fc.assert(
      fc.property(fc.dictionary(word, fc.constantFrom(1, 2), { maxKeys: 3 }), order, (words, permutation) => {
        const metric = { words, penalty: 2 };
        expect(isInvariantUnder(metric, permutation)).toBe(byList(metric, permutation));
      }),
      { seed: 7, numRuns: 60 },
    );
  });

  test('by a chain of a thousand qubits under reflection, without a list of words', () => {
    const reflection = Array.from({ length: 1000 }, (_, q) => 999 - q);
    expect(isInvariantUnder({ letters: { X: 1, ZZ: 1 }, maxRange: 1, penalty: Infinity }, reflection)).toBe(true);
  });

  test('never by what is no permutation', () => {
    expect(() => isInvariantUnder({ penalty: 1 }, [0, 0])).toThrow(/a permutation of 0 to 1 required, got 0,0/);
  });
});
