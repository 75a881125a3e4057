/** @file Curves and points over two axes. */

import { type Area, type Axis, frame, type LegendEntry, legendRows, scaleOf, showable, textWidth } from './axes.ts';
import { FAINT, MUTED, PAPER } from './colours.ts';
import { coordinate, drawing, element, hint, label } from './markup.ts';
import type { Scale } from './scale.ts';

/** A datum, and the text shown when the pointer rests on it. */
export interface Datum {
  readonly x: number;
  readonly y: number;
  readonly hint?: string;
  /** Colour of this point alone. */
  readonly colour?: string;
}

/** Data of one kind. */
export interface Series {
  readonly name: string;
  readonly colour: string;
  readonly mark: 'line' | 'dash' | 'points' | 'hollow' | 'line-and-points';
  readonly data: readonly Datum[];
}

/** A stretch of the horizontal axis with a name: a phase of the training. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly name: string;
}

/** A chart of curves and points. */
export interface LineChart {
  readonly title: string;
  readonly x: Axis;
  readonly y: Axis;
  readonly series: readonly Series[];
  readonly bands?: readonly Band[];
  /** Horizontal lines at a value of y, with a name. */
  readonly levels?: readonly { readonly y: number; readonly name: string }[];
  readonly width?: number;
  readonly height?: number;
  /** Equal scales on both axes, and the diagonal drawn: for a quantity against its bound. */
  readonly diagonal?: string;
}

/** Height of a legend up to which a chart keeps its own; a higher one makes the chart higher. */
const LOW_LEGEND = 40;

/** The chart as SVG. Data without a place on the axes (not finite, not positive on a log axis) are left out. */
export function lineChart(chart: LineChart): string {
  const { width = 640, series, bands = [], levels = [] } = chart;
  const shown = series.map((one) => ({
    ...one,
    data: one.data.filter(({ x, y }) => showable(chart.x, x) && showable(chart.y, y)),
  }));
  const named = shown.filter(({ name }) => name !== '');
  const names = named.length > 1 ? named.map(legendEntry) : [];
  const above = legendRows(names, { left: 54, width: width - 54, top: 24 });
  const height = (chart.height ?? 320) + Math.max(0, above.height - LOW_LEGEND);
  const top = 30 + above.height + (bands.length > 0 ? 16 : 0);
  const area: Area = { left: 58, top, right: width - 14, bottom: height - 48 };
  const data = shown.flatMap((one) => one.data);
  const lines = levels.filter(({ y }) => showable(chart.y, y));
  const ys = [...data.map((datum) => datum.y), ...lines.map(({ y }) => y)];
  const xs = chart.diagonal === undefined ? data.map((datum) => datum.x) : ys.concat(data.map((datum) => datum.x));
  const whole = chart.x.whole ?? xs.every(Number.isInteger); // no ticks between layers, levels, sizes
  const x = scaleOf({ ...chart.x, whole }, xs, [area.left, area.right], Math.round((area.right - area.left) / 90));
  const y = scaleOf(
    chart.y,
    chart.diagonal === undefined ? ys : xs,
    [area.bottom, area.top],
    Math.round((area.bottom - area.top) / 44),
  );
  return drawing(chart.title, width, height, [
    ...bands.map((band, k) => drawBand(band, k, x, area)),
    frame(area, x, y, chart.x.label, chart.y.label),
    chart.diagonal === undefined ? '' : drawDiagonal(chart.diagonal, x, y),
    ...lines.map((level) => drawLevel(level.y, level.name, y, area, pixelsOf(shown, x, y))),
    ...shown.map((one, k) => drawSeries(one, x, y, radiusOf(one) + RING * hollowBefore(shown, k))),
    above.svg,
  ]);
}

const legendEntry = ({ name, colour, mark }: Series): LegendEntry => ({
  name,
  colour,
  mark: mark === 'points' ? 'point' : mark === 'line-and-points' ? 'line' : mark,
});

/** More points than this are drawn smaller. */
const MANY = 60;

const radiusOf = ({ data }: Series): number => (data.length > MANY ? 2.4 : 3.8);

/** Pixels by which the circles of a hollow series are wider than those of the one before, so that both are seen. */
const RING = 2.4;

const hollowBefore = (series: readonly Series[], index: number): number =>
  series[index]!.mark === 'hollow' ? series.slice(0, index).filter(({ mark }) => mark === 'hollow').length : 0;

function drawSeries({ colour, mark, data }: Series, x: Scale, y: Scale, radius: number): string {
  const path = data.map(
    (datum, k) => `${k === 0 ? 'M' : 'L'}${coordinate(x.at(datum.x))} ${coordinate(y.at(datum.y))}`,
  );
  const stroke = { fill: 'none', stroke: colour, 'stroke-width': 1.8, 'stroke-linejoin': 'round' };
  const line =
    path.length > 1 && (mark === 'line' || mark === 'dash' || mark === 'line-and-points')
      ? element('path', { d: path.join(''), ...stroke, 'stroke-dasharray': mark === 'dash' ? '6 4' : undefined })
      : '';
  const alone = mark === 'line' || mark === 'dash' ? data.length === 1 : true;
  if (!alone) return line;
  const points = data.map((datum) => {
    const own = datum.colour ?? colour;
    const paint =
      mark === 'hollow'
        ? { fill: 'none', stroke: own, 'stroke-width': data.length > MANY ? 1.1 : 1.6, 'pointer-events': 'all' }
        : { fill: own, stroke: data.length > MANY ? undefined : PAPER };
    return element(
      'circle',
      { cx: x.at(datum.x), cy: y.at(datum.y), r: radius, ...paint },
      datum.hint === undefined ? '' : hint(datum.hint),
    );
  });
  return line + points.join('');
}

type Pixel = readonly [number, number];

/** Points along all curves, some eight pixels from each other. */
function pixelsOf(series: readonly Series[], x: Scale, y: Scale): readonly Pixel[] {
  return series.flatMap(({ data }) =>
    data.flatMap((datum, k) => {
      const before = data[Math.max(0, k - 1)]!;
      const [px, py] = [x.at(datum.x), y.at(datum.y)];
      const [dx, dy] = [x.at(before.x) - px, y.at(before.y) - py];
      const count = Math.max(1, Math.ceil(Math.hypot(dx, dy) / 8));
      return Array.from({ length: count }, (_, s): Pixel => [px + (s / count) * dx, py + (s / count) * dy]);
    }),
  );
}

/** A level with its name, at the end of the line and on the side of it where the fewest points lie. */
function drawLevel(value: number, name: string, y: Scale, area: Area, pixels: readonly Pixel[]): string {
  const at = y.at(value);
  const line = { x1: area.left, x2: area.right, y1: at, y2: at, stroke: MUTED, 'stroke-dasharray': '2 3' };
  const width = textWidth(name);
  const places = [-6, 15].flatMap((dy) => [area.left + 8, area.right - 8 - width].map((left) => ({ left, dy })));
  const covered = ({ left, dy }: (typeof places)[number]): number =>
    pixels.filter(([px, py]) => px > left - 6 && px < left + width + 6 && py > at + dy - 15 && py < at + dy + 6)
      .length + (at + dy > area.bottom - 2 || at + dy - 12 < area.top - 4 ? Infinity : 0);
  const { left, dy } = places.reduce((best, place) => (covered(place) < covered(best) ? place : best));
  return element('line', line) + label(left, at + dy, name, { fill: MUTED, class: 'halo' });
}

function drawDiagonal(name: string, x: Scale, y: Scale): string {
  const [low, high] = x.domain;
  const line = {
    x1: x.at(low),
    y1: y.at(low),
    x2: x.at(high),
    y2: y.at(high),
    stroke: MUTED,
    'stroke-dasharray': '2 3',
  };
  const place = { 'text-anchor': 'end', fill: MUTED, class: 'halo' };
  return element('line', line) + label(x.at(high) - 12, y.at(high) + 18, name, place);
}

function drawBand(band: Band, index: number, x: Scale, area: Area): string {
  const [left, right] = [x.at(band.from), x.at(band.to)];
  const size = { x: left, y: area.top, width: Math.max(0, right - left), height: area.bottom - area.top };
  const shade = index % 2 === 0 ? [] : [element('rect', { ...size, fill: FAINT, opacity: 0.45 })];
  const fits = textWidth(band.name) < right - left - 6;
  const name = fits ? [label(left + 4, area.top - 5, band.name, { fill: MUTED, class: 'small' })] : [];
  return element('g', {}, [hint(band.name), ...shade, ...name]);
}
