/** @file Difference steps that suit a metric: from its own scale along each coordinate, inside its domain. */

import { DomainError } from '../errors.ts';
import { type MetricField, metricAt } from './metric-field.ts';

/** First trial step, as a share of the smaller of the unit of length and the coordinate itself (or 1, at 0). */
const FIRST_TRIAL = 2 ** -8;
/** Greatest step, in the larger of these units, reached along coordinates on which the metric does not depend. */
const GREATEST_STEP = 2 ** 6;
/**
 * Relative change of the metric over a step: least, desired, and greatest; and the least that is surely not rounding.
 */
const LEAST_CHANGE = 0.02;
const AIMED_CHANGE = 0.15;
const MOST_CHANGE = 0.3;
const CERTAIN_CHANGE = 1e-6;
/** Greatest factor by which a trial grows, and most trials. */
const GROWTH = 16;
const MOST_TRIALS = 100;

/**
 * Largest steps of differences at x, shape (P,): steps over which the metric changes by about a seventh,
 *
 *     √Tr (g⁻¹Δg)² ≈ 0.15,
 *
 * which is independent of the units of the coordinates and of the metric; at less than 1 the metric stays positive.
 * Powers of two, so that x ± h is exact. Trials outside the domain count as infinite change. Trials grow from small
 * ones, and stop growing where the change does not grow with them: there is a ripple, which a step must not skip.
 *
 * @param g - g_ij at x, and `inverse` g^ij
 * @throws {DomainError} no step at all stays inside the domain
 *
 * Cost two evaluations per coordinate and trial; three trials, four along coordinates on which g does not depend.
 */
export function differenceSteps(
  metric: MetricField,
  x: Float64Array,
  { metric: g, inverse }: { readonly metric: Float64Array; readonly inverse: Float64Array },
): Float64Array {
  const p = x.length;
  const change = (k: number, distance: number): number => {
    const moved = x.slice();
    moved[k] = moved[k]! + distance;
    try {
      const relative = product(
        inverse,
        metricAt(metric, moved).map((entry, at) => entry - g[at]!),
        p,
      );
      let trace = 0;
      for (let at = 0; at < p * p; at++) trace += relative[at]! * relative[(at % p) * p + Math.floor(at / p)]!;
      return Math.sqrt(Math.max(0, trace));
    } catch (error) {
      if (error instanceof DomainError) return Infinity;
      throw error;
    }
  };
  return x.map((coordinate, k) => {
    const units = [1 / Math.sqrt(g[k * (p + 1)]!), Math.abs(coordinate) || 1];
    let greatest = GREATEST_STEP * Math.max(...units);
    let step = powerOfTwo(FIRST_TRIAL * Math.min(...units));
    let before = { step, change: 0 };
    for (let trial = 0; trial < MOST_TRIALS; trial++) {
      const most = Math.max(change(k, step), change(k, -step));
      if (before.change > CERTAIN_CHANGE && most < ((step / before.step) * before.change) / 3) return before.step;
      if (most > MOST_CHANGE) {
        before = { step, change: 0 };
        greatest = 0;
        step /= 2 ** Math.ceil(Math.log2(Math.min(8, most / AIMED_CHANGE)));
      } else if (most < LEAST_CHANGE && step < greatest) {
        before = { step, change: most };
        step *= powerOfTwo(Math.min(GROWTH, Math.sqrt(AIMED_CHANGE / most)));
      } else return step;
    }
    throw new DomainError(
      `metric field: a neighbourhood along coordinate ${k} required, got none at (${x.join(', ')})`,
    );
  });
}

/** The greatest power of two that is at most the value. */
function powerOfTwo(value: number): number {
  return 2 ** Math.floor(Math.log2(value));
}

function product(a: Float64Array, b: Float64Array, p: number): Float64Array {
  return Float64Array.from({ length: p * p }, (_, at) => {
    let sum = 0;
    for (let k = 0; k < p; k++) sum += a[Math.floor(at / p) * p + k]! * b[k * p + (at % p)]!;
    return sum;
  });
}
