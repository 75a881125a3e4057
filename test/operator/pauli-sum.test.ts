import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentEngine } from '../../src/engine/engine.ts';
import type { ComplexMatrix, ComplexVector } from '../../src/linalg/complex.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { pauliCoefficients } from '../../src/operator/pauli-coefficients.ts';
import {
  applyPauliSum,
  combinePauliSums,
  expectation,
  type PauliSum,
  pauliSumMatrix,
  pauliSumOperator,
} from '../../src/operator/pauli-sum.ts';
import { denseWord } from './dense-word.ts';

const term = (qubits: number) =>
  fc.record({
    word: fc
      .array(fc.constantFrom('I', 'X', 'Y', 'Z'), { minLength: qubits, maxLength: qubits })
      .map((w) => w.join('')),
    coefficient: fc.double({ min: -2, max: 2, noNaN: true }),
  });
const sums = (qubits: number) =>
  fc.array(term(qubits), { minLength: 1, maxLength: 12 }).map((terms): PauliSum => ({ qubits, terms }));
const vectors = (length: number) =>
  fc
    .array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 2 * length, maxLength: 2 * length })
    .map((x): ComplexVector => ({ length, interleaved: Float64Array.from(x) }));

function denseSum({ qubits, terms }: PauliSum): ComplexMatrix {
  const interleaved = new Float64Array(2 * 4 ** qubits);
  for (const { word, coefficient } of terms) {
    denseWord(word).interleaved.forEach((x, k) => {
      interleaved[k] = interleaved[k]! + coefficient * x;
    });
  }
  return { rows: 2 ** qubits, cols: 2 ** qubits, interleaved };
}

const greatestDifference = (a: Float64Array, b: Float64Array): number =>
  a.reduce((most, x, k) => Math.max(most, Math.abs(x - b[k]!)), 0);

describe('Pauli sums', () => {
  test('the matrix-free product is that of the Kronecker matrices', () => {
    fc.assert(
      fc.property(sums(4), vectors(16), (sum, psi) => {
        const dense = currentEngine().multiply(denseSum(sum).interleaved, psi.interleaved, 16, 1, 16, false, false);
        expect(greatestDifference(applyPauliSum(sum, psi).interleaved, dense)).toBeLessThan(1e-13);
        expect(greatestDifference(pauliSumMatrix(sum).interleaved, denseSum(sum).interleaved)).toBeLessThan(1e-14);
      }),
      { seed: 3, numRuns: 80 },
    );
  });

  test('a word with too many letters Y and Z for a table is applied all the same', () => {
    const word = 'YZZYZZZYYZZZZZYZZY'; // 18 sign bits
    const psi = applyPauliSum({ qubits: 18, terms: [{ word, coefficient: 0.5 }] }, basisState(18, 5));
    const again = applyPauliSum({ qubits: 18, terms: [{ word, coefficient: 2 }] }, psi);
    expect(greatestDifference(again.interleaved, basisState(18, 5).interleaved)).toBe(0); // P² = 1
    expect(expectation({ qubits: 18, terms: [{ word, coefficient: 1 }] }, basisState(18, 5))).toBe(0);
  });

  test('coefficients are read back from the matrix', () => {
    fc.assert(
      fc.property(sums(3), (sum) => {
        const read = new Map(
          pauliCoefficients(denseSum(sum)).terms.map(({ word, coefficient }) => [word, coefficient]),
        );
        for (const { word, coefficient } of combinePauliSums([[1, sum]]).terms) {
          expect(read.get(word) ?? 0).toBeCloseTo(coefficient, 13);
        }
        expect(read.size).toBeLessThanOrEqual(new Set(sum.terms.map(({ word }) => word)).size);
      }),
      { seed: 4, numRuns: 60 },
    );
  });

  test('equal words are merged, and opposite ones cancel', () => {
    const a: PauliSum = {
      qubits: 2,
      terms: [
        { word: 'XX', coefficient: 1 },
        { word: 'ZI', coefficient: 2 },
      ],
    };
    expect(
      combinePauliSums([
        [0.5, a],
        [0.5, a],
      ]).terms,
    ).toEqual(a.terms);
    expect(
      combinePauliSums([
        [1, a],
        [-1, a],
      ]).terms,
    ).toEqual([]);
  });

  test('the energy of |0…0⟩ in the Ising chain is −J for each bond', () => {
    expect(expectation(transverseFieldIsing(chain(6), { coupling: 1.5, field: 7 }), basisState(6, 0))).toBe(-7.5);
  });

  test('malformed sums and vectors are named', () => {
    const bad = (word: string, coefficient: number) => () =>
      pauliSumOperator({ qubits: 2, terms: [{ word, coefficient }] });
    expect(bad('X', 1)).toThrow('2 letters required');
    expect(bad('XQ', 1)).toThrow("got 'XQ'");
    expect(bad('XX', Number.NaN)).toThrow('finite coefficients required, got NaN at XX');
    expect(() => applyPauliSum({ qubits: 2, terms: [] }, basisState(3, 0))).toThrow('4 amplitudes required, got 8');
    expect(() =>
      combinePauliSums([
        [1, { qubits: 1, terms: [] }],
        [1, { qubits: 2, terms: [] }],
      ]),
    ).toThrow('got 2');
    expect(() => pauliCoefficients({ rows: 2, cols: 2, interleaved: Float64Array.of(0, 0, 1, 0, 0, 0, 0, 0) })).toThrow(
      'Hermitian',
    );
    expect(() => pauliCoefficients({ rows: 3, cols: 3, interleaved: new Float64Array(18) })).toThrow('got 3 × 3');
  });
});

function basisState(qubits: number, index: number): ComplexVector {
  const interleaved = new Float64Array(2 ** (qubits + 1));
  interleaved[2 * index] = 1;
  return { length: 2 ** qubits, interleaved };
}
