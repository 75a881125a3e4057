/** @file The pentagon code as a network for comparison: a state of twenty sites, all logical inputs |0⟩. */

import type { NetworkNode } from '../../../src/network/tensor-network.ts';
import { bondsOf } from '../../../src/network/tree-messages.ts';
import { pentagonCode } from '../pentagon-code.ts';
import { type Leak, leaksOf } from './leakage.ts';

/**
 * Leaks of its bonds for intervals of like share of the sites: a tenth, a quarter, two fifths. Intervals that start in
 * one fifth of the boundary are enough, by symmetry.
 */
export function pentagonLeaks(): { readonly sites: number; readonly leaks: readonly Leak[] } {
  const { network, theta } = pentagonCode(1).isometric;
  const zeros = network.bulk.map(
    (leg): NetworkNode => ({ id: `zero ${leg}`, legs: [leg], tensor: { kind: 'constant', interleaved: [1, 0, 0, 0] } }),
  );
  const tensors = { ...network, nodes: [...network.nodes, ...zeros], bulk: [] };
  const sites = network.boundary.length;
  const lost = [2, 5, 8].flatMap((length) =>
    Array.from({ length: sites / 5 }, (_, start) => Array.from({ length }, (_, k) => (start + k) % sites)),
  );
  const legs = bondsOf(network).map(({ leg }) => ({ leg, depth: 1 }));
  return { sites, leaks: leaksOf({ tensors, legs }, theta, lost) };
}
