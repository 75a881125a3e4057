/** @file The numbers behind a drawing as a table of comma-separated values. */

import type { BarChart } from './bar-chart.ts';
import type { HeatMap } from './heat-map.ts';
import type { LineChart } from './line-chart.ts';
import { plainText } from './markup.ts';

/** The numbers of a figure as a file: what it is called behind the dot, its media type, its text. */
export interface FigureData {
  readonly extension: 'csv' | 'json';
  readonly mediaType: 'text/csv' | 'application/json';
  readonly text: string;
}

type Cell = string | number | null | undefined;

/** Rows as comma-separated values (RFC 4180, lines end in \n): numbers to nine digits, what is missing or not finite empty. */
export function csvData(rows: readonly (readonly Cell[])[]): FigureData {
  const text = rows.map((row) => row.map(cellText).join(',')).join('\n');
  return { extension: 'csv', mediaType: 'text/csv', text: `${text}\n` };
}

/** A value as JSON, numbers to nine digits. */
export function jsonData(value: unknown): FigureData {
  const text = JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toPrecision(9)) : part));
  return { extension: 'json', mediaType: 'application/json', text };
}

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return Number.isFinite(cell) ? String(Number(cell.toPrecision(9))) : '';
  const plain = plainText(cell);
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}

/** One row for each datum: its series, x, y. */
export function chartData({ x, y, series }: Pick<LineChart, 'x' | 'y' | 'series'>): FigureData {
  const rows = series.flatMap(({ name, data }) => data.map((datum): readonly Cell[] => [name, datum.x, datum.y]));
  return csvData([['series', x.label, y.label], ...rows]);
}

/** The matrix with the names of its columns above it and those of its rows before it. */
export function mapData({ rowsLabel, columnsLabel, rows, columns, values }: HeatMap): FigureData {
  const body = values.map((row, k): readonly Cell[] => [rows[k], ...row]);
  return csvData([[`${rowsLabel} \\ ${columnsLabel}`, ...columns], ...body]);
}

/** One row for each name, one column for each series. */
export function barData({ quantity, series, rows }: Pick<BarChart, 'quantity' | 'series' | 'rows'>): FigureData {
  const names = series.length === 1 ? [quantity] : series.map(({ name }) => `${name}: ${quantity}`);
  return csvData([['', ...names], ...rows.map(({ name, hint, values }): readonly Cell[] => [hint ?? name, ...values])]);
}
