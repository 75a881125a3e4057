/** @file The charts of several runs, one curve for each. */

import { BLUE, GREEN, INK, MUTED, OCHRE, PURPLE, VERMILION } from '../drawing/colours.ts';
import { barFigure, chartFigure } from '../drawing/data-figure.ts';
import type { Datum, LineChart, Series } from '../drawing/line-chart.ts';
import { significant } from '../number-format.ts';
import type { RunPoint, RunRecord } from '../record/run-record.ts';
import { FLOOR } from './training-section.ts';

/** A state of a run, by a name that no other has. */
export interface NamedPoint {
  readonly name: string;
  readonly record: RunRecord;
  readonly point: RunPoint;
}

const COLOURS = [BLUE, VERMILION, GREEN, PURPLE, OCHRE, MUTED, INK] as const;
/** Most states that one chart shows. */
const MOST = COLOURS.length;
/** Points of a training curve. */
const POINTS = 240;

/** Training, lengths, entropies, information and entanglement spectra of the first seven states; those that some have. */
export function overlaidFigures(points: readonly NamedPoint[]): readonly string[] {
  const shown = points.slice(0, MOST);
  const some = points.length > MOST ? ` The first ${MOST} of ${points.length} states.` : '';
  return [
    lengthBars(points),
    chartFigure(trainingChart(shown), `Infidelity against training step. Of every run.${some}`),
    chartFigure(
      entropyChart(shown),
      `Entropy by length of the region. Mean over contiguous regions of the learned states.${some}`,
    ),
    chartFigure(
      informationChart(shown),
      `Mutual information by separation of the sites. Mean over the pairs of the learned states.${some}`,
    ),
    chartFigure(
      spectrumChart(shown),
      `Entanglement spectra of half the sites. Eigenvalues of the reduced state of the learned states.${some}`,
    ),
    chartFigure(
      fisherChart(shown),
      `Fisher spectra. Eigenvalues of the quantum Fisher information, in descending order.${some}`,
    ),
  ].filter((figure) => figure !== '');
}

/** One series for each state, by its name and colour. */
const seriesOf = (
  points: readonly NamedPoint[],
  mark: Series['mark'],
  data: (point: RunPoint, name: string) => readonly Datum[],
): readonly Series[] =>
  points
    .map(({ name, point }, k) => ({ name, colour: COLOURS[k % COLOURS.length]!, mark, data: data(point, name) }))
    .filter((one) => one.data.length > 0);

function lengthBars(points: readonly NamedPoint[]): string {
  const rows = points.flatMap(({ name, point: { geodesic } }) =>
    geodesic === null || !Number.isFinite(geodesic.length)
      ? []
      : [{ name, values: [geodesic.learned?.layeredLength ?? null, geodesic.length, geodesic.lowerBound] }],
  );
  const series = [
    { name: 'circuit, in layers', colour: VERMILION },
    { name: 'path found', colour: BLUE },
    { name: 'lower bound', colour: MUTED },
  ];
  const caption =
    'Lengths. Of the learned circuit layer after layer, of the path found, and the lower bound, each on the metric of its run.';
  return barFigure({ title: 'Lengths of several runs', quantity: 'length (radians)', series, rows }, caption);
}

function trainingChart(points: readonly NamedPoint[]): LineChart {
  const data = ({ training: { history } }: RunPoint, name: string): readonly Datum[] => {
    const stride = Math.max(1, Math.ceil(history.length / POINTS));
    return history.flatMap(({ infidelity }, k) =>
      k % stride === 0 || k === history.length - 1
        ? [{ x: k, y: Math.max(FLOOR, infidelity), hint: `${name}, step ${k}: ${significant(infidelity)}` }]
        : [],
    );
  };
  return {
    title: 'Infidelity during training, several runs',
    x: { label: 'training step', kind: 'linear', whole: true, include: [0] },
    y: { label: 'infidelity 1 − F (log scale)', kind: 'log' },
    series: seriesOf(points, 'line', data),
  };
}

function entropyChart(points: readonly NamedPoint[]): LineChart {
  const data = ({ bulk }: RunPoint, name: string): readonly Datum[] =>
    means((bulk?.cuts ?? []).map(({ length, entropy }) => [length, entropy] as const)).map(({ x, y }) => ({
      x,
      y,
      hint: `${name}, length ${x}: ${significant(y, 4)} nats`,
    }));
  return {
    title: 'Entropy by length of the region, several runs',
    x: { label: 'length of the region (sites)', kind: 'linear', whole: true, include: [0] },
    y: { label: 'entropy (nats)', kind: 'linear', include: [0] },
    series: seriesOf(points, 'line-and-points', data),
  };
}

function informationChart(points: readonly NamedPoint[]): LineChart {
  const data = ({ bulk }: RunPoint, name: string): readonly Datum[] => {
    const table = bulk?.mutualInformation ?? [];
    const pairs = table.flatMap((row, a) => row.flatMap((value, b) => (b > a ? [[b - a, value] as const] : [])));
    return means(pairs).map(({ x, y }) => ({ x, y, hint: `${name}, separation ${x}: ${significant(y, 4)} nats` }));
  };
  return {
    title: 'Mutual information by separation, several runs',
    x: { label: 'separation |a − b| (sites)', kind: 'linear', whole: true, include: [0] },
    y: { label: 'mean I(a:b) (nats)', kind: 'linear', include: [0] },
    series: seriesOf(points, 'line-and-points', data),
  };
}

function spectrumChart(points: readonly NamedPoint[]): LineChart {
  const data = ({ likeness }: RunPoint, name: string): readonly Datum[] =>
    (likeness?.spectra?.learned ?? []).slice(0, 40).map((y, k) => ({
      x: k + 1,
      y,
      hint: `${name}, eigenvalue ${k + 1}: ${significant(y, 4)}`,
    }));
  return {
    title: 'Entanglement spectra, several runs',
    x: { label: 'eigenvalue, in descending order', kind: 'linear', whole: true, include: [1] },
    y: { label: 'eigenvalue of ρ_{A} (log scale)', kind: 'log' },
    series: seriesOf(points, 'line-and-points', data),
  };
}

function fisherChart(points: readonly NamedPoint[]): LineChart {
  const data = ({ fisher }: RunPoint): readonly Datum[] => {
    const { eigenvalues = [], threshold = 0 } = fisher ?? {};
    const greatest = Math.max(0, ...eigenvalues.filter(Number.isFinite));
    return eigenvalues.flatMap((y, k) => (y > threshold * greatest ? [{ x: k + 1, y }] : []));
  };
  return {
    title: 'Fisher spectra, several runs',
    x: { label: 'eigenvalue, in descending order', kind: 'linear', whole: true, include: [1] },
    y: { label: 'eigenvalue of F above the threshold (log scale)', kind: 'log' },
    series: seriesOf(points, 'line', data),
  };
}

/** The mean of the finite values at each place, in ascending order. */
function means(
  values: readonly (readonly [x: number, y: number])[],
): readonly { readonly x: number; readonly y: number }[] {
  const places = new Map<number, number[]>();
  for (const [x, y] of values) if (Number.isFinite(y)) places.set(x, [...(places.get(x) ?? []), y]);
  return [...places]
    .sort(([a], [b]) => a - b)
    .map(([x, all]) => ({ x, y: all.reduce((sum, value) => sum + value, 0) / all.length }));
}
