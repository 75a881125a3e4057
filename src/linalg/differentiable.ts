/**
 * @file What the derivatives of matrix decompositions share. A cotangent λ of z means dL = Re⟨λ|dz⟩, with
 * λ = ∂L/∂Re z + i ∂L/∂Im z, entry by entry.
 */

import type { ComplexMatrix } from './complex.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from './matrix.ts';

/**
 * A function of a matrix A at a point, with its derivative there. Tangents and cotangents have the shape of the value,
 * directions that of A.
 */
export interface Differentiable<Value, Tangent = Value, Cotangent = Tangent> {
  readonly value: Value;
  /** Forward mode: how the value changes along dA. */
  readonly tangent: (direction: ComplexMatrix) => Tangent;
  /** Reverse mode, the adjoint of `tangent`: ∂L/∂A from the cotangents of the value. */
  readonly pullback: (cotangent: Cotangent) => ComplexMatrix;
}

/** How the poles of derivatives, at equal or vanishing values, are broadened. */
export interface Broadening {
  /** ε relative to the largest value: 1/x becomes x/(x² + ε²); default 1e-10. */
  readonly broadening?: number;
}

/**
 * x ↦ x/(x² + ε²), a Lorentzian that is 1/x for |x| ≫ ε, zero at zero and never more than 1/(2ε).
 *
 * @param scale - the largest of the values that x is a difference of
 */
export function broadenedInverse(scale: number, { broadening = 1e-10 }: Broadening): (x: number) => number {
  const width = broadening * scale;
  return (x) => {
    const ratio = width / x;
    return x === 0 ? 0 : 1 / (x * (1 + ratio * ratio));
  };
}

/** A ∘ factor, entry by entry, for a real factor(row, column). */
export function entrywise(a: ComplexMatrix, factor: (row: number, column: number) => number): ComplexMatrix {
  const { rows, cols } = a;
  const out = new Float64Array(a.interleaved.length);
  for (let i = 0, at = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, at += 2) {
      const by = factor(i, j);
      out[at] = a.interleaved[at]! * by;
      out[at + 1] = a.interleaved[at + 1]! * by;
    }
  }
  return { rows, cols, interleaved: out };
}

/** (A + A†)/2. */
export function hermitianPart(a: ComplexMatrix): ComplexMatrix {
  return scaledMatrix([0.5, 0], addScaledMatrix(a, [1, 0], adjoint(a)));
}

/** (A − A†)/2. */
export function antihermitianPart(a: ComplexMatrix): ComplexMatrix {
  return scaledMatrix([0.5, 0], addScaledMatrix(a, [-1, 0], adjoint(a)));
}

/** Re A_kk for all k. */
export function realDiagonal(a: ComplexMatrix): Float64Array {
  return Float64Array.from({ length: Math.min(a.rows, a.cols) }, (_, k) => a.interleaved[2 * k * (a.cols + 1)]!);
}

/** A + B. */
export const plus = (a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix => addScaledMatrix(a, [1, 0], b);

/** A − B. */
export const minus = (a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix => addScaledMatrix(a, [-1, 0], b);

/** (1 − QQ†)·A for orthonormal columns Q. */
export function outside(q: ComplexMatrix, a: ComplexMatrix): ComplexMatrix {
  return minus(a, multiply(q, multiply(q, a, { adjointA: true })));
}
