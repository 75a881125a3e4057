/** @file The engine: the best implementation of the kernels that this machine has, and the one in use. */

import { DomainError } from '../errors.ts';
import { checkedEngine } from './checked-engine.ts';
import { ENGINE_KINDS, type EngineKind } from './engine-kind.ts';
import { createHeap, type Heap, machineMemory } from './heap.ts';
import type { Engine } from './kernels.ts';
import { MOST_MEMORY, MOST_THREADS } from './limits.ts';
import { nativeHeap } from './native-heap.ts';
import { hasRelaxedSimd, relaxedHeap } from './relaxed-heap.ts';
import type { Precision } from './state-memory.ts';
import { coreCount, hasWorkers, threadedExecutor } from './threads.ts';
import { typescriptEngine } from './typescript-engine.ts';
import { createWasmEngine } from './wasm-engine.ts';

export interface EngineOptions {
  /**
   * Which kernels compute; default `wasm`, which needs nothing and yields the same bits on every machine. `wasm-relaxed`
   * (relaxed SIMD) and `native` (to be built or installed) are faster, and their last digits depend on the processor.
   */
  readonly kind?: EngineKind | undefined;
  /** Precision of the states inside programs of rotations; default float64. */
  readonly precision?: Precision | undefined;
  /** Threads for registers of 17 bits and more, 1 to 16; default the number of cores. */
  readonly threads?: number | undefined;
  /** Most memory in MiB, 1 to 4096, and never more than the machine or container has; default 4096. */
  readonly memory?: number | undefined;
}

/**
 * An engine with memory of its own: the compiled one where WebAssembly with SIMD and shared memory is available, else
 * its plain-TypeScript twin, which is float64 throughout, runs on one thread and is slower. `description` says which
 * one it is and, for the twin, why.
 *
 * @throws {DomainError} an unknown kind or precision, native code that is not here, a number of threads or an amount of memory outside the limits, or memory
 *   too small for the threads
 */
export function createEngine(options: EngineOptions = {}): Engine {
  const {
    kind = 'wasm',
    precision = 'float64',
    threads = Math.min(coreCount(), MOST_THREADS),
    memory = MOST_MEMORY,
  } = options;
  if (!ENGINE_KINDS.includes(kind)) {
    throw new DomainError(`createEngine: ${ENGINE_KINDS.join(', ')} required, got ${kind}`);
  }
  if (precision !== 'float64' && precision !== 'float32') {
    throw new DomainError(`createEngine: precision float64 or float32 required, got ${precision}`);
  }
  checkCount('threads', threads, MOST_THREADS);
  checkCount('MiB of memory', memory, MOST_MEMORY);
  const limit = Math.min(memory * 2 ** 20, machineMemory());
  let heap: Heap;
  try {
    heap = createHeap(limit);
  } catch (error) {
    const description = `${typescriptEngine.description} (no WebAssembly: ${(error as Error).message})`;
    return { ...checkedEngine(typescriptEngine), description };
  }
  heap = withKernels(heap, kind);
  const engine = createWasmEngine(heap, threadedExecutor(heap, threads), precision);
  const used = hasWorkers() ? threads : 1;
  const resources = `${used} ${used === 1 ? 'thread' : 'threads'}, at most ${Math.floor(limit / 2 ** 20)} MiB`;
  return { ...checkedEngine(engine), description: `${engine.description}, ${resources}` };
}

/** @throws {DomainError} the kernels are not here */
function withKernels(heap: Heap, kind: EngineKind): Heap {
  if (kind === 'wasm') return heap;
  try {
    return kind === 'wasm-relaxed' ? relaxedHeap(heap) : nativeHeap(heap);
  } catch (error) {
    if (kind === 'auto') return withKernels(heap, hasRelaxedSimd() ? 'wasm-relaxed' : 'wasm');
    throw new DomainError(`createEngine: ${(error as Error).message}`);
  }
}

function checkCount(what: string, count: number, most: number): void {
  if (!(Number.isInteger(count) && count >= 1 && count <= most)) {
    throw new DomainError(`createEngine: 1 to ${most} ${what} required, got ${count}`);
  }
}

let current: Engine | undefined;

/**
 * The engine in use: the one last given to `useEngine`, else one with the default options, made when first asked for.
 */
export function currentEngine(): Engine {
  current ??= createEngine();
  return current;
}

/** Makes this engine the one in use; meant for the start of a program. */
export function useEngine(engine: Engine): void {
  current = engine;
}
