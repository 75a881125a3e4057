/** @file Many small matrices of equal shape in one array. */

import type { BatchShape } from '../engine/batches.ts';
import { isReal, realParts, unpacked } from '../engine/product-program.ts';
import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from './complex.ts';

/** `count` complex matrices, each row-major, one behind the other; `interleaved` has 2·count·rows·cols numbers. */
export interface ComplexMatrixBatch {
  readonly count: number;
  readonly rows: number;
  readonly cols: number;
  readonly interleaved: Float64Array;
}

/** `count` real matrices, each row-major, one behind the other; `data` has count·rows·cols numbers. */
export interface RealMatrixBatch {
  readonly count: number;
  readonly rows: number;
  readonly cols: number;
  readonly data: Float64Array;
}

export type MatrixBatch = ComplexMatrixBatch | RealMatrixBatch;

/**
 * These matrices one behind the other.
 *
 * @throws {ShapeError} the matrices differ in shape
 */
export function matrixBatch(matrices: readonly ComplexMatrix[]): ComplexMatrixBatch {
  const { rows, cols } = matrices[0] ?? { rows: 0, cols: 0 };
  const other = matrices.find((matrix) => matrix.rows !== rows || matrix.cols !== cols);
  if (other !== undefined) {
    throw new ShapeError(`matrixBatch: ${rows}×${cols} matrices required, got one of ${other.rows}×${other.cols}`);
  }
  const interleaved = new Float64Array(2 * matrices.length * rows * cols);
  matrices.forEach((matrix, k) => {
    interleaved.set(matrix.interleaved, 2 * k * rows * cols);
  });
  return { count: matrices.length, rows, cols, interleaved };
}

/** Matrix k of a batch, a view. */
export function matrixOfBatch({ rows, cols, interleaved }: ComplexMatrixBatch, k: number): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.subarray(2 * k * rows * cols, 2 * (k + 1) * rows * cols) };
}

/** A function of batches, applied to matrices of any shapes: those of equal shape are one batch. */
export function byShape(
  matrices: readonly ComplexMatrix[],
  decompose: (batch: ComplexMatrixBatch) => ComplexMatrixBatch,
): readonly ComplexMatrix[] {
  const alike = new Map<string, number[]>();
  matrices.forEach(({ rows, cols }, k) => {
    const places = alike.get(`${rows} ${cols}`);
    if (places === undefined) alike.set(`${rows} ${cols}`, [k]);
    else places.push(k);
  });
  const results = [...matrices];
  for (const places of alike.values()) {
    const found = decompose(matrixBatch(places.map((k) => matrices[k]!)));
    places.forEach((place, b) => {
      results[place] = matrixOfBatch(found, b);
    });
  }
  return results;
}

/** The numbers of a batch as engines take them, real ones where no entry has an imaginary part. */
export interface BatchNumbers<Batch extends MatrixBatch> {
  readonly shape: BatchShape;
  readonly numbers: Float64Array;
  /** Matrix k as a complex one. */
  readonly matrix: (k: number) => ComplexMatrix;
  /** Numbers of such a kind as a batch of the kind that was given. */
  readonly batch: (rows: number, cols: number, numbers: Float64Array) => Batch;
}

/**
 * @throws {ShapeError} the numbers do not fit the shape
 * @throws {DomainError} not finite
 */
export function batchNumbers<Batch extends MatrixBatch>(caller: string, a: Batch): BatchNumbers<Batch> {
  const { count, rows, cols } = a;
  const given: MatrixBatch = a;
  const all = 'interleaved' in given ? given.interleaved : given.data;
  const parts = 'interleaved' in given ? 2 : 1;
  if (![count, rows, cols].every((x) => Number.isInteger(x) && x >= 0) || all.length !== parts * count * rows * cols) {
    const wanted = `${count} matrices of ${rows}×${cols} entries`;
    throw new ShapeError(`${caller}: ${wanted} required, got ${all.length / parts} entries`);
  }
  for (let k = 0; k < all.length; k++) {
    if (!Number.isFinite(all[k])) throw new DomainError(`${caller}: finite entries required, got ${all[k]}`);
  }
  const isComplex = parts === 2 && !isReal(all);
  const numbers = parts === 2 && !isComplex ? realParts(all) : all;
  const size = (isComplex ? 2 : 1) * rows * cols;
  return {
    shape: { count, rows, cols, isComplex },
    numbers,
    matrix: (k) => {
      const own = numbers.subarray(k * size, (k + 1) * size);
      return { rows, cols, interleaved: isComplex ? own : unpacked(own) };
    },
    batch: (height, width, result) => {
      const shape = { count, rows: height, cols: width };
      const batch: MatrixBatch =
        parts === 1 ? { ...shape, data: result } : { ...shape, interleaved: isComplex ? result : unpacked(result) };
      return batch as Batch;
    },
  };
}
