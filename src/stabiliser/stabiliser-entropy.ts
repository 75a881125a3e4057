/** @file Entropies of regions of stabiliser states, by ranks. */

import { DomainError } from '../errors.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { type RegionEntropies, type RegionEntropy, rememberedEntropy } from '../state/region-entropies.ts';
import type { Nats } from '../units.ts';
import { stabiliserIntervals } from './clipped-gauge.ts';
import { copyColumns, digitAt, zeroDigits } from './digit-matrix.ts';
import { pairInformation } from './pair-information.ts';
import { rankOfDigits } from './row-elimination.ts';
import { isPureGroup, type StabiliserGroup } from './stabiliser-group.ts';

/**
 * The rank of the generators on a region, all powers elsewhere left out: the number of independent words among the
 * restrictions of G to it.
 *
 * @throws {DomainError} a qudit that does not exist or occurs twice
 *
 * O(|A| r²), 32 times less for qubits; generators that do not touch the region cost nothing.
 */
export function regionRank(group: StabiliserGroup, region: readonly number[]): number {
  complementOf(region, group.qudits);
  return rankOn(group, region);
}

function rankOn({ prime, x, z, phases }: StabiliserGroup, region: readonly number[]): number {
  const touching = [...phases.keys()].filter((row) =>
    region.some((q) => digitAt(x, row, q) !== 0 || digitAt(z, row, q) !== 0),
  );
  const both = zeroDigits(prime, touching.length, 2 * region.length);
  copyColumns(x, touching, region, both, 0, (k) => 2 * k);
  copyColumns(z, touching, region, both, 0, (k) => 2 * k + 1);
  return rankOfDigits(both);
}

/**
 * Entropy of a region A of n qudits. The reduced state is flat: an equal mixture with the words of G that lie within A,
 *
 *     S(A) = (|A| − dim G_A) ln p = (|A| − r + rank G|_{Aᶜ}) ln p,
 *
 * for a pure state (rank G|_A − |A|) ln p.
 *
 * @throws {DomainError} a qudit that does not exist or occurs twice
 *
 * O(n r²), 32 times less for qubits: 20 ms for half of 1500 qubits.
 *
 * @see Fattal, Cubitt, Yamamoto, Bravyi & Chuang, arXiv:quant-ph/0406168
 */
export function stabiliserEntropy(group: StabiliserGroup, region: readonly number[]): Nats {
  return digitsOfEntropy(group, region) * Math.log(group.prime);
}

function digitsOfEntropy(group: StabiliserGroup, region: readonly number[]): number {
  const rest = complementOf(region, group.qudits);
  if (!isPureGroup(group)) return region.length - group.phases.length + rankOn(group, rest);
  const side = rest.length < region.length ? rest : region;
  return rankOn(group, side) - side.length;
}

/** How the qudits of a group make up sites. */
export interface StabiliserEntropiesOptions {
  /** The qudits of each site; default one qudit for each. Qudits in none of them are environment. */
  readonly sites?: readonly (readonly number[])[];
  /** How many of the sites, from the first on, are boundary; the others are references. Default all. */
  readonly boundary?: number;
}

/**
 * Entropies of regions of a stabiliser state, exact. Those of all intervals together cost no more than a few others,
 * see `stabiliserIntervals`.
 *
 * @throws {DomainError} a qudit that does not exist or is in two sites, or more boundary than sites
 */
export function entropiesOfStabilisers(
  group: StabiliserGroup,
  { sites = singleQudits(group.qudits), boundary = sites.length }: StabiliserEntropiesOptions = {},
): RegionEntropies {
  complementOf(sites.flat(), group.qudits);
  if (!(Number.isInteger(boundary) && boundary >= 0 && boundary <= sites.length)) {
    throw new DomainError(`entropiesOfStabilisers: at most ${sites.length} boundary sites possible, got ${boundary}`);
  }
  const unit = Math.log(group.prime);
  let intervals: readonly RegionEntropy[] | undefined;
  return {
    boundary,
    references: sites.length - boundary,
    capacities: sites.map((qudits) => qudits.length * unit),
    kind: 'exact',
    entropy: rememberedEntropy(
      sites.length,
      (region) =>
        digitsOfEntropy(
          group,
          region.flatMap((site) => sites[site]!),
        ) * unit,
    ),
    contiguous: () => {
      intervals ??= stabiliserIntervals(group, sites.slice(0, boundary));
      return intervals;
    },
    information: () => pairInformation(group, sites.slice(0, boundary)),
  };
}

const singleQudits = (qudits: number): readonly (readonly number[])[] => Array.from({ length: qudits }, (_, q) => [q]);
