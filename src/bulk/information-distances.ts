/** @file Distances between boundary sites, read off from their mutual information. */

import type { Nats } from '../units.ts';

/** Mutual information below this is rounding. */
const ROUNDING = 1e-12;

/**
 * Distances −log(I(a:b)/I_max) with I_max = 2 log min(d_a, d_b), the greatest mutual information that two sites can
 * have. Maximally entangled sites are at distance 0; null where I vanishes: infinitely far.
 *
 * @param information - I(a:b), shape (sites, sites)
 * @param dimensions - of the sites
 *
 * @see Cao, Carroll & Michalakis, Phys. Rev. D 95, 024031 (2017)
 */
export function informationDistances(
  information: readonly (readonly Nats[])[],
  dimensions: readonly number[],
): readonly (readonly (number | null)[])[] {
  return distancesBelow(
    information,
    dimensions.map((dimension) => Math.log(dimension)),
  );
}

/** The same distances, from the capacities log d of the sites: I_max = 2 min(log d_a, log d_b). */
export function distancesBelow(
  information: readonly (readonly Nats[])[],
  capacities: readonly Nats[],
): readonly (readonly (number | null)[])[] {
  return information.map((row, a) =>
    row.map((value, b) => {
      if (a === b) return 0;
      const greatest = 2 * Math.min(capacities[a]!, capacities[b]!);
      return value > ROUNDING ? Math.max(0, -Math.log(value / greatest)) : null;
    }),
  );
}

/**
 * Distances ℓ·√(−log(I(a:b)/I_max)), the choice for states whose mutual information decays as a Gaussian of the
 * distance, I = I_max·exp(−d²/ℓ²), not as an exponential. Null where I vanishes.
 *
 * @param information - I(a:b), shape (sites, sites)
 * @param dimensions - of the sites
 * @param length - ℓ, the unit; default 1
 */
export function gaussianDistances(
  information: readonly (readonly Nats[])[],
  dimensions: readonly number[],
  length = 1,
): readonly (readonly (number | null)[])[] {
  return informationDistances(information, dimensions).map((row) =>
    row.map((value) => (value === null ? null : length * Math.sqrt(value))),
  );
}
