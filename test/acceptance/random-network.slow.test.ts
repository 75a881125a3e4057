import { expect, test } from 'vitest';
import { tiling } from '../../src/geometry/tiling.ts';
import { tilingGraph } from '../../src/geometry/tiling-graph.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { annealedEntropies } from '../../src/systems/random-network/annealed-entropies.ts';
import { sampledEntropies } from '../../src/systems/random-network/sampled-entropies.ts';
import { sampledStabilisers } from '../../src/systems/random-network/sampled-stabilisers.ts';
import { graphOf, triangle } from '../systems/random-network/small-graphs.ts';

test('20 000 triangles of Gaussian tensors: the purity 19/36 within three errors of 0.001', () => {
  const [sampled] = sampledEntropies(triangle, [[0]], randomStream(1, 'triangle'), { samples: 20_000 });
  expect(Math.abs(sampled!.moment.mean - 19 / 36)).toBeLessThan(3 * sampled!.moment.error);
  expect(sampled!.moment.error).toBeLessThan(0.0025);
});

test('100 000 pairs of tensors: the third moment 0.636914', () => {
  const graph = graphOf(
    2,
    [[0, 1, 3]],
    [
      [0, 3],
      [1, 4],
    ],
  );
  const samples = { samples: 100_000, order: 3 };
  const [sampled] = sampledEntropies(graph, [[0]], randomStream(2, 'pair'), samples);
  expect(Math.abs(sampled!.moment.mean - 0.636914)).toBeLessThan(3 * sampled!.moment.error);
  expect(sampled!.moment.error).toBeLessThan(0.003);
});

test('40 000 triangles of stabiliser states: the purity 19/36, and 2.8 % of them vanish', () => {
  const { regions, vanished } = sampledStabilisers(triangle, [[0]], randomStream(1, 'triangle'), { samples: 40_000 });
  const { moment, plainMoment } = regions[0]!;
  expect(Math.abs(moment.mean - 19 / 36)).toBeLessThan(3 * moment.error);
  expect(moment.error).toBeLessThan(0.002);
  expect(vanished / 40_000).toBeCloseTo(0.028, 2);
  expect(plainMoment.mean).toBeLessThan(19 / 36 - 5 * plainMoment.error); // biased
});

test('1015 boundary qubits on {5,4}: the weighted mean purity of stabiliser networks is the Ising sum', () => {
  const graph = tilingGraph(tiling(5, 4, { layers: 3 }), { bond: 2 ** 7 });
  const regions = [[0], [0, 1], [10, 11, 12, 13], [0, 40]];
  const { entropy } = annealedEntropies(graph);
  const sampled = sampledStabilisers(graph, regions, randomStream(3, 'large'), { samples: 200 });
  for (const { region, moment } of sampled.regions) {
    expect(Math.abs(moment.mean - Math.exp(-entropy(region)))).toBeLessThan(3 * moment.error + 1e-6 * moment.mean);
    expect(moment.error).toBeLessThan(0.1 * moment.mean);
  }
});
