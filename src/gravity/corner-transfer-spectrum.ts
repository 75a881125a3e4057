/** @file The entanglement spectrum of half of an infinite Ising chain, from its corner transfer matrix, and its Fisher metric. */

import { DomainError } from '../errors.ts';
import { completeEllipticIntegral } from '../linalg/elliptic-integral.ts';

/** Modular energies of half of the chain, and how fast they change. */
export interface CornerTransferSpectrum {
  /** ε, the distance of the levels, over which they are spaced evenly. */
  readonly spacing: number;
  /** ε_l of the Majorana modes, ascending: ρ_A ∝ exp(−Σ ε_l n_l). */
  readonly energies: Float64Array;
  /** Fisher metric of the spectrum along the field, g = Σ_l (∂ε_l/∂h)² n_l(1 − n_l). */
  readonly metric: number;
}

/** Beyond these energies occupations are below rounding. */
const HIGHEST = 80;
const MOST_LEVELS = 1_000_000;

/**
 * The entanglement spectrum of half of the infinite transverse-field Ising chain −Σ X_jX_j+1 − h Σ Z_j in its ground state,
 *
 *     ordered, h < 1:     ε_l = 2lε,           k = h,
 *     disordered, h > 1:  ε_l = (2l + 1)ε,     k = 1/h,        ε = πK(k′)/K(k),
 *
 * with the complete elliptic integral K and k′ = √(1 − k²). The ordered phase has a zero mode, log 2 of entropy: that of the
 * even superposition of both directions. As h → 1, ε → π²/2K → 0 and the metric diverges as (π²/12) (∂ε/∂h)²/ε³; that the geometry
 * of such spectra is one of gravity is an analogy (Matsueda).
 *
 * @param field - h ≥ 0, h ≠ 1
 * @param levels - how many energies; default as many as are occupied to rounding, for the metric always
 * @throws {DomainError} a field that is negative, critical, or so near 1 that more than 10⁶ levels count
 *
 * @see Peschel, Kaulke & Legeza, Ann. Phys. (Leipzig) 8, 153 (1999); Matsueda, arXiv:1310.1831
 */
export function cornerTransferSpectrum(field: number, levels?: number): CornerTransferSpectrum {
  if (!(field >= 0 && field < Infinity && field !== 1)) {
    throw new DomainError(`cornerTransferSpectrum: a field h ≥ 0, h ≠ 1, required, got ${field}`);
  }
  if (levels !== undefined && !(Number.isInteger(levels) && levels >= 0 && levels <= MOST_LEVELS)) {
    throw new DomainError(`cornerTransferSpectrum: 0 to ${MOST_LEVELS} levels required, got ${levels}`);
  }
  const isOrdered = field < 1;
  const k = isOrdered ? field : 1 / field;
  const energyOf = (spacing: number, l: number): number => (isOrdered ? 2 * l : 2 * l + 1) * spacing;
  if (k === 0) {
    const energies = Float64Array.from({ length: levels ?? 1 }, (_, l) => (l === 0 ? 0 : Infinity));
    return { spacing: Infinity, energies, metric: 0 };
  }
  const complement = Math.sqrt((1 - k) * (1 + k));
  const K = completeEllipticIntegral(complement);
  const spacing = (Math.PI * completeEllipticIntegral(k)) / K;
  // Legendre's relation: ∂(K′/K)/∂k = −π/(2kk′²K²)
  const slope = (-(Math.PI ** 2) / (2 * k * complement ** 2 * K ** 2)) * (isOrdered ? 1 : -k * k);
  const count = Math.ceil(HIGHEST / (2 * spacing)) + 1;
  if (count > MOST_LEVELS)
    throw new DomainError(`cornerTransferSpectrum: a field farther from 1 required, got ${field}`);
  let metric = 0;
  for (let l = 0; l < count; l++) {
    const rate = energyOf(slope, l);
    metric += (rate / (2 * Math.cosh(energyOf(spacing, l) / 2))) ** 2;
  }
  return { spacing, energies: Float64Array.from({ length: levels ?? count }, (_, l) => energyOf(spacing, l)), metric };
}
