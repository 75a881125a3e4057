/** @file Grids that are warped, frame by frame. */

import type { MorphExhibit, MorphFrame, MorphLine, MorphRow } from '../record/study-record.ts';
import { bitmapUri } from './bitmap.ts';
import { BLUE, FAINT, GREEN, INK, MUTED, OCHRE, PAPER, PURPLE, VERMILION } from './colours.ts';
import { coordinate, drawing, element, label } from './markup.ts';

const [WIDTH, GAP, HEAD, FOOT] = [720, 10, 24, 20] as const;
/** Of a frame, so that two do not fill the page. */
const WIDEST = 172;
const POINTS = [VERMILION, BLUE, GREEN, PURPLE, OCHRE] as const;
const STROKES: Readonly<Record<MorphLine['mark'], Readonly<Record<string, string | number>>>> = {
  grid: { stroke: BLUE, 'stroke-width': 0.8, 'stroke-opacity': 0.75 },
  outline: { stroke: INK, 'stroke-width': 1.4 },
  target: { stroke: MUTED, 'stroke-width': 1.2, 'stroke-dasharray': '3 3' },
};

/** The rows as SVG, each with its name above and the names of the frames below them. */
export function morphDrawing({ caption, rows }: MorphExhibit): string {
  const parts: string[] = [];
  let top = 0;
  rows.forEach((row) => {
    const [left, upper, right, lower] = row.window;
    const count = Math.max(1, row.frames.length);
    const width = Math.min(WIDEST, (WIDTH - (count - 1) * GAP) / count);
    const height = (width * (lower - upper)) / (right - left);
    parts.push(label(0, top + 15, row.name, { fill: INK }));
    row.frames.forEach((frame, k) => {
      parts.push(frameMarkup(row, frame, { x: k * (width + GAP), y: top + HEAD, width, height }));
    });
    top += HEAD + height + FOOT;
  });
  return drawing(caption, WIDTH, top + 2, parts);
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

function frameMarkup({ window }: MorphRow, { name, lines, points = [], picture }: MorphFrame, place: Place): string {
  const { x, y, width, height } = place;
  const [left, top, right] = window;
  const scale = width / (right - left);
  const at = ([u, v]: readonly [number, number]): readonly [number, number] => [(u - left) * scale, (v - top) * scale];
  const drawn = lines.map((line) => {
    const way = line.points.map((point, k) => `${k === 0 ? 'M' : 'L'}${at(point).map(coordinate).join(' ')}`).join('');
    return element('path', { d: way, fill: 'none', ...STROKES[line.mark] });
  });
  const dots = points.map((point, k) => {
    const [cx, cy] = at(point);
    return element('circle', { cx, cy, r: 3, fill: POINTS[k % POINTS.length]!, stroke: PAPER, 'stroke-width': 0.8 });
  });
  const box = { x, y, width, height };
  const inside = [
    ...(picture === undefined
      ? []
      : [
          element('image', {
            ...{ width, height },
            href: bitmapUri(
              picture.rows,
              picture.columns,
              picture.ink.map((ink) => 1 - ink),
            ),
            preserveAspectRatio: 'none',
            style: 'image-rendering: pixelated',
          }),
        ]),
    ...drawn,
    ...dots,
  ];
  return [
    element('svg', { ...box, overflow: 'hidden' }, inside),
    element('rect', { ...box, fill: 'none', stroke: FAINT }),
    label(x + width / 2, y + height + 14, name, { 'text-anchor': 'middle', fill: MUTED }),
  ].join('');
}
