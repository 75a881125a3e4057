/** @file The ground state of a ring of spins, which is that of fermions with the boundary that its parity demands. */

import { type XyCouplings, xyChain } from './fermion-models.ts';
import { type GaussianGroundState, gaussianGroundState } from './ground-state.ts';

/** A ground state of a ring of spins. */
export interface RingGroundState extends GaussianGroundState {
  /** The sector Z…Z = ±1 in which it lies: even parity has antiperiodic fermions, odd parity periodic ones. */
  readonly parity: 'even' | 'odd';
  /** Energy of the lowest state of the other sector less that of this one, not negative. */
  readonly sectorGap: number;
}

/**
 * The ground state of the XY chain of spins on a ring, `xyChain` with X_N = X_0, the lower one of the lowest states of
 * the two sectors; the even one where both are equal.
 *
 * @param sites - at least 3
 * @throws {DomainError} too few sites, coefficients that are not finite
 *
 * O(n³).
 */
export function xyRingGroundState(sites: number, couplings: XyCouplings = {}): RingGroundState {
  const even = gaussianGroundState(xyChain(sites, couplings, 'antiperiodic'), { parity: 'even' });
  const odd = gaussianGroundState(xyChain(sites, couplings, 'periodic'), { parity: 'odd' });
  const sectorGap = Math.abs(odd.energy - even.energy);
  return odd.energy < even.energy ? { ...odd, parity: 'odd', sectorGap } : { ...even, parity: 'even', sectorGap };
}
