/** @file Curvature of a metric field: Riemann, Ricci, scalar, sectional. Spheres are positive. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { christoffelOf } from './christoffel.ts';
import type { DifferenceOptions } from './differences.ts';
import { type Estimate, matrixEstimate, scalarEstimate } from './estimate.ts';
import { innerProductOf, type MetricField } from './metric-field.ts';
import { jetEstimate, type MetricJet, metricJet } from './metric-jet.ts';

/**
 * Riemann tensor with all indices down,
 *
 *     R_abcd = ½(∂_b∂_c g_ad + ∂_a∂_d g_bc − ∂_a∂_c g_bd − ∂_b∂_d g_ac) + g_ef(Γ^e_bc Γ^f_ad − Γ^e_bd Γ^f_ac).
 *
 * Antisymmetric in ab and in cd, symmetric under exchange of the pairs, R_a[bcd] = 0; R_abab > 0 on a sphere.
 *
 * @returns shape (P, P, P, P), row-major, each component with its error
 *
 * Cost O(P²) evaluations of the metric and O(P⁶) arithmetic: P up to 10 or so.
 */
export function riemannTensor(
  metric: MetricField,
  x: Float64Array,
  options: DifferenceOptions = {},
): Estimate<Float64Array> {
  return jetEstimate(metricJet(metric, x, 2, options), riemannOf);
}

/** Ricci tensor R_bd = g^ac R_abcd, symmetric. */
export function ricciTensor(
  metric: MetricField,
  x: Float64Array,
  options: DifferenceOptions = {},
): Estimate<RealMatrix> {
  return matrixEstimate(jetEstimate(metricJet(metric, x, 2, options), ricciOf), x.length);
}

/** Scalar curvature g^bd R_bd; twice the Gauss curvature in two dimensions, 2/r² on a sphere of radius r. */
export function scalarCurvature(
  metric: MetricField,
  x: Float64Array,
  options: DifferenceOptions = {},
): Estimate<number> {
  const scalar = (jet: MetricJet): Float64Array => Float64Array.of(scalarOf(jet, ricciOf(jet)));
  return scalarEstimate(jetEstimate(metricJet(metric, x, 2, options), scalar));
}

/** Sectional curvature of the plane of u and v, R(u,v,u,v) / (|u|²|v|² − ⟨u,v⟩²); Gauss curvature of that plane's geodesics. */
export function sectionalCurvature(
  metric: MetricField,
  x: Float64Array,
  u: Float64Array,
  v: Float64Array,
  options: DifferenceOptions = {},
): Estimate<number> {
  const p = x.length;
  const sectional = (jet: MetricJet): Float64Array => {
    const g = jet.metric;
    let value = 0;
    riemannOf(jet).forEach((component, at) => {
      const [a, b, c, d] = [3, 2, 1, 0].map((slot) => Math.floor(at / p ** slot) % p);
      value += component * u[a!]! * v[b!]! * u[c!]! * v[d!]!;
    });
    const area = innerProductOf(g, u, u) * innerProductOf(g, v, v) - innerProductOf(g, u, v) ** 2;
    return Float64Array.of(value / area);
  };
  return scalarEstimate(jetEstimate(metricJet(metric, x, 2, options), sectional));
}

/** R_abcd from the metric and its derivatives. */
export function riemannOf(jet: MetricJet): Float64Array {
  const { dimension: p, metric: g, second } = jet;
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

/** R_bd, shape (P, P). */
export function ricciOf(jet: MetricJet): Float64Array {
  const { dimension: p, inverse } = jet;
  const riemann = riemannOf(jet);
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
  return data;
}

/** g^bd R_bd. */
export function scalarOf({ inverse }: MetricJet, ricci: Float64Array): number {
  return ricci.reduce((sum, entry, at) => sum + entry * inverse[at]!, 0);
}
