/** @file The smallest flat pieces with an inner vertex: a simplex split from a point inside of it. */

import { DomainError } from '../errors.ts';
import type { RandomStream } from '../linalg/random.ts';
import type { FlatLattice } from './flat-lattice.ts';
import { simplicialComplex } from './simplicial-complex.ts';

/**
 * A simplex near to a regular one, split into d + 1 from the mean of its corners, which is the last vertex.
 *
 * @param time - what the square of the first coordinate counts: 1, or −1 for Minkowski space
 * @throws {DomainError} a dimension other than 2, 3, 4
 */
export function splitSimplex(dimension: number, time: 1 | -1, stream: RandomStream): FlatLattice {
  if (![2, 3, 4].includes(dimension)) {
    throw new DomainError(`splitSimplex: dimension 2, 3 or 4 required, got ${dimension}`);
  }
  const corners = Array.from({ length: dimension + 1 }, (_, v) =>
    Array.from({ length: dimension }, (_, k) => (v === k ? 2 : v === dimension ? -1 : 0) + 0.2 * stream.normal()),
  );
  const centre = corners[0]!.map((_, k) => corners.reduce((sum, p) => sum + p[k]!, 0) / (dimension + 1));
  const places = [...corners, centre];
  const all = places.map((_, v) => v);
  const complex = simplicialComplex(corners.map((_, missing) => all.filter((v) => v !== missing)));
  const squaredLengths = Float64Array.from(complex.edges, ([a, b]) =>
    places[a]!.reduce((sum, x, k) => sum + (k === 0 ? time : 1) * (x - places[b]![k]!) ** 2, 0),
  );
  const outerEdges = complex.edges.flatMap(([, b], k) => (b === dimension + 1 ? [] : [k]));
  return { complex, squaredLengths, places, outerEdges, innerVertices: 1 };
}
