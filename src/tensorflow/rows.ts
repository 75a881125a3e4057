/** @file Slicing a tensor along its first axis, differentiably. */

import * as tf from '@tensorflow/tfjs';

/**
 * The slices of the tensor along its first axis. Unlike `tf.gather` its gradient costs O(size), and unlike
 * `tf.unstack` it is also right for a single slice, where TensorFlow.js 4.22 has no gradient.
 */
export function rowsOf(tensor: tf.Tensor): readonly tf.Tensor[] {
  const [count, ...shape] = tensor.shape;
  if (count === 0) return [];
  return count === 1 ? [tf.reshape(tensor, shape)] : tf.unstack(tensor);
}
