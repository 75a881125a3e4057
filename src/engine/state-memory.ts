/** @file States in the engine's memory, in float64 or in float32: what depends on the precision, and nothing else. */

import type { Heap, Kernels } from './heap.ts';

/** Precision of the states while the engine works on them; arrays passed in and out, sums and angles are float64. */
export type Precision = 'float64' | 'float32';

export interface StateMemory {
  readonly precision: Precision;
  /** Bytes of an amplitude. */
  readonly amplitudeBytes: number;
  /** Bits of the register that lie inside a vector of 128 bits. */
  readonly innerBits: number;
  readonly runStage: 'runStage' | 'runStage32';
  readonly overlap: Kernels['overlap'];
  readonly addScaled: Kernels['addScaled'];
  readonly distanceSquared: Kernels['distanceSquared'];
  /** Address of a copy of an interleaved state. */
  copyIn(state: Float64Array | Float32Array): number;
  copyOut(address: number, length: number): Float64Array;
  /** Address of |0…0⟩, stored as this many numbers. */
  firstBasisState(length: number): number;
  /** Writes a complex number, repeated to fill 128 bits. */
  writeEntry(address: number, re: number, im: number): void;
}

/** The states of a heap in the given precision. */
export function stateMemory(heap: Heap, precision: Precision): StateMemory {
  const { kernels } = heap;
  const single = precision === 'float32';
  const bytes = single ? 4 : 8;
  const view = (): Float64Array | Float32Array => (single ? heap.floats() : heap.numbers());
  return {
    precision,
    amplitudeBytes: 2 * bytes,
    innerBits: single ? 1 : 0,
    runStage: single ? 'runStage32' : 'runStage',
    overlap: single ? kernels.overlap32 : kernels.overlap,
    addScaled: single ? kernels.addScaled32 : kernels.addScaled,
    distanceSquared: single ? kernels.distanceSquared32 : kernels.distanceSquared,
    copyIn(state) {
      const address = heap.reserve(bytes * state.length);
      view().set(state, address / bytes);
      return address;
    },
    copyOut: (address, length) => Float64Array.from(view().subarray(address / bytes, address / bytes + length)),
    firstBasisState(length) {
      const address = heap.reserve(bytes * length);
      view().fill(0, address / bytes, address / bytes + length)[address / bytes] = 1;
      return address;
    },
    writeEntry(address, re, im) {
      const numbers = view();
      const at = address / bytes;
      numbers[at] = re;
      numbers[at + 1] = im;
      if (!single) return;
      numbers[at + 2] = re;
      numbers[at + 3] = im;
    },
  };
}
