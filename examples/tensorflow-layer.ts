// A network as a layer of TensorFlow.js: it learns a family of states, cos a |00⟩ + sin a |11⟩.
import * as tf from '@tensorflow/tfjs';
import { staircase } from 'bulkweave/models';
import { GenerativeNetworkLayer, infidelityLoss, initBackend } from 'bulkweave/tensorflow';

await initBackend();
const network = staircase(2);
const model = tf.sequential();
const kernelInitializer = tf.initializers.randomNormal({ stddev: 0.1, seed: 3 });
model.add(tf.layers.dense({ units: network.parameters, inputShape: [1], kernelInitializer }));
model.add(new GenerativeNetworkLayer({ network, theta: Array.from({ length: network.parameters }, () => 0.1) }));
model.compile({ optimizer: tf.train.adam(0.05), loss: infidelityLoss });

const angles = [0.2, 0.4, 0.6, 0.8];
const stateOf = (a: number) => [Math.cos(a), 0, 0, Math.sin(a)].map((amplitude) => [amplitude, 0]);
const [inputs, states] = [tf.tensor2d(angles, [4, 1]), tf.tensor3d(angles.map(stateOf))];
const { history } = await model.fit(inputs, states, { epochs: 150, shuffle: false, verbose: 0 });
console.log('mean infidelity after 150 epochs:', history.loss!.at(-1));

// The amplitudes at an angle that was not shown.
const [[, , , last]] = (model.predict(tf.tensor2d([0.5], [1, 1])) as tf.Tensor3D).arraySync() as [number[][]];
const [re = 0, im = 0] = last!;
console.log('|⟨11|ψ(0.5)⟩|:', Math.hypot(re, im), 'and sin 0.5:', Math.sin(0.5));
