/** @file The one loop behind every minimisation. */

import { DomainError } from '../errors.ts';
import { isFiniteVector, length } from '../linalg/real-vector.ts';
import type { Result, Solution } from '../solution.ts';
import { flatSpace, type Manifold } from './manifold.ts';
import type { Evaluation, Objective } from './objective.ts';
import type { Iterate, Optimiser } from './optimiser.ts';

/** When to stop. Only `maxSteps` is required; every other rule that is given ends the loop as `converged`. */
export interface Stop {
  readonly maxSteps: number;
  /** The gradient, projected on the manifold, has at most this norm. */
  readonly gradientTolerance?: number;
  /** A step changes the value by at most this, relative to the value, or absolutely for values below one. */
  readonly valueTolerance?: number;
  /** The value is at most this. */
  readonly target?: number;
  /** Where x lives; default flat space. */
  readonly manifold?: Manifold;
}

/** An iterate, and the number of steps of this loop after which it was reached. */
export interface Step<State> extends Iterate<State> {
  readonly step: number;
}

/**
 * Minimises a function: yields the start and then every iterate, and returns the last one. The caller's loop
 * decides what to show and when to leave. An iterate yielded, or read back from a file, is a start from which the
 * loop continues with bit-identical numbers.
 *
 * Methods: `lbfgs` for circuits; `balancedLbfgs` of `bulkweave/network` for tensor networks without cycles, on which
 * `lbfgs` often stays at infidelity ½; `conjugateGradient` with a manifold for isometries.
 *
 * @param start - x, shape (P,), or an iterate to go on from
 * @returns `converged` by a stopping rule; `stalled` if the optimiser finds no decrease; `diverged` if the value is not
 *          finite, with the last iterate that was; `max-steps`
 * @throws {DomainError} maxSteps is negative or NaN
 */
export function* minimise<State>(
  objective: Objective,
  optimiser: Optimiser<State>,
  start: Float64Array | Iterate<State>,
  stop: Stop,
): Generator<Step<State>, Solution<Iterate<State>>> {
  if (!(stop.maxSteps >= 0)) throw new DomainError(`minimise: maxSteps ≥ 0 required, got ${stop.maxSteps}`);
  const inside = whereDefined(objective);
  let at = start instanceof Float64Array ? begin(inside, optimiser, start) : start;
  const ended = (result: Result, steps: number): Solution<Iterate<State>> => ({ value: at, result, steps });
  if (!isDefined(at.evaluation)) return ended('diverged', 0);
  yield { ...at, step: 0 };
  for (let step = 0; ; step++) {
    if (isStationary(at, stop)) return ended('converged', step);
    if (step >= stop.maxSteps) return ended('max-steps', step);
    const next = optimiser.step(inside, at);
    if (next === undefined) return ended('stalled', step);
    if (!isDefined(next.evaluation)) return ended('diverged', step + 1);
    const change = Math.abs(next.evaluation.value - at.evaluation.value);
    at = next;
    yield { ...at, step: step + 1 };
    if (change <= (stop.valueTolerance ?? -1) * Math.max(1, Math.abs(at.evaluation.value))) {
      return ended('converged', step + 1);
    }
  }
}

/**
 * The minimum that `minimise` arrives at, without its steps: the same arguments, the same result.
 *
 * @example
 * ```ts
 * import { infidelity, lbfgs, minimised } from 'bulkweave';
 * import { ghz } from 'bulkweave/datasets';
 * import { staircase } from 'bulkweave/models';
 *
 * const circuit = staircase(4, { block: 'so4' });
 * const start = Float64Array.from({ length: circuit.parameters }, (_, k) => Math.sin(k + 1));
 * const { value } = minimised(infidelity(circuit, ghz(4)), lbfgs(), start, { maxSteps: 200 });
 * console.log(value.evaluation.value); // 0.000000
 * ```
 */
export function minimised<State>(
  objective: Objective,
  optimiser: Optimiser<State>,
  start: Float64Array | Iterate<State>,
  stop: Stop,
): Solution<Iterate<State>> {
  return solution(minimise(objective, optimiser, start, stop));
}

/**
 * The result of a search run to its end, without its steps: of `minimise`, `stateGeodesic`, `mixedGeodesic`,
 * `gateCountFront`, and every other generator of this library.
 */
export function solution<Result>(steps: Generator<unknown, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value as Result;
  }
}

/**
 * The objective, and NaN where x is not finite: objectives may refuse such an x, and a step that led there has
 * diverged.
 */
function whereDefined(objective: Objective): Objective {
  return (x) => (isFiniteVector(x) ? objective(x) : { value: NaN, gradient: x.map(() => NaN) });
}

function begin<State>(objective: Objective, optimiser: Optimiser<State>, x: Float64Array): Iterate<State> {
  const evaluation = objective(x);
  return { x, evaluation, state: optimiser.init(x, evaluation) };
}

function isDefined({ value, gradient }: Evaluation): boolean {
  return Number.isFinite(value) && isFiniteVector(gradient);
}

function isStationary<State>({ x, evaluation }: Iterate<State>, stop: Stop): boolean {
  if (evaluation.value <= (stop.target ?? -Infinity)) return true;
  if (stop.gradientTolerance === undefined) return false;
  return length((stop.manifold ?? flatSpace).project(x, evaluation.gradient)) <= stop.gradientTolerance;
}
