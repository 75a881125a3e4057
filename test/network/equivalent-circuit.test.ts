import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { locallyPurifiedMps } from '../../models/locally-purified-mps.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { circuitTangents, runCircuit } from '../../src/circuit/run-circuit.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { addScaled, innerProduct, norm, normalised } from '../../src/linalg/vector.ts';
import { checkNetwork } from '../../src/network/check-network.ts';
import { equivalentCircuit } from '../../src/network/equivalent-circuit.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkState, networkTangents } from '../../src/network/network-state.ts';
import { support } from '../../src/operator/pauli.ts';
import { arbitraryCircuit } from '../helpers/arbitrary-circuit.ts';

const qubits = (n: number): number[] => new Array(n).fill(2);
const none = new Float64Array(0);

test.each([
  ['a matrix-product state of bond 4', matrixProductState(qubits(7), { bond: 4 })],
  ['one of bond 3, which is no power of two', matrixProductState(qubits(6), { bond: 3 })],
  ['an isometric one', matrixProductState(qubits(6), { bond: 4, form: 'isometric' })],
  ['a tree', treeTensorNetwork(qubits(7), { bond: 3 })],
  ['an isometric tree', treeTensorNetwork(qubits(8), { bond: 4, form: 'isometric' })],
  ['a MERA', isometricMera(8, { bond: 2 })],
  ['a MERA of bond 4', isometricMera(8, { bond: 4 })],
])('%s is prepared by its circuit to 1e-12', (name, network) => {
  const theta = initialParameters(network, randomStream(2, name));
  const state = normalised(networkState(network, theta));
  const made = runCircuit(equivalentCircuit(network, theta), none);
  const [re, im] = innerProduct(made, state);
  expect(Math.hypot(re, im)).toBeCloseTo(1, 13);
  expect(norm(addScaled(state, [-re, -im], made))).toBeLessThan(1e-12);
});

test('the circuit of a matrix-product state is a staircase: words reach over ⌈log₂ χ⌉ + 1 neighbouring qubits', () => {
  const network = matrixProductState(qubits(8), { bond: 4 });
  const { gates } = equivalentCircuit(network, initialParameters(network, randomStream(1, 'staircase')));
  for (const { word } of gates) {
    const sites = support(word);
    expect(sites[sites.length - 1]! - sites[0]!).toBeLessThanOrEqual(2);
  }
});

test('rings, mixed states and sites that are no qubits have no such circuit', () => {
  const refused = (network: Parameters<typeof equivalentCircuit>[0]) => () =>
    equivalentCircuit(network, initialParameters(network, randomStream(1, 'x')));
  expect(refused(matrixProductState(qubits(3), { boundary: 'periodic' }))).toThrow(/without cycles/);
  expect(refused(locallyPurifiedMps(qubits(2)))).toThrow(/pure state of qubits/);
  expect(refused(matrixProductState([3, 3]))).toThrow(/pure state of qubits/);
  const isometric = matrixProductState(qubits(3), { form: 'isometric' });
  expect(() => equivalentCircuit(isometric, new Float64Array(isometric.parameters).fill(0.3))).toThrow(
    /not an isometry/,
  );
});

test('a circuit and its network make the same state with the same tangents', () => {
  fc.assert(
    fc.property(arbitraryCircuit(4, 8), ({ circuit, theta }) => {
      const network = networkOf(circuit);
      expect(norm(addScaled(runCircuit(circuit, theta), [-1, 0], networkState(network, theta)))).toBeLessThan(1e-12);
      const tangents = networkTangents(network, theta);
      circuitTangents(circuit, theta).forEach((tangent, k) => {
        expect(norm(addScaled(tangent, [-1, 0], tangents[k]!))).toBeLessThan(1e-12);
      });
    }),
    { seed: 5, numRuns: 25 },
  );
});

test('a reference of Bloch points and one of a spectrum become constant nodes', () => {
  const gates = [
    { word: 'XZ', angle: { parameter: 0 } },
    { word: 'IY', angle: 0.3 },
  ];
  const base: Circuit = { kind: 'circuit', qubits: 2, parameters: 1, gates };
  const points = [
    { polar: 0.4, azimuth: 1 },
    { polar: 2, azimuth: -0.5 },
  ];
  for (const reference of [points, { spectrum: [0.5, 0.3, 0.2, 0] }]) {
    const circuit: Circuit = { ...base, reference };
    const network = networkOf(circuit);
    checkNetwork(network);
    const theta = Float64Array.of(0.7);
    expect(norm(addScaled(runCircuit(circuit, theta), [-1, 0], networkState(network, theta)))).toBeLessThan(1e-14);
  }
});
