/**
 * @file Complexity of a tensor network: how much entanglement its bonds carry, and how many values they need. Both are
 * differentiable, and can be added to a loss.
 */

import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { multiply, transpose } from '../linalg/matrix.ts';
import { positiveRoot, withEigenvalues } from '../linalg/spectral-matrix.ts';
import type { Objective } from '../optimise/objective.ts';
import type { Nats } from '../units.ts';
import { contiguousMean } from './contiguous-entropy.ts';
import { entropyFunction, type SpectralFunction, smoothRank } from './spectral-function.ts';
import type { TensorNetwork } from './tensor-network.ts';
import { bondGrams, isTree } from './tree-messages.ts';

/** Probabilities below this hardly count in the smooth rank. */
const SOFTNESS = 1e-3;

/**
 * Entanglement entropy of the bonds as a function of θ, in nats, with gradient.
 *
 * - Networks without cycles (matrix-product states, trees): Σ_bonds S_bond, S = −Σ p log p of the two parts that the
 *   bond joins. Exact, by contraction: any number of sites.
 * - Networks with cycles (PEPS, MERA, rings): a single bond does not cut the state in two, so it has no entanglement
 *   entropy. Instead, the mean of S over all cuts into a left and a right part, through the dense state; each such
 *   entropy is at most the sum of log(dimension) of the bonds cut. At most 2¹⁴ amplitudes.
 *
 * The gradient is finite at degenerate and vanishing p.
 *
 * @throws {DomainError} a network with cycles and more than 2¹⁴ amplitudes
 */
export function bondEntropy(network: TensorNetwork): Objective {
  return bondSum(network, entropyFunction);
}

/**
 * Smooth bond dimension Σ_bonds Σ_i p_i/(p_i + ε), differentiable; for networks with cycles the mean over cuts, as in
 * `bondEntropy`. Probabilities that it has made small are removed by `truncateBonds`.
 *
 * @param softness - ε, default 1e-3: probabilities well below it hardly count, and cost nothing to keep small
 */
export function bondDimensionSurrogate(network: TensorNetwork, softness = SOFTNESS): Objective {
  if (!(softness > 0)) throw new DomainError(`bondDimensionSurrogate: a positive softness required, got ${softness}`);
  return bondSum(network, smoothRank(softness));
}

/**
 * Entanglement spectrum of every bond of a network without cycles: probabilities, descending.
 *
 * @throws {DomainError} the network has a cycle
 */
export function bondSpectra(network: TensorNetwork, theta: Float64Array): Readonly<Record<Leg, Float64Array>> {
  if (!isTree(network)) throw new DomainError('bondSpectra: a connected network without cycles required');
  const spectra = bondGrams(network, theta).grams.map(({ bond, sides: [left, right] }) => {
    const root = positiveRoot(transpose(left));
    const values = hermitianEigenvalues(sandwich(root, right)).map((x) => Math.max(x, 0));
    const total = values.reduce((sum, x) => sum + x, 0);
    return [bond.leg, values.map((x) => x / total).reverse()] as const;
  });
  return Object.fromEntries(spectra);
}

/** Entanglement entropy of every bond of a network without cycles, in nats. */
export function bondEntropies(network: TensorNetwork, theta: Float64Array): Readonly<Record<Leg, Nats>> {
  const spectra = Object.entries(bondSpectra(network, theta));
  return Object.fromEntries(spectra.map(([leg, values]) => [leg, entropyFunction(values).value]));
}

/**
 * Σ_bonds of a spectral function. With the Gram matrices L, R of a bond's sides the density matrix has the spectrum of
 * LᵀR, or of √Lᵀ R √Lᵀ, so that the cotangent of R is √Lᵀ f'(√Lᵀ R √Lᵀ) √Lᵀ, and likewise for Lᵀ: no inverse occurs.
 */
function bondSum(network: TensorNetwork, spectral: SpectralFunction): Objective {
  if (!isTree(network)) return contiguousMean(network, spectral);
  return (theta) => {
    const { grams, pullback } = bondGrams(network, theta);
    let value = 0;
    const cotangents = grams.map(({ sides: [left, right] }) => {
      const transposed = transpose(left);
      const ofRight = spectralCotangent(positiveRoot(transposed), right, spectral);
      const ofLeft = spectralCotangent(positiveRoot(right), transposed, spectral);
      value += ofRight.value;
      return [transpose(ofLeft.cotangent).interleaved, ofRight.cotangent.interleaved] as const;
    });
    return { value, gradient: pullback(cotangents) };
  };
}

/** f(spectrum of root·X·root) and its cotangent with respect to X. */
function spectralCotangent(
  root: ComplexMatrix,
  x: ComplexMatrix,
  spectral: SpectralFunction,
): { readonly value: number; readonly cotangent: ComplexMatrix } {
  const { values, vectors } = hermitianEigen(sandwich(root, x));
  const { value, derivative } = spectral(values);
  return { value, cotangent: sandwich(root, withEigenvalues(vectors, derivative)) };
}

const sandwich = (root: ComplexMatrix, x: ComplexMatrix): ComplexMatrix => multiply(multiply(root, x), root);
