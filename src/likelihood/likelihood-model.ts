/** @file Generative models of discrete data whose likelihood is known exactly. */

import type { RandomStream } from '../linalg/random.ts';
import type { Manifold } from '../optimise/manifold.ts';
import type { Evaluation, Objective } from '../optimise/objective.ts';
import type { DiscreteRows } from './discrete-rows.ts';

/**
 * A family of probability distributions p_θ(v) of n discrete variables with exact likelihoods and exact samples. Rows are
 * digits of shape (rows, n); probabilities are natural logarithms.
 */
export interface LikelihoodModel {
  /** Length P of θ. */
  readonly parameters: number;
  /** Number of values of each variable, shape (n,). */
  readonly dimensions: readonly number[];
  /** A point from which training may start, near the uniform distribution. */
  readonly start: (stream: RandomStream) => Float64Array;
  /** Where θ lives: a flat space, but for isometries. */
  readonly manifold: Manifold;
  /** log p(v) of every row, shape (rows,); −∞ where p vanishes. */
  readonly logProbabilities: (theta: Float64Array, rows: Uint8Array) => Float64Array;
  /**
   * The mean of log p over the rows, Σ w log p / Σ w, with its gradient, in one call for the batch.
   *
   * @param weights - w ≥ 0, shape (rows,); default all 1
   */
  readonly logLikelihood: (theta: Float64Array, rows: Uint8Array, weights?: Float64Array) => Evaluation;
  /** log of the probability that the variables with given_k ≥ 0 have these values, all others summed over. */
  readonly logMarginal: (theta: Float64Array, given: Int16Array) => number;
  /**
   * Independent exact samples, shape (count, n).
   *
   * @param given - values that are held, −1 where a variable is free, shape (n,): samples of the conditional distribution
   */
  readonly sample: (theta: Float64Array, stream: RandomStream, count: number, given?: Int16Array) => Uint8Array;
}

/**
 * The mean negative log-likelihood of the rows in nats as an objective: the cross entropy of the data with the model.
 *
 * @param weights - see `LikelihoodModel.logLikelihood`
 */
export function negativeLogLikelihood(model: LikelihoodModel, rows: DiscreteRows, weights?: Float64Array): Objective {
  return (theta) => {
    const { value, gradient } = model.logLikelihood(theta, rows.digits, weights);
    return { value: -value, gradient: gradient.map((x) => -x) };
  };
}
