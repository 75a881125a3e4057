/** @file Determinants and Pfaffians of real matrices whatever their size, as a sign and a logarithm; linear systems. */

import type { RealMatrix } from './matrix.ts';

/** A real number as sign·exp(log); 0 is sign 0 with log −Infinity. */
export interface SignedLog {
  readonly sign: number;
  readonly log: number;
}

/** The number itself. */
export const numberOf = ({ sign, log }: SignedLog): number => (sign === 0 ? 0 : sign * Math.exp(log));

/** det A of a square matrix, by elimination with partial pivoting; 1 for the empty one. O(n³). */
export function logDeterminant(a: RealMatrix): SignedLog {
  return eliminated(a, 0).determinant;
}

/**
 * The solution X of A·X = B by elimination with partial pivoting; undefined where A is singular to the last bit. O(n³).
 *
 * @param a - shape (n, n)
 * @param b - shape (n, m)
 */
export function solveMatrix(a: RealMatrix, b: RealMatrix): RealMatrix | undefined {
  const [n, m] = [a.rows, b.cols];
  const { determinant, rows } = eliminated(a, m, b);
  if (determinant.sign === 0) return undefined;
  for (let k = n - 1; k >= 0; k--) {
    const pivotRow = rows[k]!;
    for (let j = n; j < n + m; j++) pivotRow[j] = pivotRow[j]! / pivotRow[k]!;
    for (let i = 0; i < k; i++) subtract(rows[i]!, pivotRow, rows[i]![k]!, n);
  }
  const data = new Float64Array(n * m);
  rows.forEach((row, i) => {
    data.set(row.subarray(n), i * m);
  });
  return { rows: n, cols: m, data };
}

/**
 * Pf A of an antisymmetric matrix of even size, Pf(A)² = det A, Pf((0, 1), (−1, 0)) = 1; 1 for the empty one. By
 * congruences PAPᵀ that leave one entry beside the diagonal in every second row, with pivoting. O(n³).
 *
 * @param matrix - only its antisymmetric part enters
 *
 * @see Wimmer, ACM Trans. Math. Softw. 38, 30 (2012), arXiv:1102.3440
 */
export function logPfaffian(matrix: RealMatrix): SignedLog {
  const { rows: n } = matrix;
  const a = matrix.data.slice();
  let [sign, log] = [1, 0];
  for (let k = 0; k < n; k += 2) {
    let pivot = k + 1;
    for (let i = k + 2; i < n; i++) if (Math.abs(a[i * n + k]!) > Math.abs(a[pivot * n + k]!)) pivot = i;
    if (pivot !== k + 1) {
      exchange(a, n, k + 1, pivot);
      sign = -sign;
    }
    const value = a[k * n + k + 1]!;
    if (value === 0) return { sign: 0, log: -Infinity };
    sign *= Math.sign(value);
    log += Math.log(Math.abs(value));
    // A_ij ← A_ij + τ_i A_{k+1,j} − A_{k+1,i} τ_j with τ_i = A_ki/A_k,k+1 clears row k.
    const below = a.subarray((k + 1) * n, (k + 2) * n);
    for (let i = k + 2; i < n; i++) {
      const [tau, other] = [a[k * n + i]! / value, below[i]! / value];
      if (tau === 0 && other === 0) continue;
      for (let j = k + 2; j < n; j++) a[i * n + j] = a[i * n + j]! - tau * below[j]! + other * a[k * n + j]!;
    }
  }
  return { sign, log };
}

/** Exchanges rows p and q, and columns p and q. */
function exchange(a: Float64Array, n: number, p: number, q: number): void {
  for (let j = 0; j < n; j++) [a[p * n + j], a[q * n + j]] = [a[q * n + j]!, a[p * n + j]!];
  for (let i = 0; i < n; i++) [a[i * n + p], a[i * n + q]] = [a[i * n + q]!, a[i * n + p]!];
}

/** The rows of (A B) in triangular form, and det A. */
function eliminated(a: RealMatrix, width: number, b?: RealMatrix) {
  const n = a.rows;
  const rows = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n + width);
    row.set(a.data.subarray(i * n, (i + 1) * n));
    if (b !== undefined) row.set(b.data.subarray(i * width, (i + 1) * width), n);
    return row;
  });
  let [sign, log] = [1, 0];
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i]![k]!) > Math.abs(rows[pivot]![k]!)) pivot = i;
    if (pivot !== k) {
      [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
      sign = -sign;
    }
    const value = rows[k]![k]!;
    if (value === 0) return { rows, determinant: { sign: 0, log: -Infinity } };
    sign *= Math.sign(value);
    log += Math.log(Math.abs(value));
    for (let i = k + 1; i < n; i++) subtract(rows[i]!, rows[k]!, rows[i]![k]! / value, k);
  }
  return { rows, determinant: { sign, log } };
}

/** row ← row − factor·pivotRow from entry `from` on. */
function subtract(row: Float64Array, pivotRow: Float64Array, factor: number, from: number): void {
  if (factor === 0) return;
  for (let j = from; j < row.length; j++) row[j] = row[j]! - factor * pivotRow[j]!;
}
