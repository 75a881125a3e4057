/** @file Transfer matrices of chains without end as programs that stay in the engine's memory, real where the tensors are. */

import { currentEngine } from '../engine/engine.ts';
import type { ProductInstruction, ProductProgram } from '../engine/product-program.ts';
import { realParts, unpacked } from '../engine/product-program.ts';
import type { ComplexArray } from '../linalg/complex.ts';
import { COMPLEX_ARITHMETIC, type KrylovArithmetic, REAL_ARITHMETIC } from '../linalg/krylov-arithmetic.ts';

/** An operator in the engine's memory; vectors are real or interleaved complex numbers, as the arithmetic says. */
export interface Lent {
  readonly arithmetic: KrylovArithmetic;
  readonly apply: (x: Float64Array) => Float64Array;
  /** Interleaved complex numbers as vectors of the operator, and back. */
  readonly packed: (interleaved: Float64Array) => Float64Array;
  readonly unpacked: (x: Float64Array) => Float64Array;
}

/** Lends a program on its first input while the work lasts, in real arithmetic where all inputs are real. */
export function lent<Result>(
  program: ProductProgram,
  inputs: readonly Float64Array[],
  work: (operator: Lent) => Result,
  isComplex = false,
): Result {
  return currentEngine().repeatProducts(
    program,
    inputs,
    ({ isReal, apply }) =>
      work(
        isReal
          ? { arithmetic: REAL_ARITHMETIC, apply, packed: realParts, unpacked }
          : { arithmetic: COMPLEX_ARITHMETIC, apply, packed: (x) => x, unpacked: (x) => x },
      ),
    isComplex,
  );
}

/** The product instruction to ← left·right, without a batch. */
export const productInto = (
  to: number,
  [left, right]: readonly [number, number],
  [rows, columns, inner]: readonly [number, number, number],
  adjoint: { readonly left?: boolean; readonly right?: boolean } = {},
): ProductInstruction => ({
  kind: 'product',
  to,
  left,
  right,
  batch: 1,
  rows,
  columns,
  inner,
  adjointLeft: adjoint.left ?? false,
  adjointRight: adjoint.right ?? false,
});

/** X ↦ Σ_s B^s† X A^s on inputs (X, A, B, …) of D × D and D × d × D entries; further inputs, D × D, only decide whether all is real. */
export function leftTransfer([D, d]: readonly number[], further = 0): ProductProgram {
  const [square, site] = [D! * D!, D! * D! * d!];
  const half = 3 + further;
  return {
    inputs: half,
    sizes: [square, site, site, ...Array<number>(further).fill(square), site, square],
    instructions: [
      productInto(half, [0, 1], [D!, d! * D!, D!]),
      productInto(half + 1, [2, half], [D!, D!, D! * d!], { left: true }),
    ],
    outputs: [half + 1],
  };
}

/** X ↦ Σ_s A^s X B^s† on inputs (X, A, B, …), as `leftTransfer`. */
export function rightTransfer([D, d]: readonly number[], further = 0): ProductProgram {
  const { instructions: _, ...program } = leftTransfer([D!, d!], further);
  const half = 3 + further;
  return {
    ...program,
    instructions: [
      productInto(half, [1, 0], [D! * d!, D!, D!]),
      productInto(half + 1, [half, 2], [D!, D!, d! * D!], { right: true }),
    ],
  };
}

/** The inputs of a transfer between the same tensor. */
export const sameTensor = ({ interleaved }: ComplexArray): readonly [Float64Array, Float64Array] => [
  interleaved,
  interleaved,
];
