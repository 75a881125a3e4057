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

/** Normal numbers from a stream, shape [rows, columns], of mean 0 and deviation 1 if nothing else is asked for. */
export function normalTensor(
  stream: RandomStream,
  rows: number,
  columns: number,
  { mean = 0, deviation = 1 }: { readonly mean?: number; readonly deviation?: number } = {},
): tf.Tensor2D {
  const values = Float32Array.from({ length: rows * columns }, () => mean + deviation * stream.normal());
  return tf.tensor2d(values, [rows, columns]);
}

/** Rows of data drawn with repetition, shape [count, width]. */
export function drawnRows(data: ArrayLike<number>, width: number, stream: RandomStream, count: number): tf.Tensor2D {
  const rows = new Float32Array(count * width);
  for (let row = 0; row < count; row++) {
    const from = stream.integer(data.length / width) * width;
    for (let k = 0; k < width; k++) rows[row * width + k] = data[from + k]!;
  }
  return tf.tensor2d(rows, [count, width]);
}

/**
 * What a network makes of normal numbers, row by row.
 *
 * @param latent - numbers of a row
 * @param used - how many of them the network takes; default all. Stages of one generator with the same stream so have the same noise
 */
export function generated(
  { apply }: NeuralNetwork,
  stream: RandomStream,
  count: number,
  latent: number,
  used: number = latent,
): Float64Array {
  const made = tf.tidy(() => apply(tf.slice2d(normalTensor(stream, count, latent), [0, 0], [count, used])));
  const rows = Float64Array.from(made.dataSync());
  made.dispose();
  return rows;
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

/** Added to variances before their roots, which have no derivative at 0. */
const LEAST_VARIANCE = 1e-6;

/**
 * A network that judges each row of a batch, and how much the batch varies: between its dense layers the standard deviation of features over the
 * rows, averaged over them, stands beside the features of each row. Rows that are all alike are so told from data.
 *
 * @param widths - of the input, the hidden layers and the features; one number comes out
 * @throws {DomainError} see `denseNetwork`
 * @see Karras, Aila, Laine & Lehtinen, ICLR 2018, arXiv:1710.10196, for the deviation; Salimans et al., NeurIPS 2016, arXiv:1606.03498
 */
export function batchNetwork(widths: readonly number[], stream: RandomStream): NeuralNetwork {
  const body = denseNetwork(widths, stream);
  const features = widths.at(-1)!;
  const head = denseNetwork([features + 1, features, 1], stream);
  return neuralNetwork([...body.variables, ...head.variables], (x) => {
    const made = tf.tanh(body.apply(x));
    const variance = tf.mean(tf.square(tf.sub(made, tf.mean(made, 0, true))), 0);
    const deviation = tf.mean(tf.sqrt(tf.add(variance, LEAST_VARIANCE)));
    return head.apply(tf.concat([made, tf.mul(tf.ones([x.shape[0], 1]), deviation)], 1) as tf.Tensor2D);
  });
}
