/** @file Training of a likelihood model by L-BFGS, stopped by data held out. */

import { DomainError } from '../errors.ts';
import { lbfgs } from '../optimise/lbfgs.ts';
import { minimise } from '../optimise/minimise.ts';
import type { Solution } from '../solution.ts';
import { type DividedRows, dividedRows } from './discrete-rows.ts';
import { type LikelihoodModel, negativeLogLikelihood } from './likelihood-model.ts';

/** Steps between two looks. */
const EVERY = 10;

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
 * yields every look. The least of many looks is a little better than what new data will have: `validatedTraining` gives a
 * number without that advantage.
 *
 * @param start - θ, for instance `model.start(stream)`
 * @throws {DomainError} an option below 1
 */
export function* likelihoodTraining(
  model: LikelihoodModel,
  divided: DividedRows,
  start: Float64Array,
  { steps = 400, every = EVERY, patience = 15 }: LikelihoodTrainingOptions = {},
): Generator<LikelihoodTrainingStep, Solution<LikelihoodTrainingStep>> {
  const wrong = [steps, every, patience].find((n) => !(Number.isInteger(n) && n >= 1));
  if (wrong !== undefined) throw new DomainError(`likelihoodTraining: options of 1 or more required, got ${wrong}`);
  let best: LikelihoodTrainingStep | undefined;
  let last = 0;
  for (const look of looks(model, divided, start, steps, every)) {
    yield look;
    last = look.step;
    if (best === undefined || look.heldOut < best.heldOut) best = look;
    if (last - best.step >= patience * every) return { value: best, result: 'converged', steps: last };
  }
  if (best === undefined) throw new DomainError('likelihoodTraining: a start of finite likelihood required');
  return { value: best, result: last < steps ? 'stalled' : 'max-steps', steps: last };
}

/** One training row in so many decides for how long a model is trained. */
const VALIDATION_EVERY = 5;

/**
 * Trains a model without regard to the rows held out: every fifth training row tells after how many steps the others are
 * memorised, and then the model is trained anew on all training rows for so many steps. What the rows held out need at the
 * end is an unbiased estimate of what new rows will. Yields every look; in the first part `heldOut` is of the rows that
 * decide. Costs twice as much as `likelihoodTraining`.
 *
 * @param start - θ, for instance `model.start(stream)`
 * @throws {DomainError} an option below 1; fewer than two training rows
 */
export function* validatedTraining(
  model: LikelihoodModel,
  divided: DividedRows,
  start: Float64Array,
  options: LikelihoodTrainingOptions = {},
): Generator<LikelihoodTrainingStep, Solution<LikelihoodTrainingStep>> {
  const { training } = divided;
  const parts = dividedRows(training, { every: Math.min(VALIDATION_EVERY, training.count) });
  const { value: chosen, result } = yield* likelihoodTraining(model, parts, start, options);
  let value = chosen;
  for (value of looks(model, divided, start, chosen.step, options.every ?? EVERY)) yield value;
  return { value, result, steps: value.step };
}

/** The models at every so many steps of L-BFGS, the start and the last step among them. */
function* looks(
  model: LikelihoodModel,
  { training, heldOut }: DividedRows,
  start: Float64Array,
  steps: number,
  every: number,
): Generator<LikelihoodTrainingStep> {
  const optimiser = lbfgs({ manifold: model.manifold });
  const objective = negativeLogLikelihood(model, training);
  for (const { step, x, evaluation } of minimise(objective, optimiser, start, { maxSteps: steps })) {
    if (step % every !== 0 && step < steps) continue;
    const logs = model.logProbabilities(x, heldOut.digits);
    const nats = -logs.reduce((sum, log) => sum + log, 0) / logs.length;
    yield { step, theta: x, training: evaluation.value, heldOut: nats };
  }
}
