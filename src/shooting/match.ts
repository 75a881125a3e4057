/**
 * @file Boundary value problems: the momentum at the start whose geodesic ends near a target, at a price for what is left. The search
 * takes few midpoint steps with their exact derivatives; what it finds is measured by shots of order 8.
 */

import { DomainError } from '../errors.ts';
import { dot, plus } from '../linalg/real-vector.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimise, type Step, solution } from '../optimise/minimise.ts';
import type { Objective } from '../optimise/objective.ts';
import type { Iterate } from '../optimise/optimiser.ts';
import { truncatedNewton } from '../optimise/truncated-newton.ts';
import type { Solution } from '../solution.ts';
import type { Mismatch } from './end-at.ts';
import type { EnergyCoordinates } from './energy-coordinates.ts';
import { begin, type Found, type Match, type MatchOptions, measured } from './match-search.ts';
import { midpointShot } from './midpoint.ts';
import { endOf, shoot } from './shoot.ts';
import type { ShootingSpace } from './shooting-space.ts';

/** Options of a match that need not be exact. */
export interface WeightedMatchOptions extends MatchOptions {
  /** μ in H + μ·mismatch; default 1000. */
  readonly weight?: number;
  /** Relative decrease of a step at which the search ends; default 1e-10. */
  readonly valueTolerance?: number;
}

/** A step of the search. */
export interface MatchStep {
  /** Number of the start and of the step. */
  readonly start: number;
  readonly step: number;
  /** H + μ·mismatch. */
  readonly value: number;
}

/** Momenta that move the point by less than this share of the greatest, as a square, and times μ, are not worth their cost. */
const WORTHWHILE = 0.1;

/**
 * Minimises H(q, p) + μ·mismatch(q(1)) over the momenta p at the start, in coordinates in which H is half a square: by Newton's steps where
 * the mismatch tells its curvature, else by L-BFGS.
 *
 * @param q - the start, shape (dimension,)
 * @param mismatch - a function of the end of the geodesic: `squaredDistance`, `imageMismatch`, or one's own
 * @returns the best of the starts; `converged` where a step lowers the value by no more than the tolerance
 * @throws {ShapeError} q has another dimension
 * @throws {DomainError} a number of starts or steps that is none, a weight that is not positive
 *
 * Cost of a gradient 2·steps flows and as many variations, of a product with the second derivative 4·steps variations.
 *
 * @see Miller, Trouvé & Younes, J. Math. Imaging Vis. 24, 209 (2006)
 */
export function* matching(
  space: ShootingSpace,
  q: Float64Array,
  mismatch: Mismatch,
  options: WeightedMatchOptions = {},
): Generator<MatchStep, Solution<Match>> {
  const { weight = 1000 } = options;
  if (!(weight > 0)) throw new DomainError(`match: a positive weight of the mismatch required, got ${weight}`);
  const search = begin(space, q, options, WORTHWHILE / weight);
  const found: Found[] = [];
  for (const [start, u] of search.starts.entries()) {
    const steps = descent(space, q, mismatch, search.coordinates, u, options);
    for (;;) {
      const next = steps.next();
      if (next.done) {
        found.push(next.value);
        break;
      }
      yield { start, step: next.value.step, value: next.value.evaluation.value };
    }
  }
  return measured(space, q, search, found, (end) => mismatch.objective(end).value, options);
}

/** From one start: with midpoint steps, then with their end moved by what they were found to be off. */
function* descent(
  space: ShootingSpace,
  q: Float64Array,
  { objective: missed, curvature }: Mismatch,
  { momentumOf, gradientOf }: EnergyCoordinates,
  from: Float64Array,
  options: WeightedMatchOptions,
): Generator<Step<unknown>, Found> {
  const { steps = 10, measuredSteps = 20, weight = 1000, maxSteps = 200, valueTolerance = 1e-10 } = options;
  const shotOf = (u: Float64Array) => midpointShot(space, { q, p: momentumOf(u) }, steps);
  let error: Float64Array = new Float64Array(q.length);
  const objective: Objective = (u) => {
    const shot = shotOf(u);
    const { value, gradient } = missed(plus(shot.end.q, 1, error));
    return {
      value: dot(u, u) / 2 + weight * value,
      gradient: plus(u, weight, gradientOf(shot.pullback(gradient))),
    };
  };
  const product = (u: Float64Array) => {
    const shot = shotOf(u);
    const bent = curvature!(plus(shot.end.q, 1, error));
    return (v: Float64Array) => plus(v, weight, gradientOf(shot.pullback(bent(shot.tangent(momentumOf(v))))));
  };
  const stop = { maxSteps, valueTolerance };
  const search = (u: Float64Array): Generator<Step<unknown>, Solution<Iterate<unknown>>> =>
    curvature === undefined
      ? minimise(objective, lbfgs(), u, stop)
      : minimise(objective, truncatedNewton(product), u, stop);
  const first = yield* search(from);
  const p = momentumOf(first.value.x);
  error = plus(endOf(shoot(space, q, p, measuredSteps)).q, -1, shotOf(first.value.x).end.q);
  const { value, result, steps: taken } = yield* search(first.value.x);
  return { u: value.x, value: value.evaluation.value, result, steps: first.steps + taken };
}

/** The match that `matching` arrives at, without its steps: the same arguments, the same result. */
export const match = (
  space: ShootingSpace,
  q: Float64Array,
  mismatch: Mismatch,
  options: WeightedMatchOptions = {},
): Solution<Match> => solution(matching(space, q, mismatch, options));
