/** @file The tensor of a chain without end in its canonical forms, and how it carries matrices from bond to bond. */

import { currentEngine } from '../engine/engine.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { multiply } from '../linalg/matrix.ts';

/** A uniform matrix-product state in mixed canonical form: A_L C = C A_R, with A_L an isometry and A_R a co-isometry. */
export interface UniformTensors {
  /** Axes (left bond, site, right bond). */
  readonly left: ComplexArray;
  readonly right: ComplexArray;
  /** C on a bond; its singular values are the Schmidt values. */
  readonly centre: ComplexMatrix;
}

/** The tensor as a matrix (left bond and site) × right bond. */
export const tall = ({ shape, interleaved }: ComplexArray): ComplexMatrix => ({
  rows: shape[0]! * shape[1]!,
  cols: shape[2]!,
  interleaved,
});

/** The tensor as a matrix left bond × (site and right bond). */
export const wide = ({ shape, interleaved }: ComplexArray): ComplexMatrix => ({
  rows: shape[0]!,
  cols: shape[1]! * shape[2]!,
  interleaved,
});

/** X ↦ Σ_s B^s† X A^s, bra bond × ket bond; B is A unless given. */
export function fromLeft(ket: ComplexArray, X: ComplexMatrix, bra = ket): ComplexMatrix {
  const half = multiply(X, wide(ket));
  return multiply(tall(bra), { ...tall(ket), interleaved: half.interleaved }, { adjointA: true });
}

/** X ↦ Σ_s A^s X B^s†, ket bond × bra bond; B is A unless given. */
export function fromRight(ket: ComplexArray, X: ComplexMatrix, bra = ket): ComplexMatrix {
  const half = multiply(tall(ket), X);
  return multiply({ ...wide(ket), interleaved: half.interleaved }, wide(bra), { adjointB: true });
}

/** The tensor with an operator on its site, Σ_s O_{ts} A^s. */
export function withOperator({ shape, interleaved }: ComplexArray, operator: ComplexMatrix): ComplexArray {
  const [a, d, b] = shape as [number, number, number];
  const sites = currentEngine().permute(interleaved, shape, [1, 0, 2]);
  const moved = multiply(operator, { rows: d, cols: a * b, interleaved: sites }).interleaved;
  return { shape, interleaved: currentEngine().permute(moved, [d, a, b], [1, 0, 2]) };
}

/** Two neighbouring tensors with the term acting on them, as a matrix (left bond, site) × (site, right bond). */
export function withTerm(term: ComplexMatrix, first: ComplexArray, second: ComplexArray): ComplexMatrix {
  const [a, d] = first.shape as [number, number, number];
  const b = second.shape[2]!;
  const pair = multiply(tall(first), wide(second)).interleaved;
  const sites = currentEngine().permute(pair, [a, d * d, b], [1, 0, 2]);
  const moved = multiply(term, { rows: d * d, cols: a * b, interleaved: sites }).interleaved;
  return { rows: a * d, cols: d * b, interleaved: currentEngine().permute(moved, [d * d, a, b], [1, 0, 2]) };
}
