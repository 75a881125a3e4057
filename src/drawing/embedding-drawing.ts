/** @file Boundary sites as points, at distances given by their mutual information. */

import type { Embedding } from '../geometry/multidimensional-scaling.ts';
import { brief, significant } from '../number-format.ts';
import type { Place } from './clearance.ts';
import { FAINT, INK, inkOnRamp, MUTED, ramp } from './colours.ts';
import { drawing, element, hint, label } from './markup.ts';
import { extent, niceStep } from './scale.ts';

const WIDTH = 410;
const HEIGHT = 330;
const RADIUS = 12;

/** Share of the positive eigenvalues that each axis holds. */
export function axisShares({ eigenvalues }: Pick<Embedding, 'eigenvalues'>): readonly number[] {
  const positive = eigenvalues.map((value) => (Number.isFinite(value) ? Math.max(0, value) : 0));
  const total = positive.reduce((sum, value) => sum + value, 0);
  return positive.map((value) => (total > 0 ? value / total : 0));
}

/**
 * The embedding as SVG: the first two principal axes, in equal scale, with a ruler; neighbouring sites are joined.
 *
 * @param embedding - coordinates that are not finite are taken as 0
 */
export function embeddingDrawing(embedding: Embedding): string {
  const at = (point: readonly number[], axis: number): number => {
    const value = point[axis];
    return value !== undefined && Number.isFinite(value) ? value : 0;
  };
  const points = embedding.points.map((point) => [at(point, 0), at(point, 1)] as const);
  const [left, right] = extent(points.map(([x]) => x)) ?? [0, 0];
  const [low, high] = extent(points.map(([, y]) => y)) ?? [0, 0];
  const size = Math.max((right - left) / (WIDTH - 90), (high - low) / (HEIGHT - 120), 1e-9);
  const place = ([x, y]: readonly [number, number]) => ({
    x: WIDTH / 2 + (x - (left + right) / 2) / size,
    y: HEIGHT / 2 - 4 - (y - (low + high) / 2) / size,
  });
  const places = points.map(place);
  const path = places.map(({ x, y }, k) => `${k === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');
  const last = Math.max(1, points.length - 1);
  const sites = places.map(({ x, y }, site) => {
    const t = 0.15 + (0.75 * site) / last;
    const together = places.flatMap((other, k) => (Math.hypot(other.x - x, other.y - y) < RADIUS ? [k] : []));
    const name =
      together.length === 1
        ? label(x, y + 4, String(site), { 'text-anchor': 'middle', fill: inkOnRamp(t), 'pointer-events': 'none' })
        : together[0] === site
          ? label(x + RADIUS + 5, y + RADIUS + 5, together.join(', '), { fill: INK, class: 'halo' })
          : '';
    const text = `site ${site}: ${points[site]!.map((value) => significant(value)).join(', ')}`;
    const circle = { cx: x, cy: y, r: RADIUS, fill: ramp(t), stroke: INK, 'stroke-width': 0.9 };
    return { circle: element('circle', circle, hint(text)), name };
  });
  return drawing(`Embedding of ${points.length} boundary sites`, WIDTH, HEIGHT, [
    ...axes(place([0, 0]), axisShares(embedding), places),
    path === '' ? '' : element('path', { d: path, fill: 'none', stroke: MUTED, 'stroke-dasharray': '3 4' }),
    ...sites.map(({ circle, name }) => circle + name),
    ruler(size),
  ]);
}

/** Width and height of the name of an axis, in pixels. */
const [NAME_WIDTH, NAME_HEIGHT] = [76, 12];

/** The two axes through the centre of the points, with their share of the extent where no point covers it. */
function axes(centre: Place, shares: readonly number[], points: readonly Place[]): readonly string[] {
  const share = (axis: number): string => `axis ${axis + 1}, ${Math.round(100 * (shares[axis] ?? 0))} %`;
  const ends = [-6, 16, -20, 30].flatMap((y) => [WIDTH - 12, 12].map((x) => ({ x, y: centre.y + y })));
  const isFree = ({ x, y }: Place): boolean => {
    const middle = { x: x + (x > WIDTH / 2 ? -0.5 : 0.5) * NAME_WIDTH, y: y - NAME_HEIGHT / 2 };
    return points.every(
      (point) =>
        Math.abs(point.x - middle.x) > NAME_WIDTH / 2 + RADIUS ||
        Math.abs(point.y - middle.y) > NAME_HEIGHT / 2 + RADIUS,
    );
  };
  const { x, y } = ends.find(isFree) ?? ends[0]!;
  return [
    element('line', { x1: 12, x2: WIDTH - 12, y1: centre.y, y2: centre.y, stroke: FAINT }),
    element('line', { x1: centre.x, x2: centre.x, y1: 24, y2: HEIGHT - 40, stroke: FAINT }),
    label(x, y, share(0), { 'text-anchor': x > WIDTH / 2 ? 'end' : 'start', fill: MUTED, class: 'halo' }),
    label(centre.x + 8, 20, share(1), { fill: MUTED, class: 'halo' }),
  ];
}

/** A length in the units of the distances, at the lower edge. */
function ruler(size: number): string {
  const length = niceStep(140 * size, 1.5);
  const pixels = length / size;
  const y = HEIGHT - 16;
  return element('g', {}, [
    element('line', { x1: 16, x2: 16 + pixels, y1: y, y2: y, stroke: INK, 'stroke-width': 1.6 }),
    label(24 + pixels, y + 4, `distance ${brief(length)}`, { fill: INK }),
  ]);
}
