/** @file From a random path to a shortest one that nearly ends at the target, where starts end at very different lengths otherwise. */

import { dot, length } from '../linalg/real-vector.ts';
import { type Attempt, balanced, type ConstrainedPath, descended, explored, free } from './constrained-path.ts';

/** Weights of the condition, the least first. */
const WEIGHTS = [20, 200, 2000];
/** The weight for equal entries of the condition. */
const EQUAL_WEIGHT = 60;
/** |c|² above which a path has shrunk to nothing, and above which it has not set out for the target. */
const [BLIND, MISSED] = [0.9, 1e-2];

/**
 * L-BFGS under μ = 20, 200, 2000. While the end is held loosely a path finds its shape, and few starts are caught in long ones: 3 of 10
 * random paths to GHZ₈ on a chain end on the shortest sheet found, and all to W₈; μ = 2000 from the first step on leads each to a length
 * of its own. Where that shrinks the path to nothing, entries of the condition count equally at first; where that fails, too, it
 * begins with μ = 2000 (`explored`).
 *
 * @param maxSteps - for each weight
 * @returns held by μ = 2000, or 200 where only `explored` has led to the target
 */
export function* gradual(path: ConstrainedPath, x: Float64Array, maxSteps: number): Generator<Attempt, Attempt> {
  const [least, ...others] = WEIGHTS;
  const begun = (first: ConstrainedPath, weight: number, tolerance: number): Generator<Attempt, Attempt> => {
    const start = { x, force: free(path, weight), loss: Infinity, steps: 0 };
    return descended(first, start, { maxSteps, gradientTolerance: tolerance });
  };
  let found = yield* begun(path, least!, 1e-2);
  if (missedBy(path, found) <= BLIND) {
    found = yield* heavier(path, found, others, maxSteps);
    if (missedBy(path, found) <= MISSED) return found;
  }
  const equal = { ...path, weights: path.weights.map(() => 1) };
  found = yield* heavier(path, yield* begun(equal, EQUAL_WEIGHT, 1e-1), others, maxSteps);
  return missedBy(path, found) <= MISSED ? found : yield* explored(path, x, maxSteps);
}

/** Without multipliers, one weight after the other. */
function* heavier(
  path: ConstrainedPath,
  start: Attempt,
  weights: readonly number[],
  maxSteps: number,
): Generator<Attempt, Attempt> {
  let at = start;
  for (const weight of weights) {
    at = yield* descended(path, { ...at, force: free(path, weight) }, { maxSteps, gradientTolerance: 1e-2 });
  }
  return at;
}

/**
 * √(2(E + p·c)) at a path that misses its end by c, with the multiplier p = λ + 2μc: what the length becomes when the miss is mended, to
 * first order; √(2(E + 2μ(1 − F))) where the weight alone holds the end.
 */
export function lengthAtTarget(path: ConstrainedPath, { x, force }: Attempt): number {
  const { miss } = path.condition(x);
  const { multiplier } = balanced(path, force, miss);
  const paid = length(x.subarray(0, path.paid ?? x.length));
  return Math.sqrt(Math.max(0, paid ** 2 + 2 * dot(multiplier, miss)));
}

const missedBy = (path: ConstrainedPath, { x }: Attempt): number => {
  const { miss } = path.condition(x);
  return dot(miss, miss);
};
