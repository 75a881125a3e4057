/** @file Real symmetric matrices, and real vectors under orthogonal transformations, in the memory of the compiled engine. */

import type { Heap } from './heap.ts';
import type { Engine } from './kernels.ts';
import { typescriptEngine } from './typescript-engine.ts';

/** Least number of rows for which work in the engine's memory pays. */
const SMALL_REDUCTION = 8;
/** Least length of rows for which rotations in the engine's memory pay. */
const SMALL_ROW = 16;

/** The kernels of real symmetric matrices. */
export const symmetricKernels = (
  heap: Heap,
): Pick<
  Engine,
  | 'rotateRows'
  | 'tridiagonalise'
  | 'tridiagonaliseHermitian'
  | 'reflectRows'
  | 'orthonormaliseRows'
  | 'conditionalVariances'
> => ({
  rotateRows: rotateRows(heap),
  tridiagonalise: tridiagonalise(heap),
  tridiagonaliseHermitian: tridiagonaliseHermitian(heap),
  reflectRows: reflectRows(heap),
  orthonormaliseRows: orthonormaliseRows(heap),
  conditionalVariances: conditionalVariances(heap),
});

const rotateRows =
  (heap: Heap): Engine['rotateRows'] =>
  (rows, count, rotations) => {
    const width = rows.length / Math.max(1, count);
    if (width < SMALL_ROW) {
      typescriptEngine.rotateRows(rows, count, rotations);
      return;
    }
    heap.scoped(() => {
      const { at, stride } = rowsIn(heap, rows, count, width);
      const list = heap.copyIn(rotations);
      heap.kernels.rotateNeighbours(
        at,
        count,
        stride,
        list,
        rotations.length / 3,
        heap.reserve(64 * Math.ceil(stride / 64) * count),
      );
      rowsBack(heap, at, stride, rows, count, width);
    });
  };

const orthonormaliseRows =
  (heap: Heap): Engine['orthonormaliseRows'] =>
  (rows, count) => {
    if (rows.length < SMALL_ROW) return typescriptEngine.orthonormaliseRows(rows, count);
    return heap.scoped(() => {
      const length = rows.length / count;
      const numbers = count * Math.min(count, length);
      const [at, factors] = [heap.copyIn(rows), heap.reserve(8 * numbers)];
      heap.kernels.orthonormaliseRows(at, count, length, factors);
      heap.copyBack(at, rows);
      return heap.copyOut(factors, numbers);
    });
  };

const tridiagonalise =
  (heap: Heap): Engine['tridiagonalise'] =>
  (rows, diagonal, offDiagonal) => {
    const n = diagonal.length;
    if (n < SMALL_REDUCTION) {
      typescriptEngine.tridiagonalise(rows, diagonal, offDiagonal);
      return;
    }
    heap.scoped(() => {
      const { at, stride } = rowsIn(heap, rows, n, n);
      const vectors = heap.reserve(5 * stride);
      const [d, e, scratch] = [vectors, vectors + stride, vectors + 2 * stride];
      heap.kernels.tridiagonalise(at, n, stride, d, e, scratch);
      rowsBack(heap, at, stride, rows, n, n);
      heap.copyBack(d, diagonal);
      heap.copyBack(e, offDiagonal);
    });
  };

const tridiagonaliseHermitian =
  (heap: Heap): Engine['tridiagonaliseHermitian'] =>
  (rows, diagonal, offDiagonal) => {
    const n = diagonal.length;
    if (n < SMALL_REDUCTION) {
      typescriptEngine.tridiagonaliseHermitian(rows, diagonal, offDiagonal);
      return;
    }
    heap.scoped(() => {
      const at = heap.copyIn(rows);
      const vectors = heap.reserve(8 * 9 * n);
      const [d, e, scratch] = [vectors + 64 * n, vectors + 48 * n, vectors];
      heap.kernels.tridiagonaliseHermitian(at, n, d, e, scratch);
      heap.copyBack(at, rows);
      heap.copyBack(d, diagonal);
      heap.copyBack(e, offDiagonal);
    });
  };

const reflectRows =
  (heap: Heap): Engine['reflectRows'] =>
  (rows, count, reflectors, n) => {
    if (n < SMALL_REDUCTION) {
      typescriptEngine.reflectRows(rows, count, reflectors, n);
      return;
    }
    heap.scoped(() => {
      const { at, stride } = rowsIn(heap, rows, count, n);
      const vectors = rowsIn(heap, reflectors, n, n).at;
      heap.kernels.reflectRows(at, 4 * Math.ceil(count / 4), stride, vectors, n);
      rowsBack(heap, at, stride, rows, count, n);
    });
  };

const conditionalVariances =
  (heap: Heap): Engine['conditionalVariances'] =>
  (pairs, n, least) =>
    heap.scoped(() => {
      const at = heap.copyIn(pairs);
      heap.kernels.conditionalVariances(at, n, least, heap.reserve(16 * n));
      heap.copyBack(at, pairs);
    });

interface Rows {
  readonly at: number;
  /** Bytes from one row to the next. */
  readonly stride: number;
}

/** Copies rows into the engine's memory, where each fills whole vectors of two numbers; up to three rows of zeros follow. */
function rowsIn(heap: Heap, rows: Float64Array, count: number, width: number): Rows {
  const padded = 2 * Math.ceil(width / 2);
  const whole = 4 * Math.ceil(count / 4);
  const at = heap.reserve(8 * whole * padded);
  const numbers = heap.numbers().subarray(at / 8, at / 8 + whole * padded);
  numbers.fill(0, count * padded);
  if (padded === width) numbers.set(rows);
  else {
    for (let i = 0; i < count; i++) {
      numbers.set(rows.subarray(i * width, (i + 1) * width), i * padded);
      numbers[i * padded + width] = 0;
    }
  }
  return { at, stride: 8 * padded };
}

/** Copies rows back. */
function rowsBack(heap: Heap, at: number, stride: number, rows: Float64Array, count: number, width: number): void {
  for (let i = 0; i < count; i++) heap.copyBack(at + i * stride, rows.subarray(i * width, (i + 1) * width));
}
