/** @file A generative model of discrete data as a layer of a TensorFlow.js model: exact likelihoods in, exact samples out. */

import * as tf from '@tensorflow/tfjs';
import { DomainError, ShapeError } from '../errors.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { bornMachine } from '../likelihood/born-machine.ts';
import type { LikelihoodModel } from '../likelihood/likelihood-model.ts';
import { randomStream } from '../linalg/random.ts';
import { firstOrder, float64Of } from './first-order.ts';
import { jsonOfNumbers, numbersOfJson } from './json-config.ts';

export interface LikelihoodLayerOptions {
  /** The network whose Born machine it is, see `bornMachine`. */
  readonly network: GenerativeNetwork;
  /** Hold imaginary parts of tensors at zero; default false. */
  readonly real?: boolean;
  /** Initial θ, shape (P,); default drawn with the seed. */
  readonly theta?: ArrayLike<number>;
  /** Seed of the initial θ; default 1. */
  readonly seed?: number;
  readonly inputShape?: tf.Shape;
  readonly name?: string;
  readonly trainable?: boolean;
}

/** What is wanted of samples. */
export interface SampleOptions {
  /** Default 1. */
  readonly seed?: number;
  /** Digits that are held, −1 where free, shape (n,): samples of the conditional distribution. */
  readonly given?: ArrayLike<number>;
}

type LayerConfig = ConstructorParameters<typeof tf.layers.Layer>[0];

/**
 * The layer v ↦ −log p_θ(v) for rows of digits:
 *
 *     input  [batch, n]    digits, 0 … dimension − 1 of each site
 *     output [batch, 1]    nats
 *
 * Compiled with `likelihoodLoss` it is trained by `fit`; `sample` draws rows, `score` tells the nats of data held out. Computed in
 * float64, one operation for the batch, on every backend; saved and loaded with its model.
 */
export class LikelihoodLayer extends tf.layers.Layer {
  static readonly className = 'LikelihoodLayer';
  readonly network: GenerativeNetwork;
  readonly model: LikelihoodModel;
  readonly #real: boolean;
  readonly #initial: Float32Array;
  #theta: ReturnType<tf.layers.Layer['addWeight']> | undefined;

  /** @throws {ShapeError} theta does not have the network's number of parameters */
  constructor({ network, real = false, theta, seed = 1, ...rest }: LikelihoodLayerOptions) {
    const model = bornMachine(network, { real });
    super({ inputShape: [model.dimensions.length], ...rest } as LayerConfig);
    this.network = network;
    this.model = model;
    this.#real = real;
    this.#initial = Float32Array.from(theta ?? model.start(randomStream(seed, 'likelihood layer')));
    if (this.#initial.length !== model.parameters) {
      throw new ShapeError(`LikelihoodLayer: ${model.parameters} parameters required, got ${this.#initial.length}`);
    }
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    this.computeOutputShape(inputShape);
    this.#theta = this.addWeight('theta', [this.model.parameters], 'float32', tf.initializers.zeros());
    const initial = tf.tensor1d(this.#initial);
    this.#theta.write(initial);
    initial.dispose();
    super.build(inputShape);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const sites = this.model.dimensions.length;
    if (shape.length !== 2 || shape[1] !== sites) {
      throw new ShapeError(`LikelihoodLayer: inputs of shape [batch, ${sites}] required, got [${shape}]`);
    }
    return [shape[0]!, 1];
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const rows = Array.isArray(inputs) ? inputs[0]! : inputs;
      return tf.reshape(logProbabilitiesTensor(this.model, rows)(this.#theta!.read()), [-1, 1]).neg();
    });
  }

  /** The present θ, shape (P,). */
  theta(): Float64Array {
    return this.#theta === undefined ? Float64Array.from(this.#initial) : float64Of(this.#theta.read());
  }

  /** Exact, independent samples, shape [count, n], int32; the same for the same seed. */
  sample(count: number, { seed = 1, given }: SampleOptions = {}): tf.Tensor2D {
    const held = given && Int16Array.from(given);
    const rows = this.model.sample(this.theta(), randomStream(seed, 'samples'), count, held);
    return tf.tensor2d(Int32Array.from(rows), [count, this.model.dimensions.length], 'int32');
  }

  /** Mean −log p of rows, shape [rows, n], in nats, computed in float64. */
  score(rows: tf.Tensor2D): number {
    return -this.model.logLikelihood(this.theta(), digitsOf(rows)).value;
  }

  override getConfig(): tf.serialization.ConfigDict {
    const network = numbersOfJson(this.network);
    return { ...super.getConfig(), network, real: this.#real, theta: [...this.theta()] };
  }

  static override fromConfig<T extends tf.serialization.Serializable>(
    type: tf.serialization.SerializableConstructor<T>,
    { network, ...rest }: tf.serialization.ConfigDict,
  ): T {
    return new type({ ...rest, network: jsonOfNumbers(network as number[]) } as tf.serialization.ConfigDict);
  }
}

tf.serialization.registerClass(LikelihoodLayer);

/**
 * The mean of −log p over the batch, in nats: the loss for a model that ends in a `LikelihoodLayer`. What `fit` is given as
 * targets does not enter; `tf.zeros([rows, 1])` will do.
 */
export function likelihoodLoss(_targets: tf.Tensor, nats: tf.Tensor): tf.Scalar {
  return tf.mean(nats).asScalar();
}

/**
 * log p_θ of rows as a function of a float32 tensor θ, shape (P,): one operation for the batch with one derivative, both
 * computed in float64.
 *
 * @param rows - digits, shape [rows, n]
 * @returns θ ↦ log p, shape [rows]; the second derivative throws a DomainError
 * @throws {ShapeError | DomainError} digits out of range, or that are no integers
 */
export function logProbabilitiesTensor(model: LikelihoodModel, rows: tf.Tensor): (theta: tf.Tensor) => tf.Tensor1D {
  const digits = digitsOf(rows);
  const operation = firstOrder((theta) => ({
    value: tf.tensor1d(Float32Array.from(model.logProbabilities(float64Of(theta), digits))),
    pullback: (cotangent) => tf.tensor1d(gradientOf(model, float64Of(theta), digits, float64Of(cotangent))),
  }));
  return (theta) => operation(theta) as tf.Tensor1D;
}

/** Σ_r c_r ∂ log p(v_r)/∂θ: the model takes weights, so rows of positive and of negative cotangent go one after the other. */
function gradientOf(
  model: LikelihoodModel,
  theta: Float64Array,
  digits: Uint8Array,
  cotangent: Float64Array,
): Float32Array {
  const sum = new Float32Array(theta.length);
  for (const sign of [1, -1]) {
    const weights = cotangent.map((c) => Math.max(0, sign * c));
    const total = weights.reduce((all, w) => all + w, 0);
    if (total === 0) continue;
    const { gradient } = model.logLikelihood(theta, digits, weights);
    for (let k = 0; k < sum.length; k++) sum[k]! += sign * total * gradient[k]!;
  }
  return sum;
}

/** The entries of a tensor as digits. */
function digitsOf(rows: tf.Tensor): Uint8Array {
  const values = rows.dataSync();
  const digits = Uint8Array.from(values);
  const wrong = values.findIndex((x, k) => x !== digits[k]);
  if (wrong >= 0) {
    throw new DomainError(`LikelihoodLayer: integers from 0 to 255 required, got ${values[wrong]} at entry ${wrong}`);
  }
  return digits;
}
