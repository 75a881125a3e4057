/** @file The path of constant Hamiltonian from |0…0⟩ to a state of pairs on a ring: all ranges act at once. */

import { DomainError, ShapeError } from '../errors.ts';
import { discreteFourierTransform } from '../linalg/fourier.ts';
import { checkRing, rangeMultiplicity } from './pair-space.ts';

/** A path of one commuting family at constant rates. */
export interface StraightPath {
  /** Length in the weights given; infinite where a range is needed that is no control. */
  readonly length: number;
  /** D_r of the Hamiltonian Σ_j D_r (X…Y + Y…X) that acts for unit time, entry r − 1 for r = 1 … N/2, shape (N/2,). */
  readonly rates: Float64Array;
}

/**
 * The straight path to the state whose pseudo-spins are turned by θ_k about y (`xyPairAngles`): the Hamiltonian is constant, with
 *
 *     8 Σ_r D_r sin kr = θ_k,    L² = N Σ_r m_r w_r D_r²,    m_r = 2, and 4 for r = N/2,
 *
 * D by a sine transform. For critical Ising, θ_k = (π − k)/2, 8D_r = (π/N)/sin(πr/N) (half of it for r = N/2), so
 *
 *     L² = (π²/32N)·[Σ_{r<N/2} w_r/sin²(πr/N) + ½w_{N/2}],    for w = 1  L = π√((N² − 1)/(192N)).
 *
 * With all ranges allowed it is the shortest Gaussian translation-invariant path that searches find, for weights 1, r and r²
 * (`ringGeodesic`). Its length bounds the complexity from above in every metric in which these words weigh w_r; with further words,
 * such as ZZ, it is no geodesic.
 *
 * @param sites - N, even
 * @param angles - θ_k at k = (2j + 1)π/N, shape (N/2,), radians; the path turns each by just this angle, not modulo 2π
 * @param weightOf - w_r ≥ 0 of range r = 1 … N/2; Infinity where words of this range are no controls
 * @throws {ShapeError} another number of angles
 * @throws {DomainError} an odd number of sites, angles that are not finite, weights that are negative
 *
 * O(N log N); 10⁴ sites in 40 ms.
 */
export function straightPath(
  sites: number,
  angles: ArrayLike<number>,
  weightOf: (range: number) => number,
): StraightPath {
  checkRing('straightPath', sites);
  const half = sites / 2;
  if (angles.length !== half) {
    throw new ShapeError(`straightPath: ${half} angles of ${sites} sites required, got ${angles.length}`);
  }
  if (!Array.from(angles).every(Number.isFinite)) throw new DomainError('straightPath: finite angles required');
  const z = new Float64Array(2 * sites);
  for (let j = 0; j < half; j++) z[2 * j] = angles[j]!;
  const transform = discreteFourierTransform(z, [sites]); // Σ_j θ_j e^{−2πijr/N}
  const rates = new Float64Array(half);
  let square = 0;
  for (let r = 1; r <= half; r++) {
    const [c, s] = [Math.cos((Math.PI * r) / sites), Math.sin((Math.PI * r) / sites)];
    const sine = s * transform[2 * r]! - c * transform[2 * r + 1]!; // Σ_k θ_k sin kr
    const rate = ((r < half ? 4 : 2) * sine) / (8 * sites);
    const weight = weightOf(r);
    if (!(weight >= 0)) throw new DomainError(`straightPath: weights ≥ 0 required, got ${weight} for range ${r}`);
    rates[r - 1] = rate;
    if (rate !== 0) square += sites * rangeMultiplicity(sites, r) * weight * rate * rate;
  }
  return { length: Math.sqrt(square), rates };
}
