import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../../models/isometric-mera.ts';
import { locallyPurifiedMps } from '../../../models/locally-purified-mps.ts';
import { projectedEntangledPairState } from '../../../models/projected-entangled-pair-state.ts';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { generatedEntropies } from '../../../src/generative/generated-entropies.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { networkOfShapes } from '../../../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { ryuTakayanagi } from '../../../src/systems/holography/ryu-takayanagi.ts';
import { hexagons, pentagons } from './perfect-tensors.ts';

const NONE = new Float64Array(0);
const regionsOf = (network: TensorNetwork) => fc.subarray([...network.boundary.keys()]);
const table = (network: TensorNetwork, theta: Float64Array, regions: readonly (readonly number[])[]) =>
  ryuTakayanagi(generatedEntropies(network, theta, 2 ** 15), bulkGraph(network), regions);

describe('entropy against area', () => {
  test('is equal for every region of perfect tensors without inputs', () => {
    fc.assert(
      fc.property(regionsOf(hexagons), (region) => {
        const { regions, equality, kind } = table(hexagons, NONE, [region]);
        expect(regions[0]!.deficit).toBeCloseTo(0, 9);
        expect({ equality, kind }).toEqual({ equality: 1, kind: 'exact' });
      }),
      { seed: 1, numRuns: 20 },
    );
  });

  test('is at most the area with the bulk term, for networks of any kind', () => {
    const networks: readonly TensorNetwork[] = [
      isometricMera(8, { bond: 3 }),
      projectedEntangledPairState({ rows: 2, columns: 3, bond: 2 }),
      locallyPurifiedMps([2, 2, 2, 2], { bond: 2 }),
      pentagons,
    ];
    for (const network of networks) {
      const theta = initialParameters(network, randomStream(7, 'theta'));
      fc.assert(
        fc.property(regionsOf(network), (region) => {
          const { deficit, nearest, farthest, cuts } = table(network, theta, [region]).regions[0]!;
          expect(deficit).toBeGreaterThan(-1e-9);
          expect(farthest).toEqual(expect.arrayContaining([...nearest]));
          expect(cuts).toBeGreaterThanOrEqual(1);
          if (cuts === 1) expect(nearest).toEqual(farthest);
        }),
        { seed: 2, numRuns: 12 },
      );
    }
  });

  test('counts what the references in the wedge know: a pentagon code with three or more of its sites', () => {
    const site = (leg: string) => pentagons.boundary.indexOf(leg);
    const { regions } = table(pentagons, NONE, [
      ['a0', 'a1'].map(site),
      ['a0', 'a1', 'a2', 'a3'].map(site),
      [...pentagons.boundary.keys()],
    ]);
    expect(regions[0]).toMatchObject({ area: 2 * Math.LN2, bulkEntropy: 0, nearest: [], farthest: [] });
    expect(regions[1]).toMatchObject({ area: Math.LN2, bulkEntropy: Math.LN2, nearest: ['A'], cuts: 1 });
    expect(regions[2]).toMatchObject({ area: 0, nearest: ['A', 'B', 'C'] });
    expect(regions[2]!.bulkEntropy).toBeCloseTo(3 * Math.LN2, 9);
    for (const { deficit } of regions) expect(deficit).toBeCloseTo(0, 9);
  });

  test('has two minimal cuts where half the legs of a hexagon are in the region, and both wedges', () => {
    const region = ['a0', 'a1', 'a2'].map((leg) => hexagons.boundary.indexOf(leg));
    const { regions } = table(hexagons, NONE, [region]);
    expect(regions[0]).toMatchObject({ nearest: [], farthest: ['A'], cuts: 2 });
  });

  test('reads the bulk term from the references, not from sites', () => {
    const shapes = [
      {
        id: 'V',
        outputs: [
          ['s0', 3],
          ['s1', 2],
          ['s2', 3],
        ],
        inputs: [
          ['in 0', 2],
          ['in 1', 2],
        ],
      },
    ] as const;
    const code: TensorNetwork = { ...networkOfShapes(shapes, ['s0', 's1', 's2'], 'isometric'), bulk: ['in 0', 'in 1'] };
    const theta = initialParameters(code, randomStream(8, 'theta'));
    const { regions } = table(code, theta, [[0, 1, 2]]);
    expect(regions[0]!.bulkEntropy).toBeCloseTo(2 * Math.LN2, 12);
    expect(regions[0]!.deficit).toBeCloseTo(0, 12);
  });

  test('refuses a graph of other sites or references', () => {
    const entropies = generatedEntropies(pentagons, NONE);
    const { references: _, ...graph } = bulkGraph(pentagons);
    expect(() => ryuTakayanagi(entropies, graph, [])).toThrow('11 sites and 3 references required, got 11 and 0');
    expect(() => ryuTakayanagi(entropies, bulkGraph(hexagons), [])).toThrow('got 14 and 0');
    expect(ryuTakayanagi(entropies, bulkGraph(pentagons), []).equality).toBe(1);
  });
});
