/** @file A rectangle of sites: bonds as wide as their energies, sites in the colours of their magnetisation. */

import { significant } from '../number-format.ts';
import { INK, MUTED, signedRamp } from './colours.ts';
import { colourBar } from './heat-map.ts';
import { drawing, element, hint, label } from './markup.ts';

/** A bond between sites row·columns + column, with its energy. */
export interface PlaneBond {
  readonly sites: readonly [number, number];
  readonly energy: number;
}

/** A rectangle ready to be drawn. */
export interface PlaneDrawing {
  readonly title: string;
  readonly rows: number;
  readonly columns: number;
  readonly bonds: readonly PlaneBond[];
  /** Of every site, row by row. */
  readonly magnetisation: readonly number[];
  /** What the magnetisation is. */
  readonly quantity: string;
  readonly width?: number;
}

/** Width in pixels of the strongest bond as a share of the distance between sites. */
const WIDEST = 0.24;
/** Most sites that have their value written beside them. */
const MOST_NUMBERS = 64;

/** The rectangle as SVG. Bonds and sites have diverging colours about 0, those of sites on the scale beside it. */
export function planeDrawing({ rows, columns, bonds, magnetisation, ...rest }: PlaneDrawing): string {
  const { title, quantity, width = 460 } = rest;
  const [left, top, bar] = [22, 42, 92];
  const step = Math.min(64, (width - 2 * left - bar) / Math.max(1, columns - 1));
  const at = (site: number): readonly [x: number, y: number] => [
    left + step * (site % columns),
    top + step * Math.floor(site / columns),
  ];
  const greatest = Math.max(...bonds.map(({ energy }) => Math.abs(energy)), Number.MIN_VALUE);
  const lines = bonds.map(({ sites: [a, b], energy }) => {
    const [[x1, y1], [x2, y2]] = [at(a), at(b)];
    const share = Math.abs(energy) / greatest;
    const style = { stroke: signedRamp(energy / greatest), 'stroke-width': Math.max(0.8, WIDEST * step * share) };
    return element('line', { x1, y1, x2, y2, ...style }, hint(`bond ${a}–${b}: ${significant(energy, 5)}`));
  });
  const most = Math.max(...magnetisation.map(Math.abs), 1e-3);
  const radius = Math.max(3, Math.min(12, 0.24 * step));
  const sites = magnetisation.map((value, site) => {
    const [cx, cy] = at(site);
    const style = { fill: signedRamp(value / most), stroke: INK, 'stroke-width': 0.9 };
    return element('circle', { cx, cy, r: radius, ...style }, hint(`site ${site}: ${significant(value, 5)}`));
  });
  const isNumbered = magnetisation.length <= MOST_NUMBERS && step >= 34;
  const numbers = isNumbered
    ? magnetisation.map((value, site) => {
        const [x, y] = at(site);
        return label(x + radius + 2, y + radius + 9, significant(value, 2), { fill: MUTED, class: 'small' });
      })
    : [];
  const bottom = top + step * (rows - 1);
  const right = left + step * (columns - 1) + radius + (isNumbered ? 40 : 24);
  const scale = colourBar([-most, most], right + 14, top, Math.max(60, bottom - top), (value) =>
    signedRamp(value / most),
  );
  return drawing(title, width, Math.max(bottom, top + 60) + 34, [
    ...lines,
    ...sites,
    ...numbers,
    scale,
    label(right + 28, 14, quantity, { 'text-anchor': 'end', fill: INK }),
  ]);
}
