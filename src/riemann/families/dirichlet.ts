/** @file Dirichlet and beta distributions. */

import type { MetricField } from '../metric-field.ts';
import { closedFormMetric, same } from './closed-form-metric.ts';
import { polygamma } from './polygamma.ts';

const isPositive = (x: Float64Array): boolean => x.every((value) => value > 0);

/**
 * Fisher metric of Dirichlet distributions in their concentrations α_1 … α_P > 0, with ψ′ the trigamma function,
 *
 *     g_ij = δ_ij ψ′(α_i) − ψ′(Σα),
 *
 * the Hessian of Σ log Γ(α_i) − log Γ(Σα). Sectional curvature negative.
 *
 * @see Le Brigant, Preston & Puechmorel, Differential Geometry and its Applications 79 (2021), arXiv:2005.05608
 */
export const dirichletMetric: MetricField = closedFormMetric((alpha) => {
  const sum = alpha.reduce((total, value) => total + value, 0);
  const orders = [1, 2, 3] as const;
  const [one, two, three] = orders.map((m) => alpha.map((value) => polygamma(m, value)));
  const [oneOfSum, twoOfSum, threeOfSum] = orders.map((m) => polygamma(m, sum));
  return {
    metric: (i, j) => (same(i, j) ? one![i]! : 0) - oneOfSum!,
    first: (i, j, k) => (same(i, j, k) ? two![i]! : 0) - twoOfSum!,
    second: (i, j, k, l) => (same(i, j, k, l) ? three![i]! : 0) - threeOfSum!,
  };
}, isPositive);

/** Fisher metric of beta distributions in (α, β), both positive: Dirichlet distributions over two outcomes. */
export const betaMetric: MetricField = Object.assign((x: Float64Array) => dirichletMetric(x), {
  domain: (x: Float64Array) => x.length === 2 && isPositive(x),
  derivatives: dirichletMetric.derivatives!,
});
