import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { barsAndStripesRows } from '../../datasets/index.ts';
import { matrixProductState } from '../../models/index.ts';
import { bornMachine } from '../../src/likelihood/born-machine.ts';
import { angleFeatures, bornClassifier, labelledNetwork } from '../../src/likelihood/classifier.ts';
import { sampleScore } from '../../src/likelihood/scores.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import { directoryHandler } from '../../src/tensorflow/directory-handler.ts';
import { LikelihoodLayer, likelihoodLoss, logProbabilitiesTensor } from '../../src/tensorflow/likelihood-layer.ts';
import { TensorClassifier } from '../../src/tensorflow/tensor-classifier.ts';
import { TensorTrainDense } from '../../src/tensorflow/tensor-train-dense.ts';

const data = barsAndStripesRows(3, 3);
const rowsTensor = (): tf.Tensor2D => tf.tensor2d(Int32Array.from(data.digits), [data.count, 9], 'int32');

/** A model of bars and stripes after some epochs. */
async function trained(epochs: number): Promise<{ model: tf.Sequential; layer: LikelihoodLayer }> {
  const layer = new LikelihoodLayer({ network: matrixProductState(data.dimensions, { bond: 8 }), seed: 3 });
  const model = tf.sequential({ layers: [layer] });
  model.compile({ optimizer: tf.train.adam(0.05), loss: likelihoodLoss });
  const [rows, targets] = [rowsTensor(), tf.zeros([data.count, 1])];
  await model.fit(rows, targets, { epochs, batchSize: data.count, shuffle: false, verbose: 0 });
  tf.dispose([rows, targets]);
  return { model, layer };
}

describe.each(await availableBackends())('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });

  test('a Born machine learns bars and stripes by fit, scores them, and draws nothing else', async () => {
    const { layer } = await trained(150);
    expect(tf.tidy(() => layer.score(rowsTensor()))).toBeLessThan(Math.log(14) + 0.01);
    const samples = layer.sample(400, { seed: 5 });
    const { valid, coverage } = sampleScore(Uint8Array.from(samples.dataSync()), data);
    expect(valid).toBeGreaterThan(0.98);
    expect(coverage).toBe(1);
    const given = [1, 0, 0, -1, -1, -1, -1, -1, -1]; // only the bar on the left has this first row
    expect([...layer.sample(1, { given }).dataSync()]).toEqual([1, 0, 0, 1, 0, 0, 1, 0, 0]);
  });

  test('the same seeds give the same numbers', async () => {
    const [a, b] = [await trained(3), await trained(3)];
    expect(a.layer.theta()).toEqual(b.layer.theta());
    expect([...a.layer.sample(5).dataSync()]).toEqual([...b.layer.sample(5).dataSync()]);
  });

  test('it is saved and loaded with its model', async () => {
    const { model, layer } = await trained(2);
    const folder = await mkdtemp(join(tmpdir(), 'likelihood-'));
    await model.save(directoryHandler(folder));
    const loaded = await tf.loadLayersModel(directoryHandler(folder));
    await rm(folder, { recursive: true });
    const again = loaded.layers.find((one) => one instanceof LikelihoodLayer)!;
    expect(again.theta()).toEqual(layer.theta());
    expect(again.sample(3).arraySync()).toEqual(layer.sample(3).arraySync());
  });

  test('log probabilities have the gradient of the float64 model, also for cotangents of both signs', () => {
    const model = bornMachine(matrixProductState([2, 2, 2], { bond: 2 }));
    const theta = model.start(randomStream(1, 'x')).map(Math.fround);
    const rows = [0, 0, 1, 1, 0, 1];
    const weights = [0.5, -2];
    const gradient = tf.tidy(() =>
      tf
        .grad((x) => {
          const logs = logProbabilitiesTensor(model, tf.tensor2d(rows, [2, 3]))(x);
          return tf.sum(tf.mul(logs, weights));
        })(tf.tensor1d(Float32Array.from(theta)))
        .dataSync(),
    );
    const slopes = [0, 1].map(
      (r) => model.logLikelihood(theta, Uint8Array.from(rows.slice(3 * r, 3 * r + 3))).gradient,
    );
    for (const [k, x] of gradient.entries()) {
      expect(x).toBeCloseTo(weights[0]! * slopes[0]![k]! + weights[1]! * slopes[1]![k]!, 4);
    }
  });

  test('no tensor is left behind', async () => {
    const { model, layer } = await trained(1);
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      model.predict(rowsTensor());
      layer.sample(2);
      layer.score(rowsTensor());
    });
    expect(tf.memory().numTensors).toBe(before);
  });

  test('a tensor-train layer is the dense layer at full bond, and trains', async () => {
    const stream = randomStream(2, 'kernel');
    const kernel = Float32Array.from({ length: 12 * 8 }, () => stream.normal());
    const options = { inputs: [3, 2, 2], outputs: [2, 2, 2], kernel };
    const layer = new TensorTrainDense({ ...options, bond: 64 });
    const x = tf.tensor2d(
      Float32Array.from({ length: 5 * 12 }, () => stream.normal()),
      [5, 12],
    );
    const [train, dense] = [layer.apply(x) as tf.Tensor, tf.matMul(x, tf.tensor2d(kernel, [12, 8]))];
    expect(tf.max(tf.abs(tf.sub(train, dense))).dataSync()[0]).toBeLessThan(1e-5);
    const small = new TensorTrainDense({ inputs: [4, 7, 7, 4], outputs: [4, 4, 4, 4], bond: 3 });
    expect(small.compression).toBeCloseTo((784 * 256) / (3 * 16 + 9 * 28 + 9 * 28 + 3 * 16), 10);
    const model = tf.sequential({ layers: [new TensorTrainDense({ inputs: [3, 4], outputs: [1, 1], bond: 3 })] });
    model.compile({ optimizer: tf.train.adam(0.05), loss: 'meanSquaredError' });
    const targets = tf.matMul(x, tf.tensor2d(kernel.subarray(0, 12), [12, 1]));
    const { history } = await model.fit(x, targets, { epochs: 100, verbose: 0, shuffle: false });
    expect(Number(history.loss!.at(-1))).toBeLessThan(0.05 * Number(history.loss![0]));
  });
});

describe('the classifier', () => {
  beforeAll(async () => {
    await initBackend();
  });

  test('has the probabilities and gradients of the Born rule', () => {
    const classifier = bornClassifier(labelledNetwork(matrixProductState([2, 2, 2, 2], { bond: 3 }), 3));
    const stream = randomStream(1, 'classifier');
    const theta = classifier.start(stream).map((x) => x + 0.3 * stream.normal());
    const features = angleFeatures(Float64Array.from({ length: 12 }, () => stream.uniform()));
    const p = classifier.probabilities(theta, features);
    for (let row = 0; row < 3; row++) {
      expect(p.subarray(3 * row, 3 * row + 3).reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 12);
    }
    const cotangent = p.map(() => stream.normal());
    const value = (at: Float64Array): number =>
      classifier.probabilities(at, features).reduce((sum, x, k) => sum + x * cotangent[k]!, 0);
    const gradient = classifier.pullback(theta, features, cotangent);
    const direction = theta.map(() => stream.normal());
    const along = (t: number): number => value(theta.map((x, k) => x + t * direction[k]!));
    const slope = gradient.reduce((sum, x, k) => sum + x * direction[k]!, 0);
    expect((along(1e-5) - along(-1e-5)) / 2e-5).toBeCloseTo(slope, 6);
  });

  test('tells bars from stripes, which no linear function can', async () => {
    const rows = [...Array(data.count).keys()].map((k) => [...data.digits.subarray(9 * k, 9 * k + 9)]);
    const isBar = (row: readonly number[]): boolean =>
      [3, 4, 5].every((k) => row[k] === row[k - 3] && row[k] === row[k + 3]);
    const mixed = rows.filter((row) => new Set(row).size > 1); // the blank and the full one are both
    const model = tf.sequential({
      layers: [new TensorClassifier({ network: matrixProductState(data.dimensions, { bond: 6 }), classes: 2 })],
    });
    const loss = 'sparseCategoricalCrossentropy';
    model.compile({ optimizer: tf.train.adam(0.02), loss, metrics: ['accuracy'] });
    const [inputs, labels] = [tf.tensor2d(mixed), tf.tensor1d(mixed.map((row) => Number(isBar(row))))];
    await model.fit(inputs, labels, { epochs: 80, batchSize: 12, shuffle: false, verbose: 0 });
    expect((model.evaluate(inputs, labels) as tf.Scalar[])[1]!.dataSync()[0]).toBe(1);
  });

  test('what does not fit is named', () => {
    const network = matrixProductState([2, 2], { bond: 2 });
    expect(() => new TensorClassifier({ network, classes: 1 })).toThrow('two classes or more required, got 1');
    expect(() => new TensorClassifier({ network: matrixProductState([3, 2]), classes: 2 })).toThrow('dimension 2');
    expect(() => new TensorClassifier({ network, classes: 2 }).apply(tf.tensor2d([[2, 0]]))).toThrow('from 0 to 1');
    expect(() => new LikelihoodLayer({ network }).apply(tf.tensor2d([[0.5, 0]]))).toThrow('integers from 0 to 255');
    expect(() => new LikelihoodLayer({ network, theta: [1] })).toThrow('parameters required, got 1');
    expect(() => new LikelihoodLayer({ network }).apply(tf.zeros([2, 3]))).toThrow('[batch, 2] required');
    expect(() => new TensorTrainDense({ inputs: [2], outputs: [2, 2] })).toThrow('as many factors');
    expect(() => new TensorTrainDense({ inputs: [2], outputs: [2], kernel: [1] })).toThrow('a kernel of 4 entries');
  });
});
