import * as tf from '@tensorflow/tfjs';
import { beforeAll, expect, test } from 'vitest';
import { chainGraph } from '../../src/geometry/graph-families.ts';
import { featureModel } from '../../src/systems/random-network/index.ts';
import { initBackend, objectiveTensor } from '../../src/tensorflow/index.ts';

beforeAll(async () => {
  await initBackend();
});

test('couplings of a feature model are trained as a variable', () => {
  const model = featureModel(chainGraph(4), { shared: ({ to }) => (to === null ? 'sites' : 'bonds') });
  const planted = Float64Array.of(0.3, 0.6);
  const regions = [[0], [1], [0, 1], [0, 2]];
  const entropies = model.entropies(planted, regions);
  const loss = objectiveTensor(model.loss(regions.map((region, r) => ({ region, entropy: entropies[r]! }))));
  const theta = tf.variable(tf.fill([2], -1.5));
  const before = loss(theta).dataSync()[0]!;
  const adam = tf.train.adam(0.05);
  for (let step = 0; step < 500; step++) adam.minimize(() => loss(theta));
  expect(loss(theta).dataSync()[0]!).toBeLessThan(1e-4 * before);
  const couplings = [...theta.dataSync()].map(Math.exp);
  model.parameters.forEach((_, p) => {
    expect(couplings[p]).toBeCloseTo(planted[p]!, 1);
  });
});
