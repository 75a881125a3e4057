/** @file Geodesics of a metric field from a point and a velocity, and the check that a curve is one. */

import { DomainError } from '../errors.ts';
import { christoffelSymbols } from './christoffel.ts';
import type { DifferenceOptions, MetricField } from './metric-field.ts';

/** A point of a curve with its velocity, both of shape (P,). */
export interface CurvePoint {
  readonly point: Float64Array;
  readonly velocity: Float64Array;
}

/** A curve as a function of time. */
export type Curve = (time: number) => CurvePoint;

/** How a geodesic is integrated. */
export interface GeodesicOptions extends DifferenceOptions {
  /** Error allowed in each step, relative to max(1, |component|); default 1e-10. */
  readonly tolerance?: number;
}

/**
 * The geodesic through x with the given velocity, as a function of time: the solution of
 *
 *     ẍ^i = −Γ^i_jk ẋ^j ẋ^k,        x(0) = x,  ẋ(0) = velocity,
 *
 * by the Dormand–Prince method of order 5(4) with step control. Every call integrates from time 0.
 *
 * @throws {DomainError} the path reaches a point where the metric is singular (the edge of the coordinates)
 *
 * @see Dormand & Prince, J. Comput. Appl. Math. 6, 19 (1980)
 */
export function geodesic(
  metric: MetricField,
  x: Float64Array,
  velocity: Float64Array,
  options: GeodesicOptions = {},
): Curve {
  const { tolerance = 1e-10 } = options;
  const p = x.length;
  const flow = (y: Float64Array): Float64Array => {
    const gamma = christoffelSymbols(metric, y.slice(0, p), options);
    const slope = new Float64Array(2 * p);
    for (let i = 0; i < p; i++) {
      slope[i] = y[p + i]!;
      for (let jk = 0; jk < p * p; jk++) {
        const force = gamma[i * p * p + jk]! * y[p + Math.floor(jk / p)]! * y[p + (jk % p)]!;
        slope[p + i] = slope[p + i]! - force;
      }
    }
    return slope;
  };
  return (time) => {
    const y = integrate(flow, Float64Array.of(...x, ...velocity), time, tolerance);
    return { point: y.slice(0, p), velocity: y.slice(p) };
  };
}

/**
 * How far a curve is from a geodesic, at the given times: the variation of its speed, max/min − 1, and the greatest
 * length |∇_ẋ ẋ| of its covariant acceleration. Both vanish on a geodesic.
 *
 * The derivative of the velocity is a fourth-order difference with the given time step.
 */
export function checkGeodesic(
  metric: MetricField,
  curve: Curve,
  times: readonly number[],
  timeStep = 1e-3,
): { readonly speedVariation: number; readonly acceleration: number } {
  const length = ({ point }: CurvePoint, vector: Float64Array): number => {
    const p = point.length;
    const square = metric(point).data.reduce(
      (sum, entry, at) => sum + entry * vector[Math.floor(at / p)]! * vector[at % p]!,
      0,
    );
    return Math.sqrt(Math.max(0, square));
  };
  const speeds = times.map(curve).map((at) => length(at, at.velocity));
  const accelerations = times.map((time) => {
    const here = curve(time);
    const p = here.point.length;
    const [a, b, c, d] = [-2, -1, 1, 2].map((k) => curve(time + k * timeStep).velocity) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const gamma = christoffelSymbols(metric, here.point);
    const covariant = Float64Array.from({ length: p }, (_, i) => {
      let value = (a[i]! - 8 * b[i]! + 8 * c[i]! - d[i]!) / (12 * timeStep);
      for (let jk = 0; jk < p * p; jk++) {
        value += gamma[i * p * p + jk]! * here.velocity[Math.floor(jk / p)]! * here.velocity[jk % p]!;
      }
      return value;
    });
    return length(here, covariant);
  });
  return {
    speedVariation: Math.max(...speeds) / Math.min(...speeds) - 1,
    acceleration: Math.max(...accelerations),
  };
}

/** Butcher's tableau of Dormand and Prince: stages, and the difference of the fifth- and fourth-order weights. */
const STAGES = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
] as const;
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40] as const;

/** y(time) of ẏ = flow(y) from y(0). */
function integrate(
  flow: (y: Float64Array) => Float64Array,
  start: Float64Array,
  time: number,
  tolerance: number,
): Float64Array {
  let y = start;
  let passed = 0;
  let step = Math.sign(time) * Math.min(0.1, Math.abs(time));
  while (Math.abs(time - passed) > 1e-14 * Math.abs(time)) {
    if (Math.abs(step) > Math.abs(time - passed)) step = time - passed;
    const slopes: Float64Array[] = [];
    let next = y;
    for (const weights of STAGES) {
      next = y.slice();
      weights.forEach((weight, s) => {
        const slope = slopes[s]!;
        for (let i = 0; i < next.length; i++) next[i] = next[i]! + step * weight * slope[i]!;
      });
      slopes.push(flow(next));
    }
    const error = Math.max(
      ...y.map((value, i) => {
        const difference = ERROR.reduce((sum, weight, s) => sum + weight * slopes[s]![i]!, 0);
        return Math.abs(step * difference) / Math.max(1, Math.abs(value));
      }),
    );
    if (error <= tolerance) {
      passed += step;
      y = next; // the seventh stage is the fifth-order result
    }
    step *= Math.min(4, Math.max(0.2, 0.9 * (tolerance / Math.max(error, 1e-300)) ** 0.2));
    if (!(Math.abs(step) > 1e-12 * Math.abs(time))) {
      throw new DomainError(`geodesic: a regular metric along the path required, got a singularity at time ${passed}`);
    }
  }
  return y;
}
