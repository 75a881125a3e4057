/** @file A flat piece of space or space-time, triangulated: a lattice of parallelepipeds, each cut along its diagonal. */

import { DomainError } from '../errors.ts';
import type { RandomStream } from '../linalg/random.ts';
import type { SimplicialGeometry } from './geometry-jets.ts';
import { simplicialComplex } from './simplicial-complex.ts';

/** A triangulated flat piece with the places of its vertices. */
export interface FlatLattice extends SimplicialGeometry {
  readonly places: readonly (readonly number[])[];
  /** Numbers of the edges that lie in the boundary. */
  readonly outerEdges: readonly number[];
  readonly innerVertices: number;
}

/** Most simplices of a lattice. */
const MOST_SIMPLICES = 20_000;

export interface FlatLatticeOptions {
  /** Squares of the unit steps along the axes; default all 1. A negative first one makes time of it: −1 would make diagonals null, −0.7 does not. */
  readonly squares?: readonly number[];
  /**
   * 'cubic' (default): axes at right angles. 'permutohedral': axes and the diagonal equally long and at equal angles to each
   * other, the lattice A*_d (body-centred cubic for d = 3), whose simplices are as round as those of a lattice can be.
   */
  readonly shape?: 'cubic' | 'permutohedral';
  /**
   * A point p from the middle goes to p/√(1 + bulge·|p|²/|outermost|²), which makes parts of ellipsoids of the faces of a block. Flat faces
   * bend to first order without any change of length, and so make soft modes of the lengths inside; convex ones do not. Default 0.
   */
  readonly bulge?: number;
  /** Draws displacements, even in ±displacement along each axis, of all vertices; with a bulge only of those inside. */
  readonly stream?: RandomStream;
  /** Default 0.15. */
  readonly displacement?: number;
}

/**
 * A cubic lattice of side·side·… cubes, each cut into d! simplices along its diagonal (Kuhn).
 *
 * @param dimension - 2, 3 or 4
 * @throws {DomainError} another dimension, no positive whole side, more than 20 000 simplices, or a negative bulge
 */
export function flatLattice(
  dimension: number,
  side: number,
  { squares = [], shape = 'cubic', bulge = 0, stream, displacement = 0.15 }: FlatLatticeOptions = {},
): FlatLattice {
  const cubes = side ** dimension;
  const orders = permutations(Array.from({ length: dimension }, (_, k) => k));
  if (
    ![2, 3, 4].includes(dimension) ||
    !(Number.isInteger(side) && side > 0) ||
    cubes * orders.length > MOST_SIMPLICES
  ) {
    throw new DomainError(
      `flatLattice: dimension 2, 3 or 4 and at most ${MOST_SIMPLICES} simplices required, got dimension ${dimension} and side ${side}`,
    );
  }
  if (!(bulge >= 0 && bulge < Infinity))
    throw new DomainError(`flatLattice: a bulge of at least 0 required, got ${bulge}`);
  const points = side + 1;
  const placeOf = (number: number, base: number): number[] =>
    Array.from({ length: dimension }, (_, k) => Math.floor(number / base ** (dimension - 1 - k)) % base);
  const vertexAt = (place: readonly number[]): number => place.reduce((number, x) => number * points + x, 0);
  const simplices = Array.from({ length: cubes }, (_, cube) => placeOf(cube, side)).flatMap((corner) =>
    orders.map((order) =>
      // From corner to corner, one axis after the other.
      Array.from({ length: dimension + 1 }, (_, steps) => {
        const gone = order.slice(0, steps);
        return vertexAt(corner.map((x, axis) => (gone.includes(axis) ? x + 1 : x)));
      }),
    ),
  );
  const complex = simplicialComplex(simplices);
  const corners = Array.from({ length: points ** dimension }, (_, v) => placeOf(v, points));
  const isInner = corners.map((corner) => corner.every((x) => x > 0 && x < side));
  const places = blockPlaces(corners, side, shape, bulge).map((place, v) =>
    stream === undefined || (bulge > 0 && !isInner[v])
      ? place
      : place.map((x) => x + displacement * (2 * stream.uniform() - 1)),
  );
  const squaredLengths = Float64Array.from(complex.edges, ([a, b]) =>
    places[a]!.reduce((sum, x, k) => sum + (squares[k] ?? 1) * (x - places[b]![k]!) ** 2, 0),
  );
  const outerEdges = complex.edges.flatMap(([a, b], edge) => {
    const shared = corners[a]!.some((x, k) => x === corners[b]![k] && (x === 0 || x === side));
    return shared ? [edge] : [];
  });
  return { complex, squaredLengths, places, outerEdges, innerVertices: isInner.filter(Boolean).length };
}

/** Places of the corners: the shape of the lattice, then the bulge about its middle. */
function blockPlaces(
  corners: readonly (readonly number[])[],
  side: number,
  shape: 'cubic' | 'permutohedral',
  bulge: number,
): readonly (readonly number[])[] {
  const centred = corners.map((corner) => {
    const d = corner.length;
    const x = corner.map((value) => value - side / 2);
    if (shape === 'cubic') return x;
    // (x − c x̄)√((d+1)/d), c = 1 − 1/√(d+1): unit steps of inner products −1/d.
    const mean = x.reduce((sum, value) => sum + value, 0) / d;
    const share = 1 - 1 / Math.sqrt(d + 1);
    return x.map((value) => (value - share * mean) * Math.sqrt((d + 1) / d));
  });
  const squareOf = (place: readonly number[]): number => place.reduce((sum, value) => sum + value * value, 0);
  const outermost = centred.reduce((most, place) => Math.max(most, squareOf(place)), 0);
  return centred.map((place) => {
    const factor = Math.sqrt(1 + (bulge * squareOf(place)) / outermost);
    return place.map((value) => value / factor + side / 2);
  });
}

function permutations(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) => permutations(list.filter((x) => x !== first)).map((rest) => [first, ...rest]));
}
