import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { locallyPurifiedMps, matrixProductState } from '../../models/index.ts';
import { bulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import { informationDistances } from '../../src/bulk/information-distances.ts';
import { chainRegionEntropies, pairDensities, siteDensities } from '../../src/chain/chain-entropies.ts';
import { chainOfVector } from '../../src/chain/matrix-product-state.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { shortestPaths } from '../../src/geometry/shortest-paths.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { place } from '../../src/operator/pauli.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { mutualInformation as mutualInformationOf } from '../../src/state/mutual-information.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';

/** Open matrix-product state of n qubits, all bonds of the given dimension, with these entries (site, left, right). */
function chain(n: number, bond: number, entry: (site: number, s: number, l: number, r: number) => number) {
  const dimensions: Record<string, number> = {};
  const theta: number[] = [];
  const nodes = Array.from({ length: n }, (_, q) => {
    const [left, right] = [q > 0 ? bond : 1, q + 1 < n ? bond : 1];
    const legs = [`s${q}`, ...(q > 0 ? [`b${q - 1}`] : []), ...(q + 1 < n ? [`b${q}`] : [])];
    for (const leg of legs) dimensions[leg] = leg.startsWith('s') ? 2 : bond;
    const offset = theta.length;
    for (let s = 0; s < 2; s++) {
      for (let l = 0; l < left; l++) for (let r = 0; r < right; r++) theta.push(entry(q, s, l, r), 0);
    }
    return { id: `A${q}`, legs, tensor: { kind: 'free', offset } as const };
  });
  const boundary = Array.from({ length: n }, (_, q) => `s${q}`);
  const network: TensorNetwork = {
    kind: 'network',
    parameters: theta.length,
    dimensions,
    nodes,
    boundary,
    bulk: [],
    environment: [],
  };
  return { network, theta: Float64Array.from(theta) };
}
const ghz = (n: number) => chain(n, 2, (q, s, l, r) => ((q === 0 || l === s) && (q === n - 1 || r === s) ? 1 : 0));
const LOG2 = Math.log(2);

describe('GHZ as a matrix-product state of bond 2', () => {
  const { network, theta } = ghz(6);
  const bulk = bulkGeometry(network, theta).value;

  test('has entropy log 2 in every region, and cuts of log 2 for each end of the region inside the chain', () => {
    expect(bulk.cuts.length).toBe(20);
    for (const { start, length, entropy, cut } of bulk.cuts) {
      expect(entropy).toBeCloseTo(LOG2, 12);
      const ends = (start > 0 ? 1 : 0) + (start + length < 6 ? 1 : 0);
      expect(cut).toBeCloseTo(LOG2 * (length === 1 ? 1 : ends), 12); // a single site is cut off at its own leg
    }
  });

  test('has log 2 on every bond and mutual information log 2 between all sites, at distance log 2', () => {
    for (const { entropy, capacity } of bulk.edges) {
      expect(entropy).toBeCloseTo(LOG2, 12);
      expect(capacity).toBeCloseTo(LOG2, 12);
    }
    bulk.mutualInformation.forEach((row, a) => {
      row.forEach((value, b) => {
        expect(value).toBeCloseTo(a === b ? 2 * LOG2 : LOG2, 12);
      });
    });
    expect(bulk.distances[0]![5]).toBeCloseTo(LOG2, 12);
  });

  test('is as long as one likes: the same at 64 sites, without amplitudes', () => {
    const long = ghz(64);
    const { value, notes } = bulkGeometry(long.network, long.theta);
    const { cuts, mutualInformation, edges, nodes, geodesics } = value;
    expect(cuts.length).toBe((64 * 65) / 2 - 1);
    for (const { entropy, cut } of cuts) {
      expect(entropy).toBeCloseTo(LOG2, 10);
      expect(cut).toBeGreaterThan(entropy - 1e-10);
    }
    expect(mutualInformation[3]![60]).toBeCloseTo(LOG2, 10);
    for (const { entropy } of edges) expect(entropy).toBeCloseTo(LOG2, 10);
    // Σ F_kk: of an entry that GHZ has 4(½ − ¼), of any other 4·½, both for its real and its imaginary part.
    nodes.forEach(({ information }, k) => {
      expect(information).toBeCloseTo(k === 0 || k === 63 ? 2 * (2 + 2 * 2) : 2 * (2 + 6 * 2), 10);
    });
    expect(geodesics[10]![50]).toBeCloseTo(10 * geodesics[20]![24]!, 8);
    expect(notes).toEqual([]);
  });
});

test('W has the mutual information of its closed form between any two sites', () => {
  const n = 5;
  // Bond value 1 once the excitation has been placed.
  const { network, theta } = chain(n, 2, (q, s, l, r) => {
    const before = q === 0 ? 0 : l;
    const after = q === n - 1 ? 1 : r;
    return before + s === after ? 1 : 0;
  });
  const h = (p: number): number => (p > 0 ? -p * Math.log(p) : 0);
  const single = h(1 / n) + h(1 - 1 / n);
  const pair = h(2 / n) + h(1 - 2 / n);
  const { mutualInformation, distances } = bulkGeometry(network, theta).value;
  for (let a = 0; a < n; a++) {
    for (let b = 0; b < n; b++) {
      if (a === b) continue;
      expect(mutualInformation[a]![b]).toBeCloseTo(2 * single - pair, 12);
      expect(distances[a]![b]).toBeCloseTo(-Math.log((2 * single - pair) / (2 * LOG2)), 12);
    }
  }
});

describe('Bell pairs from a circuit', () => {
  /** Qubits (0, 1) and (2, 3) maximally entangled. */
  const circuit: Circuit = {
    kind: 'circuit',
    qubits: 4,
    parameters: 2,
    gates: [
      { word: 'XYII', angle: { parameter: 0 } },
      { word: 'IIXY', angle: { parameter: 1 } },
    ],
  };
  const bulk = bulkGeometry(circuit, Float64Array.of(Math.PI / 2, Math.PI / 2)).value;

  test('have entropy of the pairs that a region breaks, and partners at distance 0', () => {
    for (const { start, length, entropy } of bulk.cuts) {
      const broken = [
        [0, 1],
        [2, 3],
      ].filter(([a, b]) => inside(a!, start, length) !== inside(b!, start, length));
      expect(entropy).toBeCloseTo(broken.length * LOG2, 12);
    }
    expect(bulk.distances[0]![1]).toBeCloseTo(0, 12);
    expect(bulk.distances[0]![2]).toBeNull();
  });

  test('carry entropy on the wires after the gate only, and each gate has its Fisher information 1', () => {
    const entropies = bulk.edges.map(({ leg, entropy }) => [bulk.boundary.includes(leg), entropy] as const);
    for (const [after, entropy] of entropies) expect(entropy).toBeCloseTo(after ? LOG2 : 0, 12);
    for (const { id, information } of bulk.nodes) expect(information).toBeCloseTo(id.startsWith('gate') ? 1 : 0, 12);
  });
});
const inside = (site: number, start: number, length: number): boolean => site >= start && site < start + length;

describe('entropies never exceed minimal cuts', () => {
  test('in random matrix-product states', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 6 }), fc.integer({ min: 1, max: 4 }), fc.nat(), (n, bond, seed) => {
        const stream = randomStream(seed, 'chain');
        const { network, theta } = chain(n, bond, () => stream.normal());
        for (const { entropy, cut } of bulkGeometry(network, theta).value.cuts)
          expect(entropy).toBeLessThan(cut + 1e-10);
      }),
      { seed: 3, numRuns: 25 },
    );
  });

  test('in random circuits, pure and mixed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 4 }),
        fc.integer({ min: 1, max: 8 }),
        fc.boolean(),
        fc.nat(),
        (n, count, mixed, seed) => {
          const stream = randomStream(seed, 'circuit');
          const gates = Array.from({ length: count }, (_, parameter) => {
            const a = stream.integer(n);
            const b = (a + 1) % n;
            return {
              word: place(n, { [a]: 'XYZ'[stream.integer(3)]!, [b]: 'XYZ'[stream.integer(3)]! }),
              angle: { parameter },
            };
          });
          const weights = Array.from({ length: 2 ** n }, () => stream.uniform());
          const total = weights.reduce((sum, x) => sum + x, 0);
          const reference = mixed && n < 4 ? { reference: { spectrum: weights.map((x) => x / total) } } : {};
          const circuit: Circuit = { kind: 'circuit', qubits: n, parameters: count, gates, ...reference };
          const bulk = bulkGeometry(
            circuit,
            Float64Array.from({ length: count }, () => 3 * stream.normal()),
          ).value;
          for (const { entropy, cut } of bulk.cuts) expect(entropy).toBeLessThan(cut + 1e-10);
          for (const { entropy, capacity } of bulk.edges) expect(entropy).toBeLessThan(capacity + 1e-10);
        },
      ),
      { seed: 4, numRuns: 25 },
    );
  });
});

test('regions and pairs of a chain agree with its dense state', () => {
  const dimensions = [2, 3, 2, 2, 2, 3];
  const state = randomVector(144, randomStream(1, 'state'));
  const canonical = chainOfVector(state, dimensions);
  for (const { start, length, entropy } of chainRegionEntropies(canonical)) {
    const region = Array.from({ length }, (_, k) => start + k);
    expect(entropy).toBeCloseTo(entanglementEntropy(state, dimensions, region), 11);
  }
  expect(chainRegionEntropies(canonical).length).toBeGreaterThan(14);
  siteDensities(canonical).forEach((rho, site) => {
    const dense = reducedDensityMatrix(state, dimensions, [site]).interleaved;
    rho.interleaved.forEach((x, k) => {
      expect(x).toBeCloseTo(dense[k]!, 12);
    });
  });
  pairDensities(canonical, (a, b, rho) => {
    const dense = reducedDensityMatrix(state, dimensions, [a, b]).interleaved;
    rho.interleaved.forEach((x, k) => {
      expect(x).toBeCloseTo(dense[k]!, 12);
    });
  });
});

test('a chain too long for the dense route has the entropies of its dense state', () => {
  const stream = randomStream(9, 'long');
  const n = 15;
  const { network, theta } = chain(n, 2, () => stream.normal());
  const { cuts, mutualInformation } = bulkGeometry(network, theta).value;
  expect(cuts.length).toBe((n * (n + 1)) / 2 - 1);
  const state = stateVector(network, theta);
  const dimensions = new Array<number>(n).fill(2);
  for (const [start, length] of [
    [0, 4],
    [11, 4],
    [5, 3],
    [7, 2],
    [14, 1],
  ] as const) {
    const region = Array.from({ length }, (_, k) => start + k);
    const cut = cuts.find((other) => other.start === start && other.length === length)!;
    expect(cut.entropy).toBeCloseTo(entanglementEntropy(state, dimensions, region), 11);
  }
  expect(mutualInformation[4]![9]).toBeCloseTo(mutualInformationOf(state, dimensions, [4], [9]), 11);
});

test('shortest paths shorten, and leave what is not connected apart', () => {
  const direct = informationDistances(
    [
      [1, 1e-3, 0.5, 0],
      [1e-3, 1, 0.5, 0],
      [0.5, 0.5, 1, 0],
      [0, 0, 0, 0],
    ],
    [2, 2, 2, 2],
  );
  const paths = shortestPaths(direct);
  expect(direct[0]![1]).toBeCloseTo(-Math.log(1e-3 / (2 * LOG2)), 13);
  expect(paths[0]![1]).toBeCloseTo(-2 * Math.log(0.5 / (2 * LOG2)), 13);
  expect(paths[0]![3]).toBeNull();
  expect(paths[2]![0]).toBe(direct[2]![0]);
});

test('only a network that is no chain goes without entropies: an error inside the chain is not passed over', () => {
  const { network, theta } = chain(15, 2, () => 1);
  expect(() => bulkGeometry(network, theta.subarray(0, 4))).toThrow(RangeError);
  const ring = matrixProductState(new Array<number>(15).fill(2), { boundary: 'periodic', bond: 12 });
  const random = randomStream(2, 'ring');
  const { value, notes } = bulkGeometry(
    ring,
    Float64Array.from({ length: ring.parameters }, () => random.normal()),
  );
  expect(value.cuts).toEqual([]);
  expect(notes.join()).toContain('no open chain');
});

test('information that is out of reach is unknown, not zero', () => {
  const purified = locallyPurifiedMps(new Array<number>(7).fill(2));
  const { value, notes } = bulkGeometry(purified, new Float64Array(purified.parameters).fill(0.3));
  for (const { information } of value.nodes) expect(information).toBeNull();
  expect(notes.join()).toContain('No information of the tensors');
});
