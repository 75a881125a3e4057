/** @file Charts, maps and bars as figures, with their numbers to be saved; one that would show nothing is a sentence. */

import { significant } from '../number-format.ts';
import { showable } from './axes.ts';
import { type BarChart, barChart } from './bar-chart.ts';
import { barData, chartData, mapData } from './chart-data.ts';
import { type FigureWidth, figure, figureName, paragraph } from './figure.ts';
import { type HeatMap, heatMap } from './heat-map.ts';
import { type LineChart, lineChart } from './line-chart.ts';

/**
 * Width of a drawing in half a page, in pixels: one that fits a telephone, where its text of 12 pixels is shown at no
 * less than 10. On a wide page it is drawn larger, and its text smaller by the style sheet.
 */
export const HALF_WIDTH = 410;
const HALF_HEIGHT = 260;

/** The chart as a figure; '' where no datum has a place on its axes. */
export function chartFigure(chart: LineChart, caption: string, width: FigureWidth = 'half'): string {
  const isShown = chart.series.some(({ data }) =>
    data.some(({ x, y }) => showable(chart.x, x) && showable(chart.y, y)),
  );
  const sized = { width: HALF_WIDTH, height: HALF_HEIGHT, ...chart };
  return isShown ? figure(lineChart(sized), caption, width, chartData(chart)) : '';
}

/** The bars as a figure; '' without rows. */
export function barFigure(chart: BarChart, caption: string, width: FigureWidth = 'half'): string {
  if (chart.rows.length === 0) return '';
  return figure(barChart({ width: HALF_WIDTH, ...chart }), caption, width, barData(chart));
}

/** Relative spread of the entries below which a map shows nothing. */
const CONSTANT = 1e-9;
/** Relative spread below which its colours could not be told apart: half a step of the ramp. */
const NEARLY = 0.02;

/** The map as a figure; a sentence where all its entries are equal or nearly so, '' where it has none. */
export function mapFigure(map: HeatMap, caption: string, width: FigureWidth = 'half'): string {
  const values = map.values.flat().filter((value) => value !== null && Number.isFinite(value)) as number[];
  if (values.length === 0) return '';
  const [low, high] = values.reduce(
    ([least, most], value) => [Math.min(least, value), Math.max(most, value)],
    [Infinity, -Infinity],
  );
  if (values.length > 1 && high - low <= CONSTANT * Math.max(Math.abs(low), Math.abs(high))) {
    return paragraph(
      `${figureName(caption)}: all entries are equal, ${map.quantity} = ${significant(low)}.`,
      'constant',
    );
  }
  if (values.length > 1 && high - low <= NEARLY * Math.max(Math.abs(low), Math.abs(high))) {
    const [least, most] = [significant(low, 4), significant(high, 4)];
    const ends = least === most ? `are ${least}` : `lie between ${least} and ${most}`;
    return paragraph(`${figureName(caption)}: all entries ${ends}, ${map.quantity}.`, 'constant');
  }
  return figure(heatMap({ width: HALF_WIDTH, ...map }), caption, width, mapData(map));
}
