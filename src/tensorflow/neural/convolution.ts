/** @file Convolution and doubling of pictures from operations whose gradients every backend has. */

import * as tf from '@tensorflow/tfjs';
import { ShapeError } from '../../errors.ts';

/**
 * The convolution of pictures with a kernel, at stride 1 and with zeros around the picture,
 *
 *     y[b, i, j, o] = Σ_{p,q,c} x[b, i + p − h, j + q − h, c] k[p, q, c, o],    h = (k − 1)/2,
 *
 * as `tf.conv2d(x, k, 1, 'same')`, made of pad, slice, concat and one matrix product: the backend wasm has no gradient of
 * `conv2d` by its kernel.
 *
 * @param x - shape [batch, height, width, channels]
 * @param kernel - shape [k, k, channels, outputs], k odd
 * @returns shape [batch, height, width, outputs]
 * @throws {ShapeError} shapes that do not fit
 *
 * Memory k² times the picture.
 */
export function convolution(x: tf.Tensor4D, kernel: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  const [size, across, inputs, outputs] = kernel.shape;
  if (size !== across || size % 2 === 0 || inputs !== channels) {
    throw new ShapeError(
      `convolution: a kernel of shape [k, k, ${channels}, outputs], k odd, required, got [${kernel.shape}]`,
    );
  }
  return tf.tidy(() => {
    const half = (size - 1) / 2;
    const padded = tf.pad4d(x, [
      [0, 0],
      [half, half],
      [half, half],
      [0, 0],
    ]);
    const shifted = Array.from({ length: size * size }, (_, k) =>
      tf.slice4d(padded, [0, Math.floor(k / size), k % size, 0], [batch, height, width, channels]),
    );
    const columns = tf.reshape(tf.concat(shifted, 3), [batch * height * width, size * size * channels]);
    const product = tf.matMul(columns, tf.reshape(kernel, [size * size * channels, outputs]));
    return tf.reshape(product, [batch, height, width, outputs]) as tf.Tensor4D;
  });
}

/**
 * Pictures of twice the height and width, each pixel four times, by concat alone: `tf.tile` has no gradient at rank 5.
 *
 * @param x - shape [batch, height, width, channels]
 * @returns shape [batch, 2·height, 2·width, channels]
 */
export function doubled(x: tf.Tensor4D): tf.Tensor4D {
  const [batch, height, width, channels] = x.shape;
  return tf.tidy(() => {
    const pixels = tf.reshape(x, [batch * height * width, channels]);
    const rows = tf.reshape(tf.concat([pixels, pixels], 1), [batch * height, 2 * width * channels]);
    return tf.reshape(tf.concat([rows, rows], 1), [batch, 2 * height, 2 * width, channels]) as tf.Tensor4D;
  });
}
