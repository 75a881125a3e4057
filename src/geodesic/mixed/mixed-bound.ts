/** @file How short a path from a diagonal to a mixed state can be at all. */

import type { Controls } from '../../complexity/controls.ts';
import { anticommutingNorm } from '../../complexity/length-bound.ts';
import { type ComplexMatrix, zeroMatrix } from '../../linalg/complex.ts';
import { singularValueDecomposition } from '../../linalg/singular-values.ts';
import type { Eigenspace } from './eigenspaces.ts';
import type { Ordering } from './spectrum-orderings.ts';

/**
 * A rigorous lower bound of the length of every path that takes the eigenspaces Π_j⁰ of a diagonal state to those of ρ,
 * from the principal angles ϑ_{ji} between them. On a path with F(H) = 1
 *
 * - the largest angle of a space grows no faster than ΔH ≤ ‖H‖ ≤ √(Σ 1/w) over sets of anticommuting words, for some
 *   vector of Π_j is that far from all of Π_j⁰: length ≥ max ϑ / √(Σ 1/w);
 * - Σ_j ‖Π_j H (1 − Π_j)‖² ≤ Tr H² ≤ 2ⁿ/w_min, and ∫‖Π_j H (1 − Π_j)‖dt ≥ √(Σ_i ϑ_{ji}²), the length of the shortest
 *   path of subspaces: length ≥ √(w_min/2ⁿ)·√(Σ_{ji} ϑ_{ji}²).
 *
 * For a pure state these are the two bounds of `lengthLowerBound`.
 */
export function mixedLowerBound(
  { words, weights }: Controls,
  spaces: readonly Eigenspace[],
  ordering: Ordering,
): number {
  if (words.length === 0) return 0;
  const angles = spaces.map((space, j) => principalAngles(space, (b) => ordering[b] === j));
  const greatest = Math.max(...angles.flat());
  const square = angles.flat().reduce((sum, angle) => sum + angle * angle, 0);
  const least = weights.reduce((least, w) => Math.min(least, w), Infinity);
  return Math.max(
    greatest / Math.sqrt(anticommutingNorm(words, weights)),
    Math.sqrt((least * square) / ordering.length),
  );
}

/** The angles between a space of d vectors and the span of d basis states: cosines on these, sines off them. */
function principalAngles({ basis }: Eigenspace, inside: (b: number) => boolean): readonly number[] {
  const cosines = singularValueDecomposition(rowsOf(basis, inside)).values;
  const sines = singularValueDecomposition(rowsOf(basis, (b) => !inside(b))).values;
  const missing = basis.length - sines.length; // as many angles are 0 at least
  return Array.from(cosines, (cosine, k) =>
    Math.atan2(k < missing ? 0 : sines[sines.length - 1 - (k - missing)]!, cosine),
  );
}

/** Rows of the matrix whose columns are the basis. */
function rowsOf(basis: Eigenspace['basis'], wanted: (b: number) => boolean): ComplexMatrix {
  const rows = Array.from({ length: basis[0]!.length }, (_, b) => b).filter(wanted);
  const matrix = zeroMatrix(rows.length, basis.length);
  rows.forEach((b, row) => {
    basis.forEach(({ interleaved }, k) => {
      matrix.interleaved.set([interleaved[2 * b]!, interleaved[2 * b + 1]!], 2 * (row * basis.length + k));
    });
  });
  return matrix;
}
