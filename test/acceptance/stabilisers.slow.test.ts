import { describe, expect, test } from 'vitest';
import { stabiliserGroupOfCircuit } from '../../src/circuit/clifford-circuit.ts';
import { randomCliffordCircuit } from '../../src/circuit/random-clifford.ts';
import { minimalCut } from '../../src/geometry/minimal-cut.ts';
import { tiling } from '../../src/geometry/tiling.ts';
import { tilingGraph } from '../../src/geometry/tiling-graph.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { entropiesOfStabiliserNetwork } from '../../src/network/stabiliser-network.ts';
import { sourceOfGroup } from '../../src/network/stabiliser-source.ts';
import { fiveQubitCode } from '../../src/stabiliser/known-codes.ts';
import { encodingState } from '../../src/stabiliser/logical-operators.ts';
import { randomStabiliserState } from '../../src/stabiliser/random-stabilisers.ts';
import { entropiesOfStabilisers } from '../../src/stabiliser/stabiliser-entropy.ts';
import { stabiliserVector } from '../../src/stabiliser/stabiliser-vector.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { sitesOf } from '../../src/state/region-entropies.ts';
import { tilingNetwork } from '../../src/systems/tiling/tiling-network.ts';

describe('stabiliser states at full size', () => {
  test.each([
    [5, 441, 995],
    [6, 1161, 2605],
  ])(
    'the code of {5, 4} with %i layers has %i logical qubits on %i legs, and obeys its cuts',
    (layers, tiles, legs) => {
      const pattern = tiling(5, 4, { layers, inflation: 'edge' });
      const source = sourceOfGroup(encodingState(fiveQubitCode()));
      const entropies = entropiesOfStabiliserNetwork(tilingNetwork(pattern, { bond: 2, bulk: 2, source }));
      expect([entropies.references, entropies.boundary]).toEqual([tiles, legs]);
      const logical = Array.from({ length: tiles }, (_, k) => legs + k);
      expect(entropies.entropy(logical) / Math.LN2).toBeCloseTo(tiles, 6);
      const zero = entropiesOfStabiliserNetwork(tilingNetwork(pattern, { bond: 2, bulk: 2, source }, 'zero'));
      const graph = tilingGraph(pattern);
      for (const length of [1, 20, 100, Math.floor(legs / 2)]) {
        const arc = sitesOf({ start: 7, length });
        const { area } = minimalCut(graph, arc);
        expect(zero.entropy(arc)).toBeLessThanOrEqual(area + 1e-9);
      }
    },
  );

  test.each([
    [2, 12],
    [3, 12],
    [5, 8],
  ])('entropies of random states over GF(%i) on %i qudits are those of their amplitudes', (prime, qudits) => {
    const stream = randomStream(1, 'entropies');
    const dimensions = new Array<number>(qudits).fill(prime);
    const group = randomStabiliserState(stream, prime, qudits);
    const [entropies, amplitudes] = [entropiesOfStabilisers(group), stabiliserVector(group)];
    const most = prime === 2 ? 6 : prime === 3 ? 5 : 3;
    for (let sample = 0; sample < 12; sample++) {
      const order = new Map(dimensions.map((_, site) => [site, stream.uniform()]));
      const region = [...order.keys()].sort((a, b) => order.get(a)! - order.get(b)!).slice(0, 1 + (sample % most));
      expect(entropies.entropy(region)).toBeCloseTo(entanglementEntropy(amplitudes, dimensions, region), 11);
    }
  });

  test('a random state of 2000 qubits has the entropies of its intervals from one elimination', () => {
    const entropies = entropiesOfStabilisers(randomStabiliserState(randomStream(1, 'large'), 2, 2000));
    const intervals = entropies.contiguous!();
    expect(intervals.length).toBe((2000 * 2001) / 2 - 1);
    for (const index of [5, 10 ** 5, 10 ** 6, 1_500_000]) {
      const interval = intervals[index]!;
      expect(entropies.entropy(sitesOf(interval))).toBeCloseTo(interval.entropy, 6);
    }
    // Page: a small part is maximally mixed, the half up to a few bits.
    expect(entropies.entropy(sitesOf({ start: 0, length: 500 })) / Math.LN2).toBeCloseTo(500, 8);
    expect(entropies.entropy(sitesOf({ start: 0, length: 1000 })) / Math.LN2).toBeGreaterThan(990);
  });

  test('entanglement of 2000 qubits spreads by a bounded amount in each layer of gates', () => {
    const circuit = randomCliffordCircuit(randomStream(2, 'large'), 2000, 12);
    const entropies = entropiesOfStabilisers(stabiliserGroupOfCircuit(circuit, new Float64Array(0)));
    const half = entropies.entropy(sitesOf({ start: 0, length: 1000 })) / Math.LN2;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThanOrEqual(12);
  });
});
