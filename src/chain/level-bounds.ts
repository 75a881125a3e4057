/** @file Where eigenvalues are, from the energies and variances of states that nearly are eigenstates. */

import { DomainError } from '../errors.ts';

/** A level as a search found it. */
export interface FoundLevel {
  /** ⟨H⟩. */
  readonly energy: number;
  /** ⟨H²⟩ − ⟨H⟩². */
  readonly variance: number;
}

/** What is known of the eigenvalue that a level stands for. */
export interface LevelBounds {
  /** √variance: some eigenvalue is at most so far from the energy, whatever the spectrum. */
  readonly anyWithin: number;
  /**
   * Where this eigenvalue is if the levels are the lowest ones and none was missed; null where that does not tell: neighbours nearer than
   * their √variance, or, but for the lowest, no level above.
   */
  readonly interval: readonly [lower: number, upper: number] | null;
}

/**
 * Bounds of the lowest eigenvalues. With a single eigenvalue λ between a and b (Temple for the lowest, a = −∞; Kato and Temple),
 *
 *     E − variance/(b − E) ≤ λ ≤ E + variance/(E − a),
 *
 * which is second order in the error of the state, where √variance is first. Here a and b are the energies of the neighbouring levels moved
 * towards E by their √variance. The lowest eigenvalue is at most E in any case.
 *
 * @param levels - ascending energies
 * @throws {DomainError} energies that are not ascending, or negative variances
 *
 * @see Weinstein, Proc. Natl. Acad. Sci. 20, 529 (1934); Temple, Proc. R. Soc. A 119, 276 (1928); Kato, J. Phys. Soc. Jpn. 4, 334 (1949)
 */
export function levelBounds(levels: readonly FoundLevel[]): readonly LevelBounds[] {
  const wrong = levels.findIndex(
    ({ energy, variance }, k) => !(variance >= 0) || !(energy >= (levels[k - 1]?.energy ?? -Infinity)),
  );
  if (wrong >= 0) {
    const { energy, variance } = levels[wrong]!;
    throw new DomainError(
      `levelBounds: ascending energies with variances ≥ 0 required, got ${energy} and ${variance} for level ${wrong}`,
    );
  }
  return levels.map(({ energy, variance }, k) => {
    const [below, above] = [levels[k - 1], levels[k + 1]];
    const a = below === undefined ? -Infinity : below.energy + Math.sqrt(below.variance);
    const b = above === undefined ? Infinity : above.energy - Math.sqrt(above.variance);
    const anyWithin = Math.sqrt(variance);
    if (above === undefined || !(a < energy && energy < b)) return { anyWithin, interval: null };
    return { anyWithin, interval: [energy - variance / (b - energy), energy + variance / (energy - a)] };
  });
}
