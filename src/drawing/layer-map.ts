/** @file Values by layer and place: rows of different lengths over one width, signs as two colours. */

import { significant } from '../number-format.ts';
import type { MapExhibit } from '../record/study-record.ts';
import { FAINT, INK, MUTED, ramp, signedRamp } from './colours.ts';
import { barWidth } from './heat-map.ts';
import { drawing, element, hint, label } from './markup.ts';
import { domainFromZero, linearOn } from './scale.ts';

const WIDTH = 410;

/**
 * The map as SVG. If a value is negative the colours run from −m over the paper at 0 to m, m the greatest modulus; else
 * from 0 to the greatest value.
 */
export function layerMap({ caption, quantity, rowsLabel, columnsLabel, rows }: MapExhibit): string {
  const left = 30 + 6.6 * Math.max(2, ...rows.map(({ name }) => [...name].length));
  const [top, height] = [30, Math.min(38, Math.max(16, 300 / Math.max(1, rows.length)))];
  const bottom = top + height * rows.length;
  const scale = colourScale(rows.flatMap(({ values }) => values.filter((value) => value !== null)));
  const right = WIDTH - barWidth(scale.domain);
  const cells = rows.map(({ name, values }, k) => {
    const width = (right - left) / Math.max(1, values.length);
    const row = values.map((value, place) => {
      // Cells overlap by a hair, so that no seam shows.
      const box = { x: left + place * width, y: top + k * height + 0.5, width: width + 0.25, height: height - 1 };
      const text = `${rowsLabel} ${name}, ${columnsLabel} ${place}: `;
      if (value === null || !Number.isFinite(value)) {
        return element('rect', { ...box, fill: 'none', stroke: FAINT, 'stroke-width': 0.5 }, hint(`${text}none`));
      }
      return element('rect', { ...box, fill: scale.colour(value) }, hint(text + significant(value, 4)));
    });
    const mark = label(left - 7, top + (k + 0.5) * height + 4, name, { 'text-anchor': 'end', fill: MUTED });
    return mark + row.join('');
  });
  const frame = { x: left, y: top, width: right - left, height: bottom - top, fill: 'none', stroke: FAINT };
  return drawing(caption, WIDTH, Math.max(bottom, top + 90) + 34, [
    label(4, 14, rowsLabel, { fill: INK }),
    label(WIDTH - 4, 14, quantity, { 'text-anchor': 'end', fill: INK }),
    ...cells,
    element('rect', frame),
    label(right, bottom + 20, columnsLabel, { 'text-anchor': 'end', fill: INK }),
    bar(scale, right + 18, top, Math.max(90, bottom - top)),
  ]);
}

interface ColourScale {
  readonly domain: readonly [number, number];
  readonly colour: (value: number) => string;
}

function colourScale(values: readonly number[]): ColourScale {
  const finite = values.filter(Number.isFinite);
  if (finite.some((value) => value < 0)) {
    const most = finite.reduce((sum, value) => Math.max(sum, Math.abs(value)), 0);
    return { domain: [-most, most], colour: (value) => signedRamp(value / most) };
  }
  const [low, high] = domainFromZero(finite);
  return { domain: [low, high], colour: (value) => ramp((value - low) / (high - low)) };
}

/** The colours with their values, from bottom to top. */
function bar({ domain, colour }: ColourScale, x: number, top: number, height: number): string {
  const parts = 49;
  const [low, high] = domain;
  const stripes = Array.from({ length: parts }, (_, k) => {
    const y = top + height * (1 - (k + 1) / parts);
    const value = low + ((high - low) * (k + 0.5)) / parts;
    return element('rect', { x, y, width: 14, height: height / parts + 0.6, fill: colour(value) });
  });
  const { ticks, at } = linearOn(domain, [top + height, top], Math.max(2, Math.round(height / 55)));
  const marks = ticks.map(({ value, label: text }) => label(x + 19, at(value) + 4, text, { fill: MUTED }));
  return element('g', {}, [...stripes, ...marks]);
}
