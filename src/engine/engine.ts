/** @file The engine: the best implementation of the kernels that this machine has. */

import { DomainError } from '../errors.ts';
import { checkedEngine } from './checked-engine.ts';
import { createHeap } from './heap.ts';
import type { Engine } from './kernels.ts';
import type { Precision } from './state-memory.ts';
import { threadCount, threadedExecutor } from './threads.ts';
import { typescriptEngine } from './typescript-engine.ts';
import { createWasmEngine } from './wasm-engine.ts';

export interface EngineOptions {
  /** Of the states inside whole programs of rotations; default float64. */
  readonly precision?: Precision;
  /** Threads for registers of 17 bits and more; default BULKWEAVE_THREADS, or as many as there are cores. */
  readonly threads?: number;
}

/**
 * An engine with memory of its own: the compiled one where WebAssembly with SIMD is available, else its
 * plain-TypeScript twin, which is float64 throughout.
 *
 * @throws {DomainError} an unknown precision, or no positive number of threads
 */
export function createEngine({ precision = 'float64', threads = threadCount() }: EngineOptions = {}): Engine {
  if (precision !== 'float64' && precision !== 'float32') {
    throw new DomainError(`createEngine: precision float64 or float32 required, got ${precision}`);
  }
  if (!(Number.isInteger(threads) && threads >= 1)) {
    throw new DomainError(`createEngine: a positive number of threads required, got ${threads}`);
  }
  const heap = createHeap();
  const best =
    heap === undefined ? typescriptEngine : createWasmEngine(heap, threadedExecutor(heap, threads), precision);
  return checkedEngine(best);
}

/** The engine in use everywhere. */
export const engine: Engine = createEngine();
