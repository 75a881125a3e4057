/**
 * @file Programs of products on the heap: arrays get addresses once for each program, by their lifetimes. Where all inputs
 * are real, so is all that follows, and a quarter of the arithmetic is done on half of the memory.
 */

import type { Heap } from './heap.ts';
import { type EntryBytes, factorAt, LARGE, productInHeap, realProductInHeap } from './matrix-product.ts';
import {
  areParts,
  arraysOf,
  copyRealParts,
  type Instruction,
  isReal,
  type ProductInstruction,
  type ProductProgram,
  type ProductSpace,
  unpacked,
} from './product-program.ts';
import { environmentsInHeap, environmentsOutside } from './run-environments.ts';
import type { Executor } from './run-stages.ts';
import { vectorsInHeap } from './vectors-in-heap.ts';

/** Addresses relative to the start of the arena, and the tables of all transfers. */
interface Layout {
  readonly offsets: Float64Array;
  readonly bytes: number;
  readonly tables: Int32Array;
  /** Where the table of each instruction starts, in bytes. */
  readonly tableOf: Int32Array;
  /** The instructions as native code reads them. */
  readonly records: Int32Array;
  /** Inputs that stay with JavaScript: only their environments are asked for. */
  readonly outside: ReadonlySet<number>;
}

/** Words of a record, see native/src/program.rs, and its kinds of instructions. */
const RECORD = 16;
const KINDS = { product: 0, copy: 1, add: 2, clear: 3, environments: 4 } as const;

type Layouts = Readonly<Record<EntryBytes, WeakMap<ProductProgram, Layout>>>;
const newLayouts = (): Layouts => ({ 8: new WeakMap(), 16: new WeakMap() });
/** Of programs that run once, and of those whose inputs stay. */
const layouts = { once: newLayouts(), again: newLayouts() } as const;
type Runs = keyof typeof layouts;

/** Bytes that the arrays of a program occupy at most at the same time, in an arena filled first-fit. */
export function programBytes(program: ProductProgram): number {
  return layoutOf(program, 16, 'once').bytes;
}

/** Runs a program with the compiled kernels. */
export function runProductsInHeap(
  heap: Heap,
  execute: Executor,
  program: ProductProgram,
  inputs: readonly Float64Array[],
): readonly Float64Array[] {
  const parts = areParts(program, inputs);
  const bytes = parts || inputs.every(isReal) ? 8 : 16;
  return heap.scoped(() => {
    const { put, run, viewOf, outside } = loaded(heap, execute, program, bytes, 'once');
    inputs.forEach((array, k) => {
      if (!outside.has(k)) put(k, array);
    });
    run(inputs);
    return program.outputs.map((k) => (parts || bytes === 16 ? viewOf(k).slice() : unpacked(viewOf(k))));
  });
}

/** Runs a program again and again with the compiled kernels, see `Engine`. */
export function repeatProductsInHeap<Result>(
  heap: Heap,
  execute: Executor,
  program: ProductProgram,
  inputs: readonly Float64Array[],
  work: (space: ProductSpace) => Result,
  isComplex = false,
): Result {
  const bytes = !isComplex && (areParts(program, inputs) || inputs.every(isReal)) ? 8 : 16;
  return heap.scoped(() => {
    const { put, run, viewOf } = loaded(heap, execute, program, bytes, 'again');
    inputs.forEach((array, k) => {
      if (k > 0) put(k, array);
    });
    return work({
      isReal: bytes === 8,
      apply(first) {
        viewOf(0).set(first);
        run();
        return viewOf(program.outputs[0]!).slice();
      },
      vectors: (count) =>
        vectorsInHeap(heap, (bytes / 8) * program.sizes[0]!, count, (to, from) => {
          viewOf(0).set(from);
          run();
          to.set(viewOf(program.outputs[0]!));
        }),
    });
  });
}

/** A program in the engine's memory. */
interface Loaded {
  /** Writes numbers to an array, complex or real parts as the array has them. */
  readonly put: (array: number, numbers: Float64Array) => void;
  /** @param inputs - needed where some are outside */
  readonly run: (inputs?: readonly Float64Array[]) => void;
  readonly outside: ReadonlySet<number>;
  /** The numbers of an array where they stand. */
  readonly viewOf: (array: number) => Float64Array;
}

function loaded(heap: Heap, execute: Executor, program: ProductProgram, bytes: EntryBytes, runs: Runs): Loaded {
  const { kernels } = heap;
  const layout = layoutOf(program, bytes, runs);
  const { sizes, instructions } = program;
  const scratch = heap.reserve(kernels.gemmScratch());
  const table = heap.reserve(4 * layout.tables.length);
  const start = heap.reserve(layout.bytes);
  const at = (array: number): number => start + layout.offsets[array]!;
  const transfer = bytes === 8 ? kernels.realTransfer : kernels.transfer;
  heap.words().set(layout.tables, table / 4);
  const next = heap.native === null ? null : nativeRunner(heap, execute, layout, [start, table, bytes, scratch]);
  const run = (inputs?: readonly Float64Array[]): void => {
    for (let k = next?.(0) ?? 0; k < instructions.length; k = next?.(k + 1) ?? k + 1) {
      const step = instructions[k]!;
      if (step.kind === 'product') multiplyInHeap(heap, execute, step, at, bytes, scratch);
      else if (step.kind === 'environments') {
        if (layout.outside.has(step.matrix)) environmentsOutside(heap, execute, step, at, inputs![step.matrix]!);
        else environmentsInHeap(heap, execute, step, at, bytes);
      } else if (step.kind === 'clear') {
        heap.numbers().fill(0, at(step.to) / 8, (at(step.to) + bytes * sizes[step.to]!) / 8);
      } else {
        const added = step.kind === 'add' ? 1 : 0;
        const [to, from] = [at(step.to) + bytes * (step.toStart ?? 0), at(step.from) + bytes * (step.fromStart ?? 0)];
        transfer(to, from, step.axes.length, table + layout.tableOf[k]!, added);
      }
    }
  };
  const viewOf = (array: number): Float64Array =>
    heap.numbers().subarray(at(array) / 8, (at(array) + bytes * sizes[array]!) / 8);
  const put = (array: number, numbers: Float64Array): void => {
    const to = viewOf(array);
    if (to.length === numbers.length) to.set(numbers);
    else if (bytes === 8) copyRealParts(to, numbers);
    else to.set(unpacked(numbers));
  };
  return { put, run, viewOf, outside: layout.outside };
}

/**
 * Runs instructions by native code from a number on. It returns the number of the next product that is large enough for
 * several threads, or of the next environments, or that of all instructions.
 */
function nativeRunner(
  heap: Heap,
  execute: Executor,
  { records }: Layout,
  [start, table, bytes, scratch]: readonly [start: number, table: number, bytes: EntryBytes, scratch: number],
): (first: number) => number {
  const at = heap.reserve(4 * records.length);
  heap.words().set(records, at / 4);
  const large = execute.alone ? Infinity : LARGE * (16 / bytes);
  const count = records.length / RECORD;
  return (first) =>
    heap.native!.kernels.runProducts(at, first, count, start, table, Number(bytes === 8), large, scratch);
}

function multiplyInHeap(
  heap: Heap,
  execute: Executor,
  step: ProductInstruction,
  at: (array: number) => number,
  bytes: EntryBytes,
  scratch: number,
): void {
  const { batch, rows, columns, inner, adjointLeft, adjointRight } = step;
  const a = factorAt(at(step.left), rows, inner, adjointLeft, bytes);
  const b = factorAt(at(step.right), inner, columns, adjointRight, bytes);
  const c = at(step.to);
  const large = batch === 1 && rows * columns * inner >= LARGE * (16 / bytes) && !execute.alone;
  if (bytes === 8) {
    if (large) realProductInHeap(heap, execute, [rows, columns, inner], a, b, c);
    else heap.kernels.realGemmBatch(batch, rows, columns, inner, a[0], a[1], a[2], b[0], b[1], b[2], c, scratch);
  } else if (large) productInHeap(heap, execute, [rows, columns, inner], a, b, c);
  else heap.kernels.gemmBatch(batch, rows, columns, inner, ...a, ...b, c, scratch);
}

function layoutOf(program: ProductProgram, bytes: EntryBytes, runs: Runs): Layout {
  const known = layouts[runs][bytes].get(program);
  if (known !== undefined) return known;
  const tables = transferTables(program.instructions, bytes);
  const outside = new Set(bytes === 16 && runs === 'once' ? environmentInputs(program) : []);
  const places = placed(program, bytes, runs, outside);
  const records = recordsOf(program, bytes, places.offsets, tables.tableOf);
  const layout = { ...places, ...tables, records, outside };
  layouts[runs][bytes].set(program, layout);
  return layout;
}

/** Inputs that are read by instructions of environments alone, and as their matrices. */
function environmentInputs({ inputs, instructions, outputs }: ProductProgram): readonly number[] {
  const others = instructions.flatMap((step) =>
    step.kind === 'environments' ? [step.left, step.right] : arraysOf(step).read,
  );
  const matrices = instructions.flatMap((step) => (step.kind === 'environments' ? [step.matrix] : []));
  return matrices.filter((array) => array < inputs && !others.includes(array) && !outputs.includes(array));
}

/**
 * First-fit placement of arrays by their lifetimes: from the first instruction that names them to the last. Inputs of programs
 * that run again live to the end.
 */
function placed(
  { inputs, sizes, instructions, outputs }: ProductProgram,
  width: EntryBytes,
  runs: Runs,
  outside: ReadonlySet<number>,
): Pick<Layout, 'offsets' | 'bytes'> {
  const last = new Int32Array(sizes.length).fill(-1);
  const first = new Int32Array(sizes.length).fill(instructions.length);
  instructions.forEach((step, k) => {
    const { read, written } = arraysOf(step);
    for (const array of [...read, ...written]) {
      last[array] = k;
      if (first[array] === instructions.length) first[array] = k;
    }
  });
  for (const array of outputs) last[array] = instructions.length;
  for (let k = 0; k < inputs; k++) {
    first[k] = -1;
    if (runs === 'again') last[k] = instructions.length;
  }
  const starting = Array.from({ length: instructions.length + 1 }, (): number[] => []);
  first.forEach((at, array) => {
    if (!outside.has(array)) starting[at + 1]?.push(array);
  });
  const [offsets, ends] = [new Float64Array(sizes.length), new Float64Array(sizes.length)];
  let live: number[] = []; // in the order of their offsets
  let bytes = 0;
  starting.forEach((arrays, place) => {
    live = live.filter((array) => last[array]! >= place - 1);
    for (const array of arrays) {
      const size = roomFor(sizes[array]!, width);
      let at = 0;
      let position = 0;
      for (; position < live.length; position++) {
        const other = live[position]!;
        if (at + size <= offsets[other]!) break;
        if (ends[other]! > at) at = ends[other]!;
      }
      offsets[array] = at;
      ends[array] = at + size;
      live.splice(position, 0, array);
      bytes = Math.max(bytes, at + size);
    }
  });
  return { offsets, bytes };
}

/** The instructions as numbers. */
function recordsOf(
  { sizes, instructions }: ProductProgram,
  bytes: EntryBytes,
  offsets: Float64Array,
  tableOf: Int32Array,
): Int32Array {
  const records = new Int32Array(RECORD * instructions.length);
  instructions.forEach((step, k) => {
    const record = records.subarray(RECORD * k, RECORD * (k + 1));
    record.set([KINDS[step.kind], offsets[step.to]!]);
    if (step.kind === 'product') {
      const { batch, rows, columns, inner, adjointLeft, adjointRight } = step;
      const flags = [Number(adjointLeft), Number(adjointRight)];
      record.set([offsets[step.left]!, offsets[step.right]!, batch, rows, columns, inner, ...flags], 2);
    } else if (step.kind === 'clear') record[12] = bytes * sizes[step.to]!;
    else if (step.kind !== 'environments') {
      record[1] = offsets[step.to]! + bytes * (step.toStart ?? 0);
      record[2] = offsets[step.from]! + bytes * (step.fromStart ?? 0);
      record.set([step.axes.length, tableOf[k]!], 10);
    }
  });
  return records;
}

const roomFor = (entries: number, width: EntryBytes): number => Math.ceil((entries * width) / 64) * 64;

function transferTables(instructions: readonly Instruction[], width: EntryBytes): Pick<Layout, 'tables' | 'tableOf'> {
  const words: number[] = [];
  const tableOf = new Int32Array(instructions.length);
  instructions.forEach((step, k) => {
    if (step.kind !== 'copy' && step.kind !== 'add') return;
    tableOf[k] = 4 * words.length;
    // Axes of small strides on either side turn fastest, so that lines of the cache are used while they are there.
    const axes = step.axes.toSorted((a, b) => Math.min(b.to, b.from) - Math.min(a.to, a.from));
    for (const { extent, to, from } of axes) words.push(extent, width * to, width * from, 0);
  });
  return { tables: Int32Array.from(words), tableOf };
}
