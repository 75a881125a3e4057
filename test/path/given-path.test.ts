import { expect, test } from 'vitest';
import { pathFrom } from '../../src/path/given-path.ts';

const given = {
  words: ['X', 'Y'],
  velocity: [
    [1, 2],
    [3, 4],
    [5, 9],
  ],
};
const controls = (words: readonly string[], weights: readonly number[]) => ({
  qubits: 1,
  words,
  weights: Float64Array.from(weights),
});

test('a path in as many slices is run backwards, each coefficient times −√(w/K)', () => {
  const x = pathFrom({ slices: 3, controls: controls(['Y', 'X'], [12, 3]) }, given);
  const expected = [-2 * 9, -5, -2 * 4, -3, -2 * 2, -1];
  expect(Array.from(x)).toEqual(expected.map((value) => expect.closeTo(value, 14)));
});

test('finer slices repeat, coarser ones take the mean, others share by overlap', () => {
  const at = (slices: number): readonly number[] =>
    Array.from(pathFrom({ slices, controls: controls(['X'], [slices]) }, given));
  const close = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 14));
  expect(at(6)).toEqual(close([-5, -5, -3, -3, -1, -1]));
  expect(at(1)).toEqual(close([-3]));
  expect(at(2)).toEqual(close([-(5 * 2 + 3) / 3, -(3 + 1 * 2) / 3]));
});

test('words that the path lacks rest, and free words follow at rest', () => {
  const x = pathFrom({ slices: 3, controls: controls(['Z', 'X'], [1, 3]), freeWords: ['Y', 'Z'] }, given);
  expect(Array.from(x)).toEqual([0, -5, 0, -3, 0, -1, 0, 0].map((value) => expect.closeTo(value, 14)));
});
