/** @file The canonical form of a real antisymmetric matrix. */

import { DomainError, ShapeError } from '../errors.ts';
import { bidiagonalSingularValues } from './bidiagonal.ts';
import type { RealMatrix } from './matrix.ts';
import { realIdentity } from './real-product.ts';
import { realReflector, reflectRows } from './real-reflector.ts';

/**
 * A = Σ_k values[k]·(p_k q_kᵀ − q_k p_kᵀ) for an antisymmetric matrix of even size 2n: n blocks values[k]·((0, 1), (−1,
 * 0)), eigenvalues ±i·values[k].
 */
export interface AntisymmetricForm {
  /** Descending, not negative, shape (n,). */
  readonly values: Float64Array;
  /** Orthonormal, shape (2n, 2n): row 2k is p_k, row 2k + 1 is q_k. */
  readonly vectors: RealMatrix;
}

/**
 * Canonical form of a real antisymmetric matrix, its real Schur decomposition: Householder reflections make it
 * tridiagonal, and since a tridiagonal antisymmetric matrix joins even with odd indices only, what remains is a
 * bidiagonal matrix of half the size. Real throughout, and no squares are taken: values are accurate to a few 1e-16 of
 * the largest one. O(n³).
 *
 * @param a - shape (2n, 2n); only its lower triangle enters
 * @throws {ShapeError} not square, or of odd size
 * @throws {DomainError} not finite
 *
 * @see Ward & Gray, ACM Trans. Math. Softw. 4, 278 (1978)
 */
export function antisymmetricForm(a: RealMatrix): AntisymmetricForm {
  const { rows: size } = a;
  const n = size / 2;
  const { diagonal, offDiagonal, reflectors } = halved(a);
  const [odd, even] = [realIdentity(n).data, realIdentity(n).data]; // rows u_k of B = Σ σ_k u_k v_kᵀ, and v_k
  bidiagonalSingularValues(diagonal, offDiagonal, odd, even);
  const rows = new Float64Array(size * size);
  const order = Array.from(diagonal.keys()).sort((i, j) => diagonal[j]! - diagonal[i]!);
  order.forEach((from, to) => {
    for (let j = 0; j < n; j++) {
      rows[2 * to * size + 2 * j] = even[from * n + j]!;
      rows[(2 * to + 1) * size + 2 * j + 1] = odd[from * n + j]!;
    }
  });
  const tails = new Float64Array(Math.max(0, size - 1) ** 2);
  const ends = new Float64Array(size * Math.max(0, size - 1));
  for (let r = 0; r < size; r++) {
    if (r < size - 1) tails.set(reflectors.subarray(r * size + 1, (r + 1) * size), r * (size - 1));
    ends.set(rows.subarray(r * size + 1, (r + 1) * size), r * (size - 1));
  }
  reflectRows(tails, Math.max(0, size - 2), ends, size - 1);
  for (let r = 0; r < size; r++) rows.set(ends.subarray(r * (size - 1), (r + 1) * (size - 1)), r * size + 1);
  return {
    values: Float64Array.from(order, (k) => diagonal[k]!),
    vectors: { rows: size, cols: size, data: rows },
  };
}

/** The values of `antisymmetricForm` alone, descending; at about a fifth of its cost. */
export function antisymmetricValues(a: RealMatrix): Float64Array {
  const { diagonal, offDiagonal } = halved(a);
  bidiagonalSingularValues(diagonal, offDiagonal);
  return diagonal.sort().reverse();
}

/**
 * A = H₀H₁…·T·…H₁H₀ with T tridiagonal, t_k = T_{k,k+1}. Its rows of even and columns of odd index are T_{2j,2j+1} =
 * t_{2j}, T_{2j,2j−1} = −t_{2j−1}: the transpose of the upper bidiagonal matrix with d_j = t_{2j}, e_j = −t_{2j+1}.
 */
function halved(given: RealMatrix) {
  const { rows: size } = given;
  if (given.cols !== size || size % 2 === 1) {
    throw new ShapeError(`antisymmetric form: a square matrix of even size required, got ${size}×${given.cols}`);
  }
  if (!given.data.every(Number.isFinite)) throw new DomainError('antisymmetric form: finite entries required');
  const a = given.data.slice();
  const reflectors = new Float64Array(size * size);
  const t = new Float64Array(size);
  for (let k = 0; k + 1 < size; k++) {
    const v = reflectors.subarray(k * size, (k + 1) * size);
    for (let i = k + 1; i < size; i++) v[i] = a[i * size + k]!;
    t[k] = -(k + 2 < size ? realReflector(v, k + 1, size) : v[k + 1]!); // the column is below, t_k above the diagonal
    if (k + 2 < size) conjugate(a, size, k + 1, v);
  }
  const n = size / 2;
  const diagonal = Float64Array.from({ length: n }, (_, j) => t[2 * j]!);
  const offDiagonal = Float64Array.from({ length: n }, (_, j) => -t[2 * j + 1]!);
  return { diagonal, offDiagonal, reflectors };
}

/** A ← HAH for the block from `from` on, H = 1 − 2vvᵀ: with y = 2Av it is A + v yᵀ − y vᵀ, since vᵀAv = 0. */
function conjugate(lower: Float64Array, n: number, from: number, v: Float64Array): void {
  const y = new Float64Array(n);
  for (let i = from; i < n; i++) {
    const row = i * n;
    const vi = v[i]!;
    let sum = 0;
    for (let j = from; j < i; j++) {
      const x = lower[row + j]!;
      sum += x * v[j]!;
      y[j] = y[j]! - x * vi; // the mirrored entry
    }
    y[i] = y[i]! + sum;
  }
  for (let i = from; i < n; i++) y[i] = 2 * y[i]!;
  for (let i = from; i < n; i++) {
    const row = i * n;
    const [vi, yi] = [v[i]!, y[i]!];
    for (let j = from; j < i; j++) lower[row + j] = lower[row + j]! + vi * y[j]! - yi * v[j]!;
  }
}
