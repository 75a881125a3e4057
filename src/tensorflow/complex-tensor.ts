/** @file Complex vectors in TensorFlow.js: a pair of real tensors, because complex64 carries no gradient. */

import * as tf from '@tensorflow/tfjs';
import type { ComplexVector } from '../linalg/complex.ts';

/** A complex vector of shape (D,) as its real and imaginary part, float32. */
export type ComplexTensor = { readonly re: tf.Tensor1D; readonly im: tf.Tensor1D };

/** A function of the parameters θ, shape (P,), whose value is a state. */
export type StateFunction = (theta: tf.Tensor1D) => ComplexTensor;

/** The vector rounded to float32. */
export function complexTensorOf({ length, interleaved }: ComplexVector): ComplexTensor {
  const parts = planarOf(interleaved);
  return { re: tf.tensor1d(parts.subarray(0, length)), im: tf.tensor1d(parts.subarray(length)) };
}

/** The tensor read back, as float64; the tensors are not disposed of. */
export function complexVectorOf({ re, im }: ComplexTensor): ComplexVector {
  const parts = new Float64Array(re.size + im.size);
  parts.set(re.dataSync());
  parts.set(im.dataSync(), re.size);
  return { length: re.size, interleaved: interleavedOf(parts) };
}

/** Real parts, then imaginary parts, in float32, of interleaved complex numbers. */
export function planarOf(interleaved: Float64Array): Float32Array {
  const length = interleaved.length / 2;
  return Float32Array.from(interleaved, (_, i) => interleaved[i < length ? 2 * i : 2 * (i - length) + 1]!);
}

/** The inverse of `planarOf`. */
export function interleavedOf(parts: Float64Array): Float64Array {
  const length = parts.length / 2;
  return Float64Array.from(parts, (_, i) => parts[(i >> 1) + (i % 2) * length]!);
}

/**
 * Infidelity of a state with a normalised target, 1 − |⟨t|ψ⟩|²/⟨ψ|ψ⟩ = ‖ψ − ⟨t|ψ⟩ t‖²/‖ψ‖², in the second form,
 * which keeps its digits near zero. Stock operations, differentiable any number of times.
 */
export function infidelityTensor(state: ComplexTensor, target: ComplexTensor): tf.Scalar {
  return tf.tidy(() => {
    const re = tf.add(tf.sum(tf.mul(target.re, state.re)), tf.sum(tf.mul(target.im, state.im)));
    const im = tf.sub(tf.sum(tf.mul(target.re, state.im)), tf.sum(tf.mul(target.im, state.re)));
    const restRe = tf.sub(state.re, tf.sub(tf.mul(re, target.re), tf.mul(im, target.im)));
    const restIm = tf.sub(state.im, tf.add(tf.mul(re, target.im), tf.mul(im, target.re)));
    return tf.div(normSquared(restRe, restIm), normSquared(state.re, state.im)).asScalar();
  });
}

const normSquared = (re: tf.Tensor, im: tf.Tensor): tf.Tensor => tf.add(tf.sum(tf.square(re)), tf.sum(tf.square(im)));
