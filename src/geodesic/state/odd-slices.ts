/** @file Sliced paths in an odd number of slices, from those in one more. */

import { length } from '../../linalg/real-vector.ts';
import { approached, arrived, balanced, free, pathCondition } from '../../path/constrained-path.ts';
import { pathLength, reslicedPath } from '../../path/state-path.ts';
import type { FoundPath } from './found-path.ts';
import { newtonPath } from './newton-path.ts';
import { NEWTON } from './polished-path.ts';
import { type GeodesicStep, told } from './sliced-search.ts';

/** The weight of a miss to begin with. */
const WEIGHT = 200;

/**
 * The shortest path of K slices near one of K + 1: as K is odd, no path of K/2 slices leads to it.
 *
 * @param dense - whether it is made exact by Newton's method: for few qubits
 */
export function* oneSliceLess(
  found: FoundPath,
  { maxSteps, tolerance, dense }: { readonly maxSteps: number; readonly tolerance: number; readonly dense: boolean },
): Generator<GeodesicStep, FoundPath> {
  const problem = { ...found.problem, slices: found.problem.slices - 1 };
  const phase = `in ${problem.slices} slices`;
  const condition = pathCondition(problem);
  const start = reslicedPath(found.problem, found.x, problem.slices);
  const from = { x: start, force: free(condition, WEIGHT), loss: Infinity, steps: 0 };
  const near = yield* told(phase, problem, approached(condition, from, { maxSteps, tolerance: tolerance / 100 }));
  const { multiplier } = balanced(condition, near.force, condition.condition(near.x).miss);
  const { x } = arrived(condition, near.x);
  yield { phase: 'end point', step: near.steps, length: pathLength(problem, x) };
  const exact = dense ? yield* newtonPath(problem, x, `${phase}, exact`, NEWTON) : undefined;
  const known =
    exact !== undefined && Number.isFinite(exact.slope)
      ? { ...exact, slope: exact.slope / length(exact.x) }
      : { x, costate: multiplier, slope: null, mending: null, minimum: null };
  const steps = found.steps + near.steps + (exact?.steps ?? 0);
  const { held: _, ...others } = found;
  return { ...others, problem, ...known, extrapolated: null, steps };
}
