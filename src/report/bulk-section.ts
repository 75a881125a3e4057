/** @file The network read as a geometry: areas from entanglement, depth from the network, information from Fisher. */

import type { BoundaryGeometry, RegionCut } from '../bulk/boundary-geometry.ts';
import type { BulkGeometry } from '../bulk/bulk-geometry.ts';
import { rankCorrelation } from '../bulk/edge-lengths.ts';
import { bulkDrawing, bulkLayout, isInformative } from '../drawing/bulk-drawing.ts';
import { BLUE, GREEN, OCHRE, ramp, VERMILION } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { figure, figures, folded, paragraph, section } from '../drawing/figure.ts';
import type { GraphLayout } from '../drawing/graph-layout.ts';
import { LAYOUT_PHRASES, type LayoutShape } from '../drawing/layout-shape.ts';
import type { Datum, LineChart, Series } from '../drawing/line-chart.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { counted, settledTo, significant } from '../number-format.ts';
import { informationFigures, NO_INFORMATION, sharesInformation } from './information-figures.ts';
import { targetEntropy } from './target-entropy.ts';
import { pointsPhrase, thinned } from './thinned-points.ts';

/** Whether the layers of the bulk are moments of time: gates act one after another, tensors do not. */
const DEPTH_IS_TIME: Readonly<Record<GenerativeNetwork['kind'], boolean>> = {
  circuit: true,
  'block-circuit': true,
  network: false,
};
/** Gap between entropy and minimal cut below which the bound is saturated, in nats. */
const SATURATED = 1e-6;

/**
 * The section on the bulk.
 *
 * @param kind - of the network: the depth of a circuit is time
 * @param target - geometry of the target's boundary, shown beside that of the learned state; null if unknown
 */
export function bulkSection(
  bulk: BulkGeometry,
  kind: GenerativeNetwork['kind'],
  target: BoundaryGeometry | null = null,
): string {
  const { nodes, edges, cuts } = bulk;
  const gaps = cuts.map(({ cut, entropy }) => cut - entropy).filter(Number.isFinite);
  const tight = gaps.filter((gap) => Math.abs(gap) < SATURATED).length;
  const text =
    `${counted(nodes.length, 'tensor')} and ${counted(edges.length, 'leg')}. For every contiguous boundary region A the entropy obeys S(A) ≤ minimal cut, ` +
    `in the manner of Ryu and Takayanagi; the bound is saturated for ${tight} of ${counted(cuts.length, 'region')}. Entropies in nats.`;
  const half = middleCut(cuts, bulk.boundary.length);
  const layout = bulkLayout(bulk, DEPTH_IS_TIME[kind]);
  return section(
    'Bulk geometry',
    paragraph(text),
    ...(target === null ? [] : [paragraph(deviationText(bulk, target))]),
    ...(sharesInformation(bulk, target) ? [] : [paragraph(NO_INFORMATION)]),
    ...lengthsText(bulk),
    figures(
      bulkFigure(bulk, half, layout),
      cuts.length === 0
        ? ''
        : chartFigure(
            cutScatter(thinned(cuts), target),
            `Exact entropy against minimal cut. ${pointsPhrase('contiguous region', cuts.length)}, darker for longer ones; none of the learned state can lie above the line.${target === null ? '' : ' Hollow: entropies of the target against the same cuts of the network.'}`,
          ),
      cuts.length === 0
        ? ''
        : chartFigure(
            pageCurve(cuts, target),
            'Entropy by length of the region. Mean over the regions of that length.',
          ),
      ...informationFigures(bulk, target),
      geodesicPairs(bulk).length === 0
        ? ''
        : chartFigure(
            geodesicChart(bulk),
            'Paths through the bulk against distances on the boundary. Each point is a pair of sites: the shortest path between them along the lines of the bulk graph, by their Fisher lengths, and −log(I / I_{max}). That both measure distance in one space is an analogy.',
          ),
    ),
  );
}

/** How far the learned geometry is from the target's. */
function deviationText({ cuts, mutualInformation }: BulkGeometry, target: BoundaryGeometry): string {
  const entropies = cuts.flatMap((cut) => {
    const of = targetEntropy(target, cut);
    return of === null ? [] : [Math.abs(cut.entropy - of)];
  });
  const information = mutualInformation.flatMap((row, a) =>
    row.flatMap((value, b) => {
      const of = target.mutualInformation[a]?.[b];
      return of === undefined || b <= a ? [] : [Math.abs(value - of)];
    }),
  );
  const greatest = settled(Math.max(0, ...entropies, ...information));
  if (entropies.length > 0 && greatest === 0) {
    return 'Learned state and target side by side: entropies of regions and mutual information of sites are equal, to rounding.';
  }
  const most = (values: readonly number[]): string =>
    values.length === 0 ? 'an unknown amount' : `at most ${significant(Math.max(...values), 2)} nats`;
  return `Learned state and target side by side: the entropies of regions differ by ${most(entropies)}, the mutual information of two sites by ${most(information)}.`;
}

/** What the lengths of the lines say; empty if there are none. */
function lengthsText(bulk: BulkGeometry): readonly string[] {
  const lengths = bulk.edges.flatMap(({ length }) => (length != null && Number.isFinite(length) ? [length] : []));
  if (lengths.length === 0) return [];
  const mean = lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
  const pairs = geodesicPairs(bulk);
  const correlation = rankCorrelation(
    pairs.map(({ x }) => x),
    pairs.map(({ y }) => y),
  );
  return [
    paragraph(
      `A line between two tensors is as long as the angle between the changes of the state that both can make, in the metric of Fisher information: ` +
        `0 if the boundary cannot tell which of them was changed, π/2 if it tells them apart perfectly. ${counted(lengths.length, 'line')} ${lengths.length === 1 ? 'has' : 'have'} a length, ` +
        `from ${significant(settled(Math.min(...lengths)))} to ${significant(Math.max(...lengths))} rad, mean ${significant(settled(mean))}. ` +
        (correlation === null
          ? 'Paths through the bulk do not rank the pairs of sites.'
          : `Paths through the bulk rank the pairs of sites as mutual information does, with Spearman’s ρ = ${significant(correlation, 2)}.`),
    ),
  ];
}

const settled = settledTo(1e-6);

/**
 * For each pair of sites the shortest path through the bulk and the distance from mutual information, where both are
 * finite.
 */
function geodesicPairs({ geodesics, distances }: BulkGeometry): readonly Datum[] {
  return (geodesics ?? []).flatMap((row, a) =>
    row.flatMap((x, b): readonly Datum[] => {
      const y = distances[a]?.[b] ?? null;
      if (x === null || y === null || b <= a || !Number.isFinite(x) || !Number.isFinite(y)) return [];
      return [
        { x, y, hint: `sites ${a} and ${b}: ${significant(x)} rad through the bulk, ${significant(y)} by information` },
      ];
    }),
  );
}

function geodesicChart(bulk: BulkGeometry): LineChart {
  return {
    title: 'Paths through the bulk against distances on the boundary',
    x: { label: 'shortest path through the bulk (rad)', kind: 'linear', include: [0] },
    y: { label: 'distance −log(I / I_{max})', kind: 'linear', include: [0] },
    series: [{ name: 'pairs of sites', colour: GREEN, mark: 'points', data: geodesicPairs(bulk) }],
    height: 300,
  };
}

/** The region from site 0 to the middle, or the one nearest to it. */
export function middleCut(cuts: readonly RegionCut[], sites: number): RegionCut | null {
  const half = Math.floor(sites / 2);
  const order = (cut: RegionCut): number => Math.abs(cut.length - half) + cut.start / (sites + 1);
  return cuts.reduce<RegionCut | null>((best, cut) => (best === null || order(cut) < order(best) ? cut : best), null);
}

/** Widest layout, in pixels, that is made smaller on a telephone; wider ones are scrolled, for their letters would be too small. */
const NARROW = 460;

/** Most tensors of a bulk that is drawn without being asked for. */
const MOST_TENSORS = 800;

/** The graph of the bulk with the minimal cut of a region. */
export function bulkFigure(bulk: BulkGeometry, half: RegionCut | null, layout: GraphLayout): string {
  const caption = bulkCaption(half, layout.shape, isInformative(bulk));
  const drawn = figure(bulkDrawing(bulk, half, layout), caption, layout.width <= NARROW ? 'fit' : 'full');
  return bulk.nodes.length <= MOST_TENSORS ? drawn : folded(`Drawing of all ${bulk.nodes.length} tensors`, drawn);
}

function bulkCaption(half: RegionCut | null, shape: LayoutShape, isColoured: boolean): string {
  const cut =
    half === null
      ? ''
      : ` Vermilion: the minimal cut of sites ${half.start} to ${half.start + half.length - 1}, area ${significant(half.cut)} nats against entropy ${significant(half.entropy)} nats.`;
  const colour = isColoured
    ? 'Colour: Fisher information Σ\u2009F_{kk} of the tensor, none where it is unknown; width'
    : 'Width';
  return `Bulk graph. ${LAYOUT_PHRASES[shape]} ${colour} of a line: its area, the entanglement entropy.${cut}`;
}

/** The entropy of each region against its minimal cut. */
export function cutScatter(cuts: readonly RegionCut[], target: BoundaryGeometry | null): LineChart {
  const longest = Math.max(1, ...cuts.map(({ length }) => length));
  const data = cuts.map(
    ({ start, length, entropy, cut }): Datum => ({
      x: cut,
      y: entropy,
      colour: ramp(0.25 + (0.7 * length) / longest),
      hint: `sites ${start} to ${start + length - 1}: S = ${significant(entropy, 4)}, cut = ${significant(cut, 4)} nats`,
    }),
  );
  const hollow = cuts.flatMap((cut): readonly Datum[] => {
    const y = target && targetEntropy(target, cut);
    if (y === null) return [];
    const sites = `sites ${cut.start} to ${cut.start + cut.length - 1}`;
    return [
      { x: cut.cut, y, hint: `target, ${sites}: S = ${significant(y, 4)}, cut = ${significant(cut.cut, 4)} nats` },
    ];
  });
  const ofTarget: readonly Series[] =
    hollow.length === 0 ? [] : [{ name: 'target', colour: OCHRE, mark: 'hollow', data: hollow }];
  return {
    title: 'Exact entropy against minimal cut',
    x: { label: 'minimal cut, Σ log(bond dimension) (nats)', kind: 'linear', include: [0] },
    y: { label: 'exact entropy S(A) (nats)', kind: 'linear', include: [0] },
    series: [{ name: target === null ? 'regions' : 'learned state', colour: BLUE, mark: 'points', data }, ...ofTarget],
    diagonal: 'S = cut',
    height: 300,
  };
}

/** Mean entropy and minimal cut of the regions of each length. */
export function pageCurve(cuts: readonly RegionCut[], target: BoundaryGeometry | null): LineChart {
  const cutsOf = new Map<number, RegionCut[]>(cuts.map(({ length }) => [length, []]));
  for (const cut of cuts) cutsOf.get(cut.length)!.push(cut);
  const lengths = [...cutsOf.keys()].sort((a, b) => a - b);
  const mean = (length: number, of: (cut: RegionCut) => number | null): Datum => {
    const values = cutsOf.get(length)!.flatMap((cut) => of(cut) ?? []);
    const y = values.reduce((sum, value) => sum + value, 0) / values.length;
    return { x: length, y, hint: `length ${length}: ${significant(y, 4)} nats` };
  };
  return {
    title: 'Entropy by length of the region',
    x: { label: 'length of the region (sites)', kind: 'linear', include: [0], whole: true },
    y: { label: 'entropy (nats)', kind: 'linear', include: [0] },
    series: [
      {
        name: target === null ? 'exact entropy' : 'learned state',
        colour: BLUE,
        mark: 'line-and-points',
        data: lengths.map((length) => mean(length, ({ entropy }) => entropy)),
      },
      ...(target === null || target.regions.length === 0
        ? []
        : [
            {
              name: 'target',
              colour: OCHRE,
              mark: 'hollow' as const,
              data: lengths
                .map((length) => mean(length, (cut) => targetEntropy(target, cut)))
                .filter(({ y }) => Number.isFinite(y)),
            },
          ]),
      {
        name: 'minimal cut',
        colour: VERMILION,
        mark: 'line-and-points',
        data: lengths.map((length) => mean(length, ({ cut }) => cut)),
      },
    ],
    height: 300,
  };
}
