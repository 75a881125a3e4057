/** @file What volumes of small balls say of curvature, and of bounds on rates. */

import { closedFormMetric, same } from '../../../src/riemann/families/closed-form-metric.ts';
import type { MetricField } from '../../../src/riemann/metric-field.ts';
import { type BallComplexity, ballComplexity } from '../../../src/systems/liouville/ball-complexity.ts';
import { conformalField, sampledMetric } from '../../../src/systems/liouville/conformal-metric.ts';
import { optimiseMetric } from '../../../src/systems/liouville/optimise-metric.ts';
import { rectangleDomain } from '../../../src/systems/liouville/rectangle-domain.ts';
import { EPSILON } from './shapes.ts';

/** A small ball in a metric. */
export interface BallRow {
  readonly metric: string;
  readonly radius: number;
  readonly curvature: number;
  readonly error: number;
  readonly einstein: number;
  readonly expected: number;
  readonly share: number | null;
}

const RADIUS = 0.1;

/** Balls in an optimised metric, in flat space, and in the hyperbolic plane and space. */
export function smallBalls(): readonly BallRow[] {
  const box = optimiseMetric(rectangleDomain([0, 0], 1 / 64, [64, 64], { kind: 'cutoff', epsilon: EPSILON })).value;
  const grid = sampledMetric(box, { origin: [0, 0], step: 1 / 64, rows: 65, columns: 65 });
  const cases: readonly (readonly [string, MetricField, Float64Array, number])[] = [
    ['optimised box, at its middle', conformalField(grid), Float64Array.of(0.5, 0.5), -2],
    ['hyperbolic plane', hyperbolicSpace(2), Float64Array.of(0, 1), -2],
    ['hyperbolic space of three dimensions', hyperbolicSpace(3), Float64Array.of(0, 0, 1), -6],
    ['flat plane', () => ({ rows: 2, cols: 2, data: Float64Array.of(1, 0, 0, 1) }), Float64Array.of(0, 0), 0],
  ];
  return cases.map(([metric, field, point, expected]) => {
    const ball = ballComplexity(field, point, RADIUS, { directions: 6 });
    return { metric, radius: RADIUS, ...rowOf(ball), expected };
  });
}

/** δ_ij/z², z the last coordinate. */
function hyperbolicSpace(n: number): MetricField {
  const depth = (k: number): number => (k === n - 1 ? 1 : 0);
  return closedFormMetric(
    (x) => ({
      metric: (i, j) => (same(i, j) ? x[n - 1]! ** -2 : 0),
      first: (i, j, k) => (same(i, j) ? -2 * x[n - 1]! ** -3 * depth(k) : 0),
      second: (i, j, k, l) => (same(i, j) ? 6 * x[n - 1]! ** -4 * depth(k) * depth(l) : 0),
    }),
    (x) => x[n - 1]! > 0,
  );
}

const rowOf = ({ scalarCurvature, einstein, share }: BallComplexity) => ({
  curvature: scalarCurvature.value,
  error: scalarCurvature.error,
  einstein: einstein.value,
  share,
});
