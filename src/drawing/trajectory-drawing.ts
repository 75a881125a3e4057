/** @file Boundary sites as points that move with time. */

import type { AlignedFrame } from '../bulk/geometry-over-time.ts';
import { brief, significant } from '../number-format.ts';
import { INK, inkOnRamp, MUTED, ramp } from './colours.ts';
import { drawing, element, hint, label } from './markup.ts';
import { extent, niceStep } from './scale.ts';

const [WIDTH, HEIGHT, RADIUS] = [410, 330, 9];

/**
 * Paths of all sites through the aligned geometries, first two coordinates in equal scale, darker with time; each site is
 * named at its last place.
 *
 * @param frames - coordinates that are not finite are taken as 0
 */
export function trajectoryDrawing(frames: readonly Pick<AlignedFrame, 'time' | 'points'>[]): string {
  const at = (point: readonly number[] | undefined, axis: number): number => {
    const value = point?.[axis];
    return value != null && Number.isFinite(value) ? value : 0;
  };
  const sites = Math.max(0, ...frames.map(({ points }) => points.length));
  const all = frames.map(({ points }) =>
    Array.from({ length: sites }, (_, site) => [at(points[site], 0), at(points[site], 1)] as const),
  );
  const [left, right] = extent(all.flat().map(([x]) => x)) ?? [0, 0];
  const [low, high] = extent(all.flat().map(([, y]) => y)) ?? [0, 0];
  const size = Math.max((right - left) / (WIDTH - 80), (high - low) / (HEIGHT - 90), 1e-9);
  const place = ([x, y]: readonly [number, number]) => ({
    x: WIDTH / 2 + (x - (left + right) / 2) / size,
    y: HEIGHT / 2 - 10 - (y - (low + high) / 2) / size,
  });
  const shade = (frame: number): number => 0.12 + (0.78 * frame) / Math.max(1, frames.length - 1);
  const marks = Array.from({ length: sites }, (_, site) => {
    const way = all.map((points) => place(points[site]!));
    const path = way.map(({ x, y }, k) => `${k === 0 ? 'M' : 'L'}${x.toFixed(2)} ${y.toFixed(2)}`).join('');
    const dots = way
      .slice(0, -1)
      .map(({ x, y }, frame) =>
        element(
          'circle',
          { cx: x, cy: y, r: 4, fill: ramp(shade(frame)), stroke: INK, 'stroke-width': 0.5 },
          hint(`site ${site} at time ${significant(frames[frame]!.time)}`),
        ),
      );
    const end = way.at(-1);
    if (end === undefined) return '';
    const last = shade(frames.length - 1);
    return [
      element('path', { d: path, fill: 'none', stroke: MUTED, 'stroke-width': 1 }),
      ...dots,
      element('circle', { cx: end.x, cy: end.y, r: RADIUS, fill: ramp(last), stroke: INK, 'stroke-width': 0.9 }),
      label(end.x, end.y + 4, String(site), { 'text-anchor': 'middle', fill: inkOnRamp(last) }),
    ].join('');
  });
  const length = niceStep(140 * size, 1.5);
  const y = HEIGHT - 16;
  return drawing(`Paths of ${sites} boundary sites through ${frames.length} geometries`, WIDTH, HEIGHT, [
    ...marks,
    element('line', { x1: 16, x2: 16 + length / size, y1: y, y2: y, stroke: INK, 'stroke-width': 1.6 }),
    label(24 + length / size, y + 4, `distance ${brief(length)}`, { fill: INK }),
  ]);
}
