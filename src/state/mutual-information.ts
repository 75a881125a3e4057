/** @file Mutual information: everything that two regions know of each other. */

import type { Nats } from '../units.ts';
import type { EntropyOptions } from './entropy.ts';
import type { State } from './reduced-density-matrix.ts';
import { entropiesOfState, type RegionEntropies } from './region-entropies.ts';

/**
 * Mutual information of two regions without common sites,
 *
 *     I(A:B) = S(A) + S(B) − S(AB) ≥ 0.
 *
 * @param state - vector of shape (D,) or density matrix of shape (D, D)
 * @param dimensions - dimension of each site
 * @param a - sites of A
 * @param b - sites of B
 * @param options - base of the logarithm; default e
 * @throws {ShapeError | DomainError} the state, dimensions and regions do not fit, or the regions overlap
 */
export function mutualInformation(
  state: State,
  dimensions: readonly number[],
  a: readonly number[],
  b: readonly number[],
  options: Pick<EntropyOptions, 'base'> = {},
): Nats {
  return regionInformation(entropiesOfState(state, dimensions, options), a, b);
}

/**
 * Mutual information I(A:B) of two regions of any state, see `mutualInformation`.
 *
 * @throws {DomainError} sites that do not exist or occur twice
 */
export function regionInformation(entropies: RegionEntropies, a: readonly number[], b: readonly number[]): Nats {
  const S = entropies.entropy;
  return S(a) + S(b) - S([...a, ...b]);
}

/**
 * Mutual information between all pairs of sites, I(a:b), symmetric; the diagonal is 2S(a), as for a purified copy.
 *
 * @returns shape (sites, sites)
 */
export function mutualInformationMatrix(
  state: State,
  dimensions: readonly number[],
  options: Pick<EntropyOptions, 'base'> = {},
): readonly (readonly Nats[])[] {
  return informationTable(entropiesOfState(state, dimensions, options));
}

/**
 * Mutual information I(a:b) between all pairs of boundary sites of any state, 2S(a) on the diagonal.
 *
 * @returns shape (boundary, boundary); [] if it is out of reach
 */
export function informationTable(entropies: RegionEntropies): readonly (readonly Nats[])[] {
  if (entropies.information !== undefined) return entropies.information();
  const sites = Array.from({ length: entropies.boundary }, (_, site) => site);
  const between = (a: number, b: number): Nats =>
    a === b ? 2 * entropies.entropy([a]) : regionInformation(entropies, [Math.min(a, b)], [Math.max(a, b)]);
  return sites.map((a) => sites.map((b) => between(a, b)));
}
