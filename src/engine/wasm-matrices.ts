/**
 * @file Matrices in the memory of the compiled engine: products, Gram matrices, Jacobi's iteration, axes in another
 * order.
 */

import type { Heap } from './heap.ts';
import { jacobiSweeps, type RowKernels } from './jacobi.ts';
import type { Engine } from './kernels.ts';
import { factorAt, LARGE, productInHeap, realProductInHeap } from './matrix-product.ts';
import { nativeMultiply } from './native-matrices.ts';
import type { Executor } from './run-stages.ts';
import { typescriptEngine } from './typescript-engine.ts';

/** Least number of complex multiplications for which a copy into the engine's memory pays. */
const SMALL_PRODUCT = 512;
/** Least number of entries for which a permutation in the engine's memory pays. */
const SMALL_ARRAY = 64;
/** Least product of numbers and rows for which a Jacobi iteration in the engine's memory pays. */
const SMALL_JACOBI = 1024;

/** The kernels of matrices, on the threads of an executor. */
export const matrixKernels = (
  heap: Heap,
  execute: Executor,
): Pick<Engine, 'multiply' | 'multiplyReal' | 'gram' | 'jacobi' | 'permute'> => ({
  multiply: multiply(heap, execute),
  multiplyReal: multiplyReal(heap, execute),
  gram: gram(heap, execute),
  jacobi: jacobi(heap),
  permute: permute(heap),
});

function multiply(heap: Heap, execute: Executor): Engine['multiply'] {
  const native = nativeMultiply(heap)?.(false);
  return (...product) => {
    const [a, b, m, n, k, adjointA, adjointB] = product;
    if (m * n * k < SMALL_PRODUCT || Math.min(m, n) === 1) return typescriptEngine.multiply(...product);
    if (native !== undefined && (m * n * k < LARGE || execute.alone)) return native(...product);
    return heap.scoped(() => {
      const left = heap.copyIn(a);
      const right = a === b ? left : heap.copyIn(b);
      const to = heap.reserve(16 * m * n);
      const factors = [factorAt(left, m, k, adjointA), factorAt(right, k, n, adjointB)] as const;
      productInHeap(heap, execute, [m, n, k], ...factors, to);
      return heap.copyOut(to, 2 * m * n);
    });
  };
}

function multiplyReal(heap: Heap, execute: Executor): Engine['multiplyReal'] {
  const native = nativeMultiply(heap)?.(true);
  return (...product) => {
    const [a, b, m, n, k, transposeA, transposeB] = product;
    if (m * n * k < SMALL_PRODUCT || Math.min(m, n) === 1) return typescriptEngine.multiplyReal(...product);
    if (native !== undefined && (m * n * k < 2 * LARGE || execute.alone)) return native(...product);
    return heap.scoped(() => {
      const left = heap.copyIn(a);
      const right = a === b ? left : heap.copyIn(b);
      const to = heap.reserve(8 * m * n);
      const factors = [factorAt(left, m, k, transposeA, 8), factorAt(right, k, n, transposeB, 8)] as const;
      realProductInHeap(heap, execute, [m, n, k], ...factors, to);
      return heap.copyOut(to, m * n);
    });
  };
}

const gram =
  (heap: Heap, execute: Executor): Engine['gram'] =>
  (rows, count) => {
    if (rows.length * count < SMALL_PRODUCT) return typescriptEngine.gram(rows, count);
    return heap.scoped(() => {
      const length = rows.length / 2 / count;
      const at = heap.copyIn(rows);
      const product = heap.reserve(16 * count * count);
      const bra = [at, 16 * length, 16, 1] as const;
      const ket = [at, 16, 16 * length, 0] as const;
      productInHeap(heap, execute, [count, count, length], bra, ket, product, true);
      heap.kernels.mirror(product, count);
      return heap.copyOut(product, 2 * count * count);
    });
  };

const jacobi =
  (heap: Heap): Engine['jacobi'] =>
  (rows, count, length, tolerance, mostSweeps) => {
    if (rows.length * count < SMALL_JACOBI) {
      typescriptEngine.jacobi(rows, count, length, tolerance, mostSweeps);
      return;
    }
    heap.scoped(() => {
      const at = heap.copyIn(rows);
      const pair = heap.reserve(16);
      const bytes = rows.byteLength / count;
      const numbers = heap.numbers();
      const overlap = (p: number, q: number): readonly [number, number] => {
        heap.kernels.overlapRows(at + p * bytes, at + q * bytes, length, pair);
        return [numbers[pair / 8]!, numbers[pair / 8 + 1]!];
      };
      const row: RowKernels = {
        lengthSquared: (p) => overlap(p, p)[0],
        overlap,
        rotate: (p, q, cos, sin, x, y) => {
          heap.kernels.rotate(at + p * bytes, at + q * bytes, at + (p + 1) * bytes, cos, sin, x, y);
        },
      };
      jacobiSweeps(row, count, tolerance, mostSweeps);
      heap.copyBack(at, rows);
    });
  };

const permute =
  (heap: Heap): Engine['permute'] =>
  (array, shape, axes) => {
    const steps = mergedSteps(shape, axes);
    if (steps.length <= 1) return array.slice();
    if (array.length < 2 * SMALL_ARRAY) return typescriptEngine.permute(array, shape, axes);
    return heap.scoped(() => {
      const from = heap.copyIn(array);
      const to = heap.reserve(array.byteLength);
      const table = heap.reserve(12 * steps.length);
      heap.words().set(
        steps.flatMap(([extent, stride]) => [extent, 16 * stride, 0]),
        table / 4,
      );
      heap.kernels.permute(to, from, steps.length, table);
      return heap.copyOut(to, array.length);
    });
  };

/**
 * Extent and input stride of the output's axes, after joining neighbours that stay together and dropping trivial ones.
 */
function mergedSteps(shape: readonly number[], axes: readonly number[]): readonly (readonly [number, number])[] {
  const strides = new Array<number>(shape.length).fill(1);
  for (let j = shape.length - 2; j >= 0; j--) strides[j] = strides[j + 1]! * shape[j + 1]!;
  const steps: (readonly [number, number])[] = [];
  for (const axis of axes) {
    const [extent, stride] = [shape[axis]!, strides[axis]!];
    const before = steps.at(-1);
    if (extent === 1) continue;
    if (before !== undefined && before[1] === extent * stride) steps[steps.length - 1] = [before[0] * extent, stride];
    else steps.push([extent, stride]);
  }
  return steps;
}
