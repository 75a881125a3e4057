import { expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import { normSquared } from '../../../src/linalg/vector.ts';
import { checkNetwork } from '../../../src/network/check-network.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { pageEntropy } from '../../../src/state/page-entropy.ts';
import { annealedEntropies } from '../../../src/systems/random-network/annealed-entropies.ts';
import { gaussianTensors, networkOfGraph } from '../../../src/systems/random-network/network-of-graph.ts';
import { sampledEntropies } from '../../../src/systems/random-network/sampled-entropies.ts';
import { weightedMean } from '../../../src/systems/random-network/weighted-mean.ts';
import { graphOf, triangle } from './small-graphs.ts';

/** How many standard errors lie between a sampled mean and a value. */
const distance = ({ mean, error }: { mean: number; error: number }, value: number): number =>
  Math.abs(mean - value) / error;

test('the weighted mean purity of a triangle is 19/36, that of its normalised states is not', () => {
  const [sampled] = sampledEntropies(triangle, [[0]], randomStream(1, 'triangle'), { samples: 1500 });
  expect(distance(sampled!.moment, 19 / 36)).toBeLessThan(3);
  expect(sampled!.moment.error).toBeLessThan(0.01);
  // The purity averaged over normalised states, to which the quenched entropy is near, is lower.
  expect(Math.exp(-sampled!.renyi.mean)).toBeLessThan(19 / 36 - 5 * sampled!.moment.error);
});

test('a single tensor has Page’s entropy', () => {
  const graph = graphOf(
    1,
    [],
    [
      [0, 3],
      [0, 5],
    ],
  );
  const [sampled] = sampledEntropies(graph, [[0]], randomStream(2, 'page'), { samples: 1000 });
  expect(distance(sampled!.vonNeumann, pageEntropy(3, 5))).toBeLessThan(3);
});

test('third moments, references, inputs, loops and legs that are traced out agree with the sum over permutations', () => {
  const bonds = [
    [0, 1, 2],
    [1, 2, 3],
    [1, 1, 2],
  ] as const;
  const graph = {
    ...graphOf(3, bonds, [
      [0, 2],
      [2, 3],
      [1, 2],
      [1, 2],
      [0, 2],
    ]),
    boundary: ['s0', 's1'],
  };
  const options = { order: 3, references: ['s2'], inputs: { s3: [0.8, 0.2] } };
  const regions = [[0], [1], [0, 1], [0, 2], [0, 1, 2]];
  const exact = annealedEntropies(graph, options);
  const sampled = sampledEntropies(graph, regions, randomStream(3, 'mixed'), { ...options, samples: 1000 });
  for (const { region, moment } of sampled) {
    expect(distance(moment, Math.exp(-2 * exact.entropy(region)))).toBeLessThan(3);
    expect(moment.error).toBeLessThan(0.1 * moment.mean);
  }
});

test('the network of a graph is one, and what cannot be drawn is refused', () => {
  const graph = { ...triangle, boundary: ['s0'] };
  expect(() => checkNetwork(networkOfGraph(graph, { references: ['s1'], inputs: { s2: [1] } }))).not.toThrow();
  expect(() => networkOfGraph(graphOf(1, [], [[0, 2.5]]))).toThrow(/integer as dimension of 's0'/);
  expect(() => networkOfGraph(graph, { inputs: { s2: [0.4, 0.3, 0.3] } })).toThrow(/at most 2 probabilities/);
  expect(() => sampledEntropies(triangle, [[0]], randomStream(1, 'x'), { samples: 1 })).toThrow(/two samples/);
  const large = graphOf(
    1,
    [],
    [
      [0, 2 ** 11],
      [0, 2 ** 11],
    ],
  );
  expect(() => sampledEntropies(large, [[0]], randomStream(1, 'x'))).toThrow(/amplitudes/);
});

test('networks of Gaussian tensors have the mean norm 1', () => {
  const network = networkOfGraph(triangle);
  const stream = randomStream(6, 'norms');
  const norms = Array.from({ length: 1000 }, () =>
    normSquared(networkState(network, gaussianTensors(network, stream))),
  );
  expect(distance(weightedMean(norms), 1)).toBeLessThan(3);
});

test('the same stream gives the same samples', () => {
  const once = () => sampledEntropies(triangle, [[0], [1, 2]], randomStream(5, 'again'), { samples: 3 });
  expect(once()).toEqual(once());
});
