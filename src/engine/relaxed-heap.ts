/**
 * @file The memory of the compiled engine with kernels that round a + b·c once, where the processor can (relaxed SIMD of
 * WebAssembly): the same sources, compiled a second time.
 */

import { compiledModule, type Heap, type Kernels } from './heap.ts';
import { RELAXED_BASE64 } from './wasm-relaxed-bytes.ts';

/** i32x4 → relaxed f64x2 product and sum: the least module that needs the feature. */
const PROBE = Uint8Array.of(
  ...[0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 19, 1, 17, 0],
  ...[65, 1, 253, 15, 65, 1, 253, 15, 65, 1, 253, 15, 253, 135, 2, 11],
);

/** Whether the machine has the feature; Node 20 has it behind a flag, which later versions do not know. */
export function hasRelaxedSimd(): boolean {
  if (WebAssembly.validate(PROBE)) return true;
  globalThis.process?.getBuiltinModule?.('node:v8').setFlagsFromString('--experimental-wasm-relaxed-simd');
  return WebAssembly.validate(PROBE);
}

/** @throws {Error} WebAssembly has no relaxed SIMD here */
export function relaxedHeap(heap: Heap): Heap {
  if (!hasRelaxedSimd()) throw new Error('no relaxed SIMD in WebAssembly here');
  const module = compiledModule(RELAXED_BASE64);
  const { exports } = new WebAssembly.Instance(module, { env: { memory: heap.memory } });
  return {
    ...heap,
    name: 'wasm-relaxed',
    description: 'WebAssembly, relaxed SIMD',
    kernels: exports as unknown as Kernels,
    module,
  };
}
