/** @file What one asks first of a state on a chain: magnetisations, correlation length, structure factor, entanglement. */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { distributionEntropy } from '../state/entropy.ts';
import { chainCorrelations, connectedCorrelations, structureFactor } from './chain-correlations.ts';
import { type Chain, schmidtValues } from './matrix-product-state.ts';

/** Figures of a chain in an operator M of single sites. */
export interface ChainFigures {
  /** ⟨M_i⟩. */
  readonly magnetisation: Float64Array;
  /** Connected ⟨M_i M_j⟩ from the site in the middle, by distance. */
  readonly correlations: Float64Array;
  /** S(q) at q = 2πm/n, m = 0 … n − 1. */
  readonly structureFactor: Float64Array;
  /** Second-moment correlation length of S about its largest value, in sites; null where S is too flat or too narrow. */
  readonly correlationLength: number | null;
  /** Entropy of every cut, nats. */
  readonly entropies: Float64Array;
  /** Schmidt weights of the cut in the middle, descending. */
  readonly spectrum: Float64Array;
}

/**
 * The figures of a chain.
 *
 *     ξ² = (S(q₀)/S(q₁) − 1) / (4 sin²(π/n)),    q₁ = q₀ + 2π/n,
 *
 * with q₀ where S is largest: the length of an Ornstein–Zernike form.
 *
 * @param operator - M, Hermitian, shape (d, d)
 *
 * Cost O(n² d χ³).
 */
export function chainFigures(chain: Chain, operator: ComplexMatrix): ChainFigures {
  const n = chain.length;
  const measured = chainCorrelations(chain, operator);
  const connected = connectedCorrelations(measured);
  const factor = structureFactor(
    connected,
    Array.from({ length: n }, (_, m) => (2 * Math.PI * m) / n),
  );
  const middle = Math.floor((n - 1) / 2);
  const spectra = schmidtValues(chain).map((values) => values.map((s) => s * s));
  return {
    magnetisation: measured.first,
    correlations: connected.data.slice(middle * n + middle, (middle + 1) * n),
    structureFactor: factor,
    correlationLength: secondMomentLength(factor),
    entropies: Float64Array.from(spectra, (weights) => distributionEntropy(weights)),
    spectrum: spectra[Math.floor(n / 2) - 1]!,
  };
}

function secondMomentLength(factor: Float64Array): number | null {
  const n = factor.length;
  const peak = factor.reduce((best, s, m) => (s > factor[best]! * (1 + 1e-12) ? m : best), 0);
  const beside = factor[(peak + 1) % n]!;
  const square = (factor[peak]! / beside - 1) / (4 * Math.sin(Math.PI / n) ** 2);
  return beside > 1e-12 && square > 0 ? Math.sqrt(square) : null;
}
