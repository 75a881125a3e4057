/**
 * @file The graphs of the networks that are used for states: chains (matrix-product states), trees, MERA and grids (PEPS).
 * They are pure combinatorics; every state on them obeys S ≤ minimal cut.
 */

import { DomainError } from '../errors.ts';
import type { CapacityGraph, GraphEdge, GraphNode } from './capacity-graph.ts';

/** Dimensions of the legs of a graph. */
export interface LegDimensions {
  /** Of each bond; default 2. */
  readonly bond?: number;
  /** Of each site; default 2. */
  readonly site?: number;
}

/** Nodes joined by bonds, each site on a node; names of legs are made from these. */
interface Plan {
  readonly nodes: readonly GraphNode[];
  readonly bonds: readonly (readonly [from: string, to: string])[];
  /** The node of each site. */
  readonly sites: readonly string[];
}

/** Nodes beyond which a graph is refused. */
const MOST_NODES = 4e6;

function graphOf(caller: string, { nodes, bonds, sites }: Plan, { bond = 2, site = 2 }: LegDimensions): CapacityGraph {
  for (const dimension of [bond, site]) {
    if (!(Number.isInteger(dimension) && dimension >= 1)) {
      throw new DomainError(`${caller}: whole dimensions ≥ 1 required, got ${dimension}`);
    }
  }
  const inner = bonds.map(([from, to], k): GraphEdge => ({ leg: `bond ${k}`, from, to, capacity: Math.log(bond) }));
  const outer = sites.map((from, k): GraphEdge => ({ leg: `site ${k}`, from, to: null, capacity: Math.log(site) }));
  return { nodes, edges: [...inner, ...outer], boundary: outer.map(({ leg }) => leg) };
}

function checkCount(caller: string, what: string, count: number, least: number): void {
  if (!(Number.isInteger(count) && count >= least && count <= MOST_NODES)) {
    throw new DomainError(`${caller}: between ${least} and ${MOST_NODES} ${what} required, got ${count}`);
  }
}

/**
 * A chain of sites, each with a tensor: a matrix-product state, open or closed to a ring.
 *
 *     ●──●──●──●         an interval is cut off by at most two bonds, by one if it holds an end
 *     │  │  │  │
 *
 * @throws {DomainError} no site, or more than 4·10⁶
 */
export function chainGraph(
  sites: number,
  { ring = false, ...dimensions }: LegDimensions & { readonly ring?: boolean } = {},
): CapacityGraph {
  checkCount('chainGraph', 'sites', sites, 1);
  const names = Array.from({ length: sites }, (_, k) => `tensor ${k}`);
  const nodes = names.map((id, site) => ({ id, site, depth: 1 }));
  const bonds = names.slice(1).map((name, k) => [names[k]!, name] as const);
  const closing = ring && sites > 2 ? [[names[sites - 1]!, names[0]!] as const] : [];
  return graphOf('chainGraph', { nodes, bonds: [...bonds, ...closing], sites: names }, dimensions);
}

/**
 * A tree: each tensor joins `branching` neighbours to one, up to a top.
 *
 *           ▲            an interval of L sites is cut off by at most 2(b − 1)·log_b L bonds and sites, L ≥ b
 *         ╱   ╲
 *        ▲     ▲
 *       ╱ ╲   ╱ ╲
 *
 * @param sites - a power of the branching
 * @throws {DomainError} another number of sites
 */
export function treeGraph(
  sites: number,
  { branching = 2, ...dimensions }: LegDimensions & { readonly branching?: number } = {},
): CapacityGraph {
  checkCount('treeGraph', 'branches', branching, 2);
  const levels = levelsOf('treeGraph', sites, branching);
  checkCount('treeGraph', 'levels', levels, 1);
  const nodes = levelSizes(sites, branching, levels).flatMap((count, w) =>
    w === 0 ? [] : Array.from({ length: count }, (_, x) => coarse('w', w, x, branching, w)),
  );
  const bonds = nodes.flatMap(({ id }) => {
    const [w, x] = placeOf(id);
    return w < levels ? [[id, nameOf('w', w + 1, Math.floor(x / branching))] as const] : [];
  });
  const boundary = Array.from({ length: sites }, (_, x) => nameOf('w', 1, Math.floor(x / branching)));
  return graphOf('treeGraph', { nodes, bonds, sites: boundary }, dimensions);
}

/** Which MERA. */
export interface MeraGraphOptions extends LegDimensions {
  /** A multiple of branching^levels. */
  readonly sites: number;
  /** Fine sites per coarse site; default 2. */
  readonly branching?: 2 | 3;
  /** Default as many as the sites allow; fewer give a state of finite range. */
  readonly levels?: number;
  /**
   * - `sites`:   the effective sites of all levels as nodes (w, x), w = 0 … levels, each joined to its neighbours on
   *              the ring of its level and to (w + 1, ⌊x/b⌋): the graph of Evenbly and Vidal;
   * - `tensors`: disentanglers u across the borders of blocks, isometries w, and tops where the last level ends.
   *
   * Default `tensors`.
   */
  readonly variant?: 'sites' | 'tensors';
}

/**
 * A MERA on a ring of sites. Steps per level are a convention that differs between the variants; that distances grow as
 * the logarithm is not.
 *
 *        w     w          level 2
 *         ╲   ╱
 *      u   ─u─   u
 *     ╱ ╲ ╱   ╲ ╱ ╲
 *      w    w    w        level 1: isometries
 *     ╱ ╲  ╱ ╲  ╱ ╲
 *    u   u    u    u      disentanglers
 *
 * @throws {DomainError} sites that are no multiple of branching^levels
 *
 * @see Evenbly & Vidal, arXiv:1106.1082
 */
export function meraGraph({
  sites,
  branching = 2,
  levels: wanted,
  variant = 'tensors',
  ...dimensions
}: MeraGraphOptions): CapacityGraph {
  checkCount('meraGraph', 'branches', branching, 2);
  const levels = wanted ?? deepest(sites, branching);
  checkCount('meraGraph', 'levels', levels, 1);
  checkCount('meraGraph', 'sites', sites, branching ** levels);
  if (sites % branching ** levels !== 0) {
    throw new DomainError(`meraGraph: a multiple of ${branching}^${levels} sites required, got ${sites}`);
  }
  const plan = variant === 'sites' ? siteMera : tensorMera;
  return graphOf('meraGraph', plan(levelSizes(sites, branching, levels), branching), dimensions);
}

/**
 * A grid of tensors with a site each: a PEPS. A rectangle is cut off by as many bonds as its edge has.
 *
 * @throws {DomainError} no rows or columns
 */
export function gridGraph(rows: number, columns: number, dimensions: LegDimensions = {}): CapacityGraph {
  checkCount('gridGraph', 'rows', rows, 1);
  checkCount('gridGraph', 'columns', columns, 1);
  checkCount('gridGraph', 'tensors', rows * columns, 1);
  const name = (row: number, column: number): string => `tensor ${row},${column}`;
  const places = Array.from({ length: rows * columns }, (_, k) => [Math.floor(k / columns), k % columns] as const);
  return graphOf(
    'gridGraph',
    {
      nodes: places.map(([row, column]) => ({ id: name(row, column), site: column, depth: row + 1 })),
      bonds: places.flatMap(([row, column]) => [
        ...(column + 1 < columns ? [[name(row, column), name(row, column + 1)] as const] : []),
        ...(row + 1 < rows ? [[name(row, column), name(row + 1, column)] as const] : []),
      ]),
      sites: places.map(([row, column]) => name(row, column)),
    },
    dimensions,
  );
}

const nameOf = (kind: string, level: number, place: number): string => `${kind} ${level},${place}`;
const placeOf = (id: string): readonly [level: number, place: number] => {
  const [level, place] = id
    .slice(id.indexOf(' ') + 1)
    .split(',')
    .map(Number);
  return [level!, place!];
};

/** A node of a level, above the middle of the sites that it stands for. */
function coarse(kind: string, level: number, place: number, branching: number, depth: number): GraphNode {
  const width = branching ** level;
  return { id: nameOf(kind, level, place), site: (place + 0.5) * width - 0.5, depth };
}

const levelSizes = (sites: number, branching: number, levels: number): readonly number[] =>
  Array.from({ length: levels + 1 }, (_, w) => sites / branching ** w);

/** The number of times that the sites can be divided by the branching. */
function deepest(sites: number, branching: number): number {
  let levels = 0;
  for (let rest = sites; rest > 1 && rest % branching === 0; rest /= branching) levels++;
  return levels;
}

function levelsOf(caller: string, sites: number, branching: number): number {
  const levels = deepest(sites, branching);
  if (branching ** levels !== sites) {
    throw new DomainError(`${caller}: a power of ${branching} sites required, got ${sites}`);
  }
  return levels;
}

/** Effective sites as nodes. */
function siteMera(sizes: readonly number[], branching: number): Plan {
  const nodes = sizes.flatMap((count, w) =>
    Array.from({ length: count }, (_, x) => coarse('site', w, x, branching, w + 1)),
  );
  const bonds = sizes.flatMap((count, w) =>
    Array.from({ length: count }, (_, x) => x).flatMap((x) => [
      ...(count > 2 || (count === 2 && x === 0)
        ? [[nameOf('site', w, x), nameOf('site', w, (x + 1) % count)] as const]
        : []),
      ...(w + 1 < sizes.length
        ? [[nameOf('site', w, x), nameOf('site', w + 1, Math.floor(x / branching))] as const]
        : []),
    ]),
  );
  return { nodes, bonds, sites: Array.from({ length: sizes[0]! }, (_, x) => nameOf('site', 0, x)) };
}

/** Disentanglers, isometries and tops as nodes. */
function tensorMera(sizes: readonly number[], branching: number): Plan {
  const nodes: GraphNode[] = [];
  const bonds: (readonly [string, string])[] = [];
  const sites: string[] = [];
  let below: readonly string[] | null = null; // the nodes that hold the wires from below; null: the sites themselves
  sizes.slice(0, -1).forEach((count, w) => {
    const blocks = count / branching;
    const width = branching ** w;
    const disentanglers = Array.from({ length: blocks }, (_, k): GraphNode => {
      const seam = (k + 1) * branching * width - 0.5; // between block k and the next, on the ring
      return { id: nameOf('u', w + 1, k), site: seam === sizes[0]! - 0.5 ? -0.5 : seam, depth: 2 * w + 1 };
    });
    const isometries = Array.from({ length: blocks }, (_, k) => coarse('w', w + 1, k, branching, 2 * w + 2));
    nodes.push(...disentanglers, ...isometries);
    for (let x = 0; x < count; x++) {
      const block = Math.floor(x / branching);
      const place = x % branching;
      const last = place === branching - 1;
      const u = last ? block : place === 0 ? (block - 1 + blocks) % blocks : null;
      const first = u === null ? isometries[block]!.id : disentanglers[u]!.id;
      if (below === null) sites.push(first);
      else bonds.push([below[x]!, first]);
      if (u !== null) bonds.push([first, isometries[block]!.id]);
    }
    below = isometries.map(({ id }) => id);
  });
  const tops = sizes.at(-1)!;
  for (let x = 0; x < tops; x++) {
    nodes.push(coarse('top', sizes.length - 1, x, branching, 2 * sizes.length - 1));
    bonds.push([below![x]!, nodes.at(-1)!.id]);
  }
  return { nodes, bonds, sites };
}
