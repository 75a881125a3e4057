/** @file Geodesics between two points as a chain of short ones, fitted together by Newton's method. */

import { DomainError } from '../errors.ts';
import { Matrix, solveReal as solve } from '../linalg/dense-real.ts';
import { differenceSteps } from './difference-steps.ts';
import type { Extrapolated } from './differences.ts';
import { type CurvePoint, DEFAULT_TOLERANCE, type GeodesicOptions, geodesicPoint } from './geodesic.ts';
import { inverseMetric, lengthOf, type MetricField, metricAt, unitLengths } from './metric-field.ts';

/** A chain of geodesic pieces from x to y, its points and velocities at times 0, 1/N …, and how well they fit. */
export interface Chain {
  readonly nodes: readonly CurvePoint[];
  /** Greatest gap between pieces, and to y, as a fraction of the length. */
  readonly gap: number;
  /** What Newton's next step, from coarser derivatives and integration, would add to the initial velocity. */
  readonly correction: Float64Array;
  readonly steps: number;
  /** Whether Newton's method found no smaller gap. */
  readonly stalled: boolean;
}

/** Required accuracy of the fit, and most steps of Newton's method. */
export interface ShootingOptions extends GeodesicOptions {
  readonly accuracy: number;
  readonly maxSteps: number;
}

/** The least share of a Newton step that is tried, and the shrinkage of the gaps for which a linearisation is kept. */
const SMALLEST_SHARE = 1e-3;
const SHRINKAGE = 0.1;
/** Step of the differences that give the pieces' derivatives, as a fraction of the length or of the metric's scale. */
const DERIVATIVE_STEP = 1e-4;
const STEPS_PER_SCALE = 4;
/** Tolerance of integration and gap of a first fit, and tolerance of integration for derivatives. */
const ROUGH = 1e-7;
const ROUGH_GAP = 1e-5;

/**
 * Newton's method for the points and velocities z_j = (x_j, v_j) at which N geodesic pieces of time 1/N meet,
 *
 *     Φ(z_j) = z_{j+1},    x-part of Φ(z_{N−1}) = y,
 *
 * x_0 kept. Errors grow along one piece only, not along the whole geodesic as in single shooting (N = 1). Lengths are
 * measured by the units √g_ii at each node; steps are halved until the gaps shrink. The first fit is rough, and the
 * last linearisation of it serves as long as the gaps shrink tenfold.
 *
 * @param start - N points with velocities, N ≥ 1, of which the first is x
 * @param accuracy - acceptable gap, as a fraction of the length
 *
 * Cost of a linearisation: N(2P + 1) integrations of a piece, of a step: N.
 */
export function multipleShooting(
  metric: MetricField,
  start: readonly CurvePoint[],
  y: Float64Array,
  options: ShootingOptions,
): Chain {
  const { tolerance = DEFAULT_TOLERANCE, accuracy } = options;
  const rough = { ...options, tolerance: Math.max(tolerance, ROUGH) };
  const first = fitted(metric, { nodes: start, system: null, steps: 0 }, y, {
    ...rough,
    accuracy: Math.max(accuracy, ROUGH_GAP),
  });
  const fit = Number.isFinite(first.gap) ? fitted(metric, first, y, options) : first;
  const { nodes, gap, steps, stalled } = fit;
  return { nodes, gap, steps, stalled, correction: correctionOf(metric, fit, y, options) };
}

/** The state of Newton's method: the nodes, and the linearised gaps at or near them. */
interface Fit {
  readonly nodes: readonly CurvePoint[];
  readonly system: Matrix | null;
  readonly steps: number;
}

function fitted(
  metric: MetricField,
  from: Fit,
  y: Float64Array,
  options: ShootingOptions,
): Fit & Pick<Chain, 'gap' | 'stalled'> {
  let { nodes, system, steps } = from;
  let gaps = gapsOf(metric, nodes, y, options);
  let fresh = false;
  let stalled = false;
  while (Number.isFinite(greatest(gaps)) && (greatest(gaps) > options.accuracy || system === null)) {
    if (steps >= options.maxSteps) break;
    fresh = system === null;
    system ??= linearised(metric, nodes, y, options);
    if (system === null) {
      stalled = true;
      break;
    }
    if (greatest(gaps) <= options.accuracy) break;
    const next = searched(metric, nodes, y, gaps, solved(system, gaps), options);
    steps++;
    stalled = next === null && fresh;
    if (stalled) break;
    if (next === null || greatest(next.gaps) > SHRINKAGE * greatest(gaps)) system = null;
    if (next !== null) ({ nodes, gaps } = next);
  }
  return { nodes, system, steps, gap: greatest(gaps), stalled };
}

/** The nodes after the first of a step, its half, its quarter … that shrinks the gaps; null if none does. */
function searched(
  metric: MetricField,
  nodes: readonly CurvePoint[],
  y: Float64Array,
  gaps: Float64Array,
  step: Float64Array,
  options: GeodesicOptions,
): { readonly nodes: readonly CurvePoint[]; readonly gaps: Float64Array } | null {
  for (let share = 1; share > SMALLEST_SHARE; share /= 2) {
    const next = moved(metric, nodes, step, share);
    const reached = gapsOf(metric, next, y, options);
    if (sumOfSquares(reached) < sumOfSquares(gaps)) return { nodes: next, gaps: reached };
  }
  return null;
}

/**
 * The change of the first velocity in a Newton step for the gaps of the coarser computation; infinite without a system.
 */
function correctionOf(
  metric: MetricField,
  { nodes, system }: Fit,
  y: Float64Array,
  options: GeodesicOptions,
): Float64Array {
  const gaps = gapsOf(metric, nodes, y, options, 'shadow');
  const step = system === null || !gaps.every(Number.isFinite) ? null : solved(system, gaps);
  return step === null
    ? y.map(() => Infinity)
    : moved(metric, nodes, step, 1)[0]!.velocity.map((v, i) => v - nodes[0]!.velocity[i]!);
}

/** Units of a point and a velocity at a node, in which both are fractions of the length. */
function sizesOf(metric: MetricField, { point }: CurvePoint, length: number): Float64Array {
  const units = unitLengths(metricAt(metric, point));
  return Float64Array.of(...units, ...units).map((unit) => length / unit);
}

const lengthFrom = (metric: MetricField, { point, velocity }: CurvePoint): number =>
  lengthOf(metricAt(metric, point), velocity);

/**
 * By how much each piece misses the next node, in units of the length, shape (2PN − P,); infinite outside the domain.
 */
function gapsOf(
  metric: MetricField,
  nodes: readonly CurvePoint[],
  y: Float64Array,
  options: GeodesicOptions,
  which: keyof Extrapolated<never> = 'value',
): Float64Array {
  const p = y.length;
  const gaps = new Float64Array(p * (2 * nodes.length - 1));
  try {
    const length = lengthFrom(metric, nodes[0]!);
    nodes.forEach((node, j) => {
      const end = geodesicPoint(metric, node, 1 / nodes.length, options, which);
      const next = nodes[j + 1] ?? { point: y, velocity: end.velocity };
      const sizes = sizesOf(metric, next, length);
      for (let i = 0; i < p; i++) {
        gaps[2 * p * j + i] = (end.point[i]! - next.point[i]!) / sizes[i]!;
        if (nodes[j + 1] !== undefined)
          gaps[2 * p * j + p + i] = (end.velocity[i]! - next.velocity[i]!) / sizes[p + i]!;
      }
    });
    return gaps;
  } catch (error) {
    if (error instanceof DomainError) return gaps.fill(Infinity);
    throw error;
  }
}

/**
 * ∂(gaps)/∂(v_0, z_1, …), all in units of the length, by one-sided differences; null if one leaves the domain. A node
 * is shifted by a share of the length or of the scale on which the metric changes, whichever is less.
 */
function linearised(
  metric: MetricField,
  nodes: readonly CurvePoint[],
  y: Float64Array,
  given: GeodesicOptions,
): Matrix | null {
  const options = { ...given, tolerance: Math.max(ROUGH, given.tolerance ?? DEFAULT_TOLERANCE) };
  const p = y.length;
  const size = p * (2 * nodes.length - 1);
  const length = lengthFrom(metric, nodes[0]!);
  const system = Matrix.zeros(size, size);
  const time = 1 / nodes.length;
  const fill = (node: CurvePoint, j: number): void => {
    const here = sizesOf(metric, node, length);
    const there = sizesOf(metric, nodes[j + 1] ?? { point: y, velocity: y }, length);
    const end = flat(geodesicPoint(metric, node, time, options, 'value'));
    const g = metricAt(metric, node.point);
    const steps = differenceSteps(metric, node.point, { metric: g, inverse: inverseMetric(g).inverse });
    for (let part = j === 0 ? p : 0; part < 2 * p; part++) {
      const scale = STEPS_PER_SCALE * steps[part % p]! * (part < p ? 1 : nodes.length);
      const h = DERIVATIVE_STEP * Math.min(here[part]!, scale);
      const shifted = flat(node);
      shifted[part] = shifted[part]! + h;
      const column = 2 * p * j - p + part;
      flat(geodesicPoint(metric, pointOf(shifted), time, options, 'value')).forEach((value, i) => {
        const row = 2 * p * j + i;
        if (row < size) system.set(row, column, ((value - end[i]!) * here[part]!) / (h * there[i]!));
      });
    }
    if (j > 0) for (let i = 0; i < 2 * p; i++) system.set(2 * p * (j - 1) + i, 2 * p * j - p + i, -1);
  };
  try {
    nodes.forEach(fill);
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
  return system;
}

function solved(system: Matrix, gaps: Float64Array): Float64Array {
  const right = Matrix.columnVector(Array.from(gaps, (gap) => -gap));
  return Float64Array.from(solve(system, right, true).to1DArray()); // least squares at conjugate points
}

/** The nodes after a share of a step. */
function moved(
  metric: MetricField,
  nodes: readonly CurvePoint[],
  step: Float64Array,
  share: number,
): readonly CurvePoint[] {
  const p = nodes[0]!.point.length;
  const length = lengthFrom(metric, nodes[0]!);
  return nodes.map((node, j) => {
    const sizes = sizesOf(metric, node, length);
    return pointOf(flat(node).map((value, i) => value + share * sizes[i]! * (step[2 * p * j - p + i] ?? 0)));
  });
}

const flat = ({ point, velocity }: CurvePoint): Float64Array => Float64Array.of(...point, ...velocity);
const pointOf = (z: Float64Array): CurvePoint => ({
  point: z.slice(0, z.length / 2),
  velocity: z.slice(z.length / 2),
});
const greatest = (gaps: Float64Array): number => gaps.reduce((most, gap) => Math.max(most, Math.abs(gap)), 0);
const sumOfSquares = (gaps: Float64Array): number => gaps.reduce((sum, gap) => sum + gap * gap, 0);
