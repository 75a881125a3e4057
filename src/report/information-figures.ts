/** @file What two sites of the boundary know of each other, as maps and as distances. */

import type { BoundaryGeometry } from '../bulk/boundary-geometry.ts';
import type { BulkGeometry } from '../bulk/bulk-geometry.ts';
import { BLUE, OCHRE } from '../drawing/colours.ts';
import { chartFigure, mapFigure } from '../drawing/data-figure.ts';

import type { HeatMap } from '../drawing/heat-map.ts';
import type { Datum, LineChart, Series } from '../drawing/line-chart.ts';
import { significant } from '../number-format.ts';
import { thinned } from './thinned-points.ts';

/** What stands in place of the figures where they would be empty. */
export const NO_INFORMATION =
  'No two sites share information: all are infinitely far from each other. What is entangled are larger regions.';

/** Whether any two sites share information, in the learned state or in the target. */
export const sharesInformation = (bulk: BulkGeometry, target: BoundaryGeometry | null): boolean =>
  bulk.mutualInformation.length === 0 || greatestInformation(bulk, target) > 0;

/**
 * Maps of mutual information and the distances that follow from it; none where no two sites share any.
 *
 * @param of - what the state is called
 */
export function informationFigures(
  bulk: BulkGeometry,
  target: BoundaryGeometry | null,
  of = 'learned state',
): readonly string[] {
  if (!sharesInformation(bulk, target)) return [];
  const greatest = greatestInformation(bulk, target);
  return [
    mapFigure(
      informationMap(bulk, of, greatest),
      `Mutual information between boundary sites, ${of}. I(a:b) in nats; the diagonal is left out.`,
    ),
    target === null || target.mutualInformation.length === 0
      ? ''
      : mapFigure(
          informationMap(target, 'target', greatest),
          'Mutual information between boundary sites, target. On the scale of the map beside it.',
        ),
    chartFigure(
      distanceChart(bulk, target),
      'Distance −log(I / I_{max}) by separation of the sites. Dimensionless; pairs without mutual information are infinitely far apart and left out.',
    ),
  ];
}

/** Greatest mutual information of two sites in either table. */
function greatestInformation(...tables: readonly (Pick<BulkGeometry, 'mutualInformation'> | null)[]): number {
  const values = tables.flatMap((table) =>
    (table?.mutualInformation ?? []).flatMap((row, a) => row.filter((_, b) => a !== b)),
  );
  return Math.max(0, ...values.filter(Number.isFinite));
}

function informationMap(
  { mutualInformation }: Pick<BulkGeometry, 'mutualInformation'>,
  of: string,
  greatest: number,
): HeatMap {
  const names = mutualInformation.map((_, site) => String(site));
  const values = mutualInformation.map((row, a) => row.map((value, b) => (a === b ? null : value)));
  const labels = { rowsLabel: 'site a', columnsLabel: 'site b', quantity: 'I(a:b) (nats)' };
  return {
    title: `Mutual information between boundary sites, ${of}`,
    ...labels,
    rows: names,
    columns: names,
    values,
    greatest,
  };
}

function distanceChart({ distances }: BulkGeometry, target: BoundaryGeometry | null): LineChart {
  const pairs = (table: BulkGeometry['distances'], of: string): readonly Datum[] =>
    thinned(
      table.flatMap((row, a) =>
        row.flatMap((value, b): readonly Datum[] =>
          value === null || b <= a
            ? []
            : [{ x: b - a, y: value, hint: `${of}, sites ${a} and ${b}: ${significant(value)}` }],
        ),
      ),
    );
  const ofTarget: readonly Series[] =
    target === null ? [] : [{ name: 'target', colour: OCHRE, mark: 'hollow', data: pairs(target.distances, 'target') }];
  return {
    title: 'Distance from mutual information by separation',
    x: { label: 'separation |a − b| (sites)', kind: 'linear', include: [0], whole: true },
    y: { label: 'distance −log(I / I_{max})', kind: 'linear', include: [0] },
    series: [
      {
        name: target === null ? 'pairs of sites' : 'learned state',
        colour: BLUE,
        mark: 'points',
        data: pairs(distances, 'learned'),
      },
      ...ofTarget,
    ],
    height: 300,
  };
}
