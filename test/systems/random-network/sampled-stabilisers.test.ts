import { expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import { annealedEntropies } from '../../../src/systems/random-network/annealed-entropies.ts';
import { sampledStabilisers } from '../../../src/systems/random-network/sampled-stabilisers.ts';
import { graphOf, triangle } from './small-graphs.ts';

/** How many standard errors lie between a sampled mean and a value. */
const distance = ({ mean, error }: { mean: number; error: number }, value: number): number =>
  Math.abs(mean - value) / error;

test('the weighted mean purity of triangles is 19/36, and about 3 % of them vanish', () => {
  const { regions, vanished } = sampledStabilisers(triangle, [[0]], randomStream(1, 'triangle'), { samples: 2000 });
  expect(distance(regions[0]!.moment, 19 / 36)).toBeLessThan(3);
  expect(regions[0]!.moment.error).toBeLessThan(0.01);
  expect(vanished / 2000).toBeGreaterThan(0.02);
  expect(vanished / 2000).toBeLessThan(0.042);
});

test('a single tensor has norm 1 always, so that all samples count alike; bonds make norms fluctuate', () => {
  const samples = 500;
  const { effective } = sampledStabilisers(triangle, [], randomStream(2, 'weights'), { samples, order: 2 });
  expect(effective).toBeGreaterThan(0.5 * samples);
  expect(effective).toBeLessThan(samples);
  const single = graphOf(
    1,
    [],
    [
      [0, 2],
      [0, 4],
    ],
  );
  expect(sampledStabilisers(single, [], randomStream(2, 'single'), { samples: 50 }).effective).toBeCloseTo(50, 10);
});

test('what a pure input projects out counts in the weights', () => {
  const graph = {
    ...graphOf(
      1,
      [],
      [
        [0, 2],
        [0, 2],
      ],
    ),
    boundary: ['s0'],
  };
  const { vanished, effective } = sampledStabilisers(graph, [], randomStream(3, 'pure'), {
    inputs: { s1: [1] },
    samples: 500,
  });
  expect(vanished).toBeGreaterThan(0);
  expect(effective).toBeLessThan(0.95 * (500 - vanished)); // norms 1 and ½
});

test.each([
  [2, 2],
  [2, 3],
  [3, 2],
])('p = %i, order %i: references, pure inputs and traced legs agree with the sum over permutations', (prime, order) => {
  const [p, p2] = [prime, prime ** 2];
  const legs = [
    [0, p],
    [1, p],
    [0, p],
    [1, p2],
    [1, p],
  ] as const;
  const graph = {
    ...graphOf(
      2,
      [
        [0, 1, p2],
        [0, 0, p],
      ],
      legs,
    ),
    boundary: ['s0', 's1'],
  };
  const options = { order, references: ['s2'], inputs: { s3: [1] } };
  const exact = annealedEntropies(graph, options);
  const regions = [[0], [1], [2], [0, 1], [1, 2]];
  const stream = randomStream(prime, `order ${order}`);
  const sampled = sampledStabilisers(graph, regions, stream, { ...options, prime, samples: 1000 });
  for (const { region, moment } of sampled.regions) {
    expect(distance(moment, Math.exp((1 - order) * exact.entropy(region)))).toBeLessThan(3.5);
    expect(moment.error).toBeLessThan(0.06 * moment.mean);
  }
});

test('without weights the mean is another: bonds of one qubit around a square', () => {
  const bonds = [
    [0, 1, 2],
    [1, 2, 2],
    [2, 3, 2],
    [3, 0, 2],
  ] as const;
  const square = graphOf(4, bonds, [
    [0, 2],
    [1, 2],
    [2, 2],
    [3, 2],
  ]);
  const { regions } = sampledStabilisers(square, [[0, 1]], randomStream(4, 'square'), { samples: 4000 });
  const { moment, plainMoment } = regions[0]!;
  const exact = Math.exp(-annealedEntropies(square).entropy([0, 1]));
  expect(distance(moment, exact)).toBeLessThan(3);
  expect(distance(plainMoment, exact)).toBeGreaterThan(5);
});

test('what no stabiliser network averages is refused', () => {
  const stream = randomStream(1, 'refused');
  expect(() => sampledStabilisers(triangle, [], stream, { prime: 3 })).toThrow(/power of 3/);
  const flat = { ...triangle, edges: triangle.edges.map((edge) => ({ ...edge, capacity: 0 })) };
  expect(() => sampledStabilisers(flat, [], stream)).toThrow('a leg of dimension above 1 required');
  const huge = { ...triangle, edges: triangle.edges.map((edge) => ({ ...edge, capacity: 1e300 })) };
  expect(() => sampledStabilisers(huge, [], stream)).toThrow('a power of 2');
  expect(() => sampledStabilisers(triangle, [], stream, { order: 4 })).toThrow(/order 2, or 3/);
  expect(() => sampledStabilisers(triangle, [], stream, { samples: 0 })).toThrow(/one sample/);
  const open = { ...triangle, boundary: ['s0'] };
  expect(() => sampledStabilisers(open, [], stream, { inputs: { s1: [0.5, 0.5] } })).toThrow(/pure inputs/);
});
