import { describe, expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { controlledNot } from '../../datasets/unitaries.ts';
import type { Rotation } from '../../src/circuit/circuit.ts';
import { measureWord } from '../../src/circuit/measure-word.ts';
import { controlledNotGate, hadamardGate, pauliGate } from '../../src/circuit/named-gates.ts';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { ShapeError } from '../../src/errors.ts';
import { complexMatrix, complexVector } from '../../src/linalg/complex.ts';
import { applyMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { normSquared } from '../../src/linalg/vector.ts';
import { expectation } from '../../src/operator/pauli-sum.ts';
import { fidelity } from '../../src/state/fidelity.ts';

const made = (gates: readonly Rotation[], psi = randomVector(8, randomStream(3, 'input'))) =>
  runCircuit({ kind: 'circuit', qubits: Math.log2(psi.length), parameters: 0, gates }, new Float64Array(), psi);

describe('measuring a word', () => {
  test('finds ±1 with probabilities (1 ± ⟨P⟩)/2 and leaves an eigenstate', () => {
    const psi = randomVector(8, randomStream(1, 'state'));
    const observable = { qubits: 3, terms: [{ word: 'XIY', coefficient: 1 }] };
    for (const { value, probability, state } of measureWord(psi, 'XIY')) {
      expect(probability).toBeCloseTo((1 + value * expectation(observable, psi)) / 2, 13);
      expect(expectation(observable, state)).toBeCloseTo(value, 13);
    }
  });

  test('of X on one qubit of GHZ leaves the others in (|00⟩ ± |11⟩)/√2', () => {
    const outcomes = measureWord(ghz(3).amplitudes, 'XII');
    outcomes.forEach(({ value, probability, state }) => {
      const expected = complexVector([1, 0, 0, value, value, 0, 0, 1].map((x) => x / 2));
      expect(probability).toBeCloseTo(0.5, 14);
      expect(fidelity(state, expected)).toBeCloseTo(1, 14);
    });
  });

  test('an impossible outcome has no state', () => {
    const [, never] = measureWord(complexVector([1, 0]), 'Z');
    expect(never.probability).toBe(0);
    expect(normSquared(never.state)).toBe(0);
    expect(() => measureWord(complexVector([1, 0]), 'ZZ')).toThrow(ShapeError);
  });
});

describe('named gates', () => {
  test('the controlled NOT is that of the catalogue', () => {
    const psi = randomVector(4, randomStream(2, 'input'));
    expect(fidelity(made(controlledNotGate(2, 0, 1), psi), applyMatrix(controlledNot(2), psi))).toBeCloseTo(1, 14);
    const reversed = complexMatrix([
      [1, 0, 0, 0],
      [0, 0, 0, 1],
      [0, 0, 1, 0],
      [0, 1, 0, 0],
    ]);
    expect(fidelity(made(controlledNotGate(2, 1, 0), psi), applyMatrix(reversed, psi))).toBeCloseTo(1, 14);
  });

  test('Hadamard, controlled NOT and Paulis make and turn a Bell state', () => {
    const zero = complexVector([1, 0, 0, 0]);
    const bell = made([...hadamardGate(2, 0), ...controlledNotGate(2, 0, 1)], zero);
    expect(fidelity(bell, ghz(2).amplitudes)).toBeCloseTo(1, 14);
    const twice = made([...hadamardGate(2, 1), ...hadamardGate(2, 1)], bell);
    expect(fidelity(twice, bell)).toBeCloseTo(1, 14);
    expect(fidelity(made(pauliGate('XI'), bell), complexVector([0, Math.SQRT1_2, Math.SQRT1_2, 0]))).toBeCloseTo(1, 14);
  });
});
