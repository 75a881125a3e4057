import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentEngine } from '../../src/engine/engine.ts';
import { checkWord, commute, multiplyWords, place, support, wordSize } from '../../src/operator/pauli.ts';
import { denseWord } from './dense-word.ts';

const words = (qubits: number) =>
  fc.array(fc.constantFrom('I', 'X', 'Y', 'Z'), { minLength: qubits, maxLength: qubits }).map((w) => w.join(''));
const product = (a: string, b: string): Float64Array => {
  const size = 2 ** a.length;
  return currentEngine().multiply(denseWord(a).interleaved, denseWord(b).interleaved, size, size, size, false, false);
};

describe('Pauli words', () => {
  test('a word is placed on its qubits, and its support read back', () => {
    expect(place(4, { 0: 'X', 2: 'Z' })).toBe('XIZI');
    expect(support('XIZI')).toEqual([0, 2]);
    expect(wordSize('XIZI')).toBe(2);
  });

  test('a wrong letter, a wrong length and a qubit outside are named', () => {
    expect(() => checkWord('XA', 2)).toThrow("got 'XA'");
    expect(() => checkWord('XX', 3)).toThrow('3 letters required');
    expect(() => place(2, { 2: 'X' })).toThrow('below 2');
  });

  test('words multiply as their matrices do', () => {
    fc.assert(
      fc.property(words(3), words(3), (a, b) => {
        const { word, quarterTurns } = multiplyWords(a, b);
        const phase = [[1, 0] as const, [0, 1] as const, [-1, 0] as const, [0, -1] as const][quarterTurns]!;
        const dense = denseWord(word).interleaved;
        product(a, b).forEach((x, k) => {
          const [re, im] = k % 2 === 0 ? [dense[k]!, -dense[k + 1]!] : [dense[k]!, dense[k - 1]!];
          expect(x).toBeCloseTo(phase[0] * re + phase[1] * im, 14);
        });
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  test('words commute exactly when their matrices do', () => {
    fc.assert(
      fc.property(words(3), words(3), (a, b) => {
        const ba = product(b, a);
        const equal = product(a, b).every((x, k) => Math.abs(x - ba[k]!) < 1e-14);
        expect(commute(a, b)).toBe(equal);
      }),
      { seed: 2, numRuns: 60 },
    );
  });
});
