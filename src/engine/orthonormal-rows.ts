/** @file Orthonormal rows of real matrices by Householder reflections, in plain TypeScript. */

import { ShapeError } from '../errors.ts';

/** A part of `Engine`. */
export interface RowFactors {
  /**
   * A = L·Q for `count` real rows A in place: the first k = min(count, length) become the orthonormal rows of Q. Returns the lower triangle L,
   * count × k, whose diagonal is not negative. 4k²(length − k/3) operations for count = k.
   */
  orthonormaliseRows(rows: Float64Array, count: number): Float64Array;
}

/** @throws {ShapeError} rows of unequal length */
export const checkedRowFactors = (engine: RowFactors): RowFactors => ({
  orthonormaliseRows(rows, count) {
    if (!(Number.isInteger(count) && count >= 0) || (count === 0 ? rows.length > 0 : rows.length % count !== 0)) {
      throw new ShapeError(`orthonormaliseRows: ${count} rows of equal length required, got ${rows.length} numbers`);
    }
    return engine.orthonormaliseRows(rows, count);
  },
});

/** `Engine.orthonormaliseRows`. */
export function orthonormaliseRowsHere(rows: Float64Array, count: number): Float64Array {
  const length = count === 0 ? 0 : rows.length / count;
  const size = Math.min(count, length);
  const factors = new Float64Array(count * size);
  const row = (k: number, from: number): Float64Array => rows.subarray(k * length + from, (k + 1) * length);
  const signs = new Float64Array(size);
  for (let j = 0; j < size; j++) {
    const v = row(j, j);
    const y = reflector(v);
    signs[j] = y < 0 ? -1 : 1;
    factors[j * size + j] = Math.abs(y);
    for (let i = j + 1; i < count; i++) {
      const other = row(i, j);
      reflect(other, v);
      factors[i * size + j] = signs[j]! * other[0]!;
    }
  }
  for (let j = size - 1; j >= 0; j--) {
    const v = row(j, j);
    for (let i = j + 1; i < size; i++) reflect(row(i, j), v);
    const [first] = v;
    rows.fill(0, j * length, j * length + j);
    for (let k = 0; k < v.length; k++) v[k] = -2 * signs[j]! * first! * v[k]!;
    v[0] = v[0]! + signs[j]!;
  }
  return factors;
}

/** Replaces x by the unit vector v with (1 − 2vvᵀ)x = y·e₀ and returns y; for x = 0 both are zero. */
function reflector(x: Float64Array): number {
  const largest = x.reduce((most, entry) => Math.max(most, Math.abs(entry)), 0);
  if (largest === 0) return 0;
  for (let k = 0; k < x.length; k++) x[k] = x[k]! / largest;
  const square = x.reduce((sum, entry) => sum + entry * entry, 0);
  const root = Math.sqrt(square);
  const [first] = x;
  const sign = first! < 0 ? -1 : 1;
  const factor = 1 / Math.sqrt(2 * square + 2 * root * Math.abs(first!));
  for (let k = 0; k < x.length; k++) x[k] = x[k]! * factor;
  x[0] = (first! + sign * root) * factor;
  return -sign * root * largest;
}

/** x ← x − 2⟨v|x⟩v. */
function reflect(x: Float64Array, v: Float64Array): void {
  let product = 0;
  for (let k = 0; k < x.length; k++) product += v[k]! * x[k]!;
  for (let k = 0; k < x.length; k++) x[k] = x[k]! - 2 * product * v[k]!;
}
