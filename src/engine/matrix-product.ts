/** @file Matrix products on the heap: large ones are divided into strips for several threads. */

import type { Heap } from './heap.ts';
import type { Executor } from './run-stages.ts';

/** A factor: address, strides of rows and columns in bytes, and 1 if its entries are conjugated. */
export type Factor = readonly [pointer: number, row: number, column: number, conjugate: number];

/** A rows × columns matrix at an address, or the adjoint of a columns × rows one there. */
export function factorAt(address: number, rows: number, columns: number, isAdjoint: boolean): Factor {
  return isAdjoint ? [address, 16, 16 * rows, 1] : [address, 16 * columns, 16, 0];
}

/** Least number of complex multiplications, some 20 million operations, for which other threads are woken. */
export const LARGE = 2.5e6;
/** Most strips; each has at least as many lines as the kernel takes at once. */
const LEAST_LINES = 48;
const MOST_STRIPS = 32;

/**
 * C (m × n) = A·B at an address, with `half` the upper triangle of a Hermitian C only; the same, bit for bit, for any
 * number of threads.
 */
export function productInHeap(
  heap: Heap,
  execute: Executor,
  [m, n, k]: readonly [m: number, n: number, k: number],
  a: Factor,
  b: Factor,
  c: number,
  half = false,
): void {
  heap.scoped(() => {
    if (m * n * k < LARGE || execute.alone) {
      heap.kernels.gemm(m, n, k, ...a, ...b, c, Number(half), heap.reserve(heap.kernels.gemmScratch()));
      return;
    }
    const byColumns = !half && n > m;
    const size = byColumns ? n : m;
    // Every strip packs its share of B anew; in a Hermitian product that weighs twice.
    const lines = Math.max(half ? 2 * LEAST_LINES : LEAST_LINES, 2 * Math.ceil(size / MOST_STRIPS / 2));
    const units = Math.ceil(size / lines);
    const record = heap.reserve(4 * 17);
    heap.words().set([m, n, k, ...a, ...b, c, Number(half), lines, units, Number(byColumns), 0], record / 4);
    execute(record, 0, units, 'runProduct');
  });
}
