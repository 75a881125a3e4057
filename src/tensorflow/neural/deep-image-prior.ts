/** @file The deep image prior: a convolutional generator fitted to one noisy picture, and stopped before it learns the noise. */

import * as tf from '@tensorflow/tfjs';
import { DomainError, ShapeError } from '../../errors.ts';
import { randomStream } from '../../linalg/random.ts';
import { convolution, doubled } from './convolution.ts';
import { normalVariable } from './neural-network.ts';

/** The size of the generator and its training. */
export interface DeepImagePriorOptions {
  /** Doublings from the fixed noise at the input to the picture; default 2. */
  readonly doublings?: number;
  /** Channels of each layer; default 6. */
  readonly channels?: number;
  /** Default 400. */
  readonly steps?: number;
  /** Of Adam; default 0.005. */
  readonly learningRate?: number;
  /** Of the fixed input and the first weights; default 1. */
  readonly seed?: number;
}

/** What the generator makes after some steps. */
export interface DeepImagePriorStep {
  readonly step: number;
  /** Mean square of the difference from the noisy picture. */
  readonly loss: number;
  /** Row by row, between 0 and 1. */
  readonly picture: Float64Array;
}

/**
 * Fits a convolutional decoder to a picture, from random weights and a fixed random input,
 *
 *     noise, s/2^m ──■─▲──■─▲──■──■── picture, s      ■ convolution 3 × 3 with bias, and ReLU   ▲ doubling
 *
 * with a sigmoid at the end. What is smooth on the scale of the layers is learned first, noise of pixels last: stopped early, it
 * denoises, with nothing known but the picture.
 *
 * @param picture - square, values in [0, 1], row by row
 * @returns the start and every step
 * @throws {ShapeError} not a square whose side can be halved so often
 * @throws {DomainError} options that are not positive
 * @see Ulyanov, Vedaldi & Lempitsky, CVPR 2018, arXiv:1711.10925
 */
export function* deepImagePrior(
  picture: Float64Array,
  options: DeepImagePriorOptions = {},
): Generator<DeepImagePriorStep, void> {
  const { doublings = 2, channels = 6, steps = 400, learningRate = 0.005, seed = 1 } = options;
  const side = Math.sqrt(picture.length);
  const least = side / 2 ** doublings;
  if (!(Number.isInteger(least) && least >= 1)) {
    throw new ShapeError(
      `deepImagePrior: a square picture whose side can be halved ${doublings} times required, got ${picture.length} pixels`,
    );
  }
  const wrong = [channels, steps, learningRate].find((x) => !(x > 0));
  if (wrong !== undefined) throw new DomainError(`deepImagePrior: positive options required, got ${wrong}`);
  const decoder = decoderOf(least, doublings, channels, seed);
  const target = tf.tensor4d(Float32Array.from(picture), [1, side, side, 1]);
  const adam = tf.train.adam(learningRate);
  try {
    for (let step = 0; step <= steps; step++) {
      let made = new Float64Array(0);
      const loss = (): tf.Scalar => {
        const output = decoder.picture();
        made = Float64Array.from(output.dataSync());
        return tf.mean(tf.squaredDifference(output, target)).asScalar();
      };
      // The gradient is of use to all steps but the last.
      const reached = tf.tidy(
        () => (step < steps ? adam.minimize(loss, true, decoder.variables)! : loss()).dataSync()[0]!,
      );
      yield { step, loss: reached, picture: made };
    }
  } finally {
    tf.dispose([target, decoder.input, ...decoder.variables]);
    adam.dispose();
  }
}

function decoderOf(least: number, doublings: number, channels: number, seed: number) {
  const stream = randomStream(seed, 'deep image prior');
  const input = tf.tensor4d(Float32Array.from({ length: least * least * channels }, stream.normal), [
    1,
    least,
    least,
    channels,
  ]);
  const outputs = [...new Array<number>(doublings + 1).fill(channels), 1];
  const layers = outputs.map((count) => ({
    kernel: normalVariable(stream, [3, 3, channels, count], Math.sqrt(2 / (9 * channels))),
    bias: normalVariable(stream, [count], 0),
  }));
  const picture = (): tf.Tensor4D =>
    tf.tidy(() =>
      layers.reduce((x: tf.Tensor4D, { kernel, bias }, l) => {
        const sum = tf.add(convolution(x, kernel as tf.Tensor as tf.Tensor4D), bias) as tf.Tensor4D;
        if (l === layers.length - 1) return tf.sigmoid(sum);
        return l < doublings ? doubled(tf.relu(sum)) : tf.relu(sum);
      }, input),
    );
  return { input, variables: layers.flatMap(({ kernel, bias }) => [kernel, bias]), picture };
}
