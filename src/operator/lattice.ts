/** @file Lattices as edge lists: which sites are neighbours. */

import { DomainError } from '../errors.ts';

/** A graph on sites 0 … sites − 1; every edge is listed once. */
export interface Lattice {
  readonly sites: number;
  readonly edges: readonly (readonly [number, number])[];
}

/** Open chain 0 ─ 1 ─ … ─ (sites − 1). */
export function chain(sites: number): Lattice {
  return { sites, edges: Array.from({ length: Math.max(0, sites - 1) }, (_, i) => [i, i + 1] as const) };
}

/** Periodic chain; two sites have a single edge. */
export function ring(sites: number): Lattice {
  const { edges } = chain(sites);
  return { sites, edges: sites > 2 ? [...edges, [sites - 1, 0]] : edges };
}

/**
 * Rectangular grid, site = row·columns + column; `periodic` closes it to a torus.
 *
 *     0 ─ 1 ─ 2
 *     │   │   │
 *     3 ─ 4 ─ 5
 */
export function grid(rows: number, columns: number, periodic = false): Lattice {
  const edges: [number, number][] = [];
  for (let r = 0; r < rows; r++) {
    for (let c = 0; c < columns; c++) {
      const site = r * columns + c;
      if (c + 1 < columns) edges.push([site, site + 1]);
      else if (periodic && columns > 2) edges.push([site, r * columns]);
      if (r + 1 < rows) edges.push([site, site + columns]);
      else if (periodic && rows > 2) edges.push([site, c]);
    }
  }
  return { sites: rows * columns, edges };
}

/** Every pair of sites. */
export function complete(sites: number): Lattice {
  const edges: [number, number][] = [];
  for (let i = 0; i < sites; i++) for (let j = i + 1; j < sites; j++) edges.push([i, j]);
  return { sites, edges };
}

/** Site 0 joined to all others. */
export function star(sites: number): Lattice {
  return { sites, edges: Array.from({ length: Math.max(0, sites - 1) }, (_, i) => [0, i + 1] as const) };
}

/**
 * A lattice from an edge list, checked.
 *
 * @throws {DomainError} an edge leaves the sites, joins a site to itself, or occurs twice
 */
export function lattice(sites: number, edges: readonly (readonly [number, number])[]): Lattice {
  const seen = new Set<string>();
  for (const [a, b] of edges) {
    const inside = [a, b].every((site) => Number.isInteger(site) && site >= 0 && site < sites);
    const key = `${Math.min(a, b)}-${Math.max(a, b)}`;
    if (!inside || a === b || seen.has(key)) {
      throw new DomainError(
        `lattice: distinct edges between different sites below ${sites} required, got [${a}, ${b}]`,
      );
    }
    seen.add(key);
  }
  return { sites, edges };
}

/**
 * Checks that edges join different sites of the lattice. One that is listed twice is left to the caller.
 *
 * @throws {DomainError} naming the first edge that does not
 */
export function checkEdges(caller: string, { sites, edges }: Lattice): void {
  for (const [a, b] of edges) {
    if (a !== b && [a, b].every((site) => Number.isInteger(site) && site >= 0 && site < sites)) continue;
    throw new DomainError(`${caller}: edges between different sites below ${sites} required, got [${a}, ${b}]`);
  }
}

const cache = new WeakMap<Lattice, readonly (readonly number[])[]>();

/**
 * Graph distances between all sites by breadth-first search; Infinity where there is no path. O(sites · edges),
 * remembered.
 */
export function distances(lattice: Lattice): readonly (readonly number[])[] {
  const known = cache.get(lattice);
  if (known !== undefined) return known;
  const neighbours: number[][] = Array.from({ length: lattice.sites }, () => []);
  for (const [a, b] of lattice.edges) {
    neighbours[a]!.push(b);
    neighbours[b]!.push(a);
  }
  const table = neighbours.map((_, start) => {
    const row = new Array<number>(lattice.sites).fill(Infinity);
    row[start] = 0;
    const queue = [start];
    for (const site of queue) {
      for (const next of neighbours[site]!) {
        if (row[next] !== Infinity) continue;
        row[next] = row[site]! + 1;
        queue.push(next);
      }
    }
    return row;
  });
  cache.set(lattice, table);
  return table;
}
