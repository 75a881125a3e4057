/** @file Gaussian fermion states by their correlations ⟨c†c⟩ and ⟨cc⟩, and back. */

import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { checkedState, checkGaussian, checkSymmetry, type GaussianState } from './gaussian-state.ts';
import { partsOf } from './quadratic-hamiltonian.ts';

/** The correlations of a fermion state, each of shape (n, n). */
export interface FermionCorrelations {
  /** C_ij = ⟨c_i†c_j⟩, Hermitian, eigenvalues in [0, 1]. */
  readonly correlation: ComplexMatrix;
  /** F_ij = ⟨c_i c_j⟩, antisymmetric; zero where the number of particles is conserved. */
  readonly anomalous: ComplexMatrix;
}

/**
 * The fermion state with these correlations, checked. Real numbers lead to a bipartite covariance, which everything
 * else is faster with.
 *
 * @param correlation - C_ij = ⟨c_i†c_j⟩, real symmetric or complex Hermitian, shape (n, n)
 * @param anomalous - F_ij = ⟨c_i c_j⟩, antisymmetric; default 0
 * @throws {ShapeError | DomainError} wrong shapes or symmetries, numbers that are not finite, no state
 *
 * Cost O(n³), of the check.
 */
export function gaussianOfCorrelation(
  correlation: RealMatrix | ComplexMatrix,
  anomalous?: RealMatrix | ComplexMatrix,
): GaussianState {
  const n = correlation.rows;
  for (const matrix of [correlation, ...(anomalous === undefined ? [] : [anomalous])]) {
    if (matrix.rows !== n || matrix.cols !== n || n === 0) {
      throw new ShapeError(`gaussianOfCorrelation: n × n matrices required, got ${matrix.rows} × ${matrix.cols}`);
    }
  }
  const [C, c] = partsOf('gaussianOfCorrelation', correlation);
  const [F, f] = anomalous === undefined ? [null, null] : partsOf('gaussianOfCorrelation', anomalous);
  checkSymmetry('gaussianOfCorrelation: Re C', C, 1);
  checkSymmetry('gaussianOfCorrelation: Im C', c, -1);
  if (F !== null) checkSymmetry('gaussianOfCorrelation: Re F', F, -1);
  if (f !== null) checkSymmetry('gaussianOfCorrelation: Im F', f, -1);
  const size = 2 * n;
  const data = new Float64Array(size * size);
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const at = i * n + j;
      const mixed = 2 * C.data[at]! - (i === j ? 1 : 0) + 2 * (F?.data[at] ?? 0);
      data[2 * i * size + 2 * j + 1] = mixed;
      data[(2 * j + 1) * size + 2 * i] = -mixed;
      data[2 * i * size + 2 * j] = 0 - 2 * (c.data[at]! + (f?.data[at] ?? 0));
      data[(2 * i + 1) * size + 2 * j + 1] = 0 - 2 * (c.data[at]! - (f?.data[at] ?? 0));
    }
  }
  return checkedState('gaussianOfCorrelation', 'fermion', { rows: size, cols: size, data });
}

/**
 * The correlations ⟨c_i†c_j⟩ and ⟨c_i c_j⟩ of a fermion state: the inverse of `gaussianOfCorrelation`.
 *
 * @throws {DomainError} bosons
 * @throws {ShapeError | DomainError} a malformed state
 */
export function correlationsOfGaussian(state: GaussianState): FermionCorrelations {
  checkGaussian('correlationsOfGaussian', state);
  if (state.statistics !== 'fermion') throw new DomainError('correlationsOfGaussian: fermions required, got bosons');
  const n = state.modes;
  const at = (i: number, j: number): number => state.covariance.data[i * 2 * n + j]!;
  const [correlation, anomalous] = [zeroMatrix(n, n), zeroMatrix(n, n)];
  for (let i = 0; i < n; i++) {
    for (let j = 0; j < n; j++) {
      const [g, t] = [at(2 * i, 2 * j + 1), at(2 * j, 2 * i + 1)];
      const [e, o] = [at(2 * i, 2 * j), at(2 * i + 1, 2 * j + 1)];
      const to = 2 * (i * n + j);
      correlation.interleaved[to] = (g + t) / 4 + (i === j ? 0.5 : 0);
      correlation.interleaved[to + 1] = 0 - (e + o) / 4;
      anomalous.interleaved[to] = (g - t) / 4;
      anomalous.interleaved[to + 1] = 0 - (e - o) / 4;
    }
  }
  return { correlation, anomalous };
}
