/** @file A metric at a point with its inverse and derivatives, at the best accuracy available and at the next best. */

import { differenceSteps } from './difference-steps.ts';
import { type DifferenceOptions, differences, type Extrapolated } from './differences.ts';
import { type Estimate, estimateFrom } from './estimate.ts';
import { inverseMetric, type MetricDerivatives, type MetricField, metricAt, unitLengths } from './metric-field.ts';

/** The metric at a point with its inverse and its derivatives. */
export interface MetricJet extends MetricDerivatives {
  readonly dimension: number;
  /** g_ij and g^ij, shape (P, P). */
  readonly metric: Float64Array;
  readonly inverse: Float64Array;
}

/** Acceptable error of (step · derivative of g), relative to √(g_ii g_jj). */
const GOAL = 1e-11;
/** Assumed relative rounding error of the entries of metrics and derivatives. */
const ROUNDING = 2 ** -50;

/**
 * g, g⁻¹ and derivatives up to an order at x. Derivatives are exact where the field has them, else extrapolated central
 * differences with steps that suit the metric. The shadow is what the next coarser extrapolation gives, with rounding
 * errors added; the difference it makes to a derived quantity is that quantity's error.
 *
 * @throws {DomainError} the metric is not finite or not positive at x, or x is outside its domain
 *
 * Cost about 10P evaluations of the metric plus 5P²  with second derivatives.
 */
export function metricJet(
  metric: MetricField,
  x: Float64Array,
  order: 1 | 2,
  { step }: DifferenceOptions = {},
): Extrapolated<MetricJet> {
  const steps = (at: PointMetric) => (step === undefined ? differenceSteps(metric, x, at) : x.map(() => step));
  return jetWith(metric, x, order, steps, step === undefined ? GOAL : null);
}

/**
 * `metricJet` of first order for the points of a path: steps of differences are kept until a coordinate has moved by
 * one, since their search costs as much as the differences.
 */
export function jetsAlong(
  metric: MetricField,
  { step }: DifferenceOptions = {},
): (x: Float64Array) => Extrapolated<MetricJet> {
  let last: { readonly x: Float64Array; readonly steps: Float64Array } | null = null;
  return (x) => {
    if (step !== undefined) return metricJet(metric, x, 1, { step });
    const steps = (at: PointMetric): Float64Array => {
      if (last?.x.every((value, k) => Math.abs(x[k]! - value) <= last!.steps[k]!)) return last.steps;
      last = { x, steps: differenceSteps(metric, x, at) };
      return last.steps;
    };
    return jetWith(metric, x, 1, steps, GOAL);
  };
}

/** g and g⁻¹ at a point. */
type PointMetric = Pick<MetricJet, 'metric' | 'inverse'>;

function jetWith(
  metric: MetricField,
  x: Float64Array,
  order: 1 | 2,
  stepsAt: (at: PointMetric) => Float64Array,
  goal: number | null,
): Extrapolated<MetricJet> {
  const g = metricAt(metric, x);
  const { inverse } = inverseMetric(g);
  const exact = metric.derivatives?.(x);
  const derivatives =
    exact === undefined
      ? differencesOf(metric, x, g, order, stepsAt({ metric: g, inverse }), goal)
      : { value: exact, shadow: exact };
  return {
    value: {
      dimension: x.length,
      metric: g,
      inverse,
      first: derivatives.value.first,
      second: order === 1 ? [] : derivatives.value.second,
    },
    get shadow() {
      const rounded = perturbed(g, 0);
      return {
        dimension: x.length,
        metric: rounded,
        inverse: inverseMetric(rounded).inverse,
        first: derivatives.shadow.first.map((entries, k) => perturbed(entries, k + 1)),
        second:
          order === 1
            ? []
            : derivatives.shadow.second.map((row, k) => row.map((entries, l) => perturbed(entries, (k + 2) * (l + 2)))),
      };
    },
  };
}

/** A quantity derived from a jet, with its error. */
export function jetEstimate(
  { value, shadow }: Extrapolated<MetricJet>,
  quantity: (jet: MetricJet) => Float64Array,
): Estimate<Float64Array> {
  return estimateFrom(quantity(value), quantity(shadow));
}

function differencesOf(
  metric: MetricField,
  x: Float64Array,
  g: Float64Array,
  order: 1 | 2,
  steps: Float64Array,
  goal: number | null,
): Extrapolated<MetricDerivatives> {
  const units = unitLengths(g);
  const p = x.length;
  const size = (error: Float64Array): number =>
    error.reduce((most, e, ij) => Math.max(most, Math.abs(e) / (units[Math.floor(ij / p)]! * units[ij % p]!)), 0);
  return differences(x, { f: (y) => metricAt(metric, y), steps, order, size, goal });
}

/** A symmetric matrix with a fixed pattern of relative errors of the size of rounding, symmetric again. */
function perturbed(entries: Float64Array, salt: number): Float64Array {
  const p = Math.sqrt(entries.length);
  return entries.map((entry, at) => {
    const [i, j] = [Math.floor(at / p), at % p];
    return entry * (1 + ROUNDING * Math.sin(1 + 3 * (i + j) + 7 * i * j + 11 * salt));
  });
}
