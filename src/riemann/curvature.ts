/** @file Curvature of a metric field: Riemann, Ricci, scalar, sectional. Spheres are positive. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { christoffelOf } from './christoffel.ts';
import {
  type DifferenceOptions,
  type MetricField,
  type MetricJet,
  metricJet,
  secondDerivatives,
} from './metric-field.ts';

/**
 * Riemann tensor with all indices down,
 *
 *     R_abcd = ½(∂_b∂_c g_ad + ∂_a∂_d g_bc − ∂_a∂_c g_bd − ∂_b∂_d g_ac) + g_ef(Γ^e_bc Γ^f_ad − Γ^e_bd Γ^f_ac).
 *
 * Antisymmetric in ab and in cd, symmetric under exchange of the pairs, R_a[bcd] = 0; R_abab > 0 on a sphere.
 *
 * @returns shape (P, P, P, P), row-major
 *
 * Cost O(P²) evaluations of the metric and O(P⁶) arithmetic: P up to 10 or so.
 */
export function riemannTensor(metric: MetricField, x: Float64Array, options: DifferenceOptions = {}): Float64Array {
  return riemannOf(metricJet(metric, x, options), secondDerivatives(metric, x, options));
}

/** Ricci tensor R_bd = g^ac R_abcd, symmetric. */
export function ricciTensor(metric: MetricField, x: Float64Array, options: DifferenceOptions = {}): RealMatrix {
  const jet = metricJet(metric, x, options);
  return ricciOf(jet, riemannOf(jet, secondDerivatives(metric, x, options)));
}

/** Scalar curvature g^bd R_bd; twice the Gauss curvature in two dimensions, 2/r² on a sphere of radius r. */
export function scalarCurvature(metric: MetricField, x: Float64Array, options: DifferenceOptions = {}): number {
  const jet = metricJet(metric, x, options);
  const ricci = ricciOf(jet, riemannOf(jet, secondDerivatives(metric, x, options))).data;
  return ricci.reduce((sum, entry, at) => sum + entry * jet.inverse[at]!, 0);
}

/** Sectional curvature of the plane of u and v, R(u,v,u,v) / (|u|²|v|² − ⟨u,v⟩²); Gauss curvature of that plane's geodesics. */
export function sectionalCurvature(
  metric: MetricField,
  x: Float64Array,
  u: Float64Array,
  v: Float64Array,
  options: DifferenceOptions = {},
): number {
  const riemann = riemannTensor(metric, x, options);
  const p = x.length;
  const g = metric(x).data;
  const inner = (a: Float64Array, b: Float64Array): number =>
    g.reduce((sum, entry, at) => sum + entry * a[Math.floor(at / p)]! * b[at % p]!, 0);
  let value = 0;
  for (let at = 0; at < riemann.length; at++) {
    const d = at % p;
    const c = Math.floor(at / p) % p;
    const b = Math.floor(at / (p * p)) % p;
    const a = Math.floor(at / (p * p * p));
    value += riemann[at]! * u[a]! * v[b]! * u[c]! * v[d]!;
  }
  return value / (inner(u, u) * inner(v, v) - inner(u, v) ** 2);
}

function riemannOf(jet: MetricJet, second: readonly (readonly Float64Array[])[]): Float64Array {
  const { dimension: p, metric: g } = jet;
  const gamma = christoffelOf(jet);
  const symbol = (i: number, j: number, k: number): number => gamma[(i * p + j) * p + k]!;
  const tensor = new Float64Array(p ** 4);
  let at = 0;
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      for (let c = 0; c < p; c++) {
        for (let d = 0; d < p; d++) {
          let value =
            (second[b]![c]![a * p + d]! +
              second[a]![d]![b * p + c]! -
              second[a]![c]![b * p + d]! -
              second[b]![d]![a * p + c]!) /
            2;
          for (let e = 0; e < p; e++) {
            for (let f = 0; f < p; f++) {
              const terms = symbol(e, b, c) * symbol(f, a, d) - symbol(e, b, d) * symbol(f, a, c);
              value += g[e * p + f]! * terms;
            }
          }
          tensor[at++] = value;
        }
      }
    }
  }
  return tensor;
}

function ricciOf({ dimension: p, inverse }: MetricJet, riemann: Float64Array): RealMatrix {
  const data = new Float64Array(p * p);
  for (let a = 0; a < p; a++) {
    for (let b = 0; b < p; b++) {
      for (let c = 0; c < p; c++) {
        for (let d = 0; d < p; d++) {
          const to = b * p + d;
          data[to] = data[to]! + inverse[a * p + c]! * riemann[((a * p + b) * p + c) * p + d]!;
        }
      }
    }
  }
  return { rows: p, cols: p, data };
}
