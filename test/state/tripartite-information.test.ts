import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { entropiesOfState, type RegionEntropies } from '../../src/state/region-entropies.ts';
import { monogamy, tripartiteInformation } from '../../src/state/tripartite-information.ts';
import { graphs } from '../geometry/random-graph.ts';

test('of a GHZ state is log 2, of four legs of a perfect tensor −2 log d', () => {
  const { amplitudes } = ghz(5) as { amplitudes: Parameters<typeof entropiesOfState>[0] };
  const entropies = entropiesOfState(amplitudes, [2, 2, 2, 2, 2]);
  expect(tripartiteInformation(entropies, [0], [1, 2], [4])).toBeCloseTo(Math.LN2, 12);
  expect(monogamy(entropies)).toMatchObject({ triples: 10, violated: 10 });
  // Σ |i, j, i + j, i + 2j⟩ of qutrits: any two determine the others.
  const interleaved = new Float64Array(2 * 81);
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) interleaved[2 * (27 * i + 9 * j + 3 * ((i + j) % 3) + ((i + 2 * j) % 3))] = 1 / 3;
  }
  const perfect = entropiesOfState({ length: 81, interleaved }, [3, 3, 3, 3]);
  expect(tripartiteInformation(perfect, [0], [1], [2])).toBeCloseTo(-2 * Math.log(3), 12);
  expect(monogamy(perfect)).toMatchObject({ triples: 4, violated: 0 });
  expect(monogamy(perfect).greatest).toBeCloseTo(-2 * Math.log(3), 12);
});

test('is symmetric in four parts of a pure state', () => {
  const entropies = entropiesOfState(randomVector(48, randomStream(1, 'state')), [2, 3, 2, 4]);
  const value = tripartiteInformation(entropies, [0], [1], [2]);
  expect(tripartiteInformation(entropies, [3], [1], [0])).toBeCloseTo(value, 12);
  expect(tripartiteInformation(entropies, [2], [3], [1])).toBeCloseTo(value, 12);
});

test('monogamy names the greatest of all triples', () => {
  const entropies = entropiesOfState(randomVector(32, randomStream(5, 'state')), [2, 2, 2, 2, 2]);
  const values = [0, 1, 2, 3, 4].flatMap((a) =>
    [0, 1, 2, 3, 4].flatMap((b) =>
      [0, 1, 2, 3, 4].flatMap((c) => (a < b && b < c ? [tripartiteInformation(entropies, [a], [b], [c])] : [])),
    ),
  );
  expect(monogamy(entropies)).toMatchObject({ triples: 10, greatest: Math.max(...values) });
});

test('is never positive for minimal cuts of a graph', () => {
  fc.assert(
    fc.property(graphs, (graph) => {
      const boundary = graph.boundary.length;
      if (boundary < 3) return;
      const entropies: RegionEntropies = {
        boundary,
        references: 0,
        capacities: graph.boundary.map(() => Infinity),
        kind: 'exact',
        entropy: (region) => minimalCut(graph, region).area,
      };
      expect(monogamy(entropies).violated).toBe(0);
    }),
    { seed: 9, numRuns: 200 },
  );
});

test('needs three parts without common sites', () => {
  const entropies = entropiesOfState(randomVector(8, randomStream(1, 'state')), [2, 2, 2]);
  expect(() => monogamy(entropies, [[0], [1, 2]])).toThrow('at least three parts required, got 2');
  expect(() => tripartiteInformation(entropies, [0], [0], [1])).toThrow('different sites');
});
