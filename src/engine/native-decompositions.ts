/** @file Decompositions by native code, where the engine has it. Arrays go in and out; the work is done in its memory. */

import type { Heap } from './heap.ts';
import type { Decompositions } from './kernels.ts';

/** The decompositions of a heap with native kernels, null for others. */
export function nativeDecompositions({ native, ...heap }: Heap): Decompositions | null {
  if (native === null) return null;
  const { kernels } = native;
  const room = (numbers: number): number => heap.reserve(8 * numbers);
  return {
    singularValues: (a, m, n) =>
      heap.scoped(() => {
        const k = Math.min(m, n);
        const [u, values, v] = [room(2 * m * k), room(k), room(2 * n * k)];
        if (kernels.singularValues(heap.copyIn(a), m, n, u, values, v) !== 0) return null;
        return { u: heap.copyOut(u, 2 * m * k), values: heap.copyOut(values, k), v: heap.copyOut(v, 2 * n * k) };
      }),
    hermitianEigen: (a, n) =>
      heap.scoped(() => {
        const [values, vectors] = [room(n), room(2 * n * n)];
        if (kernels.hermitianEigen(heap.copyIn(a), n, values, vectors) !== 0) return null;
        return { values: heap.copyOut(values, n), vectors: heap.copyOut(vectors, 2 * n * n) };
      }),
    qr: (a, m, n) =>
      heap.scoped(() => {
        const k = Math.min(m, n);
        const [q, r] = [room(2 * m * k), room(2 * k * n)];
        kernels.qr(heap.copyIn(a), m, n, q, r);
        return { q: heap.copyOut(q, 2 * m * k), r: heap.copyOut(r, 2 * k * n) };
      }),
  };
}
