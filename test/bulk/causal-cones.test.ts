import { describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { mera } from '../../models/mera.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { causalCone, causalWedge } from '../../src/bulk/causal-cones.ts';
import { ringRegions } from '../../src/bulk/ring-regions.ts';
import { regionFisherInformation } from '../../src/fisher/erasure.ts';
import { partsOf } from '../../src/fisher/inferability.ts';
import { siteDimensions, stateVector, tensorNetworkOf } from '../../src/generative/generative-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { entanglementEntropy } from '../../src/state/entropy.ts';
import { reducedDensityMatrix } from '../../src/state/reduced-density-matrix.ts';
import { distance } from '../linalg/compare.ts';

const drawn = (length: number): Float64Array => {
  const stream = randomStream(1, 'causal cones');
  return Float64Array.from({ length }, () => stream.normal());
};

describe('the causal cone', () => {
  test('of a staircase of gates is what the light cone says', () => {
    const gates = [
      ['XXI', 0],
      ['IXX', 1],
    ].map(([word, parameter]) => ({ word: String(word), angle: { parameter: Number(parameter) } }));
    const circuit = { kind: 'circuit', qubits: 3, parameters: 2, gates } as const;
    const ids = tensorNetworkOf(circuit).nodes.map(({ id }) => id);
    const [, , , first, second] = ids;
    expect(causalCone(circuit, [0]).nodes).toContain(first);
    expect(causalCone(circuit, [0]).nodes).not.toContain(second);
    expect(new Set(causalCone(circuit, [2]).nodes)).toEqual(new Set(ids)); // qubit 2 hears of all
    expect(causalWedge(circuit, [1, 2])).toContain(second);
    expect(causalWedge(circuit, [1, 2])).not.toContain(first);
  });

  test.each([
    ['a brickwall circuit', brickwall(6, { depth: 2 })],
    ['a MERA circuit', mera(8)],
  ])('of %s holds everything of which the region has Fisher information', (_, network) => {
    const theta = drawn(network.parameters);
    const tensors = tensorNetworkOf(network);
    const region = [2, 3];
    const cone = new Set(causalCone(network, region).nodes);
    expect(cone.size).toBeLessThan(tensors.nodes.length);
    const F = regionFisherInformation(network, theta, region);
    let seen = 0;
    for (const { id, parameters } of partsOf(tensors)) {
      const information = parameters.reduce((sum, k) => sum + F.data[k * (F.rows + 1)]!, 0);
      if (cone.has(id)) seen += information;
      else expect(information).toBeLessThan(1e-12);
    }
    expect(seen).toBeGreaterThan(0.1);
  });

  test('of an isometric MERA: other isometries outside leave the state of the region, inside they change it', () => {
    const network = isometricMera(8, { bond: 2 });
    const [theta, other] = [1, 2].map((seed) => initialParameters(network, randomStream(seed, 'isometries')));
    const region = [2, 3];
    const rho = (at: Float64Array) => reducedDensityMatrix(stateVector(network, at), siteDimensions(network), region);
    const cone = new Set(causalCone(network, region).nodes);
    for (const { id, parameters } of partsOf(network)) {
      const changed = theta!.slice();
      for (const k of parameters) changed[k] = other![k]!;
      const moved = distance(rho(changed), rho(theta!));
      if (cone.has(id)) expect(moved).toBeGreaterThan(1e-3);
      else expect(moved).toBeLessThan(1e-13);
    }
    expect(cone.size).toBeLessThan(network.nodes.length);
  });

  test('of a MERA has a width that stays small on the way inside, of a tree exactly one leg', () => {
    const { widths } = causalCone(isometricMera(16, { bond: 2 }), [6, 7]);
    expect(Math.max(...widths)).toBeLessThanOrEqual(4);
    const tree = treeTensorNetwork(new Array<number>(8).fill(2), { bond: 2, form: 'isometric' });
    expect(causalCone(tree, [5])).toEqual({
      nodes: [expect.any(String), expect.any(String), expect.any(String)],
      widths: [1, 1, 1],
    });
  });

  test('needs tensors with a direction of time', () => {
    expect(() => causalCone(matrixProductState([2, 2, 2], {}), [0])).toThrow(/free tensor/);
    expect(() => causalCone(mera(4), [4])).toThrow(/below 4/);
  });
});

describe('the table of all regions of a ring', () => {
  test('agrees region by region with entropies of the state; no cut lies below its entropy', () => {
    const network = mera(6);
    const theta = drawn(network.parameters);
    const table = ringRegions(network, theta);
    expect(table).toHaveLength(30);
    const state = stateVector(network, theta);
    for (const { start, length, entropy, cut, difference } of table) {
      const region = Array.from({ length }, (_, k) => (start + k) % 6);
      expect(entropy).toBeCloseTo(entanglementEntropy(state, siteDimensions(network), region), 11);
      expect(difference).toBeCloseTo(cut - entropy, 12);
      expect(difference).toBeGreaterThan(-1e-10);
    }
  });

  test.each([
    ['MERA', isometricMera(16, { bond: 2 })],
    ['tree', treeTensorNetwork(new Array<number>(16).fill(2), { bond: 2 })],
  ])('of a %s on 16 sites has 240 regions, none with a cut below its entropy', (_, network) => {
    const theta = initialParameters(network, randomStream(3, 'ring'));
    const table = ringRegions(network, theta);
    expect(table).toHaveLength(240);
    expect(Math.min(...table.map(({ difference }) => difference))).toBeGreaterThan(-1e-9);
  });
});
