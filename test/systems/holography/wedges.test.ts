import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { causalWedge } from '../../../src/bulk/causal-cones.ts';
import { regionRecoverability } from '../../../src/bulk/recoverability.ts';
import { generatedEntropies } from '../../../src/generative/generated-entropies.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { type NodeShape, networkOfShapes } from '../../../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../../../src/network/tensor-network.ts';
import { regionInformation } from '../../../src/state/mutual-information.ts';
import { complementOf } from '../../../src/state/reduced-density-matrix.ts';
import { entanglementWedge, tensorsOfInputs } from '../../../src/systems/holography/entanglement-wedge.ts';
import { greedyWedge } from '../../../src/systems/holography/greedy-wedge.ts';
import { pentagons } from './perfect-tensors.ts';

const NONE = new Float64Array(0);
const sitesOf = (network: TensorNetwork) => [...network.boundary.keys()];

/** A MERA-like code: isometries with an input each, a disentangler in the middle. */
const shapes: readonly NodeShape[] = [
  {
    id: 'top',
    outputs: [
      ['x', 3],
      ['y', 3],
    ],
    inputs: [['in top', 2]],
  },
  {
    id: 'w0',
    outputs: [
      ['s0', 3],
      ['m0', 3],
    ],
    inputs: [
      ['x', 3],
      ['in w0', 2],
    ],
  },
  {
    id: 'w1',
    outputs: [
      ['m1', 3],
      ['s3', 3],
    ],
    inputs: [
      ['y', 3],
      ['in w1', 2],
    ],
  },
  {
    id: 'u',
    outputs: [
      ['s1', 3],
      ['s2', 4],
    ],
    inputs: [
      ['m0', 3],
      ['m1', 3],
    ],
  },
];
const isometries: TensorNetwork = {
  ...networkOfShapes(shapes, ['s0', 's1', 's2', 's3'], 'isometric'),
  bulk: ['in top', 'in w0', 'in w1'],
};

describe('the entanglement wedge', () => {
  const theta = initialParameters(isometries, randomStream(1, 'theta'));
  const cases = [
    ['of isometries', isometries, theta],
    ['of pentagon codes', pentagons, NONE],
  ] as const;

  test.each(cases)(
    '%s grows with the region, is never shared with the rest, and is recovered as a whole',
    (_, network, point) => {
      const entropies = generatedEntropies(network, point, 2 ** 14);
      const sites = sitesOf(network);
      fc.assert(
        fc.property(fc.subarray(sites), fc.constantFrom(...sites), (region, more) => {
          const wedge = entanglementWedge(entropies, region);
          const larger = entanglementWedge(entropies, [...new Set([...region, more])]);
          expect(larger).toEqual(expect.arrayContaining([...wedge]));
          const other = entanglementWedge(entropies, complementOf(region, sites.length));
          expect(wedge.filter((t) => other.includes(t))).toEqual([]);
          // What the region does not know of an input, the rest with all other references does.
          const input = sites.length;
          const others = network.bulk.slice(1).map((_, k) => input + 1 + k);
          const rest = [...complementOf(region, sites.length), ...others];
          const both = regionInformation(entropies, [input], region) + regionInformation(entropies, [input], rest);
          expect(both).toBeCloseTo(2 * entropies.entropy([input]), 9);
          if (wedge.length === 0) return;
          const references = wedge.map((t) => sites.length + t);
          expect(regionRecoverability(entropies, references, region).leaked).toBeCloseTo(0, 9);
        }),
        { seed: 3, numRuns: 20 },
      );
      expect(entanglementWedge(entropies, sites).length).toBe(network.bulk.length);
      expect(entanglementWedge(entropies, [])).toEqual([]);
    },
  );

  test('holds the causal wedge of isometries', () => {
    const entropies = generatedEntropies(isometries, theta);
    const graph = bulkGraph(isometries);
    const carriers = tensorsOfInputs(graph, [0, 1, 2]);
    expect(carriers).toEqual(['top', 'w0', 'w1']);
    for (let mask = 0; mask < 16; mask++) {
      const region = sitesOf(isometries).filter((site) => (mask >> site) & 1);
      const exact = tensorsOfInputs(graph, entanglementWedge(entropies, region));
      const causal = causalWedge(isometries, region).filter((id) => carriers.includes(id));
      expect(exact).toEqual(expect.arrayContaining(causal));
    }
  });

  test('holds the greedy wedge of perfect tensors', () => {
    const entropies = generatedEntropies(pentagons, NONE, 2 ** 14);
    const graph = bulkGraph(pentagons);
    fc.assert(
      fc.property(fc.subarray(sitesOf(pentagons)), (region) => {
        const exact = tensorsOfInputs(graph, entanglementWedge(entropies, region));
        expect(exact).toEqual(expect.arrayContaining([...greedyWedge(graph, region)]));
      }),
      { seed: 4, numRuns: 30 },
    );
  });
});

describe('the greedy wedge', () => {
  const graph = bulkGraph(pentagons);
  const site = (leg: string) => pentagons.boundary.indexOf(leg);

  test('absorbs a tile with half of its six legs, then the next through the bond', () => {
    expect(greedyWedge(graph, ['a0', 'a1'].map(site))).toEqual([]);
    expect(greedyWedge(graph, ['a0', 'a1', 'a3'].map(site))).toEqual(['A']);
    expect(greedyWedge(graph, ['a0', 'a1', 'a3', 'b0', 'b2'].map(site))).toEqual(['A', 'B']);
    expect(greedyWedge(graph, ['c0', 'b1', 'c1', 'b0', 'c2'].map(site))).toEqual(['C', 'B']);
  });

  test('takes thresholds tile by tile, grows with the region and falls with thresholds', () => {
    const region = ['a0', 'a1', 'a3', 'b0', 'b2'].map(site);
    expect(greedyWedge(graph, region, { B: 4 })).toEqual(['A']);
    expect(greedyWedge(graph, region, { A: 4 })).toEqual([]);
    expect(greedyWedge(graph, [], { A: 0, B: 1 })).toEqual(['A', 'B']);
    expect(() => greedyWedge(graph, [], { D: 1 })).toThrow("got 'D'");
    expect(() => greedyWedge(graph, [11])).toThrow('sites below 11 required, got 11');
    expect(() => tensorsOfInputs(graph, [3])).toThrow('inputs below 3 required, got 3');
  });
});
