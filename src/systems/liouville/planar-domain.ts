/** @file A bounded domain of the plane: its sides with their conditions, and a coarse triangulation that is to be refined. */

import type { Radians } from '../../units.ts';

export type PlanarPoint = readonly [x: number, y: number];

/**
 * What holds on a side: e^φ = 1/ε, the lattice of a boundary with cutoff ε; or given values of φ; or, as 'geodesic', the natural
 * condition ∂_nφ + K₀ = 0, by which the side is a geodesic of e^{2φ}(dx² + dy²).
 */
export type SideCondition =
  | { readonly kind: 'cutoff'; readonly epsilon: number }
  | { readonly kind: 'values'; readonly phi: (x: number, y: number) => number }
  | { readonly kind: 'geodesic' };

/** A side from a corner to that of the next side, with the domain to its left. */
export interface DomainSide {
  readonly from: PlanarPoint;
  /** Angle by which it turns to the left as an arc of a circle, in (−2π, 2π); default 0, a straight side. */
  readonly turn?: Radians;
  readonly condition: SideCondition;
}

/** A triangulation of a domain, and how often each of its triangles is divided into four. */
export interface PlanarDomain {
  readonly sides: readonly DomainSide[];
  /** (x, y) of the nodes, shape (2N,). */
  readonly points: Float64Array;
  /** Corners of the triangles, counter-clockwise, shape (3T,). */
  readonly triangles: Int32Array;
  /** Edges on the boundary: two nodes, the domain to the left of the way from the first to the second, and the side. */
  readonly border: readonly (readonly [from: number, to: number, side: number])[];
  readonly refinements: number;
}

/** The circle of a side that is an arc; undefined for a straight one. */
export function arcOf(
  sides: readonly DomainSide[],
  side: number,
): { readonly centre: PlanarPoint; readonly radius: number } | undefined {
  const { from, turn = 0 } = sides[side]!;
  if (turn === 0) return undefined;
  const to = sides[(side + 1) % sides.length]!.from;
  const [dx, dy] = [(to[0] - from[0]) / 2, (to[1] - from[1]) / 2];
  const height = 1 / Math.tan(turn / 2); // of the centre to the left of the chord, in units of half of it
  const centre = [from[0] + dx - height * dy, from[1] + dy + height * dx] as const;
  return { centre, radius: Math.hypot(dx, dy) / Math.abs(Math.sin(turn / 2)) };
}

/** The point at a share of a side, in [0, 1]. */
export function pointOnSide(sides: readonly DomainSide[], side: number, share: number): PlanarPoint {
  const { from, turn = 0 } = sides[side]!;
  const arc = arcOf(sides, side);
  if (arc === undefined) {
    const to = sides[(side + 1) % sides.length]!.from;
    return [from[0] + share * (to[0] - from[0]), from[1] + share * (to[1] - from[1])];
  }
  const [x, y] = [from[0] - arc.centre[0], from[1] - arc.centre[1]];
  const [cosine, sine] = [Math.cos(share * turn), Math.sin(share * turn)];
  return [arc.centre[0] + cosine * x - sine * y, arc.centre[1] + sine * x + cosine * y];
}
