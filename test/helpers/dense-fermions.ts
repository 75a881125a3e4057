import type { GaussianState } from '../../src/gaussian/gaussian-state.ts';
import { pairWord } from '../../src/gaussian/jordan-wigner.ts';
import type { ComplexMatrix, ComplexVector } from '../../src/linalg/complex.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { columnOf, multiply, trace } from '../../src/linalg/matrix.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';
import { withEigenvalues } from '../../src/linalg/spectral-matrix.ts';
import { expectation, type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { isDensityMatrix, type State } from '../../src/state/reduced-density-matrix.ts';

/** ⟨P⟩ of a dense state. */
export function denseExpectation(word: string, state: State): number {
  const sum: PauliSum = { qubits: word.length, terms: [{ word, coefficient: 1 }] };
  return isDensityMatrix(state) ? trace(multiply(pauliSumMatrix(sum), state))[0] : expectation(sum, state);
}

/** Γ_ab = ⟨iγ_a γ_b⟩ of a dense state of qubits, by the words themselves. */
export function denseCovariance(state: State, modes: number): Float64Array {
  const size = 2 * modes;
  const data = new Float64Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      const { word, sign } = pairWord(a, b, modes);
      data[a * size + b] = sign * denseExpectation(word, state);
      data[b * size + a] = -data[a * size + b]!;
    }
  }
  return data;
}

/** The lowest eigenvector of a Pauli sum, and its energy. */
export function denseGroundState(sum: PauliSum): { readonly vector: ComplexVector; readonly energy: number } {
  const { values, vectors } = hermitianEigen(pauliSumMatrix(sum));
  return { vector: columnOf(vectors, 0), energy: values[0]! };
}

/** e^{−βH}/Z. */
export function denseThermal(sum: PauliSum, beta: number): ComplexMatrix {
  const { values, vectors } = hermitianEigen(pauliSumMatrix(sum));
  const weights = values.map((energy) => Math.exp(-beta * (energy - values[0]!)));
  const norm = weights.reduce((total, weight) => total + weight, 0);
  return withEigenvalues(
    vectors,
    weights.map((weight) => weight / norm),
  );
}

/** The largest difference of two lists. */
export function distance(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Array.from(a).reduce(
    (most, x, k) => Math.max(most, Math.abs(x - b[k]!)),
    a.length === b.length ? 0 : Infinity,
  );
}

/** The largest entry of |Γ² + 1|. */
export function impurity({ covariance }: GaussianState): number {
  const square = multiplyReal(covariance, covariance);
  const diagonal = (at: number): number => (at % (covariance.rows + 1) === 0 ? 1 : 0);
  return square.data.reduce((most, x, at) => Math.max(most, Math.abs(x + diagonal(at))), 0);
}
