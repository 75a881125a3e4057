/** @file What moves along a curve without turning: parallel transport, and how neighbouring geodesics spread. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { christoffelSymbols } from './christoffel.ts';
import { riemannTensor } from './curvature.ts';
import { integrateFlow } from './dormand-prince.ts';
import type { Curve, CurvePoint, GeodesicOptions } from './geodesic.ts';
import { type MetricField, metricJet } from './metric-field.ts';

/**
 * Parallel transport of a vector along a curve from time 0,
 *
 *     v̇^i = −Γ^i_jk ẋ^j v^k.
 *
 * It keeps all lengths and angles; round a closed curve it turns v by the curvature enclosed.
 *
 * @param vector - at curve(0), shape (P,)
 * @param time - until when
 * @returns the vector at curve(time), shape (P,)
 */
export function parallelTransport(
  metric: MetricField,
  curve: Curve,
  vector: Float64Array,
  time: number,
  options: GeodesicOptions = {},
): Float64Array {
  const { tolerance = 1e-10 } = options;
  const p = vector.length;
  const flow = (t: number, v: Float64Array): Float64Array => {
    const { point, velocity } = curve(t);
    return turned(christoffelSymbols(metric, point, options), velocity, v, p);
  };
  return integrateFlow(flow, vector, time, tolerance);
}

/** A Jacobi field at one time: how a neighbouring geodesic lies, and how it moves away. */
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
 * @returns the field as a function of time; every call integrates from 0
 *
 * Cost: a Riemann tensor at every step.
 */
export function jacobiField(
  metric: MetricField,
  x: Float64Array,
  velocity: Float64Array,
  initial: { readonly separation: Float64Array; readonly rate: Float64Array },
  options: GeodesicOptions = {},
): (time: number) => JacobiField {
  const { tolerance = 1e-10 } = options;
  const p = x.length;
  const flow = (_: number, y: Float64Array): Float64Array => {
    const [point, v, J, rate] = [0, 1, 2, 3].map((k) => y.slice(k * p, (k + 1) * p)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    const gamma = christoffelSymbols(metric, point, options);
    const { inverse } = metricJet(metric, point, options);
    const tide = tidalMatrix(riemannTensor(metric, point, options), v, p).data;
    const slope = new Float64Array(4 * p);
    slope.set(v);
    slope.set(turned(gamma, v, v, p), p);
    const turnedJ = turned(gamma, v, J, p);
    const turnedRate = turned(gamma, v, rate, p);
    for (let i = 0; i < p; i++) {
      let force = 0;
      for (let a = 0; a < p; a++) {
        for (let c = 0; c < p; c++) force += inverse[i * p + a]! * tide[a * p + c]! * J[c]!;
      }
      slope[2 * p + i] = rate[i]! + turnedJ[i]!;
      slope[3 * p + i] = turnedRate[i]! - force;
    }
    return slope;
  };
  const start = Float64Array.of(...x, ...velocity, ...initial.separation, ...initial.rate);
  return (time) => {
    const y = integrateFlow(flow, start, time, tolerance);
    return {
      point: y.slice(0, p),
      velocity: y.slice(p, 2 * p),
      separation: y.slice(2 * p, 3 * p),
      rate: y.slice(3 * p),
    };
  };
}

/** R_abcd v^b v^d as a matrix in (a, c). */
function tidalMatrix(riemann: Float64Array, v: Float64Array, p: number): RealMatrix {
  const data = new Float64Array(p * p);
  for (let at = 0; at < riemann.length; at++) {
    const d = at % p;
    const c = Math.floor(at / p) % p;
    const b = Math.floor(at / (p * p)) % p;
    const a = Math.floor(at / (p * p * p));
    data[a * p + c] = data[a * p + c]! + riemann[at]! * v[b]! * v[d]!;
  }
  return { rows: p, cols: p, data };
}

/** −Γ^i_jk u^j v^k. */
function turned(gamma: Float64Array, u: Float64Array, v: Float64Array, p: number): Float64Array {
  return Float64Array.from({ length: p }, (_, i) => {
    let value = 0;
    for (let jk = 0; jk < p * p; jk++) value -= gamma[i * p * p + jk]! * u[Math.floor(jk / p)]! * v[jk % p]!;
    return value;
  });
}
