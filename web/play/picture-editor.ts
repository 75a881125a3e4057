/** @file A picture of 8 × 8 pixels, painted by hand: a state of six qubits, its amplitudes the pixels row by row. */

import { FAINT, INK } from '../../src/drawing/colours.ts';
import { drawing, element } from '../../src/drawing/markup.ts';
import type { Source } from './play-state.ts';

type Picture = Extract<Source, { kind: 'picture' }>;

const [SIDE, PIXEL] = [8, 36];

/** A ring, to begin with. */
export const RING: Picture = {
  kind: 'picture',
  pixels: ['00111100', '01000010', '10000001', '10000001', '10000001', '10000001', '01000010', '00111100'].join(''),
};

/** The editor as markup. */
export const pictureEditor = (picture: Picture): string =>
  element(
    'p',
    { class: 'remark' },
    'Paint: a pixel is an amplitude of six qubits, three for the row and three for the column.',
  ) + element('div', { class: 'canvas editor picture' }, pixelsOf(picture));

/** The pixels as SVG. */
export function pixelsOf({ pixels }: Picture): string {
  const squares = [...pixels].map((pixel, k) =>
    element('rect', {
      x: (k % SIDE) * PIXEL + 1,
      y: Math.floor(k / SIDE) * PIXEL + 1,
      width: PIXEL - 2,
      height: PIXEL - 2,
      fill: pixel === '1' ? INK : FAINT,
    }),
  );
  return drawing('A picture of 8 × 8 pixels', SIDE * PIXEL, SIDE * PIXEL, squares);
}

/** The pixel below a place on the page; null outside of the picture. */
export function pixelAt(
  svg: SVGSVGElement,
  { clientX, clientY }: Pick<PointerEvent, 'clientX' | 'clientY'>,
): number | null {
  const { left, top, width, height } = svg.getBoundingClientRect();
  const column = Math.floor(((clientX - left) / width) * SIDE);
  const row = Math.floor(((clientY - top) / height) * SIDE);
  return row >= 0 && row < SIDE && column >= 0 && column < SIDE ? row * SIDE + column : null;
}

/** The picture with a pixel painted; the last one that is set stays. */
export function painted({ pixels }: Picture, pixel: number, colour: '0' | '1'): Picture {
  const changed = `${pixels.slice(0, pixel)}${colour}${pixels.slice(pixel + 1)}`;
  return { kind: 'picture', pixels: changed.includes('1') ? changed : pixels };
}

/** The grey values, row by row. */
export const greyOf = ({ pixels }: Picture): readonly (readonly number[])[] =>
  Array.from({ length: SIDE }, (_, row) => [...pixels.slice(row * SIDE, (row + 1) * SIDE)].map(Number));
