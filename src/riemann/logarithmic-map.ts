/** @file From points to velocities: logarithmic map, geodesics between two points, distance. */

import { DomainError, ShapeError } from '../errors.ts';
import type { Result, Solution } from '../solution.ts';
import type { Estimate } from './estimate.ts';
import { type Curve, type CurvePoint, type GeodesicOptions, geodesicPoint } from './geodesic.ts';
import { innerProductOf, lengthOf, type MetricField, metricAt, unitLengths } from './metric-field.ts';
import { type Chain, multipleShooting } from './multiple-shooting.ts';
import { metricChanges, relaxedPath } from './path-relaxation.ts';

export interface LogarithmOptions extends GeodesicOptions {
  /**
   * Initial velocity to start from, which may lead to a geodesic that is not shortest; by default the search starts
   * from a relaxed path.
   */
  readonly guess?: Float64Array;
  /** Error allowed in the velocity and at the end point, as a fraction of the length; default 1e-7. */
  readonly accuracy?: number;
  /** Most Newton steps; default 30. */
  readonly maxSteps?: number;
}

/** The value found with its error, and how the search ended. */
export type EstimatedSolution<Value> = Solution<Value> & Estimate<Value>;

/** Default accuracy, and how much smaller the gaps between pieces are made. */
const ACCURACY = 1e-7;
const FINER = 1e-2;
/** Change of the metric along one piece, √Tr (g⁻¹Δg)² summed, and most pieces. */
const CHANGE_PER_PIECE = 3;
const MOST_PIECES = 16;

/**
 * Logarithmic map: the velocity of a geodesic that leads from x to y in time 1. A straight line in coordinates is
 * relaxed to a path of least energy, and that to a chain of geodesic pieces (multiple shooting). Where several
 * geodesics lead to y it finds one near the relaxed path, or near the guess, not always the shortest.
 *
 * The error comes from a second computation with coarser derivatives and integration, and from the variation of the
 * speed, which is constant on a geodesic.
 *
 * @returns the velocity, shape (P,); 'converged' only if its error is within the accuracy, 'stalled' if no step comes
 *   nearer or the error is larger
 * @throws {DomainError} x or y lies outside the domain, or the metric there is not finite
 * @throws {ShapeError} x and y have different numbers of coordinates
 */
export function logarithmicMap(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  options: LogarithmOptions = {},
): EstimatedSolution<Float64Array> {
  const { nodes, ...rest } = connection(metric, x, y, options);
  return { ...rest, value: nodes[0]!.velocity };
}

/**
 * A geodesic between two points as a curve over times 0 … 1; the errors are those of its initial point and velocity.
 */
export function geodesicBetween(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  options: LogarithmOptions = {},
): Solution<Curve> & { readonly error: CurvePoint } {
  const { nodes, error, ...rest } = connection(metric, x, y, options);
  const curve: Curve = (time) => {
    const piece = Math.min(nodes.length - 1, Math.max(0, Math.floor(time * nodes.length)));
    return geodesicPoint(metric, nodes[piece]!, time - piece / nodes.length, options, 'value');
  };
  return { ...rest, value: curve, error: { point: x.map(() => 0), velocity: error } };
}

/** Length of the geodesic that `logarithmicMap` finds: |velocity| in the metric at x. */
export function geodesicDistance(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  options: LogarithmOptions = {},
): EstimatedSolution<number> {
  const { nodes, lengthError, result, steps } = connection(metric, x, y, options);
  return { value: lengthOf(metricAt(metric, x), nodes[0]!.velocity), error: lengthError, result, steps };
}

interface Connection {
  readonly nodes: readonly CurvePoint[];
  readonly error: Float64Array;
  readonly lengthError: number;
  readonly result: Result;
  readonly steps: number;
}

function connection(metric: MetricField, x: Float64Array, y: Float64Array, options: LogarithmOptions): Connection {
  if (x.length !== y.length) {
    throw new ShapeError(`geodesic: two points of one space required, got ${x.length} and ${y.length} coordinates`);
  }
  const g = metricAt(metric, x);
  metricAt(metric, y); // errors at the end points are thrown, not taken for a path that left the domain
  const straight = y.map((value, i) => value - x[i]!);
  const nothing = {
    nodes: [{ point: x, velocity: straight }],
    error: straight.map(() => Infinity),
    lengthError: Infinity,
  };
  if (straight.every((value) => value === 0)) {
    return { ...nothing, error: straight, lengthError: 0, result: 'converged', steps: 0 };
  }
  const { accuracy = ACCURACY, maxSteps = 30 } = options;
  const start = started(metric, x, y, options);
  if (start === null) return { ...nothing, result: 'stalled', steps: 0 };
  const chain = multipleShooting(metric, start, y, { ...options, accuracy: FINER * accuracy, maxSteps });
  const { error, lengthError } = errorsOf(metric, chain);
  const length = lengthOf(g, chain.nodes[0]!.velocity);
  const close = chain.gap <= FINER * accuracy;
  const exact = lengthOf(g, error) <= accuracy * length && lengthError <= accuracy * length;
  const result = close && exact ? 'converged' : close || chain.stalled ? 'stalled' : 'max-steps';
  return { nodes: chain.nodes, error, lengthError, result, steps: chain.steps };
}

/** Errors of the initial velocity and of the length. */
function errorsOf(metric: MetricField, { nodes, gap, correction }: Chain): Pick<Connection, 'error' | 'lengthError'> {
  const g = metricAt(metric, nodes[0]!.point);
  const units = unitLengths(g);
  const { velocity } = nodes[0]!;
  const length = lengthOf(g, velocity);
  const speeds = nodes.map((node) => lengthOf(metricAt(metric, node.point), node.velocity));
  const variation = Math.max(...speeds) - Math.min(...speeds);
  return {
    error: correction.map((value, i) => Math.abs(value) + (gap * length + variation) / units[i]!),
    lengthError: Math.abs(innerProductOf(g, correction, velocity)) / length + gap * length + variation,
  };
}

/** The nodes from which shooting starts, or null if no path between the points is known that stays in the domain. */
function started(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  options: LogarithmOptions,
): readonly CurvePoint[] | null {
  try {
    return options.guess === undefined
      ? nodesOn(metric, relaxedPath(metric, x, y, options))
      : guessedNodes(metric, x, y, options.guess, options);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}

/** Evenly spaced points of a path with velocities by differences. */
function nodesOn(metric: MetricField, path: readonly Float64Array[]): readonly CurvePoint[] {
  const fine = path.length - 1;
  const change = metricChanges(metric, path).reduce((sum, value) => sum + value, 0);
  let pieces = 1;
  while (pieces < Math.min(fine, MOST_PIECES) && pieces * CHANGE_PER_PIECE < change) pieces *= 2;
  return Array.from({ length: pieces }, (_, piece) => {
    const j = (piece * fine) / pieces;
    const [a, b, c] = j === 0 ? [-3, 4, -1] : [-1, 0, 1]; // of second order in 1/N
    const from = Math.max(0, j - 1);
    const velocity = path[j]!.map(
      (_, i) => ((a! * path[from]![i]! + b! * path[from + 1]![i]! + c! * path[from + 2]![i]!) * fine) / 2,
    );
    return { point: path[j]!, velocity };
  });
}

/** Nodes on the geodesic with a guessed velocity, shifted so that it ends at y. */
function guessedNodes(
  metric: MetricField,
  x: Float64Array,
  y: Float64Array,
  guess: Float64Array,
  options: GeodesicOptions,
): readonly CurvePoint[] {
  const ends = Array.from(
    { length: 9 },
    (_, j) => geodesicPoint(metric, { point: x, velocity: guess }, j / 8, options, 'value').point,
  );
  const miss = y.map((value, i) => value - ends[8]![i]!);
  const path = ends.map((point, j) => point.map((value, i) => value + (j / 8) * miss[i]!));
  const nodes = nodesOn(metric, path);
  return nodes.length > 1 ? nodes : [{ point: x, velocity: guess }];
}
