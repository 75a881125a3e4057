import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { canonicalForm } from '../../src/stabiliser/canonical-form.ts';
import { stabiliserGroup } from '../../src/stabiliser/given-generators.ts';
import { randomStabiliserState } from '../../src/stabiliser/random-stabilisers.ts';
import { stabiliserEntropy } from '../../src/stabiliser/stabiliser-entropy.ts';
import { generatorRows } from '../../src/stabiliser/stabiliser-group.ts';
import { stabiliserWords } from '../../src/stabiliser/stabiliser-words.ts';

describe('random stabiliser states', () => {
  test.each([
    [2, 1, 6],
    [2, 2, 60],
    [3, 1, 12],
    [5, 1, 30],
  ])('of p = %i, n = %i are all %i states, equally often', (prime, qudits, states) => {
    const stream = randomStream(1, 'states');
    const counts = new Map<string, number>();
    const each = 100;
    for (let k = 0; k < each * states; k++) {
      const name = stabiliserWords(canonicalForm(randomStabiliserState(stream, prime, qudits))).join();
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    expect(counts.size).toBe(states);
    // χ² has the mean states − 1 and the variance 2(states − 1).
    const chi = [...counts.values()].reduce((sum, count) => sum + (count - each) ** 2 / each, 0);
    expect(Math.abs(chi - (states - 1))).toBeLessThan(4 * Math.sqrt(2 * (states - 1)));
  });

  test.each([2, 3, 7])('are groups of as many independent generators as qudits, p = %i', (prime) => {
    const stream = randomStream(2, 'states');
    for (const qudits of [1, 2, 5, 33, 70]) {
      const { generators, phases } = generatorRows(randomStabiliserState(stream, prime, qudits));
      expect(() => stabiliserGroup(prime, qudits, generators, phases)).not.toThrow();
      expect(generators.length).toBe(qudits);
    }
  });

  test('of many qubits leave every part maximally mixed, so that no bits of the generator are dependent', () => {
    for (const seed of [1, 2]) {
      const group = randomStabiliserState(randomStream(seed, 'states'), 2, 400);
      const part = Array.from({ length: 180 }, (_, q) => 2 * q);
      expect(stabiliserEntropy(group, part)).toBeCloseTo(180 * Math.LN2, 9);
    }
  });

  test('are refused without a prime or qudits', () => {
    const stream = randomStream(1, 'states');
    expect(() => randomStabiliserState(stream, 6, 2)).toThrow('a prime of at most 65521 required, got 6');
    expect(() => randomStabiliserState(stream, 2, 0)).toThrow('a positive number of qudits required, got 0');
    expect(() => randomStabiliserState(stream, 2, 1e9)).toThrow('at most 4194304 columns possible, got 1000000000');
    expect(() => stabiliserGroup(2, 1e9, [])).toThrow('at most 4194304 columns');
  });
});
