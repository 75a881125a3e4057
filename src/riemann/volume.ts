/** @file The volume of a box of coordinates. */

import type { Estimate } from './estimate.ts';
import { type MetricField, volumeDensity } from './metric-field.ts';

/** Nodes and weights of Gauss–Legendre quadrature on [−1, 1] with 8 points: exact for polynomials of degree 15. */
const GAUSS = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763],
].flatMap(([node, weight]) => [
  [node!, weight!],
  [-node!, weight!],
]) as readonly (readonly [number, number])[];

/**
 * Riemannian volume ∫ √det g d^Px of a box of coordinates, by Gauss–Legendre quadrature with 8 points per panel and axis.
 *
 * @param panels - pieces into which each axis is cut; default 1. The error is the difference from twice as many, whose
 *   volume is given.
 *
 * Cost (8·panels)^P + (16·panels)^P evaluations of the metric.
 */
export function volume(metric: MetricField, box: readonly (readonly [number, number])[], panels = 1): Estimate<number> {
  const [coarse, fine] = [panels, 2 * panels].map((pieces) => quadrature(metric, box, pieces)) as [number, number];
  return { value: fine, error: Math.abs(fine - coarse) };
}

function quadrature(metric: MetricField, box: readonly (readonly [number, number])[], panels: number): number {
  const along = ([from, to]: readonly [number, number]): readonly (readonly [number, number])[] =>
    Array.from({ length: panels }, (_, panel) => {
      const half = (to - from) / panels / 2;
      const centre = from + (2 * panel + 1) * half;
      return GAUSS.map(([node, weight]) => [centre + half * node, half * weight] as const);
    }).flat();
  const sum = (prefix: readonly number[]): number => {
    if (prefix.length === box.length) return volumeDensity(metric, Float64Array.from(prefix));
    return along(box[prefix.length]!).reduce((total, [node, weight]) => total + weight * sum([...prefix, node]), 0);
  };
  return sum([]);
}
