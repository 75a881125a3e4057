import * as tf from '@tensorflow/tfjs';
import { expect, test } from 'vitest';
import { binarised, dividedRows, heldOutNumbers, opticalDigits } from '../../datasets/index.ts';
import { matrixProductState, treeTensorNetwork } from '../../models/index.ts';
import { bornMachine } from '../../src/likelihood/born-machine.ts';
import { validatedTraining } from '../../src/likelihood/fit.ts';
import { quadOrder, reorderedDivision } from '../../src/likelihood/site-order.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { initBackend } from '../../src/tensorflow/backend.ts';
import { TensorClassifier } from '../../src/tensorflow/tensor-classifier.ts';

const divided = dividedRows(binarised(opticalDigits()));
const SITES = divided.training.dimensions;

test('held-out digits: a chain of bond 8 needs at most 18.3 nats, a tree of bond 6 fewer than the chain', () => {
  const chain = bornMachine(matrixProductState(SITES, { bond: 8 }));
  const ofChain = solution(
    validatedTraining(chain, divided, chain.start(randomStream(1, 'x')), { steps: 500, patience: 20 }),
  );
  const tree = bornMachine(treeTensorNetwork(SITES, { bond: 6 }));
  const byQuadrants = reorderedDivision(divided, quadOrder(8));
  const ofTree = solution(validatedTraining(tree, byQuadrants, tree.start(randomStream(1, 'x')), { steps: 300 }));
  console.table({ chain: ofChain.value.heldOut, tree: ofTree.value.heldOut });
  expect(ofChain.value.heldOut).toBeLessThanOrEqual(18.3);
  expect(ofTree.value.heldOut).toBeLessThan(ofChain.value.heldOut);
});

test('the classifier tells held-out digits at least as well as logistic regression, 96.7 %', async () => {
  await initBackend();
  const { pixels, labels } = opticalDigits();
  const { training, heldOut } = heldOutNumbers(labels.length);
  const picturesOf = (numbers: readonly number[]): tf.Tensor2D =>
    tf.tensor2d(
      numbers.flatMap((k) => [...pixels.subarray(64 * k, 64 * k + 64)].map((grey) => grey / 16)),
      [numbers.length, 64],
    );
  const labelsOf = (numbers: readonly number[]): tf.Tensor1D => tf.tensor1d(numbers.map((k) => labels[k]!));
  const model = tf.sequential({
    layers: [new TensorClassifier({ network: matrixProductState(SITES, { bond: 10 }), classes: 10 })],
  });
  const loss = 'sparseCategoricalCrossentropy';
  const stream = randomStream(1, 'order'); // neighbours in the file are of one writer
  const keys = training.map(() => stream.uniform());
  const shuffled = [...training.keys()].sort((a, b) => keys[a]! - keys[b]!).map((k) => training[k]!);
  const [pictures, classes] = [picturesOf(shuffled), labelsOf(shuffled)];
  for (const [rate, epochs] of [
    [0.005, 12],
    [0.001, 3],
  ] as const) {
    model.compile({ optimizer: tf.train.adam(rate), loss, metrics: ['accuracy'] });
    await model.fit(pictures, classes, { epochs, batchSize: 50, shuffle: false, verbose: 0 });
  }
  const [, accuracy] = model.evaluate(picturesOf(heldOut), labelsOf(heldOut)) as tf.Scalar[];
  console.table({ accuracy: accuracy!.dataSync()[0] });
  expect(accuracy!.dataSync()[0]).toBeGreaterThan(0.967);
});
