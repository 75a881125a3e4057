/** @file Entropy of intervals on both sides of an eternal black hole, which grows in time and then no more. */

import { DomainError } from '../../errors.ts';
import type { Nats } from '../../units.ts';
import { checkPositive } from './background.ts';
import { geodesicLength } from './boundary-geodesics.ts';
import type { BoundaryUnits } from './geodesic-entropy.ts';

/**
 * What bounds the region: two geodesics through the interior; one outside on either side; the two that cover the rest of
 * the circle instead; one of each kind with the horizon.
 */
export type TwoSidedSurface = 'through' | 'outside' | 'around' | 'horizon';

/** The least of all candidates, and their entropies. */
export interface TwoSidedEntropy {
  readonly entropy: Nats;
  readonly winner: TwoSidedSurface;
  readonly candidates: { readonly [S in TwoSidedSurface]: Nats };
}

/**
 * Entropy of the same interval on both sides of a BTZ black hole, the dual of the thermofield double, at the time t on
 * both, by the formula of Hubeny, Rangamani and Takayanagi. Only the geodesics through the interior change,
 *
 *     S_through = (2c/3) log((β/πε) cosh(2πt/β)),    S_outside = (2c/3) log((β/πε) sinh(πℓ/β)),
 *
 * so that S grows at the rate 4πc/3β until, near t = ℓ/2, it stays, with a corner.
 *
 * @param horizon - r_h > 0; β = 2π/r_h on a circle of length 2π
 * @param length - ℓ, between 0 and the circumference
 * @param time - t on each side, in the unit of ℓ
 * @throws {DomainError} numbers out of range
 *
 * @see Hartman & Maldacena, arXiv:1303.1080
 */
export function twoSidedEntropy(
  horizon: number,
  length: number,
  time: number,
  { centralCharge = 1, cutoff = 1e-3, circumference = 2 * Math.PI }: BoundaryUnits = {},
): TwoSidedEntropy {
  checkPositive('twoSidedEntropy', 'a horizon r_h', horizon);
  checkPositive('twoSidedEntropy', 'a central charge', centralCharge);
  checkPositive('twoSidedEntropy', 'a cutoff', cutoff);
  checkPositive('twoSidedEntropy', 'a circumference', circumference);
  if (!(length > 0 && length < circumference)) {
    throw new DomainError(`twoSidedEntropy: a length between 0 and ${circumference} required, got ${length}`);
  }
  if (!Number.isFinite(time)) throw new DomainError(`twoSidedEntropy: a finite time required, got ${time}`);
  const [angle, epsilon, t] = [length, cutoff, Math.abs(time)].map((x) => (2 * Math.PI * x) / circumference) as [
    number,
    number,
    number,
  ];
  const covering = (theta: number): number => geodesicLength({ kind: 'btz', horizon }, theta, epsilon);
  const [near, far] = [covering(angle), covering(2 * Math.PI - angle)];
  const through = 2 * (horizon * t + Math.log((1 + Math.exp(-2 * horizon * t)) / (horizon * epsilon)));
  const nats = (total: number): Nats => (centralCharge / 6) * total;
  const candidates = {
    through: nats(2 * through),
    outside: nats(2 * near),
    around: nats(2 * far),
    horizon: nats(near + far + 2 * Math.PI * horizon),
  };
  const winner = (Object.keys(candidates) as TwoSidedSurface[]).reduce((least, name) =>
    candidates[name] < candidates[least] ? name : least,
  );
  return { entropy: candidates[winner], winner, candidates };
}
