/** @file Operations that compute in float64 and hand TensorFlow.js a value and one derivative, no second. */

import * as tf from '@tensorflow/tfjs-core';
import { DomainError, ShapeError } from '../errors.ts';

/** The entries of a float32 tensor as float64; the tensor is not disposed of. */
export function float64Of(tensor: tf.Tensor): Float64Array {
  return Float64Array.from(tensor.dataSync());
}

/**
 * A float32 parameter vector as float64.
 *
 * @throws {ShapeError} not of shape (P,), naming the operation
 */
export function vectorOf(operation: string, theta: tf.Tensor): Float64Array {
  if (theta.rank === 1) return float64Of(theta);
  throw new ShapeError(`${operation}: a tensor of shape (P,) required, got [${theta.shape}]`);
}

/** A function of one tensor: its value, and the map from a cotangent of the value to a cotangent of the argument. */
export interface Linearisation {
  readonly value: tf.Tensor;
  readonly pullback: (cotangent: tf.Tensor) => tf.Tensor;
}

/**
 * The function as a TensorFlow.js operation with a first derivative. The derivative is computed outside of the
 * tape, so a second differentiation would silently lose it; it throws instead.
 *
 * Works on every backend that can be read synchronously (cpu, wasm, tensorflow, webgl; not webgpu).
 */
export function firstOrder(linearise: (x: tf.Tensor) => Linearisation): (x: tf.Tensor) => tf.Tensor {
  return tf.customGrad((...operands) => {
    const [x, save] = operands as [tf.Tensor, tf.GradSaveFunc];
    save([x]);
    const { value, pullback } = linearise(x);
    const derivative = tf.customGrad((...inputs) => ({
      value: pullback(inputs[1] as tf.Tensor),
      gradFunc: () => {
        throw new DomainError('second derivative: stock TensorFlow.js operations required, got a float64 operation');
      },
    }));
    return { value, gradFunc: (cotangent: tf.Tensor, saved: tf.Tensor[]) => derivative(saved[0]!, cotangent) };
  });
}
