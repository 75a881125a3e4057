/** @file Matrix products on the heap: large ones are divided into strips for several threads. */

import type { Heap } from './heap.ts';
import type { Executor } from './run-stages.ts';

/** A factor: address, strides of rows and columns in bytes, and 1 if its entries are conjugated. */
export type Factor = readonly [pointer: number, row: number, column: number, conjugate: number];

/** Bytes of an entry. */
export type EntryBytes = 8 | 16;

/** A rows × columns matrix at an address, or the adjoint of a columns × rows one there. */
export function factorAt(
  address: number,
  rows: number,
  columns: number,
  isAdjoint: boolean,
  bytes: EntryBytes = 16,
): Factor {
  return isAdjoint ? [address, bytes, bytes * rows, Number(bytes === 16)] : [address, bytes * columns, bytes, 0];
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
    runStrips(heap, execute, [m, n, k, ...a, ...b, c, Number(half)], { lines, units, byColumns, real: false });
  });
}

/** The same for real matrices. */
export function realProductInHeap(
  heap: Heap,
  execute: Executor,
  [m, n, k]: readonly [m: number, n: number, k: number],
  a: Factor,
  b: Factor,
  c: number,
): void {
  heap.scoped(() => {
    if (m * n * k < 2 * LARGE || execute.alone) {
      const { kernels } = heap;
      kernels.realGemmBatch(1, m, n, k, a[0], a[1], a[2], b[0], b[1], b[2], c, heap.reserve(kernels.gemmScratch()));
      return;
    }
    const byColumns = n > m;
    const size = byColumns ? n : m;
    const lines = Math.max(LEAST_LINES, 4 * Math.ceil(size / MOST_STRIPS / 4));
    const units = Math.ceil(size / lines);
    runStrips(heap, execute, [m, n, k, ...a, ...b, c, 0], { lines, units, byColumns, real: true });
  });
}

/** Writes the record of `runProduct` and has its strips computed. */
function runStrips(
  heap: Heap,
  execute: Executor,
  product: readonly number[],
  strips: { readonly lines: number; readonly units: number; readonly byColumns: boolean; readonly real: boolean },
): void {
  const { lines, units, byColumns, real } = strips;
  const record = heap.reserve(4 * 18);
  heap.words().set([...product, lines, units, Number(byColumns), Number(real), 0], record / 4);
  execute(record, 0, units, 'runProduct');
}
