/** @file What the tests of differentiable decompositions share. */

import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix } from '../../src/linalg/matrix.ts';

/** Re⟨a|b⟩ of matrices, Re Tr A†B. */
export function realInner(a: ComplexMatrix, b: ComplexMatrix): number {
  return a.interleaved.reduce((sum, x, k) => sum + x * b.interleaved[k]!, 0);
}

/** The derivative of f at A along a direction by central differences of fourth order. */
export function slope(
  f: (a: ComplexMatrix) => number,
  a: ComplexMatrix,
  direction: ComplexMatrix,
  step = 1e-3,
): number {
  const at = (h: number): number => f(addScaledMatrix(a, [h, 0], direction));
  return (8 * (at(step) - at(-step)) - (at(2 * step) - at(-2 * step))) / (12 * step);
}

/** Σ weight_k · x_k. */
export const weighted = (weights: ArrayLike<number>, x: ArrayLike<number>): number =>
  Array.from(x).reduce((sum, value, k) => sum + weights[k]! * value, 0);
