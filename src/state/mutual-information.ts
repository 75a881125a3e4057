/** @file Mutual information: everything that two regions know of each other. */

import type { Nats } from '../units.ts';
import { type EntropyOptions, entanglementEntropy } from './entropy.ts';
import type { State } from './reduced-density-matrix.ts';

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
  const S = (region: readonly number[]): Nats => entanglementEntropy(state, dimensions, region, options);
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
  const single = dimensions.map((_, site) => entanglementEntropy(state, dimensions, [site], options));
  const rows = single.map(() => new Array<number>(single.length).fill(0));
  single.forEach((entropyOfA, a) => {
    rows[a]![a] = 2 * entropyOfA;
    for (let b = a + 1; b < single.length; b++) {
      const value = entropyOfA + single[b]! - entanglementEntropy(state, dimensions, [a, b], options);
      rows[a]![b] = value;
      rows[b]![a] = value;
    }
  });
  return rows;
}
