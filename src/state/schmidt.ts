/** @file The Schmidt decomposition: a pure state of two parts in its natural bases. */

import { currentEngine } from '../engine/engine.ts';
import { type ComplexMatrix, type ComplexVector, sizeOf } from '../linalg/complex.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { checkState, complementOf } from './reduced-density-matrix.ts';

/** |ψ⟩ = Σ_k values_k |left_k⟩ ⊗ |right_k⟩, with the region's sites before all others. */
export interface SchmidtDecomposition {
  /** Schmidt coefficients, non-negative, descending; Σ values² = ‖ψ‖². */
  readonly values: Float64Array;
  /** Column k is |left_k⟩, shape (D_A, rank). */
  readonly left: ComplexMatrix;
  /** Column k is |right_k⟩, shape (D_B, rank). */
  readonly right: ComplexMatrix;
}

/**
 * Schmidt decomposition between a region and the rest.
 *
 * @param psi - shape (D,)
 * @param dimensions - dimension of each site, D = Π dimensions
 * @param region - sites of A, in the order wanted
 * @returns min(D_A, D_B) coefficients, zeros included
 * @throws {ShapeError | DomainError} the state, dimensions and region do not fit
 *
 * Cost O(D·min(D_A, D_B)).
 */
export function schmidtDecomposition(
  psi: ComplexVector,
  dimensions: readonly number[],
  region: readonly number[],
): SchmidtDecomposition {
  const rest = complementOf(region, dimensions.length);
  checkState(psi, dimensions);
  const rows = sizeOf(region.map((site) => dimensions[site]!));
  const interleaved = currentEngine().permute(psi.interleaved, dimensions, [...region, ...rest]);
  const { u, values, v } = singularValueDecomposition({ rows, cols: psi.length / rows, interleaved });
  const conjugate = v.interleaved.map((x, k) => (k % 2 === 0 ? x : -x)); // M = U Σ V†, so |right⟩ is conj(v)
  return { values, left: u, right: { ...v, interleaved: conjugate } };
}
