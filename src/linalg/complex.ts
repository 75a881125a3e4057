/**
 * @file The four containers of numbers. Complex entries are interleaved, re₀ im₀ re₁ im₁ …, as in NumPy's
 * complex128, so files are read and kernels are called without a copy. Arrays are row-major.
 */

import { ShapeError } from '../errors.ts';

/** A complex vector of `length` entries; `interleaved` has 2·length numbers. */
export interface ComplexVector {
  readonly length: number;
  readonly interleaved: Float64Array;
}

/** A complex matrix, row-major; `interleaved` has 2·rows·cols numbers. */
export interface ComplexMatrix {
  readonly rows: number;
  readonly cols: number;
  readonly interleaved: Float64Array;
}

/** A dense complex array of any rank, row-major; `interleaved` has 2·Π shape numbers. */
export interface ComplexArray {
  readonly shape: readonly number[];
  readonly interleaved: Float64Array;
}

/** A complex number as a pair (re, im). */
export type Complex = readonly [re: number, im: number];

/** The zero vector. */
export function zeroVector(length: number): ComplexVector {
  return { length, interleaved: new Float64Array(2 * length) };
}

/** The zero matrix. */
export function zeroMatrix(rows: number, cols: number): ComplexMatrix {
  return { rows, cols, interleaved: new Float64Array(2 * rows * cols) };
}

/** The identity matrix. */
export function identityMatrix(rows: number): ComplexMatrix {
  const matrix = zeroMatrix(rows, rows);
  for (let i = 0; i < rows; i++) matrix.interleaved[2 * i * (rows + 1)] = 1;
  return matrix;
}

/**
 * A complex vector from its real and, optionally, imaginary parts.
 *
 * @throws {ShapeError} the parts differ in length
 */
export function complexVector(re: ArrayLike<number>, im?: ArrayLike<number>): ComplexVector {
  if (im !== undefined && im.length !== re.length) {
    throw new ShapeError(`complexVector: re and im of equal length required, got ${re.length} and ${im.length}`);
  }
  const vector = zeroVector(re.length);
  for (let i = 0; i < re.length; i++) {
    vector.interleaved[2 * i] = re[i]!;
    vector.interleaved[2 * i + 1] = im?.[i] ?? 0;
  }
  return vector;
}

/**
 * A complex matrix from rows of real and, optionally, imaginary parts.
 *
 * @throws {ShapeError} rows of unequal length
 */
export function complexMatrix(re: readonly (readonly number[])[], im?: readonly (readonly number[])[]): ComplexMatrix {
  const rows = re.length;
  const cols = re[0]?.length ?? 0;
  if ([...re, ...(im ?? [])].some((row) => row.length !== cols) || (im !== undefined && im.length !== rows)) {
    throw new ShapeError(`complexMatrix: ${rows} rows of ${cols} entries required in both parts`);
  }
  const { interleaved } = complexVector(re.flat(), im?.flat());
  return { rows, cols, interleaved };
}

/** Entry (row, col) of a matrix. */
export function entry(matrix: ComplexMatrix, row: number, col: number): Complex {
  const at = 2 * (row * matrix.cols + col);
  return [matrix.interleaved[at]!, matrix.interleaved[at + 1]!];
}

/** Number of entries of an array of this shape: Π shape. */
export function sizeOf(shape: readonly number[]): number {
  return shape.reduce((product, dimension) => product * dimension, 1);
}
