/**
 * @file Batches of small matrices in the memory of the compiled engine, a few MiB of them at a time. Every matrix yields the same
 * bits whatever stands beside it, for any number of threads.
 */

import type { BatchDecompositions, BatchShape } from './batches.ts';
import type { Heap } from './heap.ts';
import type { Executor } from './run-stages.ts';

/** What the kernel does; see assembly/batches.ts. */
const TASKS = { singularValues: 0, polarFactor: 1, hermitianEigen: 2, hermitianEigenvalues: 3, qr: 4 } as const;

/** Longest smaller side for which matrices side by side are faster than one after the other. */
const MOST_COLUMNS = 32;
/** Bytes of matrices that are in the engine's memory at once. */
const CHUNK = 2 ** 22;
/** Matrices that begin a unit: a multiple of the most that stand side by side. */
const GROUP = 8;
/** Most units of a chunk. */
const MOST_UNITS = 64;
/** Least Σ rows·cols·k for which other threads are woken. */
const LARGE = 1e5;

/** The decompositions, on the threads of an executor. */
export function batchDecompositions(heap: Heap, execute: Executor): BatchDecompositions {
  const run = (task: keyof typeof TASKS, a: Float64Array, shape: BatchShape, sizes: readonly number[]) =>
    runBatch(heap, execute, task, a, shape, sizes);
  const sides = ({ rows, cols, isComplex }: BatchShape): readonly number[] => [
    Math.min(rows, cols),
    (isComplex ? 2 : 1) * rows,
    (isComplex ? 2 : 1) * cols,
  ];
  return {
    mostColumns: MOST_COLUMNS,
    singularValues(a, shape) {
      const [k, m, n] = sides(shape) as [number, number, number];
      const found = run('singularValues', a, shape, [m * k, k, n * k]);
      return found && { u: found[0]!, values: found[1]!, v: found[2]! };
    },
    polarFactor(a, shape) {
      const [k, m] = sides(shape) as [number, number];
      const found = run('polarFactor', a, shape, [m * shape.cols, k]);
      return found && { factor: found[0]!, values: found[1]! };
    },
    hermitianEigen(a, shape) {
      const [k, m] = sides(shape) as [number, number];
      const found = run('hermitianEigen', a, shape, [k, m * k]);
      return found && { values: found[0]!, vectors: found[1]! };
    },
    hermitianEigenvalues: (a, shape) => run('hermitianEigenvalues', a, shape, [shape.rows])?.[0] ?? null,
    qr(a, shape) {
      const [k, m, n] = sides(shape) as [number, number, number];
      const found = run('qr', a, shape, [m * k, n * k]);
      return found && { q: found[0]!, r: found[1]! };
    },
  };
}

/** Results with so many numbers for each matrix. */
function runBatch(
  heap: Heap,
  execute: Executor,
  task: keyof typeof TASKS,
  a: Float64Array,
  { count, rows, cols, isComplex }: BatchShape,
  sizes: readonly number[],
): readonly Float64Array[] | null {
  const results = sizes.map((size) => new Float64Array(size * count));
  const numbers = (isComplex ? 2 : 1) * rows * cols;
  if (numbers === 0) return results;
  const most = Math.max(1, Math.floor(CHUNK / (8 * numbers) / GROUP)) * GROUP;
  const scratch = heap.kernels.batchScratch(rows, cols, Number(isComplex));
  for (let first = 0; first < count; first += most) {
    const here = Math.min(most, count - first);
    const inUnit = GROUP * Math.ceil(here / MOST_UNITS / GROUP);
    const units = Math.ceil(here / inUnit);
    const converged = heap.scoped(() => {
      const matrices = heap.copyIn(a.subarray(first * numbers, (first + here) * numbers));
      const places = sizes.map((size) => heap.reserve(8 * size * here));
      const record = heap.reserve(64);
      const own = heap.reserve(scratch * execute.threads);
      const [u = 0, v = 0, w = 0] = places;
      const shape = [TASKS[task], rows, cols, Number(isComplex), here, inUnit, units];
      heap.words().set([...shape, matrices, u, v, w, 0, 0, 0, own, scratch], record / 4);
      if (here * numbers * Math.min(rows, cols) < LARGE) heap.kernels.runBatch(record, 0);
      else execute(record, 0, units, 'runBatch');
      sizes.forEach((size, k) => {
        heap.copyBack(places[k]!, results[k]!.subarray(first * size, (first + here) * size));
      });
      return heap.words()[record / 4 + 11] === 0;
    });
    if (!converged) return null;
  }
  return results;
}
