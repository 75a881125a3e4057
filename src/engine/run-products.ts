/** @file Programs of products on the heap: arrays get addresses once for each program, by their lifetimes. */

import type { Heap } from './heap.ts';
import { factorAt, LARGE, productInHeap } from './matrix-product.ts';
import type { Instruction, ProductProgram } from './product-program.ts';
import type { Executor } from './run-stages.ts';

/** Addresses relative to the start of the arena, and the tables of all transfers. */
interface Layout {
  readonly offsets: Float64Array;
  readonly bytes: number;
  readonly tables: Int32Array;
  /** Where the table of each instruction starts, in bytes. */
  readonly tableOf: Int32Array;
}

const layouts = new WeakMap<ProductProgram, Layout>();

/** Bytes that the arrays of a program occupy at most at the same time, in an arena filled first-fit. */
export function programBytes(program: ProductProgram): number {
  return layoutOf(program).bytes;
}

/** Runs a program with the compiled kernels. */
export function runProductsInHeap(
  heap: Heap,
  execute: Executor,
  program: ProductProgram,
  inputs: readonly Float64Array[],
): readonly Float64Array[] {
  return heap.scoped(() => {
    const { kernels } = heap;
    const { offsets, bytes, tables, tableOf } = layoutOf(program);
    const { sizes, instructions } = program;
    const scratch = heap.reserve(kernels.gemmScratch());
    const table = heap.reserve(4 * tables.length);
    const start = heap.reserve(bytes);
    heap.words().set(tables, table / 4);
    const numbers = heap.numbers();
    inputs.forEach((array, k) => {
      numbers.set(array, (start + offsets[k]!) / 8);
    });
    for (let k = 0; k < instructions.length; k++) {
      const step = instructions[k]!;
      const to = start + offsets[step.to]!;
      if (step.kind === 'product') {
        const { batch, rows, columns, inner, adjointLeft, adjointRight } = step;
        const a = factorAt(start + offsets[step.left]!, rows, inner, adjointLeft);
        const b = factorAt(start + offsets[step.right]!, inner, columns, adjointRight);
        if (batch === 1 && rows * columns * inner >= LARGE)
          productInHeap(heap, execute, [rows, columns, inner], a, b, to);
        else kernels.gemmBatch(batch, rows, columns, inner, ...a, ...b, to, scratch);
      } else if (step.kind === 'clear') {
        numbers.fill(0, to / 8, to / 8 + 2 * sizes[step.to]!);
      } else {
        const from = start + offsets[step.from]!;
        kernels.transfer(to, from, step.axes.length, table + tableOf[k]!, step.kind === 'add' ? 1 : 0);
      }
    }
    return program.outputs.map((k) => heap.copyOut(start + offsets[k]!, 2 * sizes[k]!));
  });
}

function layoutOf(program: ProductProgram): Layout {
  const known = layouts.get(program);
  if (known !== undefined) return known;
  const layout = { ...placed(program), ...transferTables(program.instructions) };
  layouts.set(program, layout);
  return layout;
}

/** First-fit placement of arrays by their lifetimes: from the first instruction that names them to the last. */
function placed({ inputs, sizes, instructions, outputs }: ProductProgram): Pick<Layout, 'offsets' | 'bytes'> {
  const last = new Int32Array(sizes.length).fill(-1);
  const first = new Int32Array(sizes.length).fill(instructions.length);
  instructions.forEach((step, k) => {
    for (const array of namesOf(step)) {
      last[array] = k;
      if (first[array] === instructions.length) first[array] = k;
    }
  });
  for (const array of outputs) last[array] = instructions.length;
  for (let k = 0; k < inputs; k++) first[k] = -1;
  const starting = Array.from({ length: instructions.length + 1 }, (): number[] => []);
  first.forEach((at, array) => {
    starting[at + 1]?.push(array);
  });
  const offsets = new Float64Array(sizes.length);
  let live: number[] = []; // in the order of their offsets
  let bytes = 0;
  starting.forEach((arrays, place) => {
    live = live.filter((array) => last[array]! >= place - 1);
    for (const array of arrays) {
      const size = roomFor(sizes[array]!);
      let at = 0;
      let position = 0;
      for (; position < live.length; position++) {
        const other = live[position]!;
        if (at + size <= offsets[other]!) break;
        at = Math.max(at, offsets[other]! + roomFor(sizes[other]!));
      }
      offsets[array] = at;
      live.splice(position, 0, array);
      bytes = Math.max(bytes, at + size);
    }
  });
  return { offsets, bytes };
}

const roomFor = (entries: number): number => Math.ceil(entries / 4) * 64;

function namesOf(step: Instruction): readonly number[] {
  if (step.kind === 'product') return [step.to, step.left, step.right];
  return step.kind === 'clear' ? [step.to] : [step.to, step.from];
}

function transferTables(instructions: readonly Instruction[]): Pick<Layout, 'tables' | 'tableOf'> {
  const words: number[] = [];
  const tableOf = new Int32Array(instructions.length);
  instructions.forEach((step, k) => {
    if (step.kind !== 'copy' && step.kind !== 'add') return;
    tableOf[k] = 4 * words.length;
    // Axes of small strides on either side turn fastest, so that lines of the cache are used while they are there.
    const axes = step.axes.toSorted((a, b) => Math.min(b.to, b.from) - Math.min(a.to, a.from));
    for (const { extent, to, from } of axes) words.push(extent, 16 * to, 16 * from, 0);
  });
  return { tables: Int32Array.from(words), tableOf };
}
