/** @file Principal axes of a table of inner products: coordinates of points from their Gram matrix. */

import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { complexOf } from '../linalg/matrix.ts';

/** Eigenvalues of a Gram matrix, and the points along the first axes. */
export interface PrincipalAxes {
  /** All eigenvalues, descending. */
  readonly eigenvalues: readonly number[];
  /** v√λ for the greatest eigenvalues λ, 0 where they are negative, shape (points, axes). */
  readonly points: readonly (readonly number[])[];
}

/**
 * Coordinates whose inner products come nearest to a real symmetric matrix G: with G = V Λ Vᵀ the leading columns of
 * V√Λ. The greatest coordinate along each axis is positive.
 *
 * @param n - number of points
 * @param entryAt - G_ij
 * @param count - number of axes, by the eigenvalues
 *
 * Cost O(n³).
 */
export function principalAxes(
  n: number,
  entryAt: (i: number, j: number) => number,
  count: (eigenvalues: readonly number[]) => number,
): PrincipalAxes {
  const data = Float64Array.from({ length: n * n }, (_, at) => entryAt(Math.floor(at / n), at % n));
  const { values, vectors } = hermitianEigen(complexOf({ rows: n, cols: n, data }));
  const order = [...values.keys()].reverse();
  const eigenvalues = order.map((k) => values[k]!);
  const kept = order.slice(0, Math.min(n, count(eigenvalues)));
  const phases = kept.map((k) => greatestEntry(vectors.interleaved, n, k));
  const points = Array.from({ length: n }, (_, i) =>
    kept.map((k, axis) => {
      // A real symmetric matrix: the phase of an eigenvector is the same for all entries, and is divided out.
      const [re, im] = [vectors.interleaved[2 * (i * n + k)]!, vectors.interleaved[2 * (i * n + k) + 1]!];
      const phase = phases[axis]!;
      return (re * phase[0] + im * phase[1]) * Math.sqrt(Math.max(0, values[k]!));
    }),
  );
  return { eigenvalues, points };
}

/** Phase of the greatest entry of column k, as (re, im) of a unit complex number. */
function greatestEntry(interleaved: Float64Array, n: number, k: number): readonly [number, number] {
  let best: readonly [number, number] = [1, 0];
  let size = 0;
  for (let i = 0; i < n; i++) {
    const [re, im] = [interleaved[2 * (i * n + k)]!, interleaved[2 * (i * n + k) + 1]!];
    const modulus = Math.hypot(re, im);
    if (modulus > size * (1 + 1e-9)) {
      size = modulus;
      best = [re / modulus, im / modulus];
    }
  }
  return best;
}
