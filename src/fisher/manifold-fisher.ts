/** @file Fisher information of isometries: only directions that keep them isometries count. */

import type { RealMatrix } from '../linalg/matrix.ts';
import { manifoldOf } from '../network/network-manifold.ts';
import type { TensorNetwork } from '../network/tensor-network.ts';
import { productManifold } from '../optimise/stiefel.ts';

/** A Fisher matrix on the tangent space of the network's manifold. */
export interface ManifoldFisher {
  /** Π F Π with the projector Π on the tangent space, shape (P, P). */
  readonly fisher: RealMatrix;
  /**
   * Dimension of the manifold: 2·rows·columns − columns² for an isometry, the number of parameters for a free tensor or
   * an angle.
   */
  readonly dimension: number;
}

/**
 * The Fisher information restricted to the tangent space of the network's manifold at θ: free tensors and angles as
 * they are, every isometry on its Stiefel manifold W†W = 1. What is left without information is gauge: a unitary U(χ)
 * on every bond between isometries, and the phase.
 *
 * @param fisher - F in the entries of the tensors, shape (P, P)
 *
 * Cost O(P²·columns) for the projections.
 */
export function manifoldFisher(network: TensorNetwork, theta: Float64Array, fisher: RealMatrix): ManifoldFisher {
  const parts = manifoldOf(network);
  const { project } = productManifold(parts);
  const rows = (data: Float64Array): Float64Array => {
    const out = new Float64Array(data.length);
    for (let k = 0; k < fisher.rows; k++) {
      out.set(project(theta, data.slice(k * fisher.cols, (k + 1) * fisher.cols)), k * fisher.cols);
    }
    return out;
  };
  const transposed = (data: Float64Array): Float64Array =>
    data.map((_, at) => data[(at % fisher.cols) * fisher.cols + Math.floor(at / fisher.cols)]!);
  const data = transposed(rows(transposed(rows(fisher.data))));
  const dimension = parts.reduce(
    (sum, part) => sum + (part.kind === 'flat' ? part.size : 2 * part.rows * part.columns - part.columns ** 2),
    0,
  );
  return { fisher: { ...fisher, data }, dimension };
}
