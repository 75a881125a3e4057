import fc from 'fast-check';
import { expect, test } from 'vitest';
import { areSameGroup, canonicalForm } from '../../src/stabiliser/canonical-form.ts';
import { stabiliserDensity } from '../../src/stabiliser/stabiliser-vector.ts';
import { stabiliserGroupOfWords, stabiliserWords } from '../../src/stabiliser/stabiliser-words.ts';
import { largestDifference } from '../helpers/largest-difference.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

test('the canonical form of a group has the same state, and does not depend on the generators', () => {
  expect(stabiliserWords(canonicalForm(stabiliserGroupOfWords(['-YY', 'ZZ'])))).toEqual(['XX', 'ZZ']);
  expect(stabiliserWords(canonicalForm(stabiliserGroupOfWords(['X2 X2', 'w Z Z2'], 3)))).toEqual(['X X', 'w^1 Z Z2']);
  fc.assert(
    fc.property(fc.constantFrom(2, 3), fc.nat(1000), fc.integer({ min: 1, max: 4 }), (prime, seed, rank) => {
      const group = randomStabiliserCode(seed, prime, 4, rank);
      const canonical = canonicalForm(group);
      const [rho, same] = [stabiliserDensity(group), stabiliserDensity(canonical)];
      expect(largestDifference(rho.interleaved, same.interleaved)).toBeLessThan(1e-14);
      expect(canonicalForm(canonical)).toEqual(canonical);
      expect(areSameGroup(group, canonical)).toBe(true);
    }),
    { seed: 9, numRuns: 30 },
  );
});

test('groups differ by words, by phases, by size and by prime', () => {
  const group = (...words: readonly string[]) => stabiliserGroupOfWords(words);
  expect(areSameGroup(group('XX', 'ZZ'), group('-YY', 'ZZ'))).toBe(true);
  expect(areSameGroup(group('XX', 'ZZ'), group('YY', 'ZZ'))).toBe(false);
  expect(areSameGroup(group('XX', 'ZZ'), group('XI', 'IZ'))).toBe(false);
  expect(areSameGroup(group('XX'), group('XX', 'ZZ'))).toBe(false);
  expect(areSameGroup(group('XX'), group('XXI'))).toBe(false);
  expect(areSameGroup(group('XX'), stabiliserGroupOfWords(['XX'], 3))).toBe(false);
});
