/** @file Small pictures in rows, as a model has drawn them. */

import type { PicturesExhibit } from '../record/study-record.ts';
import { bitmapUri } from './bitmap.ts';
import { BLUE, FAINT, INK } from './colours.ts';
import { drawing, element, hint, label } from './markup.ts';

const [WIDTH, GAP, HEAD] = [720, 8, 24] as const;
/** Largest side of a picture in pixels of the page. */
const LARGEST = 64;

/** The pictures as SVG: a line for each group, longer ones broken; pixels that were given are tinted. */
export function pictureDrawing({ caption, rows, columns, groups }: PicturesExhibit): string {
  const scale = Math.max(1, LARGEST / Math.max(rows, columns));
  const [width, height] = [columns * scale, rows * scale];
  const perLine = Math.max(1, Math.floor((WIDTH + GAP) / (width + GAP)));
  const parts: string[] = [];
  let top = 0;
  for (const { name, pictures, given = [] } of groups) {
    parts.push(label(0, top + 15, name, { fill: INK }));
    top += HEAD;
    pictures.forEach((ink, k) => {
      const [x, y] = [(k % perLine) * (width + GAP), top + Math.floor(k / perLine) * (height + GAP)];
      const grey = ink.map((value) => 1 - value);
      const frame = { x, y, width, height };
      parts.push(
        element(
          'image',
          {
            ...frame,
            href: bitmapUri(rows, columns, grey),
            preserveAspectRatio: 'none',
            style: 'image-rendering: pixelated',
          },
          hint(`${name}, ${k + 1} of ${pictures.length}`),
        ),
        ...given.map((pixel) =>
          element('rect', {
            x: x + (pixel % columns) * scale,
            y: y + Math.floor(pixel / columns) * scale,
            ...{ width: scale, height: scale, fill: BLUE, 'fill-opacity': '0.25' },
          }),
        ),
        element('rect', { ...frame, fill: 'none', stroke: FAINT }),
      );
    });
    top += Math.ceil(pictures.length / perLine) * (height + GAP);
  }
  return drawing(caption, WIDTH, top + 2, parts);
}
