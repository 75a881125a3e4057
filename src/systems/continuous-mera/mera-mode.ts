/** @file The state of the modes of one momentum in a continuous MERA. */

import { DomainError } from '../../errors.ts';
import { gaussianOfCorrelation } from '../../gaussian/correlation.ts';
import { type GaussianState, gaussianVacuum } from '../../gaussian/gaussian-state.ts';
import type { ContinuousMera } from './continuous-mera.ts';
import { referenceFrequency } from './scale-target.ts';

/**
 * The state at the scale u of the modes of momentum k. Bosons: one mode, V = diag(e^{2r}/ω_R, ω_R e^{−2r}), for each of the two real modes of
 * k and −k, and in the order of the branches of a double. Fermions: both components, the phase of the second chosen such that
 * ⟨c†c⟩ = ½(1 − cos 2ϑ σ_z − sin 2ϑ σ_x); the reference has the second one filled.
 *
 * @param k - momentum > 0
 * @param u - scale, at most 0
 * @throws {DomainError} momenta or scales out of range
 */
export function modeOfMera(mera: ContinuousMera, k: number, u: number): GaussianState {
  if (!(k > 0 && k < Infinity)) throw new DomainError(`modeOfMera: a momentum > 0 required, got ${k}`);
  if (!(u <= 0)) throw new DomainError(`modeOfMera: a scale u ≤ 0 required, got ${u}`);
  if (mera.statistics === 'fermion') {
    const [c, s] = [Math.cos(2 * mera.angle(k, u)), Math.sin(2 * mera.angle(k, u))];
    return gaussianOfCorrelation({ rows: 2, cols: 2, data: Float64Array.of((1 - c) / 2, -s / 2, -s / 2, (1 + c) / 2) });
  }
  const { branches, mass, cutoff } = mera;
  const state = gaussianVacuum('boson', branches, referenceFrequency(mass, cutoff));
  const size = 2 * branches;
  const data = state.covariance.data.map((value, at) => {
    const mode = Math.floor(at / size);
    if (value === 0) return 0;
    return value * Math.exp((mode < branches ? 2 : -2) * mera.angle(k, u, mode % branches));
  });
  return { ...state, covariance: { rows: size, cols: size, data } };
}
