/** @file A generative network as a differentiable TensorFlow.js function, θ ↦ |ψ(θ)⟩, computed in float64. */

import * as tf from '@tensorflow/tfjs';
import { differentiableState, type GenerativeNetwork } from '../generative/generative-network.ts';
import { type ComplexTensor, interleavedOf, planarOf } from './complex-tensor.ts';
import { firstOrder, float64Of, vectorOf } from './first-order.ts';

/**
 * The generated state as a function of a float32 tensor θ, shape (P,): one operation for the whole network.
 * Its derivative is the adjoint method; only θ, the amplitudes and the gradient are rounded to float32.
 *
 * @returns θ ↦ (re, im), each of shape (D·E,) as `stateVector` orders it
 *
 * The second derivative throws a DomainError; `runCircuitTensor` and `contractTensor` have one.
 */
export function stateTensor(network: GenerativeNetwork): (theta: tf.Tensor) => ComplexTensor {
  const operation = firstOrder((theta) => {
    const { state, pullback } = differentiableState(network, vectorOf('stateTensor', theta));
    return {
      value: tf.tensor2d(planarOf(state.interleaved), [2, state.length]),
      pullback: (cotangent) => {
        const lambda = { length: state.length, interleaved: interleavedOf(float64Of(cotangent)) };
        return tf.tensor1d(Float32Array.from(pullback(lambda)));
      },
    };
  });
  return (theta) => {
    const [re, im] = tf.unstack(operation(theta)) as [tf.Tensor1D, tf.Tensor1D];
    return { re, im };
  };
}
