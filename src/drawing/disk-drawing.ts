/** @file The hyperbolic plane as a disk: tiles, their legs, wedges, cuts and points. */

import { bisectorPoint, diskMidpoint, geodesicArc } from '../geometry/hyperbolic-disk.ts';
import type { DiskExhibit, DiskLines } from '../record/study-record.ts';
import { type LegendEntry, legendRows } from './axes.ts';
import { BLUE, FAINT, GREEN, INK, inkOnRamp, MUTED, OCHRE, PURPLE, ramp, VERMILION } from './colours.ts';
import { coordinate, drawing, element, hint, label } from './markup.ts';

const WIDTH = 410;
const RADIUS = 186;
const CENTRE = { x: WIDTH / 2, y: RADIUS + 22 } as const;

/** Colours of sets of tiles, of sets of legs, and of lines, in their order. */
const SHADES = [
  { colour: BLUE, opacity: 0.18 },
  { colour: BLUE, opacity: 0.44 },
  { colour: OCHRE, opacity: 0.4 },
  { colour: PURPLE, opacity: 0.4 },
] as const;
const REGIONS = [BLUE, GREEN, PURPLE, OCHRE] as const;
const LINES = [VERMILION, INK, PURPLE, GREEN] as const;
const lineColour = ({ mark }: Pick<DiskLines, 'mark'>, index: number): string =>
  mark === 'dash' ? MUTED : LINES[index % LINES.length]!;

type Place = DiskExhibit['places'][number];

/** The disk as SVG. Lines become thinner towards the edge, as lengths do. */
export function diskDrawing(exhibit: DiskExhibit): string {
  const { places, tiles = [], shades = [], legs = [], regions = [], lines = [], points = [], rings = [] } = exhibit;
  const at = (index: number): Place => places[index]!;
  const entries = legendOf(exhibit);
  const below = legendRows(entries, { left: 8, width: WIDTH - 8, top: 2 * CENTRE.y + 4 });
  return drawing(exhibit.caption, WIDTH, 2 * CENTRE.y + 8 + below.height, [
    element('circle', { cx: CENTRE.x, cy: CENTRE.y, r: RADIUS, fill: 'none', stroke: FAINT, 'stroke-width': 1 }),
    ...rings.map(ring),
    ...shades.map(({ name, tiles: set }, k) => {
      const { colour, opacity } = SHADES[k % SHADES.length]!;
      // A tile shows the last set that it is in, so that colours do not mix.
      const own = set.filter((tile) => !shades.slice(k + 1).some((later) => later.tiles.includes(tile)));
      const d = own.map((tile) => polygon(tiles[tile]!.map(at))).join('');
      return element('path', { d, fill: colour, 'fill-opacity': opacity }, hint(name));
    }),
    ...sides(tiles, at),
    legPaths(legs, regions, at),
    ...regions.map(({ name, legs: set }, k) => regionArc(set, legs, at, REGIONS[k % REGIONS.length]!, name)),
    ...lines.map((one, k) => drawnLines(one, at, lineColour(one, k))),
    ...drawnPoints(points, at),
    below.svg,
  ]);
}

function legendOf({ shades = [], regions = [], lines = [] }: DiskExhibit): readonly LegendEntry[] {
  return [
    ...regions.map(({ name }, k) => ({ name, mark: 'thick', colour: REGIONS[k % REGIONS.length]! }) as const),
    ...shades.map(({ name }, k) => ({ name, mark: 'box', ...SHADES[k % SHADES.length]! }) as const),
    ...lines.map(({ name, mark }, k) => ({ name, mark, colour: lineColour({ mark }, k) }) as const),
  ].filter(({ name }) => name !== '');
}

const pixel = ([x, y]: Place): string => `${coordinate(CENTRE.x + RADIUS * x)} ${coordinate(CENTRE.y - RADIUS * y)}`;

/** Height of an arc over its chord, in pixels, below which it is drawn straight. */
const VISIBLE = 0.04;

/** The geodesic from one point to the next, as a piece of a path that has reached the first. */
function piece(from: Place, to: Place): string {
  if (from[0] === to[0] && from[1] === to[1]) return '';
  const { circle } = geodesicArc(from, to);
  if (circle === null) return `L${pixel(to)}`;
  const { centre, radius } = circle;
  const half = Math.hypot(to[0] - from[0], to[1] - from[1]) / 2;
  if (RADIUS * (half * half) < VISIBLE * 2 * radius) return `L${pixel(to)}`;
  const turn = (from[0] - centre[0]) * (to[1] - centre[1]) - (from[1] - centre[1]) * (to[0] - centre[0]);
  const r = coordinate(RADIUS * radius);
  return `A${r} ${r} 0 0 ${turn > 0 ? 0 : 1} ${pixel(to)}`;
}

const segment = (from: Place, to: Place): string => `M${pixel(from)}${piece(from, to)}`;

function polygon(corners: readonly Place[]): string {
  const around = corners.map((corner, k) => piece(corner, corners[(k + 1) % corners.length]!));
  return `M${pixel(corners[0]!)}${around.join('')}Z`;
}

/** Widths of the tiles' sides, in pixels, from the centre to the edge. */
const WIDTHS = [1.3, 1, 0.75, 0.55, 0.4] as const;

/** Each side once, in a path for each width. */
function sides(tiles: readonly (readonly number[])[], at: (index: number) => Place): readonly string[] {
  const drawn = new Set<string>();
  const paths = WIDTHS.map(() => '');
  for (const corners of tiles) {
    corners.forEach((a, k) => {
      const b = corners[(k + 1) % corners.length]!;
      const key = `${Math.min(a, b)} ${Math.max(a, b)}`;
      if (drawn.has(key)) return;
      drawn.add(key);
      const [from, to] = [at(a), at(b)];
      const size = 1 - Math.hypot((from[0] + to[0]) / 2, (from[1] + to[1]) / 2) ** 2;
      const bin = WIDTHS.findIndex((_, step) => size > 0.4 ** (step + 1));
      paths[bin === -1 ? WIDTHS.length - 1 : bin] += segment(from, to);
    });
  }
  return paths.flatMap((d, k) =>
    d === '' ? [] : [element('path', { d, fill: 'none', stroke: MUTED, 'stroke-width': WIDTHS[k]! })],
  );
}

type Legs = NonNullable<DiskExhibit['legs']>;

/** Length of the legs, in units of the radius of curvature. */
const LEG = 0.45;

/** Legs leave their sides at right angles in the middle. */
function legPaths(legs: Legs, regions: NonNullable<DiskExhibit['regions']>, at: (index: number) => Place): string {
  const regionOf = new Map(regions.flatMap(({ legs: set }, k) => set.map((leg) => [leg, k] as const)));
  const paths = new Map<string, string>();
  legs.forEach((leg, k) => {
    const [a, b] = leg.map(at) as [Place, Place];
    const region = regionOf.get(k);
    const colour = region === undefined ? MUTED : REGIONS[region % REGIONS.length]!;
    paths.set(colour, (paths.get(colour) ?? '') + segment(diskMidpoint(a, b), bisectorPoint(a, b, LEG)));
  });
  const width = legs.length > 600 ? 0.5 : legs.length > 150 ? 0.8 : 1.2;
  return [...paths].map(([stroke, d]) => element('path', { d, fill: 'none', stroke, 'stroke-width': width })).join('');
}

/** Distance of a region's arc from the centre, in radii. */
const OUTSIDE = 1.03;

/** The arcs around the legs of a region, from half-way to the leg before the first to half-way to the leg after the last. */
function regionArc(
  set: readonly number[],
  legs: Legs,
  at: (index: number) => Place,
  stroke: string,
  name: string,
): string {
  const n = legs.length;
  const inside = new Set(set);
  const angle = (leg: number): number => {
    const [a, b] = legs[((leg % n) + n) % n]!.map(at) as [Place, Place];
    const [x, y] = diskMidpoint(a, b);
    return Math.atan2(y, x);
  };
  const style = { fill: 'none', stroke, 'stroke-width': 5 };
  if (inside.size === n) {
    const circle = { cx: CENTRE.x, cy: CENTRE.y, r: OUTSIDE * RADIUS };
    return element('circle', { ...circle, ...style }, hint(name));
  }
  const half = (a: number, b: number): number => a + ((((b - a) % TURN) + TURN) % TURN) / 2;
  const arcs = [...inside]
    .filter((leg) => !inside.has((leg - 1 + n) % n))
    .map((first) => {
      let last = first;
      while (inside.has((last + 1) % n)) last += 1;
      const from = half(angle(first - 1), angle(first));
      const to = half(angle(last), angle(last + 1));
      const span = (((to - from) % TURN) + TURN) % TURN;
      const r = coordinate(OUTSIDE * RADIUS);
      const end = (turn: number): string => pixel([OUTSIDE * Math.cos(turn), OUTSIDE * Math.sin(turn)]);
      return `M${end(from)}A${r} ${r} 0 ${span > Math.PI ? 1 : 0} 0 ${end(to)}`;
    });
  return element('path', { d: arcs.join(''), ...style }, hint(name));
}

const TURN = 2 * Math.PI;

function drawnLines(
  { name, mark, segments, weights }: DiskLines,
  at: (index: number) => Place,
  stroke: string,
): string {
  const dash = mark === 'dash' ? { 'stroke-dasharray': '5 4' } : {};
  const style = { fill: 'none', stroke, 'stroke-linecap': 'round', ...dash };
  if (weights === undefined) {
    const d = segments.map(([a, b]) => segment(at(a), at(b))).join('');
    return element('path', { d, ...style, 'stroke-width': mark === 'thick' ? 3.4 : 1.8 }, hint(name));
  }
  const greatest = Math.max(1e-300, ...weights);
  // Equal widths share a path; what would be thinner than a hair is left out.
  const paths = new Map<number, string>();
  segments.forEach(([a, b], k) => {
    const width = Math.round((14 * weights[k]!) / greatest) / 2;
    if (width > 0) paths.set(width, (paths.get(width) ?? '') + segment(at(a), at(b)));
  });
  return element('g', style, [
    hint(name),
    ...[...paths].map(([width, d]) => element('path', { d, 'stroke-width': width })),
  ]);
}

function ring({ distance, name }: NonNullable<DiskExhibit['rings']>[number]): string {
  const r = RADIUS * Math.tanh(distance / 2);
  return (
    element('circle', { cx: CENTRE.x, cy: CENTRE.y, r, fill: 'none', stroke: FAINT, 'stroke-dasharray': '2 3' }) +
    label(CENTRE.x, CENTRE.y - r - 4, name, { 'text-anchor': 'middle', fill: MUTED, class: 'halo small' })
  );
}

/** Up to this many points carry their names inside. */
const MOST_NAMED = 24;

function drawnPoints(points: NonNullable<DiskExhibit['points']>, at: (index: number) => Place): readonly string[] {
  const few = points.length <= MOST_NAMED;
  const radius = few ? 11 : 5.5;
  const places = points.map(({ at: index }) => {
    const [x, y] = at(index);
    return { x: CENTRE.x + RADIUS * x, y: CENTRE.y - RADIUS * y };
  });
  const last = Math.max(1, points.length - 1);
  return points.map(({ name }, k) => {
    const { x, y } = places[k]!;
    const t = 0.15 + (0.75 * k) / last;
    const circle = { cx: x, cy: y, r: radius, fill: ramp(t), stroke: INK, 'stroke-width': 0.9 };
    const together = places.flatMap((other, j) => (Math.hypot(other.x - x, other.y - y) < radius ? [j] : []));
    const names = together.map((j) => points[j]!.name).join(', ');
    const inside = { 'text-anchor': 'middle', fill: inkOnRamp(t), 'pointer-events': 'none' };
    if (few) {
      const text =
        together.length === 1
          ? label(x, y + 4, name, inside)
          : together[0] === k
            ? label(x + radius + 4, y + radius + 5, names, { fill: INK, class: 'halo' })
            : '';
      return element('circle', circle, hint(name)) + text;
    }
    // Every eighth name, on the side of the centre.
    const away = Math.hypot(x - CENTRE.x, y - CENTRE.y) || 1;
    const [u, v] = [x - (17 * (x - CENTRE.x)) / away, y - (17 * (y - CENTRE.y)) / away];
    const text = k % 8 === 0 ? label(u, v + 4, name, { 'text-anchor': 'middle', fill: INK, class: 'halo' }) : '';
    return element('circle', circle, hint(name)) + text;
  });
}
