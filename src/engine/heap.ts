/**
 * @file The compiled kernels and their memory, an arena: what is reserved after a mark is freed by going back to it.
 */

import { DomainError } from '../errors.ts';
import { MOST_MEMORY } from './limits.ts';
import type { NativeKernels } from './native-module.ts';
import type { RowKernels } from './run-rows.ts';
import { WASM_BASE64 } from './wasm-bytes.ts';

/** The functions of assembly/index.ts. Pointers and strides are in bytes. */
export interface Kernels extends RowKernels {
  gemm(
    ...arguments_: [
      ...size: [m: number, n: number, k: number],
      ...a: [pointer: number, row: number, column: number, conjugate: number],
      ...b: [pointer: number, row: number, column: number, conjugate: number],
      ...c: [pointer: number, half: number, scratch: number],
    ]
  ): void;
  gemmBatch(
    ...arguments_: [
      ...size: [batch: number, m: number, n: number, k: number],
      ...a: [pointer: number, row: number, column: number, conjugate: number],
      ...b: [pointer: number, row: number, column: number, conjugate: number],
      ...c: [pointer: number, scratch: number],
    ]
  ): void;
  gemmScratch(): number;
  realGemmBatch(
    ...arguments_: [
      ...size: [batch: number, m: number, n: number, k: number],
      ...a: [pointer: number, row: number, column: number],
      ...b: [pointer: number, row: number, column: number],
      ...c: [pointer: number, scratch: number],
    ]
  ): void;
  overlapRows(a: number, b: number, length: number, out: number): void;
  rotate(a: number, b: number, end: number, cos: number, sin: number, x: number, y: number): void;
  rotateNeighbours(
    ...arguments_: [
      ...matrix: [rows: number, count: number, stride: number],
      ...list: [rotations: number, length: number],
      scratch: number,
    ]
  ): void;
  tridiagonaliseHermitian(rows: number, n: number, diagonal: number, offDiagonal: number, scratch: number): void;
  conjugateWords(gates: number, count: number, x: number, z: number, signs: number, bytes: number): void;
  conditionalVariances(rows: number, n: number, least: number, line: number): void;
  reflectRows(rows: number, count: number, stride: number, reflectors: number, n: number): void;
  householderScratch(length: number, count: number): number;
  factorise(
    ...arguments_: [
      ...matrix: [columns: number, rows: number, cols: number],
      ...result: [diagonal: number, order: number],
      scratch: number,
    ]
  ): void;
  schur(a: number, n: number, q: number, scratch: number): number;
  schurScratch(n: number): number;
  orthonormalColumns(q: number, columns: number, rows: number, count: number, scratch: number): void;
  orthonormaliseRows(rows: number, count: number, length: number, factors: number): void;
  project(
    ...arguments_: [
      x: number,
      ...vectors: [basis: number, count: number, length: number, stride: number],
      coefficients: number,
    ]
  ): number;
  combine(
    ...arguments_: [
      out: number,
      ...vectors: [basis: number, count: number, length: number, stride: number],
      coefficients: number,
    ]
  ): void;
  reflectHermitian(x: number, count: number, reflectors: number, n: number, scratch: number): void;
  mirror(c: number, n: number): void;
  exponentiate(
    ...arguments_: [
      ...blocks: [gates: number, count: number, coefficients: number],
      ...result: [matrices: number, vectors: number, values: number],
      scratch: number,
    ]
  ): void;
  exponentiateBack(
    ...arguments_: [
      ...blocks: [gates: number, count: number, sums: number],
      ...spectra: [vectors: number, values: number],
      ...result: [slopes: number, scratch: number],
    ]
  ): void;
  flipAct(out: number, diagonals: number, psi: number, table: number, factor: number): void;
  flipCollect(products: number, bra: number, ket: number, table: number, weight: number): void;
  flipMove(out: number, H: number, psi: number, G: number, phi: number, table: number): void;
  flipCollectBoth(products: number, bra: number, ket: number, bra1: number, ket1: number, table: number): void;
  flipSeries(
    ...arguments_: [
      ...vectors: [terms: number, bytes: number, diagonals: number, table: number],
      ...series: [step: number, norm: number, tolerance: number, most: number],
      sizes: number,
    ]
  ): number;
  flipBound(diagonals: number, offsets: number, count: number): number;
  clear(at: number, bytes: number): void;
  copy(to: number, from: number, bytes: number): void;
  evaluate(out: number, terms: number, count: number, bytes: number, points: number, pointCount: number): void;
  flipTransform(diagonals: number, offsets: number, count: number): void;
  exchange(to: number, from: number, scales: number, length: number): void;
  addMultiple(y: number, x: number, length: number, factor: number): void;
  permute(to: number, from: number, rank: number, axes: number): void;
  transfer(to: number, from: number, rank: number, axes: number, add: number): void;
  realTransfer(to: number, from: number, rank: number, axes: number, add: number): void;
  tridiagonalise(
    ...arguments_: [
      ...matrix: [rows: number, n: number, stride: number],
      ...result: [diagonal: number, offDiagonal: number],
      scratch: number,
    ]
  ): void;
  runProduct(record: number, scratch: number): void;
  runBatch(record: number, scratch: number): void;
  batchScratch(m: number, n: number, complex: number): number;
  runEnvironments(record: number, scratch: number): void;
  gatherEnvironments(to: number, parts: number, units: number, columns: number, bond: number): void;
  runStage(stage: number, scratch: number): void;
  runStage32(stage: number, scratch: number): void;
  reduceUnits(sums: number, units: number, gates: number): void;
  applyOne(x: number, bits: number, p: number, table: number): void;
  applyTwo(x: number, bits: number, p: number, q: number, table: number): void;
  rotateWord(x: number, bits: number, flip: number, sign: number, turns: number, cos: number, sin: number): void;
  rotateWordBackward(
    psi: number,
    lambda: number,
    bits: number,
    flip: number,
    sign: number,
    turns: number,
    cos: number,
    sin: number,
  ): number;
  accumulateWord(out: number, x: number, bits: number, flip: number, sign: number, re: number, im: number): void;
  overlap(a: number, b: number, length: number, out: number): void;
  overlap32(a: number, b: number, length: number, out: number): void;
  addScaled(y: number, x: number, length: number, re: number, im: number): void;
  addScaled32(y: number, x: number, length: number, re: number, im: number): void;
  distanceSquared(a: number, b: number, length: number, re: number, im: number): number;
  distanceSquared32(a: number, b: number, length: number, re: number, im: number): number;
}

/** The file of native kernels, and how many numbers their vectors have. */
export interface NativeOrigin {
  readonly path: string;
  readonly width: number;
}

export interface Heap {
  /** `wasm`, whose results are the same bits on every machine, `wasm-relaxed`, or `native-` with the vectors of the machine. */
  readonly name: string;
  /** The kernels in words. */
  readonly description: string;
  readonly kernels: Kernels;
  /** Where kernels are native: those that WebAssembly does not have, and what other threads load them with. */
  readonly native: ({ readonly kernels: NativeKernels } & NativeOrigin) | null;
  readonly memory: WebAssembly.Memory;
  readonly module: WebAssembly.Module;
  /** The whole memory; valid until more is reserved. */
  numbers(): Float64Array;
  floats(): Float32Array;
  words(): Int32Array;
  /** Address of `bytes` free bytes, aligned to 64, not cleared. @throws {DomainError} past the limit */
  reserve(bytes: number): number;
  /** Address of a copy of the array. */
  copyIn(array: Float64Array): number;
  /** A new array with the numbers at an address. */
  copyOut(address: number, length: number): Float64Array;
  /** Writes the numbers at an address into an array. */
  copyBack(address: number, array: Float64Array): void;
  /** Runs the work and frees all that it reserved. */
  scoped<Result>(work: () => Result): Result;
  /** @throws {DomainError} the memory cannot grow by this many bytes */
  demand(bytes: number): void;
  /** Bytes in use. */
  used(): number;
}

const PAGE = 65536;
/** Most memory pages: as many as 32-bit addresses reach. */
const MAXIMUM_PAGES = (MOST_MEMORY * 2 ** 20) / PAGE;
/** The first kilobyte is left to the compiler. */
const START = 1024;

/** Memory of the machine in bytes, or the limit of a container if that is less; Infinity outside Node. */
export function machineMemory(): number {
  const { process } = globalThis;
  const total = process?.getBuiltinModule?.('node:os').totalmem() ?? Infinity;
  return Math.min(total, process?.constrainedMemory?.() || Infinity);
}

/** The module that a text in base64 holds. */
export const compiledModule = (base64: string): WebAssembly.Module => new WebAssembly.Module(bytesOf(base64));

/** Node decodes by itself, in a tenth of the time. */
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  globalThis.Buffer?.from(base64, 'base64') ?? Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));

/**
 * The compiled module.
 *
 * @throws {Error} WebAssembly's own error where it or its SIMD is missing
 */
export function engineModule(): WebAssembly.Module {
  if (globalThis.WebAssembly === undefined) throw new Error('not available');
  return compiledModule(WASM_BASE64);
}

/**
 * The compiled module with its own memory, of at most `limit` bytes.
 *
 * @throws {Error} WebAssembly's own error where it, its SIMD or shared memory is missing, or where the system cannot
 *   reserve 4 GiB with guard pages, 10 GiB of addresses in all
 */
export function createHeap(limit = Math.min(MAXIMUM_PAGES * PAGE, machineMemory())): Heap {
  const module = engineModule();
  const memory = new WebAssembly.Memory({ initial: 1, maximum: MAXIMUM_PAGES, shared: true });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  return heapOf(module, memory, exports as unknown as Kernels, limit);
}

function heapOf(module: WebAssembly.Module, memory: WebAssembly.Memory, kernels: Kernels, limit: number): Heap {
  let top = START;
  let numbers = new Float64Array(memory.buffer);
  let floats = new Float32Array(memory.buffer);
  let words = new Int32Array(memory.buffer);

  function demand(bytes: number): void {
    const end = top + bytes;
    if (end > limit) {
      throw new DomainError(`engine: at most ${limit - START} bytes of memory possible, got ${end - START}`);
    }
    const missing = Math.ceil(end / PAGE) - memory.buffer.byteLength / PAGE;
    if (missing <= 0) return;
    try {
      memory.grow(missing);
    } catch {
      throw new DomainError(`engine: ${end - START} bytes of memory required, which the system does not give`);
    }
    numbers = new Float64Array(memory.buffer);
    floats = new Float32Array(memory.buffer);
    words = new Int32Array(memory.buffer);
  }

  function reserve(bytes: number): number {
    const rounded = Math.ceil(bytes / 64) * 64;
    demand(rounded);
    top += rounded;
    return top - rounded;
  }

  return {
    name: 'wasm',
    description: 'WebAssembly',
    kernels,
    native: null,
    memory,
    module,
    numbers: () => numbers,
    floats: () => floats,
    words: () => words,
    reserve,
    copyIn(array) {
      const address = reserve(array.byteLength);
      numbers.set(array, address / 8);
      return address;
    },
    copyOut: (address, length) => numbers.slice(address / 8, address / 8 + length),
    copyBack: (address, array) => array.set(numbers.subarray(address / 8, address / 8 + array.length)),
    scoped(work) {
      const mark = top;
      try {
        return work();
      } finally {
        top = mark;
      }
    },
    demand,
    used: () => top - START,
  };
}
