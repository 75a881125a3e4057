import { describe, expect, test } from 'vitest';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { parametrised } from '../../src/circuit/circuit.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { tangentAngle } from '../../src/fisher/tangent-angle.ts';
import { treeAngles } from '../../src/fisher/tree-angles.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { balancedGauge } from '../../src/network/balanced-gauge.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { parametersOf } from '../../src/network/node-tensor.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { bondsOf } from '../../src/network/tree-messages.ts';
import { schmidtDecomposition } from '../../src/state/schmidt.ts';

const HALF = Math.PI / 2;
const angleOf = (words: readonly string[], theta: readonly number[], a: number, b: number): number | null =>
  tangentAngle(quantumFisherInformation(parametrised(words[0]!.length, words), Float64Array.from(theta)), [a], [b]);

describe('the angle between two gates', () => {
  test('is 0 for one rotation in two pieces, whatever their sign, and π/2 on qubits that do not meet', () => {
    expect(angleOf(['XY', 'XY'], [0.3, 0.9], 0, 1)).toBeCloseTo(0, 7);
    expect(angleOf(['XI', 'IY'], [0.3, 0.9], 0, 1)).toBeCloseTo(HALF, 12);
    expect(angleOf(['Y', 'Z'], [0.3, 0.9], 0, 1)).toBeCloseTo(HALF, 12); // polar angle and azimuth
  });

  test('does not exist if a gate does nothing', () => {
    expect(angleOf(['Z', 'Y'], [0.4, 0.2], 0, 1)).toBeNull();
  });
});

describe('the angle between neighbouring tensors', () => {
  const drawn = (network: TensorNetwork, seed: number): Float64Array => {
    const { normal } = randomStream(seed, 'tensors');
    return Float64Array.from({ length: network.parameters }, () => normal());
  };

  test('of two sites with r and r′ states is the formula in their Schmidt values', () => {
    for (const [r, s, bond] of [
      [3, 3, 1],
      [2, 2, 2],
      [3, 4, 2],
      [4, 5, 3],
    ] as const) {
      const network = matrixProductState([r, s], { bond });
      const theta = drawn(network, bond);
      const lambda = schmidtDecomposition(stateVector(network, theta), [r, s], [0]).values.filter((x) => x > 1e-10);
      const power = (k: number): number => lambda.reduce((sum, x) => sum + x ** k, 0);
      const k = power(3) ** 2 - 2 * power(4);
      const expected = Math.acos(Math.sqrt((power(1) ** 2 + k) / Math.sqrt((r + k) * (s + k))));
      expect(Object.values(treeAngles(network, theta))[0]).toBeCloseTo(expected, 10);
    }
  });

  test('is 0 for maximally entangled pairs, π/2 for products', () => {
    const pair = matrixProductState([2, 2], { bond: 2 });
    const theta = new Float64Array(pair.parameters);
    for (const node of [0, 1]) for (const k of [0, 3]) theta[8 * node + 2 * k] = 1;
    expect(Object.values(treeAngles(pair, theta))[0]).toBeCloseTo(0, 7);
    const product = matrixProductState([2, 2, 2], { bond: 1 });
    for (const angle of Object.values(treeAngles(product, drawn(product, 5))))
      expect(angle).toBeCloseTo(Math.PI / 2, 7);
  });

  test.each([
    ['matrix-product state', matrixProductState([2, 3, 2, 2, 2], { bond: 3 })],
    ['tree', treeTensorNetwork(new Array<number>(8).fill(2), { bond: 2 })],
    ['isometric tree', treeTensorNetwork(new Array<number>(8).fill(2), { bond: 2, form: 'isometric' })],
  ])('of a %s is that of the Fisher matrix in balanced gauge, in whatever gauge it comes', (_, network) => {
    const theta = initialParameters(network, randomStream(7, 'theta'));
    const free = {
      ...network,
      nodes: network.nodes.map((node) => ({ ...node, tensor: { ...node.tensor, kind: 'free' } })),
    };
    const balanced = balancedGauge(free as TensorNetwork, theta, 0);
    const F = quantumFisherInformation(balanced.network, balanced.theta);
    const angles = treeAngles(network, theta);
    for (const { leg, nodes } of bondsOf(balanced.network)) {
      const [a, b] = nodes.map((node) => parametersOf(balanced.network.nodes[node]!, balanced.network));
      expect(angles[leg]).toBeCloseTo(tangentAngle(F, a!, b!)!, 8);
    }
    const first = parametersOf(network.nodes[0]!, network);
    const scaled = treeAngles(
      free as TensorNetwork,
      theta.map((x, k) => (first.includes(k) ? -3 * x : x)),
    );
    for (const [leg, angle] of Object.entries(angles)) expect(scaled[leg]).toBeCloseTo(angle!, 8);
  });
});
