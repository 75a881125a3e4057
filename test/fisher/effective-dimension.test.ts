import { describe, expect, test } from 'vitest';
import { hamiltonianVariational } from '../../models/hamiltonian-variational.ts';
import { type Circuit, parametrised } from '../../src/circuit/circuit.ts';
import { effectiveDimension, fisherRank, participationNumber } from '../../src/fisher/effective-dimension.ts';
import { quantumFisherInformation } from '../../src/fisher/quantum-fisher-information.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { ring } from '../../src/operator/lattice.ts';
import { place } from '../../src/operator/pauli.ts';

const random = (circuit: Circuit, seed: number): Float64Array => {
  const stream = randomStream(seed, 'effective dimension');
  return Float64Array.from({ length: circuit.parameters }, () => 6 * stream.uniform());
};
const diagonal = (values: readonly number[]) => ({
  rows: values.length,
  cols: values.length,
  data: Float64Array.from({ length: values.length ** 2 }, (_, at) =>
    at % (values.length + 1) === 0 ? values[at / (values.length + 1)]! : 0,
  ),
});
/** Layers of single-qubit rotations about the given axes and ZZ rotations on all neighbours. */
const layered = (qubits: number, depth: number, letters: readonly string[], entangler: string): Circuit =>
  parametrised(
    qubits,
    Array.from({ length: depth }, () => [
      ...letters.flatMap((letter) => Array.from({ length: qubits }, (_, q) => place(qubits, { [q]: letter }))),
      ...Array.from({ length: qubits - 1 }, (_, q) => place(qubits, { [q]: entangler[0]!, [q + 1]: entangler[1]! })),
    ]).flat(),
  );

describe('the rank', () => {
  test.each([2, 3])('of deep circuits on %d qubits is 2(2ⁿ − 1), with real amplitudes 2ⁿ − 1', (n) => {
    const complex = layered(n, 6, ['Y', 'Z'], 'XX');
    expect(fisherRank(quantumFisherInformation(complex, random(complex, 1)))).toBe(2 ** (n + 1) - 2);
    const real = layered(n, 8, ['Y'], 'ZY'); // imaginary generators keep the amplitudes real
    expect(fisherRank(quantumFisherInformation(real, random(real, 2)))).toBe(2 ** n - 1);
  });

  test.each([4, 6, 8])(
    'of the alternating-operator circuit of the periodic Ising chain of %d sites is n from depth n/2 on: n/2 Bloch spheres of free fermions',
    (n) => {
      const hamiltonian = transverseFieldIsing(ring(n));
      for (const [layers, rank] of [
        [n / 2 - 1, n - 2],
        [n / 2, n],
        [n / 2 + 2, n],
      ] as const) {
        const circuit = hamiltonianVariational(hamiltonian, { layers });
        expect(fisherRank(quantumFisherInformation(circuit, random(circuit, 3)), 1e-9)).toBe(rank);
      }
    },
  );

  test('of a circuit without effect is 0', () => {
    expect(fisherRank(quantumFisherInformation(parametrised(2, ['ZI', 'IZ']), Float64Array.of(1, 2)))).toBe(0);
  });
});

test('the participation number is the rank for equal eigenvalues, and between 1 and it otherwise', () => {
  expect(participationNumber(diagonal([2, 2, 2, 0]))).toBeCloseTo(3, 13);
  expect(participationNumber(diagonal([3, 1]))).toBeCloseTo(16 / 10, 13);
  expect(participationNumber(diagonal([0, 0]))).toBe(0);
});

describe('the effective dimension', () => {
  test.each([100, 10_000])('for constant F = c·1 and N = %d is P·log(1 + κ)/log κ', (data) => {
    const kappa = data / (2 * Math.PI * Math.log(data));
    const F = diagonal([5, 5, 5]);
    expect(effectiveDimension([F, F], data)).toBeCloseTo((3 * Math.log(1 + kappa)) / Math.log(kappa), 12);
  });

  test('tends to the rank for ever more data, slower than to the number of parameters', () => {
    const F = diagonal([4, 1, 0, 0]);
    const at = [1e3, 1e6, 1e12, 1e200].map((data) => effectiveDimension([F], data));
    expect(at).toEqual([...at].sort((a, b) => b - a));
    expect(at[3]).toBeCloseTo(2, 1);
  });

  test('averages the root of the determinant over the parameter space', () => {
    const kappa = 1e4 / (2 * Math.PI * Math.log(1e4));
    const volume = (Math.sqrt(1 + kappa * 0.5) + Math.sqrt(1 + kappa * 1.5)) / 2;
    expect(effectiveDimension([diagonal([1]), diagonal([3])], 1e4)).toBeCloseTo(
      (2 * Math.log(volume)) / Math.log(kappa),
      12,
    );
  });

  test('is zero without information, and needs enough data', () => {
    expect(effectiveDimension([diagonal([0, 0])], 1e4)).toBe(0);
    expect(() => effectiveDimension([diagonal([1])], 10)).toThrow(/> 1 required/);
  });
});
