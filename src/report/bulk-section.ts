/** @file The network read as a geometry: areas from entanglement, depth from the network, information from Fisher. */

import type { BulkGeometry, RegionCut } from '../bulk/bulk-geometry.ts';
import { bulkDrawing } from './bulk-drawing.ts';
import { BLUE, ramp, VERMILION } from './colours.ts';
import { figure, figures, paragraph, section } from './figure.ts';
import { heatMap } from './heat-map.ts';
import { type Datum, lineChart } from './line-chart.ts';
import { counted, significant } from './number-format.ts';

/** The section on the bulk. */
export function bulkSection(bulk: BulkGeometry): string {
  const { nodes, edges, cuts } = bulk;
  const gaps = cuts.map(({ cut, entropy }) => cut - entropy).filter(Number.isFinite);
  const tight = gaps.filter((gap) => Math.abs(gap) < 1e-6).length;
  const text =
    `${counted(nodes.length, 'tensor')} and ${counted(edges.length, 'leg')}. For every contiguous boundary region A the entropy obeys S(A) ≤ least cut, ` +
    `in the manner of Ryu and Takayanagi; the bound is saturated for ${tight} of ${counted(cuts.length, 'region')}. Entropies in nats.`;
  const half = middleCut(cuts, bulk.boundary.length);
  return section(
    'Bulk geometry',
    paragraph(text),
    figures(
      figure(bulkDrawing(bulk, half), bulkCaption(half), 'full'),
      cuts.length === 0
        ? ''
        : figure(
            cutScatter(cuts),
            'Exact entropy against minimal cut. One point for each contiguous region, darker for longer ones; none can lie above the line.',
          ),
      cuts.length === 0
        ? ''
        : figure(pageCurve(cuts), 'Entropy by length of the region. Mean over the regions of that length.'),
      figure(
        informationMap(bulk),
        'Mutual information between boundary sites. I(a:b) in nats; the diagonal is left out.',
      ),
      figure(
        distanceChart(bulk),
        'Distance −log(I / I_{max}) by separation of the sites. Dimensionless; pairs without mutual information are infinitely far and left out.',
      ),
    ),
  );
}

/** The region from site 0 to the middle, or the one most like it. */
export function middleCut(cuts: readonly RegionCut[], sites: number): RegionCut | null {
  const half = Math.floor(sites / 2);
  const order = (cut: RegionCut): number => Math.abs(cut.length - half) + cut.start / (sites + 1);
  return cuts.reduce<RegionCut | null>((best, cut) => (best === null || order(cut) < order(best) ? cut : best), null);
}

function bulkCaption(half: RegionCut | null): string {
  const cut =
    half === null
      ? ''
      : ` Vermilion: the minimal cut of sites ${half.start} to ${half.start + half.length - 1}, area ${significant(half.cut)} nats against entropy ${significant(half.entropy)} nats.`;
  return `Bulk graph. Boundary on top, depth downwards. Colour: Fisher information Σ\u2009F_{kk} of the tensor; width of a bond: its entanglement entropy.${cut}`;
}

function cutScatter(cuts: readonly RegionCut[]): string {
  const longest = Math.max(1, ...cuts.map(({ length }) => length));
  const data = cuts.map(
    ({ start, length, entropy, cut }): Datum => ({
      x: cut,
      y: entropy,
      colour: ramp(0.25 + (0.7 * length) / longest),
      hint: `sites ${start} to ${start + length - 1}: S = ${significant(entropy, 4)}, cut = ${significant(cut, 4)} nats`,
    }),
  );
  return lineChart({
    title: 'Exact entropy against minimal cut',
    x: { label: 'minimal cut, Σ log(bond dimension) (nats)', kind: 'linear', include: [0] },
    y: { label: 'exact entropy S(A) (nats)', kind: 'linear', include: [0] },
    series: [{ name: 'regions', colour: BLUE, mark: 'points', data }],
    diagonal: 'S = cut',
    width: 560,
    height: 400,
  });
}

function pageCurve(cuts: readonly RegionCut[]): string {
  const lengths = [...new Set(cuts.map(({ length }) => length))].sort((a, b) => a - b);
  const mean = (length: number, of: (cut: RegionCut) => number): Datum => {
    const values = cuts.filter((cut) => cut.length === length).map(of);
    const y = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { x: length, y, hint: `length ${length}: ${significant(y, 4)} nats` };
  };
  return lineChart({
    title: 'Entropy by length of the region',
    x: { label: 'length of the region (sites)', kind: 'linear', include: [0], whole: true },
    y: { label: 'entropy (nats)', kind: 'linear', include: [0] },
    series: [
      {
        name: 'exact entropy',
        colour: BLUE,
        mark: 'line-and-points',
        data: lengths.map((length) => mean(length, ({ entropy }) => entropy)),
      },
      {
        name: 'minimal cut',
        colour: VERMILION,
        mark: 'line-and-points',
        data: lengths.map((length) => mean(length, ({ cut }) => cut)),
      },
    ],
    width: 560,
    height: 400,
  });
}

function informationMap({ mutualInformation }: BulkGeometry): string {
  const names = mutualInformation.map((_, site) => String(site));
  const values = mutualInformation.map((row, a) => row.map((value, b) => (a === b ? null : value)));
  const labels = { rowsLabel: 'site a', columnsLabel: 'site b', quantity: 'I(a:b) (nats)' };
  return heatMap({
    title: 'Mutual information between boundary sites',
    ...labels,
    rows: names,
    columns: names,
    values,
    width: 480,
  });
}

function distanceChart({ distances }: BulkGeometry): string {
  const data = distances.flatMap((row, a) =>
    row.flatMap((value, b): readonly Datum[] =>
      value === null || b <= a ? [] : [{ x: b - a, y: value, hint: `sites ${a} and ${b}: ${significant(value)}` }],
    ),
  );
  return lineChart({
    title: 'Distance from mutual information by separation',
    x: { label: 'separation |a − b| (sites)', kind: 'linear', include: [0], whole: true },
    y: { label: 'distance −log(I / I_{max})', kind: 'linear', include: [0] },
    series: [{ name: 'pairs of sites', colour: BLUE, mark: 'points', data }],
    width: 560,
    height: 400,
  });
}
