import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { lightWords } from '../../src/stabiliser/light-words.ts';
import { codeOfGroup, stabilisersOfCode } from '../../src/stabiliser/stabiliser-code.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { leastWeight, macWilliamsTransform, weightEnumerator } from '../../src/stabiliser/weight-enumerator.ts';
import { codeOfNetwork, holographicCode } from '../../src/systems/tiling/holographic-code.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

const stream = () => randomStream(1, 'light words');

describe('the search for light words', () => {
  test.each([
    ['five qubits', codeOfGroup(stabiliserGroupOfWords(['XZZXI', 'IXZZX', 'XIXZZ', 'ZXIXZ']))],
    ['random qubits', codeOfGroup(randomStabiliserCode(3, 2, 12, 9))],
    ['random qutrits', codeOfGroup(randomStabiliserCode(4, 3, 7, 5))],
    [
      'pairs of qubits',
      {
        ...codeOfGroup(randomStabiliserCode(5, 2, 8, 6)),
        sites: [
          [0, 1],
          [2, 3],
          [4, 5],
          [6, 7],
        ],
      },
    ],
  ])('finds as many words of the least weight as the enumerators have: %s', (_, code) => {
    const { prime } = code.encoding;
    const counts = weightEnumerator(stabilisersOfCode(code), code.sites);
    const all = macWilliamsTransform(counts, prime ** code.sites[0]!.length);
    const weight = leastWeight(counts, all)!;
    const found = lightWords(code, stream());
    expect(found.weight).toBe(weight);
    // Multiples of a word are found as one.
    expect(BigInt(found.words.length * (prime - 1))).toBe((all[weight]! - counts[weight]!) * 1n);
    for (const word of found.words) {
      expect(code.sites.filter((site) => site.some((q) => word[2 * q] !== 0 || word[2 * q + 1] !== 0)).length).toBe(
        weight,
      );
    }
  });

  test('finds all words of least weight of the code [[55, 21]] and of its centre', () => {
    const code = codeOfNetwork(holographicCode().network);
    expect(lightWords(code, stream(), { rounds: 60 })).toMatchObject({ weight: 3, words: { length: 135 } });
    expect(lightWords(code, stream(), { input: 0 })).toMatchObject({ weight: 5, words: { length: 18 } });
    expect(lightWords(code, stream(), { input: 0, others: 'identity', rounds: 30 }).weight).toBe(19);
  });

  test('finds none without an input, and refuses one that does not exist', () => {
    const state = codeOfGroup(stabiliserGroupOfWords(['XX', 'ZZ']));
    expect(lightWords(state, stream())).toEqual({ weight: null, words: [] });
    expect(() => lightWords(state, stream(), { input: 0 })).toThrow('inputs below 0 required, got 0');
    for (const rounds of [0, 1.5, Number.NaN]) {
      expect(() => lightWords(state, stream(), { rounds })).toThrow(`at least one round required, got ${rounds}`);
    }
  });
});
