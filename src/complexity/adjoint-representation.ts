/** @file The Lie algebra su(2ⁿ) in Pauli coordinates without the identity: conjugation and bracket as real matrices. */

import { inverse as inverseOf, Matrix } from 'ml-matrix';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { multiply, type RealMatrix } from '../linalg/matrix.ts';
import { commuteAt, coordinatesOf, matrixOf } from './right-invariant-metric.ts';

/**
 * The orthogonal matrix R of H ↦ U H U†, R_PQ = Tr(P U Q U†)/2ⁿ, shape (4ⁿ − 1, 4ⁿ − 1). O(32ⁿ).
 */
export function conjugationMatrix(unitary: ComplexMatrix): RealMatrix {
  const words = unitary.rows ** 2;
  const size = words - 1;
  const data = new Float64Array(size * size);
  const coordinates = new Float64Array(words);
  for (let q = 1; q < words; q++) {
    coordinates[q] = 1;
    const image = multiply(multiply(unitary, matrixOf(coordinates)), unitary, { adjointB: true });
    coordinates[q] = 0;
    const column = coordinatesOf(image);
    for (let p = 1; p < words; p++) data[(p - 1) * size + q - 1] = column[p]!;
  }
  return { rows: size, cols: size, data };
}

/** The antisymmetric matrix C of Z ↦ −i[Z, L], for L of shape (4ⁿ,). O(16ⁿ). */
export function bracketMatrix(momentum: Float64Array): RealMatrix {
  const size = momentum.length - 1;
  const data = new Float64Array(size * size);
  for (let p = 1; p <= size; p++) {
    for (let q = 1; q <= size; q++) {
      const sign = momentum[q] === 0 ? 0 : bracketSign(p, q, momentum.length);
      if (sign !== 0) data[((p ^ q) - 1) * size + p - 1] = 2 * sign * momentum[q]!;
    }
  }
  return { rows: size, cols: size, data };
}

/** s with −i[P, Q] = 2s·R for the word R of number p xor q: ±1, or 0 if the words commute. */
export function bracketSign(p: number, q: number, words: number): -1 | 0 | 1 {
  if (commuteAt(p, q, words)) return 0;
  const size = Math.sqrt(words);
  const letters = (r: number): number => ones(Math.floor(r / size) & (r % size));
  const turns = letters(p) + letters(q) - letters(p ^ q) + 2 * ones(Math.floor(p / size) & (q % size));
  return (turns & 3) === 1 ? 1 : -1; // PQ = i^turns·R
}

/** RᵀDR for a diagonal D ≥ 0. O(m³). */
export function symmetricProduct({ rows, data: r }: RealMatrix, diagonal: Float64Array): RealMatrix {
  const data = new Float64Array(rows * rows);
  for (let k = 0; k < rows; k++) {
    if (diagonal[k] === 0) continue;
    for (let i = 0; i < rows; i++) {
      const factor = diagonal[k]! * r[k * rows + i]!;
      for (let j = i; j < rows; j++) data[i * rows + j]! += factor * r[k * rows + j]!;
    }
  }
  for (let i = 0; i < rows; i++) for (let j = 0; j < i; j++) data[i * rows + j] = data[j * rows + i]!;
  return { rows, cols: rows, data };
}

/** start + A·B for square matrices; start defaults to 0. O(m³). */
export function product(a: RealMatrix, b: RealMatrix, start?: RealMatrix): RealMatrix {
  const { rows } = a;
  const data = start === undefined ? new Float64Array(rows * rows) : start.data.slice();
  for (let i = 0; i < rows; i++) {
    for (let k = 0; k < rows; k++) {
      const factor = a.data[i * rows + k]!;
      for (let j = 0; j < rows; j++) data[i * rows + j]! += factor * b.data[k * rows + j]!;
    }
  }
  return { rows, cols: rows, data };
}

/** a + s·b. */
export function sum(a: RealMatrix, s: number, b: RealMatrix): RealMatrix {
  return { ...a, data: a.data.map((x, i) => x + s * b.data[i]!) };
}

/** The inverse by LU decomposition; not finite if the matrix is singular. */
export function inverse({ rows, cols, data }: RealMatrix): RealMatrix {
  const found = inverseOf(new Matrix(Array.from({ length: rows }, (_, i) => data.subarray(i * cols, (i + 1) * cols))));
  return { rows, cols, data: Float64Array.from(found.to1DArray()) };
}

function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest &= rest - 1) count++;
  return count;
}
