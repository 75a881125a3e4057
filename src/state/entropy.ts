/** @file Entropies of states and of regions. Nats, unless another base is asked for. */

import { DomainError } from '../errors.ts';
import { type ComplexMatrix, sizeOf } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import type { Nats } from '../units.ts';
import { complementOf, isDensityMatrix, reducedDensityMatrix, type State } from './reduced-density-matrix.ts';

/** Options of an entropy: its unit, and the member of Rényi's family. */
export interface EntropyOptions {
  /** Base of the logarithm; default e, nats. 2 gives bits. */
  readonly base?: number;
  /** Rényi order ≥ 0; default 1, the von Neumann entropy. Infinity is the min-entropy, 0 the log of the rank. */
  readonly order?: number;
}

/** Probabilities up to this count as zero in the rank, the entropy of order 0. */
const RANK_TOLERANCE = 1e-12;

/**
 * Entropy of a probability distribution,
 *
 *     S_α = log(Σ p_k^α) / (1 − α),    S₁ = −Σ p_k log p_k,
 *
 * with 0 log 0 = 0; negative numbers of rounding size count as zero.
 *
 * @throws {DomainError} order < 0, or a base that is not positive or is 1
 *
 * @see Rényi, Proc. 4th Berkeley Symp. Math. Stat. Prob. 1, 547 (1961)
 */
export function distributionEntropy(probabilities: ArrayLike<number>, options: EntropyOptions = {}): Nats {
  const { base = Math.E, order = 1 } = options;
  if (!(base > 0 && base !== 1)) throw new DomainError(`entropy: a positive base other than 1 required, got ${base}`);
  if (!(order >= 0)) throw new DomainError(`entropy: an order ≥ 0 required, got ${order}`);
  const positive = Array.from(probabilities).filter((p) => p > (order === 0 ? RANK_TOLERANCE : 0));
  const sum = (term: (p: number) => number): number => positive.reduce((total, p) => total + term(p), 0);
  const nats =
    order === 1
      ? sum((p) => -p * Math.log(p))
      : order === Infinity
        ? -Math.log(Math.max(...positive))
        : logPowerSum(positive, order) / (1 - order);
  return nats === 0 ? 0 : nats / Math.log(base);
}

/** log Σ p^order, the largest p taken out: orders of thousands do not underflow. */
function logPowerSum(probabilities: readonly number[], order: number): number {
  const largest = probabilities.reduce((most, p) => Math.max(most, p), 0);
  const sum = probabilities.reduce((total, p) => total + (p / largest) ** order, 0);
  return order * Math.log(largest) + Math.log(sum);
}

/**
 * Von Neumann entropy S(ρ) = −Tr ρ log ρ, or the Rényi entropy of the given order.
 *
 * @param rho - density matrix, shape (D, D)
 * @throws {ShapeError | DomainError} not square, not Hermitian
 *
 * Cost O(D³).
 */
export function entropy(rho: ComplexMatrix, options: EntropyOptions = {}): Nats {
  return distributionEntropy(hermitianEigenvalues(rho), options);
}

/**
 * Entropy of a region, S(A) = −Tr ρ_A log ρ_A. For a pure state it is the entanglement between the region and the
 * rest, S(A) = S(B), and the smaller side is diagonalised.
 *
 * @param state - vector of shape (D,) or density matrix of shape (D, D)
 * @param dimensions - dimension of each site
 * @param region - sites of A
 * @throws {ShapeError | DomainError} the state, dimensions and region do not fit
 *
 * @example
 * ```ts
 * import { entanglementEntropy } from 'bulkweave';
 * import { ghz } from 'bulkweave/datasets';
 *
 * console.log(entanglementEntropy(ghz(4).amplitudes, [2, 2, 2, 2], [0, 1])); // 0.6931
 * ```
 */
export function entanglementEntropy(
  state: State,
  dimensions: readonly number[],
  region: readonly number[],
  options: EntropyOptions = {},
): Nats {
  return distributionEntropy(entanglementSpectrum(state, dimensions, region), options);
}

/** Eigenvalues of ρ_A, descending; for a pure state those of the smaller side (the rest of the larger's vanish). */
export function entanglementSpectrum(
  state: State,
  dimensions: readonly number[],
  region: readonly number[],
): Float64Array {
  const rest = complementOf(region, dimensions.length);
  const size = (sites: readonly number[]): number => sizeOf(sites.map((site) => dimensions[site]!));
  const side = !isDensityMatrix(state) && size(rest) < size(region) ? rest : region;
  return hermitianEigenvalues(reducedDensityMatrix(state, dimensions, side)).reverse();
}

/** Purity Tr ρ², between 1/D (maximally mixed) and 1 (pure). */
export function purity(rho: ComplexMatrix): number {
  return rho.interleaved.reduce((sum, x) => sum + x * x, 0);
}
