/** @file The Levi-Civita connection of a metric field. */

import type { DifferenceOptions } from './differences.ts';
import type { Estimate } from './estimate.ts';
import type { MetricField } from './metric-field.ts';
import { jetEstimate, type MetricJet, metricJet } from './metric-jet.ts';

/**
 * Christoffel symbols of the second kind,
 *
 *     Γ^i_jk = ½ g^il (∂_j g_lk + ∂_k g_lj − ∂_l g_jk),
 *
 * symmetric in j and k.
 *
 * @returns shape (P, P, P), row-major in i, j, k
 * @throws {DomainError} the metric is singular at x, or x outside its domain
 */
export function christoffelSymbols(
  metric: MetricField,
  x: Float64Array,
  options: DifferenceOptions = {},
): Estimate<Float64Array> {
  return jetEstimate(metricJet(metric, x, 1, options), christoffelOf);
}

/** Γ^i_jk from the metric and its first derivatives. */
export function christoffelOf({ dimension: p, inverse, first }: MetricJet): Float64Array {
  const symbols = new Float64Array(p * p * p);
  for (let j = 0; j < p; j++) {
    for (let k = 0; k < p; k++) {
      for (let l = 0; l < p; l++) {
        const lower = (first[j]![l * p + k]! + first[k]![l * p + j]! - first[l]![j * p + k]!) / 2;
        for (let i = 0; i < p; i++) {
          const at = (i * p + j) * p + k;
          symbols[at] = symbols[at]! + inverse[i * p + l]! * lower;
        }
      }
    }
  }
  return symbols;
}

/** −Γ^i_jk u^j v^k: the change of the components of a vector v transported in parallel along u. */
export function turned(gamma: Float64Array, u: Float64Array, v: Float64Array): Float64Array {
  const p = u.length;
  return Float64Array.from({ length: p }, (_, i) => {
    let value = 0;
    for (let jk = 0; jk < p * p; jk++) value -= gamma[i * p * p + jk]! * u[Math.floor(jk / p)]! * v[jk % p]!;
    return value;
  });
}
