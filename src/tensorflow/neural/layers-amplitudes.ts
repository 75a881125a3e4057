/** @file A TensorFlow.js model as a quantum state. */

import * as tf from '@tensorflow/tfjs';
import { ShapeError } from '../../errors.ts';
import { rowsIn } from '../../likelihood/discrete-rows.ts';
import type { RandomStream } from '../../linalg/random.ts';
import { type AmplitudeModel, checkTheta, type LogAmplitudes } from '../../neural-state/amplitude-model.ts';

/**
 * Any model of TensorFlow.js from n spins to modulus and phase, as a neural quantum state:
 *
 *     input  [batch, n]    s = 1 − 2v, ±1
 *     output [batch, 2]    log |ψ(v)|, arg ψ(v)
 *
 * θ is the list of its trainable weights, one after another. `neuralGroundState` then trains it by natural gradients, `amplitudeInfidelity` towards a given state. The
 * model's own weights are set at every evaluation, and are those of the last one.
 *
 * Float32: energies to about 1e-6. The metric takes two derivatives for each row, one at a time: small numbers of qubits or samples.
 *
 * @throws {ShapeError} a model of other shapes
 *
 * @example
 * ```ts
 * import * as tf from '@tensorflow/tfjs';
 * import { solution } from 'bulkweave';
 * import { neuralGroundState } from 'bulkweave/likelihood';
 * import { chain, transverseFieldIsing } from 'bulkweave/operator';
 * import { initBackend, layersAmplitudes } from 'bulkweave/tensorflow';
 *
 * await initBackend();
 * const kernelInitializer = tf.initializers.randomNormal({ stddev: 0.3, seed: 1 });
 * const model = tf.sequential();
 * model.add(tf.layers.dense({ units: 4, inputShape: [2], activation: 'tanh', kernelInitializer }));
 * model.add(tf.layers.dense({ units: 2, kernelInitializer }));
 * const state = layersAmplitudes(model);
 * const start = state.theta();
 * const { value } = solution(neuralGroundState(state, transverseFieldIsing(chain(2)), { start, steps: 30, damping: 1e-3 }));
 * console.log(value.energy); // -2.236
 * ```
 */
export function layersAmplitudes(model: tf.LayersModel): AmplitudeModel & { readonly theta: () => Float64Array } {
  const [input, output] = [model.inputs, model.outputs].map((tensors) => tensors[0]!.shape) as [tf.Shape, tf.Shape];
  const isPlain = model.inputs.length === 1 && model.outputs.length === 1;
  if (!isPlain || input.length !== 2 || input[1] === null || output.length !== 2 || output[1] !== 2) {
    throw new ShapeError(
      `layersAmplitudes: a model from [batch, n] to [batch, 2] required, got [${input}] to [${output}]`,
    );
  }
  const qubits = input[1]!;
  const weights = model.trainableWeights;
  const sizes = weights.map(({ shape }) => shape.reduce((size: number, n) => size * n!, 1));
  const parameters = sizes.reduce((sum, size) => sum + size, 0);
  const theta = (): Float64Array => Float64Array.from(weights.flatMap((weight) => [...weight.read().dataSync()]));
  const set = (at: Float64Array): void => {
    let from = 0;
    weights.forEach((weight, k) => {
      const values = Float32Array.from(at.subarray(from, from + sizes[k]!));
      from += sizes[k]!;
      const tensor = tf.tensor(values, weight.shape as number[]);
      weight.write(tensor);
      tensor.dispose();
    });
  };
  const logAmplitudes = (at: Float64Array, rows: Uint8Array): LogAmplitudes => {
    checkTheta('logAmplitudes', { parameters }, at);
    const count = rowsIn('logAmplitudes', new Array<number>(qubits).fill(2), rows);
    const applied = (): tf.Tensor2D => {
      const spins = tf.tensor2d(
        Float32Array.from(rows, (v) => 1 - 2 * v),
        [count, qubits],
      );
      return model.apply(spins) as tf.Tensor2D;
    };
    set(at);
    const values = tf.tidy(() => applied().dataSync());
    const part = (k: 0 | 1): Float64Array => Float64Array.from({ length: count }, (_, row) => values[2 * row + k]!);
    const pullback = (a: Float64Array, b: Float64Array): Float64Array => {
      set(at);
      const variables = weights.map((weight) => weight.read() as tf.Variable);
      const { value, grads } = tf.variableGrads(() => {
        const cotangent = tf.tensor2d(
          Float32Array.from({ length: 2 * count }, (_, k) => (k % 2 === 0 ? a : b)[k >> 1]!),
          [count, 2],
        );
        return tf.sum(tf.mul(applied(), cotangent)).asScalar();
      }, variables);
      const gradient = Float64Array.from(variables.flatMap(({ name }) => [...grads[name]!.dataSync()]));
      tf.dispose([value, grads]);
      return gradient;
    };
    return { re: part(0), im: part(1), pullback };
  };
  const start = (stream: RandomStream): Float64Array => theta().map((x) => x + SPREAD * stream.normal());
  return { parameters, qubits, start, logAmplitudes, sample: null, theta };
}

/** Standard deviation by which a start is moved from the model's own weights. */
const SPREAD = 0.01;
