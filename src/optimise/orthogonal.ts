/** @file The manifold of orthogonal matrices, and products of such manifolds, in real numbers. */

import { multiplyReal, transposeReal } from '../linalg/real-product.ts';
import { realSingularValueDecomposition } from '../linalg/real-singular-values.ts';
import type { Manifold } from './manifold.ts';

/**
 * The product of groups O(n) of orthogonal matrices, one after the other in the parameter vector, each row-major. Tangent
 * vectors at W are WA with A antisymmetric; the projection is G ↦ (G − WGᵀW)/2, and the retraction the nearest orthogonal
 * matrix, of second order. A path does not leave the component of its start: det W stays.
 *
 * @param sizes - n of each matrix; P = Σ n²
 *
 * @see Edelman, Arias & Smith, SIAM J. Matrix Anal. Appl. 20, 303 (1998)
 */
export function orthogonalManifold(sizes: readonly number[]): Manifold {
  const offsets = sizes.map((_, k) => sizes.slice(0, k).reduce((sum, n) => sum + n * n, 0));
  const matrixAt = (x: Float64Array, k: number) => {
    const n = sizes[k]!;
    return { rows: n, cols: n, data: x.subarray(offsets[k]!, offsets[k]! + n * n) };
  };
  return {
    project: (x, vector) => {
      const tangent = vector.slice();
      offsets.forEach((offset, k) => {
        const [w, g] = [matrixAt(x, k), matrixAt(vector, k)];
        const mirrored = multiplyReal(w, multiplyReal(transposeReal(g), w)).data;
        for (let i = 0; i < mirrored.length; i++) tangent[offset + i] = (g.data[i]! - mirrored[i]!) / 2;
      });
      return tangent;
    },
    retract: (x, tangent) => {
      const next = x.map((value, k) => value + tangent[k]!);
      offsets.forEach((offset, k) => {
        const { left, right } = realSingularValueDecomposition(matrixAt(next, k));
        next.set(multiplyReal(left, right, { transposeA: true }).data, offset);
      });
      return next;
    },
  };
}
