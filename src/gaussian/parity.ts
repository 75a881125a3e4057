/** @file Fermion parity and particle numbers. */

import { logDeterminant, logPfaffian, numberOf } from '../linalg/log-determinant.ts';
import { scaled } from '../linalg/matrix.ts';
import { checkGaussian, type GaussianState } from './gaussian-state.ts';
import { bipartiteBlock } from './majorana-form.ts';

/**
 * ⟨(−1)^N⟩ of a fermion state, (−1)ⁿ Pf Γ = ⟨Z…Z⟩: ±1 in a pure state. Of a boson state 1/√det V, the expectation of
 * (−1)^N as a reflection R → −R. O(n³).
 *
 * @throws {ShapeError | DomainError} a malformed state
 */
export function gaussianParity(state: GaussianState): number {
  checkGaussian('gaussianParity', state);
  if (state.statistics === 'boson') return Math.exp(-logDeterminant(state.covariance).log / 2);
  const block = bipartiteBlock(state.covariance);
  if (block !== undefined) return numberOf(logDeterminant(scaled(-1, block)));
  const { sign, log } = logPfaffian(state.covariance);
  return numberOf({ sign: state.modes % 2 === 0 ? sign : -sign, log });
}

/**
 * The mean particle number ⟨a_j†a_j⟩ of each mode, shape (n,).
 *
 * @throws {ShapeError | DomainError} a malformed state
 */
export function occupations(state: GaussianState): Float64Array {
  checkGaussian('occupations', state);
  const { modes, statistics, covariance } = state;
  const at = (i: number, j: number): number => covariance.data[i * 2 * modes + j]!;
  return Float64Array.from({ length: modes }, (_, j) =>
    statistics === 'fermion' ? (1 + at(2 * j, 2 * j + 1)) / 2 : (at(j, j) + at(modes + j, modes + j)) / 4 - 0.5,
  );
}
