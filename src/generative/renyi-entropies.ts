/** @file Rényi entropies of the regions of a target state. */

import { DomainError } from '../errors.ts';
import { entropiesOfGaussian } from '../gaussian/entropies.ts';
import { entropiesOfState, type RegionEntropies } from '../state/region-entropies.ts';
import { modesOfSites } from './fermion-rules.ts';
import { asMixed, asPure, fermionsOf, stabilisersOf, stateRulesOf } from './state-rules.ts';
import type { TargetState } from './target-state.ts';

/**
 * Rényi entropies of a target state: of any size for a Gaussian state read by its modes, and for a stabiliser state, whose spectra
 * are flat, so that all orders agree; of at most 2²⁰ entries otherwise.
 *
 * @param order - n ≥ 0; default 2
 * @throws {DomainError} a state of another kind that is too large
 */
export function renyiEntropies(target: TargetState, order = 2): RegionEntropies {
  const fermions = fermionsOf(target);
  if (fermions?.regions === 'modes') return entropiesOfGaussian(fermions.state, modesOfSites(fermions), { order });
  if (stabilisersOf(target) !== null) return stateRulesOf(target).entropies(target, 0);
  const pure = asPure(target);
  if (pure !== null) return entropiesOfState(pure.amplitudes, pure.dimensions, { order });
  const mixed = asMixed(target);
  if (mixed !== null) return entropiesOfState(mixed.density, mixed.dimensions, { order });
  throw new DomainError(
    `renyiEntropies: a state within reach of its entries, a stabiliser or a Gaussian state required, got '${target.name}'`,
  );
}
