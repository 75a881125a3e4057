/** @file A float64 objective as a differentiable TensorFlow.js function. */

import * as tf from '@tensorflow/tfjs';
import type { Objective } from '../optimise/objective.ts';
import { firstOrder, float64Of } from './first-order.ts';

/**
 * The objective as a function of a float32 tensor θ, shape (P,), for `tf.variable`, `tf.train` and `minimize`.
 * Value and gradient come from one float64 evaluation and are rounded to float32 at the end.
 *
 * The second derivative throws a DomainError.
 */
export function objectiveTensor(objective: Objective): (theta: tf.Tensor1D) => tf.Scalar {
  const operation = firstOrder((theta) => {
    const { value, gradient } = objective(float64Of(theta));
    return {
      value: tf.scalar(value),
      pullback: (cotangent) => tf.mul(cotangent, tf.tensor1d(Float32Array.from(gradient))),
    };
  });
  return (theta) => operation(theta) as tf.Scalar;
}
