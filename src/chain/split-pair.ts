/** @file A pair of neighbouring tensors, optimised as one, becomes two again. */

import type { ComplexArray } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { keptValues, leadingColumns } from '../linalg/kept-values.ts';
import { adjoint, multiply } from '../linalg/matrix.ts';

/** The tensor divided by its norm. */
export function unitTensor({ shape, interleaved }: ComplexArray): ComplexArray {
  const norm = Math.sqrt(interleaved.reduce((sum, x) => sum + x * x, 0));
  return { shape, interleaved: interleaved.map((x) => x / norm) };
}

/**
 * Splits a pair at its bond by the eigenvectors of the reduced density matrix of one half, which becomes an isometry;
 * the other half is renormalised.
 *
 *     ──[  pair  ]──   ≈   ──A──C──   rightwards, A†A = 1, or   ──C──B──   leftwards, BB† = 1
 *        │    │              │  │                                 │  │
 *
 * @returns both tensors, and the sum of the eigenvalues dropped
 */
export function splitPair(
  { shape, interleaved }: ComplexArray,
  rightwards: boolean,
  truncation: { readonly tolerance: number; readonly bond: number },
): { readonly left: ComplexArray; readonly right: ComplexArray; readonly lost: number } {
  const [left, first, second, right] = shape as [number, number, number, number];
  const pair = { rows: left * first, cols: second * right, interleaved };
  const density = multiply(pair, pair, rightwards ? { adjointB: true } : { adjointA: true });
  const { values, vectors } = hermitianEigen(density);
  const descending = values.map((p) => Math.sqrt(Math.max(p, 0))).reverse();
  const most = Math.min(pair.rows, pair.cols, truncation.bond);
  const kept = keptValues(descending, { ...truncation, bond: most });
  const lost = descending.slice(kept).reduce((sum, x) => sum + x * x, 0);
  const flipped = vectors.interleaved.slice();
  for (let i = 0; i < vectors.rows; i++) {
    for (let j = 0; j < vectors.cols; j++) {
      const [to, from] = [2 * (i * vectors.cols + j), 2 * (i * vectors.cols + vectors.cols - 1 - j)];
      flipped[to] = vectors.interleaved[from]!;
      flipped[to + 1] = vectors.interleaved[from + 1]!;
    }
  }
  const basis = leadingColumns({ ...vectors, interleaved: flipped }, kept);
  if (rightwards) {
    const rest = multiply(basis, pair, { adjointA: true });
    return {
      left: { shape: [left, first, kept], interleaved: basis.interleaved },
      right: unitTensor({ shape: [kept, second, right], interleaved: rest.interleaved }),
      lost,
    };
  }
  const rest = multiply(pair, basis);
  return {
    left: unitTensor({ shape: [left, first, kept], interleaved: rest.interleaved }),
    right: { shape: [kept, second, right], interleaved: adjoint(basis).interleaved },
    lost,
  };
}
