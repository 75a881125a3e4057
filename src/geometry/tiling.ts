/**
 * @file Regular tilings {p, q} of the hyperbolic plane, grown from one tile ring by ring as combinatorics: no
 * coordinate, and so no rounding, decides what touches what.
 */

import { DomainError } from '../errors.ts';
import { emptyPatch, glued, type Patch, patchEdges, vertexOf } from './tiling-patch.ts';

/** A p-gon: its corners and sides in counter-clockwise order, side k from corner k to corner k + 1. */
export interface Tile {
  readonly vertices: readonly number[];
  readonly edges: readonly number[];
  /** Ring in which the tile was added; the centre is 0. */
  readonly layer: number;
}

/** A side: its ends, and the tiles on it: two, or one at the boundary. */
export interface TilingEdge {
  readonly vertices: readonly [number, number];
  readonly tiles: readonly number[];
}

/**
 * How a ring is made: of all tiles that share a side with the patch, or of all that share a corner with it. They are
 * the same if q = 3.
 */
export type Inflation = 'edge' | 'vertex';

/** A simply connected patch of the tiling by regular p-gons, q at each vertex. */
export interface Tiling {
  readonly p: number;
  readonly q: number;
  readonly inflation: Inflation;
  /** Number of vertices; they are numbered from 0. */
  readonly vertices: number;
  /** From the centre outwards, each ring counter-clockwise. */
  readonly tiles: readonly Tile[];
  readonly edges: readonly TilingEdge[];
  /** Indices of the edges at the boundary, once around counter-clockwise. */
  readonly boundary: readonly number[];
}

/** What is chosen about a tiling. */
export interface TilingOptions {
  /** Rings around the central tile; default 2. */
  readonly layers?: number;
  /** Default 'edge'. */
  readonly inflation?: Inflation;
}

/** Corners of all tiles together, beyond which a tiling is refused. */
const MOST_CORNERS = 4e6;

/**
 * The tiling {p, q} of the hyperbolic plane around a tile.
 *
 * A ring is added by a walk along the boundary of the patch: every side receives a tile, with 'vertex' inflation every
 * corner as many more as it lacks; and wherever a vertex has its q tiles, the two sides that still meet there in the
 * open are one and the same. So a vertex that had q − 1 tiles is swallowed by one new tile, and one that had q − 2 becomes
 * the foot of a spoke between two; triangles need no rule of their own.
 *
 * @param p - sides of a tile, ≥ 3
 * @param q - tiles at a vertex, ≥ 3
 * @throws {DomainError} (p − 2)(q − 2) > 4 does not hold: the tiling is flat or a sphere; or more than 4·10⁶ corners
 *
 * Cost O(tiles·p); 10⁵ tiles in a fraction of a second. The number of tiles grows exponentially with the layers.
 *
 * @see Pastawski, Yoshida, Harlow & Preskill, arXiv:1503.06237; Boyle, Dickens & Flicker, arXiv:1805.02665
 */
export function tiling(p: number, q: number, { layers = 2, inflation = 'edge' }: TilingOptions = {}): Tiling {
  if (!(Number.isInteger(p) && Number.isInteger(q) && p >= 3 && q >= 3 && (p - 2) * (q - 2) > 4)) {
    throw new DomainError(`tiling: {p, q} with (p − 2)(q − 2) > 4 required, got {${p}, ${q}}`);
  }
  if (!(Number.isInteger(layers) && layers >= 0)) {
    throw new DomainError(`tiling: a whole number of layers required, got ${layers}`);
  }
  if (inflation !== 'edge' && inflation !== 'vertex') {
    throw new DomainError(`tiling: inflation 'edge' or 'vertex' required, got '${inflation}'`);
  }
  if (p > MOST_CORNERS) throw new DomainError(`tiling: at most ${MOST_CORNERS} corners possible, got ${p}`);
  const patch = emptyPatch(p, q);
  for (let layer = 1; layer <= layers; layer++) grow(patch, layer, inflation);
  return recordOf(patch, inflation);
}

/** Adds a ring. */
function grow(patch: Patch, layer: number, inflation: Inflation): void {
  const { q, start, next, count } = patch;
  const sides = boundaryOf(patch);
  const n = sides.length;
  const vertices = sides.map((side) => vertexOf(patch, start[side]!));
  const tiles = vertices.reduce((sum, v) => {
    const have = count[v]!;
    return sum + (have === q - 1 ? 0 : inflation === 'edge' ? 1 : q - 1 - have);
  }, patch.layer.length);
  if (tiles * patch.p > MOST_CORNERS) {
    throw new DomainError(`tiling: at most ${MOST_CORNERS} corners possible, got ${tiles * patch.p} in layer ${layer}`);
  }
  sides.forEach((side, k) => {
    if (next[side] !== -1) glued(patch, side, layer);
    if (inflation === 'edge') return;
    // The gap at the far corner is filled up to the next side's own tile, or wholly if that is there.
    const corner = vertexOf(patch, vertices[(k + 1) % n]!);
    const waiting = patch.out[corner] === sides[(k + 1) % n];
    while (count[corner]! < (waiting ? q - 1 : q)) glued(patch, patch.previous[patch.out[corner]!]!, layer);
  });
}

/** The open sides once around, from the first that the last ring has. */
function boundaryOf({ start, next, tile, layer }: Patch): readonly number[] {
  const last = layer.at(-1)!;
  const first = start.findIndex((_, side) => next[side] !== -1 && layer[tile[side]!] === last);
  const around = [first];
  for (let side = next[first]!; side !== first; side = next[side]!) around.push(side);
  return around;
}

/** The patch as a record; vertices and edges are numbered in the order in which the tiles meet them. */
function recordOf(patch: Patch, inflation: Inflation): Tiling {
  const { p, q, layer, start } = patch;
  const names = new Map<number, number>();
  const nameOf = (side: number): number => {
    const vertex = vertexOf(patch, start[side]!);
    if (!names.has(vertex)) names.set(vertex, names.size);
    return names.get(vertex)!;
  };
  const edgeOf = patchEdges(patch);
  const edges: { vertices: readonly [number, number]; tiles: number[] }[] = [];
  const tiles = layer.map((ring, tile): Tile => {
    const sides = Array.from({ length: p }, (_, k) => tile * p + k);
    const vertices = sides.map(nameOf);
    sides.forEach((side, k) => {
      const edge = edgeOf[side]!;
      edges[edge] ??= { vertices: [vertices[k]!, vertices[(k + 1) % p]!], tiles: [] };
      edges[edge].tiles.push(tile);
    });
    return { vertices, edges: sides.map((side) => edgeOf[side]!), layer: ring };
  });
  const boundary = boundaryOf(patch).map((side) => edgeOf[side]!);
  return { p, q, inflation, vertices: names.size, tiles, edges, boundary };
}
