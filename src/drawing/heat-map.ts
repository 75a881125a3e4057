/** @file A matrix as coloured squares, with the colours' scale beside it. */

import { significant } from '../number-format.ts';
import { FAINT, INK, inkOnRamp, MUTED, ramp, signedRamp } from './colours.ts';
import { contourLines } from './contour-lines.ts';
import { drawing, element, hint, label } from './markup.ts';
import { domainFromZero, linearOn } from './scale.ts';

/** A matrix with names on its sides; null entries are crossed out. */
export interface HeatMap {
  readonly title: string;
  /** Quantity and unit of the entries. */
  readonly quantity: string;
  readonly rowsLabel: string;
  readonly columnsLabel: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly values: readonly (readonly (number | null)[])[];
  /** Class of the rows' names: 'word' for Pauli words. */
  readonly nameClass?: string;
  /** Height of a cell against its width; 1 if absent. */
  readonly aspect?: number;
  /** Height of a cell in pixels, in place of `aspect`: for maps whose rows all have names. */
  readonly rowHeight?: number;
  readonly width?: number;
  /** Entry at the upper end of the colours, for maps that share a scale; the greatest entry if absent. */
  readonly greatest?: number;
  /** The same at the lower end, if it is negative. */
  readonly least?: number;
  /** Values at which lines are drawn over the colours. */
  readonly contours?: readonly number[];
}

/** Most cells that are drawn one by one, with their numbers to be read; finer maps show the colours alone. */
const MOST_CELLS = 1600;

/** The map as SVG; the colour scale runs from 0 to the greatest entry, or on both sides of 0 where entries are negative. */
export function heatMap(map: HeatMap): string {
  const { width = 460, rows, columns, aspect = 1 } = map;
  const left = 34 + (map.nameClass === 'word' ? 8.4 : 6.6) * Math.max(2, ...rows.map((name) => [...name].length));
  const shades = shadesOf(
    [...map.values.flat(), map.greatest ?? null, map.least ?? null].filter((value) => value !== null),
  );
  const cell = Math.min(54, (width - left - barWidth(shades.domain)) / Math.max(1, columns.length));
  const [cellHeight, top] = [map.rowHeight ?? cell * aspect, 30];
  const bottom = top + cellHeight * rows.length;
  const isFine = rows.length * columns.length > MOST_CELLS;
  const fine = isFine ? fineCells(map.values, shades, { x: left, y: top, width: cell, height: cellHeight }) : [];
  const cells = (isFine ? [] : map.values).flatMap((row, i) =>
    row.map((value, j) => {
      const box = { x: left + j * cell, y: top + i * cellHeight, width: cell, height: cellHeight };
      const place = `${map.rowsLabel} ${rows[i]}, ${map.columnsLabel} ${columns[j]}`;
      if (value === null || !Number.isFinite(value)) return absent(box, `${place}: none`);
      const title = hint(`${place}: ${significant(value, 4)}`);
      const fits = cell >= 38 && cellHeight >= 20 && 6 * significant(value, 2).length < cell;
      const text = fits ? entry(box, value, shades.strength(value)) : '';
      return element('rect', { ...box, fill: shades.colour(value) }, title) + text;
    }),
  );
  const every = (count: number, size: number): number => Math.max(1, Math.ceil((count * 16) / Math.max(1, size)));
  const longest = Math.max(0, ...columns.map((name) => [...name].length));
  const crowded = Math.ceil(Math.max(16 / 0.7, 7 * longest + 8) / cell);
  const columnStride = crowded > 5 ? 5 * Math.ceil(crowded / 5) : crowded;
  const rowStride = every(rows.length, bottom - top);
  const rowNames = rows.map((name, i) =>
    i % rowStride === 0
      ? label(left - 7, top + (i + 0.5) * cellHeight + 4, name, {
          'text-anchor': 'end',
          fill: MUTED,
          class: map.nameClass,
        })
      : '',
  );
  const columnNames = columns.map((name, j) =>
    j % columnStride === 0
      ? label(left + (j + 0.5) * cell, bottom + 17, name, { 'text-anchor': 'middle', fill: MUTED })
      : '',
  );
  const names = [
    label(4, 14, map.rowsLabel, { fill: INK }),
    label(left + cell * columns.length, bottom + 36, map.columnsLabel, { 'text-anchor': 'end', fill: INK }),
  ];
  const right = left + cell * columns.length;
  const bar = colourBar(shades.domain, right + 18, top, Math.max(60, bottom - top), shades.colour);
  const caption = label(right + 18 + 14, 14, map.quantity, { 'text-anchor': 'end', fill: INK });
  const height = Math.max(bottom, top + 60) + 46;
  const lines = contoursOf(map, { x: left, y: top, width: cell, height: cellHeight });
  return drawing(map.title, width, height, [
    ...fine,
    ...cells,
    ...lines,
    ...rowNames,
    ...columnNames,
    ...names,
    bar,
    caption,
  ]);
}

/** Share of the greatest entry below which negative entries count as rounding. */
const ROUNDING = 1e-9;

/** Colours of the values between two ends; strength in [0, 1] is how far a colour is from the paper. */
interface Shades {
  readonly domain: readonly [number, number];
  readonly colour: (value: number) => string;
  readonly strength: (value: number) => number;
}

/** Diverging colours about 0 where values are negative, else the sequential ramp. */
function shadesOf(values: readonly number[]): Shades {
  const [low, high] = domainFromZero(values);
  const most = Math.max(high, -low);
  if (low < -ROUNDING * most) {
    const colour = (value: number): string => signedRamp(value / most);
    return { domain: [-most, most], colour, strength: (value) => Math.abs(value) / most };
  }
  const strength = (value: number): number => (value - low) / (high - low);
  return { domain: [low, high], colour: (value) => ramp(strength(value)), strength };
}

/** Width of the colours with their values, however they are spaced. */
export function barWidth(domain: readonly [number, number]): number {
  const labels = [2, 5, 8].flatMap((count) => linearOn(domain, [0, 1], count).ticks.map(({ label: text }) => text));
  return Math.max(84, 42 + 7 * Math.max(0, ...labels.map((text) => [...text].length)));
}

/**
 * The colours with their values, from bottom to top.
 *
 * @param colour - of a value; that of the sequential ramp if absent
 */
export function colourBar(
  domain: readonly [number, number],
  x: number,
  top: number,
  height: number,
  colour = (value: number): string => ramp((value - domain[0]) / (domain[1] - domain[0])),
): string {
  const parts = 48;
  const scale = linearOn(domain, [top + height, top], Math.max(2, Math.round(height / 55)));
  const stripes = Array.from({ length: parts }, (_, k) => {
    const y = top + height * (1 - (k + 1) / parts);
    const fill = colour(domain[0] + ((domain[1] - domain[0]) * (k + 0.5)) / parts);
    return element('rect', { x, y, width: 14, height: height / parts + 0.6, fill });
  });
  const ticks = scale.ticks.map(({ value, label: text }) => label(x + 19, scale.at(value) + 4, text, { fill: MUTED }));
  return element('g', {}, [...stripes, ...ticks]);
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The cells of each colour as one path, neighbours in a row joined; null entries are left out. */
function fineCells(values: HeatMap['values'], { colour }: Shades, { x, y, width, height }: Box): readonly string[] {
  const round = (value: number): number => Math.round(100 * value) / 100;
  const paths = new Map<string, string>();
  values.forEach((row, i) => {
    const fills = row.map((value) => (value === null || !Number.isFinite(value) ? null : colour(value)));
    for (let j = 0; j < row.length; ) {
      const fill = fills[j]!;
      let end = j + 1;
      while (end < row.length && fills[end] === fill) end++;
      if (fill !== null) {
        const run = `M${round(x + j * width)} ${round(y + i * height)}h${round((end - j) * width)}v${round(height)}H${round(x + j * width)}z`;
        paths.set(fill, (paths.get(fill) ?? '') + run);
      }
      j = end;
    }
  });
  return [...paths].map(([fill, d]) => element('path', { d, fill, 'shape-rendering': 'crispEdges' }));
}

/** Contours, with the entries at the middles of their cells. */
function contoursOf({ values, contours = [] }: HeatMap, { x, y, width, height }: Box): readonly string[] {
  const round = (value: number): number => Math.round(10 * value) / 10;
  return contours.flatMap((level) => {
    const lines = contourLines(values, level).map((points) =>
      points.map(([a, b]) => `${round(x + (a + 0.5) * width)} ${round(y + (b + 0.5) * height)}`).join('L'),
    );
    if (lines.length === 0) return [];
    const style = { fill: 'none', stroke: INK, 'stroke-width': 0.8, 'stroke-opacity': 0.75 };
    return [element('path', { d: `M${lines.join('M')}`, ...style }, hint(significant(level, 4)))];
  });
}

function entry(box: Box, value: number, strength: number): string {
  const place = { 'text-anchor': 'middle', fill: inkOnRamp(strength), class: 'small', 'pointer-events': 'none' };
  return label(
    box.x + box.width / 2,
    box.y + box.height / 2 + 4,
    Number.isInteger(value) && Math.abs(value) < 1000 ? `${value}` : significant(value, 2),
    place,
  );
}

function absent(box: Box, text: string): string {
  const cross = { x1: box.x, y1: box.y + box.height, x2: box.x + box.width, y2: box.y, stroke: FAINT };
  return element('g', {}, [
    hint(text),
    element('rect', { ...box, fill: 'none', stroke: FAINT }),
    element('line', cross),
  ]);
}
