/** @file Words of qubits under Clifford gates, in the memory of the compiled engine. */

import type { Heap } from './heap.ts';
import type { Engine } from './kernels.ts';
import { conjugateWordsHere } from './word-conjugation.ts';

/** Least number of words of 32 bits that gates touch for which a copy into the engine's memory pays, for each that is copied. */
const WORTHWHILE = 4;

/** `Engine.conjugateWords` by the compiled kernel. */
export const conjugateWords =
  (heap: Heap): Engine['conjugateWords'] =>
  (gates, x, z, signs) => {
    const stride = signs.length;
    if ((gates.length / 3) * stride < WORTHWHILE * (x.length + z.length)) {
      conjugateWordsHere(gates, x, z, signs);
      return;
    }
    const padded = 4 * Math.ceil(stride / 4); // whole vectors
    heap.scoped(() => {
      const list = heap.reserve(gates.byteLength);
      const arrays = [x, z, signs].map((rows) => ({ rows, at: heap.reserve((4 * padded * rows.length) / stride) }));
      const words = heap.words();
      words.set(gates, list / 4);
      for (const { rows, at } of arrays) {
        for (let row = 0; row < rows.length / stride; row++) {
          words.set(rows.subarray(row * stride, (row + 1) * stride), at / 4 + row * padded);
        }
      }
      const [atX, atZ, atSigns] = arrays.map(({ at }) => at) as [number, number, number];
      heap.kernels.conjugateWords(list, gates.length / 3, atX, atZ, atSigns, 4 * padded);
      for (const { rows, at } of arrays) {
        for (let row = 0; row < rows.length / stride; row++) {
          const from = at / 4 + row * padded;
          rows.set(words.subarray(from, from + stride), row * stride);
        }
      }
    });
  };
