/** @file Several copies of a system that do not change when any two are exchanged. */

import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import type { RealMatrix } from '../linalg/matrix.ts';

/**
 * The basis of the symmetric power Sym^k(C^d), in rows: the sets of k basis states, with repetition, i ≤ j ≤ …; each stands
 * for the normalised sum of its orders. C(d + k − 1, k) of them.
 */
export function stateTuples(dimension: number, copies: number): readonly (readonly number[])[] {
  let tuples: readonly (readonly number[])[] = [[]];
  for (let copy = 0; copy < copies; copy++) {
    tuples = tuples.flatMap((tuple) => {
      const first = tuple[copy - 1] ?? 0;
      return Array.from({ length: dimension - first }, (_, k) => [...tuple, first + k]);
    });
  }
  return tuples;
}

/** For each tuple t the parts of |t⟩ = Σ_k √(m_k/copies) |t − k⟩ ⊗ |k⟩, with m_k how often k is in t. */
function lastCopies(dimension: number, copies: number) {
  const fewer = new Map(stateTuples(dimension, copies - 1).map((tuple, at) => [tuple.join(), at]));
  return stateTuples(dimension, copies).map((tuple) =>
    [...new Set(tuple)].map((k) => {
      const at = tuple.indexOf(k);
      const count = tuple.filter((i) => i === k).length;
      const rest = [...tuple.slice(0, at), ...tuple.slice(at + 1)];
      return { k, rest: fewer.get(rest.join())!, factor: Math.sqrt(count / copies) };
    }),
  );
}

/** The operator M ⊗ 1 on one more copy, restricted to the symmetric power. */
export function withOneCopyMore(M: ComplexMatrix, dimension: number, copies: number): ComplexMatrix {
  const parts = lastCopies(dimension, copies + 1);
  const out = zeroMatrix(parts.length, parts.length);
  parts.forEach((rows, row) => {
    parts.forEach((cols, col) => {
      for (const { k, rest, factor } of rows) {
        const other = cols.find((part) => part.k === k);
        if (other === undefined) continue;
        const [to, from] = [2 * (row * out.cols + col), 2 * (rest * M.cols + other.rest)];
        out.interleaved[to] = out.interleaved[to]! + factor * other.factor * M.interleaved[from]!;
        out.interleaved[to + 1] = out.interleaved[to + 1]! + factor * other.factor * M.interleaved[from + 1]!;
      }
    });
  });
  return out;
}

/** An operator on two copies as one on more, with the same expectation in every product of equal states. */
export function onCopies(M: ComplexMatrix, dimension: number, copies: number): ComplexMatrix {
  let lifted = M;
  for (let count = 2; count < copies; count++) lifted = withOneCopyMore(lifted, dimension, count);
  return lifted;
}

/**
 * Vectors on several copies, in rows, as vectors on two copies for each state of the others: an operator on two copies has
 * the sum of its matrix elements in them.
 */
export function pairSlices(vectors: RealMatrix, dimension: number, copies: number): readonly RealMatrix[] {
  if (copies === 2) return [vectors];
  const cols = stateTuples(dimension, copies - 1).length;
  const slices = Array.from({ length: dimension }, () => new Float64Array(vectors.rows * cols));
  lastCopies(dimension, copies).forEach((parts, at) => {
    for (const { k, rest, factor } of parts) {
      for (let row = 0; row < vectors.rows; row++) {
        slices[k]![row * cols + rest] = factor * vectors.data[row * vectors.cols + at]!;
      }
    }
  });
  return slices
    .filter((data) => data.some((x) => x !== 0))
    .flatMap((data) => pairSlices({ rows: vectors.rows, cols, data }, dimension, copies - 1));
}
