/** @file A classifier by a tensor network as a layer of a TensorFlow.js model. */

import * as tf from '@tensorflow/tfjs';
import { DomainError, ShapeError } from '../errors.ts';
import { angleFeatures, bornClassifier, type Classifier, labelledNetwork } from '../likelihood/classifier.ts';
import { randomStream } from '../linalg/random.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { firstOrder, float64Of } from './first-order.ts';
import { jsonOfNumbers, numbersOfJson } from './json-config.ts';

export interface TensorClassifierOptions {
  /** A chain or tree of free tensors with a site of dimension 2 for each input. */
  readonly network: TensorNetwork;
  readonly classes: number;
  /** Hold imaginary parts of tensors at zero; default false, which trains far better. */
  readonly real?: boolean;
  /** Seed of the initial θ; default 1. */
  readonly seed?: number;
  /** Initial θ, shape (P,); default drawn with the seed. */
  readonly theta?: ArrayLike<number>;
  readonly name?: string;
  readonly trainable?: boolean;
}

type LayerConfig = ConstructorParameters<typeof tf.layers.Layer>[0];

/**
 * The layer x ↦ p(class | x): every number x becomes (cos πx/2, sin πx/2), the tensor network takes the product of all, and the
 * leg in its middle is the label, by the Born rule.
 *
 *     input  [batch, n]          numbers from 0 to 1
 *     output [batch, classes]    probabilities
 *
 * For `sparseCategoricalCrossentropy`, `categoricalCrossentropy`, or any other loss of probabilities; Adam with a rate near 0.005
 * and batches near 50. It is a first layer: it has no gradient with respect to its input.
 *
 * @see Stoudenmire & Schwab, NIPS 2016, arXiv:1605.05775
 */
export class TensorClassifier extends tf.layers.Layer {
  static readonly className = 'TensorClassifier';
  readonly network: TensorNetwork;
  readonly #classifier: Classifier;
  readonly #real: boolean;
  readonly #initial: Float32Array;
  #theta: ReturnType<tf.layers.Layer['addWeight']> | undefined;

  /** @throws {DomainError} sites of another dimension than 2, fewer than two classes; @throws {ShapeError} theta of another length */
  constructor({ network, classes, real = false, seed = 1, theta, ...rest }: TensorClassifierOptions) {
    super({ inputShape: [network.boundary.length], ...rest } as LayerConfig);
    const other = network.boundary.find((leg) => network.dimensions[leg] !== 2);
    if (other !== undefined) {
      throw new DomainError(`TensorClassifier: sites of dimension 2 required, got ${network.dimensions[other]}`);
    }
    this.network = network;
    this.#real = real;
    this.#classifier = bornClassifier(labelledNetwork(network, classes), { real });
    this.#initial = Float32Array.from(theta ?? this.#classifier.start(randomStream(seed, 'tensor classifier')));
    if (this.#initial.length !== this.#classifier.parameters) {
      throw new ShapeError(
        `TensorClassifier: ${this.#classifier.parameters} parameters required, got ${this.#initial.length}`,
      );
    }
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    this.computeOutputShape(inputShape);
    this.#theta = this.addWeight('theta', [this.#classifier.parameters], 'float32', tf.initializers.zeros());
    const initial = tf.tensor1d(this.#initial);
    this.#theta.write(initial);
    initial.dispose();
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const sites = this.network.boundary.length;
    if (shape.length !== 2 || shape[1] !== sites) {
      throw new ShapeError(`TensorClassifier: inputs of shape [batch, ${sites}] required, got [${shape}]`);
    }
    return [shape[0]!, this.#classifier.classes];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const features = featuresOf(Array.isArray(inputs) ? inputs[0]! : inputs);
      const classifier = this.#classifier;
      const operation = firstOrder((theta) => ({
        value: tf.tensor2d(Float32Array.from(classifier.probabilities(float64Of(theta), features)), [
          features.length / classifier.features,
          classifier.classes,
        ]),
        pullback: (cotangent) =>
          tf.tensor1d(Float32Array.from(classifier.pullback(float64Of(theta), features, float64Of(cotangent)))),
      }));
      return operation(this.#theta!.read());
    });
  }

  override getConfig(): tf.serialization.ConfigDict {
    return {
      ...super.getConfig(),
      network: numbersOfJson(this.network),
      classes: this.#classifier.classes,
      real: this.#real,
      theta: [...(this.#theta === undefined ? this.#initial : this.#theta.read().dataSync())],
    };
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    type: tf.serialization.SerializableConstructor<T>,
    { network, ...rest }: tf.serialization.ConfigDict,
  ): T {
    return new type({ ...rest, network: jsonOfNumbers(network as number[]) } as tf.serialization.ConfigDict);
  }
}

tf.serialization.registerClass(TensorClassifier);

function featuresOf(inputs: tf.Tensor): Float64Array {
  const values = inputs.dataSync();
  const wrong = values.findIndex((x) => !(x >= 0 && x <= 1));
  if (wrong >= 0) {
    throw new DomainError(`TensorClassifier: numbers from 0 to 1 required, got ${values[wrong]} at entry ${wrong}`);
  }
  return angleFeatures(values);
}
