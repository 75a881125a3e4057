import { expect, test } from 'vitest';
import { circuitOfGaussian, circuitOfTransform, gaussianOfCircuit } from '../../../src/circuit/free-fermion-circuit.ts';
import { indicesOf } from '../../../src/gaussian/gaussian-state.ts';
import { submatrix } from '../../../src/linalg/real-product.ts';
import {
  exactHolographicMapping,
  mappingMatrix,
  type WaveletFilter,
  waveletCircuit,
  waveletTransform,
} from '../../../src/systems/renormalisation/index.ts';
import { distance } from '../../helpers/dense-fermions.ts';
import { randomGaussian } from '../../helpers/random-gaussian.ts';

/** Orthogonal, with zeros at both ends: one of two taps, shifted. */
const SHIFTED = [0, 0, Math.SQRT1_2, Math.SQRT1_2, 0, 0];

test('the circuit takes a state to its bulk, up to the order of the sites', () => {
  for (const [sites, filter, boundary, components, layers] of [
    [8, 'haar', 'periodic', 1, 3],
    [8, 'd4', 'antiperiodic', 1, 3],
    [8, 'd6', 'periodic', 1, 2],
    [8, 'd6', 'antiperiodic', 2, 3],
    [16, 'd8', 'antiperiodic', 1, 4],
    [12, 'd10', 'periodic', 1, 2],
    [8, SHIFTED, 'antiperiodic', 1, 3],
  ] as const) {
    const modes = sites * components;
    const state = randomGaussian('fermion', new Array(modes).fill(1), 5);
    const preparation = circuitOfGaussian(state);
    const { circuit, labels } = waveletCircuit(sites, filter as WaveletFilter, { boundary, components, layers });
    const gates = [
      ...preparation.network.gates.map((gate, k) => ({ ...gate, angle: preparation.theta[k]! })),
      ...circuit.gates,
    ];
    const mapped = gaussianOfCircuit({ kind: 'circuit', qubits: modes, parameters: 0, gates });
    const transform = waveletTransform(sites, filter as WaveletFilter, { boundary, layers });
    const bulk = exactHolographicMapping(state, transform);
    const order = labels.flatMap(
      (label) => bulk.sites.find(({ layer, place }) => layer === label.layer && place === label.place)!.modes,
    );
    const expected = submatrix(bulk.state.covariance, indicesOf('fermion', modes, order));
    expect(distance(mapped.covariance.data, expected.data)).toBeLessThan(1e-12);
  }
});

test('it has fewer than KN rotations of two modes, where the general circuit has as many as pairs', () => {
  const [sites, moments] = [64, 2];
  const { circuit } = waveletCircuit(sites, 'd4');
  expect(circuit.gates.length).toBe(2 * moments * (sites - 1));
  const general = circuitOfTransform(mappingMatrix(sites, waveletTransform(sites, 'd4')));
  expect(general.gates.length).toBeGreaterThan(10 * circuit.gates.length);
});

test('components that are none are refused', () => {
  expect(() => waveletCircuit(8, 'haar', { components: 0 })).toThrow('got 0');
  expect(() => waveletCircuit(9, 'haar')).toThrow('halved');
});
