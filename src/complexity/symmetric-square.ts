/** @file Operators on two copies of a system, restricted to the states that do not change when the copies are exchanged. */

import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';

/**
 * The pairs i ≤ j of basis states, in rows: |ij⟩ + |ji⟩, normalised, are a basis of the symmetric square Sym²(C^d), of
 * dimension d(d + 1)/2.
 */
export function statePairs(dimension: number): readonly (readonly [number, number])[] {
  return Array.from({ length: dimension }, (_, i) => i).flatMap((i) =>
    Array.from({ length: dimension - i }, (_, k) => [i, i + k] as const),
  );
}

/**
 * Adds s·(K ⊗ L + L ⊗ K)/2, restricted to Sym²(C^d), to `out`, in the basis of `statePairs`:
 *
 *     ⟨ij|K ⊗ L|kl⟩ = n_ij n_kl (K_ik L_jl + K_il L_jk + K_jk L_il + K_jl L_ik),   n = 1/√2 for i < j, 1/2 for i = j.
 *
 * O(d⁴).
 *
 * @param out - shape (d(d + 1)/2, d(d + 1)/2), changed in place
 * @param K - shape (d, d)
 * @param L - shape (d, d)
 */
export function addSymmetricSquare(out: ComplexMatrix, s: number, K: ComplexMatrix, L: ComplexMatrix): void {
  const d = K.rows;
  const pairs = statePairs(d);
  let at = 0;
  for (const [i, j] of pairs) {
    for (const [k, l] of pairs) {
      const factor = s * (i === j ? 0.5 : Math.SQRT1_2) * (k === l ? 0.5 : Math.SQRT1_2);
      addProduct(out, at, factor, K, i * d + k, L, j * d + l);
      addProduct(out, at, factor, K, i * d + l, L, j * d + k);
      addProduct(out, at, factor, K, j * d + k, L, i * d + l);
      addProduct(out, at, factor, K, j * d + l, L, i * d + k);
      at++;
    }
  }
}

/** out[at] ← out[at] + s·K[p]·L[q], by the numbers of entries. */
function addProduct(
  out: ComplexMatrix,
  at: number,
  s: number,
  K: ComplexMatrix,
  p: number,
  L: ComplexMatrix,
  q: number,
) {
  const [sum, k, l] = [out.interleaved, K.interleaved, L.interleaved];
  const [a, b] = [s * k[2 * p]!, s * k[2 * p + 1]!];
  if (a === 0 && b === 0) return;
  const [c, e] = [l[2 * q]!, l[2 * q + 1]!];
  sum[2 * at] = sum[2 * at]! + a * c - b * e;
  sum[2 * at + 1] = sum[2 * at + 1]! + a * e + b * c;
}

/** s·(K ⊗ L + L ⊗ K)/2 on Sym²(C^d), as `addSymmetricSquare`. */
export function symmetricSquare(K: ComplexMatrix, L: ComplexMatrix): ComplexMatrix {
  const size = (K.rows * (K.rows + 1)) / 2;
  const out = zeroMatrix(size, size);
  addSymmetricSquare(out, 1, K, L);
  return out;
}
