/** @file What is trained here: a function of tensors and the variables it depends on. */

import * as tf from '@tensorflow/tfjs';
import { DomainError } from '../../errors.ts';
import type { RandomStream } from '../../linalg/random.ts';

/** A function of a batch, shape [batch, inputs], and its variables, which `dispose` gives back. */
export interface NeuralNetwork {
  readonly variables: readonly tf.Variable[];
  readonly apply: (x: tf.Tensor2D) => tf.Tensor2D;
  readonly dispose: () => void;
}

/** A network of these variables. */
export function neuralNetwork(variables: readonly tf.Variable[], apply: NeuralNetwork['apply']): NeuralNetwork {
  return { variables, apply: (x) => tf.tidy(() => apply(x)), dispose: () => tf.dispose([...variables]) };
}

/** A variable of normal numbers from a stream: the same on every backend. */
export function normalVariable(stream: RandomStream, shape: readonly number[], deviation: number): tf.Variable {
  const count = shape.reduce((product, n) => product * n, 1);
  const values = Float32Array.from({ length: count }, () => deviation * stream.normal());
  return tf.tidy(() => tf.variable(tf.tensor(values, [...shape])));
}

/** Normal numbers from a stream, shape [rows, columns]. */
export function normalTensor(stream: RandomStream, rows: number, columns: number): tf.Tensor2D {
  return tf.tensor2d(Float32Array.from({ length: rows * columns }, stream.normal), [rows, columns]);
}

/**
 * A network of dense layers with tanh between them,
 *
 *     x ↦ W_L tanh(… tanh(W_1 x + b_1) …) + b_L.
 *
 * @param widths - of the input, the layers between, and the output
 * @throws {DomainError} fewer than two widths, or one that is not a positive integer
 */
export function denseNetwork(widths: readonly number[], stream: RandomStream): NeuralNetwork {
  if (widths.length < 2 || !widths.every((width) => Number.isInteger(width) && width >= 1)) {
    throw new DomainError(`denseNetwork: two or more positive widths required, got [${widths}]`);
  }
  const layers = widths.slice(1).map((width, l) => ({
    weights: normalVariable(stream, [widths[l]!, width], 1 / Math.sqrt(widths[l]!)),
    bias: normalVariable(stream, [width], 0),
  }));
  return neuralNetwork(
    layers.flatMap(({ weights, bias }) => [weights, bias]),
    (x) =>
      layers.reduce((y, { weights, bias }, l) => {
        const sum = tf.add(tf.matMul(y, weights as tf.Tensor as tf.Tensor2D), bias) as tf.Tensor2D;
        return l === layers.length - 1 ? sum : tf.tanh(sum);
      }, x),
  );
}
