import { expect, test } from 'vitest';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { fubiniStudyMetric } from '../../src/fisher/quantum-geometric-tensor.ts';

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
