import { describe, expect, test } from 'vitest';
import type { Circuit, Rotation } from '../../src/circuit/circuit.ts';
import { globalPhase, globalPhaseGate } from '../../src/circuit/global-phase.ts';
import { controlledNotGate, GATE_PHASES, hadamardGate, pauliGate } from '../../src/circuit/named-gates.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { unitaryCircuit } from '../../src/circuit/unitary-circuit.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix } from '../../src/linalg/complex.ts';
import { columnOf, kronecker, matrixOfColumns, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { distance } from '../linalg/compare.ts';

const NONE = new Float64Array();
const circuitOf = (qubits: number, gates: readonly Rotation[]): Circuit => ({
  kind: 'circuit',
  qubits,
  parameters: 0,
  gates,
});

/** The circuit's unitary, column by column. */
function matrixOf(circuit: Circuit): ComplexMatrix {
  const identity = identityMatrix(2 ** circuit.qubits);
  return matrixOfColumns(
    Array.from({ length: identity.cols }, (_, j) => runCircuit(circuit, NONE, columnOf(identity, j))),
  );
}

const one = identityMatrix(2);
const X = complexMatrix([
  [0, 1],
  [1, 0],
]);
const Y = complexMatrix(
  [
    [0, 0],
    [0, 0],
  ],
  [
    [0, -1],
    [1, 0],
  ],
);
const hadamard = complexMatrix([
  [Math.SQRT1_2, Math.SQRT1_2],
  [Math.SQRT1_2, -Math.SQRT1_2],
]);
const controlledNot = complexMatrix([
  [1, 0, 0, 0],
  [0, 1, 0, 0],
  [0, 0, 0, 1],
  [0, 0, 1, 0],
]);
const reversed = complexMatrix([
  [1, 0, 0, 0],
  [0, 0, 0, 1],
  [0, 0, 1, 0],
  [0, 1, 0, 0],
]);

describe('with its phase', () => {
  test.each([
    ['Hadamard', hadamardGate(2, 1), GATE_PHASES.hadamard, kronecker(one, hadamard)],
    ['controlled NOT', controlledNotGate(2, 0, 1), GATE_PHASES.controlledNot, controlledNot],
    ['controlled NOT upwards', controlledNotGate(2, 1, 0), GATE_PHASES.controlledNot, reversed],
    ['a Pauli word', pauliGate('YX'), GATE_PHASES.pauli, kronecker(Y, X)],
    ['the empty word', pauliGate('II'), GATE_PHASES.pauli, identityMatrix(4)],
  ])('%s is the gate of the textbooks, and the phase is what globalPhase finds', (_, rotations, phase, gate) => {
    const exact = circuitOf(2, [...rotations, ...globalPhaseGate(2, phase)]);
    expect(distance(matrixOf(exact), gate)).toBeLessThan(1e-14);
    expect(globalPhase(circuitOf(2, rotations), NONE, gate)).toBeCloseTo(phase, 14);
    expect(globalPhase(exact, NONE, gate)).toBeCloseTo(0, 14);
  });

  test.each([1, 2, 3])('a random unitary on %i qubits is its circuit entry by entry, not only up to a phase', (n) => {
    for (let seed = 0; seed < 3; seed++) {
      const unitary = randomUnitary(2 ** n, randomStream(seed, 'phase'));
      const circuit = unitaryCircuit(unitary);
      const phase = globalPhase(circuit, NONE, unitary);
      expect(Math.abs(phase)).toBeGreaterThan(1e-3);
      const exact = circuitOf(n, [...circuit.gates, ...globalPhaseGate(n, phase)]);
      expect(distance(matrixOf(exact), unitary)).toBeLessThan(1e-12);
    }
  });

  test('the Bell state has the amplitudes (1, 0, 0, 1)/√2, as a circuit and as a network', () => {
    const phase = GATE_PHASES.hadamard + GATE_PHASES.controlledNot;
    const gates = [...hadamardGate(2, 0), ...controlledNotGate(2, 0, 1), ...globalPhaseGate(2, phase)];
    const circuit = circuitOf(2, gates);
    for (const state of [runCircuit(circuit, NONE), stateVector(networkOf(circuit), NONE)]) {
      [Math.SQRT1_2, 0, 0, 0, 0, 0, Math.SQRT1_2, 0].forEach((x, k) => {
        expect(state.interleaved[k]).toBeCloseTo(x, 14);
      });
    }
  });
});

test('the phase at θ of a circuit with a reference is that of its unitary alone', () => {
  const circuit: Circuit = {
    kind: 'circuit',
    qubits: 1,
    parameters: 1,
    gates: [{ word: 'X', angle: { parameter: 0 } }],
    reference: [{ polar: 1, azimuth: 2 }],
  };
  // R_X(0.6) = cos 0.3 − i sin 0.3 X
  const rotation = complexMatrix(
    [
      [Math.cos(0.3), 0],
      [0, Math.cos(0.3)],
    ],
    [
      [0, -Math.sin(0.3)],
      [-Math.sin(0.3), 0],
    ],
  );
  const turned = scaledMatrix([Math.cos(2.5), Math.sin(2.5)], rotation);
  expect(globalPhase(circuit, Float64Array.of(0.6), turned)).toBeCloseTo(2.5, 14);
});

test('another unitary, and a matrix of another size, are refused', () => {
  const circuit = circuitOf(1, hadamardGate(1, 0));
  expect(() => globalPhase(circuit, NONE, multiply(X, hadamard))).toThrow(/up to a phase required/);
  expect(() => globalPhase(circuit, NONE, controlledNot)).toThrow(/a 2 × 2 matrix required, got 4 × 4/);
});
