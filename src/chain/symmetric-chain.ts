/** @file The matrix-product state of a symmetric state, from its Dicke components. */

import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { keptValues, leadingColumns } from '../linalg/kept-values.ts';
import { multiply } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { schmidtMatrix } from '../state/symmetric-entropies.ts';
import { binomial, type SymmetricVector } from '../state/symmetric-vector.ts';
import type { Chain } from './matrix-product-state.ts';

/** Weight of a cut that is dropped: rounding. */
const ROUNDING = 1e-28;

/**
 * The exact matrix-product state of a symmetric state, left-canonical, with bonds as large as its Schmidt ranks: at most
 * min(k, n − k) + 1 after k qubits of one block. One qubit more is one one more, or none,
 *
 *     |D^m_j⟩|s⟩ ↦ √(C(m, j)/C(m + 1, j + s))·|D^{m+1}_{j+s}⟩,
 *
 * and every tensor is this isometry between the Schmidt vectors of two cuts.
 *
 * @param state - norm 1
 *
 * Cost of n singular value decompositions of Dicke components: 40 qubits take milliseconds, 256 some seconds.
 */
export function symmetricChain(state: SymmetricVector): Chain {
  const { blocks } = state;
  const chain: ComplexArray[] = [];
  let before: ComplexMatrix = { rows: 1, cols: 1, interleaved: Float64Array.of(1, 0) };
  blocks.forEach((n, block) => {
    for (let m = 0; m < n; m++) {
      const inside = blocks.map((size, i) => (i < block ? size : i > block ? 0 : m + 1));
      const after = schmidtVectors(schmidtMatrix(state, inside));
      chain.push(transfer(before, after, m));
      before = after;
    }
  });
  return chain;
}

/** Left singular vectors of a cut; at the end the state itself. */
function schmidtVectors(matrix: ComplexMatrix): ComplexMatrix {
  if (matrix.cols === 1) return matrix;
  const { u, values } = singularValueDecomposition(matrix);
  return leadingColumns(u, keptValues(values, { tolerance: ROUNDING, bond: Infinity }));
}

/** A[a, s, a'] = ⟨a, s|a'⟩ with a, a' Schmidt vectors of m and m + 1 qubits of a block. */
function transfer(before: ComplexMatrix, after: ComplexMatrix, m: number): ComplexArray {
  const [left, right] = [before.cols, after.cols];
  const interleaved = new Float64Array(4 * left * right);
  for (const s of [0, 1]) {
    const moved: ComplexMatrix = {
      rows: before.rows,
      cols: right,
      interleaved: new Float64Array(2 * before.rows * right),
    };
    for (let row = 0; row < before.rows; row++) {
      const [prefix, j] = [Math.floor(row / (m + 1)), row % (m + 1)];
      const factor = Math.sqrt(binomial(m, j) / binomial(m + 1, j + s));
      const from = 2 * right * (prefix * (m + 2) + j + s);
      for (let i = 0; i < 2 * right; i++)
        moved.interleaved[2 * right * row + i] = factor * after.interleaved[from + i]!;
    }
    const part = multiply(before, moved, { adjointA: true });
    for (let a = 0; a < left; a++) {
      interleaved.set(part.interleaved.subarray(2 * right * a, 2 * right * (a + 1)), 2 * right * (2 * a + s));
    }
  }
  return { shape: [left, 2, right], interleaved };
}
