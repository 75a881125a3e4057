/** @file Descent towards a target that takes many brackets of the controls to reach, by an augmented Lagrangian with ever greater weights. */

import { length } from '../../linalg/real-vector.ts';
import { type Attempt, balanced, descended, pathCondition } from '../../path/constrained-path.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { endPointJacobian, missAt } from './end-point-jacobian.ts';
import { type GeodesicStep, told } from './sliced-search.ts';

/** The first weight, by how much each is greater than the one before, and the last. */
const [FIRST, TIMES, LAST] = [2e4, 10, 2e11];
/** L-BFGS steps under each weight. */
const STEPS = 60;
/** Where the path has to move by less to meet its end, Newton's method arrives. */
const NEAR_ENOUGH = 0.1;

/**
 * L-BFGS on ½|x|² + λ·c + μ|c|² for μ = 2·10⁴, 2·10⁵, …, with λ ← λ + 2μc between them. Directions of the end point that the path
 * hardly moves make this stiff, the more so the greater μ; the Jacobian J at each beginning gives the inverse Hessian (1 + 2μJᵀJ)⁻¹ in
 * which it is not. Each weight holds directions with σ > μ^(−½) in place, and leaves the others for later: at once, as L⁻¹c = 0
 * (`drawnNear`), they lead paths of many qubits astray.
 *
 * @param start - near a shortest path, with its multiplier
 *
 * Cost of a Jacobian and 60 gradients for each of at most eight weights.
 */
export function* easedDescent(
  problem: PathProblem,
  start: Attempt,
  phase: string,
): Generator<GeodesicStep, Pick<Attempt, 'x' | 'steps'>> {
  const path = { ...pathCondition(problem), weights: new Float64Array(2 * problem.to.length).fill(1) };
  let at = start;
  for (let weight = FIRST; weight <= LAST; weight *= TIMES) {
    const jacobian = endPointJacobian(problem, at.x);
    const preconditioner = jacobian.preconditioner(weight);
    if (length(jacobian.natural(missAt(problem, at.x))) < NEAR_ENOUGH || preconditioner === undefined) return at;
    const held = { ...at, force: { ...at.force, weight } };
    const options = { maxSteps: STEPS, gradientTolerance: 1e-6, preconditioner };
    at = yield* told(phase, problem, descended(path, held, options));
    at = { ...at, force: balanced(path, at.force, path.condition(at.x).miss) };
  }
  return at;
}
