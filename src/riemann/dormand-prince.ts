/** @file Ordinary differential equations ẏ = f(t, y), with step control. */

import { DomainError } from '../errors.ts';

/** Butcher's tableau of Dormand and Prince: nodes, stages, and the difference of the fifth- and fourth-order weights. */
const NODES = [0, 1 / 5, 3 / 10, 4 / 5, 8 / 9, 1, 1] as const;
const STAGES = [
  [],
  [1 / 5],
  [3 / 40, 9 / 40],
  [44 / 45, -56 / 15, 32 / 9],
  [19372 / 6561, -25360 / 2187, 64448 / 6561, -212 / 729],
  [9017 / 3168, -355 / 33, 46732 / 5247, 49 / 176, -5103 / 18656],
  [35 / 384, 0, 500 / 1113, 125 / 192, -2187 / 6784, 11 / 84],
] as const;
const ERROR = [71 / 57600, 0, -71 / 16695, 71 / 1920, -17253 / 339200, 22 / 525, -1 / 40] as const;

/** How precisely a flow is followed. */
export interface FlowOptions {
  /** Error allowed in each step, relative to `scale`. */
  readonly tolerance: number;
  /** Sizes of the components at y; default max(1, |component|). */
  readonly scale?: (y: Float64Array) => Float64Array;
}

/**
 * y(time) of ẏ = flow(t, y) from y(0), by the Dormand–Prince method of order 5(4). Trial steps on which the flow throws a
 * DomainError are shortened: they may lead out of a domain in which the solution stays.
 *
 * @throws {DomainError} the step falls below 1e-12 of the time: the solution leaves the domain or is singular
 *
 * @see Dormand & Prince, J. Comput. Appl. Math. 6, 19 (1980)
 */
export function integrateFlow(
  flow: (time: number, y: Float64Array) => Float64Array,
  start: Float64Array,
  time: number,
  { tolerance, scale = (y) => y.map((value) => Math.max(1, Math.abs(value))) }: FlowOptions,
): Float64Array {
  let y = start;
  let passed = 0;
  let step = time / 10;
  while (Math.abs(time - passed) > 1e-14 * Math.abs(time)) {
    if (Math.abs(step) > Math.abs(time - passed)) step = time - passed;
    const trial = trialStep(flow, passed, y, step);
    const sizes = scale(y);
    const error = trial.error.reduce((most, value, i) => Math.max(most, Math.abs(value) / sizes[i]!), 0);
    if (error <= tolerance) {
      passed += step;
      y = trial.next;
    }
    step *= Math.min(4, Math.max(0.2, 0.9 * (tolerance / Math.max(error, 1e-300)) ** 0.2));
    if (!(Math.abs(step) > 1e-12 * Math.abs(time))) {
      const cause = trial.left?.message ?? 'a singularity';
      throw new DomainError(`geodesic: a regular metric along the path required, got at time ${passed}: ${cause}`);
    }
  }
  return y;
}

/** One step with the error of each component, infinite if it leaves the domain of the flow. */
function trialStep(
  flow: (time: number, y: Float64Array) => Float64Array,
  time: number,
  y: Float64Array,
  step: number,
): { readonly next: Float64Array; readonly error: Float64Array; readonly left?: DomainError } {
  const slopes: Float64Array[] = [];
  let next = y;
  try {
    STAGES.forEach((weights, stage) => {
      next = y.slice();
      weights.forEach((weight, s) => {
        const slope = slopes[s]!;
        for (let i = 0; i < next.length; i++) next[i] = next[i]! + step * weight * slope[i]!;
      });
      slopes.push(flow(time + NODES[stage]! * step, next));
    });
  } catch (left) {
    if (left instanceof DomainError) return { next: y, error: y.map(() => Infinity), left };
    throw left;
  }
  const error = y.map((_, i) => step * ERROR.reduce((sum, weight, s) => sum + weight * slopes[s]![i]!, 0));
  return { next, error }; // the seventh stage is the fifth-order result
}
