/** @file Permuting the axes of a tensor of any rank with transpositions of rank four, which every backend has. */

import * as tf from '@tensorflow/tfjs';
import { sizeOf } from '../linalg/complex.ts';

/**
 * The entries with the axes in the given order: out.shape[j] = shape[axes[j]].
 *
 * One axis after the other is moved to its place: with the axes before it, between and behind grouped, that is the
 * exchange of the middle two of four axes.
 *
 * @param tensor - flat, row-major, shape (Π shape,)
 */
export function permuteTensor(tensor: tf.Tensor1D, shape: readonly number[], axes: readonly number[]): tf.Tensor1D {
  let order = shape.map((_, axis) => axis);
  let flat: tf.Tensor1D = tensor;
  axes.forEach((axis, place) => {
    const from = order.indexOf(axis);
    if (from === place) return;
    const extent = (start: number, end?: number) => sizeOf(order.slice(start, end).map((moved) => shape[moved]!));
    const grouped = tf.reshape(flat, [extent(0, place), extent(place, from), shape[axis]!, extent(from + 1)]);
    flat = tf.reshape(tf.transpose(grouped, [0, 2, 1, 3]), [tensor.size]);
    order = [...order.slice(0, place), axis, ...order.slice(place).filter((moved) => moved !== axis)];
  });
  return flat;
}
