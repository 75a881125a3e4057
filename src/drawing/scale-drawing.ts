/** @file A network by scale: the boundary below, coarser tensors above, a cone shaded and a quantity as colour. */

import { significant } from '../number-format.ts';
import type { ScaleExhibit, ScaleNode } from '../record/study-record.ts';
import { type LegendEntry, legendRows } from './axes.ts';
import { BLUE, GREEN, INK, MUTED, PAPER, ramp } from './colours.ts';
import { colourBar } from './heat-map.ts';
import { coordinate, drawing, element, hint, label } from './markup.ts';
import { domainFromZero } from './scale.ts';

const MARGIN = 22;
const ROW = 46;

interface Frame {
  readonly x: (site: number) => number;
  readonly y: (depth: number) => number;
  readonly left: number;
  readonly right: number;
  /** Number of sites around the ring; Infinity without one. */
  readonly around: number;
}

/** The network as SVG: 410 pixels wide, 1120 for more than 24 sites. */
export function scaleDrawing(exhibit: ScaleExhibit): string {
  const { caption, sites, ring = false, nodes, bonds, legs, cone, region, quantity } = exhibit;
  const width = sites > 24 ? 1120 : 410;
  const left = MARGIN;
  const right = width - MARGIN - (quantity === undefined ? 0 : 62);
  const unit = (right - left) / Math.max(1, sites);
  const deepest = Math.max(1, ...nodes.map(({ depth }) => depth));
  const bottom = 24 + ROW * deepest + 10;
  const frame: Frame = {
    x: (site) => left + (site + 0.5) * unit,
    y: (depth) => bottom - ROW * depth,
    left,
    right,
    around: ring ? sites : Infinity,
  };
  const values = nodes.flatMap(({ value }) => (value == null || !Number.isFinite(value) ? [] : [value]));
  const domain = domainFromZero(values);
  const sizes = sizeByDepth(nodes, unit);
  const entries: readonly LegendEntry[] = [
    ...(region === undefined ? [] : [{ name: region.name, mark: 'thick', colour: GREEN } as const]),
    ...(cone === undefined ? [] : [{ name: cone.name, mark: 'box', colour: BLUE, opacity: CONE } as const]),
  ];
  const below = legendRows(entries, { left: 8, width: width - 8, top: bottom + 26 });
  const wires = bonds.map(([a, b]) => wire(spot(nodes[a]!), spot(nodes[b]!), frame));
  const ends = legs.map(([node, site]) => wire(spot(nodes[node]!), [site, 0], frame));
  return drawing(caption, width, bottom + 30 + below.height, [
    cone === undefined ? '' : coneShade(exhibit, new Set(cone.nodes), frame),
    element('path', { d: [...wires, ...ends].join(''), fill: 'none', stroke: MUTED, 'stroke-width': 1.1 }),
    ...nodes.map((node) => drawnNode(node, sizes.get(node.depth)!, domain, quantity, frame)),
    ...(region?.sites ?? []).map((site) => marked(site, unit, frame)),
    siteNames(sites, frame),
    ...(quantity === undefined
      ? []
      : [
          label(width - 4, 14, quantity, { 'text-anchor': 'end', fill: INK }),
          colourBar(domain, right + 24, 28, Math.min(180, bottom - 30)),
        ]),
    below.svg,
  ]);
}

type Spot = readonly [site: number, depth: number];
const spot = ({ site, depth }: ScaleNode): Spot => [site, depth];

/** A straight line; one that is shorter around the ring leaves at one side and comes back at the other. */
function wire([a, from]: Spot, [b, to]: Spot, { x, y, left, right, around }: Frame): string {
  const at = (site: number, depth: number): string => `${coordinate(x(site))} ${coordinate(y(depth))}`;
  if (Math.abs(a - b) <= around / 2) return `M${at(a, from)}L${at(b, to)}`;
  const shift = a < b ? -around : around;
  // Both halves are parts of the line from a to the copy of b beyond the side.
  const side = a < b ? left : right;
  const share = (side - x(a)) / (x(b + shift) - x(a));
  const height = coordinate(y(from + share * (to - from)));
  return `M${at(a, from)}L${coordinate(side)} ${height}M${coordinate(left + right - side)} ${height}L${at(b, to)}`;
}

/** Strength of the shade of a cone. */
const CONE = 0.18;

/** The bonds within the set as broad strokes, all of one shade. */
function coneShade({ nodes, bonds, legs, region }: ScaleExhibit, inside: ReadonlySet<number>, frame: Frame): string {
  const below = new Set(region?.sites ?? []);
  const within = [
    ...bonds.filter(([a, b]) => inside.has(a) && inside.has(b)).map(([a, b]) => [spot(nodes[a]!), spot(nodes[b]!)]),
    ...legs
      .filter(([node, site]) => inside.has(node) && below.has(site))
      .map(([node, site]) => [spot(nodes[node]!), [site, 0] as Spot]),
  ];
  const d = within.map(([a, b]) => wire(a!, b!, frame)).join('');
  const style = {
    fill: 'none',
    stroke: BLUE,
    'stroke-width': 30,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  };
  return element('g', { opacity: CONE }, element('path', { d, ...style }));
}

/** Half the size of the nodes of each depth: what their distances leave room for. */
function sizeByDepth(nodes: readonly ScaleNode[], unit: number): ReadonlyMap<number, number> {
  const depths = [...new Set(nodes.map(({ depth }) => depth))];
  return new Map(
    depths.map((depth) => {
      const sites = nodes.filter((node) => node.depth === depth).map(({ site }) => site);
      const sorted = sites.sort((a, b) => a - b);
      const gaps = sorted.slice(1).map((site, k) => site - sorted[k]!);
      return [depth, Math.min(10, Math.max(2, 0.34 * unit * Math.min(...gaps, 1e9)))];
    }),
  );
}

function drawnNode(
  { name, shape, site, depth, value }: ScaleNode,
  size: number,
  [low, high]: readonly [number, number],
  quantity: string | undefined,
  { x, y }: Frame,
): string {
  const [cx, cy] = [x(site), y(depth)];
  const known = quantity !== undefined && value != null && Number.isFinite(value);
  const paint = { fill: known ? ramp((value - low) / (high - low)) : PAPER, stroke: INK, 'stroke-width': 1 };
  const text = hint(known ? `${name}: ${quantity} ${significant(value, 4)}` : name);
  if (shape === 'disentangler') {
    const box = { x: cx - size, y: cy - 0.72 * size, width: 2 * size, height: 1.44 * size, rx: 1.5 };
    return element('rect', { ...box, ...paint }, text);
  }
  if (shape === 'tensor') return element('circle', { cx, cy, r: 0.85 * size, ...paint }, text);
  const corner = (dx: number, dy: number): string => `${coordinate(cx + dx * size)} ${coordinate(cy + dy * size)}`;
  const d = `M${corner(0, -0.95)}L${corner(1.1, 0.8)}L${corner(-1.1, 0.8)}Z`;
  return element('path', { d, ...paint, 'stroke-linejoin': 'round' }, text);
}

function marked(site: number, unit: number, { x, y }: Frame): string {
  const at = y(0);
  const half = unit / 2 + 0.2;
  return element('line', { x1: x(site) - half, x2: x(site) + half, y1: at, y2: at, stroke: GREEN, 'stroke-width': 5 });
}

/** Names of some sites below the boundary. */
function siteNames(sites: number, { x, y, left, right }: Frame): string {
  const stride = Math.max(1, 2 ** Math.ceil(Math.log2((22 * sites) / (right - left))));
  const names = Array.from({ length: Math.ceil(sites / stride) }, (_, k) =>
    label(x(k * stride), y(0) + 17, String(k * stride), { 'text-anchor': 'middle', fill: MUTED, class: 'small' }),
  );
  return element('g', {}, names);
}
