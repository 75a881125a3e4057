/** @file The Ryu–Takayanagi formula in the continuum: which geodesics bound a region of the boundary? */

import { DomainError } from '../../errors.ts';
import type { Nats } from '../../units.ts';
import { annularPairings, planarPairings } from './annular-pairings.ts';
import { checkBackground, checkPositive, horizonLength, isVacuum, type StationaryBackground } from './background.ts';
import { geodesicLength } from './boundary-geodesics.ts';

/** Units of the boundary theory. */
export interface BoundaryUnits {
  /** c = 3/2G; default 1. */
  readonly centralCharge?: number;
  /** ε > 0, in the unit of the intervals; default 1e-3. */
  readonly cutoff?: number;
  /** Length of the boundary circle; default 2π. */
  readonly circumference?: number;
}

/** From where to where along the boundary, from < to. */
export type BoundaryInterval = readonly [from: number, to: number];

/** A geodesic between two ends of a region, homotopic to the piece of the boundary from `from` to `to`. */
export interface RegionGeodesic {
  readonly from: number;
  readonly to: number;
  /** Units of the AdS radius, see `geodesicLength`. */
  readonly length: number;
}

/** A surface that is homologous to the region. */
export interface EntropyCandidate {
  readonly geodesics: readonly RegionGeodesic[];
  /** Whether the horizon is part of it. */
  readonly horizon: boolean;
  /** (c/6)·(length of all). */
  readonly entropy: Nats;
}

/** All candidates for the entropy of a region, the least first. */
export interface GeodesicEntropy {
  readonly entropy: Nats;
  readonly winner: EntropyCandidate;
  readonly candidates: readonly EntropyCandidate[];
}

/** Most intervals: 12 870 candidates around a horizon. */
const MOST_INTERVALS = 8;
/** A gap of this share of the circle counts as none. */
const ROUNDING = 1e-12;

/**
 * Entropy of a region of the boundary by the Ryu–Takayanagi formula, for stationary backgrounds that of Hubeny,
 * Rangamani and Takayanagi,
 *
 *     S(A) = min_γ length(γ)/4G,    1/4G = c/6,    γ homologous to A,
 *
 * over all sets of geodesics that join the ends of A without crossing: Catalan's number of pairings of the vacuum, and
 * around a particle or a horizon n + 1 times as many, since each face of a pairing may hold it. A horizon on the side
 * of A is part of the surface: of one interval of a BTZ black hole the other candidate covers the rest of the circle,
 * S = S(2π − θ) + S_BH. A particle counts for nothing. In a cone only true geodesics, aθ < π, are candidates; the least
 * of all is among them.
 *
 * @param intervals - at most 8 that do not overlap, anywhere on the circle; intervals that touch are joined
 * @throws {DomainError} intervals that are empty, overlap, are too many or leave nothing outside; units that are not
 *   positive; see `checkBackground`
 *
 * Cost (2n)!/(n!)² candidates: 0.2 s for 8 intervals, microseconds for one.
 *
 * @see Ryu & Takayanagi, hep-th/0603001; Hubeny, Rangamani & Takayanagi, arXiv:0705.0016; Headrick & Takayanagi,
 *   arXiv:0704.3719
 */
export function geodesicEntropy(
  background: StationaryBackground,
  intervals: readonly BoundaryInterval[],
  { centralCharge = 1, cutoff = 1e-3, circumference = 2 * Math.PI }: BoundaryUnits = {},
): GeodesicEntropy {
  checkBackground('geodesicEntropy', background);
  checkPositive('geodesicEntropy', 'a central charge', centralCharge);
  checkPositive('geodesicEntropy', 'a cutoff', cutoff);
  checkPositive('geodesicEntropy', 'a circumference', circumference);
  const ends = endsOf(intervals, circumference);
  const n = ends.length / 2;
  const toAngle = (2 * Math.PI) / circumference;
  const geodesic = (i: number, j: number, isAround: boolean): RegionGeodesic => {
    const [from, to] = isAround ? [ends[j]!, ends[i]! + circumference] : [ends[i]!, ends[j]!];
    return { from, to, length: geodesicLength(background, (to - from) * toAngle, cutoff * toAngle) };
  };
  const known = new Map<number, RegionGeodesic>();
  const remembered = (i: number, j: number, isAround: boolean): RegionGeodesic => {
    const key = 2 * (i * 2 * n + j) + Number(isAround);
    if (!known.has(key)) known.set(key, geodesic(i, j, isAround));
    return known.get(key)!;
  };
  const horizon = horizonLength(background);
  const candidate = (geodesics: readonly RegionGeodesic[], isHomologous: boolean): EntropyCandidate => {
    const total = geodesics.reduce((sum, { length }) => sum + length, isHomologous ? 0 : horizon);
    return { geodesics, horizon: !isHomologous && horizon > 0, entropy: (centralCharge / 6) * total };
  };
  const surfaces = isVacuum(background)
    ? planarPairings(n).map((pairs) =>
        candidate(
          pairs.map(([i, j]) => remembered(i, j, false)),
          true,
        ),
      )
    : annularPairings(n).map(({ pairs, inside, arc }) =>
        candidate(
          pairs.map(([i, j], k) => remembered(i, j, inside[k]!)),
          arc % 2 === 1,
        ),
      );
  const candidates = surfaces.filter(({ entropy }) => !Number.isNaN(entropy)).toSorted((a, b) => a.entropy - b.entropy);
  const winner = candidates[0]!;
  return { entropy: winner.entropy, winner, candidates };
}

/**
 * The ends of a region in order around the circle: arcs from even ends to the next belong to it.
 *
 * @throws {DomainError} intervals that are empty, overlap, are too many or leave nothing outside
 */
function endsOf(intervals: readonly BoundaryInterval[], circumference: number): readonly number[] {
  for (const [from, to] of intervals) {
    if (Number.isFinite(from) && Number.isFinite(to) && to > from && to - from < circumference) continue;
    throw new DomainError(
      `geodesicEntropy: intervals from < to, shorter than ${circumference}, required, got [${from}, ${to}]`,
    );
  }
  if (intervals.length === 0) throw new DomainError('geodesicEntropy: at least one interval required, got none');
  const rounding = ROUNDING * circumference;
  const sorted = intervals
    .map(([from, to]): BoundaryInterval => {
      const turns = Math.floor(from / circumference) * circumference;
      return [from - turns, to - turns];
    })
    .toSorted((a, b) => a[0] - b[0]);
  const joined: BoundaryInterval[] = [];
  sorted.forEach(([from, to], k) => {
    const next = sorted[k + 1]?.[0] ?? sorted[0]![0] + circumference;
    if (to > next + rounding) {
      throw new DomainError(
        `geodesicEntropy: intervals that do not overlap required, got [${from}, ${to}] and ${next}`,
      );
    }
    const last = joined.at(-1);
    if (last !== undefined && from - last[1] <= rounding) joined[joined.length - 1] = [last[0], to];
    else joined.push([from, to]);
  });
  const [first, last] = [joined[0]!, joined.at(-1)!];
  if (first[0] + circumference - last[1] <= rounding) {
    if (joined.length === 1) {
      throw new DomainError('geodesicEntropy: something outside of the region required, got the whole circle');
    }
    joined[0] = [last[0] - circumference, first[1]];
    joined.pop();
  }
  if (joined.length > MOST_INTERVALS) {
    throw new DomainError(`geodesicEntropy: at most ${MOST_INTERVALS} intervals required, got ${joined.length}`);
  }
  return joined.flat();
}
