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
 * central tile has the Euclidean distance tanh(R/2) from 0; every other tile is the mirror image of the tile that it
 * was glued to, in their common side.
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
  tiles.slice(1).forEach(({ vertices: corners, edges: sides }, before) => {
    // A tile is glued by its side 0, to the tile that was there first.
    const parent = edges[sides[0]!]!.tiles[0]!;
    const old = tiles[parent]!;
    const side = old.edges.indexOf(sides[0]!);
    const mirror = diskReflection(vertices[corners[0]!]!, vertices[corners[1]!]!);
    corners.forEach((vertex, k) => {
      vertices[vertex] ??= mirror(vertices[old.vertices[(side + 1 - k + 2 * p) % p]!]!);
    });
    centres[before + 1] = mirror(centres[parent]!);
  });
  return { vertices, centres };
}
