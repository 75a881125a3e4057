/** @file The compiled kernels on this machine: those in WebAssembly, with relaxed SIMD, and native code for every width of vectors. */

import { createHeap, type Heap } from '../../src/engine/heap.ts';
import { nativeHeap } from '../../src/engine/native-heap.ts';
import { nativeModule } from '../../src/engine/native-module.ts';
import { hasRelaxedSimd, relaxedHeap } from '../../src/engine/relaxed-heap.ts';

/** Makes a heap of at most `limit` bytes. */
export type MakeHeap = (limit?: number) => Heap;

const NATIVE = [8, 4, 2].map((width): readonly [name: string, makeHeap: MakeHeap] => [
  `native code, ${width} numbers in a vector`,
  (limit) => nativeHeap(createHeap(limit), width),
]);

/** Every width that this machine has. */
function nativeHeaps(): readonly (readonly [name: string, makeHeap: MakeHeap])[] {
  try {
    const { width } = nativeModule();
    return NATIVE.slice([8, 4, 2].indexOf(width(8)));
  } catch {
    return [];
  }
}

const RELAXED: readonly [name: string, makeHeap: MakeHeap] = [
  'WebAssembly, relaxed SIMD',
  (limit) => relaxedHeap(createHeap(limit)),
];

/** All of them by name. */
export const HEAPS: readonly (readonly [name: string, makeHeap: MakeHeap])[] = [
  ['WebAssembly', createHeap],
  ...(hasRelaxedSimd() ? [RELAXED] : []),
  ...nativeHeaps(),
];
