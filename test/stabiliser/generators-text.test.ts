import { expect, test } from 'vitest';
import { areSameGroup } from '../../src/stabiliser/canonical-form.ts';
import { stabiliserGroupOfText } from '../../src/stabiliser/generators-text.ts';
import { fiveQubitCode } from '../../src/stabiliser/known-codes.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';

test('a text of generators is read line by line, without comments and empty lines', () => {
  const text = '# five qubits\r\nXZZXI\n IXZZX # second\n\nXIXZZ\nZXIXZ\n';
  expect(areSameGroup(stabiliserGroupOfText(text), fiveQubitCode())).toBe(true);
  const qutrits = stabiliserGroupOfText('prime 3\nX X2 \nZ Z\n');
  expect(areSameGroup(qutrits, stabiliserGroupOfWords(['X X2', 'Z Z'], 3))).toBe(true);
});

test('a mistake is named with the file', () => {
  expect(() => stabiliserGroupOfText('', 'a.txt')).toThrow('a.txt: stabiliserGroupOfWords: at least one word');
  expect(() => stabiliserGroupOfText('XX\nZI', 'a.txt')).toThrow('a.txt: stabiliserGroup: generators that commute');
  expect(() => stabiliserGroupOfText('XQ')).toThrow('generators: wordDigits: letters I, X, Y, Z with powers required');
});
