/** @file The engine: the best implementation of the kernels that this machine has. */

import { checkedEngine } from './checked-engine.ts';
import { createHeap } from './heap.ts';
import type { Engine } from './kernels.ts';
import { threadedExecutor } from './threads.ts';
import { typescriptEngine } from './typescript-engine.ts';
import { createWasmEngine } from './wasm-engine.ts';

/** The engine in use: the compiled one where WebAssembly with SIMD is available, else its plain-TypeScript twin. */
export const engine: Engine = checkedEngine(bestEngine());

function bestEngine(): Engine {
  const heap = createHeap();
  return heap === undefined ? typescriptEngine : createWasmEngine(heap, threadedExecutor(heap));
}
