import { describe, expect, test } from 'vitest';
import { scaledMatrix } from '../../src/linalg/matrix.ts';
import { chain } from '../../src/operator/lattice.ts';
import { lieDimension } from '../../src/operator/lie-algebra.ts';
import { generatorMatrix, ROTATIONS } from '../../src/operator/minkowski-action.ts';
import { place } from '../../src/operator/pauli.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';

const onQubits = (qubits: number, letters: string): readonly string[] =>
  Array.from({ length: qubits }, (_, q) => place(qubits, { [q]: letters }));
const onBonds = (qubits: number, a: string, b: string): readonly string[] =>
  chain(qubits).edges.map(([p, q]) => place(qubits, { [p]: a, [q]: b }));
/** iP. */
const matrixOf = (word: string) =>
  scaledMatrix([0, 1], pauliSumMatrix({ qubits: word.length, terms: [{ word, coefficient: 1 }] }));

describe('the Lie algebra of', () => {
  test.each([2, 3, 4])('all rotations of %d qubits and one coupling of each bond is su(2ⁿ)', (n) => {
    expect(lieDimension([...onQubits(n, 'X'), ...onQubits(n, 'Z'), ...onBonds(n, 'Z', 'Z')])).toBe(4 ** n - 1);
  });

  test.each([2, 3, 4])('the transverse-field Ising chain of %d qubits, term by term, is so(2n): free fermions', (n) => {
    expect(lieDimension([...onQubits(n, 'X'), ...onBonds(n, 'Z', 'Z')])).toBe(n * (2 * n - 1));
  });

  test('commuting words has them alone, and none twice', () => {
    expect(lieDimension(['ZI', 'IZ', 'ZZ', 'ZI'])).toBe(3);
    expect(lieDimension([])).toBe(0);
  });

  test('two rotations of space-time has the third, whatever their scale', () => {
    const turns = ROTATIONS.map((one) => scaledMatrix([0, -1e-12], generatorMatrix(one)));
    expect(lieDimension(turns.slice(0, 2))).toBe(3);
    expect(lieDimension(turns.slice(0, 1))).toBe(1);
  });

  test('matrices is that of their words', () => {
    for (const words of [
      ['XI', 'ZZ', 'IY'],
      [...onQubits(2, 'X'), 'ZZ'],
      ['XX', 'YY', 'ZZ'],
      ['XIX', 'ZZI', 'IZX'],
    ]) {
      expect(lieDimension(words.map(matrixOf))).toBe(lieDimension(words));
    }
  });

  test('a sum of words is smaller than that of the words: X + Z and ZZ on two qubits', () => {
    const sum = pauliSumMatrix({
      qubits: 1,
      terms: [
        { word: 'X', coefficient: 1 },
        { word: 'Z', coefficient: 1 },
      ],
    });
    expect(lieDimension([scaledMatrix([0, 1], sum)])).toBe(1);
    expect(lieDimension(['X', 'Z'])).toBe(3);
  });

  test('matrices of two sizes, words of two lengths is refused', () => {
    expect(() => lieDimension([matrixOf('X'), matrixOf('XX')])).toThrow(/2 × 2 matrices required, got 4 × 4/);
    expect(() => lieDimension(['X', 'XX'])).toThrow(/1 letters required/);
  });
});
