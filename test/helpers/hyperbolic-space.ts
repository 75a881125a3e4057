import { closedFormMetric, same } from '../../src/riemann/families/closed-form-metric.ts';
import type { MetricField } from '../../src/riemann/metric-field.ts';

/** The half space of curvature −1, in P dimensions. */
export const hyperbolic = (p: number): MetricField =>
  closedFormMetric(
    (x) => {
      const z = x[p - 1]!;
      return {
        metric: (i, j) => (same(i, j) ? z ** -2 : 0),
        first: (i, j, k) => (same(i, j) && k === p - 1 ? -2 * z ** -3 : 0),
        second: (i, j, k, l) => (same(i, j) && k === p - 1 && l === p - 1 ? 6 * z ** -4 : 0),
      };
    },
    (x) => x[p - 1]! > 0,
  );
