/** @file From a path that nearly ends at its target to one that does: Newton's method on the end-point condition. */

import type { ComplexVector } from '../linalg/complex.ts';
import { dot, plus } from '../linalg/real-vector.ts';
import { addScaled, innerProduct, normSquared, scaledVector } from '../linalg/vector.ts';
import { missOf, type PathProblem, type RunPath, runPath } from './state-path.ts';

/** When to stop correcting. */
export interface CorrectionOptions {
  /** Infidelity that is good enough. */
  readonly tolerance: number;
  /** Newton steps at most, default 8. */
  readonly maxSteps?: number;
  /** Conjugate-gradient steps at most in each Newton step, default 200. */
  readonly innerSteps?: number;
}

/** A corrected path, its infidelity, and how many derivatives it took. */
export interface Correction {
  readonly x: Float64Array;
  readonly infidelity: number;
  readonly steps: number;
}

/**
 * Moves x by the least-norm solution dx of J dx = −c, with J the derivative of the end-point condition c, until the
 * infidelity ‖c‖² is small: a Newton method for fewer equations than unknowns (Gauss–Newton), quadratically
 * convergent. As |dx| is a distance in the metric of the energy, the length changes as little as possible. A step
 * that does not help is halved; the method ends where halving does not help either.
 *
 * Each inner problem is solved by conjugate gradients for least squares, started at zero; a step costs one pushforward
 * and one pullback of the path.
 */
export function correctedEndPoint(problem: PathProblem, start: Float64Array, options: CorrectionOptions): Correction {
  const { tolerance, maxSteps = 8, innerSteps = 200 } = options;
  let x = start;
  let run = runPath(problem, x);
  let infidelity = normSquared(missOf(problem.to, run.end));
  let steps = 0;
  for (let newton = 0; newton < maxSteps && infidelity > tolerance; newton++) {
    const { correction, used } = leastNormCorrection(problem, run, innerSteps);
    steps += used;
    let improved = false;
    for (let share = 1; share > 0.1 && !improved; share /= 2) {
      const trial = x.map((value, i) => value + share * correction[i]!);
      const trialRun = runPath(problem, trial);
      const reached = normSquared(missOf(problem.to, trialRun.end));
      if (!(reached < 0.9 * infidelity)) continue;
      improved = true;
      x = trial;
      run = trialRun;
      infidelity = reached;
    }
    if (!improved) break;
  }
  return { x, infidelity, steps };
}

/** dx with J dx = −c of least norm, to a hundredth of |c| or as far as the steps go. */
function leastNormCorrection(
  { to }: PathProblem,
  run: RunPath,
  innerSteps: number,
): { readonly correction: Float64Array; readonly used: number } {
  const [re, im] = innerProduct(to, run.end);
  const modulus = Math.hypot(re, im);
  const [cos, sin] = modulus > 0 ? [re / modulus, im / modulus] : [1, 0];
  const horizontal = (vector: ComplexVector): ComplexVector => {
    const [x, y] = innerProduct(to, vector);
    return addScaled(vector, [-x, -y], to);
  };
  const apply = (direction: Float64Array): ComplexVector =>
    horizontal(scaledVector([cos, -sin], run.pushforward(direction)));
  const applyAdjoint = (lambda: ComplexVector): Float64Array => run.pullback(scaledVector([cos, sin], lambda));

  let residual = scaledVector([-1, 0], missOf(to, run.end));
  const enough = 1e-4 * normSquared(residual);
  let pulled = applyAdjoint(residual);
  let direction = pulled;
  let slope = dot(pulled, pulled);
  const flat = 1e-20 * slope; // what is left of a residual that no direction reduces is rounding
  let correction: Float64Array = new Float64Array(pulled.length);
  let used = 0;
  while (used < innerSteps && slope > flat && normSquared(residual) > enough) {
    const image = apply(direction);
    const alpha = slope / normSquared(image);
    correction = plus(correction, alpha, direction);
    residual = addScaled(residual, [-alpha, 0], image);
    pulled = applyAdjoint(residual);
    const next = dot(pulled, pulled);
    direction = plus(pulled, next / slope, direction);
    slope = next;
    used++;
  }
  return { correction, used };
}
