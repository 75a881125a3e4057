import { describe, expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import {
  berryCurvature,
  fubiniStudyMetric,
  quantumGeometricTensor,
} from '../../src/fisher/quantum-geometric-tensor.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { geometricTensors, greatestDifference, matrixOf } from '../oracle/read-oracle.ts';

const HALF = Math.PI / 2;

test("PennyLane's documented metric tensor: RX, RY on qubit 0, CNOT, RZ on both", () => {
  const gates = [
    { word: 'XI', angle: { parameter: 0 } },
    { word: 'YI', angle: { parameter: 1 } },
    { word: 'ZX', angle: -HALF }, // CNOT from 0 to 1, up to a phase
    { word: 'ZI', angle: HALF },
    { word: 'IX', angle: HALF },
    { word: 'IZ', angle: { parameter: 2 } },
    { word: 'ZI', angle: { parameter: 3 } },
  ];
  const circuit: Circuit = { kind: 'circuit', qubits: 2, parameters: 4, gates };
  const expected = [
    [0.25, 0, -0.0497, -0.0497],
    [0, 0.2475, 0.0243, 0.0243],
    [-0.0497, 0.0243, 0.0123, 0.0123],
    [-0.0497, 0.0243, 0.0123, 0.0123],
  ].flat();
  fubiniStudyMetric(circuit, Float64Array.of(0.1, 0.2, 0.4, 0.5)).data.forEach((entry, at) => {
    expect(Math.abs(entry - expected[at]!)).toBeLessThanOrEqual(5.001e-5); // four printed digits
  });
});

test.each([
  [Math.PI / 4, 1 / 2],
  [Math.PI, 0],
  [Math.PI / 2, 1],
])("Qiskit's tested Fisher information of RX(b)·RZ(a)·H at a = %d: diag(1, %d)", (a, second) => {
  const circuit: Circuit = {
    kind: 'circuit',
    qubits: 1,
    parameters: 2,
    gates: [
      { word: 'Z', angle: { parameter: 0 } },
      { word: 'X', angle: { parameter: 1 } },
    ],
    reference: [{ polar: HALF, azimuth: 0 }], // H|0⟩
  };
  const F = quantumFisherInformation(circuit, Float64Array.of(a, 0.1)).data;
  expect([...F]).toEqual([1, 0, 0, second].map((value) => expect.closeTo(value, 12)));
});

describe.each(geometricTensors.circuits)('five circuits by other libraries: $name, $qubits qubits', (circuit) => {
  const { qubits, gates, pennylane, tensorcircuit } = circuit;
  const theta = Float64Array.from(circuit.theta);
  const own: Circuit = { kind: 'circuit', qubits, parameters: theta.length, gates };
  const metric = Float64Array.from(pennylane.flat());

  test('PennyLane gives the same metric, TensorCircuit the same complex tensor, to 1e-10', () => {
    expect(greatestDifference(fubiniStudyMetric(own, theta).data, metric)).toBeLessThan(1e-10);
    const expected = matrixOf(tensorcircuit);
    expect(greatestDifference(quantumGeometricTensor(own, theta).interleaved, expected.interleaved)).toBeLessThan(
      1e-10,
    );
    const berry = tensorcircuit.im.flat().map((x) => -2 * x);
    expect(greatestDifference(berryCurvature(own, theta).data, berry)).toBeLessThan(1e-10);
    const fisher = metric.map((x) => 4 * x);
    expect(greatestDifference(quantumFisherInformation(own, theta).data, fisher)).toBeLessThan(4e-10);
  });

  test('and so does the circuit as a tensor network', () => {
    expect(greatestDifference(fubiniStudyMetric(networkOf(own), theta).data, metric)).toBeLessThan(1e-10);
  });
});
