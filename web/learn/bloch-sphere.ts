/** @file Paths on the Bloch sphere, seen from the side. */

import { BLUE, FAINT, INK, MUTED } from '../../src/drawing/colours.ts';
import { coordinate, drawing, element, label } from '../../src/drawing/markup.ts';

/** A point or direction in space. */
export type Vector = readonly [number, number, number];

const [SIZE, RADIUS] = [410, 130];
const CENTRE: readonly [number, number] = [SIZE / 2, 158];
/** The eye stands this far to the right of the axis x and this far above the plane of the equator. */
const [TURN, TILT] = [0.5, 0.3];

/** Place on the page, and how far in front of the middle of the sphere. */
function seen([x, y, z]: Vector): { readonly at: readonly [number, number]; readonly front: number } {
  const right = y * Math.cos(TURN) - x * Math.sin(TURN);
  const towards = x * Math.cos(TURN) + y * Math.sin(TURN);
  const up = z * Math.cos(TILT) - towards * Math.sin(TILT);
  return {
    at: [CENTRE[0] + RADIUS * right, CENTRE[1] - RADIUS * up],
    front: towards * Math.cos(TILT) + z * Math.sin(TILT),
  };
}

/** A path of points, dashed behind the sphere. */
export interface SpherePath {
  readonly points: readonly Vector[];
  readonly colour: string;
  readonly width: number;
}

/** The sphere with its paths, their ends, and its axes. */
export function blochSphere(title: string, paths: readonly SpherePath[], ends: readonly Vector[]): string {
  const ring = (turned: (t: number) => Vector): Vector[] =>
    Array.from({ length: 73 }, (_, k) => turned((Math.PI * k) / 36));
  const circles: readonly SpherePath[] = [
    ring((t) => [Math.cos(t), Math.sin(t), 0]),
    ring((t) => [Math.cos(t), 0, Math.sin(t)]),
    ring((t) => [0, Math.cos(t), Math.sin(t)]),
  ].map((points) => ({ points, colour: FAINT, width: 1 }));
  const names: readonly (readonly [Vector, string])[] = [
    [[0, 0, 1.12], '|0⟩'],
    [[0, 0, -1.12], '|1⟩'],
    [[1.2, 0, 0], '|+⟩'],
    [[-1.25, 0, 0], '|−⟩'],
    [[0, 1.14, 0], '|r⟩'],
  ];
  const [cx, cy] = CENTRE;
  return drawing(title, SIZE, 316, [
    element('circle', { cx, cy, r: RADIUS, fill: 'none', stroke: MUTED, 'stroke-width': 1.2 }),
    ...circles.flatMap(pieces),
    ...paths.flatMap(pieces),
    ...ends.map((end, k) => {
      const [x, y] = seen(end).at;
      return element('circle', { cx: x, cy: y, r: 5, fill: k === 0 ? 'var(--panel, #fff)' : BLUE, stroke: INK });
    }),
    ...names.map(([place, name]) => {
      const [x, y] = seen(place).at;
      return label(x, y + 4, name, { 'text-anchor': 'middle', fill: INK, class: 'halo' });
    }),
  ]);
}

/** The stretches of a path in front of the sphere and behind it. */
function pieces({ points, colour, width }: SpherePath): readonly string[] {
  const places = points.map(seen);
  const stretches: { readonly isFront: boolean; readonly ends: (readonly [number, number])[] }[] = [];
  for (const { at, front } of places) {
    const last = stretches.at(-1);
    if (last === undefined || last.isFront !== front >= 0) {
      last?.ends.push(at);
      stretches.push({ isFront: front >= 0, ends: [at] });
    } else last.ends.push(at);
  }
  return stretches.map(({ isFront, ends }) =>
    element('path', {
      d: ends.map(([x, y], k) => `${k === 0 ? 'M' : 'L'}${coordinate(x)} ${coordinate(y)}`).join(''),
      fill: 'none',
      stroke: colour,
      'stroke-width': width,
      'stroke-linejoin': 'round',
      'stroke-dasharray': isFront ? undefined : '2 5',
    }),
  );
}
