/** @file The unitary reduction A = QHQ† of any square matrix to one with zeros below the first subdiagonal. */

import { reflect, reflector } from '../engine/householder-factors.ts';
import type { ComplexMatrix } from './complex.ts';
import { columnMajor } from './householder.ts';

/** A = Q·H·Q†, both n × n and column-major, interleaved: entry (i, j) begins at 2(jn + i). */
export interface HessenbergForm {
  readonly size: number;
  /** H_ij = 0 for i > j + 1. */
  readonly form: Float64Array;
  /** Unitary Q; empty if not asked for. */
  readonly vectors: Float64Array;
}

/**
 * Reduction to Hessenberg form by Householder reflections from both sides. O(n³).
 *
 * @see Golub & Van Loan, Matrix Computations, 4th ed., sect. 7.4.3
 */
export function hessenbergForm(a: ComplexMatrix, withVectors: boolean): HessenbergForm {
  const n = a.rows;
  const form = columnMajor(a);
  const reflectors: Float64Array[] = [];
  for (let k = 0; k + 2 < n; k++) {
    const start = 2 * (k * n + k + 1);
    const end = 2 * (k + 1) * n;
    const [re, im] = reflector(form, start, end);
    const v = form.slice(start, end);
    form.fill(0, start, end);
    form[start] = re;
    form[start + 1] = im;
    for (let j = k + 1; j < n; j++) reflect(v, 0, v.length, form, 2 * (j * n + k + 1));
    reflectFromRight(form, n, k + 1, v);
    reflectors.push(v);
  }
  const vectors = new Float64Array(withVectors ? form.length : 0);
  if (withVectors) {
    for (let j = 0; j < n; j++) vectors[2 * j * (n + 1)] = 1;
    for (let k = n - 3; k >= 0; k--) {
      const v = reflectors[k]!;
      for (let j = k + 1; j < n; j++) reflect(v, 0, v.length, vectors, 2 * (j * n + k + 1));
    }
  }
  return { size: n, form, vectors };
}

/** A ← A·(1 − 2vv†) for the columns from `first` on. */
function reflectFromRight(a: Float64Array, n: number, first: number, v: Float64Array): void {
  const sum = new Float64Array(2 * n);
  for (let j = first; j < n; j++) addColumn(sum, 0, v[2 * (j - first)]!, v[2 * (j - first) + 1]!, a, 2 * j * n);
  for (let j = first; j < n; j++)
    addColumn(a, 2 * j * n, -2 * v[2 * (j - first)]!, 2 * v[2 * (j - first) + 1]!, sum, 0);
}

/** x ← x + (re + i·im)·y for columns of `sum` length at `to` and `from`. */
function addColumn(x: Float64Array, to: number, re: number, im: number, y: Float64Array, from: number): void {
  const length = Math.min(x.length, y.length);
  for (let i = to, j = from; i < to + length; i += 2, j += 2) {
    x[i] = x[i]! + re * y[j]! - im * y[j + 1]!;
    x[i + 1] = x[i + 1]! + re * y[j + 1]! + im * y[j]!;
  }
}
