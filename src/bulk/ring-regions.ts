/** @file The Ryu–Takayanagi table: entropy and minimal cut of every contiguous region of a ring of boundary sites. */

import { generatedEntropies } from '../generative/generated-entropies.ts';
import { environmentDimension, type GenerativeNetwork } from '../generative/generative-network.ts';
import { minimalCut } from '../geometry/minimal-cut.ts';
import type { Nats } from '../units.ts';
import { bulkGraph } from './bulk-graph.ts';

/** One row of the table. */
export interface RingRegion {
  /** First site; the region continues round the ring. */
  readonly start: number;
  readonly length: number;
  readonly entropy: Nats;
  /** Area of the minimal cut, an upper bound of the entropy. */
  readonly cut: Nats;
  /** cut − entropy ≥ 0: how far the network is from saturating it. */
  readonly difference: Nats;
}

/** Most amplitudes for which the dense state is read: most regions of a ring are cheaper there. */
const LARGEST_STATE = 2 ** 22;

/**
 * Entropies and minimal cuts of all n(n − 1) contiguous regions of the ring of sites. For a pure state without logical
 * legs, a region and its complement have both in common, so half of them are computed.
 *
 * @param theta - parameters, shape (P,)
 *
 * Cost O(n·D^{3/2}) for D amplitudes, and n²/2 maximal flows.
 */
export function ringRegions(network: GenerativeNetwork, theta: Float64Array): readonly RingRegion[] {
  const entropies = generatedEntropies(network, theta, LARGEST_STATE);
  const n = entropies.boundary;
  const closed = environmentDimension(network) === 1 && entropies.references === 0;
  const graph = bulkGraph(network);
  const known = new Map<string, readonly [Nats, Nats]>();
  const key = (start: number, length: number): string => `${start} ${length}`;
  const read = (start: number, length: number): readonly [Nats, Nats] => {
    const found = known.get(key(start, length));
    if (found !== undefined) return found;
    const region = Array.from({ length }, (_, k) => (start + k) % n);
    const value = [entropies.entropy(region), minimalCut(graph, region).area] as const;
    known.set(key(start, length), value);
    if (closed) known.set(key((start + length) % n, n - length), value);
    return value;
  };
  return Array.from({ length: n - 1 }, (_, k) => k + 1).flatMap((length) =>
    Array.from({ length: n }, (_, start) => {
      const [entropy, cut] = read(start, length);
      return { start, length, entropy, cut, difference: cut - entropy };
    }),
  );
}
