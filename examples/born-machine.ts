// A Born machine in TensorFlow.js: it learns handwritten digits, scores pictures that it was not shown, and completes halves of them.
import * as tf from '@tensorflow/tfjs';
import { binarised, dividedRows, opticalDigits } from 'bulkweave/datasets';
import { treeTensorNetwork } from 'bulkweave/models';
import { initBackend, LikelihoodLayer, likelihoodLoss } from 'bulkweave/tensorflow';

await initBackend();
const { training, heldOut } = dividedRows(binarised(opticalDigits()));
const [rows, unseen] = [training, heldOut].map(({ digits, count }) =>
  tf.tensor2d(Int32Array.from(digits), [count, 64]),
);

const layer = new LikelihoodLayer({ network: treeTensorNetwork(training.dimensions, { bond: 6 }), seed: 1 });
const model = tf.sequential({ layers: [layer] });
model.compile({ optimizer: tf.train.adam(0.01), loss: likelihoodLoss });
await model.fit(rows!, tf.zeros([training.count, 1]), { epochs: 20, batchSize: 100, shuffle: false, verbose: 0 });
console.log('nats of a picture: learned', layer.score(rows!), 'held out', layer.score(unseen as tf.Tensor2D));

const draw = (bits: ArrayLike<number>): string =>
  Array.from({ length: 8 }, (_, row) =>
    Array.from({ length: 8 }, (_, k) => (bits[8 * row + k] ? '██' : '  ')).join(''),
  ).join('\n');
console.log(`${'drawn at random'}\n${draw(layer.sample(1, { seed: 7 }).dataSync())}`);

const given = Array.from(heldOut.digits.subarray(0, 64), (bit, pixel) => (pixel < 32 ? bit : -1));
console.log(`the upper half of a held-out picture, completed\n${draw(layer.sample(1, { seed: 3, given }).dataSync())}`);
