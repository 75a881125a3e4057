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

/**
 * y(time) of ẏ = flow(t, y) from y(0), by the Dormand–Prince method of order 5(4).
 *
 * @param tolerance - error allowed in each step, relative to max(1, |component|)
 * @throws {DomainError} the step falls below 1e-12 of the time: the solution is singular
 *
 * @see Dormand & Prince, J. Comput. Appl. Math. 6, 19 (1980)
 */
export function integrateFlow(
  flow: (time: number, y: Float64Array) => Float64Array,
  start: Float64Array,
  time: number,
  tolerance: number,
): Float64Array {
  let y = start;
  let passed = 0;
  let step = Math.sign(time) * Math.min(0.1, Math.abs(time));
  while (Math.abs(time - passed) > 1e-14 * Math.abs(time)) {
    if (Math.abs(step) > Math.abs(time - passed)) step = time - passed;
    const slopes: Float64Array[] = [];
    let next = y;
    STAGES.forEach((weights, stage) => {
      next = y.slice();
      weights.forEach((weight, s) => {
        const slope = slopes[s]!;
        for (let i = 0; i < next.length; i++) next[i] = next[i]! + step * weight * slope[i]!;
      });
      slopes.push(flow(passed + NODES[stage]! * step, next));
    });
    const error = Math.max(
      ...y.map((value, i) => {
        const difference = ERROR.reduce((sum, weight, s) => sum + weight * slopes[s]![i]!, 0);
        return Math.abs(step * difference) / Math.max(1, Math.abs(value));
      }),
    );
    if (error <= tolerance) {
      passed += step;
      y = next; // the seventh stage is the fifth-order result
    }
    step *= Math.min(4, Math.max(0.2, 0.9 * (tolerance / Math.max(error, 1e-300)) ** 0.2));
    if (!(Math.abs(step) > 1e-12 * Math.abs(time))) {
      throw new DomainError(`geodesic: a regular metric along the path required, got a singularity at time ${passed}`);
    }
  }
  return y;
}
