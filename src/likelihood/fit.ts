/** @file Training of a likelihood model by L-BFGS, stopped by data held out. */

import { DomainError } from '../errors.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimise } from '../optimise/minimise.ts';
import type { Solution } from '../solution.ts';
import type { DividedRows } from './discrete-rows.ts';
import { type LikelihoodModel, negativeLogLikelihood } from './likelihood-model.ts';

/** When to stop. */
export interface LikelihoodTrainingOptions {
  /** Most steps of L-BFGS; default 400. */
  readonly steps?: number;
  /** Steps between two looks at the rows held out; default 10. */
  readonly every?: number;
  /** Stop after so many looks that are no better than the best one; default 15. */
  readonly patience?: number;
}

/** The model at a look. */
export interface LikelihoodTrainingStep {
  readonly step: number;
  readonly theta: Float64Array;
  /** Mean negative log-likelihoods in nats. */
  readonly training: number;
  readonly heldOut: number;
}

/**
 * Minimises the negative log-likelihood of the training rows and returns the look at which that of the rows held out was least;
 * yields every look. The least of many looks is a little better than what new data will have: for a number without that
 * advantage hold out a second set.
 *
 * @param start - θ, for instance `model.start(stream)`
 * @throws {DomainError} an option below 1
 */
export function* likelihoodTraining(
  model: LikelihoodModel,
  { training, heldOut }: DividedRows,
  start: Float64Array,
  { steps = 400, every = 10, patience = 15 }: LikelihoodTrainingOptions = {},
): Generator<LikelihoodTrainingStep, Solution<LikelihoodTrainingStep>> {
  const wrong = [steps, every, patience].find((n) => !(Number.isInteger(n) && n >= 1));
  if (wrong !== undefined) throw new DomainError(`likelihoodTraining: options of 1 or more required, got ${wrong}`);
  const objective = negativeLogLikelihood(model, training);
  let best: LikelihoodTrainingStep | undefined;
  let last = 0;
  for (const { step, x, evaluation } of minimise(objective, lbfgs({ manifold: model.manifold }), start, {
    maxSteps: steps,
  })) {
    last = step;
    if (step % every !== 0 && step < steps) continue;
    const logs = model.logProbabilities(x, heldOut.digits);
    const nats = -logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const look = { step, theta: x, training: evaluation.value, heldOut: nats };
    yield look;
    if (best === undefined || nats < best.heldOut) best = look;
    if (step - best.step >= patience * every) return { value: best, result: 'converged', steps: step };
  }
  if (best === undefined) throw new DomainError('likelihoodTraining: a start of finite likelihood required');
  return { value: best, result: last < steps ? 'stalled' : 'max-steps', steps: last };
}
