/** @file Lengths of the sides of a domain in an optimised metric. */

import { DomainError } from '../../errors.ts';
import type { OptimisedMetric } from './optimise-metric.ts';

/**
 * ∫ e^φ ds along a side of the domain, by the trapezoidal rule on its edges: of second order in the spacing. The arc of an
 * entanglement wedge has the length of the geodesic, 6S/c.
 *
 * @param side - number of the side
 * @throws {DomainError} no such side
 */
export function sideLength({ domain, mesh, phi }: OptimisedMetric, side: number): number {
  if (!(side in domain.sides)) {
    throw new DomainError(`sideLength: a side from 0 to ${domain.sides.length - 1} required, got ${side}`);
  }
  const { edges, edgeSides, points } = mesh;
  return edgeSides.reduce((sum, at, e) => {
    if (at !== side) return sum;
    const [a, b] = [edges[2 * e]!, edges[2 * e + 1]!];
    const size = Math.hypot(points[2 * a]! - points[2 * b]!, points[2 * a + 1]! - points[2 * b + 1]!);
    return sum + (size * (Math.exp(phi[a]!) + Math.exp(phi[b]!))) / 2;
  }, 0);
}
