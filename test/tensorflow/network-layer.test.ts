import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';
import { directoryHandler } from '../../src/tensorflow/directory-handler.ts';
import { GenerativeNetworkLayer, infidelityLoss } from '../../src/tensorflow/network-layer.ts';
import { ring } from './arbitrary.ts';

/** Ry(θ₀) and Rz(θ₁) on one qubit, then ZY and Y on the next: its name-like keys and capitals must survive a file. */
const circuit: Circuit = {
  kind: 'circuit',
  qubits: 2,
  parameters: 4,
  gates: ['YI', 'ZI', 'ZY', 'IY'].map((word, parameter) => ({ word, angle: { parameter } })),
};
const THETA = [0.5, -0.25, 1, 0.75];

/** (|00⟩ + |11⟩)/√2 as [D, 2]. */
const bell = [
  [Math.SQRT1_2, 0],
  [0, 0],
  [0, 0],
  [Math.SQRT1_2, 0],
];

function modelOf(layer: GenerativeNetworkLayer): tf.Sequential {
  const model = tf.sequential();
  model.add(tf.layers.inputLayer({ inputShape: [layer.network.parameters] }));
  model.add(layer);
  return model;
}

function amplitudes(model: tf.LayersModel, inputs: number[][]): number[] {
  return tf.tidy(() => [...(model.predict(tf.tensor2d(inputs)) as tf.Tensor).dataSync()]);
}

describe.each(await availableBackends())('on the %s backend', (backend) => {
  beforeAll(async () => {
    await initBackend({ prefer: backend });
  });

  test('its output is the state at the weight plus the input, example by example', () => {
    const model = modelOf(new GenerativeNetworkLayer({ network: circuit, theta: THETA }));
    expect(model.outputs[0]!.shape).toEqual([null, 4, 2]);
    const shifts = [
      [0, 0, 0, 0],
      [0.5, 0, -1, 0.25],
    ];
    const expected = shifts.flatMap((shift) => [
      ...stateVector(
        circuit,
        Float64Array.from(shift, (x, k) => x + THETA[k]!),
      ).interleaved,
    ]);
    expect(amplitudes(model, shifts)).toEqual(expected.map(Math.fround));
    model.dispose();
  });

  test('fit makes a Bell state of it, and leaves no tensor behind', async () => {
    const before = tf.memory().numTensors;
    const model = modelOf(new GenerativeNetworkLayer({ network: circuit, theta: [1, 0, -1, 1] }));
    model.compile({ optimizer: tf.train.adam(0.1), loss: infidelityLoss });
    const x = tf.zeros([1, 4]);
    const y = tf.tensor3d([bell]);
    const history = await model.fit(x, y, { epochs: 120, verbose: 0 });
    expect(history.history.loss!.at(-1)).toBeLessThan(1e-6);
    tf.dispose([x, y]);
    model.optimizer.dispose();
    model.dispose();
    expect(tf.memory().numTensors - before).toBeLessThanOrEqual(0);
  });

  test('behind a dense layer, whose gradient goes through it, it learns a family of states', async () => {
    const model = tf.sequential();
    const kernelInitializer = tf.initializers.constant({ value: 0.1 });
    model.add(tf.layers.dense({ units: 4, inputShape: [1], useBias: false, kernelInitializer }));
    model.add(new GenerativeNetworkLayer({ network: circuit, theta: [0.1, 0, 0, 0] }));
    model.compile({ optimizer: tf.train.adam(0.1), loss: infidelityLoss });
    const angles = [-0.8, -0.3, 0.3, 0.8];
    const x = tf.tensor2d(angles, [4, 1]); // cos a |00⟩ + sin a |10⟩ from a: the dense layer must learn θ₀ = 2a
    const y = tf.tensor3d(
      angles.map((a) => [
        [Math.cos(a), 0],
        [0, 0],
        [Math.sin(a), 0],
        [0, 0],
      ]),
    );
    const { history } = await model.fit(x, y, { epochs: 100, batchSize: 4, shuffle: false, verbose: 0 });
    expect(history.loss!.at(-1)).toBeLessThan(1e-4);
    expect(model.layers[0]!.getWeights()[0]!.dataSync()[0]).toBeCloseTo(2, 1);
    tf.dispose([x, y]);
    model.dispose();
  });

  test.each([
    ['circuit', circuit, THETA],
    ['tensor network', ring, Array.from({ length: ring.parameters }, (_, k) => Math.cos(k))],
  ] as const)(
    'a model with a %s is saved to memory and loaded again, network and weights',
    async (_kind, network, theta) => {
      const model = modelOf(new GenerativeNetworkLayer({ network, theta, name: 'bulk' }));
      const input = [Array.from({ length: network.parameters }, (_, k) => 0.1 * Math.sin(k))];
      let saved: tf.io.ModelArtifacts | undefined;
      await model.save(
        tf.io.withSaveHandler(async (artifacts) => {
          saved = artifacts;
          return { modelArtifactsInfo: { dateSaved: new Date(), modelTopologyType: 'JSON' } };
        }),
      );
      const text = JSON.stringify(saved!.modelTopology);
      const loaded = await tf.loadLayersModel(tf.io.fromMemory({ ...saved!, modelTopology: JSON.parse(text) }));
      expect((loaded.getLayer('bulk') as GenerativeNetworkLayer).network).toEqual(network);
      expect(amplitudes(loaded, input)).toEqual(amplitudes(model, input));
      model.dispose();
      loaded.dispose();
    },
  );

  test('a model is saved to a directory as model.json and weights.bin and loaded again', async () => {
    const directory = join(await mkdtemp(join(tmpdir(), 'bulkweave-')), 'deep', 'model');
    const model = modelOf(new GenerativeNetworkLayer({ network: circuit, theta: THETA }));
    model.add(tf.layers.flatten());
    model.add(tf.layers.dense({ units: 3, kernelInitializer: tf.initializers.glorotNormal({ seed: 7 }) }));
    await model.save(directoryHandler(directory));
    expect((await readdir(directory)).sort()).toEqual(['model.json', 'weights.bin']);
    const loaded = await tf.loadLayersModel(directoryHandler(directory));
    expect(amplitudes(loaded, [[0, 0.5, 0, 0]])).toEqual(amplitudes(model, [[0, 0.5, 0, 0]]));
    model.dispose();
    loaded.dispose();
    await rm(join(directory, '..', '..'), { recursive: true });
  });
});

test('wrong numbers of parameters and wrong inputs are named', async () => {
  await initBackend({ prefer: 'cpu' });
  expect(() => new GenerativeNetworkLayer({ network: circuit, theta: [1] })).toThrow('4 parameters required, got 1');
  const layer = new GenerativeNetworkLayer({ network: circuit });
  expect(() => layer.computeOutputShape([null, 3])).toThrow('input of shape [batch, 4] required, got [batch,3]');
  expect(layer.computeOutputShape([null, 4])).toEqual([null, 4, 2]);
});

test('the loss is 1 − |⟨t|ψ⟩|², averaged over the batch', () => {
  const phased = (angle: number) =>
    bell.map(([re], k) => (k === 3 ? [re! * Math.cos(angle), re! * Math.sin(angle)] : [re!, 0]));
  const angles = [0.3, 1.1, -2];
  const loss = tf.tidy(() => {
    const target = tf.tensor3d(angles.map(() => phased(0.7)));
    return infidelityLoss(target, tf.tensor3d(angles.map(phased))).dataSync()[0]!;
  });
  const expected = angles.map((angle) => Math.sin((angle - 0.7) / 2) ** 2); // 1 − cos² of half the phase between them
  expect(loss).toBeCloseTo(expected.reduce((sum, x) => sum + x) / 3, 6);
});
