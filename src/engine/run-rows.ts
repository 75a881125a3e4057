/** @file Trees of rows run forwards and backwards, by the compiled kernels or their twins. */

import {
  choicesOf,
  innerOf,
  type MatrixNode,
  matrixSizes,
  type RootCotangent,
  type RootRows,
  type RowBatch,
  type RowTree,
  type RowTreeResult,
  sourceWidths,
} from './row-tree.ts';

/** Kernels on an arena; addresses are bytes. See assembly/rows.ts. */
export interface RowKernels {
  rowsTimes(
    ...arguments_: [
      ...rows: [order: number, starts: number, choices: number],
      ...product: [x: number, inner: number, matrices: number, width: number, y: number],
    ]
  ): void;
  rowsOuter(
    ...arguments_: [
      ...rows: [order: number, starts: number, choices: number],
      ...product: [x: number, inner: number, z: number, width: number, gradients: number],
    ]
  ): void;
  transposeAll(to: number, from: number, count: number, rows: number, columns: number): void;
  scaleRows(rows: number, count: number, width: number, multipliers: number, exponents: number): void;
  multiplyRows(rows: number, count: number, width: number, multipliers: number): void;
  joinRows(a: number, m: number, b: number, n: number, out: number, count: number, complex: number): void;
  joinRowsBack(
    ...arguments_: [
      ...factors: [cotangent: number, a: number, m: number, b: number, n: number],
      ...results: [ofA: number, ofB: number, count: number, complex: number],
    ]
  ): void;
}

/** Memory with its kernels. */
export interface RowSpace {
  readonly kernels: RowKernels;
  numbers(): Float64Array;
  words(): Int32Array;
  reserve(bytes: number): number;
  copyIn(array: Float64Array): number;
  copyOut(address: number, length: number): Float64Array;
  scoped<Result>(work: () => Result): Result;
}

/** Most bytes of rows that are carried at a time; more rows go one part after the other. */
const PART = 2 ** 26;
const LEAST_ROWS = 64;

/** Runs a tree in the given memory, part by part of the rows. */
export function runRowsIn(
  space: RowSpace,
  tree: RowTree,
  matrices: Float64Array,
  batch: RowBatch,
  cotangent?: RootCotangent,
): RowTreeResult {
  const widths = sourceWidths(tree);
  const bytes = 8 * widths.reduce((sum, width) => sum + width, 0) * (cotangent ? 2 : 1);
  const most = Math.max(LEAST_ROWS, Math.floor(PART / bytes));
  const width = widths.at(-1)!;
  const rows = new Float64Array(batch.count * width);
  const exponents = new Int32Array(batch.count);
  return space.scoped(() => {
    const at = space.copyIn(matrices);
    const gradients = cotangent && space.reserve(matrices.byteLength);
    if (gradients !== undefined) space.numbers().fill(0, gradients / 8, gradients / 8 + matrices.length);
    for (let first = 0; first < batch.count; first += most) {
      const part = partOf(tree, batch, first, Math.min(batch.count, first + most));
      space.scoped(() => {
        const run = forwards(space, tree, widths, at, part);
        rows.set(run.root.rows, first * width);
        exponents.set(run.root.exponents, first);
        if (cotangent === undefined) return;
        backwards(space, run, cotangent(run.root, first), at, gradients!);
      });
    }
    const gradient = gradients === undefined ? undefined : space.copyOut(gradients, matrices.length);
    return { rows, exponents, gradient };
  });
}

function partOf(tree: RowTree, { digits, inputs = [] }: RowBatch, first: number, end: number): Required<RowBatch> {
  return {
    count: end - first,
    digits: digits.subarray(first * tree.sites, end * tree.sites),
    inputs: inputs.map((rows, k) => rows.subarray(first * tree.inputs[k]!, end * tree.inputs[k]!)),
  };
}

/** Where everything of a run lies. */
interface Run {
  readonly tree: RowTree;
  readonly widths: readonly number[];
  readonly count: number;
  /** Addresses of the rows of every source; of the constant rows (1, 0); of the lists of each node. */
  readonly rows: readonly number[];
  readonly unit: number;
  readonly orders: readonly number[];
  readonly multipliers: readonly number[];
  readonly root: RootRows;
}

function forwards(
  space: RowSpace,
  tree: RowTree,
  widths: readonly number[],
  matrices: number,
  { count, digits, inputs }: Required<RowBatch>,
): Run {
  const { kernels } = space;
  const rows = inputs.map((given) => space.copyIn(given));
  const unit = space.copyIn(Float64Array.from({ length: 2 * count }, (_, k) => (k + 1) % 2));
  const exponents = space.reserve(4 * count);
  space.words().fill(0, exponents / 4, exponents / 4 + count);
  const orders: number[] = [];
  const multipliers: number[] = [];
  let matrix = matrices;
  for (const node of tree.nodes) {
    const width = widths[rows.length]!;
    const to = space.reserve(8 * count * width);
    if (node.kind === 'join') {
      const { left, right } = node;
      kernels.joinRows(rows[left]!, widths[left]!, rows[right]!, widths[right]!, to, count, Number(tree.complex));
      orders.push(0);
      multipliers.push(0);
    } else {
      const [choices, inner] = [choicesOf(node), innerOf(node.source, widths)];
      const order = orderIn(space, node, count, digits, tree.sites, choices);
      const factors = space.reserve(8 * count);
      const x = node.source < 0 ? unit : rows[node.source]!;
      kernels.rowsTimes(order, order + 4 * count, choices, x, inner, matrix, width, to);
      kernels.scaleRows(to, count, width, factors, exponents);
      matrix += 8 * choices * inner * width;
      orders.push(order);
      multipliers.push(factors);
    }
    rows.push(to);
  }
  const root = {
    rows: space.copyOut(rows.at(-1)!, count * widths.at(-1)!),
    exponents: space.words().slice(exponents / 4, exponents / 4 + count),
  };
  return { tree, widths, count, rows, unit, orders, multipliers, root };
}

/** Address of the numbers of all rows sorted by their choice, and after them of where each choice begins and the last ends. */
function orderIn(
  space: RowSpace,
  { sites, values }: MatrixNode,
  count: number,
  digits: Uint8Array,
  stride: number,
  choices: number,
): number {
  const address = space.reserve(4 * (count + choices + 1));
  const words = space.words();
  const order = address / 4;
  const starts = order + count;
  words.fill(0, starts, starts + choices + 1);
  const choice = (row: number): number => {
    let chosen = 0;
    for (let k = 0; k < sites.length; k++) chosen = chosen * values[k]! + digits[row * stride + sites[k]!]!;
    return chosen;
  };
  for (let row = 0; row < count; row++) words[starts + choice(row) + 1]!++;
  for (let d = 0; d < choices; d++) words[starts + d + 1]! += words[starts + d]!;
  const next = words.slice(starts, starts + choices);
  for (let row = 0; row < count; row++) words[order + next[choice(row)]!++] = row;
  return address;
}

/** Adds the gradient of the matrices to that at the address. */
function backwards(space: RowSpace, run: Run, cotangent: Float64Array, matrices: number, gradients: number): void {
  const { tree, widths, count, rows, unit, orders, multipliers } = run;
  const { kernels } = space;
  const first = tree.inputs.length;
  const sizes = matrixSizes(tree);
  const cotangents: number[] = new Array(rows.length).fill(0);
  cotangents[rows.length - 1] = space.copyIn(cotangent);
  const spare = new Map<number, number[]>(); // addresses of rows that are not needed any more, by width
  const lend = (width: number): number => spare.get(width)?.pop() ?? space.reserve(8 * count * width);
  const largest = Math.max(...sizes);
  const transposed = space.reserve(8 * largest);
  let offset = sizes.reduce((sum, size) => sum + size, 0);
  for (let k = tree.nodes.length - 1; k >= 0; k--) {
    const node = tree.nodes[k]!;
    const own = cotangents[first + k]!;
    const width = widths[first + k]!;
    if (node.kind === 'join') {
      const { left, right } = node;
      [cotangents[left], cotangents[right]] = [lend(widths[left]!), lend(widths[right]!)];
      const [a, b] = [rows[left]!, rows[right]!];
      const [ofA, ofB] = [cotangents[left]!, cotangents[right]!];
      kernels.joinRowsBack(own, a, widths[left]!, b, widths[right]!, ofA, ofB, count, Number(tree.complex));
    } else {
      offset -= sizes[k]!;
      const [choices, inner, order] = [choicesOf(node), innerOf(node.source, widths), orders[k]!];
      const starts = order + 4 * count;
      const x = node.source < 0 ? unit : rows[node.source]!;
      kernels.multiplyRows(own, count, width, multipliers[k]!);
      kernels.rowsOuter(order, starts, choices, x, inner, own, width, gradients + 8 * offset);
      if (node.source >= first) {
        const below = lend(inner);
        kernels.transposeAll(transposed, matrices + 8 * offset, choices, inner, width);
        kernels.rowsTimes(order, starts, choices, own, width, transposed, inner, below);
        cotangents[node.source] = below;
      }
    }
    spare.set(width, [...(spare.get(width) ?? []), own]);
  }
}
