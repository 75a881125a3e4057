import { expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import { haarPyramid } from '../../../src/systems/renormalisation/haar-pyramid.ts';
import { waveletTransform } from '../../../src/systems/renormalisation/wavelet-transform.ts';

const picture = Float64Array.from({ length: 64 }, randomStream(1, 'picture').uniform);

test('a level shows the mean of each block, and its error is their variance', () => {
  const levels = haarPyramid(picture, [8, 8]);
  expect(levels.map(({ shape }) => shape)).toEqual([
    [1, 1],
    [2, 2],
    [4, 4],
    [8, 8],
  ]);
  for (const { shape, reconstruction, error } of levels) {
    const block = 8 / shape[0]!;
    let squares = 0;
    for (let row = 0; row < 8; row++) {
      for (let column = 0; column < 8; column++) {
        let mean = 0;
        for (let r = 0; r < block; r++) {
          for (let c = 0; c < block; c++) {
            mean += picture[8 * (row - (row % block) + r) + column - (column % block) + c]! / block ** 2;
          }
        }
        expect(reconstruction[8 * row + column]).toBeCloseTo(mean, 12);
        squares += (picture[8 * row + column]! - mean) ** 2;
      }
    }
    expect(error).toBeCloseTo(squares / 64, 12);
  }
});

test('it is the exact holographic mapping with Haar’s filter, run backwards', () => {
  const signal = picture.subarray(0, 16);
  const { matrix, labels } = waveletTransform(16, 'haar');
  const bulk = labels.map((_, row) => signal.reduce((sum, x, k) => sum + matrix.data[row * 16 + k]! * x, 0));
  const levels = haarPyramid(signal, [16]);
  levels.forEach(({ reconstruction, coefficients }, level) => {
    // Level 0 is the last layer of the mapping; levels 1, 2, … are its layers from the last but one to the first.
    const isOwn = (layer: number): boolean => (level === 0 ? layer === 5 : layer === 5 - level);
    const own = bulk.filter((_, row) => isOwn(labels[row]!.layer));
    expect([...coefficients]).toEqual(own.map((x) => expect.closeTo(x, 12)));
    // The generator is the transpose: what is coarser than the level, put back.
    const known = labels.map(({ layer }, row) => (layer >= 5 - level ? bulk[row]! : 0));
    reconstruction.forEach((x, k) => {
      expect(known.reduce((sum, b, row) => sum + b * matrix.data[row * 16 + k]!, 0)).toBeCloseTo(x, 12);
    });
  });
});

test('of sites that are odd in number there is no pyramid', () => {
  expect(() => haarPyramid(new Float64Array(9), [3, 3])).toThrow('haarPyramid');
  expect(() => haarPyramid(new Float64Array(9), [4, 2])).toThrow('8 numbers');
});
