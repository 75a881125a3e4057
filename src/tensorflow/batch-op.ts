/**
 * @file Batches as TensorFlow.js operations: many parameter vectors, or many targets, in one operation with one
 * derivative, computed in float64.
 */

import * as tf from '@tensorflow/tfjs';
import { ShapeError } from '../errors.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { differentiableStates, infidelityVector } from '../generative/state-batch.ts';
import type { TargetState } from '../generative/target-state.ts';
import { batchObjective } from '../optimise/batch.ts';
import type { Objective } from '../optimise/objective.ts';
import { interleavedOf, planarOf } from './complex-tensor.ts';
import { firstOrder, float64Of } from './first-order.ts';

/** B complex vectors as real and imaginary parts, each of shape (B, D), float32. */
export interface ComplexTensorBatch {
  readonly re: tf.Tensor2D;
  readonly im: tf.Tensor2D;
}

/**
 * Objectives of a batch of points as a function of a float32 tensor of shape (B, P), one operation for all: the b-th
 * value is f(θ_b), or f_b(θ_b) where an objective is given for each point.
 *
 * @returns values of shape (B,); the second derivative throws a DomainError
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs';
 * import { infidelity } from 'bulkweave';
 * import { ghz, w } from 'bulkweave/datasets';
 * import { staircase } from 'bulkweave/models';
 * import { batchObjectiveTensor, initBackend } from 'bulkweave/tensorflow';
 *
 * await initBackend();
 * const circuit = staircase(3);
 * const losses = batchObjectiveTensor([ghz(3), w(3)].map((target) => infidelity(circuit, target)));
 * const thetas = tf.zeros([2, circuit.parameters]); // |000⟩
 * console.log(losses(thetas).dataSync()); // 0.5000, 1.0000
 * ```
 */
export function batchObjectiveTensor(objective: Objective | readonly Objective[]): (thetas: tf.Tensor) => tf.Tensor1D {
  const operation = firstOrder((thetas) => {
    const [count, parameters] = batchShape('batchObjectiveTensor', thetas);
    const { values, gradients } = batchObjective(objective, parameters)(float64Of(thetas));
    return {
      value: tf.tensor1d(Float32Array.from(values)),
      pullback: (cotangent) =>
        tf.tidy(() =>
          tf.mul(tf.reshape(cotangent, [count, 1]), tf.tensor2d(Float32Array.from(gradients), [count, parameters])),
        ),
    };
  });
  return (thetas) => operation(thetas) as tf.Tensor1D;
}

/**
 * The generated states at a batch of points, shape (B, P), as one operation; see `stateTensor`.
 *
 * @returns θ ↦ (re, im), each of shape (B, D·E); the second derivative throws a DomainError
 */
export function batchStateTensor(network: GenerativeNetwork): (thetas: tf.Tensor) => ComplexTensorBatch {
  const operation = firstOrder((thetas) => {
    const [count, parameters] = batchShape('batchStateTensor', thetas, network.parameters);
    const { states, pullback } = differentiableStates(network, float64Of(thetas));
    return {
      value: tf.tensor3d(planarOf(states), [2, count, states.length / 2 / count]),
      pullback: (cotangent) =>
        tf.tensor2d(Float32Array.from(pullback(interleavedOf(float64Of(cotangent)))), [count, parameters]),
    };
  });
  return (thetas) => {
    const [re, im] = tf.unstack(operation(thetas)) as [tf.Tensor2D, tf.Tensor2D];
    return { re, im };
  };
}

/**
 * Infidelities of one generated state from T targets, as a function of a float32 tensor of shape (P,): one run of the
 * network forwards and one backwards, whatever T. See `infidelity`.
 *
 * @returns values of shape (T,); the second derivative throws a DomainError
 */
export function infidelityVectorTensor(
  network: GenerativeNetwork,
  targets: readonly TargetState[],
): (theta: tf.Tensor) => tf.Tensor1D {
  const evaluate = infidelityVector(network, targets);
  const operation = firstOrder((theta) => {
    const { values, pullback } = evaluate(float64Of(theta));
    return {
      value: tf.tensor1d(Float32Array.from(values)),
      pullback: (cotangent) => tf.tensor1d(Float32Array.from(pullback(float64Of(cotangent)))),
    };
  });
  return (theta) => operation(theta) as tf.Tensor1D;
}

/** @throws {ShapeError} not a matrix of at least one row and of the wanted number of columns */
function batchShape(caller: string, { shape }: tf.Tensor, parameters?: number): readonly [number, number] {
  const [count = 0, columns = 0] = shape;
  if (shape.length !== 2 || count === 0 || columns === 0 || (parameters ?? columns) !== columns) {
    throw new ShapeError(`${caller}: shape [batch, ${parameters ?? 'parameters'}] required, got [${shape}]`);
  }
  return [count, columns];
}
