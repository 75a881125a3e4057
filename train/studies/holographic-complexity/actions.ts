/** @file The action of the patch: its rate for several conventions, and by differences of the action itself. */

import { actionGrowth, patchAction } from '../../../src/systems/anti-de-sitter/action-growth.ts';
import type { Options } from './options.ts';

export interface Actions {
  /** (r_h t, (dA/dt)/2M) for α/r_h. */
  readonly curves: readonly { readonly alpha: number; readonly points: readonly (readonly [number, number])[] }[];
  readonly rows: readonly ActionRow[];
  /** Greatest difference of the rate and differences of the action, in units of 2M. */
  readonly difference: number;
}

export interface ActionRow {
  readonly alpha: number;
  /** The greatest (dA/dt)/2M and where it is, r_h t. */
  readonly greatest: number;
  readonly at: number;
  /** At r_h t = 0.1 and at late times. */
  readonly early: number;
  readonly late: number;
}

/** α/r_h. */
const CONVENTIONS = [0.5, 1, 2] as const;
const SAMPLES = 400;
const STEP = 1e-3;

export function actions({ latest }: Options): Actions {
  const rate = (alpha: number, time: number): number => {
    const { total, lloyd } = actionGrowth(1, time, { normalisation: alpha });
    return total / lloyd;
  };
  const times = Array.from({ length: SAMPLES }, (_, k) => (latest * (k + 1)) / SAMPLES);
  const differences = CONVENTIONS.flatMap((alpha) =>
    [0.3, 1, 4].map((time) => {
      const A = (t: number): number => patchAction(1, t, { normalisation: alpha }).total;
      const D = (h: number): number => (A(time + h) - A(time - h)) / (2 * h);
      const { total, lloyd } = actionGrowth(1, time, { normalisation: alpha });
      return Math.abs((4 * D(STEP / 2) - D(STEP)) / 3 - total) / lloyd;
    }),
  );
  return {
    curves: CONVENTIONS.map((alpha) => ({ alpha, points: times.map((time) => [time, rate(alpha, time)] as const) })),
    rows: CONVENTIONS.map((alpha) => {
      const [at, greatest] = peak((time) => rate(alpha, time), latest);
      return { alpha, greatest, at, early: rate(alpha, 0.1), late: rate(alpha, 60) };
    }),
    difference: Math.max(...differences),
  };
}

/** The place and height of the greatest value, by ternary search: the rate has one maximum. */
function peak(f: (time: number) => number, latest: number): readonly [number, number] {
  let [low, high] = [0, 2 * latest];
  for (let step = 0; step < 200; step++) {
    const [a, b] = [(2 * low + high) / 3, (low + 2 * high) / 3];
    if (f(a) < f(b)) low = a;
    else high = b;
  }
  const at = high < 1e-6 ? 0 : (low + high) / 2;
  return [at, f(at)];
}
