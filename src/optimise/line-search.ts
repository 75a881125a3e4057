/**
 * @file How far along a descent direction? Far enough for a sufficient decrease, and to a place where the slope has
 * flattened: the strong Wolfe conditions, allowing for the rounding error of the function.
 */

import { dot, times } from '../linalg/real-vector.ts';
import type { Manifold } from './manifold.ts';
import type { Evaluation, Objective } from './objective.ts';

/** Where a search starts: a point, the objective there, and a descent direction, tangent at x. */
export interface Ray {
  readonly x: Float64Array;
  readonly evaluation: Evaluation;
  readonly direction: Float64Array;
  readonly manifold: Manifold;
}

/** A point on the curve t ↦ retract(x, t·direction). */
export interface Trial {
  readonly t: number;
  readonly x: Float64Array;
  readonly evaluation: Evaluation;
  /** Directional derivative of the objective along the direction, carried to the point by projection. */
  readonly slope: number;
}

export interface WolfeOptions {
  /** First step length to try. */
  readonly first: number;
  /** c₂: how flat the slope must become, |slope| ≤ curvature·|slope at 0|. */
  readonly curvature: number;
  /** Differences of values below this are rounding; the slope alone decides. */
  readonly noise: number;
}

/** c₁: the share of the decrease predicted by the slope that must be realised. */
const DECREASE = 1e-4;
const MOST_EVALUATIONS = 60;
/** Trial points keep this share of the interval away from its ends. */
const MARGIN = 0.01;

/**
 * A point that satisfies the strong Wolfe conditions within rounding,
 *
 *     f(t) ≤ f(0) + c₁·t·f′(0) + noise,   |f′(t)| ≤ c₂·|f′(0)|,
 *
 * by bracketing and zooming with cubic interpolation. Where values agree within `noise` the slopes decide, so that
 * a minimum is found to the accuracy of the gradient, not to its square root.
 *
 * @returns the point; if there is none, the lowest one with sufficient decrease; `undefined` if there is none either
 *
 * @see Nocedal & Wright, Numerical Optimization, 2nd ed., algorithms 3.5 and 3.6
 * @see Hager & Zhang, SIAM J. Optim. 16, 170 (2005), for the rounding
 */
export function wolfeLineSearch(objective: Objective, ray: Ray, options: WolfeOptions): Trial | undefined {
  const { noise } = options;
  const origin = trialOf(ray, 0, ray.x, ray.evaluation);
  let best: Trial | undefined;
  let evaluations = 0;
  const value = (trial: Trial): number => trial.evaluation.value;
  const descends = (trial: Trial): boolean => value(trial) <= value(origin) + DECREASE * trial.t * origin.slope + noise;
  const accepted = (trial: Trial): boolean =>
    descends(trial) && Math.abs(trial.slope) <= options.curvature * Math.abs(origin.slope);
  const evaluate = (t: number): Trial => {
    evaluations++;
    const x = ray.manifold.retract(ray.x, times(t, ray.direction));
    const trial = trialOf(ray, t, x, objective(x));
    const decreased = value(trial) <= value(origin) + DECREASE * t * origin.slope && value(trial) < value(origin);
    if (decreased && (best === undefined || value(trial) < value(best))) best = trial;
    return trial;
  };

  const bracket = (): readonly [Trial, Trial] | Trial | undefined => {
    let previous = origin;
    let t = options.first;
    while (evaluations < MOST_EVALUATIONS) {
      const trial = evaluate(t);
      if (!(Number.isFinite(value(trial)) && Number.isFinite(trial.slope))) {
        t = previous.t + (t - previous.t) / 10; // outside the domain
        continue;
      }
      if (accepted(trial)) return trial;
      if (!descends(trial) || value(trial) > value(previous) + noise) return [previous, trial];
      if (trial.slope >= 0) return [trial, previous];
      t = clamped(minimumOfCubic(previous, trial, noise), 1.5 * t, 10 * t);
      previous = trial;
    }
    return undefined;
  };

  /** `low` is the lowest point with sufficient decrease so far, and its slope points to `high`. */
  const zoom = (pair: readonly [Trial, Trial]): Trial | undefined => {
    let [low, high] = pair;
    const widths = [Infinity, Infinity];
    while (evaluations < MOST_EVALUATIONS) {
      const width = high.t - low.t;
      // Bisect if interpolation has not shortened the interval by a third in two steps.
      const slow = Math.abs(width) > 0.66 * widths[widths.length - 2]!;
      widths.push(Math.abs(width));
      const edges = [low.t + MARGIN * width, high.t - MARGIN * width];
      const guess = slow ? Number.NaN : minimumOfCubic(low, high, noise);
      const t = clamped(guess, Math.min(...edges), Math.max(...edges));
      if (t === low.t || t === high.t) return undefined; // no floating-point number lies between
      const trial = evaluate(t);
      if (accepted(trial)) return trial;
      if (!descends(trial) || !(value(trial) <= value(low) + noise)) {
        high = trial;
      } else {
        if (trial.slope * width >= 0) high = low;
        low = trial;
      }
    }
    return undefined;
  };

  if (!(origin.slope < 0)) return undefined;
  const found = bracket();
  if (found === undefined) return best;
  return 't' in found ? found : (zoom(found) ?? best);
}

/** The point at t with its slope. */
function trialOf(ray: Ray, t: number, x: Float64Array, evaluation: Evaluation): Trial {
  const gradient = ray.manifold.project(x, evaluation.gradient);
  return { t, x, evaluation, slope: dot(gradient, ray.direction) };
}

/**
 * Minimum of the cubic with the values and slopes of two points; of the parabola with their slopes if the values agree
 * within rounding; NaN if there is none.
 */
function minimumOfCubic(a: Trial, b: Trial, noise: number): number {
  const width = b.t - a.t;
  const difference = b.evaluation.value - a.evaluation.value;
  if (Math.abs(difference) <= noise) return a.t - (a.slope * width) / (b.slope - a.slope);
  const d1 = a.slope + b.slope - (3 * difference) / width;
  const d2 = Math.sign(width) * Math.sqrt(d1 * d1 - a.slope * b.slope);
  return b.t - (width * (b.slope + d2 - d1)) / (b.slope - a.slope + 2 * d2);
}

/** The value nearest to t in [from, to]; the middle if t is not a number. */
function clamped(t: number, from: number, to: number): number {
  return Number.isNaN(t) ? (from + to) / 2 : Math.min(Math.max(t, from), to);
}
