import { expect, test } from 'vitest';
import { pictureDrawing } from '../../src/drawing/picture-drawing.ts';

const exhibit = {
  kind: 'pictures',
  caption: 'Two pictures.',
  rows: 2,
  columns: 2,
  groups: [
    { name: 'drawn', pictures: [[0, 1, 0.5, 1]] },
    { name: 'completed', pictures: Array.from({ length: 12 }, () => [1, 0, 0, 1]), given: [0, 1] },
  ],
} as const;

test('every picture is an image with the ink dark, and given pixels are tinted', () => {
  const svg = pictureDrawing(exhibit);
  expect(svg.match(/<image /g)).toHaveLength(13);
  expect(svg.match(/fill-opacity/g)).toHaveLength(24);
  const [, base64] = /base64,([^"]+)/.exec(svg)!;
  const bytes = Uint8Array.from(atob(base64!), (letter) => letter.charCodeAt(0));
  expect([...bytes.subarray(bytes.length - 8)]).toEqual([128, 0, 0, 0, 255, 0, 0, 0]); // rows from below, padded to four
});

test('lines that are too long are broken', () => {
  expect(pictureDrawing(exhibit)).toContain('<title>completed, 12 of 12</title>');
  const heights = (count: number): number =>
    Number(
      /height="(\d+)"/.exec(
        pictureDrawing({
          ...exhibit,
          groups: [{ ...exhibit.groups[1], pictures: Array.from({ length: count }, () => [1, 0, 0, 1]) }],
        }),
      )![1],
    );
  expect(heights(11)).toBeGreaterThan(heights(10));
});
