import { describe, expect, test } from 'vitest';
import { stabiliserGroup } from '../../src/stabiliser/given-generators.ts';
import { generatorRows, isPureGroup, rankOfGroup } from '../../src/stabiliser/stabiliser-group.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

describe('a stabiliser group', () => {
  test('is read from numbers modulo p, and gives them back', () => {
    const group = stabiliserGroup(
      3,
      2,
      [
        [1, -2, 0, 0],
        [0, 0, 4, 2],
      ],
      [5, 0],
    ); // prettier-ignore
    expect(generatorRows(group)).toEqual({
      generators: [
        [1, 1, 0, 0],
        [0, 0, 1, 2],
      ],
      phases: [2, 0],
    });
    expect([rankOfGroup(group), isPureGroup(group)]).toEqual([2, true]);
  });

  test.each([2, 3, 5, 257])('of 40 qudits of dimension %i passes its own check', (prime) => {
    const group = randomStabiliserCode(1, prime, 40, 17);
    const { generators, phases } = generatorRows(group);
    expect(stabiliserGroup(prime, 40, generators, phases)).toEqual(group);
    expect(isPureGroup(group)).toBe(false);
  });

  test('needs generators that commute; the first two that do not are named', () => {
    expect(() => stabiliserGroupOfWords(['XX', 'ZZ', 'ZI'])).toThrow('got 0 and 2 that do not');
    expect(() => stabiliserGroupOfWords(['X X', 'Z Z'], 3)).toThrow('got 0 and 1 that do not');
    expect(() => stabiliserGroupOfWords(['X X', 'Z Z2'], 3)).not.toThrow();
  });

  test('needs independent generators; those with a product that is a number are named', () => {
    expect(() => stabiliserGroupOfWords(['XXI', 'IXX', 'XIX'])).toThrow('got 0, 1, 2 with product 1');
    expect(() => stabiliserGroupOfWords(['XX', 'ZZ', 'YY'])).toThrow('got 0, 1, 2 with product −1');
    expect(() => stabiliserGroupOfWords(['XX', 'ZZ', '-YY'])).toThrow('got 0, 1, 2 with product 1');
    expect(() => stabiliserGroupOfWords(['ZZ', 'XX', '-XX'])).toThrow('got 1, 2 with product −1');
    expect(() => stabiliserGroupOfWords(['II'])).toThrow('got 0 with product 1');
    expect(() => stabiliserGroupOfWords(['Z I', 'w Z2 I'], 3)).toThrow('got 0, 1 with product ω^1');
    expect(() => stabiliserGroupOfWords(['Z I', 'Z Z', 'I Z2'], 5)).toThrow(
      'got 0 (power 4), 1, 2 (power 2) with product 1',
    );
  });

  test('needs a prime, and as many whole numbers as the qudits have digits', () => {
    expect(() => stabiliserGroup(4, 1, [[1, 0]])).toThrow('a prime of at most 65521 required, got 4');
    expect(() => stabiliserGroup(2, 2, [[1, 0]])).toThrow('4 numbers required, got 2 in generator 0');
    expect(() => stabiliserGroup(2, 1, [[0.5, 0]])).toThrow('integers required');
    expect(() => stabiliserGroup(2, 1, [[1, 0]], [1, 1])).toThrow('1 phases required, got 2');
    expect(() => stabiliserGroup(2, 1, [[1, 0]], [0.5])).toThrow('whole phases required, got 0.5');
    expect(() => stabiliserGroup(3, 2 ** 16, [new Array(2 ** 17).fill(0)].concat(new Array(2 ** 15).fill([])))).toThrow(
      'at most 1073741824 bytes possible',
    );
  });
});
