/** @file Products and decompositions of matrices by native code, which reads and writes arrays where they lie. */

import type { Heap } from './heap.ts';
import type { Decompositions, Engine } from './kernels.ts';

/** The product of one thread; null where kernels are not native. */
export function nativeMultiply({ native, ...heap }: Heap): ((real: boolean) => Engine['multiply']) | null {
  if (native === null) return null;
  const { multiply } = native.kernels;
  return (real) => (a, b, m, n, k, adjointA, adjointB) => {
    const c = unfilled((real ? 1 : 2) * m * n);
    heap.scoped(() => {
      const scratch = heap.reserve(heap.kernels.gemmScratch());
      multiply(c, a, b, m, n, k, Number(adjointA), Number(adjointB), Number(real), scratch);
    });
    return c;
  };
}

/** The decompositions of a heap with native kernels, null for others. */
export function nativeDecompositions({ native }: Heap): Decompositions | null {
  if (native === null) return null;
  const { kernels } = native;
  return {
    singularValues: (a, m, n) => {
      const k = Math.min(m, n);
      const [u, values, v] = [unfilled(2 * m * k), unfilled(k), unfilled(2 * n * k)];
      return kernels.singularValues(a, m, n, u, values, v) === 0 ? { u, values, v } : null;
    },
    realSingularValues: (a, m, n) => {
      const k = Math.min(m, n);
      const [u, values, v] = [unfilled(m * k), unfilled(k), unfilled(n * k)];
      return kernels.realSingularValues(a, m, n, u, values, v) === 0 ? { u, values, v } : null;
    },
    hermitianEigen: (a, n) => {
      const [values, vectors] = [unfilled(n), unfilled(2 * n * n)];
      return kernels.hermitianEigen(a, n, values, vectors) === 0 ? { values, vectors } : null;
    },
    symmetricEigen: (a, n) => {
      const [values, vectors] = [unfilled(n), unfilled(n * n)];
      return kernels.symmetricEigen(a, n, values, vectors) === 0 ? { values, vectors } : null;
    },
    qr: (a, m, n) => {
      const k = Math.min(m, n);
      const [q, r] = [unfilled(2 * m * k), unfilled(2 * k * n)];
      kernels.qr(a, m, n, q, r);
      return { q, r };
    },
  };
}

/** A new array whose every number will be written: Node has memory for it that it does not clear. */
const unfilled = (length: number): Float64Array =>
  new Float64Array(globalThis.Buffer.allocUnsafeSlow(8 * length).buffer, 0, length);
