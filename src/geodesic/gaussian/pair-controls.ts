/** @file The translation-invariant words of a ring as controls of its pseudo-spins. */

import { rangeMultiplicity, ringMomenta } from '../../gaussian/pair-space.ts';
import type { RangeMetric } from './range-metric.ts';

/** A control: what it turns the pseudo-spins about, and what it costs. */
export interface PairControl {
  /** 'g', 'A', 'B' or 'D' of `RingGenerator`. */
  readonly letter: 'g' | 'A' | 'B' | 'D';
  readonly range: number;
  /** 0, 1, 2: about x, y or z. */
  readonly axis: number;
  /** The component of b_k for a unit coefficient, shape (N/2,). */
  readonly profile: Float64Array;
  /** F² of a unit coefficient. */
  readonly cost: number;
}

/** The controls of a metric: g, and A, B, D of each range; not A of range N/2, which acts on nothing. */
export function pairControls(sites: number, { weights }: RangeMetric): readonly PairControl[] {
  const momenta = ringMomenta(sites);
  const controls: PairControl[] = [];
  weights.slice(0, sites / 2 + 1).forEach((weight, range) => {
    if (weight === Infinity) return;
    const cost = sites * rangeMultiplicity(sites, range) * weight;
    const along = momenta.map((k) => (range === 0 ? 2 : -4 * Math.cos(k * range)));
    const across = momenta.map((k) => 4 * Math.sin(k * range));
    if (2 * range !== sites) {
      controls.push({ letter: range === 0 ? 'g' : 'A', range, axis: 2, profile: along, cost });
    }
    if (range === 0) return;
    controls.push({ letter: 'B', range, axis: 0, profile: across, cost });
    controls.push({ letter: 'D', range, axis: 1, profile: across, cost });
  });
  return controls;
}
