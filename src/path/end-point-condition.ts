/** @file The condition that a path of states ends at a given one, with its derivative. */

import type { ComplexVector } from '../linalg/complex.ts';
import { addScaled, innerProduct, scaledVector } from '../linalg/vector.ts';
import { missOf, type RunPath } from './state-path.ts';

/** A condition at one point x, with its derivative J and the transpose of J. */
export interface Condition {
  /** c(x), shape (M,). */
  readonly miss: Float64Array;
  /** dx ↦ J dx. */
  readonly pushforward: (direction: Float64Array) => Float64Array;
  /** λ ↦ Jᵀλ. */
  readonly pullback: (cotangent: Float64Array) => Float64Array;
}

/** c and its derivative at the end of a path that has been run, in whatever space. */
export function endPointCondition(to: ComplexVector, run: RunPath): Condition {
  const miss = missOf(to, run.end);
  const [re, im] = innerProduct(to, run.end);
  const modulus = Math.hypot(re, im);
  const [cos, sin] = modulus > 0 ? [re / modulus, im / modulus] : [1, 0];
  const turning = modulus > 0 ? 1 / modulus : 0;
  return {
    miss: miss.interleaved,
    pushforward: (direction) => {
      const v = scaledVector([cos, -sin], run.pushforward(direction));
      const [a, b] = innerProduct(to, v);
      return addScaled(addScaled(v, [-a, -b], to), [0, -b * turning], miss).interleaved;
    },
    pullback: (interleaved) => {
      const lambda = { length: to.length, interleaved };
      const [a, b] = innerProduct(to, lambda);
      const [, turn] = innerProduct(lambda, miss);
      return run.pullback(scaledVector([cos, sin], addScaled(lambda, [-a, turn * turning - b], to)));
    },
  };
}

/** c = ψ − |to⟩ and its derivative. */
export function endPointItself(to: ComplexVector, run: RunPath): Condition {
  return {
    miss: addScaled(run.end, [-1, 0], to).interleaved,
    pushforward: (direction) => run.pushforward(direction).interleaved,
    pullback: (interleaved) => run.pullback({ length: to.length, interleaved }),
  };
}
