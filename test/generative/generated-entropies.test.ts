import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { locallyPurifiedMps } from '../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { projectedEntangledPairState } from '../../models/projected-entangled-pair-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { boundaryGeometry } from '../../src/bulk/boundary-geometry.ts';
import { regionRecoverability } from '../../src/bulk/recoverability.ts';
import { entropiesOfChain } from '../../src/chain/chain-regions.ts';
import { chainOf, chainOfVector } from '../../src/chain/matrix-product-state.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { generatedEntropies, regionEntropies } from '../../src/generative/generated-entropies.ts';
import { environmentDimension, siteDimensions, stateVector } from '../../src/generative/generative-network.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { entropiesOfNetwork } from '../../src/network/network-entropies.ts';
import { networkOfShapes } from '../../src/network/network-of-shapes.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { place } from '../../src/operator/pauli.ts';
import { informationTable } from '../../src/state/mutual-information.ts';
import { projector } from '../../src/state/reduced-density-matrix.ts';
import { contiguousEntropies, entropiesOfState, sitesOf } from '../../src/state/region-entropies.ts';

const qubits = (n: number) => new Array<number>(n).fill(2);
const random = (network: TensorNetwork, seed = 1) => initialParameters(network, randomStream(seed, 'theta'));

test('any region of a chain has the entropy of its dense state', () => {
  const dimensions = [2, 3, 2, 2, 3, 2];
  const psi = randomVector(144, randomStream(2, 'state'));
  const [chain, dense] = [entropiesOfChain(chainOfVector(psi, dimensions)), entropiesOfState(psi, dimensions)];
  fc.assert(
    fc.property(fc.subarray([0, 1, 2, 3, 4, 5]), (region) => {
      expect(chain.entropy(region)).toBeCloseTo(dense.entropy(region), 11);
    }),
    { seed: 1, numRuns: 64 },
  );
  expect(chain.capacities).toEqual(dense.capacities);
});

describe('any region of a network, by contraction, has the entropy of its dense state', () => {
  test.each([
    ['a tree', treeTensorNetwork(qubits(6), { bond: 3 })],
    ['an isometric tree', treeTensorNetwork(qubits(5), { bond: 3, form: 'isometric' })],
    ['a MERA', isometricMera(8, { bond: 3 })],
    ['a ring', matrixProductState([2, 3, 2, 2], { bond: 2, boundary: 'periodic' })],
    ['a plane', projectedEntangledPairState({ rows: 2, columns: 3, bond: 2 })],
    ['a mixed chain', locallyPurifiedMps(qubits(4), { bond: 2 })],
  ])('%s', (_, network) => {
    const theta = random(network);
    const sites = siteDimensions(network);
    const environment = environmentDimension(network);
    const dense = entropiesOfState(stateVector(network, theta), [...sites, environment], { boundary: sites.length });
    const contracted = entropiesOfNetwork(network, theta);
    fc.assert(
      fc.property(fc.subarray([...sites.keys()]), (region) => {
        expect(contracted.entropy(region)).toBeCloseTo(dense.entropy(region), 10);
      }),
      { seed: 2, numRuns: 20 },
    );
    for (const region of contiguousEntropies(contracted)) {
      expect(region.entropy).toBeCloseTo(dense.entropy(sitesOf(region)), 10);
    }
  });

  test('a tree tells the regions on one side of a bond', () => {
    const network = treeTensorNetwork(qubits(8), { bond: 2 });
    const regions = contiguousEntropies(entropiesOfNetwork(network, random(network)));
    expect(regions.map(({ start, length }) => `${start}+${length}`)).toEqual(
      ['0+2', '0+4', '0+6', '2+2', '2+6', '4+2', '4+4', '6+2'], // pairs and fours, and what is left at the ends
    );
  });
});

describe('too large for amplitudes', () => {
  test('chain and contraction agree on 40 sites', () => {
    const network = matrixProductState(qubits(40), { bond: 3 });
    const theta = random(network);
    const chain = entropiesOfChain(chainOf(network, theta));
    const contracted = entropiesOfNetwork(network, theta);
    for (const region of [[20], [3, 30], [10, 11, 12], [0, 39], [5, 6, 20, 33]]) {
      expect(contracted.entropy(region)).toBeCloseTo(chain.entropy(region), 9);
    }
    expect(informationTable(generatedEntropies(network, theta))[3]![30]).toBeCloseTo(
      chain.entropy([3]) + chain.entropy([30]) - chain.entropy([3, 30]),
      10,
    );
  });

  test('a MERA of 64 sites: subadditivity, and no more entropy than a site can have', () => {
    const network = isometricMera(64, { bond: 2 });
    const { entropy, capacities } = generatedEntropies(network, random(network));
    const [a, b, both] = [entropy([17]), entropy([18, 19]), entropy([17, 18, 19])];
    expect(a).toBeGreaterThan(0.01);
    expect(a).toBeLessThanOrEqual(capacities[17]! + 1e-12);
    expect(both).toBeLessThanOrEqual(a + b + 1e-12);
    expect(both).toBeGreaterThanOrEqual(Math.abs(a - b) - 1e-12);
  });

  test('Bell pairs of 20 qubits', () => {
    const gates = Array.from({ length: 10 }, (_, k) => ({
      word: place(20, { [2 * k]: 'X', [2 * k + 1]: 'Y' }),
      angle: Math.PI / 2,
    }));
    const circuit: Circuit = { kind: 'circuit', qubits: 20, parameters: 0, gates };
    const { entropy } = generatedEntropies(circuit, new Float64Array(0));
    expect(entropy([4, 5])).toBeCloseTo(0, 12);
    expect(entropy([1, 2, 9])).toBeCloseTo(3 * Math.LN2, 12);
  });

  test('regions out of reach are refused by name', () => {
    const network = isometricMera(64, { bond: 2 });
    const { entropy } = generatedEntropies(network, random(network));
    expect(() => entropy(Array.from({ length: 11 }, (_, k) => 5 * k))).toThrow('at most 1024 rows possible, got 2048');
    expect(() => entropy([64])).toThrow('different sites below 64 required, got [64]');
  });
});

test('logical inputs are references: what is recovered of them, densely and by contraction', () => {
  // The perfect repetition |x⟩ ↦ |xxx⟩: two sites know whether, none alone which superposition.
  const entries = Array.from({ length: 16 }, (_, k) => [k === 0 || k === 15 ? 1 : 0, 0]).flat();
  const network: TensorNetwork = {
    kind: 'network',
    parameters: 0,
    dimensions: { a: 2, b: 2, c: 2, x: 2 },
    nodes: [{ id: 'copy', legs: ['a', 'b', 'c', 'x'], tensor: { kind: 'constant', interleaved: entries } }],
    boundary: ['a', 'b', 'c'],
    bulk: ['x'],
    environment: [],
  };
  for (const entropies of [
    generatedEntropies(network, new Float64Array(0)),
    entropiesOfNetwork(network, new Float64Array(0)),
  ]) {
    expect(entropies.references).toBe(1);
    expect(regionRecoverability(entropies, [3], [0, 1, 2]).share).toBeCloseTo(1, 12);
    expect(regionRecoverability(entropies, [3], [0, 1]).share).toBeCloseTo(0.5, 12);
    expect(regionRecoverability(entropies, [3], [0, 1]).leaked).toBeCloseTo(Math.LN2, 12);
    expect(() => regionRecoverability(entropies, [], [0])).toThrow('references with entropy');
  }
});

describe('a network of isometries with logical inputs and an environment', () => {
  /** Two layers of isometries with an input each; one of the outputs is lost. */
  const network: TensorNetwork = {
    ...networkOfShapes(
      [
        {
          id: 'top',
          outputs: [
            ['x', 2],
            ['y', 3],
          ],
          inputs: [['top in', 2]],
        },
        {
          id: 'left',
          outputs: [
            ['s0', 3],
            ['s1', 2],
          ],
          inputs: [
            ['x', 2],
            ['left in', 2],
          ],
        },
        {
          id: 'right',
          outputs: [
            ['s2', 2],
            ['s3', 2],
            ['lost', 3],
          ],
          inputs: [
            ['y', 3],
            ['right in', 2],
          ],
        },
      ],
      ['s0', 's1', 's2', 's3'],
      'isometric',
      ['lost'],
    ),
    bulk: ['top in', 'left in', 'right in'],
  };
  const theta = random(network);

  test('has for any region and references the entropy of its dense state', () => {
    const dense = generatedEntropies(network, theta);
    const contracted = entropiesOfNetwork(network, theta);
    for (let mask = 0; mask < 2 ** 7; mask++) {
      const region = [...Array(7).keys()].filter((k) => (mask >> k) & 1);
      expect(contracted.entropy(region), `${region}`).toBeCloseTo(dense.entropy(region), 10);
    }
  });

  test.each([{ order: 2 }, { order: 3, base: 2 }, { order: Infinity }])('has the Rényi entropies %o', (options) => {
    const open = { ...network, boundary: [...network.boundary, ...network.bulk], bulk: [] };
    const sites = [...siteDimensions(open), environmentDimension(open)];
    const dense = entropiesOfState(stateVector(open, theta), sites, { boundary: 4, references: 3, ...options });
    const contracted = entropiesOfNetwork(network, theta, options);
    expect(contracted.capacities).toEqual(dense.capacities);
    for (const region of [[0], [1, 2], [0, 3, 4], [2, 5, 6], [0, 1, 2, 3]]) {
      expect(contracted.entropy(region)).toBeCloseTo(dense.entropy(region), 10);
    }
    const tree = treeTensorNetwork(qubits(4), { bond: 4 });
    const point = random(tree);
    const ofTree = entropiesOfState(stateVector(tree, point), qubits(4), options);
    expect(entropiesOfNetwork(tree, point, options).entropy([0, 1])).toBeCloseTo(ofTree.entropy([0, 1]), 10);
  });

  test('leaves its references maximally mixed', () => {
    const { entropy } = entropiesOfNetwork(network, theta);
    expect(entropy([4, 5, 6])).toBe(3 * Math.LN2);
    expect(entropy([2, 5])).toBeCloseTo(entropy([2]) + Math.LN2, 12); // s2 is no output of the left
  });
});

test('targets of every kind have the boundary geometry of their state', () => {
  const dimensions = [2, 2, 2, 2];
  const network = matrixProductState(dimensions, { bond: 2 });
  const theta = random(network, 4);
  const amplitudes = stateVector(network, theta);
  const common = { name: 'target', dimensions };
  const [pure, mixed, tensors] = [
    { ...common, kind: 'pure' as const, amplitudes },
    { ...common, kind: 'mixed' as const, density: projector(amplitudes) },
    { ...common, kind: 'network' as const, network, theta },
  ].map((target) => boundaryGeometry(regionEntropies(target)).value);
  expect(pure!.regions.length).toBe(9);
  for (const other of [mixed!, tensors!]) {
    other.regions.forEach(({ entropy }, k) => {
      expect(entropy).toBeCloseTo(pure!.regions[k]!.entropy, 10);
    });
    expect(other.mutualInformation[0]![3]).toBeCloseTo(pure!.mutualInformation[0]![3]!, 10);
    expect(other.distances[1]![2]).toBeCloseTo(pure!.distances[1]![2]!, 8);
  }
});
