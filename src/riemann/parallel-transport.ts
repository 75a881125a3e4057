/** @file Vectors along a curve: parallel transport, and how neighbouring geodesics spread. */

import { christoffelOf, turned } from './christoffel.ts';
import { riemannOf } from './curvature.ts';
import type { Extrapolated } from './differences.ts';
import { integrateFlow } from './dormand-prince.ts';
import { type Estimate, estimateFrom } from './estimate.ts';
import { type Curve, type CurvePoint, DEFAULT_TOLERANCE, type GeodesicOptions, SHADOW_TOLERANCE } from './geodesic.ts';
import { lengthOf, type MetricField, metricAt, unitLengths } from './metric-field.ts';
import { jetsAlong, metricJet } from './metric-jet.ts';

/**
 * Parallel transport of a vector along a curve from time 0,
 *
 *     v̇^i = −Γ^i_jk ẋ^j v^k.
 *
 * It keeps all lengths and angles; round a closed curve it turns v by the curvature enclosed.
 *
 * @param vector - at curve(0), shape (P,)
 * @param time - until when
 * @returns the vector at curve(time), shape (P,); its error does not include that of the curve
 */
export function parallelTransport(
  metric: MetricField,
  curve: Curve,
  vector: Float64Array,
  time: number,
  options: GeodesicOptions = {},
): Estimate<Float64Array> {
  const { tolerance = DEFAULT_TOLERANCE } = options;
  const length = lengthOf(metricAt(metric, curve(0).point), vector);
  if (length === 0) return { value: vector, error: vector };
  const moved = (which: keyof Extrapolated<never>, tolerance: number): Float64Array => {
    const jetAt = jetsAlong(metric, options);
    const flow = (t: number, v: Float64Array): Float64Array => {
      const { point, velocity } = curve(t);
      return turned(christoffelOf(jetAt(point)[which]), velocity, v);
    };
    const units = unitLengths(metricAt(metric, curve(0).point));
    return integrateFlow(flow, vector, time, { tolerance, scale: () => units.map((unit) => length / unit) });
  };
  return estimateFrom(moved('value', tolerance), moved('shadow', SHADOW_TOLERANCE * tolerance));
}

/** A Jacobi field at one time: the separation of a neighbouring geodesic, and its rate of change. */
export interface JacobiField extends CurvePoint {
  /** J, shape (P,). */
  readonly separation: Float64Array;
  /** ∇_ẋ J, shape (P,). */
  readonly rate: Float64Array;
}

/**
 * The Jacobi field along the geodesic through x with the given velocity: the solution of
 *
 *     ∇²J^a/dt² = −R^a_bcd ẋ^b J^c ẋ^d,        J(0) = separation, ∇J(0) = rate,
 *
 * that is, the derivative of the geodesic by its initial data. On a space of curvature K a field across the geodesic
 * goes as sin(√K t)/√K; where it vanishes again is a conjugate point.
 *
 * @returns the field as a function of time, each number with its error; every call integrates from 0
 *
 * Cost: two Riemann tensors at every step.
 */
export function jacobiField(
  metric: MetricField,
  x: Float64Array,
  velocity: Float64Array,
  initial: { readonly separation: Float64Array; readonly rate: Float64Array },
  options: GeodesicOptions = {},
): (time: number) => Estimate<JacobiField> {
  const { tolerance = DEFAULT_TOLERANCE } = options;
  const start = Float64Array.of(...x, ...velocity, ...initial.separation, ...initial.rate);
  const flow =
    (which: keyof Extrapolated<never>) =>
    (_: number, y: Float64Array): Float64Array => {
      const { point, velocity: v, separation: J, rate } = fieldOf(y);
      const jet = metricJet(metric, point, 2, options)[which];
      const gamma = christoffelOf(jet);
      const force = product(jet.inverse, product(tidalMatrix(riemannOf(jet), v), J));
      const turnedJ = turned(gamma, v, J);
      const turnedRate = turned(gamma, v, rate);
      return Float64Array.of(
        ...v,
        ...turned(gamma, v, v),
        ...rate.map((value, i) => value + turnedJ[i]!),
        ...turnedRate.map((value, i) => value - force[i]!),
      );
    };
  return (time) => {
    const g = metricAt(metric, x);
    const speed = lengthOf(g, velocity) || 1;
    const spread = lengthOf(g, initial.separation) + Math.abs(time) * lengthOf(g, initial.rate) || 1;
    const scale = (y: Float64Array): Float64Array => {
      const units = unitLengths(metricAt(metric, fieldOf(y).point));
      const sizes = [speed * Math.abs(time), speed, spread, spread / Math.abs(time)];
      return Float64Array.from(sizes.flatMap((size) => Array.from(units, (unit) => size / unit)));
    };
    const run = (which: keyof Extrapolated<never>, tolerance: number): Float64Array =>
      integrateFlow(flow(which), start, time, { tolerance, scale });
    const { value, error } = estimateFrom(run('value', tolerance), run('shadow', SHADOW_TOLERANCE * tolerance));
    return { value: fieldOf(value), error: fieldOf(error) };
  };
}

/** The parts of a point in the space of Jacobi fields. */
function fieldOf(y: Float64Array): JacobiField {
  const p = y.length / 4;
  const [point, velocity, separation, rate] = [0, 1, 2, 3].map((part) => y.slice(part * p, (part + 1) * p));
  return { point: point!, velocity: velocity!, separation: separation!, rate: rate! };
}

/** R_abcd v^b v^d as a matrix in (a, c), shape (P, P). */
export function tidalMatrix(riemann: Float64Array, v: Float64Array): Float64Array {
  const p = v.length;
  const data = new Float64Array(p * p);
  riemann.forEach((component, at) => {
    const [a, b, c, d] = [3, 2, 1, 0].map((slot) => Math.floor(at / p ** slot) % p);
    data[a! * p + c!] = data[a! * p + c!]! + component * v[b!]! * v[d!]!;
  });
  return data;
}

/** A·v. */
export function product(matrix: Float64Array, v: Float64Array): Float64Array {
  return v.map((_, i) => v.reduce((sum, entry, j) => sum + matrix[i * v.length + j]! * entry, 0));
}
