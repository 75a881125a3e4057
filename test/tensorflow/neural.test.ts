import * as tf from '@tensorflow/tfjs';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimised, solution } from '../../src/optimise/minimise.ts';
import type { Objective } from '../../src/optimise/objective.ts';
import type { SearchJournal } from '../../src/search-journal.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import { adversarialTraining, densePair, gaussianPair } from '../../src/tensorflow/neural/adversarial-training.ts';
import { convolution, doubled } from '../../src/tensorflow/neural/convolution.ts';
import { deepImagePrior } from '../../src/tensorflow/neural/deep-image-prior.ts';
import { layerPath } from '../../src/tensorflow/neural/layer-path.ts';
import { layersAmplitudes } from '../../src/tensorflow/neural/layers-amplitudes.ts';
import { batchNetwork, denseNetwork, normalTensor } from '../../src/tensorflow/neural/neural-network.ts';
import {
  blockMeans,
  type ProgressiveStage,
  progressiveTraining,
} from '../../src/tensorflow/neural/progressive-generator.ts';
import { transportTraining } from '../../src/tensorflow/neural/transport-network.ts';
import { interrupted } from '../helpers/interrupted.ts';

const normal = (name: string, shape: readonly number[]): tf.Tensor => {
  const stream = randomStream(1, name);
  const size = shape.reduce((product, n) => product * n, 1);
  return tf.tensor(Float32Array.from({ length: size }, stream.normal), [...shape]);
};
const difference = (a: tf.Tensor, b: tf.Tensor): number => tf.max(tf.abs(tf.sub(a, b))).dataSync()[0]!;
const last = <T>(steps: Iterable<T>): T => [...steps].at(-1)!;

let before = 0;
beforeEach(() => {
  before = tf.memory().numTensors;
});

/** Rows of N(mean, deviation²). */
const gaussian =
  (mean: number, deviation: number) =>
  (stream: ReturnType<typeof randomStream>, count: number): tf.Tensor2D =>
    normalTensor(stream, count, 1, { mean, deviation });

describe.each(await availableBackends())('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });
  afterEach(() => {
    expect(tf.memory().numTensors).toBe(before);
  });

  test('convolution is that of TensorFlow.js, for kernels of 1, 3 and 5', () => {
    tf.tidy(() => {
      const x = normal('x', [2, 5, 4, 3]) as tf.Tensor4D;
      for (const size of [1, 3, 5]) {
        const kernel = normal('kernel', [size, size, 3, 2]) as tf.Tensor4D;
        expect(difference(convolution(x, kernel), tf.conv2d(x, kernel, 1, 'same'))).toBeLessThan(1e-5);
      }
      expect(() => convolution(x, normal('k', [2, 2, 3, 1]) as tf.Tensor4D)).toThrow('k odd, required, got [2,2,3,1]');
    });
  });

  test('its derivatives by picture and kernel are finite differences', () => {
    tf.tidy(() => {
      const x = normal('x', [1, 3, 4, 2]) as tf.Tensor4D;
      const kernel = normal('kernel', [3, 3, 2, 2]) as tf.Tensor4D;
      const weights = normal('weights', [1, 6, 8, 2]);
      // Bilinear in picture and kernel, so that central differences are exact but for rounding.
      const loss = (a: tf.Tensor, b: tf.Tensor): tf.Scalar =>
        tf.sum(tf.mul(doubled(convolution(a as tf.Tensor4D, b as tf.Tensor4D)), weights)).asScalar();
      const gradients = tf.grads(loss)([x, kernel]);
      const directions = [normal('along x', x.shape), normal('along the kernel', kernel.shape)] as const;
      const quotient = (k: 0 | 1): number => {
        const at = (sign: number): number => {
          const moved = [x, kernel].map((t, i) => (i === k ? tf.add(t, tf.mul(directions[k], sign)) : t));
          return loss(moved[0]!, moved[1]!).dataSync()[0]!;
        };
        return (at(1) - at(-1)) / 2;
      };
      for (const k of [0, 1] as const) {
        const slope = tf.sum(tf.mul(gradients[k]!, directions[k])).dataSync()[0]!;
        expect(Math.abs(quotient(k) / slope - 1)).toBeLessThan(1e-4);
      }
    });
  });

  test('doubling repeats each pixel four times', () => {
    tf.tidy(() => {
      const x = tf.tensor4d([1, 2, 3, 4, 5, 6, 7, 8], [1, 2, 2, 2]);
      const rows = [1, 2, 1, 2, 3, 4, 3, 4, 1, 2, 1, 2, 3, 4, 3, 4, 5, 6, 5, 6, 7, 8, 7, 8, 5, 6, 5, 6, 7, 8, 7, 8];
      expect([...doubled(x).dataSync()]).toEqual(rows);
    });
    expect([...blockMeans(Float64Array.of(1, 3, 0, 0, 5, 7, 0, 8), 2, 1)]).toEqual([1, 5]);
  });

  test('a discriminator of a fixed generator learns ln p/q', () => {
    const pair = gaussianPair(); // q = N(0, 1)
    const options = { learningRate: 0, discriminatorRate: 0.1, batch: 200, steps: 60 };
    for (const _ of adversarialTraining(pair, gaussian(0.5, 1), options));
    // ln p/q = x/2 − 1/8
    const [c0, c1, c2] = pair.discriminator.variables[0]!.dataSync();
    expect(Math.abs(c0! + 0.125)).toBeLessThan(0.15);
    expect(Math.abs(c1! - 0.5)).toBeLessThan(0.15);
    expect(Math.abs(c2!)).toBeLessThan(0.1);
    expect([...pair.generator.variables.map((x) => x.dataSync()[0]!)]).toEqual([0, 1]);
    pair.generator.dispose();
    pair.discriminator.dispose();
  });

  test('a discriminator with a gradient penalty learns the logit that is least by quadrature', () => {
    const penalty = 1.5;
    const pair = gaussianPair(); // q = N(0, 1), p = N(1, 1)
    const options = { learningRate: 0, discriminatorRate: 0.05, batch: 400, steps: 150, penalty };
    for (const _ of adversarialTraining(pair, gaussian(1, 1), options));
    const learned = pair.discriminator.variables[0]!.dataSync();
    const step = 0.02;
    const loss: Objective = (c) => {
      let value = 0;
      const gradient = new Float64Array(3);
      for (let x = -7; x <= 8; x += step) {
        const [p, q] = [1, 0].map((mean) => (step * Math.exp(-((x - mean) ** 2) / 2)) / Math.sqrt(2 * Math.PI)) as [
          number,
          number,
        ];
        const [logit, slope] = [c[0]! + c[1]! * x + c[2]! * x * x, c[1]! + 2 * c[2]! * x];
        value += p * Math.log1p(Math.exp(-logit)) + q * Math.log1p(Math.exp(logit)) + (penalty / 2) * p * slope ** 2;
        const byLogit = q - (p + q) / (1 + Math.exp(logit));
        [1, x, x * x].forEach((power, k) => {
          gradient[k]! += byLogit * power + penalty * p * slope * [0, 1, 2 * x][k]!;
        });
      }
      return { value, gradient };
    };
    const { x: best } = minimised(loss, lbfgs(), new Float64Array(3), { maxSteps: 100 }).value;
    expect(best[1]!).toBeLessThan(0.5); // without a penalty it is 1
    best.forEach((value, k) => {
      expect(Math.abs(learned[k]! - value)).toBeLessThan(0.04);
    });
    pair.generator.dispose();
    pair.discriminator.dispose();
    expect(() => adversarialTraining(pair, gaussian(1, 1), { penalty: -1 }).next()).toThrow('penalty of at least 0');
  });

  test('a network of batches sees each row beside the deviation of its features over all rows', () => {
    const network = batchNetwork([2, 3], randomStream(4, 'batches'));
    const [weights, bias, first, firstBias, second, secondBias] = network.variables.map((x) => [...x.dataSync()]);
    const rows = [
      [0.3, -0.7],
      [1.1, 0.2],
      [-0.4, 0.5],
    ];
    const dense = (x: readonly number[], w: readonly number[], b: readonly number[]): number[] =>
      b.map((start, j) => x.reduce((sum, value, i) => sum + value * w[i * b.length + j]!, start));
    const features = rows.map((row) => dense(row, weights!, bias!).map(Math.tanh));
    const deviations = [0, 1, 2].map((j) => {
      const column = features.map((row) => row[j]!);
      const mean = column.reduce((sum, x) => sum + x / 3, 0);
      return Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2 / 3, 1e-6));
    });
    const deviation = deviations.reduce((sum, x) => sum + x / 3, 0);
    const expected = features.map(
      (row) => dense(dense([...row, deviation], first!, firstBias!).map(Math.tanh), second!, secondBias!)[0]!,
    );
    const x = tf.tensor2d(rows);
    const made = network.apply(x);
    made.dataSync().forEach((value, k) => {
      expect(value).toBeCloseTo(expected[k]!, 5);
    });
    tf.dispose([x, made]);
    network.dispose();
  });

  test('a pair whose discriminator sees batches plays with a penalty, the same game again', () => {
    const played = (): readonly number[] => {
      const pair = densePair({ latent: 2, hidden: 4, outputs: 3, features: 2 }, randomStream(1, 'pair'));
      const data = (stream: ReturnType<typeof randomStream>, count: number): tf.Tensor2D =>
        normalTensor(stream, count, 3);
      const values = [...adversarialTraining(pair, data, { steps: 4, penalty: 1 })].map(({ value }) => value);
      pair.generator.dispose();
      pair.discriminator.dispose();
      return values;
    };
    const values = played();
    expect(new Set(values).size).toBe(4);
    expect(values.every((value) => value < 0)).toBe(true);
    expect(played()).toEqual(values);
  });

  test('the game moves a generator to the data, and the same seed plays the same game', () => {
    const played = (): readonly number[] => {
      const pair = gaussianPair();
      const options = { learningRate: 0.01, batch: 64, steps: 40, memory: 0 };
      const values = [...adversarialTraining(pair, gaussian(1.2, 0.7), options)].map(({ value }) => value);
      const result = [...pair.generator.variables.map((x) => x.dataSync()[0]!), ...values];
      pair.generator.dispose();
      pair.discriminator.dispose();
      return result;
    };
    const first = played();
    expect(first[0]).toBeGreaterThan(0.3);
    expect(played()).toEqual(first);
  });

  test('a game that is interrupted goes on from its journal to the same bits', () => {
    const data = (stream: ReturnType<typeof randomStream>, count: number): tf.Tensor2D =>
      normalTensor(stream, count, 3);
    function* game(journal?: SearchJournal) {
      const pair = densePair({ latent: 2, hidden: 4, outputs: 3, features: 2 }, randomStream(1, 'pair'));
      try {
        const played: number[] = [];
        for (const { step, value } of adversarialTraining(pair, data, { steps: 50, batch: 16, penalty: 1, journal })) {
          expect(step).toBe(played.length);
          played.push(value);
          yield;
        }
        return [...pair.generator.variables, ...pair.discriminator.variables]
          .map((x) => [...x.dataSync()])
          .concat([played]);
      } finally {
        pair.generator.dispose();
        pair.discriminator.dispose();
      }
    }
    const { found, interruptions } = interrupted(game, 25);
    expect(interruptions).toBe(2);
    expect(found).toEqual(solution(game()));
  });

  test('a generator whose growth is interrupted grows on to the same bits', () => {
    const pictures = Float64Array.from({ length: 20 * 16 }, randomStream(1, 'pictures').uniform);
    function* grown(journal?: SearchJournal) {
      const options = { steps: 25, hidden: 5, latent: 2, batch: 8, features: 2, journal };
      const steps = progressiveTraining(pictures, 4, options);
      const values: number[] = [];
      try {
        for (let next = steps.next(); ; next = steps.next()) {
          if (next.done) {
            const { generator } = next.value.at(-1)!;
            const made = generator.variables.map((x) => [...x.dataSync()]);
            generator.dispose();
            return { made, values };
          }
          values.push(next.value.side, next.value.step, next.value.value);
          yield;
        }
      } finally {
        steps.return([]);
      }
    }
    const { found, interruptions } = interrupted(grown, 22);
    expect(interruptions).toBeGreaterThan(1);
    expect(found).toEqual(solution(grown()));
  });

  test('a stage is grown with those below it frozen', () => {
    const pictures = Float64Array.from({ length: 20 * 16 }, randomStream(1, 'pictures').uniform);
    const options = { steps: 3, hidden: 5, latent: 2, batch: 8, features: 2, penalty: 1 };
    const [coarse, fine] = solution(progressiveTraining(pictures, 4, options));
    const [alone] = solution(progressiveTraining(blockMeans(pictures, 4, 2), 2, options));
    const values = ({ generator }: ProgressiveStage): readonly number[][] =>
      generator.variables.map((x) => [...x.dataSync()]);
    expect(values(coarse!)).toEqual(values(alone!));
    expect(fine!.generator.variables.slice(0, 6)).toEqual(coarse!.generator.variables);
    const z = normalTensor(randomStream(3, 'z'), 2, 4);
    const made = fine!.generator.apply(z);
    expect(made.shape).toEqual([2, 16]);
    expect(made.dataSync().every((x) => x > 0 && x < 1)).toBe(true);
    tf.dispose([z, made]);
    fine!.generator.dispose();
    alone!.generator.dispose();
    for (const { side } of progressiveTraining(pictures, 4, options)) if (side === 4) break; // leaves nothing behind
    expect(() => [...progressiveTraining(pictures, 5)]).toThrow('a side of 2 · 2^m required, got 5');
    expect(() => [...progressiveTraining(new Float64Array(5), 4)]).toThrow('pictures of 16 pixels');
  });

  test('a deep image prior comes nearer to its picture, and starts from pictures in [0, 1]', () => {
    const picture = Float64Array.from({ length: 64 }, (_, k) => (k % 8 < 4 ? 0.2 : 0.8));
    const steps = [...deepImagePrior(picture, { channels: 3, steps: 8, learningRate: 0.02 })];
    expect(steps.map(({ step }) => step)).toEqual(Array.from({ length: 9 }, (_, k) => k));
    expect(steps.at(-1)!.loss).toBeLessThan(steps[0]!.loss);
    const { picture: made, loss } = steps.at(-1)!;
    expect(made.reduce((sum, x, k) => sum + (x - picture[k]!) ** 2, 0) / 64).toBeCloseTo(loss, 6);
    expect([...deepImagePrior(picture, { channels: 3, steps: 8, learningRate: 0.02 })]).toEqual(steps);
    expect(() => [...deepImagePrior(new Float64Array(36))]).toThrow('halved 2 times');
  });

  test('paths through a model: its own layers, where they have the width of the input', () => {
    const layer = (kernel: number[], bias: number[]): tf.layers.Layer =>
      tf.layers.dense({
        units: 2,
        weights: [tf.tensor2d(kernel, [2, 2]), tf.tensor1d(bias)],
      });
    const first = tf.layers.dense({
      units: 2,
      inputShape: [2],
      weights: [tf.tensor2d([1, 0, 0, 1], [2, 2]), tf.tensor1d([3, 0])],
    });
    const model = tf.sequential({ layers: [first, layer([1, 0, 0, 1], [0, 4])] });
    const batch = tf.tensor2d([0, 0, 1, 1], [2, 2]);
    const paths = layerPath(model, batch);
    expect(paths[0]).toMatchObject({ length: 7, energy: 25, straightness: 5 / 7 });
    expect(paths[1]!.points.map((x) => [...x])).toEqual([
      [1, 1],
      [4, 1],
      [4, 5],
    ]);
    batch.dispose();
    model.dispose();
    before = tf.memory().numTensors; // initial weights stay with TensorFlow.js
  });

  test('a model of layers is a quantum state, with the derivatives of modulus and phase', () => {
    const kernelInitializer = tf.initializers.randomNormal({ stddev: 0.5, seed: 1 });
    const model = tf.sequential();
    model.add(tf.layers.dense({ units: 3, inputShape: [2], activation: 'tanh', kernelInitializer }));
    model.add(tf.layers.dense({ units: 2, kernelInitializer }));
    const state = layersAmplitudes(model);
    expect([state.qubits, state.parameters]).toEqual([2, 17]);
    const [rows, theta] = [Uint8Array.of(0, 0, 0, 1, 1, 1), state.start(randomStream(1, 'start'))];
    const [a, b] = [Float64Array.of(1, -2, 0.5), Float64Array.of(0.3, 1, -1)];
    const { re, im, pullback } = state.logAmplitudes(theta, rows);
    const gradient = pullback(a, b);
    const along = theta.map((_, k) => Math.cos(k));
    const at = (h: number): number => {
      const moved = state.logAmplitudes(
        theta.map((x, k) => x + h * along[k]!),
        rows,
      );
      return a.reduce((sum, x, row) => sum + x * moved.re[row]! + b[row]! * moved.im[row]!, 0);
    };
    const slope = gradient.reduce((sum, x, k) => sum + x * along[k]!, 0);
    expect((at(0.02) - at(-0.02)) / 0.04).toBeCloseTo(slope, 2);
    // The same numbers from the model itself, with the weights set.
    const spins = tf.tensor2d([1, 1, 1, -1, -1, -1], [3, 2]);
    state.logAmplitudes(theta, rows);
    const own = tf.tidy(() => [...(model.predict(spins) as tf.Tensor).dataSync()]);
    expect([...re].flatMap((x, row) => [x, im[row]!])).toEqual(own);
    spins.dispose();
    model.dispose();
    expect(() => layersAmplitudes(tf.sequential({ layers: [tf.layers.dense({ units: 3, inputShape: [2] })] }))).toThrow(
      'a model from [batch, n] to [batch, 2] required',
    );
    before = tf.memory().numTensors;
  });

  test('transport is never cheaper than that of Gaussians with its moments, and the kinetic price makes it cheaper', () => {
    const [from, to] = [
      { mean: [0], deviation: [1] },
      { mean: [1], deviation: [0.5] },
    ];
    const options = { points: 32, hidden: 8, layers: 3, steps: 40, learningRate: 0.03 };
    const steps = [...transportTraining(from, to, options)];
    for (const { cost, squaredDistance } of steps) expect(cost).toBeGreaterThan(squaredDistance * (1 - 1e-5));
    expect(steps.at(-1)!.mismatch).toBeLessThan(steps[0]!.mismatch / 50);
    const free = last(transportTraining(from, to, { ...options, kinetic: 0 }));
    expect(steps.at(-1)!.cost / steps.at(-1)!.squaredDistance).toBeLessThan(free.cost / free.squaredDistance);
    const { paths, cost } = steps.at(-1)!;
    expect(paths!.reduce((sum, { energy }) => sum + 2 * energy, 0) / 32).toBeCloseTo(cost, 4);
  });

  test('a dense network has the widths that are asked for', () => {
    const network = denseNetwork([3, 4, 2], randomStream(1, 'network'));
    expect(network.variables.map(({ shape }) => shape)).toEqual([[3, 4], [4], [4, 2], [2]]);
    network.dispose();
    expect(() => denseNetwork([3], randomStream(1, 'x'))).toThrow('got [3]');
  });
});
