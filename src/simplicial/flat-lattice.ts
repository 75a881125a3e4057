/** @file A flat piece of space or space-time, triangulated: the cubic lattice, every cube cut along its diagonal. */

import { DomainError } from '../errors.ts';
import type { RandomStream } from '../linalg/random.ts';
import type { SimplicialGeometry } from './regge-action.ts';
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
  /** Draws displacements of all vertices, even in ±displacement along each axis: right angles bring zero modes of their own. */
  readonly stream?: RandomStream;
  /** Default 0.15. */
  readonly displacement?: number;
}

/**
 * A cubic lattice of side·side·… cubes, each cut into d! simplices along its diagonal (Kuhn).
 *
 * @param dimension - 2, 3 or 4
 * @throws {DomainError} another dimension, no positive whole side, or more than 20 000 simplices
 */
export function flatLattice(
  dimension: number,
  side: number,
  { squares = [], stream, displacement = 0.15 }: FlatLatticeOptions = {},
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
  const places = corners.map((corner) =>
    corner.map((x) => (stream === undefined ? x : x + displacement * (2 * stream.uniform() - 1))),
  );
  const squaredLengths = Float64Array.from(complex.edges, ([a, b]) =>
    places[a]!.reduce((sum, x, k) => sum + (squares[k] ?? 1) * (x - places[b]![k]!) ** 2, 0),
  );
  const outerEdges = complex.edges.flatMap(([a, b], edge) => {
    const shared = corners[a]!.some((x, k) => x === corners[b]![k] && (x === 0 || x === side));
    return shared ? [edge] : [];
  });
  const innerVertices = corners.filter((corner) => corner.every((x) => x > 0 && x < side)).length;
  return { complex, squaredLengths, places, outerEdges, innerVertices };
}

function permutations(list: readonly number[]): readonly (readonly number[])[] {
  if (list.length === 0) return [[]];
  return list.flatMap((first) => permutations(list.filter((x) => x !== first)).map((rest) => [first, ...rest]));
}
