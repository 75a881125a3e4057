/** @file Eigenvectors of an upper triangular matrix, by substitution. */

import type { ComplexMatrix } from './complex.ts';

/** Entries above which a vector is scaled down while it grows. */
const LARGE = 1e100;

/**
 * Right eigenvectors of an upper triangular T as rows: row k has T·x = T_kk·x and ends with entry k. Eigenvalues closer
 * than rounding count as apart by rounding, so that vectors of a defective one come out nearly parallel. O(n³).
 *
 * @param form - T, n × n, column-major and interleaved
 */
export function triangularEigenvectors(form: Float64Array, n: number): ComplexMatrix {
  const rows = new Float64Array(2 * n * n);
  const size = Math.sqrt(form.reduce((sum, x) => sum + x * x, 0)) / Math.sqrt(Math.max(n, 1));
  const least = Math.max(Number.EPSILON * size, Number.MIN_VALUE / Number.EPSILON);
  for (let k = 0; k < n; k++) {
    const x = rows.subarray(2 * k * n, 2 * (k + 1) * n);
    for (let i = 0; i < 2 * k; i++) x[i] = -form[2 * k * n + i]!;
    x[2 * k] = 1;
    const diagonal = 2 * k * (n + 1);
    for (let i = k - 1; i >= 0; i--) {
      const at = 2 * i * (n + 1);
      divide(x, i, form[at]! - form[diagonal]!, form[at + 1]! - form[diagonal + 1]!, least);
      const re = x[2 * i]!;
      const im = x[2 * i + 1]!;
      for (let j = 0; j < 2 * i; j += 2) {
        const a = form[2 * i * n + j]!;
        const b = form[2 * i * n + j + 1]!;
        x[j] = x[j]! - re * a + im * b;
        x[j + 1] = x[j + 1]! - re * b - im * a;
      }
      if (Math.hypot(re, im) > LARGE) for (let j = 0; j <= 2 * k + 1; j++) x[j] = x[j]! / LARGE;
    }
  }
  return { rows: n, cols: n, interleaved: rows };
}

/** x_i ← x_i / (re + i·im), where a divisor below `least` in modulus is replaced by `least`. */
function divide(x: Float64Array, i: number, re: number, im: number, least: number): void {
  const modulus = Math.hypot(re, im);
  const [cos, sin] = modulus < least ? [1, 0] : [re / modulus, im / modulus];
  const divisor = Math.max(modulus, least);
  const a = x[2 * i]!;
  const b = x[2 * i + 1]!;
  x[2 * i] = (a * cos + b * sin) / divisor;
  x[2 * i + 1] = (b * cos - a * sin) / divisor;
}

/**
 * The inverse of the lower triangular matrix whose rows `triangularEigenvectors` returns, row by row. O(n³).
 *
 * @returns entries that are not finite where the eigenvectors do not span the space
 */
export function triangularInverse({ rows: n, interleaved: x }: ComplexMatrix): ComplexMatrix {
  const inverse = new Float64Array(2 * n * n);
  for (let k = 0; k < n; k++) {
    // Row k of the inverse: z_k = (e_k − Σ_{j<k} x_kj·z_j)/x_kk.
    const row = inverse.subarray(2 * k * n, 2 * (k + 1) * n);
    row[2 * k] = 1;
    for (let j = 0; j < k; j++) {
      const re = x[2 * (k * n + j)]!;
      const im = x[2 * (k * n + j) + 1]!;
      if (re === 0 && im === 0) continue; // which an infinite z_j must not spoil
      for (let i = 0; i <= 2 * j; i += 2) {
        const a = inverse[2 * j * n + i]!;
        const b = inverse[2 * j * n + i + 1]!;
        row[i] = row[i]! - re * a + im * b;
        row[i + 1] = row[i + 1]! - re * b - im * a;
      }
    }
    const diagonal = x[2 * (k * n + k)]!; // real: 1, or what scaling left of it
    for (let i = 0; i <= 2 * k + 1; i++) if (row[i] !== 0) row[i] = row[i]! / diagonal;
  }
  return { rows: n, cols: n, interleaved: inverse };
}
