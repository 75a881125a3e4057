import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { noSymmetry, observableSymmetry, symmetricObservables } from '../../src/complexity/observable-symmetry.ts';
import { type ComplexVector, complexVector } from '../../src/linalg/complex.ts';
import { addScaledMatrix, adjoint, commutator, frobeniusNorm, multiply, trace } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const pairs = controlWords({ maxSize: 2, penalty: Infinity }, 3);
const chain = controlWords({ maxSize: 2, maxRange: 1, penalty: Infinity }, 3);
const w = complexVector([0, 1, 1, 0, 1, 0, 0, 0].map((x) => x / Math.sqrt(3)));
const ghz = complexVector([1, 0, 0, 0, 0, 0, 0, 1].map((x) => x * Math.SQRT1_2));

test.each<[string, typeof pairs, ComplexVector, number, number, number]>([
  ['W₃ on all pairs', pairs, w, 6, 0, 5],
  ['GHZ₃ on all pairs', pairs, ghz, 6, 3, 6],
  ['W₃ on a chain', chain, w, 2, 0, 9],
  ['GHZ₃ on a chain', chain, ghz, 2, 3, 10],
])('%s: permutations, rotations about Z, conjugation', (_, controls, to, orders, modulus, unknowns) => {
  const symmetry = observableSymmetry(controls, zeroState(3), to);
  expect(symmetry.permutations).toHaveLength(orders);
  expect(symmetry.modulus).toBe(modulus);
  expect(symmetry.real).toBe(true);
  const basis = symmetricObservables(symmetry, 3);
  expect(basis).toHaveLength(unknowns);
  const ones = pauliSumMatrix({ qubits: 3, terms: ['ZII', 'IZI', 'IIZ'].map((word) => ({ word, coefficient: 1 })) });
  for (const B of basis) if (modulus === 0) expect(frobeniusNorm(commutator(B, ones))).toBeLessThan(1e-13);
});

test('a random state and weights that tell X from Y have no such symmetry, and all matrices remain', () => {
  const random = randomVector(8, randomStream(1, 'state'));
  expect(observableSymmetry(pairs, zeroState(3), random)).toEqual(noSymmetry(3));
  const uneven = { qubits: 3, words: ['XII', 'YII'], weights: Float64Array.of(1, 2) };
  expect(observableSymmetry(uneven, zeroState(3), w)).toMatchObject({ modulus: 1, real: true });
  const basis = symmetricObservables(noSymmetry(2), 2);
  expect(basis).toHaveLength(15);
  basis.forEach((A, m) => {
    expect(frobeniusNorm(addScaledMatrix(A, [-1, 0], adjoint(A)))).toBe(0);
    expect(trace(A)[0]).toBeCloseTo(0, 13);
    basis.forEach((B, l) => {
      expect(trace(multiply(A, B))[0]).toBeCloseTo(m === l ? 4 : 0, 12);
    });
  });
});
