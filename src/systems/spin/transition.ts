/** @file Amplitudes between spin networks on surfaces: the path integral over all geometries between them. */

import { DomainError } from '../../errors.ts';
import { type RealMatrix, realPart } from '../../linalg/matrix.ts';
import { cylinder, type DirectedSurface } from '../../simplicial/standard-triangulations.ts';
import { contractStateSum, edgeAt, stateSum } from './state-sum.ts';

/** Most rows of a transition matrix. */
const MOST_ROWS = 2048;

/**
 * The state sum on surface × [0, 1] as a matrix from the colours of the edges at t = 0 to those at t = 1. Gluing two
 * cylinders gives a cylinder, so it is a projector, and what it projects on are the physical states: those that solve all
 * constraints. Its trace, the rank, is the invariant of surface × S¹: 1 for the sphere, (r − 1)² for the torus.
 *
 * @param surface - with k edges
 * @param r - level
 * @returns (r − 1)^k rows and columns; the first edge is the most significant digit, a digit is twice the spin
 * @throws {DomainError} more than 2048 rows, or what `cylinder` and `contractStateSum` refuse
 */
export function transition(surface: DirectedSurface, r: number): RealMatrix {
  const { triangulation, ends } = cylinder(surface);
  const edges = ends[0].length;
  const rows = (r - 1) ** edges;
  if (!(rows <= MOST_ROWS)) {
    throw new DomainError(`transition: at most ${MOST_ROWS} colourings of the surface required, got ${rows}`);
  }
  const sum = stateSum(triangulation, r);
  const [before, after] = ends.map((places) =>
    places.map(({ tetrahedron, vertices }) => edgeAt(sum.skeleton, tetrahedron, vertices)),
  ) as [number[], number[]];
  const { interleaved } = contractStateSum(sum, [...after, ...before]);
  return realPart({ rows, cols: rows, interleaved });
}
