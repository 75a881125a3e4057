/** @file Mutual information of all pairs of fermion modes, in closed form. */

import type { Nats } from '../units.ts';
import type { GaussianState } from './gaussian-state.ts';
import { fermionEntropy } from './mode-entropy.ts';
import { pairTerm, WEAK } from './weak-information.ts';

/**
 * I(a:b) of single modes of a Gaussian state of fermions, in nats, 2S(a) on the diagonal. With s = Γ_{2a,2a+1},
 * t = Γ_{2b,2b+1} and the block ((w, x), (y, z)) of Γ between them, the values λ of the pair obey
 *
 *     (λ₁ ± λ₂)² = (s ± t)² + (w ∓ z)² + (x ± y)²,    I = h(s) + h(t) − h(λ₁) − h(λ₂),
 *
 * and where the correlations are weak I is taken to second order, as by `gaussianInformation`.
 *
 * @param sites - the modes, in the order of the table
 *
 * O(sites²): 0.05 s for 500 modes.
 */
export function modePairInformation(
  { covariance: { cols, data } }: GaussianState,
  sites: readonly number[],
): readonly (readonly Nats[])[] {
  const own = sites.map((mode) => data[2 * mode * cols + 2 * mode + 1]!);
  const single = own.map((s) => fermionEntropy(Math.abs(s), 1));
  const table = single.map((value, a) => single.map((_, b) => (a === b ? 2 * value : 0)));
  for (let a = 0; a < sites.length; a++) {
    for (let b = 0; b < a; b++) {
      const at = 2 * sites[a]! * cols + 2 * sites[b]!;
      const [w, x, y, z] = [data[at]!, data[at + 1]!, data[at + cols]!, data[at + cols + 1]!];
      const [s, t] = [own[a]!, own[b]!];
      let { information, size } = pairTerm('fermion', s, t, [w, x, y, z]);
      if (size >= WEAK) {
        const [sum, difference] = [Math.hypot(s + t, w - z, x + y), Math.hypot(s - t, w + z, x - y)];
        const joint = [sum + difference, Math.abs(sum - difference)].map((value) => fermionEntropy(value / 2, 1));
        information = single[a]! + single[b]! - joint[0]! - joint[1]!;
      }
      table[a]![b] = information;
      table[b]![a] = information;
    }
  }
  return table;
}
