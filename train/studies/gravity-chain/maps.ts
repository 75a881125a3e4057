/** @file Functions of intervals and of the bulk as maps, deep below. */

import { significant } from '../../../src/number-format.ts';
import type { HeatMapExhibit } from '../../../src/record/study-record.ts';
import type { Curvature } from './defects.ts';

/** Most rows and columns of a map of intervals. */
const MOST = { rows: 24, columns: 30 };
/** Contours at these shares of the greatest modulus. */
const SHARES = [-0.75, -0.5, -0.25, 0.25, 0.5, 0.75];

/** A function over place and depth with both signs, with contours. */
function signedMap(map: Omit<HeatMapExhibit, 'kind' | 'contours' | 'columnsLabel'>): HeatMapExhibit {
  const most = map.values.flat().reduce<number>((greatest, value) => Math.max(greatest, Math.abs(value ?? 0)), 0);
  return { kind: 'heat-map', columnsLabel: 'place (sites)', ...map, contours: SHARES.map((share) => share * most) };
}

/** A function of intervals, shape (sites, sites) by start and length, over places and lengths; long intervals at the bottom. */
export function intervalMap(
  { values, sites, ring }: { readonly values: Float64Array; readonly sites: number; readonly ring: boolean },
  caption: string,
  quantity: string,
): readonly HeatMapExhibit[] {
  const all = Array.from({ length: sites }, (_, k) => k + 1);
  const valueAt = (place: number, length: number): number | null => {
    const start = place - Math.floor(length / 2);
    const value = values[(ring ? (start + sites) % sites : start) * sites + length - 1];
    return value === undefined || Number.isNaN(value) ? null : value;
  };
  const known = all.filter((length) => all.some((place) => valueAt(place - 1, length) !== null));
  if (known.length === 0) return [];
  const everyOf = <Item>(items: readonly Item[], most: number): readonly Item[] =>
    items.filter((_, k) => k % Math.ceil(items.length / most) === 0);
  const lengths = everyOf(known, MOST.rows);
  const places = everyOf(all, MOST.columns).map((site) => site - 1);
  return [
    signedMap({
      caption,
      quantity,
      rowsLabel: '|B| (sites)',
      rows: lengths.map(String),
      columns: places.map(String),
      values: lengths.map((length) => places.map((place) => valueAt(place, length))),
    }),
  ];
}

/** The curvature that was found, deep below; cells through which no geodesic passes are empty. */
export function curvatureMap({ found }: Curvature, caption: string): HeatMapExhibit {
  const columns = found.places.length;
  return signedMap({
    caption,
    quantity: 'δK',
    rowsLabel: 'depth z (sites)',
    rows: Array.from(found.depths, (depth) => significant(depth, 2)),
    columns: Array.from(found.places, (place) => place.toFixed(0)),
    values: Array.from(found.depths, (_, row) =>
      Array.from({ length: columns }, (_cell, column) => {
        const at = row * columns + column;
        return found.sensitivity[at]! > 0 ? found.curvature[at]! : null;
      }),
    ),
  });
}
