/** @file Vectors of a Krylov space in the memory of the compiled engine. */

import type { Heap } from './heap.ts';
import type { VectorMemory } from './vector-memory.ts';

/** So many vectors of `length` numbers on the heap, and a map from one view to another. */
export function vectorsInHeap(
  heap: Heap,
  length: number,
  count: number,
  map: (to: Float64Array, from: Float64Array) => void,
): VectorMemory {
  const { kernels } = heap;
  const stride = Math.ceil(length / 8) * 64;
  const coefficients = heap.reserve(8 * count);
  const start = heap.reserve(stride * count);
  const at = (vector: number): number => start + stride * vector;
  const numbers = (address: number, size: number): Float64Array =>
    heap.numbers().subarray(address / 8, address / 8 + size);
  const view = (vector: number): Float64Array => numbers(at(vector), length);
  return {
    view,
    put: (vector, values) => view(vector).set(values),
    get: (vector) => view(vector).slice(),
    act: (to, from) => map(view(to), view(from)),
    project: (vector, others) => {
      const square = kernels.project(at(vector), start, others, length, stride, coefficients);
      return { products: numbers(coefficients, others), square };
    },
    combine(to, first, factors) {
      numbers(coefficients, factors.length).set(factors);
      kernels.combine(at(to), at(first), factors.length, length, stride, coefficients);
    },
  };
}
