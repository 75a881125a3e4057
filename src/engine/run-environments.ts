/**
 * @file Both environments of a matrix, see `EnvironmentsInstruction`. One that is an array of JavaScript stays there: native code
 * reads it where it lies, WebAssembly gets some rows at a time, which are copied while other threads are at those before.
 */

import type { Heap } from './heap.ts';
import { type EntryBytes, type Factor, LARGE, productInHeap, realProductInHeap } from './matrix-product.ts';
import type { EnvironmentsInstruction } from './product-program.ts';
import type { Executor } from './run-stages.ts';

/** Strips of rows that are worked on at the same time, each with its own sums for the columns. */
const STRIPS = 8;
const STRIPS_COPIED = 4;
/** Bytes of rows that are copied at a time, and the least number of rows of a strip of them. */
const COPIED = 2 ** 21;
const LEAST_LINES = 4;
/** Bytes between rows that are copied, so that not all of a column meet in the same set of the cache. */
const GAP = 64;
/** Words of a record, see assembly/environments.ts. */
const RECORD = 14;

/** Environments of a matrix in the engine's memory. */
export function environmentsInHeap(
  heap: Heap,
  execute: Executor,
  { to, toRight, matrix, left, right, rows, columns, bond }: EnvironmentsInstruction,
  at: (array: number) => number,
  bytes: EntryBytes,
): void {
  const multiply = bytes === 16 ? productInHeap : realProductInHeap;
  const factor = (array: number): Factor => [at(array), bytes * bond, bytes, Number(bytes === 16)];
  const [row, column] = [bytes * columns, bytes];
  multiply(heap, execute, [rows, bond, columns], [at(matrix), row, column, 0], factor(right), at(to));
  multiply(heap, execute, [columns, bond, rows], [at(matrix), column, row, 0], factor(left), at(toRight));
}

/** Environments of an array of JavaScript; the same, bit for bit, for any number of threads. */
export function environmentsOutside(
  heap: Heap,
  execute: Executor,
  step: EnvironmentsInstruction,
  at: (array: number) => number,
  matrix: Float64Array,
): void {
  const { rows, columns, bond } = step;
  const { native, kernels } = heap;
  const large = 2 * rows * columns * bond >= LARGE;
  heap.scoped(() => {
    const record = heap.reserve(4 * RECORD);
    const [lines, strips] = native === null ? copiedLines(step, large) : sharedLines(rows, large ? STRIPS : 1);
    const parts = heap.reserve((native === null ? 16 : 32) * strips * columns * bond);
    const run = (first: number, count: number, address: number, stride: number, meanwhile?: () => void): void => {
      const units = Math.ceil(count / lines);
      const places = [at(step.left) + 16 * first * bond, at(step.right), at(step.to) + 16 * first * bond, parts];
      const matrixWords = [address >>> 0, Math.floor(address / 2 ** 32)];
      const words = [count, bond, columns, stride, ...matrixWords, ...places, lines, units, Number(first === 0), 0];
      heap.words().set(words, record / 4);
      execute(record, 0, units, 'runEnvironments', meanwhile);
    };
    if (native !== null) run(0, rows, native.kernels.addressOf(matrix), 16 * columns);
    else copiedBySteps(heap, matrix, step, lines * strips, run);
    kernels.gatherEnvironments(at(step.toRight), parts, strips, columns, bond);
  });
}

type Lines = readonly [lines: number, strips: number];

function sharedLines(rows: number, most: number): Lines {
  const lines = Math.ceil(rows / most);
  return [lines, Math.ceil(rows / lines)];
}

/** Of the rows that are copied at a time. */
function copiedLines({ rows, columns }: EnvironmentsInstruction, large: boolean): Lines {
  const strips = large ? STRIPS_COPIED : 1;
  const lines = Math.max(LEAST_LINES, Math.floor(COPIED / (16 * columns * strips)));
  return sharedLines(Math.min(rows, lines * strips), strips);
}

/** Runs the matrix by some rows at a time, the next of which are copied meanwhile. */
function copiedBySteps(
  heap: Heap,
  matrix: Float64Array,
  { rows, columns }: EnvironmentsInstruction,
  most: number,
  run: (first: number, count: number, address: number, stride: number, meanwhile: () => void) => void,
): void {
  const stride = 16 * columns + GAP;
  const places = [0, 1].map(() => heap.reserve(most * stride));
  const copy = (first: number): void => {
    const place = places[(first / most) % 2]!;
    for (let row = first; row < Math.min(rows, first + most); row++) {
      const numbers = matrix.subarray(2 * row * columns, 2 * (row + 1) * columns);
      heap.numbers().set(numbers, (place + (row - first) * stride) / 8);
    }
  };
  copy(0);
  for (let first = 0; first < rows; first += most) {
    run(first, Math.min(most, rows - first), places[(first / most) % 2]!, stride, () => copy(first + most));
  }
}
