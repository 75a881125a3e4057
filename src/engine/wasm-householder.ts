/** @file Householder reflections of complex vectors, and what begins with them, in the memory of the compiled engine. */

import type { Heap } from './heap.ts';
import type { Engine } from './kernels.ts';
import { typescriptEngine } from './typescript-engine.ts';

/** Least number of entries for which work in the engine's memory pays. */
const SMALL_MATRIX = 64;

/** The kernels of complex reflections. */
export const householderKernels = (
  heap: Heap,
): Pick<Engine, 'factorise' | 'orthonormalColumns' | 'reflectRowsHermitian' | 'schur'> => ({
  factorise: factorise(heap),
  orthonormalColumns: orthonormalColumns(heap),
  reflectRowsHermitian: reflectRowsHermitian(heap),
  schur: schur(heap),
});

const factorise =
  (heap: Heap): Engine['factorise'] =>
  (columns, rows, cols, diagonal, order) => {
    if (rows * cols < SMALL_MATRIX) {
      typescriptEngine.factorise(columns, rows, cols, diagonal, order);
      return;
    }
    heap.scoped(() => {
      const at = heap.copyIn(columns);
      const d = heap.reserve(diagonal.byteLength);
      const numbers = order === undefined ? 0 : heap.reserve(4 * cols);
      if (order !== undefined) heap.words().set(order, numbers / 4);
      heap.kernels.factorise(at, rows, cols, d, numbers, heap.reserve(heap.kernels.householderScratch(rows, cols)));
      heap.copyBack(at, columns);
      heap.copyBack(d, diagonal);
      order?.set(heap.words().subarray(numbers / 4, numbers / 4 + cols));
    });
  };

const orthonormalColumns =
  (heap: Heap): Engine['orthonormalColumns'] =>
  (columns, rows, count) => {
    if (rows * count < SMALL_MATRIX) return typescriptEngine.orthonormalColumns(columns, rows, count);
    return heap.scoped(() => {
      const at = heap.copyIn(columns.subarray(0, 2 * rows * count));
      const q = heap.reserve(16 * rows * count);
      const scratch = heap.reserve(heap.kernels.householderScratch(rows, count));
      heap.kernels.orthonormalColumns(q, at, rows, count, scratch);
      return heap.copyOut(q, 2 * rows * count);
    });
  };

const reflectRowsHermitian =
  (heap: Heap): Engine['reflectRowsHermitian'] =>
  (rows, count, reflectors, n) => {
    if (count * n < SMALL_MATRIX) {
      typescriptEngine.reflectRowsHermitian(rows, count, reflectors, n);
      return;
    }
    heap.scoped(() => {
      const at = heap.copyIn(rows);
      const vectors = heap.copyIn(reflectors);
      const scratch = heap.reserve(heap.kernels.householderScratch(n, count));
      heap.kernels.reflectHermitian(at, count, vectors, n, scratch);
      heap.copyBack(at, rows);
    });
  };

const schur =
  (heap: Heap): Engine['schur'] =>
  (form, n, vectors) => {
    if (n * n < SMALL_MATRIX) return typescriptEngine.schur(form, n, vectors);
    return heap.scoped(() => {
      const at = heap.copyIn(form);
      const q = vectors.length === 0 ? 0 : heap.reserve(vectors.byteLength);
      const unsettled = heap.kernels.schur(at, n, q, heap.reserve(heap.kernels.schurScratch(n)));
      heap.copyBack(at, form);
      if (q !== 0) heap.copyBack(q, vectors);
      return unsettled;
    });
  };
