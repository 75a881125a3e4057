/** @file Space over time: aligned geometries of a curve, what changes in them, and the light cones beside them. */

import type { SpaceOverTime } from '../bulk/space-over-time.ts';
import { BLUE, GREEN, MUTED, PURPLE, VERMILION } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { figure, figures, paragraph, section } from '../drawing/figure.ts';
import type { Datum, LineChart } from '../drawing/line-chart.ts';
import { trajectoryDrawing } from '../drawing/trajectory-drawing.ts';
import { counted, significant } from '../number-format.ts';

/** The section on the history of space. */
export function timeSection(history: SpaceOverTime): string {
  const { frames, threshold, front, causal } = history;
  return section(
    'Space over time (analogy)',
    paragraph(
      `Distances −log(I/I_{max}) at ${counted(frames.length, 'time')}, embedded in two dimensions and aligned by rotation and reflection (Procrustes). ` +
        `Sites without mutual information are placed at one horizon. That this is a space that expands or contracts is an analogy; what changes is a table of correlations.`,
    ),
    ...(causal === null ? [] : [paragraph(causalText(causal, front, threshold))]),
    figures(
      frames.length === 0
        ? ''
        : figure(
            trajectoryDrawing(frames),
            'Boundary sites through time. Aligned embeddings of all geometries, pale at the beginning and dark at the end; each site is named where it ends.',
          ),
      changeFigure(frames),
      contactFigure(history),
    ),
  );
}

function causalText(
  { of, layers, front: cone }: NonNullable<SpaceOverTime['causal']>,
  front: SpaceOverTime['front'],
  threshold: number,
): string {
  const speed = (velocity: number | null): string =>
    velocity === null ? 'no measurable speed' : `${significant(velocity)} sites per unit of time`;
  const arriving = `Mutual information above ${significant(threshold)} nats spreads with ${speed(front.velocity)}.`;
  return of === 'trotter-circuit'
    ? `Beside it the causal geometry of the evolution’s Trotter circuit, one step for each state, ${counted(layers, 'layer')} of commuting gates: sites whose pasts have not met there are as uncorrelated as at the beginning. ` +
        `This cone opens with ${speed(cone.velocity)}. ${arriving} The speed of the cone belongs to the size of the steps; continuous time has only a front with a small tail before it.`
    : `${arriving} Beside it the light cones of the circuit learned last, ${counted(layers, 'layer')} of commuting gates laid along the curve for comparison only: it prepares the last state from a product state ` +
        `and is not the evolution, whose states may be correlated from the beginning.`;
}

function changeFigure(frames: SpaceOverTime['frames']): string {
  const later = frames.slice(1);
  const data = (of: (frame: SpaceOverTime['frames'][number]) => number): readonly Datum[] =>
    later.flatMap((frame) => {
      const y = of(frame);
      return [{ x: frame.time, y, hint: `time ${significant(frame.time)}: ${significant(y, 4)}` }];
    });
  const mean = (values: readonly number[]): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  const chart: LineChart = {
    title: 'What changes from one geometry to the next',
    x: { label: 'time', kind: 'linear' },
    y: { label: 'logarithmic strain; distance', kind: 'linear', include: [0] },
    series: [
      { name: 'dilation', colour: BLUE, mark: 'line-and-points', data: data(({ dilation }) => dilation) },
      { name: 'shear', colour: PURPLE, mark: 'line-and-points', data: data(({ shear }) => shear) },
      {
        name: 'mean displacement',
        colour: MUTED,
        mark: 'dash',
        data: data(({ displacement }) => mean(displacement)),
      },
    ],
    height: 300,
  };
  return chartFigure(
    chart,
    'What changes from one geometry to the next. Mean of log(d/d_{before}) over all pairs, its spread, and how far sites move after alignment.',
  );
}

function contactFigure({ arrivals, causal }: SpaceOverTime): string {
  const pairs = (times: readonly (readonly (number | null)[])[], what: string): readonly Datum[] =>
    times.flatMap((row, a) =>
      row.flatMap((time, b): readonly Datum[] =>
        b <= a || time === null
          ? []
          : [{ x: b - a, y: time, hint: `sites ${a} and ${b}: ${what} at ${significant(time)}` }],
      ),
    );
  const cone = causal === null ? [] : pairs(causal.contact, 'pasts meet');
  const first = [...new Set(cone.map(({ x }) => x))]
    .sort((p, q) => p - q)
    .map((x): Datum => ({ x, y: Math.min(...cone.filter((pair) => pair.x === x).map(({ y }) => y)) }));
  const chart: LineChart = {
    title: 'When sites come into contact',
    x: { label: 'separation |a − b| (sites)', kind: 'linear', include: [0], whole: true },
    y: { label: 'time', kind: 'linear', include: [0] },
    series: [
      { name: 'light cone', colour: VERMILION, mark: 'line', data: first },
      { name: 'pasts meet', colour: VERMILION, mark: 'hollow', data: cone },
      { name: 'information arrives', colour: GREEN, mark: 'points', data: pairs(arrivals, 'in contact') },
    ],
    height: 300,
  };
  return chartFigure(
    chart,
    'When sites come into contact. First time at which two sites share mutual information above the threshold, among the times of the curve, and when the pasts of both meet in the circuit.',
  );
}
