import { describe, expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { locallyPurifiedMps } from '../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { projectedEntangledPairState } from '../../models/projected-entangled-pair-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { innerProduct, norm } from '../../src/linalg/vector.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkPullback, networkState, networkTangents } from '../../src/network/network-state.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { checkGradient } from '../../src/optimise/check-gradient.ts';
import { smallNetwork } from './random-network.ts';

const qubits = (n: number): number[] => new Array(n).fill(2);
const circuit = {
  kind: 'circuit' as const,
  qubits: 3,
  parameters: 2,
  gates: [
    { word: 'YII', angle: { parameter: 0 } },
    { word: 'ZYI', angle: { parameter: 1, scale: -0.5 } },
    { word: 'XIX', angle: { parameter: 0, scale: 2 } },
    { word: 'IZY', angle: 0.4 },
    { word: 'III', angle: { parameter: 1 } },
  ],
};
const NETWORKS: readonly [string, TensorNetwork][] = [
  ['an open matrix-product state', matrixProductState([2, 3, 2, 2], { bond: 3 })],
  ['a ring', matrixProductState(qubits(4), { bond: 2, boundary: 'periodic' })],
  ['a tree', treeTensorNetwork(qubits(5), { bond: 3 })],
  ['a MERA', isometricMera(4)],
  ['a PEPS', projectedEntangledPairState({ rows: 2, columns: 2 })],
  ['a purified state', locallyPurifiedMps(qubits(2), { bond: 2 })],
  ['a circuit', networkOf(circuit)],
  ['a network with a double bond', smallNetwork()],
];

test('GHZ is a matrix-product state of two copy tensors', () => {
  const copy = [1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0]; // axes (left, site, right)
  const ends = [1, 0, 0, 0, 0, 0, 1, 0];
  const network: TensorNetwork = {
    kind: 'network',
    parameters: 0,
    dimensions: { s0: 2, s1: 2, s2: 2, x: 2, y: 2 },
    nodes: [
      { id: 'A', legs: ['s0', 'x'], tensor: { kind: 'constant', interleaved: ends } },
      { id: 'B', legs: ['x', 's1', 'y'], tensor: { kind: 'constant', interleaved: copy } },
      { id: 'C', legs: ['y', 's2'], tensor: { kind: 'constant', interleaved: ends } },
    ],
    boundary: ['s0', 's1', 's2'],
    bulk: [],
    environment: [],
  };
  const { interleaved } = networkState(network, new Float64Array(0));
  expect([...interleaved].map((x, k) => [k, x]).filter(([, x]) => x !== 0)).toEqual([
    [0, 1],
    [14, 1],
  ]);
});

test('sites come in the order of the boundary, environment least significant', () => {
  const matrix = { kind: 'constant' as const, interleaved: [1, 0, 2, 0, 3, 0, 4, 0] };
  const network: TensorNetwork = {
    kind: 'network',
    parameters: 0,
    dimensions: { a: 2, b: 2 },
    nodes: [{ id: 'A', legs: ['a', 'b'], tensor: matrix }],
    boundary: ['b'],
    bulk: [],
    environment: ['a'],
  };
  expect([...networkState(network, new Float64Array(0)).interleaved]).toEqual([1, 0, 3, 0, 2, 0, 4, 0]);
});

describe.each(NETWORKS)('%s', (name, network) => {
  const theta = initialParameters(network, randomStream(5, name));
  const state = networkState(network, theta);
  const cotangent: ComplexVector = { length: state.length, interleaved: state.interleaved.map((_, k) => Math.sin(k)) };

  test('has tangents that are central differences of the state', () => {
    const tangents = networkTangents(network, theta);
    expect(tangents).toHaveLength(network.parameters);
    const h = 1e-3;
    for (let k = 0; k < network.parameters; k += 5) {
      const at = (shift: number): Float64Array => networkState(network, theta.with(k, theta[k]! + shift)).interleaved;
      const [a, b, c, d] = [at(-2 * h), at(-h), at(h), at(2 * h)];
      tangents[k]!.interleaved.forEach((x, j) => {
        expect((a[j]! - 8 * b[j]! + 8 * c[j]! - d[j]!) / (12 * h)).toBeCloseTo(x, 9);
      });
    }
  });

  test('has a pullback that is the adjoint of the tangents', () => {
    const gradient = networkPullback(network, theta, cotangent);
    networkTangents(network, theta).forEach((tangent, k) => {
      expect(gradient[k]!).toBeCloseTo(innerProduct(cotangent, tangent)[0], 11);
    });
  });

  test('has the gradient of |⟨c|ψ⟩|², by finite differences', () => {
    const objective = (x: Float64Array) => {
      const [re, im] = innerProduct(cotangent, networkState(network, x));
      const lambda = cotangent.interleaved.map((_, k, c) =>
        k % 2 === 0 ? 2 * (re * c[k]! - im * c[k + 1]!) : 2 * (re * c[k]! + im * c[k - 1]!),
      );
      const gradient = networkPullback(network, x, { length: state.length, interleaved: lambda });
      return { value: re * re + im * im, gradient };
    };
    const { relativeError, taylorOrder } = checkGradient(objective, theta);
    expect(relativeError).toBeLessThan(1e-8);
    expect(taylorOrder).toBeGreaterThan(1.9);
  });
});

test('isometric networks have norm 1', () => {
  for (const network of [
    isometricMera(8, { bond: 3 }),
    treeTensorNetwork(qubits(7), { bond: 3, form: 'isometric' }),
    matrixProductState([2, 3, 2, 2], { bond: 4, form: 'isometric' }),
  ]) {
    expect(norm(networkState(network, initialParameters(network, randomStream(1, 'norm'))))).toBeCloseTo(1, 13);
  }
});

test('wrong numbers of parameters and amplitudes, and logical inputs, are named', () => {
  const network = matrixProductState(qubits(3));
  expect(() => networkState(network, new Float64Array(3))).toThrow(/parameters required, got 3/);
  const short = { length: 4, interleaved: new Float64Array(8) };
  expect(() => networkPullback(network, new Float64Array(network.parameters), short)).toThrow(/8 amplitudes.*got 4/);
  const code: TensorNetwork = { ...smallNetwork(), environment: [], bulk: ['e'] };
  expect(() => networkState(code, new Float64Array(code.parameters))).toThrow(/without logical inputs/);
});
