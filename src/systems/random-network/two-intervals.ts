/** @file When do two intervals of the boundary see the bulk between them? A transition of the minimal cut. */

import { DomainError } from '../../errors.ts';
import type { CapacityGraph } from '../../geometry/capacity-graph.ts';
import { minimalCut } from '../../geometry/minimal-cut.ts';
import { type RegionEntropy, sitesOf } from '../../state/region-entropies.ts';
import type { Nats } from '../../units.ts';
import { annealedEntropies } from './annealed-entropies.ts';
import type { RandomNetworkOptions } from './permutation-sum.ts';

/** Contiguous sites of a boundary that closes to a ring. */
export type Interval = Pick<RegionEntropy, 'start' | 'length'>;

/** What two intervals share. */
export interface TwoIntervals {
  readonly first: Interval;
  readonly second: Interval;
  /** Cross-ratio of their four ends on the circle, from 0 (far apart) to 1 (they touch on both sides). */
  readonly crossRatio: number;
  /** Annealed S_n(A) + S_n(B) − S_n(AB). */
  readonly information: Nats;
  /** The same of minimal cuts: 0 while the wedge of both is that of each. */
  readonly cutInformation: Nats;
  /** Whether the wedge of both together holds more than the wedges of each: the joined phase. */
  readonly joined: boolean;
}

/** Areas are sums of logarithms. */
const ROUNDING = 1e-9;

/**
 * Mutual information of pairs of intervals, of annealed entropies and of minimal cuts. Ends of intervals lie midway
 * between sites, which are spaced evenly on a circle, and
 *
 *     crossRatio = sin(α/2) sin(β/2)/(sin((α + γ)/2) sin((β + γ)/2))
 *
 * with the angles α, β of the intervals and γ of the gap behind the first. In three-dimensional anti-de Sitter space the
 * wedges join at ½. With infinite bond dimension the information jumps in slope there; at a finite one it is smooth.
 *
 * @param pairs - intervals that do not overlap; sites are counted modulo the boundary
 * @throws {DomainError} intervals that overlap, are empty or longer than the boundary; see `permutationSum`
 *
 * Cost of a pair: three contractions and three cuts.
 *
 * @see Headrick, Phys. Rev. D 82, 126010 (2010), arXiv:1006.0047
 */
export function twoIntervals(
  graph: CapacityGraph,
  pairs: readonly (readonly [first: Interval, second: Interval])[],
  options: RandomNetworkOptions = {},
): readonly TwoIntervals[] {
  const sites = graph.boundary.length;
  const { entropy } = annealedEntropies(graph, options);
  const area = (region: readonly number[]): Nats => minimalCut(graph, region).area;
  for (const { start, length } of pairs.flat()) {
    if (!(Number.isSafeInteger(start) && Number.isInteger(length) && length >= 1 && length <= sites)) {
      throw new DomainError(
        `twoIntervals: intervals of 1 to ${sites} sites from a whole number on required, got ${length} from ${start} on`,
      );
    }
  }
  return pairs.map(([first, second]) => {
    const region = (interval: Interval): readonly number[] =>
      sitesOf(interval).map((site) => ((site % sites) + sites) % sites);
    const [a, b] = [region(first), region(second)];
    if (new Set([...a, ...b]).size < a.length + b.length) {
      throw new DomainError(
        `twoIntervals: intervals that do not overlap required, got sites [${a}] and [${b}] of ${sites}`,
      );
    }
    const shared = (of: (region: readonly number[]) => Nats): Nats => of(a) + of(b) - of([...a, ...b]);
    const cutInformation = shared(area);
    return {
      first,
      second,
      crossRatio: crossRatioOf(first, second, sites),
      information: shared(entropy),
      cutInformation,
      joined: cutInformation > ROUNDING,
    };
  });
}

function crossRatioOf(first: Interval, second: Interval, sites: number): number {
  const chord = (length: number): number => Math.sin((Math.PI * length) / sites);
  const gap = (((second.start - first.start - first.length) % sites) + sites) % sites;
  return (chord(first.length) * chord(second.length)) / (chord(first.length + gap) * chord(second.length + gap));
}
