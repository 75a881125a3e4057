/** @file One step of a contraction: axes are permuted, then matrices are multiplied in the engine. */

import { currentEngine } from '../engine/engine.ts';
import type { ProductProgram } from '../engine/product-program.ts';

/** How a tensor is laid out for a matrix product: axes[j] is the old axis at place j; undefined if nothing moves. */
export interface Layout {
  readonly tensor: number;
  readonly shape: readonly number[];
  readonly axes: readonly number[] | undefined;
}

/**
 * One pairwise contraction: (rows × inner) · (inner × columns), once for every value of the legs that both tensors
 * carry and that are kept. Those come first in left, right and product.
 */
export interface Step {
  readonly left: Layout;
  readonly right: Layout;
  readonly batch: number;
  readonly rows: number;
  readonly inner: number;
  readonly columns: number;
}

/** The tensor in its layout. */
export function arranged(array: Float64Array, { shape, axes }: Layout): Float64Array {
  return axes === undefined ? array : currentEngine().permute(array, shape, axes);
}

/** Undoes `arranged`. */
export function restored(array: Float64Array, { shape, axes }: Layout): Float64Array {
  if (axes === undefined) return array;
  const inverse = axes.map((_, axis) => axes.indexOf(axis));
  return currentEngine().permute(
    array,
    axes.map((axis) => shape[axis]!),
    inverse,
  );
}

/** c = a·b for every matrix of the batch. */
export function forward(a: Float64Array, b: Float64Array, { batch, rows, inner, columns }: Step): Float64Array {
  return multiplied(a, b, batch, rows, columns, inner, false, false);
}

/** λ b†: the cotangent of a. */
export function towardsLeft(
  lambda: Float64Array,
  b: Float64Array,
  { batch, rows, inner, columns }: Step,
): Float64Array {
  return multiplied(lambda, b, batch, rows, inner, columns, false, true);
}

/** a† λ: the cotangent of b. */
export function towardsRight(
  a: Float64Array,
  lambda: Float64Array,
  { batch, rows, inner, columns }: Step,
): Float64Array {
  return multiplied(a, lambda, batch, inner, columns, rows, true, false);
}

function multiplied(
  a: Float64Array,
  b: Float64Array,
  batch: number,
  m: number,
  n: number,
  k: number,
  adjointA: boolean,
  adjointB: boolean,
): Float64Array {
  if (batch === 1) return currentEngine().multiply(a, b, m, n, k, adjointA, adjointB);
  const program = batchProgram(batch, m, n, k, adjointA, adjointB);
  return currentEngine().runProducts(program, [a, b])[0]!;
}

/** All products of a batch as one call of the engine; remembered by shape. */
function batchProgram(
  batch: number,
  rows: number,
  columns: number,
  inner: number,
  adjointLeft: boolean,
  adjointRight: boolean,
): ProductProgram {
  const key = [batch, rows, columns, inner, adjointLeft, adjointRight].join();
  const known = batchPrograms.get(key);
  if (known !== undefined) return known;
  const program: ProductProgram = {
    inputs: 2,
    sizes: [batch * rows * inner, batch * inner * columns, batch * rows * columns],
    instructions: [
      { kind: 'product', to: 2, left: 0, right: 1, batch, rows, columns, inner, adjointLeft, adjointRight },
    ],
    outputs: [2],
  };
  if (batchPrograms.size >= REMEMBERED) batchPrograms.delete(batchPrograms.keys().next().value!);
  batchPrograms.set(key, program);
  return program;
}

const REMEMBERED = 1024;
const batchPrograms = new Map<string, ProductProgram>();

/** array ← factor · array. */
export function scale(array: Float64Array, factor: number): void {
  for (let k = 0; k < array.length; k++) array[k] = array[k]! * factor;
}
