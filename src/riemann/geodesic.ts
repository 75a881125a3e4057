/** @file Geodesics of a metric field from a point and a velocity, and the check that a curve is one. */

import { christoffelOf, christoffelSymbols, turned } from './christoffel.ts';
import type { DifferenceOptions, Extrapolated } from './differences.ts';
import { integrateFlow } from './dormand-prince.ts';
import { lengthOf, type MetricField, metricAt, unitLengths } from './metric-field.ts';
import { jetsAlong } from './metric-jet.ts';

/** A point of a curve with its velocity, both of shape (P,). */
export interface CurvePoint {
  readonly point: Float64Array;
  readonly velocity: Float64Array;
}

/** A curve as a function of time. */
export type Curve = (time: number) => CurvePoint;

/** How a geodesic is integrated. */
export interface GeodesicOptions extends DifferenceOptions {
  /** Error allowed in each step, as a fraction of the geodesic's length and speed; default 1e-10. */
  readonly tolerance?: number;
}

/** Tolerance of integration, and how much coarser it is for the estimate of its error. */
export const DEFAULT_TOLERANCE = 1e-10;
export const SHADOW_TOLERANCE = 30;

/**
 * The geodesic through x with the given velocity, as a function of time: the solution of
 *
 *     ẍ^i = −Γ^i_jk ẋ^j ẋ^k,        x(0) = x,  ẋ(0) = velocity,
 *
 * by the Dormand–Prince method of order 5(4) with step control. Every call integrates from time 0. `exponentialMap`
 * gives its end with an error, `checkGeodesic` its defects.
 *
 * @throws {DomainError} the path reaches the edge of the domain, or a point where the metric is singular
 *
 * @see Dormand & Prince, J. Comput. Appl. Math. 6, 19 (1980)
 */
export function geodesic(
  metric: MetricField,
  x: Float64Array,
  velocity: Float64Array,
  options: GeodesicOptions = {},
): Curve {
  return (time) => geodesicPoint(metric, { point: x, velocity }, time, options, 'value');
}

/**
 * The point of a geodesic after a time, from the metric's derivatives or from their shadows, the latter with a coarser
 * tolerance: the two differ by about the error.
 */
export function geodesicPoint(
  metric: MetricField,
  { point: x, velocity }: CurvePoint,
  time: number,
  options: GeodesicOptions,
  which: keyof Extrapolated<never>,
): CurvePoint {
  const p = x.length;
  const speed = lengthOf(metricAt(metric, x), velocity);
  if (speed === 0) return { point: x, velocity };
  const jetAt = jetsAlong(metric, options);
  const flow = (_: number, y: Float64Array): Float64Array => {
    const v = y.subarray(p);
    const gamma = christoffelOf(jetAt(y.slice(0, p))[which]);
    return Float64Array.of(...v, ...turned(gamma, v, v));
  };
  const scale = (y: Float64Array): Float64Array => {
    const units = unitLengths(metricAt(metric, y.slice(0, p)));
    return Float64Array.of(
      ...units.map((unit) => (speed * Math.abs(time)) / unit),
      ...units.map((unit) => speed / unit),
    );
  };
  const { tolerance = DEFAULT_TOLERANCE } = options;
  const allowed = which === 'value' ? tolerance : SHADOW_TOLERANCE * tolerance;
  const y = integrateFlow(flow, Float64Array.of(...x, ...velocity), time, { tolerance: allowed, scale });
  return { point: y.slice(0, p), velocity: y.slice(p) };
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
  const length = ({ point }: CurvePoint, vector: Float64Array): number => lengthOf(metricAt(metric, point), vector);
  const speeds = times.map(curve).map((at) => length(at, at.velocity));
  const accelerations = times.map((time) => {
    const here = curve(time);
    const [a, b, c, d] = [-2, -1, 1, 2].map((k) => curve(time + k * timeStep).velocity) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const gamma = christoffelSymbols(metric, here.point).value;
    const straight = turned(gamma, here.velocity, here.velocity);
    const covariant = straight.map((value, i) => (a[i]! - 8 * b[i]! + 8 * c[i]! - d[i]!) / (12 * timeStep) - value);
    return length(here, covariant);
  });
  return {
    speedVariation: Math.max(...speeds) / Math.min(...speeds) - 1,
    acceleration: Math.max(...accelerations),
  };
}
