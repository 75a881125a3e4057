/** @file Horizontal bars, one row for each name; several bars in a row are for comparison. */

import { significant } from '../number-format.ts';
import { type Area, frame, legendRows, textWidth } from './axes.ts';
import { INK } from './colours.ts';
import { drawing, element, hint, label } from './markup.ts';
import { linearScale } from './scale.ts';

/** A row: one value for each series; null where the series has none. */
export interface BarRow {
  readonly name: string;
  readonly values: readonly (number | null)[];
  readonly hint?: string;
  /** Colour of this row alone. */
  readonly colour?: string;
}

/** A bar chart. */
export interface BarChart {
  readonly title: string;
  /** Quantity and unit of the values. */
  readonly quantity: string;
  readonly series: readonly { readonly name: string; readonly colour: string }[];
  readonly rows: readonly BarRow[];
  readonly width?: number;
  /** Class of the rows' names: 'word' sets Pauli words in letters of equal width. */
  readonly nameClass?: string;
}

const BAR = 13;

/** The chart as SVG; it grows downwards with the rows. */
export function barChart(chart: BarChart): string {
  const { width = 640, series, rows } = chart;
  const rowHeight = BAR * series.length + 9;
  const advance = chart.nameClass === 'word' ? 1.3 : 1;
  const left = 22 + advance * Math.max(24, ...rows.map(({ name }) => textWidth(name)));
  const entries = series.length > 1 ? series.map((one) => ({ ...one, mark: 'box' as const })) : [];
  const above = legendRows(entries, { left: Math.min(left - 4, 60), width: width - 70, top: 2 });
  const top = 8 + above.height + (entries.length > 0 ? 4 : 0);
  const height = top + rowHeight * rows.length + 50;
  const area: Area = { left, top, right: width - 66, bottom: height - 48 };
  const values = rows.flatMap((row) => row.values.filter((value) => value !== null));
  const x = linearScale([0, ...values], [area.left, area.right], Math.round((area.right - area.left) / 90));
  const none = { at: () => area.bottom, domain: [0, 1] as const, ticks: [] };
  const bars = rows.map((row, k) => drawRow(row, chart, top + k * rowHeight + 5, left, x.at));
  return drawing(chart.title, width, height, [frame(area, x, none, chart.quantity, ''), ...bars, above.svg]);
}

function drawRow(row: BarRow, chart: BarChart, top: number, left: number, at: (value: number) => number): string {
  const middle = top + (BAR * row.values.length) / 2 + 4;
  const name = label(left - 10, middle, row.name, { 'text-anchor': 'end', fill: INK, class: chart.nameClass });
  const bars = row.values.map((value, k) => {
    if (value === null || value === 0 || !Number.isFinite(value)) return '';
    const y = top + k * BAR;
    const fill = row.colour ?? chart.series[k]!.colour;
    const [from, to] = [Math.min(at(0), at(value)), Math.max(at(0), at(value))];
    const bar = { x: from, y, width: Math.max(0.8, to - from), height: BAR - 2, rx: 1.5, fill };
    const text = label(to + 6, y + BAR - 3, significant(value), { fill: INK, class: 'small' });
    return element('rect', bar) + text;
  });
  return element('g', {}, [row.hint === undefined ? '' : hint(row.hint), name, ...bars]);
}
