/** @file From velocities to points and back: exponential and logarithmic map, distance, geodesics between two points. */

import { Matrix, solve } from 'ml-matrix';
import type { Solution } from '../solution.ts';
import { type Curve, type GeodesicOptions, geodesic } from './geodesic.ts';
import { type MetricField, volumeDensity } from './metric-field.ts';

/** Exponential map: the point at which the geodesic through x with this velocity arrives at time 1. */
export function exponentialMap(
  metric: MetricField,
  x: Float64Array,
  velocity: Float64Array,
  options: GeodesicOptions = {},
): Float64Array {
  return geodesic(metric, x, velocity, options)(1).point;
}

export interface LogarithmOptions extends GeodesicOptions {
  /** Initial velocity to start from; default the straight line in coordinates. */
  readonly guess?: Float64Array;
  /** Greatest |coordinate difference| at the end point; default 1e-9. */
  readonly accuracy?: number;
  /** Most Newton steps; default 30. */
  readonly maxSteps?: number;
}

/**
 * Logarithmic map: the velocity of a geodesic that leads from x to y in time 1, by shooting with Newton's method (the
 * derivative of the end point by differences, steps halved until the miss shrinks). Where several geodesics lead to y
 * (beyond a conjugate point) it finds one near the guess, not always the shortest.
 *
 * @returns the velocity, shape (P,); 'stalled' if no step comes nearer
 */
export function logarithmicMap(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  options: LogarithmOptions = {},
): Solution<Float64Array> {
  const { accuracy = 1e-9, maxSteps = 30 } = options;
  const miss = (v: Float64Array): Float64Array => {
    try {
      return exponentialMap(metric, x, v, options).map((value, k) => y[k]! - value);
    } catch (error) {
      if (error instanceof RangeError) return y.map(() => Infinity); // the path leaves the coordinates
      throw error;
    }
  };
  let velocity = options.guess ?? y.map((value, k) => value - x[k]!);
  let error = miss(velocity);
  const size = (e: Float64Array): number => Math.max(0, ...e.map(Math.abs));
  for (let steps = 0; steps < maxSteps; steps++) {
    if (size(error) <= accuracy) return { value: velocity, result: 'converged', steps };
    const step = newtonStep(miss, velocity, error);
    let share = 1;
    let next = velocity;
    let reached = error;
    for (; share > 1e-4; share /= 2) {
      next = velocity.map((value, k) => value + share * step[k]!);
      reached = miss(next);
      if (size(reached) < size(error)) break;
    }
    if (share <= 1e-4) return { value: velocity, result: 'stalled', steps };
    velocity = next;
    error = reached;
  }
  return { value: velocity, result: size(error) <= accuracy ? 'converged' : 'max-steps', steps: maxSteps };
}

/** A geodesic between two points as a curve over times 0 … 1. */
export function geodesicBetween(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  options: LogarithmOptions = {},
): Solution<Curve> {
  const velocity = logarithmicMap(metric, x, y, options);
  return { ...velocity, value: geodesic(metric, x, velocity.value, options) };
}

/** Length of the geodesic that `logarithmicMap` finds: |velocity| in the metric at x. */
export function geodesicDistance(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  options: LogarithmOptions = {},
): Solution<number> {
  const { value, ...rest } = logarithmicMap(metric, x, y, options);
  const p = x.length;
  const square = metric(x).data.reduce((sum, g, at) => sum + g * value[Math.floor(at / p)]! * value[at % p]!, 0);
  return { ...rest, value: Math.sqrt(Math.max(0, square)) };
}

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
 * Volume ∫ √det g d^Px of a box of coordinates, by Gauss–Legendre quadrature with 8 points per panel and axis.
 *
 * @param panels - pieces into which each axis is cut; default 1
 *
 * Cost (8·panels)^P evaluations of the metric.
 */
export function volume(metric: MetricField, box: readonly (readonly [number, number])[], panels = 1): number {
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

/** Solves ∂(end point)/∂velocity · step = error. */
function newtonStep(
  miss: (v: Float64Array) => Float64Array,
  velocity: Float64Array,
  error: Float64Array,
): Float64Array {
  const p = velocity.length;
  const h = 1e-5 * Math.max(1, ...velocity.map(Math.abs));
  const jacobian = Matrix.zeros(p, p);
  for (let k = 0; k < p; k++) {
    const [above, below] = [h, -h].map((distance) => miss(velocity.map((v, i) => (i === k ? v + distance : v))));
    for (let i = 0; i < p; i++) jacobian.set(i, k, (below![i]! - above![i]!) / (2 * h));
  }
  if (jacobian.to1DArray().some((value) => !Number.isFinite(value))) return error;
  return Float64Array.from(solve(jacobian, Matrix.columnVector(error), true).to1DArray());
}
