/** @file A residual network that carries one distribution to another, with the length of its paths as a price. */

import * as tf from '@tensorflow/tfjs';
import { DomainError } from '../../errors.ts';
import type { IndependentGaussian } from '../../likelihood/gaussian-transport.ts';
import { type LayerPath, pathGeometry } from '../../likelihood/residual-path.ts';
import { randomStream } from '../../linalg/random.ts';
import { denseNetwork, type NeuralNetwork } from './neural-network.ts';

/** The size of the network and its training. */
export interface TransportOptions {
  /** Layers L; default 4. */
  readonly layers?: number;
  /** Units of each; default 16. */
  readonly hidden?: number;
  /** Points of the sample; default 128. */
  readonly points?: number;
  /** Price of a mismatch of moments beside the kinetic energy; default 100. */
  readonly weight?: number;
  /** Price of the kinetic energy; default 1. 0 leaves the paths free. */
  readonly kinetic?: number;
  /** Default 400. */
  readonly steps?: number;
  /** Of Adam; default 0.01. */
  readonly learningRate?: number;
  readonly seed?: number;
}

/** Where the network carries its sample after some steps. */
export interface TransportStep {
  readonly step: number;
  /** Mean over the sample of L Σ_l ‖x_{l+1} − x_l‖², at least the squared distance below. */
  readonly cost: number;
  /** Σ_k (Δμ_k)² + (Δσ_k)² for the moments of the sample before and after: no map between them costs less. */
  readonly squaredDistance: number;
  /** Mean square error of means and deviations from those wanted. */
  readonly mismatch: number;
  /** The paths of all points, on the last step only. */
  readonly paths: readonly LayerPath[] | null;
}

/**
 * Trains a residual network x_{l+1} = x_l + v_l(x_l)/L to carry one Gaussian to the moments of another, at least kinetic energy,
 *
 *     loss = κ E[(1/L) Σ_l ‖v_l‖²] + λ Σ_k (Δ mean_k)² + (Δ deviation_k)²,
 *
 * v_l dense with one hidden layer. Of all maps with these moments the optimal transport of Gaussians costs least, W₂² = Δμ² + Δσ², and its
 * paths are straight; so the closed form is a bound at every step, for the moments that are reached.
 *
 * @throws {DomainError} options that are not positive
 * @see Ruthotto & Haber, J. Math. Imaging Vis. 62, 352 (2020), for residual networks as transport
 */
export function* transportTraining(
  from: IndependentGaussian,
  to: IndependentGaussian,
  options: TransportOptions = {},
): Generator<TransportStep, void> {
  const { layers = 4, hidden = 16, points = 128, weight = 100, kinetic = 1 } = options;
  const { steps = 400, learningRate = 0.01, seed = 1 } = options;
  const wrong = [layers, points, weight, steps, learningRate].find((x) => !(x > 0));
  if (wrong !== undefined) throw new DomainError(`transportTraining: positive options required, got ${wrong}`);
  const width = from.mean.length;
  const stream = randomStream(seed, 'transport');
  const fields = Array.from({ length: layers }, () => denseNetwork([width, hidden, width], stream));
  const start = tf.tidy(() => {
    const values = Array.from({ length: points }, () =>
      from.mean.map((m, k) => m + from.deviation[k]! * stream.normal()),
    );
    return tf.tensor2d(values);
  });
  const goal = tf.tidy(() => [tf.tensor1d([...to.mean]), tf.tensor1d([...to.deviation])] as const);
  const adam = tf.train.adam(learningRate);
  const variables = fields.flatMap((field) => [...field.variables]);
  try {
    for (let step = 0; step <= steps; step++) {
      let figures: Omit<TransportStep, 'step'> | undefined;
      const loss = (): tf.Scalar => {
        const path = walked(fields, start);
        const cost = costOf(path);
        const [mean, deviation] = momentsOf(path.at(-1)!);
        const miss = tf.add(squares(tf.sub(mean, goal[0])), squares(tf.sub(deviation, goal[1]))).asScalar();
        const numbers = [cost, miss, distanceOf(start, mean, deviation)].map((x) => x.dataSync()[0]!);
        const paths = step === steps ? pathsOf(path, width) : null;
        figures = { cost: numbers[0]!, mismatch: numbers[1]!, squaredDistance: numbers[2]!, paths };
        return tf.add(tf.mul(kinetic, cost), tf.mul(weight, miss)).asScalar();
      };
      tf.tidy(() => {
        if (step < steps) adam.minimize(loss, false, variables);
        else loss();
      });
      yield { step, ...figures! };
    }
  } finally {
    tf.dispose([start, ...goal]);
    for (const field of fields) field.dispose();
    adam.dispose();
  }
}

function walked(fields: readonly NeuralNetwork[], start: tf.Tensor2D): readonly tf.Tensor2D[] {
  const path = [start];
  for (const field of fields) {
    const x = path.at(-1)!;
    path.push(tf.add(x, tf.div(field.apply(x), fields.length)) as tf.Tensor2D);
  }
  return path;
}

/** L Σ_l mean ‖x_{l+1} − x_l‖². */
function costOf(path: readonly tf.Tensor2D[]): tf.Scalar {
  const steps = path.slice(1).map((x, l) => squares(tf.sub(x, path[l]!)));
  return tf.mul(tf.addN(steps), (path.length - 1) / path[0]!.shape[0]).asScalar();
}

const squares = (x: tf.Tensor): tf.Scalar => tf.sum(tf.square(x)).asScalar();

/** Mean and standard deviation of each coordinate. */
function momentsOf(x: tf.Tensor2D): readonly [tf.Tensor, tf.Tensor] {
  const mean = tf.mean(x, 0);
  return [mean, tf.sqrt(tf.mean(tf.square(tf.sub(x, mean)), 0))];
}

function distanceOf(start: tf.Tensor2D, mean: tf.Tensor, deviation: tf.Tensor): tf.Scalar {
  const [first, spread] = momentsOf(start);
  return tf.add(squares(tf.sub(mean, first)), squares(tf.sub(deviation, spread))).asScalar();
}

function pathsOf(path: readonly tf.Tensor2D[], width: number): readonly LayerPath[] {
  const layers = path.map((x) => Float64Array.from(x.dataSync()));
  return Array.from({ length: path[0]!.shape[0] }, (_, row) => {
    const points = layers.map((layer) => layer.slice(row * width, (row + 1) * width));
    return { points, ...pathGeometry(points) };
  });
}
