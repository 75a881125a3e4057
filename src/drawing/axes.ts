/** @file The frame of a chart: axes with units, ticks, grid and legend. */

import { FAINT, INK, MUTED } from './colours.ts';
import { element, label } from './markup.ts';
import { LEAST, linearOn, linearScale, logScale, type Scale } from './scale.ts';

/** What an axis shows; the label carries quantity and unit. */
export interface Axis {
  readonly label: string;
  readonly kind: 'linear' | 'log';
  /** Values that the axis must include, beside the data. */
  readonly include?: readonly number[];
  /** Values are whole numbers: no ticks between them. */
  readonly whole?: boolean;
  /** Exact ends of a linear axis, instead of round ones. */
  readonly domain?: readonly [number, number];
}

/** Rectangle of the data in pixels. */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Whether the value has a place on the axis. */
export function showable(axis: Axis, value: number): boolean {
  return Number.isFinite(value) && (axis.kind === 'linear' || value >= LEAST);
}

/** The axis's scale for the given values. */
export function scaleOf(axis: Axis, values: readonly number[], range: readonly [number, number], count: number): Scale {
  const all = [...values, ...(axis.include ?? [])];
  if (axis.kind === 'log') return logScale(all, range, count);
  const scale = axis.domain === undefined ? linearScale(all, range, count) : linearOn(axis.domain, range, count);
  return axis.whole === true ? { ...scale, ticks: scale.ticks.filter(({ value }) => Number.isInteger(value)) } : scale;
}

/** Grid, ticks and labels. The vertical quantity stands above its axis, so that it reads without turning the head. */
export function frame(area: Area, x: Scale, y: Scale, xLabel: string, yLabel: string): string {
  const rows = y.ticks.map(({ value, label: text }) => {
    const at = y.at(value);
    return [
      element('line', { x1: area.left, x2: area.right, y1: at, y2: at, stroke: FAINT }),
      label(area.left - 8, at + 4, text, { 'text-anchor': 'end', fill: MUTED }),
    ].join('');
  });
  const columns = x.ticks.map(({ value, label: text }) => {
    const at = x.at(value);
    return [
      element('line', { x1: at, x2: at, y1: area.bottom, y2: area.bottom + 5, stroke: MUTED }),
      label(Math.min(at, area.right + 12 - 4 * text.length), area.bottom + 19, text, {
        'text-anchor': 'middle',
        fill: MUTED,
      }),
    ].join('');
  });
  const base = { x1: area.left, x2: area.right, y1: area.bottom, y2: area.bottom, stroke: MUTED };
  const names = [
    label(4, 14, yLabel, { fill: INK }),
    label(area.right, area.bottom + 38, xLabel, { 'text-anchor': 'end', fill: INK }),
  ];
  return element('g', {}, [...rows, ...columns, element('line', base), ...names]);
}

/** An entry of the legend. */
export interface LegendEntry {
  readonly name: string;
  readonly colour: string;
  readonly mark: 'line' | 'dash' | 'thick' | 'point' | 'hollow' | 'box';
  /** Of a box; 1 if absent. */
  readonly opacity?: number;
}

/** One row of entries from the left; the width of text is estimated. */
export function legend(entries: readonly LegendEntry[], left: number, y: number): string {
  let x = left;
  const pieces = entries.map((entry) => {
    const start = x;
    x += entryWidth(entry);
    return legendMark(entry, start, y) + label(start + 26, y + 4, entry.name, { fill: INK });
  });
  return element('g', {}, pieces);
}

/** Height of a row of the legend. */
const LEGEND_ROW = 20;

/** Entries in as many rows as the width asks for, from the top down, and the height that they take. */
export function legendRows(
  entries: readonly LegendEntry[],
  { left, width, top }: { readonly left: number; readonly width: number; readonly top: number },
): { readonly svg: string; readonly height: number } {
  const rows: LegendEntry[][] = [];
  let room = 0;
  for (const entry of entries) {
    if (rows.length === 0 || entryWidth(entry) > room) {
      rows.push([]);
      room = width;
    }
    room -= entryWidth(entry);
    rows.at(-1)!.push(entry);
  }
  const svg = rows.map((row, k) => legend(row, left, top + (k + 0.5) * LEGEND_ROW)).join('');
  return { svg, height: LEGEND_ROW * rows.length };
}

const entryWidth = ({ name }: LegendEntry): number => 30 + 1.06 * textWidth(name) + 16;

/** Estimated width of text in the drawings' typeface, in pixels. */
export function textWidth(text: string): number {
  return 6.3 * [...text].length;
}

function legendMark({ mark, colour, opacity }: LegendEntry, x: number, y: number): string {
  if (mark === 'point') return element('circle', { cx: x + 11, cy: y, r: 4, fill: colour });
  if (mark === 'hollow') {
    return element('circle', { cx: x + 11, cy: y, r: 3.6, fill: 'none', stroke: colour, 'stroke-width': 1.6 });
  }
  if (mark === 'box') {
    const box = { x: x + 5, y: y - 6, width: 12, height: 12, rx: 2, fill: colour, 'fill-opacity': opacity };
    return element('rect', box);
  }
  const dash = mark === 'dash' ? { 'stroke-dasharray': '5 4' } : {};
  const width = mark === 'thick' ? 4.2 : 2.2;
  return element('line', { x1: x, x2: x + 20, y1: y, y2: y, stroke: colour, 'stroke-width': width, ...dash });
}
