/** @file The strongest states of one half of a tensor, by the eigenvectors of its reduced density matrix. */

import { isReal, realParts, unpacked } from '../engine/product-program.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { addScaledMatrix, adjoint, multiply, type RealMatrix } from '../linalg/matrix.ts';
import { addReal, multiplyReal, transposeReal } from '../linalg/real-product.ts';
import { symmetricEigen } from '../linalg/symmetric-eigen.ts';

/** A matrix of real numbers, or of complex ones. */
export type AnyMatrix = RealMatrix | ComplexMatrix;

/** A matrix M by the states of one half. */
export interface HalfBasis {
  /** Square roots of the eigenvalues of the density matrix, descending; those that must vanish are left out. */
  readonly values: Float64Array;
  /** M ≈ left·right by so many of the states: one factor is their isometry, the other has the norm. */
  readonly factors: (count: number) => { readonly left: AnyMatrix; readonly right: AnyMatrix };
}

/**
 * The eigenvectors of MM† (rightwards) or M†M, to which a perturbation may be added. Real matrices stay real.
 *
 * @param perturbation - Hermitian, of the size of the density matrix
 */
export function halfBasis(matrix: AnyMatrix, rightwards: boolean, perturbation?: AnyMatrix): HalfBasis {
  const [real, more] = [realOf(matrix), perturbation && realOf(perturbation)];
  const { values, factors } =
    real === null || more === null
      ? complexBasis(complexOf(matrix), rightwards, perturbation && complexOf(perturbation))
      : realBasis(real, rightwards, more);
  const rank = perturbation ? values.length : Math.min(matrix.rows, matrix.cols);
  return { values: values.map((p) => Math.sqrt(Math.max(p, 0))).subarray(0, rank), factors };
}

/** `HalfBasis` with the eigenvalues themselves. */
function realBasis(matrix: RealMatrix, rightwards: boolean, perturbation?: RealMatrix): HalfBasis {
  const density = multiplyReal(matrix, matrix, rightwards ? { transposeB: true } : { transposeA: true });
  const { values, vectors } = symmetricEigen(perturbation ? addReal(density, 1, perturbation) : density);
  const n = values.length;
  const factors: HalfBasis['factors'] = (count) => {
    const data = new Float64Array(count * n);
    for (let k = 0; k < count; k++) data.set(vectors.data.subarray((n - 1 - k) * n, (n - k) * n), k * n);
    const basis = { rows: count, cols: n, data };
    return rightwards
      ? { left: transposeReal(basis), right: multiplyReal(basis, matrix) }
      : { left: multiplyReal(matrix, basis, { transposeB: true }), right: basis };
  };
  return { values: values.slice().reverse(), factors };
}

function complexBasis(matrix: ComplexMatrix, rightwards: boolean, perturbation?: ComplexMatrix): HalfBasis {
  const density = multiply(matrix, matrix, rightwards ? { adjointB: true } : { adjointA: true });
  const whole = perturbation ? addScaledMatrix(density, [1, 0], perturbation) : density;
  const { values, vectors } = hermitianEigen(whole);
  const n = values.length;
  const factors: HalfBasis['factors'] = (count) => {
    const interleaved = new Float64Array(2 * n * count);
    for (let i = 0; i < n; i++) {
      for (let k = 0; k < count; k++) {
        const from = 2 * (i * n + n - 1 - k);
        interleaved[2 * (i * count + k)] = vectors.interleaved[from]!;
        interleaved[2 * (i * count + k) + 1] = vectors.interleaved[from + 1]!;
      }
    }
    const basis = { rows: n, cols: count, interleaved };
    return rightwards
      ? { left: basis, right: multiply(basis, matrix, { adjointA: true }) }
      : { left: multiply(matrix, basis), right: adjoint(basis) };
  };
  return { values: values.slice().reverse(), factors };
}

/** The matrix by real numbers, null where it has others. */
function realOf(matrix: AnyMatrix): RealMatrix | null {
  if ('data' in matrix) return matrix;
  const { rows, cols, interleaved } = matrix;
  return isReal(interleaved) ? { rows, cols, data: realParts(interleaved) } : null;
}

export const complexOf = (matrix: AnyMatrix): ComplexMatrix =>
  'data' in matrix ? { rows: matrix.rows, cols: matrix.cols, interleaved: unpacked(matrix.data) } : matrix;
