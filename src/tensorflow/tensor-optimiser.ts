/** @file Training a TensorFlow.js variable with a TensorFlow.js optimiser, one step at a time, resumable bit for bit. */

import * as tf from '@tensorflow/tfjs-core';
import { ShapeError } from '../errors.ts';
import type { Evaluation, Objective } from '../optimise/objective.ts';
import { float64Of } from './first-order.ts';
import { objectiveTensor } from './objective-op.ts';

/** Which optimiser of `tf.train`, and its constants. */
export interface TensorMethod {
  readonly method: 'adam' | 'rmsprop';
  readonly learningRate: number;
  /** Decay of the first moment, Adam only; default 0.9. */
  readonly beta1?: number;
  /** Decay of the second moment; default 0.999 for Adam, 0.9 for RMSprop. */
  readonly beta2?: number;
  /** Added to the root of the second moment; default 1e-8. */
  readonly epsilon?: number;
}

/** Everything that the next step depends on, as plain numbers; all of them are float32 values. */
export interface TensorTrainingState {
  readonly theta: Float64Array;
  /** Running averages of the optimiser, each of shape (P,); none before the first step. */
  readonly moments: readonly Float64Array[];
  /** β₁ᵗ⁺¹ and β₂ᵗ⁺¹ as TensorFlow.js has accumulated them, for Adam. */
  readonly betaPowers: readonly number[];
}

/** A training in progress. It owns tensors until it is disposed of. */
export interface TensorTraining {
  /** The current parameters, shape (P,). */
  readonly theta: () => Float64Array;
  /** One step; returns value and gradient, in float64, at the point before it. */
  readonly step: () => Evaluation;
  readonly snapshot: () => Promise<TensorTrainingState>;
  readonly dispose: () => void;
}

/**
 * Starts a training of `tf.variable(θ)` by `tf.train.adam` or `tf.train.rmsprop`, or continues one.
 * A continued training takes the same steps, bit for bit, as one that was never interrupted.
 *
 * @param from - parameters to start from, shape (P,), rounded to float32; or a snapshot
 * @throws {ShapeError} the snapshot does not belong to the method
 */
export function startTensorTraining(
  objective: Objective,
  method: TensorMethod,
  from: Float64Array | TensorTrainingState,
): TensorTraining {
  const start = from instanceof Float64Array ? { theta: from, moments: [], betaPowers: [] } : from;
  checkState(start, method);
  const variable = tf.tidy(() => tf.variable(float32TensorOf(start.theta)));
  const optimiser = optimiserOf(method);
  restore(optimiser, method, start, variable.name);
  let last: Evaluation;
  const loss = objectiveTensor((theta) => {
    last = objective(theta);
    return last;
  });
  return {
    theta: () => float64Of(variable),
    step: () => {
      optimiser.minimize(() => loss(variable as tf.Variable<tf.Rank.R1>), false, [variable]);
      return last;
    },
    snapshot: async () => ({ theta: float64Of(variable), ...memoryOf(optimiser, method) }),
    dispose: () => {
      optimiser.dispose();
      variable.dispose();
    },
  };
}

function optimiserOf({ method, learningRate, beta1 = 0.9, beta2, epsilon = 1e-8 }: TensorMethod): tf.Optimizer {
  return method === 'adam'
    ? tf.train.adam(learningRate, beta1, beta2 ?? 0.999, epsilon)
    : tf.train.rmsprop(learningRate, beta2 ?? 0.9, 0, epsilon);
}

/**
 * What an optimiser of TensorFlow.js 4.22 remembers. The fields are private there, but the public way, `setWeights`,
 * recomputes βᵗ⁺¹ as a power, which differs in the last bit from the product that the running optimiser has made.
 */
type Memory = Record<string, { readonly originalName: string; readonly variable: tf.Variable }[]>;
type Powers = Record<string, tf.Variable>;
const FIELDS = {
  adam: { moments: ['accumulatedFirstMoment', 'accumulatedSecondMoment'], powers: ['accBeta1', 'accBeta2'] },
  rmsprop: { moments: ['accumulatedMeanSquares', 'accumulatedMoments'], powers: [] },
} as const;

function memoryOf(optimiser: tf.Optimizer, { method }: TensorMethod): Omit<TensorTrainingState, 'theta'> {
  const memory = optimiser as unknown as Memory;
  const powers = optimiser as unknown as Powers;
  return {
    moments: FIELDS[method].moments.flatMap((field) => memory[field]!.map(({ variable }) => float64Of(variable))),
    betaPowers: FIELDS[method].powers.map((field) => powers[field]!.dataSync()[0]!),
  };
}

function restore(
  optimiser: tf.Optimizer,
  { method }: TensorMethod,
  { moments, betaPowers }: TensorTrainingState,
  name: string,
): void {
  if (moments.length === 0) return;
  const fields = FIELDS[method];
  fields.moments.forEach((field, k) => {
    const variable = tf.tidy(() => tf.variable(float32TensorOf(moments[k]!), false));
    (optimiser as unknown as Memory)[field] = [{ originalName: `${name}/${field}`, variable }];
  });
  fields.powers.forEach((field, k) => {
    tf.tidy(() => (optimiser as unknown as Powers)[field]!.assign(tf.scalar(betaPowers[k]!)));
  });
}

function checkState({ theta, moments, betaPowers }: TensorTrainingState, { method }: TensorMethod): void {
  if (moments.length === 0) return;
  const fields = FIELDS[method];
  const got = [...moments.map((moment) => moment.length), betaPowers.length];
  const required = [...fields.moments.map(() => theta.length), fields.powers.length];
  if (got.join() !== required.join()) {
    throw new ShapeError(
      `startTensorTraining: moments and powers of lengths ${required} required for ${method}, got ${got}`,
    );
  }
}

function float32TensorOf(values: Float64Array): tf.Tensor1D {
  return tf.tensor1d(Float32Array.from(values));
}
