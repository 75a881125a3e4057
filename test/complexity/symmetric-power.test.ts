import { expect, test } from 'vitest';
import { onCopies, pairSlices, stateTuples } from '../../src/complexity/symmetric-power.ts';
import { statePairs, symmetricSquare } from '../../src/complexity/symmetric-square.ts';
import { type ComplexMatrix, identityMatrix, zeroVector } from '../../src/linalg/complex.ts';
import { addScaledMatrix, adjoint, applyMatrix, type RealMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';

const hermitian = (seed: number): ComplexMatrix => {
  const u = randomUnitary(3, randomStream(seed, 'matrix'));
  return addScaledMatrix(u, [1, 0], adjoint(u));
};

test('tuples of two are the pairs, and their number is a binomial coefficient', () => {
  expect(stateTuples(4, 2)).toEqual(statePairs(4));
  expect(stateTuples(8, 3)).toHaveLength(120);
  expect(stateTuples(3, 4)).toHaveLength(15);
});

test.each([3, 4])('on %d copies of a state an operator on two copies has the same expectation', (copies) => {
  const [K, L, psi] = [hermitian(1), hermitian(2), randomVector(3, randomStream(3, 'state'))];
  const many = zeroVector(stateTuples(3, copies).length);
  stateTuples(3, copies).forEach((tuple, at) => {
    // √(k!/Π m!) times the product of amplitudes.
    const factorial = (m: number): number => (m < 2 ? 1 : m * factorial(m - 1));
    const orders = [0, 1, 2].reduce((n, i) => n / factorial(tuple.filter((j) => j === i).length), factorial(copies));
    let [re, im] = [Math.sqrt(orders), 0];
    for (const i of tuple) {
      const [a, b] = [psi.interleaved[2 * i]!, psi.interleaved[2 * i + 1]!];
      [re, im] = [re * a - im * b, re * b + im * a];
    }
    many.interleaved.set([re, im], 2 * at);
  });
  const mean = (A: ComplexMatrix, state: typeof psi): number => innerProduct(state, applyMatrix(A, state))[0];
  expect(innerProduct(many, many)[0]).toBeCloseTo(1, 13);
  expect(mean(onCopies(symmetricSquare(K, L), 3, copies), many)).toBeCloseTo(mean(K, psi) * mean(L, psi), 13);
  const one = onCopies(symmetricSquare(identityMatrix(3), identityMatrix(3)), 3, copies);
  one.interleaved.forEach((x, at) => {
    expect(x).toBeCloseTo(at % (2 * one.cols + 2) === 0 ? 1 : 0, 14);
  });
});

test('slices carry an operator on two copies to more', () => {
  const M = symmetricSquare(hermitian(4), hermitian(5));
  const lifted = onCopies(M, 3, 4);
  const stream = randomStream(6, 'vectors');
  const cols = lifted.cols;
  const vectors = { rows: 2, cols, data: Float64Array.from({ length: 2 * cols }, () => stream.normal()) };
  const element = (matrix: ComplexMatrix, slice: RealMatrix): number => {
    let sum = 0;
    for (let i = 0; i < matrix.rows; i++) {
      for (let j = 0; j < matrix.cols; j++) {
        sum += slice.data[i]! * matrix.interleaved[2 * (i * matrix.cols + j)]! * slice.data[slice.cols + j]!;
      }
    }
    return sum;
  };
  const parts = pairSlices(vectors, 3, 4).map((slice) => element(M, slice));
  expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(element(lifted, vectors), 12);
});
