/**
 * @file Second derivatives as TensorFlow.js operations of their own, (θ, v) ↦ M(θ)·v with M a Hessian or the Fisher
 * information: what conjugate gradients and natural gradients need. `tf.grad` of `tf.grad` stays refused.
 */

import * as tf from '@tensorflow/tfjs';
import { DomainError } from '../errors.ts';
import { fisherVectorProduct } from '../fisher/fisher-vector-product.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { hessianAlong } from '../optimise/hessian-along.ts';
import type { Objective } from '../optimise/objective.ts';
import { float64Of } from './first-order.ts';

/** (θ, v) ↦ M(θ)·v; all of shape (P,), float32. */
export type SymmetricOperation = (theta: tf.Tensor, direction: tf.Tensor) => tf.Tensor1D;

/**
 * The Hessian of an objective times a direction, in float64 inside; see `hessianAlong`.
 *
 * @returns (θ, v) ↦ H(θ)·v; differentiable by v, a DomainError by θ, which would be a third derivative
 */
export function hessianVectorTensor(objective: Objective): SymmetricOperation {
  return symmetricOperation((theta) => hessianAlong(objective, theta));
}

/**
 * The quantum Fisher information of a pure state times a direction, in float64 inside; see `fisherVectorProduct`.
 *
 * @returns (θ, v) ↦ F(θ)·v; differentiable by v, a DomainError by θ
 * @throws {DomainError} the state is mixed
 */
export function fisherVectorTensor(network: GenerativeNetwork): SymmetricOperation {
  return symmetricOperation((theta) => fisherVectorProduct(network, theta));
}

/** A map that is linear and symmetric in v is its own derivative by v. */
function symmetricOperation(at: (theta: Float64Array) => (v: Float64Array) => Float64Array): SymmetricOperation {
  return (theta, direction) => {
    const multiply = at(float64Of(theta));
    const operation: (v: tf.Tensor) => tf.Tensor = tf.customGrad((v) => ({
      value: tf.tensor1d(Float32Array.from(multiply(float64Of(v as tf.Tensor)))),
      gradFunc: (cotangent: tf.Tensor) => operation(cotangent),
    }));
    return tf.tidy(() => tf.add(operation(direction), undifferentiable(theta)));
  };
}

/** Zero as a function of θ that refuses to be differentiated; pruned from the tape where no derivative is taken. */
const undifferentiable = tf.customGrad((theta) => ({
  value: tf.zerosLike(theta as tf.Tensor),
  gradFunc: () => {
    throw new DomainError('third derivative: a derivative by the direction required, got one by θ');
  },
}));
