import { describe, expect, test } from 'vitest';
import { imageOfRows, picture, resized } from '../../datasets/picture.ts';
import { greatestDifference } from '../oracle/read-oracle.ts';

const re = (image: number[][], options = {}): number[] =>
  [...picture(imageOfRows(image), options).amplitudes.interleaved].filter((_, k) => k % 2 === 0);

describe('a picture', () => {
  test('is encoded row by row, the first qubit telling the halves apart', () => {
    expect(
      greatestDifference(
        re([
          [1, 2],
          [3, 4],
        ]),
        [1, 2, 3, 4].map((x) => x / Math.sqrt(30)),
      ),
    ).toBeLessThan(1e-15);
    expect(
      picture(
        imageOfRows([
          [1, 2, 3, 4],
          [1, 1, 1, 1],
        ]),
      ).dimensions,
    ).toEqual([2, 2, 2]);
  });

  test('may give the probabilities in place of the amplitudes', () => {
    expect(greatestDifference(re([[1, 3]], { encoding: 'probability' }), [0.5, Math.sqrt(0.75)])).toBeLessThan(1e-15);
  });

  test('is resized by averages over areas: exact for blocks, for fractions, and for enlargement', () => {
    const blocks = resized(
      imageOfRows([
        [1, 2, 5, 6],
        [3, 4, 7, 8],
      ]),
      1,
      2,
    );
    expect([...blocks.pixels]).toEqual([2.5, 6.5]);
    expect(greatestDifference(resized(imageOfRows([[3, 6, 9]]), 1, 2).pixels, [4, 8])).toBeLessThan(1e-14); // (3 + 6/2)/1.5, …
    expect([...resized(imageOfRows([[1, 2]]), 2, 4).pixels]).toEqual([1, 1, 2, 2, 1, 1, 2, 2]);
    const image = imageOfRows(
      Array.from({ length: 7 }, (_, r) => Array.from({ length: 5 }, (_, c) => Math.sin(3 * r + c) + 2)),
    );
    const mean = (pixels: Float64Array): number => pixels.reduce((a, b) => a + b, 0) / pixels.length;
    expect(mean(resized(image, 4, 8).pixels)).toBeCloseTo(mean(image.pixels), 13);
  });

  test('that cannot be a state is refused', () => {
    expect(() => picture(imageOfRows([[1, 2, 3]]))).toThrow('powers of two required (give rows, columns), got 1 × 3');
    expect(() => picture(imageOfRows([[1]]))).toThrow('got 1 × 1');
    expect(() => picture(imageOfRows([[0, 0]]))).toThrow('all zero');
    expect(() => picture(imageOfRows([[1, Number.NaN]]))).toThrow('finite grey values required, got NaN');
    expect(() => picture(imageOfRows([[1, -1]]), { encoding: 'probability' })).toThrow('≥ 0 required, got -1');
    expect(() => picture(imageOfRows([[1, 1]]), { rows: 8192, columns: 4096 })).toThrow('(512 MB)');
    expect(() => imageOfRows([[1], [1, 2]])).toThrow('got lengths 1,2');
    expect(() => imageOfRows([])).toThrow('rows of equal length');
  });
});
