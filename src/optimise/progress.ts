/** @file When is the rounding floor reached? A record of the best value so far, and of the steps since. */

import type { Evaluation } from './objective.ts';

/** Part of the state of optimisers that work to the rounding floor. */
export interface Progress {
  /** Absolute rounding error expected of the objective near zero. */
  readonly floor: number;
  readonly lowestValue: number;
  readonly smallestGradient: number;
  /** Steps since one of them last fell noticeably. */
  readonly idleSteps: number;
}

/** More steps without progress than this are noise. */
const MOST_IDLE_STEPS = 30;
/** Relative rounding error expected of the objective. */
const RELATIVE_NOISE = 1e-14;

/** Progress before the first step. */
export function initialProgress({ value }: Evaluation, gradientNorm: number): Progress {
  const floor = Number.EPSILON * Math.min(1, Math.abs(value));
  return { floor, lowestValue: value, smallestGradient: gradientNorm, idleSteps: 0 };
}

/** Progress after a step; `undefined` if nothing has improved for too long. */
export function advanced(progress: Progress, { value }: Evaluation, gradientNorm: number): Progress | undefined {
  // Near zero a sum of squares has a small rounding error: there a decrease by a thousandth is progress, too.
  const noticeable = Math.min(noiseOf(progress, value), 1e-3 * Math.abs(progress.lowestValue));
  const lower = value < progress.lowestValue - noticeable;
  const flatter = gradientNorm < 0.9 * progress.smallestGradient;
  const idleSteps = lower || flatter ? 0 : progress.idleSteps + 1;
  if (idleSteps > MOST_IDLE_STEPS) return undefined;
  return {
    floor: progress.floor,
    lowestValue: Math.min(progress.lowestValue, value),
    smallestGradient: Math.min(progress.smallestGradient, gradientNorm),
    idleSteps,
  };
}

/** Differences of values below this are taken for rounding. */
export function noiseOf({ floor }: Progress, value: number): number {
  return RELATIVE_NOISE * Math.abs(value) + floor;
}
