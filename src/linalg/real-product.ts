/** @file Products of real matrices. */

import { currentEngine } from '../engine/engine.ts';
import { ShapeError } from '../errors.ts';
import type { RealMatrix } from './matrix.ts';

/** Which factors of a product of real matrices are replaced by their transposes. */
export interface Transposes {
  readonly transposeA?: boolean;
  readonly transposeB?: boolean;
}

/** Multiplications from which on a product takes the real kernel: below, half of the time goes into copies, and the other way rounds less. */
const LARGE = 1e5;

/**
 * The product op(A)·op(B) of real matrices, where op is the identity or, where the flag says so, the transpose. O(mnk), a quarter of the cost of
 * a complex product. In small ones pairs of neighbours along the summed dimension are read as complex numbers, Re Σ a·b̄, which sums in two
 * parts.
 *
 * @throws {ShapeError} the inner dimensions differ
 */
export function multiplyReal(a: RealMatrix, b: RealMatrix, flags: Transposes = {}): RealMatrix {
  const { transposeA = false, transposeB = false } = flags;
  if (a.data.length * (transposeB ? b.rows : b.cols) >= LARGE) return largeProduct(a, b, transposeA, transposeB);
  const left = transposeA ? transposeReal(a) : a;
  const right = transposeB ? b : transposeReal(b);
  if (left.cols !== right.cols) throw unequal(left.rows, left.cols, right.cols, right.rows);
  const [rows, cols, inner] = [left.rows, right.rows, Math.ceil(left.cols / 2)];
  const even = (m: RealMatrix): Float64Array => (m.cols % 2 === 0 ? m.data : padded(m));
  const product = currentEngine().multiply(even(left), even(right), rows, cols, inner, false, true);
  const data = new Float64Array(rows * cols);
  for (let k = 0; k < data.length; k++) data[k] = product[2 * k]!;
  return { rows, cols, data };
}

function largeProduct(a: RealMatrix, b: RealMatrix, transposeA: boolean, transposeB: boolean): RealMatrix {
  const [rows, inner] = transposeA ? [a.cols, a.rows] : [a.rows, a.cols];
  const [cols, other] = transposeB ? [b.rows, b.cols] : [b.cols, b.rows];
  if (inner !== other) throw unequal(rows, inner, other, cols);
  return { rows, cols, data: currentEngine().multiplyReal(a.data, b.data, rows, cols, inner, transposeA, transposeB) };
}

const unequal = (rows: number, inner: number, other: number, cols: number): ShapeError =>
  new ShapeError(`multiplyReal: equal inner dimensions required, got ${rows}×${inner} times ${other}×${cols}`);

/** The transpose of a real matrix. */
export function transposeReal({ rows, cols, data }: RealMatrix): RealMatrix {
  const out = new Float64Array(data.length);
  const block = 32; // so that rows and columns stay in the cache
  for (let from = 0; from < rows; from += block) {
    const to = Math.min(rows, from + block);
    for (let j = 0; j < cols; j++) for (let i = from; i < to; i++) out[j * rows + i] = data[i * cols + j]!;
  }
  return { rows: cols, cols: rows, data: out };
}

/** The real identity matrix. */
export function realIdentity(rows: number): RealMatrix {
  const data = new Float64Array(rows * rows);
  for (let i = 0; i < rows; i++) data[i * (rows + 1)] = 1;
  return { rows, cols: rows, data };
}

/** A + s·B for real matrices of the same shape. */
export function addReal(a: RealMatrix, s: number, b: RealMatrix): RealMatrix {
  const data = new Float64Array(a.data.length);
  for (let k = 0; k < data.length; k++) data[k] = a.data[k]! + s * b.data[k]!;
  return { rows: a.rows, cols: a.cols, data };
}

/** (A + Aᵀ)/2. */
export function symmetricPart(a: RealMatrix): RealMatrix {
  const mirrored = transposeReal(a);
  return { ...a, data: a.data.map((x, at) => (x + mirrored.data[at]!) / 2) };
}

/** The entries at these rows and columns, in this order. */
export function submatrix(
  { cols, data }: RealMatrix,
  rowIndices: readonly number[],
  colIndices: readonly number[] = rowIndices,
): RealMatrix {
  const out = new Float64Array(rowIndices.length * colIndices.length);
  let at = 0;
  for (const i of rowIndices) for (const j of colIndices) out[at++] = data[i * cols + j]!;
  return { rows: rowIndices.length, cols: colIndices.length, data: out };
}

/** The rows with one zero behind each. */
function padded({ rows, cols, data }: RealMatrix): Float64Array {
  const out = new Float64Array(rows * (cols + 1));
  for (let i = 0; i < rows; i++) out.set(data.subarray(i * cols, (i + 1) * cols), i * (cols + 1));
  return out;
}
