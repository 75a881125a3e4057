/** @file The compiled kernels on this machine: those in WebAssembly and, where native code is here, that for every width of vectors. */

import { createHeap, type Heap } from '../../src/engine/heap.ts';
import { nativeHeap } from '../../src/engine/native-heap.ts';
import { nativeModule } from '../../src/engine/native-module.ts';

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

/** All of them by name. */
export const HEAPS: readonly (readonly [name: string, makeHeap: MakeHeap])[] = [
  ['WebAssembly', createHeap],
  ...nativeHeaps(),
];
