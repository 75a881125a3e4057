/**
 * @file Where the tensors of a network are drawn: no two in one place, no bond behind a tensor that it does not join.
 */

import {
  forceCollide,
  forceLink,
  forceManyBody,
  forceSimulation,
  forceX,
  forceY,
  type SimulationNodeDatum,
} from 'd3-force';
import { ringPositions } from '../bulk/ring-positions.ts';
import type { GraphEdge, GraphNode } from '../geometry/capacity-graph.ts';
import { type Clearance, clearanceOf, cleared, type Line, type Place } from './clearance.ts';
import { foldedChain } from './folded-chain.ts';
import { gridCoordinates, type Neighbours } from './grid-coordinates.ts';
import type { LayoutShape } from './layout-shape.ts';
import { extent } from './scale.ts';

/** The data of a network on which its layout depends. */
export interface LayoutGraph {
  readonly nodes: readonly GraphNode[];
  readonly edges: readonly Pick<GraphEdge, 'leg' | 'from' | 'to'>[];
  readonly boundary: readonly string[];
}

/** A layout, in pixels from the upper left corner. */
export interface GraphLayout {
  readonly shape: LayoutShape;
  readonly width: number;
  readonly height: number;
  /** Of the tensors, by id. */
  readonly nodes: ReadonlyMap<string, Place>;
  /** End points of the open legs, by leg. */
  readonly ends: ReadonlyMap<string, Place>;
  /** Radius at which a tensor's disc touches no other disc and no bond between other tensors. */
  readonly radius: number;
  /** How far a bond may be bent without touching a tensor. */
  readonly bend: number;
}

/** A network as numbered points and lines: its tensors first, then the ends of its open legs. */
interface Numbered extends LayoutGraph {
  readonly open: readonly { readonly leg: string; readonly owner: number; readonly site: number }[];
  readonly lines: readonly Line[];
}

interface Candidate {
  readonly shape: LayoutShape;
  readonly places: readonly Place[];
  readonly kept: Clearance;
  /** Greatest distance by which the clearing moved a point. */
  readonly moved: number;
}

/** Greatest width and height of a drawing. */
const WIDTH = 1040;
const HEIGHT = 640;
/** Clearance to aim at where there is room. */
const WANTED: Clearance = { points: 26, lines: 13 };
/** Clearance from lines at which a drawing counts as clear. */
const CLEAR = 6;
/** Farthest that points may be moved and still show their sites and depths. */
const ASTRAY = 22;
const LARGEST_RADIUS = 8.5;

/**
 * A layout of the network. Rectangles, long chains and rings are recognised by their bonds; otherwise tensors hang in
 * layers below the boundary, by their sites and depths. Where tensors would coincide or hide a bond they are moved a little. Where
 * that does not suffice, forces between the tensors place them; failing that they stand on a circle, on which no bond
 * passes through a third tensor.
 *
 * @param layered - whether depth is time, as in a circuit, and has to stay visible
 *
 * Cost O(tensors · bonds), times up to 300 rounds of clearing.
 */
export function graphLayout(graph: LayoutGraph, layered = false): GraphLayout {
  const numbered = numberedOf(graph);
  const grid = layered ? null : gridLayout(numbered);
  if (grid !== null) return finished(numbered, grid);
  const rows = layered ? null : rowsLayout(numbered);
  if (rows !== null && isClear(rows)) return finished(numbered, rows);
  const disc = layered ? null : discLayout(numbered);
  if (disc !== null && isClear(disc) && disc.moved <= ASTRAY) return finished(numbered, disc);
  const layers = layersLayout(numbered);
  if (layered || (isClear(layers) && layers.moved <= ASTRAY)) return finished(numbered, layers);
  const free = forceLayout(numbered);
  if (isClear(free)) return finished(numbered, free);
  const candidates = [layers, free, circleLayout(numbered), ...(disc === null ? [] : [disc])];
  return finished(
    numbered,
    candidates.reduce((best, other) => (roomOf(other) > roomOf(best) ? other : best)),
  );
}

/** Radius of discs for which a drawing has room. */
const roomOf = ({ kept }: Pick<Candidate, 'kept'>): number => Math.min(kept.points / 2.4, kept.lines / 1.25);
const isClear = (candidate: Candidate): boolean => roomOf(candidate) * 1.25 >= CLEAR;

function numberedOf(graph: LayoutGraph): Numbered {
  const index = new Map(graph.nodes.map(({ id }, k) => [id, k]));
  const known = graph.edges.filter(({ from, to }) => index.has(from) && (to === null || index.has(to)));
  const open = known.flatMap(({ leg, from, to }) =>
    to === null ? [{ leg, owner: index.get(from)!, site: graph.boundary.indexOf(leg) }] : [],
  );
  const bonds = new Map<string, Line>();
  for (const { from, to } of known) {
    if (to === null || to === from) continue;
    const pair = [index.get(from)!, index.get(to)!].sort((a, b) => a - b);
    bonds.set(String(pair), [pair[0]!, pair[1]!]);
  }
  const legs = open.map(({ owner }, k): Line => [owner, graph.nodes.length + k]);
  return { ...graph, edges: known, open, lines: [...bonds.values(), ...legs] };
}

function neighboursOf({ nodes, lines }: Numbered): Neighbours {
  const near = nodes.map(() => new Set<number>());
  for (const [a, b] of lines) {
    if (b >= nodes.length) continue;
    near[a]!.add(b);
    near[b]!.add(a);
  }
  return near;
}

/** The candidate made from the given places, moved apart to the desired clearance. */
function candidate(
  { lines }: Numbered,
  shape: LayoutShape,
  places: readonly Place[],
  wanted: Clearance = WANTED,
  fixed?: (point: number) => boolean,
): Candidate {
  const apart = cleared(places, lines, wanted, fixed);
  const moved = apart.reduce((most, { x, y }, k) => Math.max(most, Math.hypot(x - places[k]!.x, y - places[k]!.y)), 0);
  return { shape, places: apart, kept: clearanceOf(apart, lines), moved };
}

/** Rows and columns, each site's leg slanting; null if the network is no rectangle. */
function gridLayout(graph: Numbered): Candidate | null {
  const places = gridCoordinates(neighboursOf(graph));
  if (places === null) return null;
  const [rows, columns] = [
    1 + Math.max(...places.map(({ row }) => row)),
    1 + Math.max(...places.map(({ column }) => column)),
  ];
  const step = Math.min(92, WIDTH / columns, HEIGHT / rows);
  const tensors = places.map(({ row, column }) => ({ x: column * step, y: row * step }));
  return candidate(
    graph,
    'grid',
    withEnds(graph, tensors, () => ({ x: -0.3 * step, y: -0.36 * step })),
    {
      points: Math.min(WANTED.points, step / 4),
      lines: Math.min(WANTED.lines, step / 8),
    },
  );
}

/** A chain that is too long for one row, in several; null for any other network. */
function rowsLayout(graph: Numbered): Candidate | null {
  const places = foldedChain(neighboursOf(graph), graph.open, [WIDTH, HEIGHT]);
  return places === null ? null : { shape: 'rows', places, kept: clearanceOf(places, graph.lines), moved: 0 };
}

/** Tensors inside a ring of sites, nearer to the centre the deeper they are; null if the boundary is no ring. */
function discLayout(graph: Numbered): Candidate | null {
  const positions = ringPositions(graph);
  if (positions === null) return null;
  const n = graph.boundary.length;
  const radius = Math.min(HEIGHT / 2, Math.max(180, 8 * n));
  const deepest = Math.max(...graph.nodes.map(({ depth }) => depth));
  const step = Math.min(0.2, 0.86 / deepest);
  const alone = graph.nodes.filter(({ depth }) => depth === deepest).length === 1;
  const at = (site: number, share: number): Place => {
    const turn = (2 * Math.PI * site) / n - Math.PI / 2;
    return { x: radius * share * Math.cos(turn), y: radius * share * Math.sin(turn) };
  };
  const tensors = graph.nodes.map(({ depth }, k) =>
    at(positions[k]!, alone && depth === deepest && deepest > 1 ? 0 : 1 - step * depth),
  );
  const ends = graph.open.map(({ owner, site }) => (site < 0 ? aslant(tensors[owner]!) : at(site, 1)));
  return candidate(graph, 'disc', [...tensors, ...ends]);
}

/** Layers: the boundary on top, depth downwards. */
function layersLayout(graph: Numbered): Candidate {
  const { nodes, boundary, open } = graph;
  const sites = Math.max(1, boundary.length - 1);
  const dx = Math.min(120, WIDTH / sites);
  const shallowest = nodes.reduce((least, { depth }) => Math.min(least, depth), 1);
  const levels = nodes.reduce((most, { depth }) => Math.max(most, depth), 1) - shallowest + 1;
  const dy = Math.min(64, Math.max(9, 720 / levels));
  const gap = 0.8 * Math.min(dx, dy);
  const wanted = { points: Math.min(WANTED.points, gap), lines: Math.min(WANTED.lines, gap / 2) };
  const tensors = nodes.map(({ site, depth }) => ({ x: site * dx, y: (depth - shallowest + 1) * dy }));
  const ends = open.map(({ owner, site }) => (site < 0 ? aslant(tensors[owner]!) : { x: site * dx, y: 0 }));
  const isSite = (point: number): boolean => (open[point - nodes.length]?.site ?? -1) >= 0;
  return candidate(graph, 'layers', [...tensors, ...ends], wanted, isSite);
}

/** A point of the force layout, with the space that it needs. */
interface SizedPoint extends SimulationNodeDatum {
  readonly size: number;
}

/** Tensors that repel each other, drawn together by their bonds. */
function forceLayout(graph: Numbered): Candidate {
  const { nodes, open, lines } = graph;
  const points: SizedPoint[] = [
    ...nodes.map(() => ({ size: WANTED.points })),
    ...open.map(() => ({ size: WANTED.points / 2 })),
  ];
  const links = lines.map(([source, target]) => ({ source, target, length: target < nodes.length ? 78 : 34 }));
  const simulation = forceSimulation<SizedPoint>(points)
    .force('charge', forceManyBody().strength(-260))
    .force(
      'bonds',
      forceLink(links).distance(({ length }) => length),
    )
    .force(
      'apart',
      forceCollide<SizedPoint>(({ size }) => size),
    )
    .force('x', forceX(0).strength(0.04))
    .force('y', forceY(0).strength(0.07))
    .stop();
  simulation.tick(300);
  const places = simulation.nodes().map(({ x, y }) => ({ x: x ?? 0, y: y ?? 0 }));
  return candidate(graph, 'free', withinPage(places));
}

/** All tensors on a circle, their open legs outside: no bond passes through a third tensor. */
function circleLayout(graph: Numbered): Candidate {
  const { nodes, open, lines } = graph;
  const radius = HEIGHT / 2 - 40;
  const at = (turn: number, share: number): Place => ({
    x: radius * share * Math.cos(turn),
    y: radius * share * Math.sin(turn),
  });
  const slot = (2 * Math.PI) / Math.max(1, nodes.length);
  const tensors = nodes.map((_, k) => at(k * slot - Math.PI / 2, 1));
  const ends = open.map(({ owner }, k) => {
    const own = open.flatMap((other, j) => (other.owner === owner ? [j] : []));
    const fan = (own.indexOf(k) + 1) / (own.length + 1) - 0.5;
    return at((owner + 0.9 * fan) * slot - Math.PI / 2, 1.12);
  });
  const places = [...tensors, ...ends];
  return { shape: 'free', places, kept: clearanceOf(places, lines), moved: 0 };
}

function withEnds(graph: Numbered, tensors: readonly Place[], offset: (site: number) => Place): readonly Place[] {
  const ends = graph.open.map(({ owner, site }) => {
    const { x, y } = offset(site);
    return { x: tensors[owner]!.x + x, y: tensors[owner]!.y + y };
  });
  return [...tensors, ...ends];
}

/** End point of the stub of a leg that is no site. */
const aslant = ({ x, y }: Place): Place => ({ x: x + 18, y: y + 26 });

/** The drawing, made smaller if it is larger than a page. */
function withinPage(places: readonly Place[]): readonly Place[] {
  const { left, top, width, height } = boxOf(places);
  const scale = Math.min(1, WIDTH / width, HEIGHT / height);
  return places.map(({ x, y }) => ({ x: (x - left) * scale, y: (y - top) * scale }));
}

function boxOf(places: readonly Place[]) {
  const [left, right] = extent(places.map(({ x }) => x)) ?? [0, 0];
  const [top, bottom] = extent(places.map(({ y }) => y)) ?? [0, 0];
  return { left, top, width: Math.max(1, right - left), height: Math.max(1, bottom - top) };
}

function finished({ nodes, open }: Numbered, chosen: Candidate): GraphLayout {
  const { left, top, width, height } = boxOf(chosen.places);
  const at = (k: number): Place => ({ x: chosen.places[k]!.x - left, y: chosen.places[k]!.y - top });
  const radius = Math.min(LARGEST_RADIUS, roomOf(chosen));
  return {
    shape: chosen.shape,
    width,
    height,
    nodes: new Map(nodes.map(({ id }, k) => [id, at(k)])),
    ends: new Map(open.map(({ leg }, k) => [leg, at(nodes.length + k)])),
    radius,
    bend: Math.min(6, chosen.kept.lines - radius),
  };
}
