import { describe, expect, test } from 'vitest';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import { tiling } from '../../../src/geometry/tiling.ts';
import { tilingGraph } from '../../../src/geometry/tiling-graph.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { normalised } from '../../../src/linalg/vector.ts';
import { initialParameters } from '../../../src/network/initial-parameters.ts';
import { networkState } from '../../../src/network/network-state.ts';
import type { TensorSource } from '../../../src/network/tensor-network.ts';
import { entropiesOfState } from '../../../src/state/region-entropies.ts';
import { type BulkLegs, tilingNetwork } from '../../../src/systems/tiling/tiling-network.ts';

const arc = (start: number, length: number, n: number): readonly number[] =>
  Array.from({ length }, (_, k) => (start + k) % n);

/** Four qutrits Σ_ij |i, j, i + j, i + 2j⟩, maximally entangled between any two and the other two. */
const perfect: TensorSource = {
  kind: 'constant',
  interleaved: Array.from({ length: 81 }, (_, at) => {
    const [i, j, k, l] = [27, 9, 3, 1].map((place) => Math.floor(at / place) % 3) as [number, number, number, number];
    return k === (i + j) % 3 && l === (i + 2 * j) % 3 ? 1 : 0;
  }).flatMap((x) => [x, 0]),
};

describe('a network on a tiling', () => {
  const patch = tiling(4, 5, { layers: 1 });

  test('of perfect tensors has the entropy of the minimal cut for every arc', () => {
    const network = tilingNetwork(patch, { bond: 3, source: perfect });
    const graph = tilingGraph(patch, { bond: 3 });
    const entropies = entropiesOfState(normalised(networkState(network, new Float64Array(0))), new Array(12).fill(3));
    // The patch has a symmetry of order four: arcs from three sites are all arcs.
    for (const [start, length] of [0, 1, 2].flatMap((first) => [1, 3].map((sites) => [first, sites] as const))) {
      const region = arc(start, length, 12);
      expect(entropies.entropy(region)).toBeCloseTo(minimalCut(graph, region).area, 9);
    }
  });

  test('of random tensors has at most that, and tensors of their own in every tile', () => {
    const network = tilingNetwork(patch, { bond: 2, source: (tile) => ({ kind: 'free', offset: 32 * tile }) });
    expect(network.parameters).toBe(5 * 32);
    const theta = initialParameters(network, randomStream(1, 'tiling'));
    const entropies = entropiesOfState(normalised(networkState(network, theta)), new Array(12).fill(2));
    const graph = tilingGraph(patch, { bond: 2 });
    for (let start = 0; start < 12; start++) {
      for (const region of [arc(start, 1, 12), arc(start, 5, 12), [start, (start + 3) % 12, (start + 6) % 12]]) {
        const { area } = minimalCut(graph, region);
        expect(entropies.entropy(region)).toBeLessThanOrEqual(area + 1e-12);
        expect(entropies.entropy(region)).toBeGreaterThan(0);
      }
    }
  });

  test('is the graph of the tiling, with its names', () => {
    const byName = (a: { leg: string }, b: { leg: string }): number => a.leg.localeCompare(b.leg);
    const network = tilingNetwork(tiling(5, 4, { layers: 1 }), {
      bond: 2,
      bulk: 2,
      source: { kind: 'free', offset: 0 },
    });
    const graph = tilingGraph(tiling(5, 4, { layers: 1 }), { bond: 2, bulk: 2 });
    expect(bulkGraph(network).edges.toSorted(byName)).toEqual(graph.edges.toSorted(byName));
    expect(network.boundary).toEqual(graph.boundary);
  });

  test('opens or closes its logical inputs', () => {
    const legs = (bulk: BulkLegs) => {
      const source: TensorSource = { kind: 'free', offset: 0 };
      const network = tilingNetwork(patch, { bond: 2, bulk: 3, source }, bulk);
      return [network.boundary.length, network.bulk, network.nodes.length] as const;
    };
    const each = [0, 1, 2, 3, 4].map((k) => `bulk ${k}`);
    expect(legs('open')).toEqual([12, each, 5]);
    expect(legs('zero')).toEqual([12, [], 10]);
    expect(legs('centre')).toEqual([12, ['bulk 0'], 9]);
    expect(legs('black-hole')).toEqual([12, ['bond 0', 'bond 1', 'bond 2', 'bond 3', ...each.slice(1)], 4]);
  });

  test('says what is wrong', () => {
    const source: TensorSource = { kind: 'free', offset: 0 };
    expect(() => tilingNetwork(patch, { bond: 2, source }, 'centre')).toThrow(/logical input required for 'centre'/);
    expect(() => tilingNetwork(tiling(4, 5, { layers: 0 }), { bond: 2, source }, 'black-hole')).toThrow(
      /a ring of tiles/,
    );
    expect(() => tilingNetwork(patch, { bond: 2, source }, 'none' as 'open')).toThrow(
      "black-hole required, got 'none'",
    );
    expect(() => tiling(5, 4, { inflation: 'none' as 'edge' })).toThrow("'edge' or 'vertex' required, got 'none'");
    expect(() => tilingNetwork(patch, { bond: 2, source: perfect })).toThrow(/node 'tile 0'/);
    expect(() => tilingNetwork(patch, { bond: 1.5, source })).toThrow(/positive whole dimension/);
  });
});
