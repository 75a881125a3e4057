/** @file The logarithm of a rotation, and the derivative of functions of it. */

import type { ComplexMatrix } from './complex.ts';
import { complexOf, multiply, type RealMatrix } from './matrix.ts';
import { normalEigen } from './normal-eigen.ts';

/** A = log O, antisymmetric, with angles below π. */
export interface RotationLogarithm {
  readonly matrix: RealMatrix;
  /** From the derivative of a function by the entries of A to that by the entries of O. */
  readonly pullback: (slope: RealMatrix) => RealMatrix;
}

/**
 * The principal logarithm of a rotation O = e^A, by its eigenphases O = V e^{iφ} V†,
 *
 *     A = V iφ V†,    dA = V [g ∘ V†dO V] V†,    g_ij = i(φ_i − φ_j)/(e^{iφ_i} − e^{iφ_j}).
 *
 * @param rotation - in SO(n), without the eigenvalue −1
 *
 * O(n³).
 */
export function rotationLogarithm(rotation: RealMatrix): RotationLogarithm {
  const n = rotation.rows;
  const { phases, vectors } = normalEigen(complexOf(rotation));
  // Re V(f ∘ M)V†.
  const back = (matrix: ComplexMatrix, factor: (i: number, j: number) => readonly [number, number]): RealMatrix => {
    const interleaved = new Float64Array(2 * n * n);
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        const k = 2 * (i * n + j);
        const [re, im] = factor(i, j);
        const [x, y] = [matrix.interleaved[k]!, matrix.interleaved[k + 1]!];
        interleaved[k] = re * x - im * y;
        interleaved[k + 1] = re * y + im * x;
      }
    }
    const whole = multiply(multiply(vectors, { ...matrix, interleaved }), vectors, { adjointB: true });
    return { rows: n, cols: n, data: Float64Array.from({ length: n * n }, (_, k) => whole.interleaved[2 * k]!) };
  };
  const one = multiply(vectors, vectors, { adjointA: true });
  return {
    matrix: back(one, (i, j) => (i === j ? [0, phases[i]!] : [0, 0])),
    pullback: (slope) => {
      const inBasis = multiply(vectors, multiply(complexOf(slope), vectors), { adjointA: true });
      return back(inBasis, (i, j) => {
        // g* = e^{i(φ_i + φ_j)/2} δ/sin δ, δ half the difference.
        const [middle, half] = [(phases[i]! + phases[j]!) / 2, (phases[i]! - phases[j]!) / 2];
        const size = half === 0 ? 1 : half / Math.sin(half);
        return [size * Math.cos(middle), size * Math.sin(middle)];
      });
    },
  };
}
