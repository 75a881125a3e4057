/** @file Orthonormal bases: the QR decomposition and the closest isometry. */

import { type ComplexMatrix, zeroMatrix } from './complex.ts';
import { householder, thinColumns } from './householder.ts';

/** A = Q·R. */
export interface QrDecomposition {
  /** Orthonormal columns, m × min(m, n). */
  readonly q: ComplexMatrix;
  /** Upper triangular with real non-negative diagonal, min(m, n) × n. */
  readonly r: ComplexMatrix;
}

/**
 * Thin QR decomposition A = QR by Householder reflections, unique for A of full rank since the diagonal of R is
 * real and non-negative. Q is orthonormal to machine precision whatever the rank. O(mn·min(m, n)).
 */
export function qr(a: ComplexMatrix): QrDecomposition {
  const { rows, cols } = a;
  const factors = householder(a, false);
  const steps = Math.min(rows, cols);
  const q = zeroMatrix(rows, steps);
  const r = zeroMatrix(steps, cols);
  const columns = thinColumns(factors);
  for (let k = 0; k < steps; k++) {
    // A = (Q·phase)(phase⁻¹·R) with the phase of R_kk.
    const x = factors.diagonal[2 * k]!;
    const y = factors.diagonal[2 * k + 1]!;
    const modulus = Math.hypot(x, y);
    const [re, im] = modulus === 0 ? [1, 0] : [x / modulus, y / modulus];
    for (let i = 0; i < rows; i++) store(q, i, k, columns, k * rows + i, re, im);
    for (let j = k + 1; j < cols; j++) store(r, k, j, factors.columns, j * rows + k, re, -im);
    r.interleaved[2 * (k * cols + k)] = modulus;
  }
  return { q, r };
}

/** matrix[row, col] ← source[at] · (re + i·im). */
function store(
  matrix: ComplexMatrix,
  row: number,
  col: number,
  source: Float64Array,
  at: number,
  re: number,
  im: number,
): void {
  const to = 2 * (row * matrix.cols + col);
  const x = source[2 * at]!;
  const y = source[2 * at + 1]!;
  matrix.interleaved[to] = x * re - y * im;
  matrix.interleaved[to + 1] = x * im + y * re;
}
