/**
 * @file The compiled engine: WebAssembly with 128-bit SIMD, or native code on the same memory. Small problems go to the
 * plain-TypeScript twin.
 */

import { withFlipsInHeap } from './flip-space.ts';
import type { Heap } from './heap.ts';
import type { Engine } from './kernels.ts';
import { nativeDecompositions } from './native-matrices.ts';
import { repeatProductsInHeap, runProductsInHeap } from './run-products.ts';
import { runRowsIn } from './run-rows.ts';
import { type Executor, serialExecutor } from './run-stages.ts';
import type { Precision } from './state-memory.ts';
import { typescriptEngine } from './typescript-engine.ts';
import { batchDecompositions } from './wasm-batches.ts';
import { blockKernels } from './wasm-blocks.ts';
import { householderKernels } from './wasm-householder.ts';
import { matrixKernels } from './wasm-matrices.ts';
import { rotationKernels } from './wasm-rotations.ts';
import { symmetricKernels } from './wasm-symmetric.ts';
import { conjugateWords } from './wasm-words.ts';

/**
 * The compiled engine in the given memory.
 *
 * @param execute - decides which threads run a stage; default this one alone
 * @param precision - of the states inside `runRotations`, `pullbackRotations` and `overlapRotations`
 */
export function createWasmEngine(
  heap: Heap,
  execute: Executor = serialExecutor(heap),
  precision: Precision = 'float64',
): Engine {
  return {
    name: precision === 'float64' ? heap.name : `${heap.name}-float32`,
    description: `${heap.description}, ${precision}`,
    // One pass over a state costs as much as copying it into the engine's memory and back: the twin does it in place.
    rotate: typescriptEngine.rotate,
    accumulate: typescriptEngine.accumulate,
    sandwich: typescriptEngine.sandwich,
    ...matrixKernels(heap, execute),
    ...symmetricKernels(heap),
    ...householderKernels(heap),
    ...rotationKernels(heap, execute, precision),
    ...blockKernels(heap, execute),
    decompositions: nativeDecompositions(heap),
    batches: batchDecompositions(heap, execute),
    conjugateWords: conjugateWords(heap),
    withFlips: (table, work) => withFlipsInHeap(heap, table, work),
    runProducts: (program, inputs) => runProductsInHeap(heap, execute, program, inputs),
    repeatProducts: (program, inputs, work, isComplex) =>
      repeatProductsInHeap(heap, execute, program, inputs, work, isComplex),
    runRows: (tree, matrices, batch, cotangent) => runRowsIn(heap, tree, matrices, batch, cotangent),
  };
}
