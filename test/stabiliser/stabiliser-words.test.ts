import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stabiliserGroupOfWords, stabiliserWords, wordDigits } from '../../src/stabiliser/stabiliser-words.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

describe('words of generators', () => {
  test('have a letter for each qudit, with powers and a phase', () => {
    expect(wordDigits('-XZ_Y', 2)).toEqual({ digits: [1, 0, 0, 1, 0, 1, 0, 1], phase: 1 });
    expect(wordDigits('+IY', 2)).toEqual({ digits: [0, 1, 0, 1], phase: 0 });
    expect(wordDigits('X Z2 Z2 X I', 3)).toEqual(wordDigits('XZ2Z2XI', 3));
    expect(wordDigits('w^2 X1Z2 I', 3)).toEqual({ digits: [1, 0, 2, 0], phase: 2 });
    expect(wordDigits('ω XZ Y3 X12', 5)).toEqual({ digits: [1, 3, 2, 1, 3, 0], phase: 1 });
  });

  test('are written as they are read', () => {
    fc.assert(
      fc.property(fc.constantFrom(2, 3, 7), fc.integer({ min: 2, max: 6 }), fc.nat(1000), (prime, qudits, seed) => {
        const group = randomStabiliserCode(seed, prime, qudits);
        expect(stabiliserGroupOfWords(stabiliserWords(group), prime)).toEqual(group);
      }),
      { seed: 1, numRuns: 30 },
    );
    expect(stabiliserWords(stabiliserGroupOfWords(['-XX', 'ZZ']))).toEqual(['-XX', 'ZZ']);
  });

  test('that cannot be read are named', () => {
    expect(() => wordDigits('XQ', 2)).toThrow("got 'XQ'");
    expect(() => wordDigits('', 2)).toThrow("got ''");
    expect(() => wordDigits('X9007199254740993 I', 3)).toThrow("got 'X9007199254740993 I'"); // beyond 2⁵³
    expect(() => wordDigits('-X', 3)).toThrow("a power of ω as sign required, got '-X'");
    expect(() => stabiliserGroupOfWords(['XX', 'Z'])).toThrow("words of 2 qudits required, got 'Z'");
    expect(() => stabiliserGroupOfWords([])).toThrow('at least one word required');
    expect(() => stabiliserGroupOfWords(['X'], 6)).toThrow('a prime of at most');
  });
});
