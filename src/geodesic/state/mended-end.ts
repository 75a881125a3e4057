/** @file A path that nearly meets its target, led onto it, and its costate: for searches that do without the Jacobian of the end. */

import { length } from '../../linalg/real-vector.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { endPointJacobian, missAt } from './end-point-jacobian.ts';
import { mending } from './mending.ts';
import { onTarget } from './newton-path.ts';
import type { SettledPath } from './sliced-search.ts';

/** Most amplitudes of a target for which Jacobians are worth their cost: n ≤ 7. */
const MOST_AMPLITUDES = 2 ** 7;
/** Paths that have to move by less are led onto the target, with this many Jacobians at most. */
const [NEAR_ENOUGH, JACOBIANS] = [0.3, 10];

/**
 * A path of up to seven qubits with its costate p, the least-squares solution of x = −Jᵀp, and the size |x + Jᵀp| of the part of x that
 * does not move the end: 0 for a shortest path. It is led onto the target before, if it is near.
 *
 * @returns `undefined` for more qubits
 *
 * Cost of 2ⁿ⁺¹ gradients for each of up to 12 Jacobians.
 */
export function mendedEnd(problem: PathProblem, start: Float64Array): Omit<SettledPath, 'steps'> | undefined {
  if (problem.to.length > MOST_AMPLITUDES) return undefined;
  const paid = problem.slices * problem.controls.words.length;
  const before = endPointJacobian(problem, start);
  const distance = length(before.natural(missAt(problem, start)));
  const met = distance < NEAR_ENOUGH ? onTarget(problem, start, JACOBIANS) : undefined;
  const x = met ?? start;
  const jacobian = met === undefined ? before : endPointJacobian(problem, x);
  const energySlope = x.slice().fill(0, paid);
  return {
    x,
    costate: jacobian.multiplier(energySlope),
    slope: length(jacobian.tangential(energySlope)),
    mending: mending(jacobian, energySlope, missAt(problem, x)),
    minimum: false,
  };
}
