/** @file Complex vectors in TensorFlow.js: a pair of real tensors, because complex64 carries no gradient. */

import * as tf from '@tensorflow/tfjs';
import type { ComplexVector } from '../linalg/complex.ts';

/** A complex vector of shape (D,) as its real and imaginary part, float32. */
export type ComplexTensor = { readonly re: tf.Tensor1D; readonly im: tf.Tensor1D };

/** A function of the parameters θ, shape (P,), whose value is a state. */
export type StateFunction = (theta: tf.Tensor1D) => ComplexTensor;

/** The vector rounded to float32. */
export function complexTensorOf(vector: ComplexVector): ComplexTensor {
  return {
    re: tf.tensor1d(Float32Array.from({ length: vector.length }, (_, i) => vector.interleaved[2 * i]!)),
    im: tf.tensor1d(Float32Array.from({ length: vector.length }, (_, i) => vector.interleaved[2 * i + 1]!)),
  };
}

/** The tensor read back, as float64; the tensors live on. */
export function complexVectorOf({ re, im }: ComplexTensor): ComplexVector {
  const x = re.dataSync();
  const y = im.dataSync();
  return {
    length: x.length,
    interleaved: Float64Array.from({ length: 2 * x.length }, (_, i) => (i % 2 ? y : x)[i >> 1]!),
  };
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
