/** @file A curve as an animation: mutual information and entropies of the learned states, state by state. */

import { animation, type Frame } from '../drawing/animation.ts';
import { csvData } from '../drawing/chart-data.ts';
import { BLUE, OCHRE } from '../drawing/colours.ts';
import { HALF_WIDTH } from '../drawing/data-figure.ts';
import { figure, figures, folded } from '../drawing/figure.ts';
import { heatMap } from '../drawing/heat-map.ts';
import { lineChart } from '../drawing/line-chart.ts';
import { element } from '../drawing/markup.ts';
import { significant } from '../number-format.ts';
import type { RunPoint } from '../record/run-record.ts';
import { targetEntropy } from './target-entropy.ts';

/** Most frames; longer curves are thinned evenly, first and last state kept. */
const MOST_FRAMES = 40;
/** Information below this, in nats, is none. */
const NONE = 1e-6;

/** The animations of a curve with all their frames folded below; '' without the geometry of two states. */
export function curveFrames(points: readonly RunPoint[]): string {
  const shown = thinned(points.filter(({ bulk }) => bulk !== null && bulk.cuts.length > 0));
  if (shown.length < 2) return '';
  const series = [informationFrames(shown), entropyFrames(shown)].filter((one) => one !== null);
  if (series.length === 0) return '';
  const moving = series.map(({ caption, frames, size, data }) =>
    figure(
      animation(caption.split('.')[0]!, frames, size),
      `${caption} ${frames.length} states, one after another; a click stops and starts it.`,
      'half',
      data,
    ),
  );
  const still = series.flatMap(({ caption, frames }) =>
    frames.map(({ name, svg }) => figure(svg, `${caption.split('.')[0]} at ${name}.`)),
  );
  return (
    element('div', { class: 'moving' }, figures(...moving)) +
    element('div', { class: 'still' }, folded('All frames', figures(...still)))
  );
}

function thinned(points: readonly RunPoint[]): readonly RunPoint[] {
  if (points.length <= MOST_FRAMES) return points;
  return Array.from(
    { length: MOST_FRAMES },
    (_, k) => points[Math.round((k * (points.length - 1)) / (MOST_FRAMES - 1))]!,
  );
}

interface Frames {
  readonly caption: string;
  readonly frames: readonly Frame[];
  readonly size: { readonly width: number; readonly height: number };
  readonly data: ReturnType<typeof csvData>;
}

const nameOf = ({ time }: RunPoint, k: number): string => (time === null ? `state ${k}` : `τ = ${significant(time)}`);

/** Width and height in the root of an SVG. */
function sizeOf(svg: string): Frames['size'] {
  const read = (name: string): number => Number(new RegExp(` ${name}="([\\d.]+)"`).exec(svg)?.[1] ?? 0);
  return { width: read('width'), height: read('height') };
}

/** Maps of mutual information on one scale; null where no two sites of any state share any. */
function informationFrames(points: readonly RunPoint[]): Frames | null {
  const tables = points.map(({ bulk }) => bulk!.mutualInformation);
  const values = tables.map((table) => table.map((row, a) => row.map((value, b) => (a === b ? null : value))));
  const greatest = Math.max(
    0,
    ...values
      .flat(2)
      .filter((value) => value !== null && Number.isFinite(value))
      .map(Number),
  );
  if (!(greatest > NONE) || tables.some(({ length }) => length !== tables[0]!.length)) return null;
  const names = tables[0]!.map((_, site) => String(site));
  const frames = points.map((point, k): Frame => {
    const name = nameOf(point, k);
    const labels = { rowsLabel: 'site a', columnsLabel: 'site b', quantity: 'I(a:b) (nats)' };
    const title = `Mutual information of two sites at ${name}`;
    const map = { ...labels, title, rows: names, columns: names, values: values[k]!, greatest, width: HALF_WIDTH };
    return { name, svg: heatMap(map) };
  });
  const rows = points.flatMap((point, k) =>
    values[k]!.flatMap((row, a) => row.flatMap((value, b) => (b > a ? [[point.time ?? k, a, b, value]] : []))),
  );
  return {
    caption: 'Mutual information along the curve. Of two sites of the learned state, on one scale.',
    frames,
    size: sizeOf(frames[0]!.svg),
    data: csvData([['τ', 'site a', 'site b', 'I(a:b) (nats)'], ...rows]),
  };
}

/** Entropies of the sites up to each cut, on one scale; null where none has any. */
function entropyFrames(points: readonly RunPoint[]): Frames | null {
  const cuts = points.map(({ bulk }) => bulk!.cuts.filter(({ start }) => start === 0));
  const all = cuts.flat().map(({ entropy }) => entropy);
  const greatest = Math.max(0, ...all.filter(Number.isFinite));
  if (!(greatest > NONE) || cuts.some(({ length }) => length < 2)) return null;
  const longest = Math.max(...cuts.flat().map(({ length }) => length));
  const frames = points.map((point, k): Frame => {
    const name = nameOf(point, k);
    const target = point.targetGeometry ?? null;
    const hollow = cuts[k]!.flatMap((cut) => {
      const y = target && targetEntropy(target, cut);
      return y === null ? [] : [{ x: cut.length, y }];
    });
    const svg = lineChart({
      title: `Entropy of the first sites at ${name}`,
      x: { label: 'number of first sites', kind: 'linear', whole: true, include: [1, longest] },
      y: { label: 'entropy (nats)', kind: 'linear', include: [0, greatest] },
      series: [
        {
          name: 'learned state',
          colour: BLUE,
          mark: 'line-and-points',
          data: cuts[k]!.map(({ length: x, entropy: y }) => ({ x, y })),
        },
        { name: 'target', colour: OCHRE, mark: 'hollow', data: hollow },
      ],
      width: HALF_WIDTH,
      height: 300,
    });
    return { name, svg };
  });
  const rows = points.flatMap((point, k) => cuts[k]!.map(({ length, entropy }) => [point.time ?? k, length, entropy]));
  return {
    caption: 'Entropies along the curve. Of the first sites of the chain, on one scale.',
    frames,
    size: sizeOf(frames[0]!.svg),
    data: csvData([['τ', 'number of first sites', 'entropy (nats)'], ...rows]),
  };
}
