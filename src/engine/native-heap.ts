/** @file The memory of the compiled engine with native kernels, which take the place of those in WebAssembly that they have. */

import type { Heap } from './heap.ts';
import { nativeModule } from './native-module.ts';

/** Names of vectors by the numbers in them. */
const VECTORS: Readonly<Record<number, readonly [name: string, description: string]>> = {
  8: ['avx512', 'AVX-512'],
  4: ['avx2', 'AVX2'],
  2: ['128', '128 bits'],
};

/**
 * The heap with native kernels on the same memory, which does not move when it grows.
 *
 * @param widest - most numbers in a vector; less than the 8 of AVX-512 is for tests
 * @throws {Error} there is no module for this machine; the message says why
 */
export function nativeHeap(heap: Heap, widest = 8): Heap {
  const { attach, width: widthOf, path } = nativeModule();
  const width = widthOf(widest);
  const kernels = attach(new Uint8Array(heap.memory.buffer), width);
  const [name, vectors] = VECTORS[width]!;
  const { flipAct, flipMove, flipCollect, flipCollectBoth, flipSeries } = heap.kernels; // those of native code read other tables
  return {
    ...heap,
    name: `native-${name}`,
    description: `native code, ${vectors}`,
    kernels: { ...heap.kernels, ...kernels, flipAct, flipMove, flipCollect, flipCollectBoth, flipSeries },
    native: { kernels, path, width },
  };
}
