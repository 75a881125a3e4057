/** @file A generative network as a layer of a TensorFlow.js model. */

import * as tf from '@tensorflow/tfjs';
import { DomainError, ShapeError } from '../errors.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { environmentDimension, siteDimensions } from '../generative/generative-network.ts';
import { sizeOf } from '../linalg/complex.ts';
import { batchStateTensor } from './batch-op.ts';
import { float64Of } from './first-order.ts';
import { jsonOfNumbers, numbersOfJson } from './json-config.ts';

export interface NetworkLayerOptions {
  readonly network: GenerativeNetwork;
  /** Initial θ, shape (P,); default all zero. */
  readonly theta?: ArrayLike<number>;
  readonly name?: string;
  readonly trainable?: boolean;
}

type LayerConfig = ConstructorParameters<typeof tf.layers.Layer>[0];

/**
 * The layer x ↦ |ψ(θ + x)⟩: its weight is θ, its input a shift of the parameters for every example of the batch.
 * Behind a dense layer it makes a family of states from data; behind zeros it is the network alone.
 *
 *     input  [batch, P]      shifts of the P parameters
 *     output [batch, D, 2]   amplitudes (re, im), D = 2ⁿ for n qubits
 *
 * Computed in float64 by `batchStateTensor`, one operation for the batch. It is saved and loaded with its model.
 */
export class GenerativeNetworkLayer extends tf.layers.Layer {
  static readonly className = 'GenerativeNetworkLayer';
  readonly network: GenerativeNetwork;
  readonly #initial: Float32Array;
  #theta: ReturnType<tf.layers.Layer['addWeight']> | undefined;

  /** @throws {ShapeError} theta does not have the network's number of parameters */
  constructor({ network, theta, ...rest }: NetworkLayerOptions) {
    super(rest as LayerConfig);
    this.network = network;
    this.#initial = Float32Array.from(theta ?? new Float32Array(network.parameters));
    if (this.#initial.length !== network.parameters) {
      throw new ShapeError(
        `GenerativeNetworkLayer: ${network.parameters} parameters required, got ${this.#initial.length}`,
      );
    }
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    checkShape(this.network, inputShape);
    this.#theta = this.addWeight('theta', [this.network.parameters], 'float32', tf.initializers.zeros());
    const initial = tf.tensor1d(this.#initial);
    this.#theta.write(initial);
    initial.dispose();
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return [checkShape(this.network, inputShape), dimensionOf(this.network), 2];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const shifts = Array.isArray(inputs) ? inputs[0]! : inputs;
      const { re, im } = batchStateTensor(this.network)(tf.add(shifts, this.#theta!.read()));
      return tf.stack([re, im], 2);
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    const theta = this.#theta === undefined ? this.#initial : float64Of(this.#theta.read());
    return {
      ...super.getConfig(),
      network: numbersOfJson(this.network),
      theta: [...theta],
    };
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    type: tf.serialization.SerializableConstructor<T>,
    { network, ...rest }: tf.serialization.ConfigDict,
  ): T {
    return new type({ ...rest, network: jsonOfNumbers(network as number[]) } as tf.serialization.ConfigDict);
  }
}

tf.serialization.registerClass(GenerativeNetworkLayer);

/**
 * Mean infidelity of the generated states with the targets, 1 − |⟨t|ψ⟩|² for normalised states: a loss for
 * `model.compile`. It is ‖ψ − ⟨t|ψ⟩t‖², which keeps its digits near zero.
 *
 * @param target - normalised amplitudes, shape [batch, D, 2]
 * @param generated - shape [batch, D, 2]
 */
export function infidelityLoss(target: tf.Tensor, generated: tf.Tensor): tf.Scalar {
  return tf.tidy(() => {
    const [tre, tim] = tf.unstack(target, 2) as [tf.Tensor, tf.Tensor];
    const [re, im] = tf.unstack(generated, 2) as [tf.Tensor, tf.Tensor];
    const overlapRe = tf.sum(tf.add(tf.mul(tre, re), tf.mul(tim, im)), 1, true);
    const overlapIm = tf.sum(tf.sub(tf.mul(tre, im), tf.mul(tim, re)), 1, true);
    const restRe = tf.sub(re, tf.sub(tf.mul(overlapRe, tre), tf.mul(overlapIm, tim)));
    const restIm = tf.sub(im, tf.add(tf.mul(overlapRe, tim), tf.mul(overlapIm, tre)));
    return tf.mean(tf.sum(tf.add(tf.square(restRe), tf.square(restIm)), 1)).asScalar();
  });
}

/** The batch dimension of a fitting input. */
function checkShape(network: GenerativeNetwork, inputShape: tf.Shape | tf.Shape[]): number | null {
  const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
  if (shape.length !== 2 || shape[1] !== network.parameters) {
    throw new DomainError(
      `GenerativeNetworkLayer: input of shape [batch, ${network.parameters}] required, got [${shape.map((size) => size ?? 'batch')}]`,
    );
  }
  return shape[0] ?? null;
}

function dimensionOf(network: GenerativeNetwork): number {
  return sizeOf(siteDimensions(network)) * environmentDimension(network);
}
