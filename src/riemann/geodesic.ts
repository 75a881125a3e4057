/** @file Geodesics of a metric field from a point and a velocity, and the check that a curve is one. */

import { christoffelSymbols } from './christoffel.ts';
import { integrateFlow } from './dormand-prince.ts';
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
  const flow = (_: number, y: Float64Array): Float64Array => {
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
    const y = integrateFlow(flow, Float64Array.of(...x, ...velocity), time, tolerance);
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
