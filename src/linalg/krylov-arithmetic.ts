/** @file Arithmetic of long vectors, real or complex, so that Krylov methods are written once for both. */

import type { Complex, ComplexMatrix } from './complex.ts';
import { addTo, dot } from './krylov.ts';
import { dot as realDot } from './real-vector.ts';

/** Vectors of one field as Float64Arrays; scalars are always complex pairs, over the reals with vanishing im. */
export interface KrylovArithmetic {
  readonly real: boolean;
  /** ⟨a|b⟩. */
  readonly dot: (a: Float64Array, b: Float64Array) => Complex;
  /** x ← x + (re + i·im)·y. */
  readonly addTo: (x: Float64Array, re: number, im: number, y: Float64Array) => void;
  /** basis_j ← Σ_i basis_i·Y_ij for all columns of Y; later vectors keep meaningless values. */
  readonly turn: (basis: readonly Float64Array[], y: ComplexMatrix) => void;
}

/** Interleaved complex vectors. */
export const COMPLEX_ARITHMETIC: KrylovArithmetic = { real: false, dot, addTo, turn: turnComplex };

/** Real vectors: half the memory and a quarter of the operations. */
export const REAL_ARITHMETIC: KrylovArithmetic = {
  real: true,
  dot: (a, b) => [realDot(a, b), 0],
  addTo: (x, re, _im, y) => {
    for (let i = 0; i < x.length; i++) x[i] = x[i]! + re * y[i]!;
  },
  turn: turnReal,
};

/** x/‖x‖ in place; the norm is returned. */
export function normaliseIn({ dot: product }: KrylovArithmetic, x: Float64Array): number {
  const length = Math.sqrt(product(x, x)[0]);
  for (let i = 0; i < x.length; i++) x[i] = x[i]! / length;
  return length;
}

function turnReal(basis: readonly Float64Array[], { rows, cols, interleaved }: ComplexMatrix): void {
  const row = new Float64Array(rows);
  for (let k = 0; k < basis[0]!.length; k++) {
    for (let i = 0; i < rows; i++) row[i] = basis[i]![k]!;
    for (let j = 0; j < cols; j++) {
      let sum = 0;
      for (let i = 0; i < rows; i++) sum += row[i]! * interleaved[2 * (i * cols + j)]!;
      basis[j]![k] = sum;
    }
  }
}

function turnComplex(basis: readonly Float64Array[], { rows, cols, interleaved }: ComplexMatrix): void {
  const row = new Float64Array(2 * rows);
  for (let k = 0; k < basis[0]!.length; k += 2) {
    for (let i = 0; i < rows; i++) {
      row[2 * i] = basis[i]![k]!;
      row[2 * i + 1] = basis[i]![k + 1]!;
    }
    for (let j = 0; j < cols; j++) {
      let re = 0;
      let im = 0;
      for (let i = 0; i < rows; i++) {
        const x = interleaved[2 * (i * cols + j)]!;
        const y = interleaved[2 * (i * cols + j) + 1]!;
        re += row[2 * i]! * x - row[2 * i + 1]! * y;
        im += row[2 * i]! * y + row[2 * i + 1]! * x;
      }
      basis[j]![k] = re;
      basis[j]![k + 1] = im;
    }
  }
}
