/** @file Integrals over the scale u ≤ 0. */

import { gaussLegendre } from '../../linalg/gauss-legendre.ts';

/** Decays of e^{−DEEP} are below rounding. */
const DEEP = 38;

/** A scale at which an integrand is taken, and its weight. */
export type ScaleNode = readonly [u: number, weight: number];

/**
 * Nodes of an integral over u, by panels of at most unit width: with 20 points to rounding for functions that are analytic within
 * |Im u| < π/2, except at the breaks.
 *
 * @param breaks - where the function is not smooth
 */
export function scaleNodes(
  lower: number,
  upper: number,
  breaks: readonly number[] = [],
  points = 20,
): readonly ScaleNode[] {
  const [places, weights] = gaussLegendre(points);
  const ends = [lower, ...breaks.filter((u) => u > lower && u < upper).toSorted((a, b) => a - b), upper];
  return ends.slice(1).flatMap((end, k) => {
    const start = ends[k]!;
    const panels = Math.max(1, Math.ceil(end - start));
    const half = (end - start) / panels / 2;
    return Array.from({ length: panels * points }, (_, at): ScaleNode => {
      const [panel, i] = [Math.floor(at / points), at % points];
      return [start + half * (2 * panel + 1 + places[i]!), half * weights[i]!];
    });
  });
}

/** ∫ f du from a lower to an upper end. */
export function scaleIntegral(
  f: (u: number) => number,
  lower: number,
  upper: number,
  breaks: readonly number[] = [],
): number {
  return scaleNodes(lower, upper, breaks).reduce((sum, [u, weight]) => sum + weight * f(u), 0);
}

/** The lower end of an integral from u = −∞ of a function that decays as e^{rate·u} up to powers of u. */
export const deepest = (rate: number): number => -DEEP / rate;
