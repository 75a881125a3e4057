/** @file The part of the entropy that no boundary explains: combinations in which all local terms cancel. */

import type { RegionEntropies } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';

/**
 * The combination of Kitaev and Preskill for three regions that meet at a point and together make a disk,
 *
 *     S_A + S_B + S_C − S_AB − S_BC − S_CA + S_ABC = −γ,
 *
 * γ = ln D the topological entropy, ln p for the toric code of qudits. The regions must be larger than the correlation
 * length.
 *
 * @param regions - A, B and C, without common sites
 * @throws {DomainError} sites that do not exist or are in two regions
 *
 * @see Kitaev & Preskill, arXiv:hep-th/0510092
 */
export function kitaevPreskill(
  { entropy }: RegionEntropies,
  [a, b, c]: readonly [readonly number[], readonly number[], readonly number[]],
): Nats {
  const pairs = entropy([...a, ...b]) + entropy([...b, ...c]) + entropy([...c, ...a]);
  return entropy(a) + entropy(b) + entropy(c) - pairs + entropy([...a, ...b, ...c]);
}

/**
 * The combination of Levin and Wen: an annulus is cut into two opposite sides A, C and what joins them, B in two pieces.
 * The conditional mutual information
 *
 *     I(A : C | B) = S_AB + S_BC − S_B − S_ABC = 2γ
 *
 * is what the closed loops around the annulus know.
 *
 * @param regions - A, B and C, without common sites
 * @throws {DomainError} sites that do not exist or are in two regions
 *
 * @see Levin & Wen, arXiv:cond-mat/0510613
 */
export function levinWen(
  { entropy }: RegionEntropies,
  [a, b, c]: readonly [readonly number[], readonly number[], readonly number[]],
): Nats {
  return entropy([...a, ...b]) + entropy([...b, ...c]) - entropy(b) - entropy([...a, ...b, ...c]);
}
