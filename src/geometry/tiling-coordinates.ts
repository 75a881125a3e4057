/** @file A tiling on the Poincaré disk: where its vertices lie, tile after tile by reflection. */

import { type DiskPoint, diskReflection } from './hyperbolic-disk.ts';
import type { Tiling } from './tiling.ts';

/** Points of the Poincaré disk of curvature −1. */
export interface TilingCoordinates {
  readonly vertices: readonly DiskPoint[];
  /** Centres of the tiles. */
  readonly centres: readonly DiskPoint[];
}

/**
 * Hyperbolic lengths in a regular p-gon with the angle 2π/q at each corner, in units of the radius of curvature,
 *
 *     cosh R = cot(π/p)·cot(π/q),   cosh(a/2) = cos(π/p)/sin(π/q),
 *
 * with the circumradius R and the side a.
 *
 * @see Coxeter, Regular Honeycombs in Hyperbolic Space (1954)
 */
export function tileLengths({ p, q }: Pick<Tiling, 'p' | 'q'>): {
  readonly circumradius: number;
  readonly side: number;
} {
  return {
    circumradius: Math.acosh(1 / (Math.tan(Math.PI / p) * Math.tan(Math.PI / q))),
    side: 2 * Math.acosh(Math.cos(Math.PI / p) / Math.sin(Math.PI / q)),
  };
}

/**
 * Coordinates of a tiling on the Poincaré disk, the central tile around 0 with corner 0 upwards. A corner of the
 * central tile has the Euclidean distance tanh(R/2) from 0; every other tile is the mirror image of a neighbour that is
 * nearer to the centre by one side, in their common side.
 *
 * Cost O(tiles·p). Rounding grows with the size as e^{distance}: the sides of {5, 4} after six layers agree to 10⁻¹².
 */
export function tilingCoordinates(tiling: Tiling): TilingCoordinates {
  const { p, tiles, edges } = tiling;
  const vertices: DiskPoint[] = [];
  const centres: DiskPoint[] = [[0, 0]];
  const radius = Math.tanh(tileLengths(tiling).circumradius / 2);
  tiles[0]!.vertices.forEach((vertex, k) => {
    const angle = Math.PI / 2 + (2 * Math.PI * k) / p;
    vertices[vertex] = [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
  // Breadth first: from tile to tile around a ring, rounding would grow with the length of the ring.
  const reached = [0];
  for (const parent of reached) {
    const old = tiles[parent]!;
    old.edges.forEach((edge, side) => {
      const tile = edges[edge]!.tiles.find((other) => other !== parent);
      if (tile === undefined || centres[tile] !== undefined) return;
      const { vertices: corners, edges: sides } = tiles[tile]!;
      const first = sides.indexOf(edge);
      const mirror = diskReflection(vertices[old.vertices[side]!]!, vertices[old.vertices[(side + 1) % p]!]!);
      for (let k = 0; k < p; k++) {
        vertices[corners[(first + k) % p]!] ??= mirror(vertices[old.vertices[(side + 1 - k + p) % p]!]!);
      }
      centres[tile] = mirror(centres[parent]!);
      reached.push(tile);
    });
  }
  return { vertices, centres };
}
