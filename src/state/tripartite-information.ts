/** @file What three regions know of each other that no two of them do: tripartite information, and monogamy. */

import { DomainError } from '../errors.ts';
import type { Nats } from '../units.ts';
import type { RegionEntropies } from './region-entropies.ts';

/**
 * Tripartite information of three regions without common sites,
 *
 *     I₃(A:B:C) = S(A) + S(B) + S(C) − S(AB) − S(BC) − S(CA) + S(ABC) = I(A:B) + I(A:C) − I(A:BC).
 *
 * Mutual information is monogamous where I₃ ≤ 0, as all minimal cuts are; a GHZ state has I₃ = log 2 > 0.
 *
 * @throws {DomainError} sites that do not exist or occur twice
 *
 * @see Hayden, Headrick & Maloney, arXiv:1107.2940
 */
export function tripartiteInformation(
  { entropy: S }: RegionEntropies,
  a: readonly number[],
  b: readonly number[],
  c: readonly number[],
): Nats {
  const pairs = S([...a, ...b]) + S([...b, ...c]) + S([...c, ...a]);
  return S(a) + S(b) + S(c) - pairs + S([...a, ...b, ...c]);
}

/** Whether mutual information is monogamous among parts of a state. */
export interface Monogamy {
  /** Number of triples of parts. */
  readonly triples: number;
  /** Those with I₃ > 0. */
  readonly violated: number;
  /** The greatest I₃ of any triple; monogamy is that it is not positive. */
  readonly greatest: Nats;
}

/** A positive I₃ up to this is rounding. */
const ROUNDING = 1e-9;

/**
 * Monogamy I(A:BC) ≥ I(A:B) + I(A:C) among all triples of some regions, a necessary condition for a state whose
 * entropies are areas of minimal surfaces.
 *
 * @param parts - at least three regions without common sites; default the sites of the boundary
 * @throws {DomainError} fewer than three parts, or common sites
 *
 * Cost an entropy for each part, pair and triple.
 */
export function monogamy(
  entropies: RegionEntropies,
  parts: readonly (readonly number[])[] = Array.from({ length: entropies.boundary }, (_, site) => [site]),
): Monogamy {
  if (parts.length < 3) throw new DomainError(`monogamy: at least three parts required, got ${parts.length}`);
  const values = parts.flatMap((a, i) =>
    parts.slice(i + 1).flatMap((b, j) => parts.slice(i + j + 2).map((c) => tripartiteInformation(entropies, a, b, c))),
  );
  return {
    triples: values.length,
    violated: values.filter((value) => value > ROUNDING).length,
    greatest: Math.max(...values),
  };
}
