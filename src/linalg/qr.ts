/** @file Orthonormal bases: the QR decomposition and the closest isometry. */

import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from './complex.ts';
import { engineDecompositions } from './engine-decompositions.ts';
import { householder, thinColumns } from './householder.ts';
import { transpose } from './matrix.ts';

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
 *
 * @throws {DomainError} an entry that is not finite
 */
export function qr(a: ComplexMatrix): QrDecomposition {
  const { rows, cols } = a;
  for (let k = 0; k < a.interleaved.length; k++) {
    const x = a.interleaved[k]!;
    if (!Number.isFinite(x)) throw new DomainError(`qr: finite entries required, got ${x}`);
  }
  const rank = Math.min(rows, cols);
  const own = engineDecompositions(rank)?.qr(a.interleaved, rows, cols) ?? null;
  if (own !== null) {
    const { q, r } = own;
    return { q: { rows, cols: rank, interleaved: q }, r: { rows: rank, cols, interleaved: r } };
  }
  const factors = householder(a, false);
  // A = (Q·phase)(phase⁻¹·R) with the phases of R's diagonal; both are made column by column.
  const phases = unitNumbers(factors.diagonal);
  const q = thinColumns(factors);
  for (let k = 0; k < rank; k++) {
    const [x, y] = [phases[2 * k]!, phases[2 * k + 1]!];
    for (let i = 2 * k * rows; i < 2 * (k + 1) * rows; i += 2) {
      const [re, im] = [q[i]!, q[i + 1]!];
      q[i] = re * x - im * y;
      q[i + 1] = re * y + im * x;
    }
  }
  const r = new Float64Array(2 * rank * cols);
  for (let j = 0; j < cols; j++) {
    const [from, to] = [2 * j * rows, 2 * j * rank];
    for (let k = 0; k < 2 * Math.min(j, rank); k += 2) {
      const [re, im] = [factors.columns[from + k]!, factors.columns[from + k + 1]!];
      r[to + k] = re * phases[k]! + im * phases[k + 1]!;
      r[to + k + 1] = im * phases[k]! - re * phases[k + 1]!;
    }
    if (j < rank) r[to + 2 * j] = Math.hypot(factors.diagonal[2 * j]!, factors.diagonal[2 * j + 1]!);
  }
  return {
    q: transpose({ rows: rank, cols: rows, interleaved: q }),
    r: transpose({ rows: cols, cols: rank, interleaved: r }),
  };
}

/** z/|z| of every number, 1 for zero. */
function unitNumbers(numbers: Float64Array): Float64Array {
  const out = new Float64Array(numbers.length);
  for (let k = 0; k < numbers.length; k += 2) {
    const modulus = Math.hypot(numbers[k]!, numbers[k + 1]!);
    out[k] = modulus === 0 ? 1 : numbers[k]! / modulus;
    out[k + 1] = modulus === 0 ? 0 : numbers[k + 1]! / modulus;
  }
  return out;
}
