import { describe, expect, test } from 'vitest';
import { runCircuit } from '../../src/circuit/run-circuit.ts';
import { unitaryCircuit, unitaryRotations } from '../../src/circuit/unitary-circuit.ts';
import { type ComplexMatrix, complexMatrix, identityMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, kronecker, multiply, trace } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';

/** The matrix of a circuit, column by column. */
function matrixOf(circuit: ReturnType<typeof unitaryCircuit>): ComplexMatrix {
  const size = 2 ** circuit.qubits;
  const matrix = zeroMatrix(size, size);
  for (let j = 0; j < size; j++) {
    const basis = new Float64Array(2 * size);
    basis[2 * j] = 1;
    const { interleaved } = runCircuit(circuit, new Float64Array(0), { length: size, interleaved: basis });
    for (let i = 0; i < size; i++) matrix.interleaved.set(interleaved.subarray(2 * i, 2 * i + 2), 2 * (i * size + j));
  }
  return matrix;
}

/** ‖U − e^{iφ}V‖ at the best phase. */
function distance(u: ComplexMatrix, v: ComplexMatrix): number {
  const [re, im] = trace(multiply(v, u, { adjointA: true }));
  const modulus = Math.hypot(re, im);
  return frobeniusNorm(addScaledMatrix(u, [-re / modulus, -im / modulus], v));
}

const reproduced = (unitary: ComplexMatrix): number => distance(matrixOf(unitaryCircuit(unitary)), unitary);

describe.each([1, 2, 3, 4])('on %i qubits', (k) => {
  const size = 2 ** k;
  test('a random unitary is reproduced to 1e-12 with at most (3/2)(4^k − 2^k) rotations', () => {
    for (let seed = 0; seed < 3; seed++) {
      const unitary = randomUnitary(size, randomStream(seed, 'unitary'));
      expect(reproduced(unitary)).toBeLessThan(1e-12);
      expect(unitaryCircuit(unitary).gates.length).toBeLessThanOrEqual(1.5 * (4 ** k - 2 ** k));
    }
  });

  test('a permutation and a diagonal unitary, with degenerate angles throughout, are reproduced', () => {
    const permutation = zeroMatrix(size, size);
    for (let i = 0; i < size; i++) permutation.interleaved[2 * (i * size + ((5 * i + 1) % size))] = 1;
    expect(reproduced(permutation)).toBeLessThan(1e-12);
    const diagonal = zeroMatrix(size, size);
    for (let i = 0; i < size; i++) {
      diagonal.interleaved[2 * i * (size + 1)] = Math.cos(i * i);
      diagonal.interleaved[2 * i * (size + 1) + 1] = Math.sin(i * i);
    }
    expect(reproduced(diagonal)).toBeLessThan(1e-12);
  });

  test('a unitary near the identity, with cosines that differ from 1 by rounding, is reproduced', () => {
    const u = randomUnitary(size, randomStream(1, 'near'));
    const phases = identityMatrix(size);
    for (let i = 0; i < size; i++) phases.interleaved[2 * i * (size + 1) + 1] = 1e-9 * i; // unitary to 1e-18·i²
    expect(reproduced(multiply(multiply(u, phases), u, { adjointB: true }))).toBeLessThan(1e-12);
  });

  test('the identity needs no rotation', () => {
    expect(unitaryCircuit(identityMatrix(size)).gates).toEqual([]);
  });
});

test('CNOT and the Hadamard gate are reproduced', () => {
  const hadamard = complexMatrix([
    [Math.SQRT1_2, Math.SQRT1_2],
    [Math.SQRT1_2, -Math.SQRT1_2],
  ]);
  expect(reproduced(hadamard)).toBeLessThan(1e-14);
  const cnot = complexMatrix([
    [1, 0, 0, 0],
    [0, 1, 0, 0],
    [0, 0, 0, 1],
    [0, 0, 1, 0],
  ]);
  expect(reproduced(cnot)).toBeLessThan(1e-14);
});

test('rotations act on the qubits named, the first being the most significant', () => {
  const [a, b] = [randomUnitary(2, randomStream(1, 'a')), randomUnitary(2, randomStream(1, 'b'))];
  const gates = unitaryRotations(kronecker(a, b), [2, 0], 3);
  const placed = matrixOf({ kind: 'circuit', qubits: 3, parameters: 0, gates });
  expect(distance(placed, kronecker(b, kronecker(identityMatrix(2), a)))).toBeLessThan(1e-12);
});

test('what is not a unitary on the qubits named is refused', () => {
  expect(() => unitaryRotations(identityMatrix(4), [0], 1)).toThrow(/2 × 2 matrix required, got 4 × 4/);
  expect(() =>
    unitaryCircuit(
      complexMatrix([
        [1, 1],
        [0, 1],
      ]),
    ),
  ).toThrow(/a unitary required/);
  expect(() => unitaryCircuit(identityMatrix(3))).toThrow(/matrix required/);
});
