/** @file A generative network as a differentiable TensorFlow.js function, θ ↦ |ψ(θ)⟩, computed in float64. */

import * as tf from '@tensorflow/tfjs';
import { differentiableState, type GenerativeNetwork } from '../generative/generative-network.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import type { StateFunction } from './complex-tensor.ts';
import { firstOrder, float64Of } from './first-order.ts';

/**
 * The generated state as a function of a float32 tensor θ, shape (P,): one operation for the whole network.
 * Its derivative is the adjoint method; only θ, the amplitudes and the gradient are rounded to float32.
 *
 * @returns θ ↦ (re, im), each of shape (D·E,) as `stateVector` orders it
 *
 * The second derivative throws a DomainError; `runCircuitTensor` and `contractTensor` have one.
 */
export function stateTensor(network: GenerativeNetwork): StateFunction {
  const operation = firstOrder((theta) => {
    const { state, pullback } = differentiableState(network, float64Of(theta));
    return {
      value: tf.tensor2d(planar(state), [2, state.length]),
      pullback: (cotangent) => tf.tensor1d(Float32Array.from(pullback(interleaved(float64Of(cotangent))))),
    };
  });
  return (theta) => {
    const [re, im] = tf.unstack(operation(theta)) as [tf.Tensor1D, tf.Tensor1D];
    return { re, im };
  };
}

/** Real parts, then imaginary parts, in float32. */
function planar({ length, interleaved }: ComplexVector): Float32Array {
  return Float32Array.from({ length: 2 * length }, (_, i) => interleaved[i < length ? 2 * i : 2 * (i - length) + 1]!);
}

/** The inverse of `planar`. */
function interleaved(parts: Float64Array): ComplexVector {
  const length = parts.length / 2;
  return { length, interleaved: Float64Array.from(parts, (_, i) => parts[(i >> 1) + (i % 2) * length]!) };
}
