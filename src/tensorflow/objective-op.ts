/** @file A float64 objective as a differentiable TensorFlow.js function. */

import * as tf from '@tensorflow/tfjs-core';
import type { Objective } from '../optimise/objective.ts';
import { firstOrder, vectorOf } from './first-order.ts';

/**
 * The objective as a function of a float32 tensor θ, shape (P,), for `tf.variable`, `tf.train` and `minimize`.
 * Value and gradient come from one float64 evaluation and are rounded to float32 at the end.
 *
 * The second derivative throws a DomainError, a tensor of another rank a ShapeError.
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs';
 * import { infidelity } from 'bulkweave';
 * import { ghz } from 'bulkweave/datasets';
 * import { staircase } from 'bulkweave/models';
 * import { initBackend, objectiveTensor } from 'bulkweave/tensorflow';
 *
 * await initBackend();
 * const circuit = staircase(2);
 * const loss = objectiveTensor(infidelity(circuit, ghz(2)));
 * const theta = tf.variable(tf.fill([circuit.parameters], 0.3));
 * const adam = tf.train.adam(0.1);
 * for (let step = 0; step < 200; step++) adam.minimize(() => loss(theta));
 * console.log(loss(theta).dataSync()[0]); // 0.0000
 * ```
 */
export function objectiveTensor(objective: Objective): (theta: tf.Tensor) => tf.Scalar {
  const operation = firstOrder((theta) => {
    const { value, gradient } = objective(vectorOf('objectiveTensor', theta));
    return {
      value: tf.scalar(value),
      pullback: (cotangent) => tf.mul(cotangent, tf.tensor1d(Float32Array.from(gradient))),
    };
  });
  return (theta) => operation(theta) as tf.Scalar;
}
