/** @file Metric fields whose entries and derivatives are known in closed form. */

import type { MetricField } from '../metric-field.ts';

/** g_ij, ∂_k g_ij and ∂_k∂_l g_ij at one point. */
export interface MetricEntries {
  readonly metric: (i: number, j: number) => number;
  readonly first: (i: number, j: number, k: number) => number;
  readonly second: (i: number, j: number, k: number, l: number) => number;
}

/**
 * A metric field with exact derivatives.
 *
 * @param entries - x of shape (P,) to the entries there
 * @param domain - whether x lies within the coordinates
 */
export function closedFormMetric(
  entries: (x: Float64Array) => MetricEntries,
  domain: (x: Float64Array) => boolean,
): MetricField {
  const matrix = (p: number, entry: (i: number, j: number) => number): Float64Array =>
    Float64Array.from({ length: p * p }, (_, at) => entry(Math.floor(at / p), at % p));
  const field = (x: Float64Array) => ({ rows: x.length, cols: x.length, data: matrix(x.length, entries(x).metric) });
  return Object.assign(field, {
    domain,
    derivatives: (x: Float64Array) => {
      const { first, second } = entries(x);
      const axes = Array.from(x, (_, k) => k);
      return {
        first: axes.map((k) => matrix(x.length, (i, j) => first(i, j, k))),
        get second() {
          return axes.map((k) => axes.map((l) => matrix(x.length, (i, j) => second(i, j, k, l)))); // only for curvature
        },
      };
    },
  });
}

/** Whether every index is the same. */
export const same = (...indices: readonly number[]): boolean => indices.every((index) => index === indices[0]);
