import { describe, expect, test } from 'vitest';
import { amplitudesOfText, textOf } from '../../web/play/amplitude-editor.ts';

describe('amplitudes that are typed', () => {
  test.each([
    [
      '0.6, 0.8i',
      [
        [0.6, 0],
        [0, 0.8],
      ],
    ],
    [
      '1; -i',
      [
        [1, 0],
        [0, -1],
      ],
    ],
    [
      '1e-1+2.5e1i\n-3-.5i',
      [
        [0.1, 25],
        [-3, -0.5],
      ],
    ],
    [
      'i, +i, 0, 2 - i,',
      [
        [0, 1],
        [0, 1],
        [0, 0],
        [2, -1],
      ],
    ],
  ])('%j', (text, values) => {
    // biome-ignore format: tables
    expect(amplitudesOfText(text)).toEqual({ source: { kind: 'amplitudes', values } });
    expect(amplitudesOfText(textOf(values as [number, number][]))).toEqual(amplitudesOfText(text));
  });

  test.each([
    ['1, x', 'place 1'],
    ['1, , 0', 'place 1'],
    ['1, 2, 3', 'there are 3'],
    ['1', 'there are 1'],
    ['0, 0', 'must not be 0'],
    ['1, 1e9', 'place 1'],
  ])('%j is told', (text, words) => {
    const read = amplitudesOfText(text);
    expect('mistake' in read && read.mistake).toContain(words);
  });
});
